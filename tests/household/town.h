/*
 * A town of cases with something of everything, for the proof that undoing a merge leaves no
 * trace.
 */
#ifndef KASANE_TESTS_HOUSEHOLD_TOWN_H
#define KASANE_TESTS_HOUSEHOLD_TOWN_H

#include "../policy/office.h"
#include "src/policy/household_view.h"

enum { CASES = 24, PEOPLE_MAX = 3, TOUCHED = 3, OTHERS = 4 };

struct home {
    struct case_id id;
    char number[24];
};

struct trial {
    struct office o;
    struct seat seat;          /* who writes everything */
    struct seat other[OTHERS]; /* at the same desk and at others */
    uint64_t random;
    struct home cases[CASES];
    struct place_id place;
    int plans; /* how many cases have what used to keep them from merging */
    int placements;
    int guards;   /* cases with a restriction */
    int sittings; /* cases before a sitting, with a role from it */
    int successions;
    int closed;  /* merges of which one side was closed to somebody */
    int carried; /* merges of cases that took a plan over */
    int merges;
    int undone;
    int refused;
    int failed;
};

/* A number below n, of the trial's own stream. */
uint32_t draw(struct trial *t, uint32_t n);

/* The seat enters a second later; ends the program if it cannot. */
struct ctx *enter(struct trial *t);

struct people_view people_of(struct trial *t, struct case_id id);
struct person_id someone(struct trial *t, const struct people_view *v);

/* A place to propose, once for all cases; then the cases. */
bool make_place(struct trial *t) MUST_USE;
bool add_case(struct trial *t, struct home *h) MUST_USE;

/* Restrictions, a sitting with a role, a hand-over: some cases have them. */
bool add_guards(struct trial *t, struct case_id id) MUST_USE;
bool add_sitting(struct trial *t, struct case_id id) MUST_USE;
bool add_hand_over(struct trial *t, struct case_id id) MUST_USE;

#endif
