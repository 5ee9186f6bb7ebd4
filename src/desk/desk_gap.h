/*
 * The yearly report of needs that no scheme meets. Source: R-091.
 */
#ifndef KASANE_DESK_GAP_H
#define KASANE_DESK_GAP_H

#include "../policy/show_gap.h"

/* The report of a fiscal year; 0: of the present one. */
bool desk_gaps(struct ctx *c, int year, struct gaps_view *out) MUST_USE;

/* The same on paper. */
bool desk_gaps_paper(struct ctx *c, int year, struct paper_view *out) MUST_USE;

#endif
