/*
 * Loads what policy decides by, in the transaction that reads the data, and keeps the table
 * reach in step with what it is made from.
 */
#ifndef KASANE_STORE_FACTS_H
#define KASANE_STORE_FACTS_H

#include "../policy/policy.h"
#include "gen/rows.h"

/*
 * Fills the facts of the viewer about a case as a whole (own: OWN_NONE; the caller sets it
 * for each record). MISSING when the viewer does not reach the case: hidden and absent are
 * one answer, found at the same cost. The end of the grounds is noted for the ledger.
 */
bool
store_facts_of_case(struct ctx *c, struct case_id case_id, struct facts *out) MUST_USE;

/*
 * Fills the facts about one person of a case: those of the case, with what this very person's
 * consent covers for the viewer and whether it is protected (PROTECT_SHUT unless the viewer is on
 * every list in force). Everything about one person is decided with these. MISSING as
 * above; a person of another case is missing too.
 */
bool store_facts_of_person(struct ctx *c,
                           struct case_id case_id,
                           struct person_id person,
                           struct facts *out) MUST_USE;

/*
 * By what the viewer reaches a case, loaded once for all that is decided in one reading:
 * the facts but for what consent covers, and the rows of reach that count now.
 */
struct reached {
    struct case_id id;
    struct facts facts;
    bool
        named; /* consent names the viewer: what it covers is to be asked for each person */
    struct sql_reach_of_case_rows grounds;
};

/* MISSING as above. Good for the transaction it was loaded in and no longer. */
bool store_reached(struct ctx *c, struct case_id case_id, struct reached *out) MUST_USE;

/* As store_facts_of_case(), from what was loaded. */
bool
store_facts_reached(struct ctx *c, const struct reached *r, struct facts *out) MUST_USE;

/*
 * As store_facts_of_person() for each of the people of that very case, from what was loaded;
 * out has room for as many.
 */
bool store_facts_of_people(struct ctx *c,
                           const struct reached *r,
                           const struct sql_case_people_rows *people,
                           struct facts *out) MUST_USE;

/* Folds the strongest ground of a list's row into facts of the viewer. */
struct facts store_facts_of_ground(const struct viewer *v, enum ground ground);

/* Fills the facts of the viewer about something that does not exist yet. */
struct facts store_facts_new(const struct viewer *v);

/*
 * Makes the rows of reach of one desk over one case what their sources say now, and those of
 * the viewer's post when it has a share in no desk. Called by each act that changes a source;
 * notes in c->narrows when reach was taken away. changed may be NULL; it counts rows put
 * right.
 */
bool store_reach_sync(struct ctx *c,
                      struct case_id case_id,
                      struct desk_id desk,
                      size_t *changed) MUST_USE;

/*
 * The same for every subject of one case: after a restriction began, was lifted or changed
 * whom it names, and after an emergency.
 */
bool store_reach_sync_case(struct ctx *c, struct case_id case_id) MUST_USE;

/* The same for everybody whom consents of the case name or named. */
bool store_reach_sync_consent(struct ctx *c, struct case_id case_id) MUST_USE;

/* As store_reach_sync(), for one post or desk: an attendee, a holder of a decided role. */
bool store_reach_sync_subject(struct ctx *c,
                              struct case_id case_id,
                              struct id subject) MUST_USE;

/*
 * The facts of the viewer about what lies before a sitting: only what stands between viewer
 * and case; the caller sets the seat. Whether the viewer reaches the case does not matter.
 */
bool
store_facts_at_seat(struct ctx *c, struct case_id case_id, struct facts *out) MUST_USE;

/*
 * The same for somebody else for whom papers are printed: a post, or a desk whose person is
 * not known yet. n cases, as many facts.
 */
bool store_facts_of_seat(struct ctx *c,
                         enum post_role role,
                         struct id subject,
                         const struct case_id *cases,
                         size_t n,
                         struct facts *out) MUST_USE;

/*
 * Compares reach with its sources for the next cases behind after, and moves after; more says
 * that there may be others.
 */
bool
store_reach_pass(struct ctx *c, struct id *after, size_t *fixed, bool *more) MUST_USE;

/* Compares all of reach with its sources and mends it; fixed counts rows that differed. */
bool store_reach_rebuild(struct ctx *c, size_t *fixed) MUST_USE;

#endif
