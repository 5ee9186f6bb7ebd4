/*
 * From the people of a case to their view; as show.h, for households, relations and issues.
 */
#ifndef KASANE_POLICY_SHOW_HOUSEHOLD_H
#define KASANE_POLICY_SHOW_HOUSEHOLD_H

#include "gen/rows.h"
#include "household_view.h"
#include "policy.h"

/* All rows of one case's people, as the store has them. */
struct people_records {
    struct case_id id;
    enum own
        own; /* whose the first consultation is: for people without a desk of theirs */
    struct sql_case_people_rows people;
    const struct facts
        *of; /* one for each of the people: their consent, what protects them */
    struct sql_household_list_rows households;
    struct sql_membership_list_rows memberships;
    struct sql_relation_list_rows relations;
    struct sql_involvement_list_rows involvements;
    struct sql_issue_list_rows issues;
    struct sql_situation_list_rows situations;
    struct sql_merge_list_rows merges;
};

/* Decides about one person's lines: who and how to reach, by every ground. */
struct decision show_person_line(struct ctx *c,
                                 const struct facts *facts,
                                 enum own own,
                                 struct desk_id desk,
                                 struct post_id post);

/* Decides about what a desk wrote down; what was handed over does not bring it along. */
struct decision show_person_record(struct ctx *c,
                                   const struct facts *facts,
                                   enum own own,
                                   struct desk_id desk,
                                   struct post_id post);

/* The facts about one person; those of the case as a whole for nobody in particular. */
const struct facts *show_facts_of(const struct facts *whole,
                                  const struct people_records *r,
                                  struct person_id id);

/* What a person is called on the page: the name, or what is known in place of it. */
const char *show_person_name(struct ctx *c,
                             const struct facts *facts,
                             const struct people_records *r,
                             struct person_id id);

/* Fills the page of people. The head is filled by policy_show_head(). */
void policy_show_people(struct ctx *c,
                        const struct facts *facts,
                        const struct people_records *r,
                        struct people_view *out);

/* Fills the page of issues and changes. */
void policy_show_issues(struct ctx *c,
                        const struct facts *facts,
                        const struct people_records *r,
                        struct issues_view *out);

/* Fills the people and households to choose from. */
void policy_show_choices(struct ctx *c,
                         const struct facts *facts,
                         const struct people_records *r,
                         struct choice_list *people,
                         struct choice_list *homes);

/* Fills the page to mend one record; person empty: it is about no one person. */
void policy_show_mend(struct ctx *c,
                      const struct facts *facts,
                      const struct people_records *r,
                      const char *title,
                      const char *kind,
                      struct id record,
                      int64_t version,
                      const char *back,
                      struct mend_view *out);

/* Says which parts of a person the page offers. Always true. */
bool policy_show_mend_parts(struct mend_view *out, bool contact, bool welfare) MUST_USE;

/* Whether a household's place may show: it gives away where each of its members lives. */
bool show_place_open(const struct facts *facts,
                     const struct people_records *r,
                     struct household_id id);

/* "平成8年ごろから", "平成8年～令和2年", or NULL. */
const char *show_span(struct ctx *c, const char *from, const char *until);

/* What is known of the age: from the birth, else as it was said; NULL when nothing is. */
const char *show_person_age(struct ctx *c, const struct sql_case_people_row *p);

/* The least and the most years that a person may have, by the birth or else the age; -1: unknown. */
void show_person_years(const struct ctx *c,
                       const struct sql_case_people_row *p,
                       int *least,
                       int *most);

/* The chip of an issue: its name when its class is open, else NULL. */
const char *show_issue_label(struct ctx *c,
                             const struct decision *line,
                             const struct decision *record,
                             const char *code);

#endif
