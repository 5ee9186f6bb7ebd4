/*
 * Office numbers as they leave the office: whether small ones are hidden from who asks, over
 * which time, and how that is said. The cells are chosen by domain/small_count.
 * Source: R-118, design section 5.
 */
#ifndef KASANE_DESK_DESK_SMALL_H
#define KASANE_DESK_DESK_SMALL_H

#include "../base/ctx.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Returns the number below which numbers are hidden; 0: all are told. Members of bodies never
 * read smaller ones; staff do, unless they ask for what may be handed outside.
 */
int64_t desk_small_below(const struct ctx *c, bool outside);

/* Returns the limit that staff may ask for by "for=outside"; 0: none is set, or no choice. */
int64_t desk_small_offered(const struct ctx *c);

/*
 * Returns the fiscal year to tell: the one asked for if it is over, else the last that is.
 * Two tables a day apart, or of two spans, would tell by their difference what each hides.
 */
int64_t desk_small_year(const struct ctx *c, int64_t asked);

/* Returns the line below a table that says what the mark means. */
const char *desk_small_note(struct ctx *c, int64_t below);

#endif
