/*
 * Small parts that the pages of the plan are filled with. Only desk_plan*.c include this.
 */
#ifndef KASANE_DESK_PLAN_PART_H
#define KASANE_DESK_PLAN_PART_H

#include "../base/vec.h"
#include "../domain/plan_flow.h"
#include "../domain/town.h"
#include "desk_plan.h"
#include "desk_plan_say.h"

/* Adds a name with its text; what the plan does not say is NULL and stays. */
void plan_fact(struct ctx *c, struct fact_list *to, const char *name, const char *text);

/* Adds it only when there is a text. */
void
plan_fact_said(struct ctx *c, struct fact_list *to, const char *name, const char *text);

/* Adds a line of text; the labels of tags. */
void plan_line(struct ctx *c, struct link_list *to, const char *text);
void plan_lines(struct ctx *c, struct link_list *to, const struct texts *tags);

/* Adds a mark of a matrix, or its empty place. */
void plan_tick(struct ctx *c, struct tick_list *to, const char *name, bool on);

/* Adds the chronology; the editions before and after this one. */
void plan_miles(struct ctx *c, struct fact_list *to);
void plan_editions(struct ctx *c, struct related_plan_list *to);

/* Returns the name of a meeting, program or body by its id; the id itself otherwise. */
const char *plan_ref(struct ctx *c, const char *id);

/* Returns the names of ids with 、 between; NULL for none. */
const char *plan_refs(struct ctx *c, const struct texts *ids);

/* Returns the texts, the labels of tags, with 、 between; NULL for none. */
const char *plan_list_text(struct ctx *c, const struct texts *list);
const char *plan_tag_list(struct ctx *c, const struct texts *tags);

/* Returns the sites of one delivery as the plan prints them, or NULL. */
const char *plan_delivery_sites(struct ctx *c,
                                const struct plan_program *program,
                                const struct plan_delivery *d);

#endif
