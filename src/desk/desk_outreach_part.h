/*
 * What the acts of reaching out share. Only the files of outreach include this.
 */
#ifndef KASANE_DESK_OUTREACH_PART_H
#define KASANE_DESK_OUTREACH_PART_H

#include "desk_outreach.h"
#include "desk_part.h"

/* Loads where the relation stands; RULE when nobody has begun to reach out in this case. */
bool outreach_load(struct ctx *c,
                   struct case_id id,
                   struct sql_outreach_show_row *row) MUST_USE;

/* The day given or today; notes a mistake when it lies in the future. */
bool outreach_day(struct ctx *c,
                  const char *field,
                  const char *label,
                  struct day given,
                  struct day *out) MUST_USE;

/* Moves the relation and notes the move. */
bool outreach_move(struct ctx *c,
                   struct case_id id,
                   const struct sql_outreach_show_row *before,
                   const struct sql_outreach_set_in *after,
                   const char *why,
                   struct day on) MUST_USE;

/* Says whether somebody of the case has consented as of now. */
bool outreach_consented(struct ctx *c, struct case_id id, bool *out) MUST_USE;

/* Notes that something happened in the case, and gives the writer's desk its reach. */
bool outreach_touch(struct ctx *c, struct case_id id) MUST_USE;

/* An agency that may visit: of the list, and by a policy where the plan wants one. */
bool outreach_visitor(struct ctx *c,
                      struct case_id id,
                      const char *field,
                      struct desk_id desk) MUST_USE;

/*
 * Hands the case to a desk that does not have it, so that it finds it on its list. done says
 * whether it is there now: where only consent would allow it, nothing is handed over.
 */
bool outreach_give(struct ctx *c,
                   struct case_id id,
                   struct desk_id desk,
                   const char *purpose,
                   const char *handed,
                   bool *done) MUST_USE;

#endif
