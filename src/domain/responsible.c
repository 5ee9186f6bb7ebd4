#include "responsible.h"

static bool
covers(const struct span *s, struct day day)
{
    return s->from.n <= day.n && (!day_known(s->until) || day.n <= s->until.n);
}

bool
responsible_gap(const struct span *spans,
                size_t n,
                struct day from,
                struct day until,
                struct day *gap)
{
    for (struct day d = from; d.n <= until.n; d.n++) {
        bool held = false;

        for (size_t i = 0; i < n && !held; i++)
            held = covers(&spans[i], d);
        if (!held) {
            *gap = d;
            return true;
        }
    }
    return false;
}
