/*
 * Acts about what is applied for out of a consultation: a benefit or a service, and what was
 * decided about it, so that the hand-off can be followed.
 */
#ifndef KASANE_DESK_SERVICE_H
#define KASANE_DESK_SERVICE_H

#include "../base/outcome.h"
#include "../policy/policy.h"
#include "../policy/service_view.h"
#include "gen/forms.h"

/* The consultations of a case, each with its applications. */
bool desk_consultations(struct ctx *c,
                        struct case_id id,
                        struct consultations_view *out) MUST_USE;

/* Notes an application out of a consultation of the case. Source: R-070. */
bool desk_service_request(struct ctx *c,
                          struct case_id id,
                          const struct form_service_request *f,
                          struct outcome *out) MUST_USE;

/* Notes once what was decided; by the desk that applied. */
bool desk_service_decide(struct ctx *c,
                         struct service_request_id id,
                         const struct form_service_decision *f,
                         struct outcome *out) MUST_USE;

/* The case that an application belongs to, for the page that shows a refused decision. */
bool desk_service_case(struct ctx *c,
                       struct service_request_id id,
                       struct case_id *out) MUST_USE;

#endif
