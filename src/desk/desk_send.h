/*
 * Putting a hand-over on its way: what a person sends, and what the municipality's rules send
 * at once (the pool, the general desk, the section for rights). Only desk includes this.
 */
#ifndef KASANE_DESK_SEND_H
#define KASANE_DESK_SEND_H

#include "desk_part.h"

/* The step that intake makes and that deciding the course finishes. */
#define STEP_TRIAGE "方針を決める"

/* What a hand-over opens to the receiver: records stay with their desk. */
#define HANDED_ITEMS                                                                   \
    (ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_CONTACT)       \
     | ITEM_BIT(ITEM_COORDINATION) | ITEM_BIT(ITEM_SAFETY) | ITEM_BIT(ITEM_WELFARE))

/* A hand-over that a rule of the municipality makes. */
struct rule_referral {
    const char *rule; /* RULE_POOL_DESK …: names the desk, and stays in the record */
    enum basis basis; /* NONE: the usual one */
    const char *basis_reason;
    const char *ask; /* a code of referral_ask */
    const char *purpose;
    const char *handed;
    uint32_t items; /* 0: HANDED_ITEMS */
    enum urgency urgency;
};

/*
 * Sends it unless the desk is the viewer's own, there is none, or the case is with it
 * already. sent says whether it went; own whether the desk is the viewer's.
 */
bool desk_send_by_rule(struct ctx *c,
                       struct case_id id,
                       const struct rule_referral *r,
                       bool *sent,
                       bool *own) MUST_USE;

/* Sends it to that desk, where it is not yet. */
bool desk_send_to(struct ctx *c,
                  struct case_id id,
                  const struct rule_referral *r,
                  struct desk_id to) MUST_USE;

/*
 * Whether the law lets this be given on that basis: a rule of policy, not of this room. By
 * consent goes what consent covers for this receiver and no more: items is narrowed.
 */
bool desk_may_give(struct ctx *c,
                   struct sql_referral_add_in *in,
                   enum post_kind receiver) MUST_USE;

/*
 * Puts the hand-over with its duties on both sides, the receiver's reach, and the register of
 * what was given. to: the name of the receiving desk.
 */
bool desk_put_referral(struct ctx *c,
                       const struct sql_referral_add_in *in,
                       const char *to) MUST_USE;

/* Whether the case is on its way to the desk or there, sent by that rule; "": by somebody. */
bool desk_referral_there(struct ctx *c,
                         struct case_id id,
                         struct desk_id desk,
                         const char *rule,
                         bool *out) MUST_USE;

/* The basis that the settings propose from the viewer to such an agency. */
enum basis desk_default_basis(const struct ctx *c, const char *receiver_kind);

#endif
