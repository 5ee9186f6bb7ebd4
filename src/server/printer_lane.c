#include "printer_part.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED
#endif

/* What one paper may take beyond what is there. A sanitizer reserves more than any limit. */
#ifdef SANITIZED
static const rlim_t MEMORY = RLIM_INFINITY;
#else
static const rlim_t MEMORY = (rlim_t)1 << 30;
#endif

enum { ALONE_TRIES = 1000 }; /* two seconds */

int
printer_file(void)
{
    return memfd_create("paper", MFD_CLOEXEC);
}

bool
printer_write(int fd, const void *p, size_t n)
{
    const char *at = p;

    while (n) {
        const ssize_t done = write(fd, at, n);

        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            return false;
        at += done;
        n -= (size_t)done;
    }
    return true;
}

bool
printer_read(int fd, struct buf *out)
{
    struct stat st;
    off_t at = 0;

    if (fstat(fd, &st) != 0 || st.st_size > PRINTER_BYTES_MAX)
        return false;
    while (at < st.st_size) {
        char part[16384];
        const ssize_t got = pread(fd, part, sizeof part, at);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        buf_add(out, part, (size_t)got);
        at += got;
    }
    return true;
}

union control {
    struct cmsghdr head;
    char room[CMSG_SPACE(sizeof(int))];
};

bool
printer_send(int lane, const struct printer_note *note, int file)
{
    struct printer_note copy = *note;
    struct iovec iov = { .iov_base = &copy, .iov_len = sizeof copy };
    union control control = { .room = { 0 } };
    struct msghdr m = { .msg_iov = &iov, .msg_iovlen = 1 };

    if (file >= 0) {
        m.msg_control = control.room;
        m.msg_controllen = sizeof control.room;
        control.head.cmsg_level = SOL_SOCKET;
        control.head.cmsg_type = SCM_RIGHTS;
        control.head.cmsg_len = CMSG_LEN(sizeof file);
        memcpy(CMSG_DATA(&control.head), &file, sizeof file);
    }
    for (;;) {
        const ssize_t n = sendmsg(lane, &m, MSG_NOSIGNAL);

        if (n >= 0 || errno != EINTR)
            return n == (ssize_t)sizeof copy;
    }
}

bool
printer_receive(int lane, struct printer_note *note, int *file, int flags)
{
    struct iovec iov = { .iov_base = note, .iov_len = sizeof *note };
    union control control = { .room = { 0 } };
    struct msghdr m = { .msg_iov = &iov,
                        .msg_iovlen = 1,
                        .msg_control = control.room,
                        .msg_controllen = sizeof control.room };
    ssize_t n;

    *file = -1;
    do
        n = recvmsg(lane, &m, flags | MSG_CMSG_CLOEXEC);
    while (n < 0 && errno == EINTR);
    if (n > 0 && m.msg_controllen >= CMSG_LEN(sizeof *file)
        && control.head.cmsg_type == SCM_RIGHTS)
        memcpy(file, CMSG_DATA(&control.head), sizeof *file);
    return n == (ssize_t)sizeof *note;
}

static size_t
threads(void)
{
    DIR *all = opendir("/proc/self/task");
    size_t n = 0;

    for (const struct dirent *d = NULL; all && (d = readdir(all));)
        n += d->d_name[0] != '.';
    if (all)
        closedir(all);
    return n;
}

/*
 * Waits until the threads have ended that look for fonts behind the first paper: a fork beside
 * them leaves the locks that they hold locked for good.
 */
static void
be_alone(void)
{
    const struct timespec moment = { .tv_nsec = 2000000 };

    for (int i = 0; threads() > 1 && i < ALONE_TRIES; i++)
        nanosleep(&moment, NULL);
}

/* The bytes of address space that the process has already. */
static rlim_t
taken(void)
{
    unsigned long pages = 0;
    FILE *f = fopen("/proc/self/statm", "re");

    if (f) {
        if (fscanf(f, "%lu", &pages) != 1)
            pages = 0;
        fclose(f);
    }
    return (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE);
}

/* Draws one paper within its limits. */
static _Noreturn void
draw_in_child(int job, int paper, const struct printer_press *press)
{
    const struct rlimit time = { PRINTER_SECONDS, PRINTER_SECONDS };
    const rlim_t most = MEMORY == RLIM_INFINITY ? MEMORY : taken() + MEMORY;
    const struct rlimit memory = { most, most };
    const struct rlimit bytes = { PRINTER_BYTES_MAX, PRINTER_BYTES_MAX };
    struct arena *mem = arena_new();
    struct buf in = buf_new(mem);
    struct buf out = buf_new(mem);

    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    setrlimit(RLIMIT_CPU, &time);
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_FSIZE, &bytes);
    alarm(PRINTER_SECONDS);
    _exit(printer_read(job, &in) && in.n
                  && press->draw((const unsigned char *)in.p, in.n, &out) && out.n
                  && printer_write(paper, out.p, out.n)
              ? 0
              : 1);
}

/* Has one paper drawn in a process of its own; true when it ended well. */
static bool
draw(const struct printer_press *press, int lane, int job, int paper)
{
    int status = 0;
    const pid_t pid = fork();

    if (pid == 0) {
        close(lane);
        draw_in_child(job, paper, press);
    }
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR)
        ;
    return pid > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void
printer_lane(int lane, const void *with)
{
    const struct printer_press *press = with;
    bool warm = false;

    for (;;) {
        struct printer_note note;
        int paper = printer_file();
        int job;

        if (!printer_receive(lane, &note, &job, 0))
            _exit(0);
        if (!warm && press->warm) {
            press->warm();
            be_alone();
        }
        warm = true;
        note.done = job >= 0 && paper >= 0 && draw(press, lane, job, paper);
        note.pid = getpid();
        if (!printer_send(lane, &note, note.done ? paper : -1))
            _exit(0);
        if (job >= 0)
            close(job);
        if (paper >= 0)
            close(paper);
    }
}
