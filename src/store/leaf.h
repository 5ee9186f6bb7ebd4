/*
 * What the ledger says about one unit of work: who did what, in which post, to whose case,
 * on which ground, and how it ended. Ids, masks and numbers only; no names and no text. Not
 * for where leaves are kept.
 *
 * Bytes, version 1; numbers are big-endian, ids 16 bytes (zeros: none):
 *
 *     1   version, 1
 *     8   seq, from 1; the leaf's place, so that a moved one shows
 *     8   at, ms UTC
 *     1   outcome   1   channel
 *     1   n, then n bytes: the act's code, [a-z0-9_.]
 *     16  account   16  post   16  desk   16  session
 *     8   epoch     8   grounds_end, ms UTC or 0   8   fence   8   count
 *     4   items     4   grounds
 *     2   n, then n times, ascending by kind and id:
 *         1 kind   16 id   4 items   4 grounds
 *
 * A decoded leaf encodes to the same bytes; nothing may stand behind the last byte.
 */
#ifndef KASANE_STORE_LEAF_H
#define KASANE_STORE_LEAF_H

#include "merkle.h"

enum {
    LEAF_VERSION = 1,
    LEAF_ACT_MAX = 47,    /* bytes of an act's code */
    LEAF_THINGS_MAX = 512 /* a page lists fewer; exports write several leaves */
};

/* The values are written into ledgers: add, never renumber. */
enum leaf_outcome {
    LEAF_OUTCOME_NONE,
    LEAF_SERVED = 1,
    LEAF_CHANGED = 2,
    LEAF_REFUSED = 3,
    LEAF_MISSING = 4,
    LEAF_OUTCOME_N
};

enum leaf_channel {
    LEAF_CHANNEL_NONE,
    LEAF_WEB = 1,
    LEAF_API = 2,
    LEAF_CLI = 3,
    LEAF_JOB = 4,
    LEAF_CHANNEL_N
};

enum leaf_kind {
    LEAF_KIND_NONE,
    LEAF_CASE = 1,
    LEAF_PERSON = 2,
    LEAF_CONSULTATION = 3,
    LEAF_REFERRAL = 4,
    LEAF_MEETING = 5,
    LEAF_HOUSEHOLD = 6,
    LEAF_DRAFT = 7,
    LEAF_ACCOUNT = 8,
    LEAF_POST = 9,
    LEAF_DESK = 10,
    LEAF_PAPER =
        11, /* a print or file that was handed out; its number is on the paper */
    LEAF_OTHER = 12,
    LEAF_KIND_N
};

/* One thing that the unit showed or changed, and on which ground. */
struct leaf_thing {
    enum leaf_kind kind;
    struct id id;
    uint32_t items;   /* classes of items that were open */
    uint32_t grounds; /* grounds that opened them */
};

struct leaf_things {
    struct leaf_thing *v;
    size_t n;
    size_t cap;
};

struct leaf {
    int64_t at; /* ms UTC */
    enum leaf_outcome outcome;
    enum leaf_channel channel;
    char act[LEAF_ACT_MAX + 1];
    struct account_id account;
    struct post_id post;
    struct desk_id desk;
    struct session_id session;
    uint64_t epoch; /* policy epoch of the snapshot */
    int64_t
        grounds_end;  /* earliest end of the grounds used, ms UTC; 0 when none ends */
    uint64_t fence;   /* of the server process; 0 on SQLite */
    uint64_t count;   /* rows served or written, where things do not tell */
    uint32_t items;   /* all classes of items together */
    uint32_t grounds; /* all grounds together */
    struct leaf_things things;
};

enum leaf_verdict {
    LEAF_GOOD,
    LEAF_BAD_VERSION, /* written by a newer program */
    LEAF_BAD_FORM
};

/* Names the act; a code of other characters or longer than LEAF_ACT_MAX is our bug. */
void leaf_act(struct leaf *l, const char *code);

/*
 * Notes a thing; one that is noted already gets the masks added, an empty id is passed over.
 * The masks of the leaf grow too. False when LEAF_THINGS_MAX are noted: then the unit must
 * not serve.
 */
bool leaf_add(struct arena *mem,
              struct leaf *l,
              enum leaf_kind kind,
              struct id id,
              uint32_t items,
              uint32_t grounds) MUST_USE;

/* Notes that a ground used here ends at that instant; 0 says that it does not end. */
void leaf_ground_ends(struct leaf *l, int64_t at);

/*
 * Returns the leaf as bytes of its place seq (from 1). The things of the leaf are sorted.
 * Outcome, channel and act must be set.
 */
struct bytes leaf_encode(struct arena *mem, struct leaf *l, uint64_t seq);

/* Reads bytes into a leaf and its place; things live in mem. */
enum leaf_verdict leaf_decode(
    struct arena *mem, const void *p, size_t n, struct leaf *out, uint64_t *seq);

/* Codes for people and JSON: "served", "web", "case". */
const char *leaf_outcome_code(enum leaf_outcome o);
const char *leaf_channel_code(enum leaf_channel ch);
const char *leaf_kind_code(enum leaf_kind k);

#endif
