/*
 * What the moves of a hand-over share. Only desk includes this.
 */
#ifndef KASANE_DESK_REFERRAL_PART_H
#define KASANE_DESK_REFERRAL_PART_H

#include "../domain/referral_rule.h"
#include "desk_send.h"

bool desk_referral_load(struct ctx *c,
                        struct referral_id id,
                        struct sql_referral_show_row *r) MUST_USE;

/* Who makes the move, whether it may be made now, and whether policy lets the post. */
bool desk_referral_check(struct ctx *c,
                         const struct sql_referral_show_row *r,
                         enum referral_move move,
                         enum referral_state *after) MUST_USE;

/* The record as it stands, to be changed by a move. */
struct sql_referral_move_in desk_referral_stands(struct ctx *c,
                                                 struct referral_id id,
                                                 const struct sql_referral_show_row *r);

/* The case is handed on once somebody has taken what triage wanted another desk to take. */
bool desk_referral_hand_on(struct ctx *c, struct case_id id) MUST_USE;

/* Keeps the version of a move that is written, and clears the duties of the state before. */
bool desk_referral_moved(struct ctx *c,
                         struct referral_id id,
                         int64_t version,
                         struct case_id case_id,
                         const char *why,
                         const char *body) MUST_USE;

/* Writes the move with its version; the duties of the state before are cleared. */
bool desk_referral_put(struct ctx *c,
                       const struct sql_referral_move_in *in,
                       struct case_id case_id,
                       const char *why,
                       const char *body) MUST_USE;

#endif
