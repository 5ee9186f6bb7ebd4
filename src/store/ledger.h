/*
 * The ledger of one municipality as its writer keeps it: the tree in memory, leaves and
 * checkpoints in the store, and the mark outside the data folder that says how far it had
 * grown. Verifying is ledger_check.h; what a leaf says is leaf.h.
 */
#ifndef KASANE_STORE_LEDGER_H
#define KASANE_STORE_LEDGER_H

#include "leaf.h"
#include "merkle_note.h"

struct ledger {
    const char *origin; /* "kasane/niiza" */
    struct sign_key key;
    const char *mark_path;
    struct merkle tree;
    struct merkle committed; /* as of the last commit */
    uint64_t noted;          /* size at the newest checkpoint */
    uint64_t noted_committed;
    uint64_t fence;
};

/*
 * Takes up the ledger where the store left it. Refuses with OUTSIDE when the newest
 * checkpoint, the leaves behind it or the mark do not fit: the store was changed or an older
 * copy was put in its place. key_path, mark_path: files outside the data folder.
 */
bool ledger_open(struct ctx *c,
                 struct arena *keep,
                 const char *origin,
                 const char *key_path,
                 const char *mark_path,
                 struct ledger *out) MUST_USE;

/* Reads the signing key's file. */
bool
ledger_read_key(struct ctx *c, const char *key_path, struct sign_key *out) MUST_USE;

/* Declares the inserts of a leaf; db_gather() runs them. seq, from 1, may be NULL. */
bool ledger_append(struct ctx *c,
                   struct ledger *l,
                   struct leaf *leaf,
                   uint64_t *seq) MUST_USE;

/* Adds a signed checkpoint if leaves were added since the last; forced or every 256. */
bool ledger_checkpoint(struct ctx *c, struct ledger *l, bool force) MUST_USE;

/* After the commit: what was appended stands, and the mark follows. */
void ledger_committed(struct ctx *c, struct ledger *l);

/* After a rollback: forgets what was appended since the last commit. */
void ledger_rolled_back(struct ledger *l);

#endif
