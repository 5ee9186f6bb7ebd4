/*
 * Checkpoints of the ledger: the size and root of its tree as a signed note, text that other
 * tools of transparency logs read too. Source: C2SP tlog-checkpoint and signed-note.
 *
 *     kasane/niiza
 *     1234
 *     <root in base64>
 *
 *     — kasane/niiza <key id and signature in base64>
 */
#ifndef KASANE_STORE_MERKLE_NOTE_H
#define KASANE_STORE_MERKLE_NOTE_H

#include "merkle.h"

enum {
    NOTE_ORIGIN_MAX = 100, /* bytes; no space, no plus sign, no control byte */
    NOTE_MAX = 4096        /* bytes of a note that is read */
};

struct checkpoint {
    char origin[NOTE_ORIGIN_MAX + 1];
    uint64_t size;
    struct hash root;
};

enum note_verdict {
    NOTE_GOOD,
    NOTE_FORM,     /* not a checkpoint */
    NOTE_ORIGIN,   /* a checkpoint of another log */
    NOTE_UNSIGNED, /* no signature by this key */
    NOTE_FORGED    /* a signature in this key's name that is not right */
};

/* Says whether the text may name a log: 1 to NOTE_ORIGIN_MAX bytes of the kind above. */
bool note_origin_good(const char *origin);

/* Returns the state of the tree as a checkpoint; the origin must be good. */
struct checkpoint note_checkpoint(const char *origin, const struct merkle *t);

/* Returns the checkpoint as text, signed in the name of its origin. */
const char *
note_write(struct arena *mem, const struct checkpoint *cp, const struct sign_key *key);

/*
 * Reads a checkpoint of this origin and checks the signature made with the key whose public
 * half is given. Signatures by others (witnesses) are passed over. out is filled only when
 * the verdict is NOTE_GOOD.
 */
enum note_verdict note_read(const char *text,
                            size_t n,
                            const char *origin,
                            const unsigned char open[KEY_LEN],
                            struct checkpoint *out);

/* Returns the public half as other tools take it: "origin+keyid+base64". */
const char *
note_key_text(struct arena *mem, const char *origin, const unsigned char open[KEY_LEN]);

#endif
