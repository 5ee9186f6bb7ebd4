/*
 * How the plan's codes, days and years are said on its pages, in the municipality's own style
 * of years. Only desk_plan includes this.
 */
#ifndef KASANE_DESK_PLAN_SAY_H
#define KASANE_DESK_PLAN_SAY_H

#include "../base/ctx.h"
#include "../domain/plan.h"

/* Returns "令和8年度" or "2026年度", as the plan prints years. Source: D-24. */
const char *say_year(struct ctx *c, int64_t fiscal_year);

/* Returns "令和8年3月" for "2026-03", a day or a fiscal year ("FY2024"); NULL for NULL. */
const char *say_when(struct ctx *c, const char *date);

/* Returns "令和8年4月～令和10年3月", a half of it, or NULL when neither is stated. */
const char *say_span(struct ctx *c, const char *start, const char *end);

/* Returns what a code of the file is called ("upper": 上位の計画); the code itself otherwise. */
const char *say_label(const char *code);

/* Returns what a kind of organization is called, in the city's word for its field. */
const char *say_kind(struct ctx *c, const char *kind);

/* Returns "社会福祉法106条の6第3項"; all of a list, with ・ between; NULL for none. */
const char *say_law(struct ctx *c, const struct plan_legal_basis *v, size_t n);

/* Returns a number as the plan prints it ("3.5"), with its unit. */
const char *say_number(struct ctx *c, struct decimal v, const char *unit);

#endif
