#include "reach.h"

static bool
span_empty(const struct reach_span *s)
{
    return s->until != REACH_FOREVER && s->until <= s->from;
}

size_t
reach_rows(const struct facts *f,
           const struct reach_span spans[GROUND_N],
           struct reach_row out[GROUND_N])
{
    const struct decision d = policy_decide(ACT_KNOW, f);
    size_t n = 0;

    for (enum ground g = GROUND_NONE + 1; g < GROUND_N; g++)
        if ((d.grounds & GROUND_BIT(g)) && !span_empty(&spans[g]))
            out[n++] = (struct reach_row){ .ground = g, .span = spans[g] };
    return n;
}
