#include "desk_support_plan.h"

#include "desk_case_head.h"
#include "desk_sheet.h"
#include "desk_support_part.h"

#include "../base/vec.h"
#include "../domain/duty_rule.h"
#include "../policy/show_paper_support.h"
#include "../policy/shown.h"

bool
support_content(struct ctx *c, struct support_plan_id id, struct support_content *out)
{
    const struct db_ids who = desk_subjects(c);

    *out = (struct support_content){ 0 };
    return sql_support_goal_list(c,
                                 &(struct sql_support_goal_list_in){
                                     .plan_id = id, .subjects = who, .now = c->now },
                                 &out->goals)
           && sql_support_item_list(c,
                                    &(struct sql_support_item_list_in){
                                        .plan_id = id, .subjects = who, .now = c->now },
                                    &out->items);
}

static bool
load_one(struct ctx *c, struct support_plan_id id, struct sql_support_plan_one_row *row)
{
    return sql_support_plan_one(
        c,
        &(struct sql_support_plan_one_in){
            .plan_id = id, .subjects = desk_subjects(c), .now = c->now },
        row);
}

bool
support_load(struct ctx *c,
             struct support_plan_id id,
             struct sql_support_plan_one_row *row)
{
    struct facts facts;
    struct decision d;

    if (!load_one(c, id, row) || !store_facts_of_case(c, row->case_id, &facts))
        return false;
    facts.own = support_plan_owns(c, &facts, row->kind, row->desk_id);
    d = policy_decide(ACT_WRITE, &facts);
    return decision_allows(&d, ITEM_WELFARE)
           || refuse_item(c, &d, ACT_WRITE, ITEM_WELFARE);
}

bool
support_load_draft(struct ctx *c,
                   struct support_plan_id id,
                   struct sql_support_plan_one_row *row)
{
    return support_load(c, id, row)
           && (support_plan_is_open(row->state)
               || refuse(c, ERR_CONFLICT,
                         "このプランは、いま「%s」です。書けるのは案のあいだだけです。"
                         "変えるときは、見直してから新しい版を作ってください。",
                         support_plan_state_label(row->state)));
}

const char *
support_place(struct ctx *c, struct support_plan_id id, const char *said)
{
    return arena_printf(c->mem, "/support-plans/%s?said=%s", id.id.s, said);
}

enum support_plan_move
support_next(enum support_plan_state state)
{
    switch (state) {
    case SUPPORT_PLAN_STATE_DRAFT:
        return SUPPORT_PLAN_MOVE_LAY;
    case SUPPORT_PLAN_STATE_LAID:
        return SUPPORT_PLAN_MOVE_FIT;
    case SUPPORT_PLAN_STATE_JUDGED:
        return SUPPORT_PLAN_MOVE_APPROVE;
    case SUPPORT_PLAN_STATE_ENDING:
        return SUPPORT_PLAN_MOVE_END;
    case SUPPORT_PLAN_STATE_PAUSING:
        return SUPPORT_PLAN_MOVE_PAUSE;
    case SUPPORT_PLAN_STATE_NONE:
    case SUPPORT_PLAN_STATE_DECIDED:
    case SUPPORT_PLAN_STATE_UNDER_WAY:
    case SUPPORT_PLAN_STATE_REVIEW:
    case SUPPORT_PLAN_STATE_SUSPENDED:
    case SUPPORT_PLAN_STATE_CHANGED:
    case SUPPORT_PLAN_STATE_FOLLOW_UP:
    case SUPPORT_PLAN_STATE_CLOSED:
    case SUPPORT_PLAN_STATE_WITHDRAWN:
        break;
    }
    return SUPPORT_PLAN_MOVE_NONE;
}

static bool
load_side(struct ctx *c, struct case_id id, struct support_records *r)
{
    const struct db_ids who = desk_subjects(c);

    return sql_support_plan_list(c,
                                 &(struct sql_support_plan_list_in){
                                     .case_id = id, .subjects = who, .now = c->now },
                                 &r->plans)
           && sql_scheme_plan_list(c,
                                   &(struct sql_scheme_plan_list_in){
                                       .case_id = id, .subjects = who, .now = c->now },
                                   &r->schemes)
           && sql_scheme_items(c,
                               &(struct sql_scheme_items_in){
                                   .case_id = id,
                                   .desk = c->viewer->desk,
                                   .shares = role_shares_desk(c->viewer->role) },
                               &r->scheme_items)
           && sql_support_watch_list(
               c,
               &(struct sql_support_watch_list_in){
                   .case_id = id, .subjects = who, .now = c->now },
               &r->watchers)
           && sql_support_request_list(
               c,
               &(struct sql_support_request_list_in){
                   .case_id = id, .subjects = who, .now = c->now },
               &r->requests);
}

