/*
 * One body of the plan as this municipality means it, and what its sittings of a fiscal year
 * came to, for a desk that sets sittings.
 */
#ifndef KASANE_DESK_SITTING_BODY_H
#define KASANE_DESK_SITTING_BODY_H

#include "../base/arena.h"
#include "../view/body_year_view.h"

#include <stdint.h>

struct ctx;
struct plan_meeting;

/*
 * Fills the page of a body; year: 0 for the present fiscal year. Counts the sittings that the
 * viewer's desk set; MISSING for who sets none. Source: R-168; practice rules 15, 22.
 */
bool desk_body_year(struct ctx *c,
                    const char *body,
                    int64_t year,
                    struct body_year_view *out) MUST_USE;

/* What the body's name means here, in sentences made from the plan. Source: R-170. */
const char *sitting_help(struct ctx *c, const struct plan_meeting *m);

#endif
