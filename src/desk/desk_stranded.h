/*
 * Lines of the work list that stand with a post that is over: they rise to the head, who gives
 * them to somebody in one act. Cases themselves go through desk_succession.h.
 */
#ifndef KASANE_DESK_STRANDED_H
#define KASANE_DESK_STRANDED_H

#include "../base/ctx.h"
#include "../base/outcome.h"
#include "../policy/today_view.h"
#include "gen/forms.h"

/* Adds who left lines behind, for a head; nothing for others. */
bool stranded_lines(struct ctx *c, struct stranded_list *out) MUST_USE;

/*
 * Gives all lines of that post, with their open steps and held hand-overs, to somebody who
 * works at the same desk now. MISSING for who is not the head of it. Source: R-117.
 */
bool desk_stranded_give(struct ctx *c,
                        const struct form_stranded *f,
                        struct outcome *out) MUST_USE;

#endif
