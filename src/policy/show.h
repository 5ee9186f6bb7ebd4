/*
 * The one way from records to views: each function masks field by field with what the
 * decision opens, notes in the ledger's list what was shown, and fills the *_view that pages,
 * JSON and papers accept.
 */
#ifndef KASANE_POLICY_SHOW_H
#define KASANE_POLICY_SHOW_H

#include "../domain/town.h"
#include "case_view.h"
#include "gen/rows.h"
#include "intake_view.h"
#include "policy.h"
#include "referral_view.h"
#include "search_view.h"
#include "today_view.h"

/* All records of one case page, as the store has them. */
struct case_records {
    struct case_id id;
    struct sql_case_show_row head;
    struct sql_case_people_rows people;
    const struct facts *of; /* one for each of the people */
    struct sql_issue_list_rows issues;
    struct sql_protected_people_rows guarded;
    struct sql_case_consultations_rows consultations;
    struct sql_case_steps_rows steps;
    struct sql_referral_of_case_rows referrals;
    struct sql_case_notes_rows notes;
    struct sql_case_history_rows history;
    struct sql_attachment_counts_rows files;
    struct sql_case_roles_rows roles;
    struct sql_case_marks_rows marks;      /* contacts of the last year */
    struct sql_reach_of_case_rows grounds; /* the viewer's own */
    size_t notes_per_page;
    int64_t over_at; /* when sharing ended; 0: it has not */
    const uint32_t
        *consents; /* what consent covers of each person; NULL: by no consent */
};

/* Fills the page of a case. facts: of the viewer about the case as a whole. */
void policy_show_case(struct ctx *c,
                      const struct facts *facts,
                      const struct case_records *r,
                      struct case_view *out);

/*
 * Fills lines of a list of cases; each row carries its strongest ground. search: what was
 * typed, to say why each was found; "" for a plain list.
 */
void policy_show_cases(struct ctx *c,
                       const struct sql_case_list_rows *rows,
                       const char *search,
                       struct case_line_list *out);

/* Fills the records, most at most, of the viewer's own desk that a word was found in. */
void policy_show_words(struct ctx *c,
                       const struct sql_record_scan_rows *rows,
                       const char *key,
                       size_t most,
                       struct search_view *out);

/* Fills the three parts of the work list from rows in order of their dates. */
void policy_show_duties(struct ctx *c,
                        const struct sql_duty_list_rows *rows,
                        struct today_view *out);

/* A line about a sitting of the viewer's desk: no case, no name. */
struct sitting_duty {
    struct sitting_id sitting_id;
    const char *title; /* "支援会議　5月20日" */
    struct day due_on;
    const char *rule;
    const char *say;
    const char *act;
};

void policy_show_sitting_duty(struct ctx *c,
                              const struct sitting_duty *d,
                              struct today_view *out);

/* Fills a hand-over with its life. now_open: the viewer opens it now, names may show. */
void policy_show_referral(struct ctx *c,
                          const struct facts *facts,
                          struct referral_id id,
                          const struct sql_referral_show_row *r,
                          const struct sql_case_people_rows *people,
                          const struct sql_referral_events_rows *events,
                          struct referral_view *out);

/* Fills the lists of hand-overs. No names: they show when one is opened. */
void policy_show_incoming(struct ctx *c,
                          const struct sql_referral_incoming_rows *rows,
                          struct referral_list_view *out);
void policy_show_outgoing(struct ctx *c,
                          const struct sql_referral_outgoing_rows *rows,
                          struct referral_list_view *out);
void policy_show_ended(struct ctx *c,
                       const struct sql_referral_ended_rows *rows,
                       struct referral_list_view *out);

/* Fills how much each desk has before it: numbers of an office, no person in them. */
void policy_show_stranded(struct ctx *c,
                          const struct sql_stranded_posts_row *r,
                          const struct sql_desk_hands_rows *hands,
                          struct stranded_list *out);

/* Fills how much each desk has before it. */
void policy_show_loads(struct ctx *c,
                       const struct sql_duty_counts_rows *rows,
                       struct desk_load_list *out);

/* Fills the side of きょう from the same lists: what waits for a confirmation. */
void policy_show_waiting(struct ctx *c,
                         const struct sql_referral_incoming_rows *in,
                         const struct sql_referral_outgoing_rows *out_rows,
                         struct today_view *out);

/* Fills the versions of a record, newest first. */
void policy_show_versions(struct ctx *c,
                          const struct facts *facts,
                          const struct sql_version_list_rows *rows,
                          struct history_view *out);

/* Fills the lines of one's own drafts. */
void policy_show_drafts(struct ctx *c,
                        const struct sql_draft_list_rows *rows,
                        struct draft_list *out);

/*
 * Decides what of a list's row may show, by the strongest ground it carries. consented: the
 * consent of this very person names the viewer.
 */
struct decision show_row(const struct ctx *c, int64_t ground, bool consented);

/*
 * What a page about a case as a whole decides by: the same whether or not somebody in it is
 * protected, since where that is lies elsewhere and each person is decided on alone.
 */
struct facts show_facts_of_page(const struct facts *facts);

/* The facts about one person of the case; guarded: its protected people. */
struct facts show_facts_of_person(const struct facts *page,
                                  const struct sql_protected_people_rows *guarded,
                                  struct person_id person);

/* Returns the seal of a ground. */
struct seal_view show_seal(enum ground g);

/* "2日超過", "きょう", "あす", "26日（木）"; and "11月18日（水）" or "あと4日" beside it. */
const char *show_due(struct ctx *c, struct day due);
const char *show_due_note(struct ctx *c, struct day due);

/* "2日超過", or NULL while there is time. */
const char *show_late(struct ctx *c, struct day due);

/* The address of something: "/niiza/cases/…" with a rest behind it. */
const char *show_path(struct ctx *c, const char *kind, struct id id, const char *rest);

#endif
