/*
 * From people who may be meant to their view; as show.h.
 */
#ifndef KASANE_POLICY_SHOW_CANDIDATE_H
#define KASANE_POLICY_SHOW_CANDIDATE_H

#include "../domain/likeness.h"
#include "candidate_view.h"
#include "gen/rows.h"
#include "policy.h"

/* One who may be meant, with what the viewer's facts about them let compare. */
struct candidate {
    const struct sql_candidate_find_row *row;
    struct facts facts;
    struct likeness likeness;
};

/* What of the row may be compared and shown: an address that is closed is none. */
struct like_person policy_candidate_person(struct ctx *c,
                                           const struct facts *facts,
                                           const struct sql_candidate_find_row *row);

/* Adds the candidate's line; here: the case whose page it is on, or empty. */
void policy_show_candidate(struct ctx *c,
                           const struct candidate *k,
                           struct case_id here,
                           struct candidates_view *out);

#endif
