/*
 * Emergencies: a post on duty looks somebody up by name and one thing more, or opens one case
 * in danger. Each use is kept with its reason, told to the owner, boxed in time and reviewed;
 * one that nobody has reviewed warns and blocks nothing. Source: practice rule 6; design 5.
 */
#ifndef KASANE_DESK_EMERGENCY_H
#define KASANE_DESK_EMERGENCY_H

#include "../base/outcome.h"
#include "../policy/emergency_view.h"
#include "gen/forms.h"

/* What is open to the post now. */
bool desk_emergency(struct ctx *c, struct emergency_view *out) MUST_USE;

/* Looks somebody up. What is hidden from the post and what is absent are missed alike. */
bool desk_emergency_find(struct ctx *c,
                         const struct form_emergency *f,
                         struct outcome *out) MUST_USE;

/* Opens one case that the post reaches, for the time box. */
bool desk_glass(struct ctx *c, struct case_id id, struct glass_view *out) MUST_USE;
bool desk_glass_break(struct ctx *c,
                      struct case_id id,
                      const struct form_break_glass *f,
                      struct outcome *out) MUST_USE;

/* The review: of one's desk for a head, of all for the privacy officer; who is on duty. */
bool desk_emergency_queue(struct ctx *c, struct review_view *out) MUST_USE;
bool desk_emergency_review(struct ctx *c,
                           struct use_id id,
                           const struct form_emergency_review *f,
                           struct outcome *out) MUST_USE;
bool desk_duty_add(struct ctx *c,
                   const struct form_duty_post *f,
                   struct outcome *out) MUST_USE;
bool desk_duty_end(struct ctx *c, struct post_id post, struct outcome *out) MUST_USE;

/* Says whether the code is the account's next one; uses it up. */
bool desk_emergency_code(struct ctx *c, const char *code, bool *good) MUST_USE;

#endif
