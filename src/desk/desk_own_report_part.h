/*
 * What the copies and the register of requests share. Only desk includes this.
 */
#ifndef KASANE_DESK_OWN_REPORT_PART_H
#define KASANE_DESK_OWN_REPORT_PART_H

#include "../policy/show_own_report.h"

/* The case of a person that the viewer reaches. */
bool
desk_own_case(struct ctx *c, struct person_id person, struct case_id *out) MUST_USE;

/* Loads all that is recorded about a person; DENIED for all but the leading desk. */
bool desk_own_load(struct ctx *c,
                   struct case_id id,
                   struct person_id person,
                   struct own_report_records *r) MUST_USE;

#endif
