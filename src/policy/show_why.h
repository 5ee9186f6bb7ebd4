/*
 * The grounds of one viewer on one case in plain words.
 */
#ifndef KASANE_POLICY_SHOW_WHY_H
#define KASANE_POLICY_SHOW_WHY_H

#include "../domain/town.h"
#include "gen/rows.h"
#include "policy.h"
#include "why_view.h"

struct why_records {
    struct case_id id;
    struct sql_reach_of_case_rows reach;
    struct sql_consent_list_rows consents;
    struct sql_consent_names_rows names;
    struct sql_referral_of_case_rows referrals;
    struct sql_case_show_row head;
};

/* Fills the lines; the head is the caller's. facts: of the viewer about the case. */
void policy_show_why(struct ctx *c,
                     const struct facts *facts,
                     const struct why_records *r,
                     struct why_view *out);

#endif
