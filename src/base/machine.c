#include "machine.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static int64_t
real_now(void *self)
{
    struct timespec t;

    (void)self;
    clock_gettime(CLOCK_REALTIME, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void
real_random(void *self, void *out, size_t n)
{
    unsigned char *p = out;

    (void)self;
    while (n) {
        ssize_t got = getrandom(p, n, 0);

        if (got < 0 && errno != EINTR)
            abort();
        if (got > 0) {
            p += got;
            n -= (size_t)got;
        }
    }
}

static bool
real_durable(void *self, const char *what)
{
    (void)self;
    (void)what;
    return true;
}

const struct machine machine_real = {
    .now = real_now,
    .random = real_random,
    .durable = real_durable,
};

int64_t
machine_now(const struct machine *m)
{
    return m->now(m->self);
}

void
machine_random(const struct machine *m, void *out, size_t n)
{
    m->random(m->self, out, n);
}

bool
machine_durable(const struct machine *m, const char *what)
{
    return m->durable(m->self, what);
}

static bool
read_all(int fd, char *p, size_t n)
{
    while (n) {
        ssize_t got = read(fd, p, n);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        p += got;
        n -= (size_t)got;
    }
    return true;
}

char *
machine_read(
    const struct machine *m, struct arena *mem, const char *path, size_t max, size_t *n)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    struct stat st;
    char *p = NULL;

    (void)m;
    if (fd < 0)
        return NULL;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && (size_t)st.st_size <= max) {
        p = arena_alloc(mem, (size_t)st.st_size + 1);
        if (!read_all(fd, p, (size_t)st.st_size))
            p = NULL;
        else if (n)
            *n = (size_t)st.st_size;
    }
    close(fd);
    return p;
}

static bool
write_all(int fd, const char *p, size_t n)
{
    while (n) {
        ssize_t put = write(fd, p, n);

        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        p += put;
        n -= (size_t)put;
    }
    return true;
}

static bool
sync_folder_of(const char *path)
{
    char folder[PATH_MAX];
    char *slash;
    int fd;
    bool ok;

    if (snprintf(folder, sizeof folder, "%s", path) >= (int)sizeof folder)
        return false;
    slash = strrchr(folder, '/');
    if (slash)
        *slash = '\0';
    fd = open(slash ? (*folder ? folder : "/") : ".",
              O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return false;
    ok = fsync(fd) == 0;
    close(fd);
    return ok;
}

bool
machine_write(
    const struct machine *m, const char *path, const void *p, size_t n, unsigned mode)
{
    char beside[PATH_MAX];
    int fd;
    bool ok;

    if (snprintf(beside, sizeof beside, "%s.new", path) >= (int)sizeof beside)
        return false;
    fd = open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, (mode_t)mode);
    if (fd < 0)
        return false;
    ok = write_all(fd, p, n) && machine_durable(m, "file sync") && fsync(fd) == 0;
    if (close(fd) != 0)
        ok = false;
    ok = ok && machine_durable(m, "file rename") && rename(beside, path) == 0
         && sync_folder_of(path);
    if (!ok)
        unlink(beside);
    return ok;
}
