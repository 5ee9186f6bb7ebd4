#include "queue.h"

#include "unit.h"

#include <errno.h>
#include <time.h>

void
queue_start(struct queue *q, size_t max)
{
    pthread_condattr_t attr;

    *q = (struct queue){ .max = max };
    pthread_mutex_init(&q->lock, NULL);
    pthread_condattr_init(&attr);
    pthread_condattr_setclock(&attr, CLOCK_MONOTONIC);
    pthread_cond_init(&q->more, &attr);
    pthread_condattr_destroy(&attr);
}

void
queue_end(struct queue *q)
{
    pthread_cond_destroy(&q->more);
    pthread_mutex_destroy(&q->lock);
}

static void
append(struct queue *q, struct unit *u)
{
    u->next = NULL;
    if (q->last)
        q->last->next = u;
    else
        q->first = u;
    q->last = u;
    q->n++;
    pthread_cond_signal(&q->more);
}

bool
queue_offer(struct queue *q, struct unit *u)
{
    bool room;

    pthread_mutex_lock(&q->lock);
    room = q->n < q->max && !q->closed;
    if (room)
        append(q, u);
    pthread_mutex_unlock(&q->lock);
    return room;
}

void
queue_put(struct queue *q, struct unit *u)
{
    pthread_mutex_lock(&q->lock);
    append(q, u);
    pthread_mutex_unlock(&q->lock);
}

void
queue_close(struct queue *q)
{
    pthread_mutex_lock(&q->lock);
    q->closed = true;
    pthread_cond_broadcast(&q->more);
    pthread_mutex_unlock(&q->lock);
}

static struct timespec
after_ms(int ms)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    t.tv_sec += ms / 1000;
    t.tv_nsec += (long)(ms % 1000) * 1000000;
    if (t.tv_nsec >= 1000000000) {
        t.tv_sec++;
        t.tv_nsec -= 1000000000;
    }
    return t;
}

static struct unit *
cut(struct queue *q, size_t max)
{
    struct unit *first = q->first;
    struct unit *last = first;

    for (q->n--; --max && last->next; last = last->next)
        q->n--;
    q->first = last->next;
    last->next = NULL;
    if (!q->first)
        q->last = NULL;
    return first;
}

struct unit *
queue_take(struct queue *q, size_t max, int wait_ms, bool *done)
{
    struct timespec until = after_ms(wait_ms < 0 ? 0 : wait_ms);
    struct unit *u = NULL;
    int rc = 0;

    pthread_mutex_lock(&q->lock);
    while (!q->first && !q->closed && rc != ETIMEDOUT)
        rc = wait_ms < 0 ? pthread_cond_wait(&q->more, &q->lock)
                         : pthread_cond_timedwait(&q->more, &q->lock, &until);
    if (q->first)
        u = cut(q, max);
    *done = !u && q->closed;
    pthread_mutex_unlock(&q->lock);
    return u;
}
