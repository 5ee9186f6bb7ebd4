/*
 * What a person is told who asks what is recorded about them: about that very person, under
 * the decision to print. What is somebody else's, gives an informant away, is protected or is
 * what staff think stays out. Source: 個人情報保護法 76条・78条; practice rules 6 to 8, 15.
 */
#ifndef KASANE_POLICY_SHOW_OWN_REPORT_H
#define KASANE_POLICY_SHOW_OWN_REPORT_H

#include "access_view.h"
#include "gen/rows.h"
#include "own_report_view.h"
#include "policy.h"
#include "show_paper.h"

/* All that is recorded about one person, as the store has it. */
struct own_report_records {
    struct case_id id;
    struct person_id person;
    struct facts facts; /* of the viewer about that very person */
    struct sql_case_show_row head;
    struct sql_case_people_rows people;
    struct sql_protected_people_rows guarded;
    struct sql_case_consultations_rows consultations;
    struct sql_own_words_rows words; /* said by the person */
    struct sql_situation_list_rows situations;
    struct sql_paper_notes_rows notes;
    struct sql_consent_list_rows consents;
    struct sql_consent_names_rows names;
    struct sql_disclosure_list_rows told;
    struct sql_own_copies_rows copies;      /* oldest first */
    struct sql_access_of_person_rows asked; /* requests, the latest first */
    struct sql_access_lines_rows
        checked; /* read by hand: they tell of the person alone */
};

/* Fills the copies handed out; the head is the caller's. */
void policy_show_own_reports(struct ctx *c,
                             const struct own_report_records *r,
                             struct own_reports_view *out);

/* What the person is called; as the case knows them. */
const char *policy_own_name(struct ctx *c, const struct own_report_records *r);

/*
 * Fills the lines of the record that somebody has to read before the paper may tell them;
 * alone: nobody else is in the record, and none has to be.
 */
void policy_show_own_notes(struct ctx *c,
                           const struct own_report_records *r,
                           struct access_note_list *out,
                           bool *alone);

/* Fills the paper of one copy, counted from 0. */
void policy_show_paper_own(struct ctx *c,
                           const struct own_report_records *r,
                           size_t copy,
                           struct paper_view *out);

#endif
