#include "desk_support_plan.h"

#include "desk_support_part.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/town.h"

bool
support_issues(struct ctx *c, struct case_id id, struct support_issues *out)
{
    struct sql_issue_list_rows rows = { 0 };

    *out = (struct support_issues){ 0 };
    if (!sql_issue_list(c,
                        &(struct sql_issue_list_in){ .case_id = id,
                                                     .subjects = desk_subjects(c),
                                                     .now = c->now },
                        &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, out) = (struct support_issue){
            .id = rows.v[i].issue_id.id,
            .label = town_label(c->town, "issue", rows.v[i].code),
            .open = rows.v[i].state != ISSUE_STATE_RESOLVED,
        };
    return true;
}

static size_t
issue_at(const struct support_issues *all, struct id id)
{
    for (size_t i = 0; i < all->n; i++)
        if (id_same(all->v[i].id, id))
            return i;
    return all->n;
}

/* Whether the intake of the plan's kind, or the application, is there. */
static bool
load_requests(struct ctx *c,
              const struct sql_support_plan_one_row *p,
              struct support_plan_facts *f)
{
    static const enum support_request_kind wanted[] = {
        [SUPPORT_PLAN_KIND_MULTI_AGENCY] = SUPPORT_REQUEST_KIND_MULTI_AGENCY,
        [SUPPORT_PLAN_KIND_OUTREACH] = SUPPORT_REQUEST_KIND_OUTREACH,
        [SUPPORT_PLAN_KIND_PARTICIPATION] = SUPPORT_REQUEST_KIND_PARTICIPATION,
    };
    struct sql_support_request_list_rows rows = { 0 };

    if (!sql_support_request_list(
            c,
            &(struct sql_support_request_list_in){
                .case_id = p->case_id, .subjects = desk_subjects(c), .now = c->now },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        if (rows.v[i].kind == wanted[p->kind])
            f->intake = true;
        if (rows.v[i].kind == SUPPORT_REQUEST_KIND_APPLICATION)
            f->application = true;
    }
    return true;
}

static bool
load_consent(struct ctx *c, struct case_id id, struct support_plan_facts *f)
{
    struct sql_support_consent_row row;

    if (!sql_support_consent(
            c,
            &(struct sql_support_consent_in){
                .case_id = id, .subjects = desk_subjects(c), .now = c->now },
            &row))
        return false;
    f->consent = row.given;
    f->application |= row.applied;
    return true;
}

static void
add_party(struct ctx *c, struct support_stock *s, const char *party)
{
    if (!*party)
        return;
    for (size_t i = 0; i < s->parties.n; i++)
        if (text_same(s->parties.v[i], party))
            return;
    *VEC_PUSH(c->mem, &s->parties) = party;
}

static void
take_lines(struct ctx *c, struct support_stock *s)
{
    const struct sql_support_item_list_rows *rows = &s->content.items;
    struct support_line *lines = ARENA_ARRAY(c->mem, rows->n + 1, struct support_line);

    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_support_item_list_row *r = &rows->v[i];
        const size_t at = issue_at(&s->issues, r->issue_id);
        const char *party = r->desk ? r->desk : r->party;

        lines[i] = (struct support_line){
            .issue = at < s->issues.n ? (int)at : -1,
            .has_who = *party || r->part == SUPPORT_PART_FAMILY,
            .has_from = day_known(r->from_on),
            .has_end = day_known(r->until_on) || day_known(r->review_on),
        };
        if (r->part != SUPPORT_PART_FAMILY)
            add_party(c, s, party);
    }
    s->facts.lines = lines;
    s->facts.n_lines = rows->n;
    s->facts.n_goals = s->content.goals.n;
    s->facts.n_parties = s->parties.n;
}

static bool
take_agreed(struct ctx *c, struct support_plan_id id, struct support_stock *s)
{
    struct sql_support_agreement_list_rows rows = { 0 };

    if (!sql_support_agreement_list(
            c,
            &(struct sql_support_agreement_list_in){
                .plan_id = id, .subjects = desk_subjects(c), .now = c->now },
            &rows))
        return false;
    for (size_t p = 0; p < s->parties.n; p++)
        for (size_t i = 0; i < rows.n; i++)
            if (text_same(rows.v[i].party, s->parties.v[p])
                && rows.v[i].stand != SUPPORT_STAND_DISAGREES)
                s->facts.n_agreed++;
    return true;
}

static bool
take_reasons(struct ctx *c, struct support_plan_id id, struct support_stock *s)
{
    struct sql_support_uncovered_list_rows rows = { 0 };
    bool *reason = ARENA_ARRAY(c->mem, s->issues.n + 1, bool);

    if (!sql_support_uncovered_list(
            c,
            &(struct sql_support_uncovered_list_in){
                .plan_id = id, .subjects = desk_subjects(c), .now = c->now },
            &rows))
        return false;
    for (size_t i = 0; i < s->issues.n; i++)
        reason[i] = !s->issues.v[i].open; /* what is resolved asks for nothing */
    for (size_t i = 0; i < rows.n; i++) {
        const size_t at = issue_at(&s->issues, rows.v[i].issue_id);

        if (at < s->issues.n)
            reason[at] = true;
    }
    s->facts.issue_reason = reason;
    s->facts.n_issues = s->issues.n;
    return true;
}

/* When the plan was last taken up to be looked at again; 0: never. */
static bool
looked_at(struct ctx *c, struct support_plan_id id, int64_t *out)
{
    struct sql_support_step_list_rows rows = { 0 };

    *out = 0;
    if (!sql_support_step_list(
            c,
            &(struct sql_support_step_list_in){
                .plan_id = id, .subjects = desk_subjects(c), .now = c->now },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n && !*out; i++)
        if (rows.v[i].move == SUPPORT_PLAN_MOVE_LOOK_AGAIN)
            *out = rows.v[i].at;
    return true;
}

/* Ratings of goals and the evaluation that belong to this look at the plan. */
static bool
take_review(struct ctx *c, struct support_plan_id id, struct support_stock *s)
{
    const struct db_ids who = desk_subjects(c);
    struct sql_support_rating_list_rows ratings = { 0 };
    struct sql_support_review_list_rows reviews = { 0 };
    int64_t since;

    if (!looked_at(c, id, &since)
        || !sql_support_rating_list(c,
                                    &(struct sql_support_rating_list_in){
                                        .plan_id = id, .subjects = who, .now = c->now },
                                    &ratings)
        || !sql_support_review_list(c,
                                    &(struct sql_support_review_list_in){
                                        .plan_id = id, .subjects = who, .now = c->now },
                                    &reviews))
        return false;
    for (size_t g = 0; g < s->content.goals.n; g++) {
        bool rated = false;

        for (size_t i = 0; i < ratings.n && !rated; i++)
            rated =
                ratings.v[i].at >= since
                && id_same(ratings.v[i].goal_id.id, s->content.goals.v[g].goal_id.id);
        s->facts.n_rated += rated;
    }
    for (size_t i = 0; i < reviews.n; i++)
        s->facts.evaluation |= reviews.v[i].kind == SUPPORT_REVIEW_KIND_EVALUATION
                               && reviews.v[i].recorded_at >= since;
    return true;
}

static bool
take_watch(struct ctx *c, struct case_id id, bool *out)
{
    struct sql_support_watch_list_rows rows = { 0 };

    *out = false;
    if (!sql_support_watch_list(
            c,
            &(struct sql_support_watch_list_in){
                .case_id = id, .subjects = desk_subjects(c), .now = c->now },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *out |= !day_known(rows.v[i].ended_on);
    return true;
}

bool
support_stock(struct ctx *c,
              struct support_plan_id id,
              const struct sql_support_plan_one_row *p,
              struct support_stock *out)
{
    *out = (struct support_stock){
        .facts = {
            .own_goal = *p->own_goal != '\0',
            .unheard = *p->unheard != '\0',
            .policy = *p->policy != '\0',
            .interim_goal = *p->interim_goal != '\0',
            .monitoring = day_known(p->monitor_on),
            .period = day_known(p->from_on) && day_known(p->until_on),
            .lead_after = !id_none(p->lead_after.id),
            .follow_up = p->follow_use != SUPPORT_USE_NONE,
            .closes_itself = support_closes_itself(p->closing_reason),
        },
    };
    if (!support_issues(c, p->case_id, &out->issues)
        || !support_content(c, id, &out->content))
        return false;
    take_lines(c, out);
    return take_reasons(c, id, out) && take_agreed(c, id, out)
           && take_review(c, id, out) && take_watch(c, p->case_id, &out->facts.watch)
           && load_requests(c, p, &out->facts)
           && load_consent(c, p->case_id, &out->facts);
}
