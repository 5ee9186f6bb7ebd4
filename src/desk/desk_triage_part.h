/*
 * What the acts about the course of a case share. Only desk includes this.
 */
#ifndef KASANE_DESK_TRIAGE_PART_H
#define KASANE_DESK_TRIAGE_PART_H

#include "../domain/case_rule.h"
#include "desk_send.h"
#include "desk_triage.h"

/* What the acts decide by: the case, its people, its decisions and hand-overs. */
struct course {
    struct sql_case_show_row head;
    struct sql_case_people_rows people;
    struct sql_triage_list_rows decisions;
    struct sql_course_referrals_rows chain;
};

bool desk_course_load(struct ctx *c, struct case_id id, struct course *k) MUST_USE;

/* Makes the move; a case that is only received is triaged in the same breath. */
bool desk_course_go(struct ctx *c,
                    struct case_id id,
                    const struct course *k,
                    enum case_move move) MUST_USE;

/* How many hand-overs nobody has confirmed; whether a desk has taken the case. */
size_t desk_course_waiting(const struct sql_course_referrals_rows *chain);
bool desk_course_target(const struct sql_course_referrals_rows *chain);

/* How many issues of its people are open. */
bool desk_course_issues(struct ctx *c, struct case_id id, size_t *out) MUST_USE;

/* Says in a sentence why a case may not be closed; true when it may. */
bool desk_course_refuse(struct ctx *c, enum close_verdict v) MUST_USE;

/* Closes it: steps, work lists, and the reach of those who hold it while it is open. */
bool desk_course_end(struct ctx *c,
                     struct case_id id,
                     const struct course *k,
                     const char *why) MUST_USE;

/* The hand-over by which the desk holds the case; NULL when it holds none. */
const struct sql_course_referrals_row *
desk_course_held(const struct sql_course_referrals_rows *chain, struct desk_id desk);

#endif
