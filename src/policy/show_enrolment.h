/*
 * From the services in use to their view; as show.h, for one kind of record.
 */
#ifndef KASANE_POLICY_SHOW_ENROLMENT_H
#define KASANE_POLICY_SHOW_ENROLMENT_H

#include "enrolment_view.h"
#include "gen/rows.h"
#include "policy.h"

/* Fills the services of a case, in use and past. */
void policy_show_enrolments(struct ctx *c,
                            const struct facts *facts,
                            struct case_id id,
                            const struct sql_case_people_rows *people,
                            const struct sql_support_plan_list_rows *plans,
                            const struct sql_enrolment_list_rows *rows,
                            struct enrolments_view *out);

/* What a plan is called in a list: "参加支援プラン　第2版". */
const char *policy_plan_title(struct ctx *c, const struct sql_support_plan_list_row *p);

#endif
