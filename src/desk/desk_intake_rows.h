/*
 * The consultations of a period as a table that leaves the system. Source: R-078.
 */
#ifndef KASANE_DESK_INTAKE_ROWS_H
#define KASANE_DESK_INTAKE_ROWS_H

#include "../base/ctx.h"
#include "../base/day.h"
#include "../domain/table.h"

/* Says whether the viewer's role may take records out of the system at all. */
bool desk_intake_may_export(struct ctx *c) MUST_USE;

/*
 * Fills the table of the consultations that the viewer may list: the same columns for every
 * desk, each cell as policy opens it for export. RULE when there are too many.
 */
bool desk_intake_rows(struct ctx *c,
                      struct day from,
                      struct day until,
                      struct table *out) MUST_USE;

#endif
