#include "printer_part.h"

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
    int theirs; /* the lane's end; the nurse keeps it for the next process */
    bool taken;
    pid_t process; /* nurse: the process; server: who answered last */
};

struct printer {
    pthread_mutex_t lock;
    pthread_cond_t freed;
    pid_t nurse;
    uint64_t number;
    size_t waiting;
    size_t n;
    const struct printer_press *press;
    struct lane lane[PRINTER_LANES_MAX];
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
start_process(struct printer *p, size_t i)
{
    const pid_t pid = fork();

    if (pid == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
        for (size_t k = 0; k < p->n; k++)
            if (k != i)
                close(p->lane[k].theirs);
        printer_lane(p->lane[i].theirs, p->press);
    }
    p->lane[i].process = pid;
}

static struct lane *
lane_of(struct printer *p, pid_t pid)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->lane[i].process == pid)
            return &p->lane[i];
    return NULL;
}

/* Tells the server that nobody draws its paper any more, and starts the next process. */
static void
replace(struct printer *p, struct lane *l)
{
    const struct timespec moment = { .tv_nsec = 50000000 };
    const struct printer_note died = { .number = 0 };

    (void)!printer_send(l->theirs, &died, -1);
    nanosleep(&moment, NULL); /* no storm of forks when each dies at once */
    start_process(p, (size_t)(l - p->lane));
}

/* The life of the nurse: ends when every lane ended because the server did. */
static _Noreturn void
nurse_main(struct printer *p)
{
    be_quiet();
    for (size_t i = 0; i < p->n; i++)
        close(p->lane[i].ours);
    for (size_t i = 0; i < p->n; i++)
        start_process(p, i);
    for (;;) {
        int status;
        const pid_t pid = wait(&status);
        struct lane *l = pid > 0 ? lane_of(p, pid) : NULL;

        if (pid < 0 && errno != EINTR)
            _exit(0);
        if (l && !(WIFEXITED(status) && WEXITSTATUS(status) == 0))
            replace(p, l);
    }
}

static bool
open_lane(struct lane *l)
{
    const struct timeval patience = { .tv_sec = PRINTER_SECONDS + 10 };
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
close_lanes(struct printer *p)
{
    for (size_t i = 0; i < p->n; i++)
        close(p->lane[i].ours);
}

struct printer *
printer_start(struct arena *mem, size_t lanes, const struct printer_press *press)
{
    struct printer *p = ARENA_NEW(mem, struct printer);

    assert(lanes > 0 && lanes <= PRINTER_LANES_MAX);
    pthread_mutex_init(&p->lock, NULL);
    pthread_cond_init(&p->freed, NULL);
    p->press = press;
    while (p->n < lanes && open_lane(&p->lane[p->n]))
        p->n++;
    p->nurse = p->n == lanes ? fork() : -1;
    if (p->nurse == 0)
        nurse_main(p);
    for (size_t i = 0; i < p->n; i++)
        close(p->lane[i].theirs);
    if (p->nurse > 0)
        return p;
    close_lanes(p);
    return NULL;
}

void
printer_stop(struct printer *p)
{
    if (!p)
        return;
    close_lanes(p);
    while (waitpid(p->nurse, NULL, 0) < 0 && errno == EINTR)
        ;
    pthread_cond_destroy(&p->freed);
    pthread_mutex_destroy(&p->lock);
}

static struct lane *
free_lane(struct printer *p)
{
    for (size_t i = 0; i < p->n; i++)
        if (!p->lane[i].taken)
            return &p->lane[i];
    return NULL;
}

/* Waits for a lane; NULL when too many wait already. */
static struct lane *
take_lane(struct printer *p, uint64_t *number)
{
    struct lane *l;

    pthread_mutex_lock(&p->lock);
    l = free_lane(p);
    if (!l && p->waiting < PRINTER_WAITING_MAX) {
        p->waiting++;
        while (!(l = free_lane(p)))
            pthread_cond_wait(&p->freed, &p->lock);
        p->waiting--;
    }
    if (l)
        l->taken = true;
    *number = ++p->number;
    pthread_mutex_unlock(&p->lock);
    return l;
}

static void
give_lane(struct printer *p, struct lane *l, pid_t process)
{
    pthread_mutex_lock(&p->lock);
    l->taken = false;
    if (process)
        l->process = process;
    pthread_cond_signal(&p->freed);
    pthread_mutex_unlock(&p->lock);
}

/* Throws away what came late: answers nobody waits for, news of a death between jobs. */
static void
drain(const struct lane *l)
{
    struct printer_note note;
    int file;

    while (printer_receive(l->ours, &note, &file, MSG_DONTWAIT))
        if (file >= 0)
            close(file);
}

/* Asks once; false when the lane died, the nurse is gone or nobody answered in time. */
static bool
ask_once(const struct lane *l,
         uint64_t number,
         int job,
         struct printer_note *a,
         struct buf *out)
{
    const struct printer_note q = { .number = number };
    int file = -1;
    bool good;

    drain(l);
    if (!printer_send(l->ours, &q, job))
        return false;
    while (printer_receive(l->ours, a, &file, 0)) {
        if (a->number == 0)
            return false;
        good = a->number == number;
        if (good && a->done)
            a->done = file >= 0 && printer_read(file, out);
        if (file >= 0)
            close(file);
        if (good)
            return true;
    }
    return false;
}

enum printer_verdict
printer_draw(struct printer *p, const void *job, size_t n, struct buf *out)
{
    struct printer_note a = { .number = 0 };
    uint64_t number;
    struct lane *l;
    bool answered;
    int file;

    if (!p || n > PRINTER_BYTES_MAX)
        return PRINTER_FAILED;
    l = take_lane(p, &number);
    if (!l)
        return PRINTER_BUSY;
    file = printer_file();
    /* once more when the lane's process died meanwhile */
    answered =
        file >= 0 && printer_write(file, job, n)
        && (ask_once(l, number, file, &a, out) || ask_once(l, number, file, &a, out));
    if (file >= 0)
        close(file);
    give_lane(p, l, answered ? a.pid : 0);
    return answered && a.done ? PRINTER_DONE : PRINTER_FAILED;
}

pid_t
printer_pid(struct printer *p, size_t lane)
{
    pid_t pid;

    pthread_mutex_lock(&p->lock);
    pid = p->lane[lane].process;
    pthread_mutex_unlock(&p->lock);
    return pid;
}
