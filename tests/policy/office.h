/*
 * A municipal office whose records a test writes row by row, on either engine: desks, seats
 * (a post with its key) and cases. Who looks is found as the server finds it, by key and post.
 */
#ifndef KASANE_TESTS_POLICY_OFFICE_H
#define KASANE_TESTS_POLICY_OFFICE_H

#include "../walk/house.h"
#include "src/policy/policy.h"
#include "src/server/unit.h"

enum { OFFICE_DESKS = 7, OFFICE_ROLES = POST_ROLE_AUDITOR };

struct seat {
    struct account_id account;
    struct post_id post;
    struct desk_id desk;
    enum post_role role;
    const char *token;
    int64_t from;
    int64_t until;
};

struct office {
    struct unit unit; /* of whoever looks; its context runs everything */
    struct house house;
    const char *engine;
    struct desk_id desk[OFFICE_DESKS]; /* of sections of the city */
    struct post_id clerk;              /* who writes what nobody asks about: the last */
    int64_t numbers;                   /* of cases and log-ins */
    uint64_t checks;
    uint64_t failed;
};

/* Makes the office of one municipality and opens its store. pg: NULL for SQLite. */
bool office_open(struct office *o, const char *pg, const char *profiles) MUST_USE;
void office_close(struct office *o);

/* Adds somebody with a post that is in force from the one instant until the other. */
bool office_seat(struct office *o,
                 struct desk_id desk,
                 enum post_role role,
                 int64_t from,
                 int64_t until,
                 struct seat *out) MUST_USE;

/* Puts a post out of force for a while; ends the account. */
bool office_suspend(struct office *o, const struct seat *s, bool suspended) MUST_USE;
bool office_end_account(struct office *o, const struct seat *s) MUST_USE;

/* Makes the seat the viewer at that instant, if its post is in force then. */
bool office_enter(struct office *o, const struct seat *s, int64_t now) MUST_USE;

/* Adds a case of the desk with one person named N, and its line on another desk's list. */
bool office_case(struct office *o,
                 struct desk_id lead,
                 struct post_id owner,
                 enum case_state state,
                 struct desk_id list,
                 struct case_id *out) MUST_USE;

/*
 * Records the consent of the case's one person to share with the subject, from the one instant
 * until the other. joins: the subject takes a role by it.
 */
bool office_consent(struct office *o,
                    struct case_id id,
                    struct id subject,
                    int64_t from,
                    int64_t until,
                    bool joins) MUST_USE;

/* Begins a write; keeps it. */
bool office_begin(struct office *o) MUST_USE;
bool office_keep(struct office *o) MUST_USE;

/* Counts a comparison; prints the first that fail. */
PRINTF(3, 4)
void office_check(struct office *o, bool good, const char *fmt, ...);

/* The facts that a ground alone rests on, in their smallest form; none for an unknown one. */
struct facts facts_of_one_ground(enum post_role role, int64_t ground);

#endif
