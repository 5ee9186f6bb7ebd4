/*
 * Processes that work for the server, each behind a lane: a socket of whole messages that
 * carries one job at a time. A nurse, forked before there are threads, forks the workers and
 * a new one for each that dies; all end when the server does. Not for what is in the
 * messages (hasher.c, printer.c).
 */
#ifndef KASANE_SERVER_CREW_H
#define KASANE_SERVER_CREW_H

#include "../base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum { CREW_LANES_MAX = 2 };

/* What a crew does. */
struct crew_work {
    /* The life of a worker: ends the process, with 0 when the server closed its end. */
    void (*live)(int lane, const void *with);
    const void *with;
    /* The message that tells the server that the worker of a lane died. */
    const void *died;
    size_t died_n;
    int seconds;        /* how long an answer is waited for */
    size_t waiting_max; /* threads that may wait for a lane */
};

struct crew;

/*
 * Forks the processes; call it while there is one thread and no database is open. lanes: 1
 * to CREW_LANES_MAX. NULL when the system gives no process. work and mem must live until
 * crew_stop().
 */
struct crew *
crew_start(struct arena *mem, size_t lanes, const struct crew_work *work) MUST_USE;

/* Lets the processes end and waits for them. NULL is ignored. */
void crew_stop(struct crew *w);

/* A lane that the caller has for itself. */
struct crew_turn {
    int fd;
    size_t lane;
    uint64_t number; /* of the job: never 0, never twice */
};

/* Waits for a lane; false when waiting_max wait already. Give it back with crew_give(). */
bool crew_take(struct crew *w, struct crew_turn *t) MUST_USE;

/* Gives the lane back; worker: the process that answered, 0 for none. */
void crew_give(struct crew *w, const struct crew_turn *t, pid_t worker);

/* The process that answered last on a lane, 0 for none yet. For health and tests. */
pid_t crew_pid(struct crew *w, size_t lane);

#endif
