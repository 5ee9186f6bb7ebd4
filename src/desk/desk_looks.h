/*
 * Looks that ask for a reason: at night, without a task, many at once, of the same name. The
 * rules are data (codes/look_rule.yaml). For the privacy officer and the auditor.
 */
#ifndef KASANE_DESK_DESK_LOOKS_H
#define KASANE_DESK_DESK_LOOKS_H

#include "../base/ctx.h"
#include "../base/outcome.h"
#include "../view/looks_view.h"
#include "gen/forms.h"

/* Fills the looks of the last days, those without an answer first. */
bool desk_looks(struct ctx *c, struct looks_view *out) MUST_USE;

/* Notes what was found out about one. */
bool desk_look_review(struct ctx *c,
                      const struct form_look_review *f,
                      struct outcome *out) MUST_USE;

#endif
