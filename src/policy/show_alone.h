/*
 * From rows to the list of cases that one person carries alone; as show.h.
 */
#ifndef KASANE_POLICY_SHOW_ALONE_H
#define KASANE_POLICY_SHOW_ALONE_H

#include "alone_view.h"
#include "gen/rows.h"
#include "policy.h"

/* days, issues: the rule of the municipality by which the rows were chosen. */
void policy_show_alone(struct ctx *c,
                       int64_t days,
                       int64_t issues,
                       const struct sql_alone_list_rows *rows,
                       struct alone_view *out);

#endif