static bool
load_life(struct ctx *c, struct support_records *r)
{
    const struct db_ids who = desk_subjects(c);

    return sql_support_uncovered_list(
               c,
               &(struct sql_support_uncovered_list_in){
                   .plan_id = r->id, .subjects = who, .now = c->now },
               &r->uncovered)
           && sql_support_review_list(
               c,
               &(struct sql_support_review_list_in){
                   .plan_id = r->id, .subjects = who, .now = c->now },
               &r->reviews)
           && sql_support_rating_list(
               c,
               &(struct sql_support_rating_list_in){
                   .plan_id = r->id, .subjects = who, .now = c->now },
               &r->ratings)
           && sql_support_step_list(
               c,
               &(struct sql_support_step_list_in){
                   .plan_id = r->id, .subjects = who, .now = c->now },
               &r->steps)
           && sql_support_agreement_list(
               c,
               &(struct sql_support_agreement_list_in){
                   .plan_id = r->id, .subjects = who, .now = c->now },
               &r->agreements)
           && sql_support_approval_list(
               c,
               &(struct sql_support_approval_list_in){
                   .plan_id = r->id, .subjects = who, .now = c->now },
               &r->approvals);
}

/* When a version was decided; 0: not yet. */
static int64_t
decided_at(const struct sql_support_step_list_rows *steps)
{
    for (size_t i = 0; i < steps->n; i++)
        if (steps->v[i].move == SUPPORT_PLAN_MOVE_APPROVE)
            return steps->v[i].at;
    return 0;
}

/*
 * What changed in their lives since this version was decided or, while it is a draft, the one
 * before: the review and the meeting look at exactly these. Source: R-092.
 */
static bool
load_changes(struct ctx *c, struct support_records *r)
{
    const struct db_ids who = desk_subjects(c);
    struct sql_support_step_list_rows before = { 0 };
    int64_t since = decided_at(&r->steps);

    if (!since && !id_none(r->plan.previous_id.id)) {
        if (!sql_support_step_list(
                c,
                &(struct sql_support_step_list_in){
                    .plan_id = r->plan.previous_id, .subjects = who, .now = c->now },
                &before))
            return false;
        since = decided_at(&before);
    }
    return !since
           || sql_situation_list(
               c,
               &(struct sql_situation_list_in){ .case_id = r->plan.case_id,
                                                .since = since,
                                                .subjects = who,
                                                .now = c->now },
               &r->changes);
}

static bool
load_records(struct ctx *c, struct support_plan_id id, struct support_records *r)
{
    const struct sql_duty_stands_in report = { .rule = DUTY_SUPPORT_REPORT,
                                               .subject_id = id.id };
    struct sql_duty_stands_row due;
    struct support_stock stock;

    r->id = id;
    if (!load_one(c, id, &r->plan) || !load_side(c, r->plan.case_id, r)
        || !sql_duty_stands(c, &report, &due) || !load_life(c, r) || !load_changes(c, r)
        || !support_stock(c, id, &r->plan, &stock))
        return false;
    r->now = stock.content;
    r->issues = stock.issues;
    r->to_report = due.stands;
    r->has_before = !id_none(r->plan.previous_id.id);
    if (r->has_before && !support_content(c, r->plan.previous_id, &r->before))
        return false;
    r->demands = support_plan_demands(c->town->profile, &c->town->settings);
    r->next = support_next(r->plan.state);
    r->consent = stock.facts.consent;
    stock.facts.reason = true;
    r->lacks = support_plan_lacks(r->next, r->plan.kind, r->demands, &stock.facts);
    return true;
}

static struct form_support_plan
values_of(const struct sql_support_plan_one_row *p)
{
    return (struct form_support_plan){
        .version = p->version,
        .version_given = true,
        .from_on = p->from_on,
        .until_on = p->until_on,
        .lead = p->lead_desk,
        .problem = p->problem,
        .own_goal = p->own_goal,
        .unheard = p->unheard,
        .household_goal = p->household_goal,
        .interim_goal = p->interim_goal,
        .policy = p->policy,
        .own_part = p->own_part,
        .monitor_on = p->monitor_on,
        .monitor_how = p->monitor_how,
        .urgent_how = p->urgent_how,
        .outreach_use = p->outreach_use,
        .outreach_why = p->outreach_why,
        .participation_use = p->participation_use,
        .participation_why = p->participation_why,
    };
}

bool
desk_support_plan(struct ctx *c,
                  struct support_plan_id id,
                  struct support_plan_view *out,
                  struct form_support_plan *values)
{
    struct support_records r = { 0 };
    struct facts facts;

