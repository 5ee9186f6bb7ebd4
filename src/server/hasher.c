#include "hasher.h"

#include "crew.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { ASK_HASH = 1, ASK_VERIFY = 2 };

/* Longer than any hash takes on a slow machine under load. */
enum { ANSWER_SECONDS = 30 };

/* One message to a worker and one back; a lane carries one question at a time. */
struct question {
    uint64_t number;
    int what;
    enum crypt_cost cost;
    bool peppered;
    struct key pepper;
    unsigned char salt[16];
    char hash[CRYPT_PASSWORD_HASH_MAX];
    size_t n;
    char password[CRYPT_PASSWORD_MAX];
};

struct answer {
    uint64_t number; /* 0: the nurse says that the worker died */
    bool yes;
    pid_t pid;
    char hash[CRYPT_PASSWORD_HASH_MAX];
};

struct hasher {
    struct crew *crew;
};

/* What a worker answers. */
static struct answer
work_out(const struct question *q)
{
    struct answer a = { .number = q->number, .pid = getpid() };
    const struct key *pepper = q->peppered ? &q->pepper : NULL;

    if (q->what == ASK_HASH)
        a.yes =
            crypt_password_hash(q->password, q->n, q->salt, pepper, q->cost, a.hash);
    else
        a.yes = crypt_password_verify(q->hash, q->password, q->n, pepper);
    return a;
}

static bool
question_good(const struct question *q, ssize_t n)
{
    return n == (ssize_t)sizeof *q && q->n <= sizeof q->password
           && (q->what == ASK_HASH || q->what == ASK_VERIFY)
           && memchr(q->hash, '\0', sizeof q->hash);
}

/* The life of a worker: ends with 0 when the server closed its end. */
static void
live(int fd, const void *with)
{
    (void)with;
    for (;;) {
        struct question q;
        struct answer a;
        ssize_t n = recv(fd, &q, sizeof q, 0);

        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            _exit(n == 0 ? 0 : 1);
        if (!question_good(&q, n))
            _exit(2);
        a = work_out(&q);
        crypt_wipe(&q, sizeof q);
        if (send(fd, &a, sizeof a, MSG_NOSIGNAL) != (ssize_t)sizeof a)
            _exit(0);
    }
}

static const struct answer died = { .number = 0 };

static const struct crew_work hashing = { .live = live,
                                          .died = &died,
                                          .died_n = sizeof died,
                                          .seconds = ANSWER_SECONDS,
                                          .waiting_max = HASHER_WAITING_MAX };

struct hasher *
hasher_start(struct arena *mem, size_t workers)
{
    struct hasher *h = ARENA_NEW(mem, struct hasher);

    h->crew = crew_start(mem, workers, &hashing);
    return h->crew ? h : NULL;
}

void
hasher_stop(struct hasher *h)
{
    if (h)
        crew_stop(h->crew);
}

/* Throws away what came late: answers nobody waits for, news of a death between questions. */
static void
drain(int lane)
{
    struct answer a;

    while (recv(lane, &a, sizeof a, MSG_DONTWAIT) > 0)
        ;
}

/* Asks once; false when the worker died, the nurse is gone or nobody answered in time. */
static bool
ask_once(int lane, const struct question *q, struct answer *a)
{
    drain(lane);
    if (send(lane, q, sizeof *q, MSG_NOSIGNAL) != (ssize_t)sizeof *q)
        return false;
    for (;;) {
        ssize_t n = recv(lane, a, sizeof *a, 0);

        if (n < 0 && errno == EINTR)
            continue;
        if (n != (ssize_t)sizeof *a || a->number == 0)
            return false;
        if (a->number == q->number)
            return true;
    }
}

/* Asks, and once more when the worker died of it or meanwhile. */
static enum hasher_verdict
ask(struct hasher *h, struct question *q, struct answer *a)
{
    struct crew_turn t;
    bool answered;

    if (!crew_take(h->crew, &t))
        return HASHER_BUSY;
    q->number = t.number;
    answered = ask_once(t.fd, q, a) || ask_once(t.fd, q, a);
    crew_give(h->crew, &t, answered ? a->pid : 0);
    if (!answered)
        return HASHER_BROKEN;
    return a->yes ? HASHER_YES : HASHER_NO;
}

static bool
fill(struct question *q, const char *password, size_t n, const struct key *pepper)
{
    if (n > sizeof q->password)
        return false;
    memcpy(q->password, password, n);
    q->n = n;
    q->peppered = pepper != NULL;
    if (pepper)
        q->pepper = *pepper;
    return true;
}

enum hasher_verdict
hasher_hash(struct hasher *h,
            const char *password,
            size_t n,
            const unsigned char salt[16],
            const struct key *pepper,
            enum crypt_cost cost,
            char out[CRYPT_PASSWORD_HASH_MAX])
{
    struct question q = { .what = ASK_HASH, .cost = cost };
    enum hasher_verdict v;
    struct answer a;

    if (!fill(&q, password, n, pepper))
        return HASHER_NO;
    memcpy(q.salt, salt, sizeof q.salt);
    v = ask(h, &q, &a);
    crypt_wipe(&q, sizeof q);
    if (v == HASHER_YES)
        memcpy(out, a.hash, sizeof a.hash);
    return v;
}

enum hasher_verdict
hasher_verify(struct hasher *h,
              const char *hash,
              const char *password,
              size_t n,
              const struct key *pepper)
{
    struct question q = { .what = ASK_VERIFY };
    enum hasher_verdict v;
    struct answer a;

    if (strlen(hash) >= sizeof q.hash || !fill(&q, password, n, pepper))
        return HASHER_NO;
    memcpy(q.hash, hash, strlen(hash));
    v = ask(h, &q, &a);
    crypt_wipe(&q, sizeof q);
    return v;
}

pid_t
hasher_pid(struct hasher *h, size_t lane)
{
    return crew_pid(h->crew, lane);
}
