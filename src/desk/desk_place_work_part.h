/*
 * What the files of figures, work and surveys about places share. Only they include this.
 */
#ifndef KASANE_DESK_PLACE_WORK_PART_H
#define KASANE_DESK_PLACE_WORK_PART_H

#include "desk_place_part.h"
#include "desk_place_work.h"

/* A number in figures. */
const char *place_number(struct ctx *c, int64_t n);

/* Adds a row whose cells are still empty. */
struct figure_row_view *
place_row(struct ctx *c, struct figure_row_list *to, const char *head);

/* Fills the days of a fiscal year and returns it; year 0: the present one. */
int place_year(struct ctx *c, int64_t year, struct day *from, struct day *until);

/* Links to a page ("/work") of the last years. */
void place_years(struct ctx *c, const char *page, int chosen, struct link_list *out);

/* The address at which an entry is withdrawn; NULL for one of another desk. */
const char *place_withdraw_path(struct ctx *c, struct id entry, struct desk_id desk);

/* Refuses a day that is still to come. */
bool place_not_ahead(struct ctx *c,
                     const char *field,
                     const char *label,
                     struct day day) MUST_USE;

#endif
