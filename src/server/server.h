/*
 * What lives longer than a unit of work: municipalities with their writers, the reader
 * threads, the slow threads, throttles. Knows nothing of HTTP; fronts hand it units.
 */
#ifndef KASANE_SERVER_SERVER_H
#define KASANE_SERVER_SERVER_H

#include "hasher.h"
#include "queue.h"
#include "throttle.h"
#include "unit.h"

#include "../domain/town.h"
#include "../store/db_open.h"
#include "../store/ledger.h"

#include <stdatomic.h>

enum { PLACES_MAX = 64, READERS_MAX = 8, SLOW_THREADS = 2 };

/* One municipality while the server runs. */
struct place {
    struct server *server;
    struct arena *mem; /* the writer's, while the municipality is open */
    size_t index;
    const char *id;
    struct db_place db;
    const char *ledger_key;
    const char *ledger_mark;
    struct queue writes;
    pthread_t writer;
    struct ledger ledger;         /* the writer's alone */
    uint64_t epoch;               /* the writer's alone: of acts so far */
    _Atomic uint64_t shown_epoch; /* of what is committed; readers take it first */
    pthread_mutex_t town_lock;
    struct town *town;
    _Atomic uint64_t
        acts; /* committed so far; readers keep a snapshot while it stands */
    atomic_bool long_log; /* readers keep none, so that the log can begin anew */
    struct key form_key;  /* of form tokens; new at each start */
    struct key vault;     /* seals protected whereabouts */
    bool has_vault;
    struct throttle *throttle;
    atomic_bool full; /* no room on the disk: read only */
    atomic_bool ready;
    atomic_bool failed; /* the store could not be taken up; the cause was printed */
};

struct server_conf {
    const char *data;     /* folder with one folder per municipality */
    const char *keys;     /* folder with the keys, outside the data folder */
    int readers;          /* 0: as many as there are processors */
    bool ledger_off;      /* of the bench program only */
    bool cheap_passwords; /* of tests only */
    bool quiet;           /* no log lines */
    const struct machine *machine;
    const struct front *front;
};

struct server {
    struct arena *mem;
    struct server_conf conf;
    const struct machine *machine;
    size_t n_places;
    struct place *places[PLACES_MAX];
    struct hasher *hasher;
    struct printer *printer; /* NULL when the front draws no papers */
    struct queue reads;
    struct queue slow;
    size_t n_readers;
    pthread_t readers[READERS_MAX];
    pthread_t slow_threads[SLOW_THREADS];
    atomic_bool stopping;
    atomic_int under_way; /* units handed in and not yet answered */
};

/*
 * Opens every municipality of the data folder and starts the threads. False with OUTSIDE in
 * c and an English cause naming the municipality.
 */
bool server_start(struct ctx *c,
                  const struct server_conf *conf,
                  struct server **out) MUST_USE;

/* Takes no more units and waits until every one is answered. */
void server_drain(struct server *s);

/* Finishes what is under way, signs the last checkpoints, closes everything. */
void server_stop(struct server *s);

/*
 * Hands in a unit whose request is filled; u->done is called when the answer may be sent.
 * Answers at once with 404 or 503 where it goes no further.
 */
void server_submit(struct unit *u);

/* Hands in a unit and waits; for the command line and tests. */
void server_call(struct unit *u);

/* Finds a municipality by its id, or NULL. */
struct place *server_place(struct server *s, const char *id);

/* Pins the municipality's present profile for a unit; unpins it. */
const struct town *place_pin(struct place *p);
void place_unpin(const struct town *t);

/* Passes the unit on to its next thread by its phase. */
void unit_forward(struct unit *u);

/* The bodies of the threads. */
void *writer_main(void *place);
void *reader_main(void *server);
void *slow_main(void *server);

#endif
