/*
 * A municipal office to test in: folders or schemas of one or all five municipalities with
 * the demo's staff, made once and copied for each test. The clock stands at a working day's
 * morning and moves only when told.
 */
#ifndef KASANE_TESTS_HOUSE_H
#define KASANE_TESTS_HOUSE_H

#include "../../src/cli/place.h"
#include "../../src/cli/walk.h"

struct house {
    struct folders folders;
    const char *root; /* the temporary folder of all */
    const char *pg;   /* conninfo of its own database; NULL: SQLite */
    const char *pg_name;
    const char *pg_server; /* conninfo to make and drop databases by */
    struct fields tokens;
    struct walk_clock clock;
    const struct machine
        *machine; /* what its server runs by; &clock.machine at first */
    struct server *server;
    int readers; /* of its server; 0: two */
    bool loud;   /* it logs a line for each unit of work */
};

enum { HOUSE_TOWNS = 5 };
extern const char *const house_towns[HOUSE_TOWNS];

/* 2026-05-07 10:00 in Japan, a Thursday. */
#define HOUSE_MORNING INT64_C(1778115600000)

/*
 * Makes an office in a new temporary folder. server: conninfo of a PostgreSQL server, NULL
 * for SQLite. profiles: the folder of profiles. n towns are made.
 */
bool house_build(struct ctx *c,
                 const char *server,
                 const char *profiles,
                 const char *const *towns,
                 size_t n,
                 struct house *out) MUST_USE;

/* Makes a copy of an office that nobody works in; house_remove() ends both. */
bool house_copy(struct ctx *c, const struct house *from, struct house *out) MUST_USE;

/*
 * Gives a municipality of an office that nobody works in its profile with a further setting
 * ("suppress_below: 5"), which no plan has stated.
 */
bool house_set(struct ctx *c,
               const struct house *h,
               const char *profiles,
               const char *town,
               const char *setting) MUST_USE;

/* Starts a server in the office; stops it. */
bool house_open(struct ctx *c, struct house *h) MUST_USE;
void house_close(struct house *h);

/* Removes folders and databases. */
void house_remove(struct house *h);

/* Opens one municipality's store for writing, while no server has it; db_end() closes. */
bool house_store(struct ctx *c, const struct house *h, const char *town) MUST_USE;

/*
 * Says whether the store of a closed office is sound: its ledger whole, reach the same as
 * what it is made from. RULE with the cause when it is not. leaves may be NULL.
 */
bool house_sound(struct ctx *c,
                 const struct house *h,
                 const char *town,
                 uint64_t *leaves) MUST_USE;

#endif
