/*
 * The registers of programs: activities by task, grants, liaison, yearly status, staffing.
 * Whoever works on cases may write; a contracted body for its own programs only. Services
 * in use are noted on a case, for those who may write its record.
 */
#ifndef KASANE_DESK_REGISTER_H
#define KASANE_DESK_REGISTER_H

#include "../base/form.h"
#include "../base/outcome.h"
#include "../policy/enrolment_view.h"
#include "../view/control.h"
#include "../view/register_view.h"
#include "gen/forms.h"

/* Writes an entry. Source. */
bool desk_register_activity(struct ctx *c,
                            const struct form_activity *f,
                            struct outcome *out) MUST_USE;
bool desk_register_grant(struct ctx *c,
                         const struct form_grant *f,
                         struct outcome *out) MUST_USE;
bool desk_register_liaison(struct ctx *c,
                           const struct form_liaison_entry *f,
                           struct outcome *out) MUST_USE;
bool desk_register_staffing(struct ctx *c,
                            const struct form_staffing *f,
                            struct outcome *out) MUST_USE;

/* Writes the yearly form of a program, or its next version. Source: R-042. */
bool desk_register_status(struct ctx *c,
                          const struct form_status_form *f,
                          struct outcome *out) MUST_USE;

/* Corrects an entry or withdraws it; what stood there is kept. */
bool desk_register_mend(struct ctx *c,
                        struct entry_id id,
                        const struct form_register_mend *f,
                        struct outcome *out) MUST_USE;

/* The registers of a year (0: the present one), of one program, one entry with its past. */
bool desk_registers(struct ctx *c, int64_t year, struct registers_view *out) MUST_USE;
bool desk_register_program(struct ctx *c,
                           const char *program,
                           int64_t year,
                           struct register_program_view *out,
                           struct form_status_form *status) MUST_USE;
bool desk_register_entry(struct ctx *c,
                         struct entry_id id,
                         struct register_entry_view *out,
                         struct form_register_mend *values) MUST_USE;

/* What the fields of the forms offer: tasks of a program, staff roles, services. */
struct form_options desk_register_tasks(struct ctx *c, const char *program);
struct form_options desk_register_roles(struct ctx *c);
struct form_options desk_register_services(struct ctx *c);

/* The support plans of a case under which a service may be used. Source: R-227. */
struct form_options desk_enrolment_plans(struct ctx *c, struct case_id id);

/* Services in use of a case. Source. */
bool
desk_enrolments(struct ctx *c, struct case_id id, struct enrolments_view *out) MUST_USE;
bool desk_enrol(struct ctx *c,
                struct case_id id,
                const struct form_enrolment *f,
                struct outcome *out) MUST_USE;
bool desk_enrolment_end(struct ctx *c,
                        struct enrolment_id id,
                        const struct form_enrolment_end *f,
                        struct outcome *out) MUST_USE;

#endif
