#include "restriction.h"

enum restriction_state
restriction_stands(const struct restriction_facts *r, struct day today)
{
    if (r->lifted)
        return RESTRICTION_STATE_LIFTED;
    if (day_known(r->lift_until) && today.n <= r->lift_until.n)
        return RESTRICTION_STATE_LIFTING;
    if (day_known(r->until_on) && today.n > r->until_on.n)
        return RESTRICTION_STATE_OVERDUE;
    return r->decided ? RESTRICTION_STATE_IN_FORCE : RESTRICTION_STATE_ASKED;
}

bool
restriction_holds(enum restriction_state state)
{
    return state != RESTRICTION_STATE_LIFTED;
}

enum lift_verdict
restriction_may_confirm(enum restriction_state state, bool same_person)
{
    if (state == RESTRICTION_STATE_LIFTED)
        return LIFT_DONE;
    if (state != RESTRICTION_STATE_LIFTING)
        return LIFT_NOT_ASKED;
    return same_person ? LIFT_SAME_PERSON : LIFT_YES;
}
