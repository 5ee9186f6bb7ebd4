#include "desk_support_plan.h"

#include "desk_support_part.h"

#include "../policy/shown.h"

static const struct sql_support_plan_list_row *
newest_of(const struct sql_support_plan_list_rows *rows, enum support_plan_kind kind)
{
    for (size_t i = 0; i < rows->n; i++)
        if (rows->v[i].kind == kind && rows->v[i].state != SUPPORT_PLAN_STATE_WITHDRAWN)
            return &rows->v[i];
    return NULL;
}

static bool
add_plan(struct ctx *c, const struct sql_support_plan_add_in *in)
{
    size_t added;

    return sql_support_plan_add_changed(c, in, &added)
           && (added == 1 || refuse(c, ERR_MISSING, "no such case"));
}

static bool
copy_goals(struct ctx *c, struct support_plan_id to, const struct support_content *from)
{
    for (size_t i = 0; i < from->goals.n; i++) {
        const struct sql_support_goal_list_row *g = &from->goals.v[i];

        if (!sql_support_goal_add(
                c, &(struct sql_support_goal_add_in){ .goal_id = { id_new(c) },
                                                      .plan_id = to,
                                                      .place = g->place,
                                                      .whose = g->whose,
                                                      .words = g->words,
                                                      .measure = g->measure,
                                                      .same_as = g->goal_id.id,
                                                      .subjects = desk_subjects(c),
                                                      .now = c->now }))
            return false;
    }
    return true;
}

/* The goal of the new version that was copied from the old one. */
static struct support_goal_id
goal_now(const struct sql_support_goal_list_rows *goals, struct support_goal_id was)
{
    for (size_t i = 0; i < goals->n; i++)
        if (!id_none(was.id) && id_same(goals->v[i].same_as, was.id))
            return goals->v[i].goal_id;
    return (struct support_goal_id){ .id = { .s = "" } };
}

static bool
copy_items(struct ctx *c, struct support_plan_id to, const struct support_content *from)
{
    struct support_content now;

    if (!support_content(c, to, &now))
        return false;
    for (size_t i = 0; i < from->items.n; i++) {
        const struct sql_support_item_list_row *r = &from->items.v[i];

        if (!sql_support_item_add(c, &(struct sql_support_item_add_in){
                                         .item_id = { id_new(c) },
                                         .plan_id = to,
                                         .place = r->place,
                                         .goal_id = goal_now(&now.goals, r->goal_id),
                                         .issue_id = r->issue_id,
                                         .issue_words = r->issue_words,
                                         .what = r->what,
                                         .desk_id = r->desk_id,
                                         .party = r->party,
                                         .worker = r->worker,
                                         .part = r->part,
                                         .frequency = r->frequency,
                                         .from_on = r->from_on,
                                         .until_on = r->until_on,
                                         .review_on = r->review_on,
                                         .program = r->program,
                                         .state = r->state,
                                         .state_words = r->state_words,
                                         .same_as = r->item_id.id,
                                         .subjects = desk_subjects(c),
                                         .now = c->now }))
            return false;
    }
    return true;
}

