/*
 * From needs that no scheme meets to their view; as show.h.
 */
#ifndef KASANE_POLICY_SHOW_GAP_H
#define KASANE_POLICY_SHOW_GAP_H

#include "gap_view.h"
#include "gen/rows.h"
#include "show_paper.h"

/* Fills the report of a fiscal year. counts: over all cases; cases: those of the viewer. */
void policy_show_gaps(struct ctx *c,
                      int year,
                      const struct sql_gap_counts_rows *counts,
                      const struct sql_gap_cases_rows *cases,
                      struct gaps_view *out);

/* The same on paper, without links. */
void policy_show_gaps_paper(struct ctx *c,
                            const struct gaps_view *v,
                            struct paper_view *out);

#endif
