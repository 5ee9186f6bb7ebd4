#include "decision.h"

bool
decision_allows(const struct decision *d, enum item_class item)
{
    return item != ITEM_NONE && (d->allow & ITEM_BIT(item)) != 0;
}

bool
decision_owes(const struct decision *d, enum obligation o)
{
    return (d->obligations & OBLIGATION_BIT(o)) != 0;
}

void
decision_narrow(struct decision *d, uint32_t keep)
{
    d->narrowed |= d->allow & ~keep;
    d->allow &= keep;
    if (d->allow)
        return;
    d->grounds = 0;
    d->obligations = 0;
    if (d->reason == DENY_NONE)
        d->reason = DENY_ROLE;
}

enum ground
decision_ground(const struct decision *d)
{
    for (enum ground g = GROUND_NONE + 1; g < GROUND_N; g++)
        if (d->grounds & GROUND_BIT(g))
            return g;
    return GROUND_NONE;
}
