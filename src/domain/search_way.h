/*
 * By which way a search goes: what a viewer reaches is looked through, the latest first, until
 * enough are found; or the index finds, and who is reached among its hits is looked up. The
 * costs were measured. Source: design, section 9.
 */
#ifndef KASANE_DOMAIN_SEARCH_WAY_H
#define KASANE_DOMAIN_SEARCH_WAY_H

#include <stddef.h>
#include <stdint.h>

enum search_way { SEARCH_THROUGH, SEARCH_INDEX };

/* Counts need go no further: what is more is so much. */
enum { SEARCH_COUNT_MOST = 20000 };

/*
 * For a page of what was touched last. reached: what the viewer reaches; found: hits of the
 * index among everybody's; wanted: lines of the page and before it.
 */
enum search_way search_way_newest(int64_t reached, int64_t found, int64_t wanted);

/*
 * For any wanted ones by each of n keys: all that is reached is looked through once for all
 * keys, or the index goes through the hits of each until enough of them are reached.
 */
enum search_way
search_way_any(int64_t reached, const int64_t *found, size_t n, int64_t wanted);

#endif
