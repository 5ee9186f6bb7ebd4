#include "search_way.h"

/* µs: to look through one that is reached, to pass a hit of the index, to look one up. */
enum { THROUGH_COST = 6, HIT_COST = 2, LOOK_COST = 16 };

/* What a large town has: how common a key is, is reckoned by it. */
enum { TOWN = 300000 };

static int64_t
least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* How many must be looked at until wanted are among them, if few of the whole town are. */
static int64_t
until(int64_t wanted, int64_t few)
{
    return few > 0 ? wanted * (TOWN / few + 1) : TOWN;
}

enum search_way
search_way_newest(int64_t reached, int64_t found, int64_t wanted)
{
    const int64_t both = reached * found / TOWN;
    const int64_t through = least(reached, until(wanted, found)) * THROUGH_COST;

    return through <= found * HIT_COST + both * LOOK_COST ? SEARCH_THROUGH
                                                          : SEARCH_INDEX;
}

enum search_way
search_way_any(int64_t reached, const int64_t *found, size_t n, int64_t wanted)
{
    int64_t index = 0;

    for (size_t i = 0; i < n; i++) {
        const int64_t hits = least(found[i], until(wanted, reached));

        index += hits * HIT_COST + least(wanted, hits * reached / TOWN) * LOOK_COST;
    }
    return reached * THROUGH_COST <= index ? SEARCH_THROUGH : SEARCH_INDEX;
}
