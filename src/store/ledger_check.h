/*
 * Says whether a ledger is whole: every leaf in its place, unchanged, and the tree the one
 * that was signed. Pure and streaming: the caller hands in what is expected, then the leaves
 * in order, and asks. Memory does not grow with the leaves. What nobody signed or noted
 * (leaves behind the newest checkpoint, head and mark) can be replaced unseen.
 */
#ifndef KASANE_STORE_LEDGER_CHECK_H
#define KASANE_STORE_LEDGER_CHECK_H

#include "leaf.h"
#include "merkle_note.h"

enum ledger_fault {
    LEDGER_WHOLE,
    LEDGER_CHANGED, /* a leaf's bytes are not those of its hash, or cannot be read */
    LEDGER_MISSING, /* a leaf is gone */
    LEDGER_MOVED,   /* a leaf lies in another's place */
    LEDGER_ADDED,   /* a leaf that does not belong there */
    LEDGER_INDEX,   /* a column kept beside the leaf says something else */
    LEDGER_CUT_OFF, /* the store itself knows of more leaves */
    LEDGER_ROLLED_BACK, /* the mark knows of more: an older copy of the whole store */
    LEDGER_REWRITTEN,   /* leaves and hashes were replaced together */
    LEDGER_BAD_CHECKPOINT, /* a checkpoint in the store is not one of this ledger */
    LEDGER_BAD_MARK        /* the mark is not one of this ledger */
};

/* Who says how large the tree was and what its root was. */
enum ledger_source {
    LEDGER_HEAD,       /* the store's own note, unsigned */
    LEDGER_CHECKPOINT, /* signed, in the store */
    LEDGER_MARK        /* signed, outside the store */
};

struct ledger_finding {
    enum ledger_fault fault;
    uint64_t
        seq; /* the first bad leaf, from 1; of a rewritten one the first possible */
    uint64_t
        until; /* the last leaf it can be; seq unless REWRITTEN, CUT_OFF, ROLLED_BACK */
};

/* A leaf as the store holds it. */
struct ledger_row {
    uint64_t seq;
    struct bytes body;
    struct bytes hash;
    bool indexed; /* at and post are to be compared with the leaf */
    int64_t at;
    struct post_id post;
};

struct ledger_expect {
    uint64_t size;
    struct hash root;
    enum ledger_source source;
};

struct ledger_expects {
    struct ledger_expect *v;
    size_t n;
    size_t cap;
};

struct ledger_check {
    struct arena *mem;
    struct merkle tree;
    uint64_t good; /* leaves up to here are proved by an expectation */
    size_t passed; /* expectations that were compared */
    bool sorted;
    struct ledger_expects expects;
    uint64_t behind; /* how far behind its place the added leaf says it is, or 0 */
    struct ledger_finding found;
};

/*
 * Starts a check. from: the tree that was verified up to some leaf, so that only what is
 * behind it is fed; NULL for the first leaf on. It is believed only as far as an expectation
 * of its size agrees. mem must live as long as the check.
 */
void ledger_check_start(struct ledger_check *k,
                        struct arena *mem,
                        const struct merkle *from);

/*
 * Adds what the tree should be, before the first leaf, in any order. Those below the
 * tree that the check starts from are passed over.
 */
void ledger_check_expect(struct ledger_check *k,
                         uint64_t size,
                         const struct hash *root,
                         enum ledger_source source);

/* Adds a checkpoint or the mark as signed text; one that is not good is a finding. */
void ledger_check_note(struct ledger_check *k,
                       const char *text,
                       size_t n,
                       const char *origin,
                       const unsigned char open[KEY_LEN],
                       enum ledger_source source);

/*
 * Feeds the next leaf. True while more leaves can tell something: after a finding feeding may
 * stop, but a few kinds are named better when it goes on to the end.
 */
bool ledger_check_feed(struct ledger_check *k, const struct ledger_row *row);

/* Ends the check and says what was found first. */
struct ledger_finding ledger_check_end(struct ledger_check *k);

/* Returns one English word for the log and JSON: "whole", "changed", "rolled_back". */
const char *ledger_fault_code(enum ledger_fault f);

/* Returns a Japanese sentence with the leaf's number. */
const char *ledger_fault_sentence(struct arena *mem, const struct ledger_finding *f);

#endif
