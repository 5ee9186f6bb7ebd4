/*
 * The April hand-over: a worker's cases go to successors in one act, who accept them; owner,
 * open steps and lines of the work list move together, and no open case is left to a post
 * that has ended. Source: design section 5 (post ended), practice rules 4, 25.
 */
#ifndef KASANE_DESK_SUCCESSION_H
#define KASANE_DESK_SUCCESSION_H

#include "../base/outcome.h"
#include "../policy/succession_view.h"
#include "gen/forms.h"

/* Whose cases; post empty: the viewer's own. Others' are for the head, or when a post ended. */
bool desk_successions(struct ctx *c,
                      struct post_id post,
                      struct successions_view *out) MUST_USE;

/* Who answers for a case, so that its hand-over can be shown. */
bool
desk_succession_owner(struct ctx *c, struct case_id id, struct post_id *out) MUST_USE;

/* Asks one successor for all cases that nobody was asked for yet. */
bool desk_succession_all(struct ctx *c,
                         const struct form_handover *f,
                         struct outcome *out) MUST_USE;

/* Asks a successor for one case, in the place of who was asked before. */
bool desk_succession_one(struct ctx *c,
                         struct case_id id,
                         const struct form_handover_one *f,
                         struct outcome *out) MUST_USE;

/* Takes a case over, or all that one was asked for. */
bool desk_succession_accept(struct ctx *c,
                            struct id succession,
                            struct outcome *out) MUST_USE;
bool desk_succession_accept_all(struct ctx *c, struct outcome *out) MUST_USE;
bool desk_succession_decline(struct ctx *c,
                             struct id succession,
                             const struct form_handover_answer *f,
                             struct outcome *out) MUST_USE;

#endif
