/*
 * Parting the two sides of a household. Not for what else keeps a case from somebody.
 */
#ifndef KASANE_DESK_DESK_SPLIT_H
#define KASANE_DESK_DESK_SPLIT_H

#include "../base/outcome.h"
#include "gen/forms.h"

/* Parts two cases of one household: nobody serves both sides. Source: practice rule 11. */
bool desk_split(struct ctx *c,
                struct case_id id,
                const struct form_split *f,
                struct outcome *out) MUST_USE;

#endif
