/*
 * For which programs a case speaks, with the words of the plan; as show.h.
 */
#ifndef KASANE_POLICY_SHOW_TARGET_H
#define KASANE_POLICY_SHOW_TARGET_H

#include "../domain/target_rule.h"
#include "sheet_view.h"
#include "show_household.h"

/* Fills one line for each category: whether it speaks for the case, why, and the rule. */
void policy_show_targets(struct ctx *c,
                         const struct facts *facts,
                         const struct people_records *r,
                         const struct target_defs *defs,
                         struct target_line_list *out);

#endif
