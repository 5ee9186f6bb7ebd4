/*
 * Opening one municipality's store from the command line, while no server has it.
 */
#ifndef KASANE_CLI_PLACE_H
#define KASANE_CLI_PLACE_H

#include "../store/db_open.h"
#include "../store/ledger.h"

/* Where data and keys lie, as the options say. */
struct folders {
    const char *data;
    const char *keys;
};

/* A municipality opened for writing by this process alone. */
struct opened {
    struct db_place place;
    const char *ledger_key;
    const char *ledger_mark;
};

/* The folders: --data, --keys, else "data" and beside the data folder "<data>-keys". */
struct folders place_folders(struct arena *mem, const char *data, const char *keys);

/* Fills where the municipality's files are. */
void
place_find(struct ctx *c, const struct folders *f, const char *id, struct opened *out);

/* Makes the folders and keys of a new municipality; pg: its connection string or NULL. */
bool place_make(struct ctx *c,
                const struct folders *f,
                const char *id,
                const char *pg) MUST_USE;

/* Opens for writing and takes the right to be the one writer; db_close() ends it. */
bool place_open(struct ctx *c, const struct opened *at, bool create) MUST_USE;

/* Path of the admin socket of a running server. */
const char *place_socket(struct arena *mem, const struct folders *f);

#endif
