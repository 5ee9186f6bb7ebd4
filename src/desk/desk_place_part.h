/*
 * What the files of places share. Only they include this.
 */
#ifndef KASANE_DESK_PLACE_PART_H
#define KASANE_DESK_PLACE_PART_H

#include "desk_part.h"
#include "desk_place.h"

/* Whoever works at a desk may write the register; DENIED for all others. */
bool place_may_write(struct ctx *c) MUST_USE;

/* Says whether the viewer works at a desk. */
bool place_staff(const struct ctx *c);

/* Loads one place that the viewer finds; MISSING else. */
bool
place_load(struct ctx *c, struct place_id id, struct sql_place_one_row *row) MUST_USE;

/* Reads one form into what the table holds; notes each mistake in a field. */
bool place_read(struct ctx *c,
                const struct form_place *f,
                struct sql_place_add_in *in) MUST_USE;

/* Keeps a version of a place. */
bool place_keep(struct ctx *c,
                struct place_id id,
                int64_t version,
                const char *why,
                const char *body) MUST_USE;

/* The address in the town of something about places. */
const char *place_path(struct ctx *c, const char *rest);

/* A line of the register; ids of features become their names. */
void place_line(struct ctx *c,
                const struct sql_place_list_row *r,
                struct place_line_view *out);

/* Days after which what is written counts as old. */
int64_t place_check_days(const struct ctx *c);

#endif
