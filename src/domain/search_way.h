/*
 * By which way a search goes: what a viewer reaches is looked through, the index finds and each
 * hit is asked for, or the newest are walked until enough are found. The costs were measured:
 * something reached and compared, a hit looked up and asked for, something walked over.
 * Source: design, section 9.
 */
#ifndef KASANE_DOMAIN_SEARCH_WAY_H
#define KASANE_DOMAIN_SEARCH_WAY_H

#include <stdint.h>

enum search_way { SEARCH_THROUGH, SEARCH_INDEX, SEARCH_NEWEST };

/* Counts need go no further: what is more is so much. */
enum { SEARCH_COUNT_MOST = 20000 };

/*
 * For a page of what was touched last. reached: what the viewer reaches; found: hits of the
 * index among everybody's; wanted: lines of the page and before it.
 */
enum search_way search_way_newest(int64_t reached, int64_t found, int64_t wanted);

/* For any wanted ones, where the first hits that are reached do: through or by the index. */
enum search_way search_way_any(int64_t reached, int64_t found, int64_t wanted);

#endif
