/*
 * What the parts of the generator share: its numbers, the town's desks and posts, and the
 * rows declared but not yet written. Only generate*.c include this.
 */
#ifndef KASANE_CLI_GENERATE_PART_H
#define KASANE_CLI_GENERATE_PART_H

#include "generate.h"

#include "../base/day.h"
#include "../base/id.h"
#include "../base/machine.h"
#include "gen/enums.h"

enum { GENERATE_POSTS = 6, GENERATE_YEARS = 5 };

/* A desk, how many of a million cases are its own, and who sits there. */
struct gen_desk {
    struct desk_id id;
    enum post_kind kind;
    uint32_t share;
    struct post_id posts[GENERATE_POSTS];
};

struct generator {
    struct ctx *c;
    struct machine machine; /* random numbers that repeat */
    uint64_t state;
    int64_t now;
    size_t declared; /* rows waiting for db_gather() */
    struct gen_desk *desks;
    size_t n_desks;
    uint32_t drawn[GENERATE_YEARS + 2]; /* case numbers, by fiscal year back from now */
    struct generated *out;
};

/* Returns a number from 0 to below n; true in so many of a thousand draws. */
uint64_t gen_below(struct generator *g, uint64_t n);
bool gen_often(struct generator *g, unsigned thousandths);

/* Draws a desk by its share, never the one given (NULL: any); one of its posts. */
const struct gen_desk *gen_desk(struct generator *g, const struct gen_desk *but);
struct post_id gen_post(struct generator *g, const struct gen_desk *desk);

/* Keeps a copy of a statement's values until the rows are written. */
void *gen_keep(struct generator *g, const void *in, size_t n);

/* Counts a declared row, and writes what waits when there is no more room. */
bool gen_declared(struct generator *g, int64_t *count) MUST_USE;
bool gen_flush(struct generator *g) MUST_USE;

/* Writes one case with all that belongs to it (generate_case.c). */
bool gen_case(struct generator *g) MUST_USE;

/* Writes a hand-over of the case and what came of it (generate_referral.c). */
struct gen_case;
bool gen_referral(struct generator *g, const struct gen_case *k) MUST_USE;

/* A case while it is written. */
struct gen_case {
    struct case_id id;
    const struct gen_desk *desk;
    struct post_id owner;
    int64_t opened;
    int64_t last; /* when it ended; now, while it is open */
    bool open;
    enum urgency urgency;
};

/* An instant between the two parts of a thousand of the case's time. */
int64_t gen_moment(struct generator *g, const struct gen_case *k, int from, int until);

/* Acts as a post of a desk at an instant: subjects, viewer's clock. */
struct db_ids gen_as(struct generator *g, const struct gen_desk *desk, int64_t at);

/* Keeps the first or a later version of a record. */
bool gen_version(struct generator *g,
                 const struct gen_case *k,
                 struct post_id post,
                 struct id record,
                 int64_t version,
                 const char *kind,
                 const char *why,
                 const char *body) MUST_USE;

/* Puts a line on a work list. */
bool gen_duty(struct generator *g,
              const struct gen_case *k,
              const char *rule,
              struct id subject,
              struct desk_id desk,
              struct post_id post,
              struct day due) MUST_USE;

/* Writes an entry of the record by a desk that reaches the case. */
bool gen_note(struct generator *g,
              const struct gen_case *k,
              const struct gen_desk *desk,
              int64_t at) MUST_USE;

#endif
