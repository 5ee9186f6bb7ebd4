/*
 * From consultations to rows of a table that leaves the system; as show.h, for one kind of
 * record. The columns are the same for every desk.
 */
#ifndef KASANE_POLICY_SHOW_INTAKE_H
#define KASANE_POLICY_SHOW_INTAKE_H

#include "../domain/table.h"
#include "gen/rows.h"
#include "policy.h"

/* Makes the empty table with all its columns. */
struct table policy_intake_table(struct ctx *c, const char *title);

/*
 * Adds a consultation; facts: of the viewer about its person. What no ground opens for export
 * stays an empty cell, as if nothing had been said; a case that may not leave has no row.
 */
void policy_show_intake_row(struct ctx *c,
                            const struct facts *facts,
                            const struct sql_intake_rows_row *r,
                            struct table *out);

#endif
