#include "crew.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct lane {
    int ours;   /* the server's end */
    int theirs; /* the worker's end; the nurse keeps it for the next worker */
    bool taken;
    pid_t worker; /* nurse: the process; server: who answered last */
};

struct crew {
    pthread_mutex_t lock;
    pthread_cond_t freed;
    pid_t nurse;
    uint64_t number; /* of the last job */
    size_t waiting;
    size_t n;
    const struct crew_work *work;
    struct lane lane[CREW_LANES_MAX];
};

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
start_worker(struct crew *w, size_t i)
{
    const pid_t pid = fork();

    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        for (size_t k = 0; k < w->n; k++)
            if (k != i)
                close(w->lane[k].theirs);
        w->work->live(w->lane[i].theirs, w->work->with);
        _exit(0);
    }
    w->lane[i].worker = pid;
}

static struct lane *
lane_of_worker(struct crew *w, pid_t pid)
{
    for (size_t i = 0; i < w->n; i++)
        if (w->lane[i].worker == pid)
            return &w->lane[i];
    return NULL;
}

/* Tells the server that nobody works on its job any more, and starts the next worker. */
static void
replace_worker(struct crew *w, struct lane *l)
{
    const struct timespec moment = { .tv_nsec = 50000000 };

    (void)!send(l->theirs, w->work->died, w->work->died_n, MSG_NOSIGNAL | MSG_DONTWAIT);
    nanosleep(&moment, NULL); /* no storm of forks when each dies at once */
    start_worker(w, (size_t)(l - w->lane));
}

/* The life of the nurse: ends when every worker ended because the server did. */
static _Noreturn void
nurse_main(struct crew *w)
{
    be_quiet();
    for (size_t i = 0; i < w->n; i++)
        close(w->lane[i].ours);
    for (size_t i = 0; i < w->n; i++)
        start_worker(w, i);
    for (;;) {
        int status;
        const pid_t pid = wait(&status);
        struct lane *l = pid > 0 ? lane_of_worker(w, pid) : NULL;

        if (pid < 0 && errno != EINTR)
            _exit(0);
        if (l && !(WIFEXITED(status) && WEXITSTATUS(status) == 0))
            replace_worker(w, l);
    }
}

static bool
open_lane(struct lane *l, int seconds)
{
    const struct timeval patience = { .tv_sec = seconds };
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
close_lanes(struct crew *w)
{
    for (size_t i = 0; i < w->n; i++)
        close(w->lane[i].ours);
}

struct crew *
crew_start(struct arena *mem, size_t lanes, const struct crew_work *work)
{
    struct crew *w = ARENA_NEW(mem, struct crew);

    assert(lanes > 0 && lanes <= CREW_LANES_MAX);
    pthread_mutex_init(&w->lock, NULL);
    pthread_cond_init(&w->freed, NULL);
    w->work = work;
    while (w->n < lanes && open_lane(&w->lane[w->n], work->seconds))
        w->n++;
    w->nurse = w->n == lanes ? fork() : -1;
    if (w->nurse == 0)
        nurse_main(w);
    for (size_t i = 0; i < w->n; i++)
        close(w->lane[i].theirs);
    if (w->nurse > 0)
        return w;
    close_lanes(w);
    return NULL;
}

void
crew_stop(struct crew *w)
{
    if (!w)
        return;
    close_lanes(w);
    while (waitpid(w->nurse, NULL, 0) < 0 && errno == EINTR)
        ;
    pthread_cond_destroy(&w->freed);
    pthread_mutex_destroy(&w->lock);
}

static struct lane *
free_lane(struct crew *w)
{
    for (size_t i = 0; i < w->n; i++)
        if (!w->lane[i].taken)
            return &w->lane[i];
    return NULL;
}

bool
crew_take(struct crew *w, struct crew_turn *t)
{
    struct lane *l;

    pthread_mutex_lock(&w->lock);
    l = free_lane(w);
    if (!l && w->waiting < w->work->waiting_max) {
        w->waiting++;
        while (!(l = free_lane(w)))
            pthread_cond_wait(&w->freed, &w->lock);
        w->waiting--;
    }
    if (l) {
        l->taken = true;
        *t = (struct crew_turn){ .fd = l->ours,
                                 .lane = (size_t)(l - w->lane),
                                 .number = ++w->number };
    }
    pthread_mutex_unlock(&w->lock);
    return l != NULL;
}

void
crew_give(struct crew *w, const struct crew_turn *t, pid_t worker)
{
    struct lane *l = &w->lane[t->lane];

    pthread_mutex_lock(&w->lock);
    l->taken = false;
    if (worker)
        l->worker = worker;
    pthread_cond_signal(&w->freed);
    pthread_mutex_unlock(&w->lock);
}

pid_t
crew_pid(struct crew *w, size_t lane)
{
    pid_t pid;

    pthread_mutex_lock(&w->lock);
    pid = w->lane[lane].worker;
    pthread_mutex_unlock(&w->lock);
    return pid;
}
