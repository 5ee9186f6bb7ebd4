/*
 * Which desks take consultations while intake is built up stage by stage. What was taken
 * stays valid whatever is set. Source: R-072.
 */
#ifndef KASANE_DESK_ROLLOUT_H
#define KASANE_DESK_ROLLOUT_H

#include "../base/ctx.h"
#include "../base/outcome.h"
#include "../view/rollout_view.h"
#include "gen/forms.h"

bool desk_rollout(struct ctx *c, struct rollout_view *out) MUST_USE;

/* Sets the desks; none: all take consultations. */
bool desk_rollout_set(struct ctx *c,
                      const struct form_rollout *f,
                      struct outcome *out) MUST_USE;

#endif
