#include "lane.h"

#include <string.h>

enum lane_mark
lane_mark_of(const char *method, const char *result)
{
    if (strcmp(method, "letter") == 0)
        return LANE_LETTER;
    if (strcmp(result, "not_met") == 0 || strcmp(result, "refused") == 0)
        return LANE_NOT_MET;
    return strcmp(result, "met") == 0 ? LANE_MET : LANE_CALL;
}

static struct lane_gap
stretch(const struct lane_contact *v, size_t n, size_t i, struct day today)
{
    const bool open = i + 1 == n;
    const struct day to = open ? today : v[i + 1].on;

    return (struct lane_gap){
        .from = v[i].on, .to = to, .days = to.n - v[i].on.n, .open = open
    };
}

struct lane_gap
lane_gap_after(const struct lane_contact *v, size_t n, size_t i, struct day today)
{
    const struct lane_gap gap = stretch(v, n, i, today);

    return gap.days > LANE_GAP_DAYS ? gap : (struct lane_gap){ .days = 0 };
}

struct lane_sum
lane_reckon(const struct lane_contact *v, size_t n, struct day today)
{
    struct lane_sum sum = { .first = v[0].on,
                            .last = v[n - 1].on,
                            .last_met = { DAY_NONE } };

    for (size_t i = 0; i < n; i++) {
        const struct lane_gap gap = stretch(v, n, i, today);

        if (v[i].mark == LANE_MET) {
            sum.met++;
            sum.last_met = v[i].on;
        }
        if (v[i].mark == LANE_NOT_MET)
            sum.not_met++;
        if (gap.days > sum.longest.days)
            sum.longest = gap;
    }
    return sum;
}
