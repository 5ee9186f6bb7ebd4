#include "desk_support_plan.h"

#include "desk_support_part.h"

#include "../base/text.h"
#include "../domain/support_program.h"
#include "../domain/town.h"
#include "../policy/shown.h"

static const char *
edit_place(struct ctx *c, struct support_plan_id id, struct id at, const char *anchor)
{
    return arena_printf(c->mem, "/support-plans/%s/edit?said=saved&at=%s%s", id.id.s,
                        at.s, anchor);
}

bool
desk_support_save(struct ctx *c,
                  struct support_plan_id id,
                  const struct form_support_plan *f,
                  struct outcome *out)
{
    struct sql_support_plan_one_row p;
    const int64_t version = f->version_given ? f->version : 0;
    size_t saved;

    if (!support_load_draft(c, id, &p))
        return false;
    if (day_known(f->from_on) && day_known(f->until_on) && f->until_on.n < f->from_on.n)
        return refuse_field(
            c, "until_on",
            "「計画期間のおわり」は、「計画期間のはじめ」よりあとにしてください。");
    if (!sql_support_plan_save_changed(c,
                                       &(struct sql_support_plan_save_in){
                                           .plan_id = id,
                                           .version = version ? version : p.version,
                                           .from_on = f->from_on,
                                           .until_on = f->until_on,
                                           .lead_desk = f->lead,
                                           .problem = f->problem,
                                           .own_goal = f->own_goal,
                                           .unheard = f->unheard,
                                           .household_goal = f->household_goal,
                                           .interim_goal = f->interim_goal,
                                           .policy = f->policy,
                                           .own_part = f->own_part,
                                           .monitor_on = f->monitor_on,
                                           .monitor_how = f->monitor_how,
                                           .urgent_how = f->urgent_how,
                                           .outreach_use = f->outreach_use,
                                           .outreach_why = f->outreach_why,
                                           .participation_use = f->participation_use,
                                           .participation_why = f->participation_why,
                                           .subjects = desk_subjects(c),
                                           .now = c->now },
                                       &saved))
        return false;
    if (!saved)
        return refuse(c, ERR_CONFLICT,
                      "このプランは、書いているあいだにほかの人が直しました。今の内容と"
                      "見くらべて、もう一度保存してください。");
    shown_note(c, SHOWN_CASE, p.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = id.id;
    out->place = edit_place(c, id, id.id, "");
    return desk_keep_version(c, id.id, p.version + 1, "support_plan", p.case_id,
                             "支援プランの案を書いた",
                             desk_form_text(c, &form_support_plan_def, f));
}

bool
desk_support_goal(struct ctx *c,
                  struct support_plan_id id,
                  const struct form_support_goal *f,
                  struct outcome *out)
{
    struct sql_support_plan_one_row p;
    struct support_content now;
    const struct support_goal_id goal = { id_new(c) };

    if (!support_load_draft(c, id, &p) || !support_content(c, id, &now)
        || !sql_support_goal_add(
            c, &(struct sql_support_goal_add_in){ .goal_id = goal,
                                                  .plan_id = id,
                                                  .place = (int64_t)now.goals.n + 1,
                                                  .whose = f->whose,
                                                  .words = f->words,
                                                  .measure = f->measure,
                                                  .subjects = desk_subjects(c),
                                                  .now = c->now }))
        return false;
    shown_note(c, SHOWN_CASE, p.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = goal.id;
    out->place = edit_place(c, id, goal.id, "#goals");
    return desk_keep_version(c, goal.id, 1, "support_goal", p.case_id, "目標を書いた",
                             desk_form_text(c, &form_support_goal_def, f));
}

static bool
changed_meanwhile(struct ctx *c)
{
    return refuse(
        c, ERR_CONFLICT,
        "ほかの人がいま直しました。画面を開き直して、今の内容を確かめてください。");
}

bool
desk_support_goal_save(struct ctx *c,
                       struct support_goal_id id,
                       const struct form_support_goal *f,
                       struct outcome *out)
{
    struct sql_support_plan_one_row p;
    struct sql_support_goal_one_row g;
    size_t saved;

