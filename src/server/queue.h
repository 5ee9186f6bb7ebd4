/*
 * A bounded line of units of work between threads. Units that are already under way may
 * always be put back; only new ones are turned away when the line is full.
 */
#ifndef KASANE_SERVER_QUEUE_H
#define KASANE_SERVER_QUEUE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

struct unit;

struct queue {
    pthread_mutex_t lock;
    pthread_cond_t more;
    struct unit *first;
    struct unit *last;
    size_t n;
    size_t max;
    bool closed;
};

void queue_start(struct queue *q, size_t max);
void queue_end(struct queue *q);

/* Appends a new unit; false when the line is full or closed. */
bool queue_offer(struct queue *q, struct unit *u);

/* Appends a unit that is under way. */
void queue_put(struct queue *q, struct unit *u);

/* Lets waiting threads go when nothing is left. */
void queue_close(struct queue *q);

/*
 * Takes up to max units, linked by next, waiting for the first; wait_ms bounds the wait
 * (-1: for ever). NULL with done set: the line is closed and empty; NULL without: time ran
 * out.
 */
struct unit *queue_take(struct queue *q, size_t max, int wait_ms, bool *done);

#endif
