/*
 * Counting the days on which a desk works. Closing days beyond week-ends are data of the
 * municipality.
 */
#ifndef KASANE_DOMAIN_WORKING_DAY_H
#define KASANE_DOMAIN_WORKING_DAY_H

#include "../base/day.h"
#include "gen/enums.h"

/* A year's closing days of a municipality, in order; n may be 0. */
struct closing_days {
    const struct day *v;
    size_t n;
};

/* Says whether desks work on the day: neither week-end, 年末年始, nor a closing day. */
bool working_day(struct day day, const struct closing_days *closed);

/* Returns the n-th working day after the day; the day itself or the next for n = 0. */
struct day working_day_after(struct day day, int n, const struct closing_days *closed);

/*
 * How many working days a case of this urgency may wait until its course is decided.
 * Source: domain research 3.5 (proposed); a profile may set its own.
 */
int working_days_to_triage(enum urgency urgency);

/* How many until a hand-over of this urgency is to be confirmed. Same source. */
int working_days_to_confirm(enum urgency urgency);

#endif