    if (!sql_support_goal_one(
            c,
            &(struct sql_support_goal_one_in){
                .goal_id = id, .subjects = desk_subjects(c), .now = c->now },
            &g)
        || !support_load_draft(c, g.plan_id, &p)
        || !sql_support_goal_save_changed(
            c,
            &(struct sql_support_goal_save_in){ .goal_id = id,
                                                .whose = f->whose,
                                                .words = f->words,
                                                .measure = f->measure,
                                                .dropped = f->drop,
                                                .version = f->version_given ? f->version
                                                                            : g.version,
                                                .subjects = desk_subjects(c),
                                                .now = c->now },
            &saved))
        return false;
    if (!saved)
        return changed_meanwhile(c);
    shown_note(c, SHOWN_CASE, p.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = edit_place(c, g.plan_id, id.id, "#goals");
    return desk_keep_version(c, id.id, g.version + 1, "support_goal", p.case_id,
                             f->drop ? "目標をはずした" : "目標を直した",
                             desk_form_text(c, &form_support_goal_def, f));
}

/* An issue of the case by its id, as the form sends it. */
static bool
read_issue(struct ctx *c, struct case_id id, const char *typed, struct id *out)
{
    struct support_issues all;

    *out = (struct id){ .s = "" };
    if (!*typed)
        return true;
    if (!support_issues(c, id, &all))
        return false;
    for (size_t i = 0; i < all.n; i++)
        if (text_same(all.v[i].id.s, typed)) {
            *out = all.v[i].id;
            return true;
        }
    return refuse_field(c, "issue", "「課題」は、このケースの課題から選んでください。");
}

static bool
known_goal(struct ctx *c, struct support_plan_id plan, struct support_goal_id goal)
{
    struct support_content now;

    if (id_none(goal.id))
        return true;
    if (!support_content(c, plan, &now))
        return false;
    for (size_t i = 0; i < now.goals.n; i++)
        if (id_same(now.goals.v[i].goal_id.id, goal.id))
            return true;
    return refuse_field(c, "goal",
                        "「どの目標のため」は、この版の目標から選んでください。");
}

static bool
known_desk(struct ctx *c, struct desk_id desk)
{
    struct sql_desk_one_row row;
    bool found;

    if (id_none(desk.id))
        return true;
    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = desk }, &row, &found))
        return false;
    return found || refuse_field(c, "desk", "「担当機関」を、一覧から選んでください。");
}

/* What the fields of a line ask of one another. Source: R-087. */
static bool
check_item(struct ctx *c, const struct form_support_item *f)
{
    const uint32_t demands = support_plan_demands(c->town->profile, &c->town->settings);
    bool good = true;

    if (f->drop)
        return true;
    if (day_known(f->from_on) && day_known(f->until_on) && f->until_on.n < f->from_on.n)
        good = refuse_field(c, "until_on",
                            "「おわり」は、「はじめ」よりあとにしてください。");
    if (!(demands & SUPPORT_DEMAND(SUPPORT_DEMAND_ITEM_DAYS)))
        return good;
    if (!day_known(f->from_on))
        good = refuse_field(c, "from_on", "「はじめ」の日を書いてください。");
    if (!day_known(f->until_on) && !day_known(f->review_on))
        good =
            refuse_field(c, "until_on", "「おわり」か「見直す日」を書いてください。");
    return good;
}

static bool
known_program(struct ctx *c, const char *code)
{
    return !*code || support_program_label(c->mem, c->town->profile, code)
           || refuse_field(c, "program",
                           "「利用する事業」を、一覧から選んでください。");
}

static bool
read_item(struct ctx *c,
          const struct sql_support_plan_one_row *p,
          struct support_plan_id plan,
          const struct form_support_item *f,
          struct id *issue)
{
    const bool good = check_item(c, f);

    return read_issue(c, p->case_id, f->issue, issue) && known_goal(c, plan, f->goal)
           && known_desk(c, f->desk) && known_program(c, f->program) && good;
}

bool
desk_support_item(struct ctx *c,
                  struct support_plan_id id,
                  const struct form_support_item *f,
                  struct outcome *out)
{
    const struct support_item_id item = { id_new(c) };
    struct sql_support_plan_one_row p;
    struct support_content now;
    struct id issue;

