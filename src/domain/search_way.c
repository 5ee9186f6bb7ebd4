#include "search_way.h"

/* µs, and the cases of a large town, which walking is reckoned with where it is not known. */
enum { THROUGH_COST = 10, INDEX_COST = 14, WALK_COST = 5, TOWN = 300000 };

static int64_t
least(int64_t a, int64_t b)
{
    return a < b ? a : b;
}

/* How many must be looked at until wanted of them are among the few of all. */
static int64_t
until(int64_t wanted, int64_t few, int64_t all)
{
    return few > 0 ? least(all, wanted * (all / few + 1)) : all;
}

enum search_way
search_way_newest(int64_t reached, int64_t found, int64_t wanted)
{
    const int64_t both = reached * found / TOWN;
    const int64_t through = reached * THROUGH_COST;
    const int64_t index = found * INDEX_COST;
    const int64_t walk = until(wanted, both, TOWN) * WALK_COST;

    if (through <= index && through <= walk)
        return SEARCH_THROUGH;
    return index <= walk ? SEARCH_INDEX : SEARCH_NEWEST;
}

enum search_way
search_way_any(int64_t reached, int64_t found, int64_t wanted)
{
    const int64_t hits = least(found, until(wanted, reached, TOWN));

    return reached * THROUGH_COST <= hits * INDEX_COST ? SEARCH_THROUGH : SEARCH_INDEX;
}
