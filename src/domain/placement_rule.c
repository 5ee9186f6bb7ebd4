#include "placement_rule.h"

static bool
on_the_way(enum placement_state s)
{
    return s == PLACEMENT_STATE_ACCEPTED || s == PLACEMENT_STATE_VISIT
           || s == PLACEMENT_STATE_TRIAL;
}

bool
placement_may_move(enum placement_state from, enum placement_state to)
{
    switch (to) {
    case PLACEMENT_STATE_ACCEPTED:
        return from == PLACEMENT_STATE_PROPOSED;
    case PLACEMENT_STATE_DECLINED:
        return from == PLACEMENT_STATE_PROPOSED || on_the_way(from);
    case PLACEMENT_STATE_VISIT:
        return from == PLACEMENT_STATE_ACCEPTED;
    case PLACEMENT_STATE_TRIAL:
        return from == PLACEMENT_STATE_ACCEPTED || from == PLACEMENT_STATE_VISIT;
    case PLACEMENT_STATE_REGULAR:
        return on_the_way(from);
    case PLACEMENT_STATE_ROLE:
        return from == PLACEMENT_STATE_REGULAR;
    case PLACEMENT_STATE_ENDED:
        return on_the_way(from) || placement_is_there(from);
    case PLACEMENT_STATE_PROPOSED:
    case PLACEMENT_STATE_NONE:
        break;
    }
    return false;
}

bool
placement_is_there(enum placement_state state)
{
    return state == PLACEMENT_STATE_REGULAR || state == PLACEMENT_STATE_ROLE;
}