static bool
copy_reasons(struct ctx *c, struct support_plan_id to, struct support_plan_id from)
{
    struct sql_support_uncovered_list_rows rows = { 0 };

    if (!sql_support_uncovered_list(
            c,
            &(struct sql_support_uncovered_list_in){
                .plan_id = from, .subjects = desk_subjects(c), .now = c->now },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!sql_support_uncovered_put(c, &(struct sql_support_uncovered_put_in){
                                              .plan_id = to,
                                              .issue_id = rows.v[i].issue_id,
                                              .reason = rows.v[i].reason,
                                              .subjects = desk_subjects(c),
                                              .now = c->now }))
            return false;
    return true;
}

static bool
add_next(struct ctx *c, struct support_plan_id to, struct support_plan_id from)
{
    struct sql_support_plan_one_row p;
    struct support_content old;

    if (!support_load(c, from, &p) || !support_content(c, from, &old))
        return false;
    return add_plan(c,
                    &(struct sql_support_plan_add_in){
                        .plan_id = to,
                        .case_id = p.case_id,
                        .kind = p.kind,
                        .round = p.round,
                        .edition = p.edition + 1,
                        .previous_id = from,
                        .from_on = p.from_on,
                        .until_on = p.until_on,
                        .lead_desk = p.lead_desk,
                        .problem = p.problem,
                        .own_goal = p.own_goal,
                        .unheard = p.unheard,
                        .household_goal = p.household_goal,
                        .interim_goal = p.interim_goal,
                        .policy = p.policy,
                        .own_part = p.own_part,
                        .monitor_on = p.monitor_on,
                        .monitor_how = p.monitor_how,
                        .urgent_how = p.urgent_how,
                        .outreach_use = p.outreach_use,
                        .outreach_why = p.outreach_why,
                        .participation_use = p.participation_use,
                        .participation_why = p.participation_why,
                        .desk_id = c->viewer->desk,
                        .post_id = c->viewer->post,
                        .subjects = desk_subjects(c),
                        .now = c->now })
           && copy_goals(c, to, &old) && copy_items(c, to, &old)
           && copy_reasons(c, to, from);
}

static bool
add_first(struct ctx *c,
          struct support_plan_id to,
          struct case_id id,
          enum support_plan_kind kind,
          int64_t round)
{
    return add_plan(c,
                    &(struct sql_support_plan_add_in){ .plan_id = to,
                                                       .case_id = id,
                                                       .kind = kind,
                                                       .round = round,
                                                       .edition = 1,
                                                       .from_on = { .n = DAY_NONE },
                                                       .until_on = { .n = DAY_NONE },
                                                       .lead_desk = c->viewer->desk,
                                                       .problem = "",
                                                       .own_goal = "",
                                                       .unheard = "",
                                                       .household_goal = "",
                                                       .interim_goal = "",
                                                       .policy = "",
                                                       .own_part = "",
                                                       .monitor_on = { .n = DAY_NONE },
                                                       .monitor_how = "",
                                                       .urgent_how = "",
                                                       .outreach_why = "",
                                                       .participation_why = "",
                                                       .desk_id = c->viewer->desk,
                                                       .post_id = c->viewer->post,
                                                       .subjects = desk_subjects(c),
                                                       .now = c->now });
}

static bool
has_intake(struct ctx *c, struct case_id id, enum support_plan_kind kind)
{
    const enum support_request_kind want =
        kind == SUPPORT_PLAN_KIND_PARTICIPATION ? SUPPORT_REQUEST_KIND_PARTICIPATION
        : kind == SUPPORT_PLAN_KIND_OUTREACH    ? SUPPORT_REQUEST_KIND_OUTREACH
                                                : SUPPORT_REQUEST_KIND_MULTI_AGENCY;
    struct sql_support_request_list_rows rows = { 0 };

    if (!(support_plan_demands(c->town->profile, &c->town->settings)
          & SUPPORT_DEMAND(SUPPORT_DEMAND_INTAKE)))
        return true;
    if (!sql_support_request_list(
            c,
            &(struct sql_support_request_list_in){
                .case_id = id, .subjects = desk_subjects(c), .now = c->now },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (rows.v[i].kind == want)
            return true;
    return refuse_field(
        c, "kind", "先に「%s」を書いてください。日付、申し込んだ人、内容が要ります。",
        support_request_kind_label(want));
}

bool
desk_support_new(struct ctx *c,
                 struct case_id id,
                 const struct form_support_plan_new *f,
                 struct outcome *out)
{
    const struct support_plan_id plan = { id_new(c) };
    struct sql_support_plan_list_rows rows = { 0 };
    const struct sql_support_plan_list_row *last;
    struct sql_support_plan_one_row p;
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !has_intake(c, id, f->kind)
        || !sql_support_plan_list(
            c,
            &(struct sql_support_plan_list_in){
                .case_id = id, .subjects = desk_subjects(c), .now = c->now },
            &rows))
        return false;
    last = newest_of(&rows, f->kind);
    if (last
        && (last->state == SUPPORT_PLAN_STATE_UNDER_WAY
            || last->state == SUPPORT_PLAN_STATE_FOLLOW_UP
            || (last->state > SUPPORT_PLAN_STATE_NONE
                && last->state < SUPPORT_PLAN_STATE_UNDER_WAY)))
        return refuse(
            c, ERR_CONFLICT,
            "いまのプランは「%s」です。変えるときは、先に見直しを始めてください。",
            support_plan_state_label(last->state));
    if (last
        && (last->state == SUPPORT_PLAN_STATE_REVIEW
            || last->state == SUPPORT_PLAN_STATE_SUSPENDED)) {
        if (!add_next(c, plan, last->plan_id))
            return false;
    } else if (!add_first(c, plan, id, f->kind, last ? last->round + 1 : 1)) {
        return false;
    }
    if (!support_load(c, plan, &p)
        || !desk_keep_version(c, plan.id, 1, "support_plan", id,
                              "支援プランの案を作った",
                              desk_form_text(c, &form_support_plan_new_def, f)))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = plan.id;
    out->place = arena_printf(c->mem, "/support-plans/%s/edit?said=drafted", plan.id.s);
    return true;
}
