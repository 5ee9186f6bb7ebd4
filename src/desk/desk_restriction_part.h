/*
 * What beginning a restriction and the rest of its life share. Only desk includes this.
 */
#ifndef KASANE_DESK_DESK_RESTRICTION_PART_H
#define KASANE_DESK_DESK_RESTRICTION_PART_H

#include "../base/blob.h"
#include "../base/day.h"
#include "../base/id.h"

/* The day by which a lift asked at that instant must be confirmed; DAY_NONE for 0. */
struct day restriction_lift_until(const struct ctx *c, int64_t lift_at);

/* Keeps what happened; why without whereabouts. */
bool restriction_event(struct ctx *c,
                       struct restriction_id id,
                       struct case_id case_id,
                       const char *what,
                       const char *why) MUST_USE;

/* Names a post; until 0: no end. */
bool restriction_add_named(struct ctx *c,
                           struct restriction_id id,
                           struct case_id case_id,
                           struct post_id post,
                           bool deputy,
                           int64_t until,
                           const char *reason) MUST_USE;

/* The post of a staff number, or the field to mend. */
bool restriction_find_post(struct ctx *c,
                           const char *field,
                           const char *login,
                           struct post_id *out) MUST_USE;

#endif
