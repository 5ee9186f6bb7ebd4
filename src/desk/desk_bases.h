/*
 * The register of legal bases with its uses: what the plan, its programs and meetings cite,
 * and how often something was given on each basis. Figures only. Source.
 */
#ifndef KASANE_DESK_DESK_BASES_H
#define KASANE_DESK_DESK_BASES_H

#include "../base/ctx.h"
#include "../view/bases_view.h"

#include <stdbool.h>

/*
 * Fills the page for a fiscal year; 0: the present one. outside: as it may leave the office,
 * with small numbers hidden.
 */
bool
desk_bases(struct ctx *c, int64_t year, bool outside, struct bases_view *out) MUST_USE;

#endif
