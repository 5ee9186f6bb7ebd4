/*
 * Why a case is seen, and what may be said before a call: pages that explain the rules.
 */
#ifndef KASANE_DESK_DESK_WHY_H
#define KASANE_DESK_DESK_WHY_H

#include "../base/id.h"
#include "../policy/consent_view.h"
#include "../policy/why_view.h"

/* Each ground on which the viewer sees the case, in plain words. */
bool desk_why(struct ctx *c, struct case_id id, struct why_view *out) MUST_USE;

/* Three lines for each party. Source: practice rule 25. */
bool desk_calls(struct ctx *c, struct case_id id, struct calls_view *out) MUST_USE;

#endif