    if (!load_records(c, id, &r) || !store_facts_of_case(c, r.plan.case_id, &facts))
        return false;
    policy_show_support_plan(c, &facts, r.plan.case_id, &r, out);
    if (values)
        *values = values_of(&r.plan);
    return desk_sheet_strengths(c, r.plan.case_id, &out->strengths)
           && desk_case_head(c, r.plan.case_id, CASE_TAB_PLAN, &out->head);
}

/* All of a plan that the viewer may print. */
static bool
load_paper(struct ctx *c,
           struct support_plan_id id,
           struct support_records *r,
           struct facts *facts,
           struct support_plan_view *v)
{
    struct facts f;
    struct decision d;

    if (!desk_support_plan(c, id, v, NULL) || !load_records(c, id, r)
        || !store_facts_of_case(c, r->plan.case_id, facts))
        return false;
    f = *facts;
    f.own = support_plan_owns(c, facts, r->plan.kind, r->plan.desk_id);
    d = policy_decide(ACT_PRINT, &f);
    return decision_allows(&d, ITEM_WELFARE)
           || refuse_item(c, &d, ACT_PRINT, ITEM_WELFARE);
}

bool
desk_support_paper(struct ctx *c,
                   struct support_plan_id id,
                   bool as_then,
                   struct paper_view *out,
                   const char **layout)
{
    struct support_records r = { 0 };
    struct support_plan_view v;
    struct facts facts;

    if (!load_paper(c, id, &r, &facts, &v))
        return false;
    policy_show_paper_support(c, &facts, &r, &v, as_then, out);
    if (!as_then) {
        const struct sql_placement_list_in in = { r.plan.case_id, desk_subjects(c),
                                                  c->now };
        struct sql_placement_list_rows places = { 0 };

        if (!sql_placement_list(c, &in, &places))
            return false;
        policy_show_paper_places(c, &facts, &places, out);
    }
    *layout = arena_printf(c->mem, "plan_%s", support_plan_kind_code(r.plan.kind));
    return true;
}

bool
desk_support_on(struct ctx *c,
                struct case_id id,
                struct day on,
                struct support_plan_id *out)
{
    struct sql_support_plan_list_rows rows = { 0 };

    if (!sql_support_plan_list(
            c,
            &(struct sql_support_plan_list_in){
                .case_id = id, .subjects = desk_subjects(c), .now = c->now },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) /* newest first */
        if (rows.v[i].kind == SUPPORT_PLAN_KIND_MULTI_AGENCY
            && day_known(rows.v[i].decided_on) && rows.v[i].decided_on.n <= on.n) {
            *out = rows.v[i].plan_id;
            return true;
        }
    return refuse(c, ERR_MISSING, "no plan was decided by then");
}

bool
desk_support_evaluation_paper(struct ctx *c,
                              struct support_plan_id id,
                              struct paper_view *out)
{
    struct support_records r = { 0 };
    struct support_plan_view v;
    struct facts facts;
    bool there = false;

    if (!load_paper(c, id, &r, &facts, &v))
        return false;
    for (size_t i = 0; i < r.reviews.n; i++)
        there |= r.reviews.v[i].kind == SUPPORT_REVIEW_KIND_EVALUATION;
    if (!there)
        return refuse(c, ERR_MISSING, "no evaluation yet");
    policy_show_paper_evaluation(c, &facts, &r, &v, out);
    return true;
}

/* What is worked on: the newest version that has not ended, else the newest. */
static const struct sql_support_plan_list_row *
present(const struct sql_support_plan_list_rows *rows)
{
    for (size_t i = 0; i < rows->n; i++)
        if (rows->v[i].state != SUPPORT_PLAN_STATE_WITHDRAWN
            && rows->v[i].state != SUPPORT_PLAN_STATE_CHANGED
            && rows->v[i].state != SUPPORT_PLAN_STATE_CLOSED)
            return &rows->v[i];
    return rows->n ? &rows->v[0] : NULL;
}

bool
desk_support_plans(struct ctx *c, struct case_id id, struct support_plan_view *out)
{
    struct support_records r = { 0 };
    const struct sql_support_plan_list_row *p;
    struct facts facts;

    if (!store_facts_of_case(c, id, &facts) || !load_side(c, id, &r))
        return false;
    p = present(&r.plans);
    if (p)
        return desk_support_plan(c, p->plan_id, out, NULL);
    policy_show_support_plan(c, &facts, id, &r, out);
    return desk_case_head(c, id, CASE_TAB_PLAN, &out->head);
}
