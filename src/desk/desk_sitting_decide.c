/* What comes of a meeting: tasks, roles, series of visits; requests for cooperation. */
#include "desk_sitting_part.h"

#include "../domain/duty_rule.h"
#include "../policy/show.h"
#include "../policy/shown.h"
#include "desk_outreach.h"
#include "desk_plan_say.h"
#include "desk_referral.h"

#include <string.h>

enum { VISIT_WEEKS = 12 };

/* The first post of a desk, to whom its step is addressed until the desk decides. */
static bool
owner_of(struct ctx *c, struct desk_id desk, struct post_id *out)
{
    struct sql_desk_posts_rows rows = { 0 };

    if (!sql_desk_posts(
            c, &(struct sql_desk_posts_in){ .desk_id = desk, .now = c->now }, &rows))
        return false;
    if (!rows.n)
        return refuse_field(c, "desk",
                            "「する窓口」には、いま受け持つ人がいません。ほかの窓口を"
                            "選んでください。");
    *out = rows.v[0].post_id;
    return true;
}

static bool
add_step(struct ctx *c,
         struct case_id id,
         const struct form_decided_new *f,
         struct step_id *step)
{
    struct post_id owner;

    *step = (struct step_id){ id_new(c) };
    return owner_of(c, f->desk, &owner)
           && sql_step_add_for(c, &(struct sql_step_add_for_in){ .step_id = *step,
                                                                 .case_id = id,
                                                                 .desk_id = f->desk,
                                                                 .owner_post = owner,
                                                                 .what = f->what,
                                                                 .due_on = f->due,
                                                                 .now = c->now })
           && desk_put_duty(c, id, DUTY_NEXT_STEP, step->id, f->desk, owner, f->due);
}

/*
 * Of a meeting without names, work goes only to agencies that reach the case on a ground of
 * their own. Source: practice rule 13.
 */
static bool
check_nameless(struct ctx *c, struct case_id id, struct desk_id desk, bool nameless)
{
    struct sql_desk_reaches_row row;

    if (!nameless || id_same(desk.id, c->viewer->desk.id))
        return true;
    if (!sql_desk_reaches(c,
                          &(struct sql_desk_reaches_in){ .desk_id = desk,
                                                         .case_id = id,
                                                         .own = GROUND_OWN,
                                                         .lead = GROUND_LEAD,
                                                         .held = GROUND_HELD,
                                                         .now = c->now },
                          &row))
        return false;
    return row.n > 0
           || refuse_field(
               c, "desk",
               "名前を出さない会議で決めた仕事は、もうかかわっている窓口にだけ"
               "渡せます。この窓口には、根拠を決めてつないでください。");
}

static bool
check_decided(struct ctx *c,
              const struct sql_item_show_row *i,
              const struct form_decided_new *f)
{
    const bool nameless = i->footing == ITEM_FOOTING_NAMELESS;
    bool good = true;

    if (i->sitting_state != SITTING_STATE_OPEN)
        return refuse(c, ERR_CONFLICT, "会議を開いてから書いてください。");
    if (id_none(i->case_id.id))
        return refuse_field(c, "what",
                            "ケースのない案件では、「決めたこと」に書いてください。");
    if (f->due.n < day_of(c->now).n)
        good =
            refuse_field(c, "due", "「いつまでに」は、きょうからの日にしてください。");
    if (f->kind == DECISION_KIND_VISITS && !f->days_given)
        good = refuse_field(c, "days", "「訪問の間（日）」を書いてください。");
    if (day_known(f->until) && f->until.n < f->due.n)
        good = refuse_field(c, "until",
                            "「役割の終わり」は、「いつまでに」よりあとの日にしてくだ"
                            "さい。");
    return check_nameless(c, i->case_id, f->desk, nameless) && good;
}

/* The ground of a hand-over that a meeting decided; none: the one usual between such bodies. */
static enum basis
basis_of(enum item_footing footing)
{
    switch (footing) {
    case ITEM_FOOTING_LAWFUL:
        return BASIS_REQUEST_106_6;
    case ITEM_FOOTING_BY_CONSENT:
        return BASIS_CONSENT;
    case ITEM_FOOTING_NAMELESS:
    case ITEM_FOOTING_TOPIC:
    case ITEM_FOOTING_NONE:
        break;
    }
    return BASIS_NONE;
}

/*
 * A hand-over that the meeting decided goes out in the same act: the receiver confirms it, and
 * what it may read follows from that, not from the meeting.
 */
static bool
send_on(struct ctx *c,
        const struct sql_item_show_row *i,
        const struct form_decided_new *f)
{
    const struct form_referral_new r = {
        .desk = f->desk,
        .ask = "take_over",
        .purpose = f->what,
        .handed = f->what,
        .basis = basis_of(i->footing),
        .reason = "",
        .due = f->due,
        .joint_visit_on = { .n = DAY_NONE },
        .multi_reason = "",
        .network = "",
        .tried = "",
        .tried_none = "",
        .area = "",
    };
    struct outcome out = { .done = false };

    return desk_referral_send(c, i->case_id, &r, (struct draft_id){ { "" } }, &out);
}

/*
 * Visits go on from the meeting by themselves: the policy and one series, where the case is
 * one of outreach. Source: R-199; 新座市 実施計画 2-5(2)ア.
 */
