#include "show_head.h"

#include "../base/vec.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

/* Where each page of a case lies; NULL: there is none yet. */
/* clang-format off */
static const char *const TAB_PATHS[CASE_TAB_N] = {
    /* clang-format off */
    [CASE_TAB_OVERVIEW] = "",
    [CASE_TAB_PEOPLE] = "/people",
    [CASE_TAB_ISSUES] = "/issues",
    [CASE_TAB_PICTURES] = "/pictures",
    [CASE_TAB_SHEETS] = "/sheets",
    [CASE_TAB_OUTREACH] = "/outreach",
    [CASE_TAB_CONSENTS] = "/consents",
    [CASE_TAB_MEETINGS] = "/meetings",
    [CASE_TAB_PLAN] = "/plan",
    [CASE_TAB_SERVICES] = "/enrolments",
    [CASE_TAB_PLACES] = "/places",
    [CASE_TAB_PAPERS] = "/papers",
    [CASE_TAB_PROTECTION] = "/protection",
    [CASE_TAB_COURSE] = "/course",
    [CASE_TAB_CHILDCARE] = "/childcare",
    /* clang-format on */
};
/* clang-format on */

const char *
show_case_title(struct ctx *c,
                const struct decision *d,
                const struct sql_case_show_row *head,
                const struct sql_case_people_rows *people)
{
    const char *name = people->n && *people->v[0].name ? people->v[0].name : NULL;

    name = mask_text(d, ITEM_IDENTITY, name);
    return name ? arena_printf(c->mem, "%sさん世帯", name) : head->number;
}

/* Whether the page behind the tab opens to who writes to the case. */
static bool
opens(const struct facts *facts, const struct decision *writes, enum case_tab tab)
{
    if (tab == CASE_TAB_CHILDCARE)
        return decision_allows(writes, ITEM_CHILDCARE);
    return !policy_emergency_alone(facts)
           || (tab != CASE_TAB_MEETINGS && tab != CASE_TAB_PAPERS
               && tab != CASE_TAB_PROTECTION);
}

static void
add_tabs(struct ctx *c,
         const struct facts *facts,
         struct case_id id,
         enum case_tab tab,
         struct link_list *out)
{
    struct facts f = *facts;
    struct decision d;

    f.own = OWN_SELF;
    d = policy_decide(ACT_WRITE, &f);
    if (!decision_allows(&d, ITEM_WELFARE) || facts->handed == HANDED_WAITING)
        return;
    for (int i = CASE_TAB_OVERVIEW; i < CASE_TAB_N; i++)
        if (TAB_PATHS[i] && opens(facts, &d, (enum case_tab)i))
            *VEC_PUSH(c->mem, out) =
                (struct link_view){ .path = show_path(c, "cases", id.id, TAB_PATHS[i]),
                                    .text = case_tab_label((enum case_tab)i),
                                    .current = i == (int)tab };
}

void
policy_show_head(struct ctx *c,
                 const struct facts *facts,
                 struct case_id id,
                 const struct sql_case_show_row *head,
                 const struct sql_case_people_rows *people,
                 enum case_tab tab,
                 struct case_head_view *out)
{
    const struct facts page = show_facts_of_page(facts);
    const struct decision d = policy_decide(ACT_VIEW, &page);
    const char *state = case_state_label(head->state);

    *out = (struct case_head_view){
        .number = head->number,
        .title = show_case_title(c, &d, head, people),
        .state = mask_text(&d, ITEM_COORDINATION, state),
        .lead = arena_printf(c->mem, "%s　%s", head->desk, head->owner),
        .path = show_path(c, "cases", id.id, ""),
    };
    if (head->urgency >= URGENCY_WATCH)
        out->urgency = mask_text(&d, ITEM_COORDINATION, urgency_label(head->urgency));
    add_tabs(c, facts, id, tab, &out->tabs);
    shown_note(c, SHOWN_CASE, id.id, d.allow, d.grounds);
}
