/* The tab 会議 of a case: what meetings said of it, and the way to the next one. */
#include "desk_sitting_part.h"

#include "../base/vec.h"
#include "../policy/shown.h"
#include "desk_case_head.h"
#include "desk_sitting_body.h"

enum { AHEAD_DAYS = 200 };

static void
show_items(struct ctx *c,
           const struct sql_case_items_rows *rows,
           struct case_meetings_view *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_case_items_row *r = &rows->v[i];

        policy_show_case_item(c, r, sitting_body_name(c, r->acts_as), out);
    }
}

/* The sittings that are still to come, to put the case on one of them. */
static bool
show_planned(struct ctx *c, struct case_meetings_view *out)
{
    const struct day today = day_of(c->now);
    struct sql_sitting_list_rows rows = { 0 };
    struct sittings_view all = { .new_path = NULL };

    if (!sql_sitting_list(
            c,
            &(struct sql_sitting_list_in){ .desk = c->viewer->desk,
                                           .post = c->viewer->post,
                                           .shares = role_shares_desk(c->viewer->role),
                                           .since = today,
                                           .until = { today.n + AHEAD_DAYS } },
            &rows))
        return false;
    policy_show_sittings(c, &rows, sitting_body_name, &all);
    for (size_t i = 0; i < all.today.n; i++)
        *VEC_PUSH(c->mem, &out->planned) = all.today.v[i];
    for (size_t i = 0; i < all.coming.n; i++)
        *VEC_PUSH(c->mem, &out->planned) = all.coming.v[i];
    return true;
}

static void
show_ways(struct ctx *c,
          struct case_id id,
          const struct matter *matter,
          struct case_meetings_view *out)
{
    const struct plan_meeting *way = sitting_way_out(c->town->profile);
    const char *path = show_path(c, "cases", id.id, "");

    out->item_path = arena_printf(c->mem, "%s/agenda", path);
    out->application_path = arena_printf(c->mem, "%s/plan", path);
    out->new_path =
        arena_printf(c->mem, "%s/meetings/new?case=%s", c->town->path, id.id.s);
    out->consent = sitting_matter_text(c, matter);
    if (matter->n < matter->all && way)
        out->way_out = sitting_body_name(c, way->id);
    if (c->town->profile->plan_lifecycle.application_needed)
        out->needs_application =
            "この市では、利用申込があると、重層的支援会議でプランを話せます。";
}

/* By which version of the rules each plan was made. Source: R-167. */
static bool
show_rules(struct ctx *c, struct case_id id, struct case_meetings_view *out)
{
    struct sql_support_plan_list_rows plans = { 0 };
    const char *rule;

    if (!sql_support_plan_list(
            c,
            &(struct sql_support_plan_list_in){
                .case_id = id, .subjects = desk_subjects(c), .now = c->now },
            &plans))
        return false;
    for (size_t i = 0; i < plans.n; i++) {
        const struct sql_support_plan_list_row *p = &plans.v[i];

        if (!body_rule_on(c, day_of(p->made_at), &rule))
            return false;
        if (rule)
            *VEC_PUSH(c->mem, &out->rules) = (struct link_view){
                .text = arena_printf(c->mem, "%s（%s）　%s",
                                     support_plan_kind_label(p->kind),
                                     day_short(c->mem, day_of(p->made_at)), rule),
            };
    }
    return true;
}

bool
desk_case_meetings(struct ctx *c, struct case_id id, struct case_meetings_view *out)
{
    const struct db_ids who = desk_subjects(c);
    struct sql_case_items_rows items = { 0 };
    struct sql_decided_of_case_rows roles = { 0 };
    struct facts facts;
    struct decision d;
    struct matter matter;

    *out = (struct case_meetings_view){ .may_table = false };
    if (!desk_case_head(c, id, CASE_TAB_MEETINGS, &out->head)
        || !desk_allow(c, id, ACT_VIEW, ITEM_COORDINATION, OWN_NONE, &facts)
        || !sql_case_items(
            c,
            &(struct sql_case_items_in){ .case_id = id,
                                         .desk = c->viewer->desk,
                                         .shares = role_shares_desk(c->viewer->role) },
            &items)
        || !sql_decided_of_case(c,
                                &(struct sql_decided_of_case_in){
                                    .case_id = id, .subjects = who, .now = c->now },
                                &roles)
        || !sitting_matter(c, id, &matter) || !show_planned(c, out))
        return false;
    facts.own = OWN_SELF;
    d = policy_decide(ACT_WRITE, &facts);
    out->may_table = decision_allows(&d, ITEM_COORDINATION);
    show_items(c, &items, out);
    facts.own = OWN_NONE;
    policy_show_decided(c, &facts, &roles, &out->roles);
    show_ways(c, id, &matter, out);
    return show_rules(c, id, out);
}
