/*
 * What sittings put on the work list of the desk that sets them.
 */
#ifndef KASANE_DESK_SITTING_WORK_H
#define KASANE_DESK_SITTING_WORK_H

#include "../base/ctx.h"
#include "../base/day.h"
#include "../policy/today_view.h"

/*
 * Adds, for who shares the desk: who comes is not said yet, the day is over and the sitting
 * was not ended, minutes not written, list not settled, papers not returned, an item with no
 * sitting to go on at, an answer by telephone not confirmed. until: the last day ahead.
 * Source: practice rules 16, 17; design section 6.
 */
bool sitting_duties(struct ctx *c, struct day until, struct today_view *out) MUST_USE;

/* How many such lines are due by today: for the number beside the page's name. */
bool sitting_duties_due(struct ctx *c, size_t *n) MUST_USE;

/* Adds the sittings of today, those of the desk and those one is invited to. */
bool sitting_of_today(struct ctx *c, struct today_view *out) MUST_USE;

#endif