static bool
start_visits(struct ctx *c,
             const struct sql_item_show_row *i,
             const struct form_decided_new *f)
{
    const struct form_outreach_plan plan = {
        .every = f->days,
        .weeks = day_known(f->until) ? (f->until.n - f->due.n) / 7 + 1 : VISIT_WEEKS,
        .from_on = f->due,
        .first = f->desk,
        .decided_on = day_of(c->now),
        .meeting = sitting_body_name(c, i->acts_as),
        .policy = f->what,
    };
    const struct sql_outreach_show_in in = { .case_id = i->case_id,
                                             .subjects = desk_subjects(c),
                                             .now = c->now };
    struct sql_outreach_show_row row;
    struct outcome out = { .done = false };
    bool found;

    if (f->kind != DECISION_KIND_VISITS)
        return true;
    if (!sql_outreach_show(c, &in, &row, &found))
        return false;
    return !found || desk_outreach_plan(c, i->case_id, &plan, &out);
}

bool
desk_item_decide(struct ctx *c,
                 struct item_id id,
                 const struct form_decided_new *f,
                 struct outcome *out)
{
    struct sql_item_show_row i;
    struct sql_decided_add_in in = {
        .role_id = { id_new(c) },
        .item_id = id,
        .kind = f->kind,
        .desk_id = f->desk,
        .what = f->what,
        .lead = f->lead,
        .days = f->days_given ? f->days : 0,
        .due_on = f->due,
        .now = c->now,
        .until_on = f->until,
    };

    if (!sitting_item(c, id, &i) || !check_decided(c, &i, f))
        return false;
    in.case_id = i.case_id;
    in.named = i.footing != ITEM_FOOTING_NAMELESS && f->kind != DECISION_KIND_REFERRAL;
    if (!(f->kind == DECISION_KIND_REFERRAL ? send_on(c, &i, f)
                                            : add_step(c, i.case_id, f, &in.step_id))
        || !sql_decided_add(c, &in)
        || !store_reach_sync_subject(c, i.case_id, f->desk.id))
        return false;
    if (!start_visits(c, &i, f))
        return false;
    shown_note(c, SHOWN_CASE, i.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = in.role_id.id;
    item_done(c, id, "role_given", out);
    return desk_keep_version(c, in.role_id.id, 1, "decided", i.case_id,
                             "会議で役割を決めた",
                             desk_form_text(c, &form_decided_new_def, f));
}

bool
desk_decided_end(struct ctx *c, struct role_id id, struct outcome *out)
{
    struct sql_decided_one_row r;

    if (!sql_decided_one(
            c,
            &(struct sql_decided_one_in){ .role_id = id,
                                          .desk = c->viewer->desk,
                                          .shares = role_shares_desk(c->viewer->role) },
            &r)
        || !sql_decided_end(
            c, &(struct sql_decided_end_in){ .role_id = id, .now = c->now }))
        return false;
    item_done(c, r.item_id, "role_ended", out);
    return store_reach_sync_subject(c, r.case_id, r.desk_id.id)
           && desk_keep_version(c, id.id, 2, "decided", r.case_id,
                                "会議で決めた役割を終えた", "");
}

bool
desk_request_send(struct ctx *c,
                  struct item_id id,
                  const struct form_request_new *f,
                  struct outcome *out)
{
    const struct request_id request = { id_new(c) };
    struct sql_item_show_row i;

    if (!sitting_item(c, id, &i))
        return false;
    if (i.footing != ITEM_FOOTING_LAWFUL)
        return refuse_field(
            c, "party",
            "社会福祉法106条の6の求めは、支援会議として話す案件だけに使え"
            "ます。");
    if (f->due.n < day_of(c->now).n)
        return refuse_field(c, "due",
                            "「いつまでに」は、きょうからの日にしてください。");
    if (!sql_request_add(
            c, &(struct sql_request_add_in){ .request_id = request,
                                             .item_id = id,
                                             .party = f->party,
                                             .asked = f->asked,
                                             .basis = "社会福祉法106条の6第3項",
                                             .due_on = f->due,
                                             .desk_id = c->viewer->desk,
                                             .post_id = c->viewer->post,
                                             .now = c->now }))
        return false;
    if (!id_none(i.case_id.id))
        shown_note(c, SHOWN_CASE, i.case_id.id, ITEM_BIT(ITEM_MEETING), 0);
    out->id = request.id;
    out->place = arena_printf(c->mem, "/requests/%s?said=request_sent", request.id.s);
    return true;
}

static bool
load_request(struct ctx *c, struct request_id id, struct sql_request_one_row *row)
{
    return role_shares_desk(c->viewer->role)
               ? sql_request_one(c,
                                 &(struct sql_request_one_in){
                                     .request_id = id, .desk = c->viewer->desk },
                                 row)
               : refuse(c, ERR_MISSING, "no such request");
}

bool
desk_request_show(struct ctx *c, struct request_id id, struct request_view *out)
{
    struct sql_request_one_row q;

    if (!load_request(c, id, &q))
        return false;
    policy_show_request(c, &q, sitting_body_name(c, q.body), out);
    out->path = arena_printf(c->mem, "%s/requests/%s", c->town->path, id.id.s);
    out->sitting_path =
        arena_printf(c->mem, "%s/items/%s", c->town->path, q.item_id.id.s);
    return true;
}

bool
desk_request_answer(struct ctx *c,
                    struct request_id id,
                    const struct form_request_answer *f,
                    struct outcome *out)
{
    struct sql_request_one_row q;

    if (!load_request(c, id, &q))
        return false;
    out->place = arena_printf(c->mem, "/requests/%s?said=request_answered", id.id.s);
    return sql_request_answer(c, &(struct sql_request_answer_in){ .request_id = id,
                                                                  .answer = f->answer,
                                                                  .now = c->now });
}