    if (!support_load_draft(c, id, &p) || !read_item(c, &p, id, f, &issue)
        || !support_content(c, id, &now)
        || !sql_support_item_add(c, &(struct sql_support_item_add_in){
                                        .item_id = item,
                                        .plan_id = id,
                                        .place = (int64_t)now.items.n + 1,
                                        .goal_id = f->goal,
                                        .issue_id = issue,
                                        .issue_words = f->issue_words,
                                        .what = f->what,
                                        .desk_id = f->desk,
                                        .party = f->party,
                                        .worker = f->worker,
                                        .part = f->part ? f->part : SUPPORT_PART_MAIN,
                                        .frequency = f->frequency,
                                        .from_on = f->from_on,
                                        .until_on = f->until_on,
                                        .review_on = f->review_on,
                                        .program = f->program,
                                        .state = SUPPORT_ITEM_STATE_PLANNED,
                                        .state_words = "",
                                        .subjects = desk_subjects(c),
                                        .now = c->now }))
        return false;
    shown_note(c, SHOWN_CASE, p.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = item.id;
    out->place = edit_place(c, id, item.id, "#items");
    return desk_keep_version(c, item.id, 1, "support_item", p.case_id,
                             "支援内容を書いた",
                             desk_form_text(c, &form_support_item_def, f));
}

static bool
load_item(struct ctx *c,
          struct support_item_id id,
          struct sql_support_item_one_row *row)
{
    return sql_support_item_one(
        c,
        &(struct sql_support_item_one_in){
            .item_id = id, .subjects = desk_subjects(c), .now = c->now },
        row);
}

bool
desk_support_item_save(struct ctx *c,
                       struct support_item_id id,
                       const struct form_support_item *f,
                       struct outcome *out)
{
    struct sql_support_plan_one_row p;
    struct sql_support_item_one_row i;
    struct id issue;
    size_t saved;

    if (!load_item(c, id, &i) || !support_load_draft(c, i.plan_id, &p)
        || !read_item(c, &p, i.plan_id, f, &issue)
        || !sql_support_item_save_changed(
            c,
            &(struct sql_support_item_save_in){
                .item_id = id,
                .goal_id = f->goal,
                .issue_id = issue,
                .issue_words = f->issue_words,
                .what = f->what,
                .desk_id = f->desk,
                .party = f->party,
                .worker = f->worker,
                .part = f->part ? f->part : SUPPORT_PART_MAIN,
                .frequency = f->frequency,
                .from_on = f->from_on,
                .until_on = f->until_on,
                .review_on = f->review_on,
                .program = f->program,
                .dropped = f->drop,
                .version = f->version_given ? f->version : i.version,
                .subjects = desk_subjects(c),
                .now = c->now },
            &saved))
        return false;
    if (!saved)
        return changed_meanwhile(c);
    shown_note(c, SHOWN_CASE, p.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = edit_place(c, i.plan_id, id.id, "#items");
    return desk_keep_version(c, id.id, i.version + 1, "support_item", p.case_id,
                             f->drop ? "支援内容をはずした" : "支援内容を直した",
                             desk_form_text(c, &form_support_item_def, f));
}

bool
desk_support_uncovered(struct ctx *c,
                       struct support_plan_id id,
                       const struct form_support_uncovered *f,
                       struct outcome *out)
{
    struct sql_support_plan_one_row p;
    struct id issue;

    if (!support_load_draft(c, id, &p) || !read_issue(c, p.case_id, f->issue, &issue)
        || !sql_support_uncovered_put(
            c, &(struct sql_support_uncovered_put_in){ .plan_id = id,
                                                       .issue_id = issue,
                                                       .reason = f->reason,
                                                       .subjects = desk_subjects(c),
                                                       .now = c->now }))
        return false;
    shown_note(c, SHOWN_CASE, p.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = id.id;
    out->place = edit_place(c, id, id.id, "#bare");
    return true;
}

bool
desk_support_request(struct ctx *c,
                     struct case_id id,
                     const struct form_support_request *f,
                     struct outcome *out)
{
    const struct support_request_id request = { id_new(c) };
    struct facts facts;
    size_t added;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts))
        return false;
    if (f->on_day.n > day_of(c->now).n)
        return refuse_field(c, "on_day",
                            "「受けた日」は、きょうまでの日にしてください。");
    if (!sql_support_request_add_changed(
            c,
            &(struct sql_support_request_add_in){ .request_id = request,
                                                  .case_id = id,
                                                  .kind = f->kind,
                                                  .on_day = f->on_day,
                                                  .requester = f->requester,
                                                  .words = f->words,
                                                  .way = f->way,
                                                  .desk_id = c->viewer->desk,
                                                  .post_id = c->viewer->post,
                                                  .subjects = desk_subjects(c),
                                                  .now = c->now },
            &added))
        return false;
    if (added != 1)
        return refuse(c, ERR_MISSING, "no such case");
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = request.id;
    out->place = arena_printf(c->mem, "/cases/%s/plan?said=requested&at=%s", id.id.s,
                              request.id.s);
    return desk_keep_version(c, request.id, 1, "support_request", id,
                             support_request_kind_label(f->kind),
                             desk_form_text(c, &form_support_request_def, f));
}
