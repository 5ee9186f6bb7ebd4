/*
 * The pages of the 実施計画: what the profile in force states, in the words of its
 * municipality. Nothing here is about a person, and nothing can fail.
 */
#ifndef KASANE_DESK_PLAN_H
#define KASANE_DESK_PLAN_H

#include "../base/ctx.h"
#include "../view/plan_view.h"

/* Fills what all pages begin with. here: the path of the page's tab ("/plan/programs"). */
void desk_plan_head(struct ctx *c,
                    const char *here,
                    const char *heading,
                    const char *report,
                    struct plan_head_view *out);

/* The overview; the sections and bodies. */
void desk_plan_overview(struct ctx *c, struct plan_overview_view *out);
void desk_plan_bodies(struct ctx *c, struct plan_bodies_view *out);

/* A table for each statutory item; item: that one alone, 0 for all. Source. */
void desk_plan_programs(struct ctx *c, int64_t item, struct plan_programs_view *out);

/* Who answers for what, a row for each delivery. Source: R-036. */
void desk_plan_matrix(struct ctx *c, struct plan_matrix_view *out);

void desk_plan_meetings(struct ctx *c, struct plan_meetings_view *out);
void desk_plan_indicators(struct ctx *c, struct plan_indicators_view *out);
void desk_plan_linkages(struct ctx *c, struct plan_linkages_view *out);
void desk_plan_history(struct ctx *c, struct plan_history_view *out);
void desk_plan_initiatives(struct ctx *c, struct plan_initiatives_view *out);

/* How it is done: life of a support plan, outreach, participation, networks, training. */
void desk_plan_ways(struct ctx *c, struct plan_sections_view *out);

/* What this municipality calls things: fields, meetings, issues, names of earlier years. */
void desk_plan_words(struct ctx *c, struct plan_sections_view *out);

#endif
