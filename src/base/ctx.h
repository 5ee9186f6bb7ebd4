/*
 * What one unit of work carries through every room: memory, the one instant it calls now,
 * municipality, viewer, connection and the first cause of failure. It belongs to one thread
 * at a time and is not shared.
 */
#ifndef KASANE_BASE_CTX_H
#define KASANE_BASE_CTX_H

#include "arena.h"
#include "err.h"

#include <stdint.h>

struct machine;
struct town;
struct viewer;
struct db;
struct shown_list;
struct key;

struct ctx {
    struct arena *mem;
    struct err err;
    int64_t now;                   /* ms UTC, fixed for the unit */
    const struct machine *machine; /* clock, random numbers, files */
    const struct town *town;       /* profile and codes; NULL outside a municipality */
    const struct viewer *viewer;   /* the acting post; NULL before log-in */
    struct db *db;                 /* this thread's connection */
    struct shown_list *shown;      /* what policy let through, for the ledger */
    const struct key *vault; /* seals protected whereabouts; NULL without its file */
    bool narrows;            /* the act took reach away: pages under way are void */
};

/*
 * Notes the cause of a failure unless one is noted already, and returns false so that the
 * caller can pass it on at once. fmt: for INPUT, RULE and CONFLICT a Japanese sentence that
 * names the mend; else English for the log.
 */
bool refuse(struct ctx *c, enum err_kind kind, const char *fmt, ...) PRINTF(3, 4);

/* Notes that a form's field is to be mended; kind becomes INPUT. text: Japanese. */
bool refuse_field(struct ctx *c, const char *field, const char *fmt, ...) PRINTF(3, 4);

/* Forgets the noted failure, for callers that have another way. */
void forgive(struct ctx *c);

/* Returns the message noted for the field, or NULL. */
const char *err_of_field(const struct err *e, const char *field);

#endif
