/*
 * Handing a household on from one agency of the rota to the next. Source: R-200.
 */
#ifndef KASANE_DESK_OUTREACH_PASS_H
#define KASANE_DESK_OUTREACH_PASS_H

#include "../base/outcome.h"
#include "gen/forms.h"

/*
 * Tells the next agency what was learned, and puts its next visit on the day: the one that is
 * planned already, or a new one. It gets the case handed over when it does not have it.
 */
bool desk_outreach_pass(struct ctx *c,
                        struct case_id id,
                        const struct form_outreach_pass *f,
                        struct outcome *out) MUST_USE;

#endif
