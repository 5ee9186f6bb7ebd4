/*
 * What the files of participation share. Only they include this.
 */
#ifndef KASANE_DESK_PARTICIPATION_PART_H
#define KASANE_DESK_PARTICIPATION_PART_H

#include "../policy/show_participation.h"
#include "desk_participation.h"
#include "desk_people.h"

/* All about one case, for who may write in it. */
struct participation {
    struct facts facts;
    struct people_records people;
    struct participation_records r;
};

bool participation_load(struct ctx *c,
                        struct case_id id,
                        struct participation *out) MUST_USE;

/* The places that a wish finds. */
struct participation_match {
    struct sql_place_list_rows rows;
    struct match_place *places; /* as many as rows */
    struct match_result result;
};

bool participation_match(struct ctx *c,
                         const struct participation *p,
                         const struct sql_wish_list_row *wish,
                         struct participation_match *out) MUST_USE;

/* The newest wish of that person, or of the household, that the viewer may read; NULL. */
const struct sql_wish_list_row *participation_wish(struct ctx *c,
                                                   const struct participation *p,
                                                   struct person_id person);

/* Whom it is about: who was named, else the only person of the case; empty: the household. */
struct person_id
participation_person(const struct participation *p, struct person_id named);

/* The day given or today; notes a mistake when it lies in the future. */
bool participation_day(struct ctx *c,
                       const char *field,
                       const char *label,
                       struct day given,
                       struct day *out) MUST_USE;

/* Ends an act of a case: keeps the version, notes it for the ledger. */
bool participation_done(struct ctx *c,
                        struct case_id id,
                        struct id record,
                        int64_t version,
                        const char *kind,
                        const struct form_def *def,
                        const void *values) MUST_USE;

#endif
