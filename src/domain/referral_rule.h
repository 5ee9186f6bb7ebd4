/*
 * The life of a hand-over: which move may follow which state, and who makes it. Not who may
 * see it: that is policy.
 */
#ifndef KASANE_DOMAIN_REFERRAL_RULE_H
#define KASANE_DOMAIN_REFERRAL_RULE_H

#include "gen/enums.h"

#include <stdbool.h>

enum referral_move {
    REFERRAL_ACCEPT,   /* the receiver confirms */
    REFERRAL_RETURN,   /* the receiver sends it back, with the reason */
    REFERRAL_COMPLETE, /* the receiver reports first contact and outcome */
    REFERRAL_CANCEL,   /* the sender takes it back before it is confirmed */
    REFERRAL_HOLD,     /* the receiver cannot go on for now */
    REFERRAL_RESUME,   /* and goes on again */
    REFERRAL_FAIL,     /* the sender finds that nobody can take it */
    REFERRAL_MOVE_N
};

/*
 * Returns the state after the move, or REFERRAL_STATE_NONE when it may not be made now.
 * Source: design section 6 (states as FHIR Task).
 */
enum referral_state referral_after(enum referral_state state, enum referral_move move);

/* Says whether the receiver makes the move; else the sender does. */
bool referral_by_receiver(enum referral_move move);

/* Says whether both sides are responsible: until the receiver confirms. */
bool referral_both_responsible(enum referral_state state);

/* Says whether the outcome means that the person is connected: the sender's duty ends. */
bool referral_connects(const char *outcome);

/* Says whether the basis needs its reason in words. Source: practice rule 1 ④ ⑥. */
bool referral_basis_needs_reason(enum basis basis);

#endif
