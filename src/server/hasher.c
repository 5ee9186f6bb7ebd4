#include "hasher.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
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

struct lane {
    int ours;   /* the server's end */
    int theirs; /* the worker's end; the nurse keeps it for the next worker */
    bool taken;
    pid_t worker; /* nurse: the process; server: who answered last */
};

struct hasher {
    pthread_mutex_t lock;
    pthread_cond_t freed;
    pid_t nurse;
    uint64_t number; /* of the last question */
    size_t waiting;
    size_t n;
    struct lane lane[HASHER_WORKERS_MAX];
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
static _Noreturn void
worker_main(int fd)
{
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

/* Leaves it to the closed socket to say when to end, and leaves no traces of memory. */
static void
be_quiet(void)
{
    const struct rlimit none = { 0, 0 };

    signal(SIGINT, SIG_IGN);
    signal(SIGTERM, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGCHLD, SIG_DFL);
    signal(SIGPIPE, SIG_IGN);
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

static void
start_worker(struct hasher *h, size_t i)
{
    pid_t pid = fork();

    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        for (size_t k = 0; k < h->n; k++)
            if (k != i)
                close(h->lane[k].theirs);
        worker_main(h->lane[i].theirs);
    }
    h->lane[i].worker = pid;
}

static struct lane *
lane_of_worker(struct hasher *h, pid_t pid)
{
    for (size_t i = 0; i < h->n; i++)
        if (h->lane[i].worker == pid)
            return &h->lane[i];
    return NULL;
}

/* Tells the server that nobody works on its question any more, and starts the next one. */
static void
replace_worker(struct hasher *h, struct lane *l)
{
    const struct timespec moment = { .tv_nsec = 50000000 };
    const struct answer died = { .number = 0 };

    (void)!send(l->theirs, &died, sizeof died, MSG_NOSIGNAL | MSG_DONTWAIT);
    nanosleep(&moment, NULL); /* no storm of forks when each dies at once */
    start_worker(h, (size_t)(l - h->lane));
}

/* The life of the nurse: ends when every worker ended because the server did. */
static _Noreturn void
nurse_main(struct hasher *h)
{
    be_quiet();
    for (size_t i = 0; i < h->n; i++)
        close(h->lane[i].ours);
    for (size_t i = 0; i < h->n; i++)
        start_worker(h, i);
    for (;;) {
        int status;
        pid_t pid = wait(&status);
        struct lane *l = pid > 0 ? lane_of_worker(h, pid) : NULL;

        if (pid < 0 && errno != EINTR)
            _exit(0);
        if (l && !(WIFEXITED(status) && WEXITSTATUS(status) == 0))
            replace_worker(h, l);
    }
}

static bool
open_lane(struct lane *l)
{
    const struct timeval patience = { .tv_sec = ANSWER_SECONDS };
    int fd[2];

    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, fd) != 0)
        return false;
    l->ours = fd[0];
    l->theirs = fd[1];
    setsockopt(l->ours, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    setsockopt(l->ours, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    return true;
}

static void
close_lanes(struct hasher *h)
{
    for (size_t i = 0; i < h->n; i++)
        close(h->lane[i].ours);
}

struct hasher *
hasher_start(struct arena *mem, size_t workers)
{
    struct hasher *h = ARENA_NEW(mem, struct hasher);

    assert(workers > 0 && workers <= HASHER_WORKERS_MAX);
    pthread_mutex_init(&h->lock, NULL);
    pthread_cond_init(&h->freed, NULL);
    while (h->n < workers && open_lane(&h->lane[h->n]))
        h->n++;
    h->nurse = h->n == workers ? fork() : -1;
    if (h->nurse == 0)
        nurse_main(h);
    for (size_t i = 0; i < h->n; i++)
        close(h->lane[i].theirs);
    if (h->nurse > 0)
        return h;
    close_lanes(h);
    return NULL;
}

void
hasher_stop(struct hasher *h)
{
    if (!h)
        return;
    close_lanes(h);
    while (waitpid(h->nurse, NULL, 0) < 0 && errno == EINTR)
        ;
    pthread_cond_destroy(&h->freed);
    pthread_mutex_destroy(&h->lock);
}

static struct lane *
free_lane(struct hasher *h)
{
    for (size_t i = 0; i < h->n; i++)
        if (!h->lane[i].taken)
            return &h->lane[i];
    return NULL;
}

/* Waits for a lane; NULL when too many wait already. */
static struct lane *
take_lane(struct hasher *h, uint64_t *number)
{
    struct lane *l;

    pthread_mutex_lock(&h->lock);
    l = free_lane(h);
    if (!l && h->waiting < HASHER_WAITING_MAX) {
        h->waiting++;
        while (!(l = free_lane(h)))
            pthread_cond_wait(&h->freed, &h->lock);
        h->waiting--;
    }
    if (l)
        l->taken = true;
    *number = ++h->number;
    pthread_mutex_unlock(&h->lock);
    return l;
}

static void
give_lane(struct hasher *h, struct lane *l, pid_t worker)
{
    pthread_mutex_lock(&h->lock);
    l->taken = false;
    if (worker)
        l->worker = worker;
    pthread_cond_signal(&h->freed);
    pthread_mutex_unlock(&h->lock);
}

/* Throws away what came late: answers nobody waits for, news of a death between questions. */
static void
drain(const struct lane *l)
{
    struct answer a;

    while (recv(l->ours, &a, sizeof a, MSG_DONTWAIT) > 0)
        ;
}

/* Asks once; false when the worker died, the nurse is gone or nobody answered in time. */
static bool
ask_once(const struct lane *l, const struct question *q, struct answer *a)
{
    drain(l);
    if (send(l->ours, q, sizeof *q, MSG_NOSIGNAL) != (ssize_t)sizeof *q)
        return false;
    for (;;) {
        ssize_t n = recv(l->ours, a, sizeof *a, 0);

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
    struct lane *l = take_lane(h, &q->number);
    bool answered;

    if (!l)
        return HASHER_BUSY;
    answered = ask_once(l, q, a) || ask_once(l, q, a);
    give_lane(h, l, answered ? a->pid : 0);
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
    pid_t pid;

    pthread_mutex_lock(&h->lock);
    pid = h->lane[lane].worker;
    pthread_mutex_unlock(&h->lock);
    return pid;
}
