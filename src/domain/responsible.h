/*
 * Which bodies answer for a case on which days, so that no day is without one. Not for who
 * may see it.
 */
#ifndef KASANE_DOMAIN_RESPONSIBLE_H
#define KASANE_DOMAIN_RESPONSIBLE_H

#include "../base/day.h"

#include <stdbool.h>
#include <stddef.h>

/* A body answers from the first to the last day; until DAY_NONE: still. */
struct span {
    struct day from;
    struct day until;
};

/*
 * Finds the first day between from and until (inclusive) on which no span lies; false when
 * there is none. Source: R-060 (甲州市 実施計画 4(3)).
 */
bool responsible_gap(const struct span *spans,
                     size_t n,
                     struct day from,
                     struct day until,
                     struct day *gap);

#endif
