/*
 * A synthetic town, as large as wanted and the same for the same seed and day: invented
 * people, written through the store's own statements in a few great transactions. For
 * measuring and trying out; not for a town that people work in.
 */
#ifndef KASANE_CLI_GENERATE_H
#define KASANE_CLI_GENERATE_H

#include "../base/ctx.h"

/* How many rows were written, table by table. */
struct generated {
    int64_t posts;
    int64_t cases;
    int64_t people;
    int64_t consultations;
    int64_t notes;
    int64_t steps;
    int64_t duties;
    int64_t referrals;
    int64_t versions;
    int64_t reach;
};

struct generate_conf {
    int64_t cases;
    uint64_t seed;
    void (*progress)(const struct generated *so_far); /* after each commit */
};

/* The sum of all rows. */
int64_t generated_rows(const struct generated *g);

/*
 * Fills the municipality whose store is open in c for writing. Refuses one that holds cases.
 * Leaves of the ledger are not written: nobody acted.
 */
bool generate_town(struct ctx *c,
                   const struct generate_conf *conf,
                   struct generated *out) MUST_USE;

#endif
