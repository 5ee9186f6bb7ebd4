/*
 * What taking a consultation shares with taking one in a case that is there. Only desk
 * includes this.
 */
#ifndef KASANE_DESK_INTAKE_PART_H
#define KASANE_DESK_INTAKE_PART_H

#include "desk_part.h"

/* Reads when it was received, by day and time typed, or now; never in the future. */
bool
desk_received_at(struct ctx *c, const struct form_intake *f, int64_t *out) MUST_USE;

/* Adds the consultation with its words and keeps its first version. */
bool desk_consultation_add(struct ctx *c,
                           struct case_id id,
                           struct person_id person,
                           const struct form_intake *f,
                           int64_t at) MUST_USE;

#endif
