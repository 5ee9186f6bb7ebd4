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

#endif
