/*
 * From the course of a case to its view; as show.h, for one kind of record.
 */
#ifndef KASANE_POLICY_SHOW_COURSE_H
#define KASANE_POLICY_SHOW_COURSE_H

#include "course_view.h"
#include "gen/rows.h"
#include "policy.h"

struct course_records {
    struct case_id id;
    struct sql_case_show_row head;
    struct sql_triage_list_rows decisions;
    struct sql_course_referrals_rows chain;
    struct sql_lead_change_list_rows leads;
    struct sql_course_contacts_rows contacts;
};

/* Fills decisions, chain, spans and contacts. facts: about the case as a whole. */
void policy_show_course(struct ctx *c,
                        const struct facts *facts,
                        const struct course_records *r,
                        struct course_view *out);

#endif
