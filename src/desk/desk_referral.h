/*
 * Acts about hand-overs (つなぎ): sending one, confirming, returning with the reason,
 * reporting the outcome, taking it back. Both sides are responsible until it is confirmed.
 */
#ifndef KASANE_DESK_REFERRAL_H
#define KASANE_DESK_REFERRAL_H

#include "../base/outcome.h"
#include "../policy/show.h"
#include "gen/forms.h"

/* Hands a case over to a desk. Source: design section 6; practice rule 1. */
bool desk_referral_send(struct ctx *c,
                        struct case_id id,
                        const struct form_referral_new *f,
                        struct draft_id draft,
                        struct outcome *out) MUST_USE;

/* The receiver confirms; from now on it is responsible too, with its own next step. */
bool desk_referral_accept(struct ctx *c,
                          struct referral_id id,
                          const struct form_referral_accept *f,
                          struct outcome *out) MUST_USE;

/* The receiver sends it back with the reason; its reach ends with this act. */
bool desk_referral_return(struct ctx *c,
                          struct referral_id id,
                          const struct form_referral_return *f,
                          struct outcome *out) MUST_USE;

/* The receiver reports first contact and outcome. */
bool desk_referral_complete(struct ctx *c,
                            struct referral_id id,
                            const struct form_referral_complete *f,
                            struct outcome *out) MUST_USE;

/* The sender takes it back before it is confirmed; the receiver's reach ends. */
bool desk_referral_cancel(struct ctx *c,
                          struct referral_id id,
                          struct outcome *out) MUST_USE;

/* The receiver cannot go on for now; and goes on again. */
bool desk_referral_hold(struct ctx *c,
                        struct referral_id id,
                        const struct form_referral_hold *f,
                        struct outcome *out) MUST_USE;
bool desk_referral_resume(struct ctx *c,
                          struct referral_id id,
                          struct outcome *out) MUST_USE;

/* Nobody could take it: the need is kept in the gap ledger, without the person. */
bool desk_referral_fail(struct ctx *c,
                        struct referral_id id,
                        const struct form_referral_fail *f,
                        struct outcome *out) MUST_USE;

/* Keys in, by the code on the sheet, what the receiver answered on paper. Source: F7. */
bool desk_referral_reply(struct ctx *c,
                         const struct form_referral_reply *f,
                         struct outcome *out) MUST_USE;

/* The page for a new one; one that was sent; the lists of the viewer's desk. */
bool desk_referral_new(struct ctx *c,
                       struct case_id id,
                       struct referral_new_view *out) MUST_USE;
bool desk_referral_show(struct ctx *c,
                        struct referral_id id,
                        struct referral_view *out) MUST_USE;
bool desk_referral_list(struct ctx *c, struct referral_list_view *out) MUST_USE;

#endif
