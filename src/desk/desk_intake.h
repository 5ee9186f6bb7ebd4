/*
 * What intake notes beyond the words, and where a municipality's rules send it at once. Only
 * desk includes this.
 */
#ifndef KASANE_DESK_INTAKE_H
#define KASANE_DESK_INTAKE_H

#include "desk_part.h"

/*
 * Checks what the fields ask of one another: the site is one of the desk's, the main topic
 * among the topics, the desk is one of those that the rollout has reached. Source: R-047,
 *
 */
bool desk_intake_check(struct ctx *c, const struct form_intake *f) MUST_USE;

/*
 * Notes how the consultation came and when somebody answered first; at: when it was received.
 * Source.
 */
bool desk_intake_way(struct ctx *c,
                     struct consultation_id id,
                     const struct form_intake *f,
                     int64_t at) MUST_USE;

/*
 * Sends it where the rules of the municipality want it: suspected abuse to the section in
 * charge, who did not know where to ask to the general desk, the rest to the pool. Source:
 *
 */
bool desk_intake_route(struct ctx *c,
                       struct case_id id,
                       const struct form_intake *f) MUST_USE;

/* Notes the first answer, if nobody has answered yet. Source: R-076. */
bool desk_intake_answered(struct ctx *c, struct case_id id) MUST_USE;

#endif
