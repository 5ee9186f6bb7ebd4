/*
 * Numbers of people that are too small to be told outside the office: which cells of a table
 * are hidden, so that neither a small number nor what would give it away is read. Knows
 * nothing of who reads. Source, design section 5, domain research 6.
 */
#ifndef KASANE_DOMAIN_SMALL_COUNT_H
#define KASANE_DOMAIN_SMALL_COUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is printed in place of a hidden number. */
#define SMALL_COUNT_MARK "＊"

struct small_cell {
    int64_t n; /* of people or cases; 0 or more */
    bool hidden;
};

/*
 * Marks the cells to hide. First each with 0 < n < below. Then, as their sum is known from
 * a total, the next smaller ones, until the hidden are at least two, make up below together,
 * and do not follow from their sum; a cell of 0 is never hidden. below 0 or 1 hides nothing.
 * with_total: the total is told, or known from elsewhere; without one only the small are hidden.
 * Returns whether the total must be hidden too, as too few cells are left to hide.
 */
bool small_count_hide(struct small_cell *v, size_t n, int64_t below, bool with_total);

#endif
