/*
 * What a household and its people can do, for the plan; as show.h.
 */
#ifndef KASANE_POLICY_SHOW_STRENGTH_H
#define KASANE_POLICY_SHOW_STRENGTH_H

#include "show_sheet.h"
#include "support_plan_view.h"

/* Adds the strengths that stand with people and households. */
void policy_show_strengths(struct ctx *c,
                           const struct facts *facts,
                           const struct people_records *r,
                           struct support_pair_list *out);

/* Adds those of one sheet: the answers to its fields of strengths. */
void policy_show_sheet_strengths(struct ctx *c,
                                 const struct facts *facts,
                                 const struct sheet_records *r,
                                 struct support_pair_list *out);

#endif
