/*
 * Acts about the course of a case: deciding it, closing and reopening, handing on who answers
 * for it. Nothing is turned away. Source.
 */
#ifndef KASANE_DESK_TRIAGE_H
#define KASANE_DESK_TRIAGE_H

#include "../base/outcome.h"
#include "../policy/course_view.h"
#include "../view/control.h"
#include "gen/forms.h"

/*
 * Decides the course. Where it needs another desk, the way on is the hand-over; suspected
 * abuse goes to the section in charge in the same act. The act is refused when the person's
 * no leaves that way shut.
 */
bool desk_triage_decide(struct ctx *c,
                        struct case_id id,
                        const struct form_triage *f,
                        struct outcome *out) MUST_USE;

/* Closes a case, or opens it again with its history. */
bool desk_case_close(struct ctx *c,
                     struct case_id id,
                     const struct form_case_close *f,
                     struct outcome *out) MUST_USE;
bool desk_case_reopen(struct ctx *c, struct case_id id, struct outcome *out) MUST_USE;

/* Another desk answers for the case from now on; refused where a day would have none. */
bool desk_case_leave(struct ctx *c,
                     struct case_id id,
                     const struct form_case_leave *f,
                     struct outcome *out) MUST_USE;

/* The page of all this. */
bool desk_course(struct ctx *c, struct case_id id, struct course_view *out) MUST_USE;

/* The ways that are offered for the case; the desks that have taken it. */
bool desk_triage_ways(struct ctx *c,
                      struct case_id id,
                      struct form_options *ways,
                      struct form_options *desks) MUST_USE;

/*
 * Routes suspected abuse or a need for rights protection to the section in charge at once,
 * with what is to be told. Nothing where it is the viewer's own desk but a step for today.
 */
bool desk_rights_route(struct ctx *c,
                       struct case_id id,
                       enum rights_need need,
                       const char *words) MUST_USE;

/* Moves a case to the state that the move leads to; CONFLICT where it may not be made. */
bool desk_case_go(struct ctx *c, struct case_id id, enum case_state to) MUST_USE;

#endif
