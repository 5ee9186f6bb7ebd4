#include "referral_rule.h"

#include "../base/text.h"

static bool
is_with_receiver(enum referral_state state)
{
    return state == REFERRAL_STATE_ACCEPTED || state == REFERRAL_STATE_IN_PROGRESS
           || state == REFERRAL_STATE_ON_HOLD;
}

enum referral_state
referral_after(enum referral_state state, enum referral_move move)
{
    const bool waits = state == REFERRAL_STATE_REQUESTED;

    switch (move) {
    case REFERRAL_ACCEPT:
        return waits ? REFERRAL_STATE_ACCEPTED : REFERRAL_STATE_NONE;
    case REFERRAL_RETURN:
        return waits || is_with_receiver(state) ? REFERRAL_STATE_REJECTED
                                                : REFERRAL_STATE_NONE;
    case REFERRAL_COMPLETE:
        return is_with_receiver(state) ? REFERRAL_STATE_COMPLETED : REFERRAL_STATE_NONE;
    case REFERRAL_CANCEL:
        return waits ? REFERRAL_STATE_CANCELLED : REFERRAL_STATE_NONE;
    case REFERRAL_HOLD:
        return is_with_receiver(state) && state != REFERRAL_STATE_ON_HOLD
                   ? REFERRAL_STATE_ON_HOLD
                   : REFERRAL_STATE_NONE;
    case REFERRAL_RESUME:
        return state == REFERRAL_STATE_ON_HOLD ? REFERRAL_STATE_IN_PROGRESS
                                               : REFERRAL_STATE_NONE;
    case REFERRAL_FAIL:
        return waits || state == REFERRAL_STATE_REJECTED ? REFERRAL_STATE_FAILED
                                                         : REFERRAL_STATE_NONE;
    case REFERRAL_MOVE_N:
        return REFERRAL_STATE_NONE;
    }
    return REFERRAL_STATE_NONE;
}

bool
referral_by_receiver(enum referral_move move)
{
    return move != REFERRAL_CANCEL && move != REFERRAL_FAIL;
}

bool
referral_both_responsible(enum referral_state state)
{
    return state == REFERRAL_STATE_REQUESTED;
}

bool
referral_connects(const char *outcome)
{
    return text_same(outcome, "connected") || text_same(outcome, "under_support")
           || text_same(outcome, "handed_further");
}

bool
referral_basis_needs_reason(enum basis basis)
{
    return basis == BASIS_SPECIAL_REASON || basis == BASIS_OTHER_LAW;
}
