/*
 * Reaching out to people who did not ask: the list, the log of the relation with its attempts
 * and letters, visits in turn, the net around somebody, and handing over when trust is built.
 * The log lies apart from the record of services. Source.
 */
#ifndef KASANE_DESK_OUTREACH_H
#define KASANE_DESK_OUTREACH_H

#include "../base/outcome.h"
#include "../policy/outreach_view.h"
#include "gen/forms.h"

/* What the list is narrowed to. */
struct outreach_query {
    const char *state; /* a code of enum outreach_state; "" all but ended */
    bool refused;      /* who said no at least once */
    int64_t silent;    /* days without a meeting; 0: all */
    int64_t page;      /* from 1 */
};

bool desk_outreach_list(struct ctx *c,
                        const struct outreach_query *q,
                        struct outreach_list_view *out) MUST_USE;

/*
 * Opens a case of which one only has heard; desks that the plan charges with outreach get it
 * handed over, or find it on their own list. gathering: where it was found, or empty.
 */
bool desk_outreach_new(struct ctx *c,
                       const struct form_outreach_new *f,
                       struct id gathering,
                       struct outcome *out) MUST_USE;

/* Begins to reach out in a case that is there already. */
bool desk_outreach_start(struct ctx *c,
                         struct case_id id,
                         const struct form_outreach_start *f,
                         struct outcome *out) MUST_USE;

/* What the page's form to mend begins with; only what the viewer may see. */
struct outreach_now {
    enum outreach_state state;
    const char *stage;
    const char *safety;
    bool coordinating;
    int64_t version;
};

/* The log of one relation; contacts of other agencies show when and how, not what. */
bool desk_outreach_show(struct ctx *c,
                        struct case_id id,
                        struct outreach_view *out,
                        struct outreach_now *now) MUST_USE;

/* The case of a planned visit. */
bool
desk_outreach_turn(struct ctx *c, struct turn_id turn, struct case_id *out) MUST_USE;

bool desk_outreach_source(struct ctx *c,
                          struct case_id id,
                          const struct form_outreach_source *f,
                          struct outcome *out) MUST_USE;

/*
 * Adds an attempt. RULE where the plan wants a policy decided before the city visits and none
 * is.
 */
bool desk_outreach_contact(struct ctx *c,
                           struct case_id id,
                           const struct form_outreach_contact *f,
                           struct outcome *out) MUST_USE;

/* Plans visits; agencies that do not have the case get it handed over. */
bool desk_outreach_plan(struct ctx *c,
                        struct case_id id,
                        const struct form_outreach_plan *f,
                        struct outcome *out) MUST_USE;

/* Calls off what is still to come of the series that the planned visit belongs to. */
bool
desk_outreach_cancel(struct ctx *c, struct turn_id turn, struct outcome *out) MUST_USE;

bool desk_outreach_tie(struct ctx *c,
                       struct case_id id,
                       const struct form_outreach_tie *f,
                       struct outcome *out) MUST_USE;
bool desk_outreach_tie_end(struct ctx *c,
                           struct tie_id tie,
                           const struct form_outreach_tie_end *f,
                           struct outcome *out) MUST_USE;

/* Moves state and stage, notes what to mind at a visit. Ending wants a reason. */
bool desk_outreach_mend(struct ctx *c,
                        struct case_id id,
                        const struct form_outreach_mend *f,
                        struct outcome *out) MUST_USE;

/* Hands over to the work of several agencies; RULE where consent is wanted and missing. */
bool desk_outreach_hand(struct ctx *c,
                        struct case_id id,
                        const struct form_outreach_hand *f,
                        struct outcome *out) MUST_USE;

/* The desks that somebody may choose from. */
bool desk_choices(struct ctx *c, struct outreach_desk_list *out) MUST_USE;

/* Letters to be used again; what was sent keeps its text. */
bool desk_letters(struct ctx *c, struct letters_view *out) MUST_USE;
bool desk_letter_put(struct ctx *c,
                     const struct form_letter *f,
                     struct outcome *out) MUST_USE;

#endif
