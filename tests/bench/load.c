/*
 * Loads a server on this machine: some keep-alive clients in one thread, each with one
 * request under way, for a given time; prints one line of JSON. The server's processor time
 * is its own clock's, read before and after.
 *
 *     load PORT CLIENTS MILLISECONDS PID get  PATHS HEADER
 *     load PORT CLIENTS MILLISECONDS PID post PATHS HEADER
 *
 * PATHS: a file with one path a line, taken in turn; for post, a space and the form behind
 * each. HEADER: one header line for all.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
    CLIENTS_MAX = 128,
    PATHS_MAX = 4096,
    REPLY_MAX = 1024 * 1024,
    TIMES_MAX = 2000000
};

struct client {
    int fd;
    char *reply;
    size_t got;
    size_t want; /* 0: the head is not complete yet */
    int64_t sent_at;
};

struct load {
    uint16_t port;
    bool post;
    const char *header;
    char **paths;
    size_t n_paths;
    size_t next;
    uint64_t key;
    struct client clients[CLIENTS_MAX];
    size_t n_clients;
    int epoll;
    int64_t until;
    uint32_t *times; /* µs */
    size_t n_times;
    uint64_t good;
    uint64_t bad;
    uint64_t bytes;
    int last_bad;
};

static int64_t
ns(clockid_t clock)
{
    struct timespec t;

    clock_gettime(clock, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static _Noreturn void
stop(const char *what)
{
    fprintf(stderr, "load: %s: %s\n", what, strerror(errno));
    exit(1);
}

static void
read_paths(struct load *l, const char *file)
{
    char line[2048];
    FILE *f = fopen(file, "r");

    if (!f)
        stop(file);
    l->paths = calloc(PATHS_MAX, sizeof *l->paths);
    while (l->n_paths < PATHS_MAX && fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = '\0';
        if (*line)
            l->paths[l->n_paths++] = strdup(line);
    }
    fclose(f);
    if (!l->n_paths)
        stop("no paths");
}

static void
connect_client(struct load *l, struct client *k)
{
    struct sockaddr_in a = { .sin_family = AF_INET,
                             .sin_port = htons(l->port),
                             .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    struct epoll_event e = { .events = EPOLLIN, .data.ptr = k };

    k->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (k->fd < 0 || connect(k->fd, (const struct sockaddr *)&a, sizeof a) != 0)
        stop("connect");
    if (!k->reply)
        k->reply = malloc(REPLY_MAX);
    epoll_ctl(l->epoll, EPOLL_CTL_ADD, k->fd, &e);
}

static int
write_request(struct load *l, char *to, size_t room)
{
    const char *path = l->paths[l->next++ % l->n_paths];
    const int n = (int)strcspn(path, " ");
    const char *form = path[n] ? path + n + 1 : "";

    if (!l->post)
        return snprintf(to, room,
                        "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
                        "Sec-Fetch-Site: same-origin\r\n\r\n",
                        path, l->header);
    return snprintf(to, room,
                    "POST %.*s HTTP/1.1\r\nHost: localhost\r\n%s\r\n"
                    "Idempotency-Key: load-%llx\r\n"
                    "Content-Type: application/x-www-form-urlencoded\r\n"
                    "Content-Length: %zu\r\n\r\n%s",
                    n, path, l->header, (unsigned long long)l->key++, strlen(form),
                    form);
}

static void
send_one(struct load *l, struct client *k)
{
    char request[4096];
    int n = write_request(l, request, sizeof request);

    k->got = 0;
    k->want = 0;
    k->sent_at = ns(CLOCK_MONOTONIC);
    if (send(k->fd, request, (size_t)n, MSG_NOSIGNAL) != n)
        stop("send");
}

/* Learns from the head how long the answer is; false while more of the head is to come. */
static bool
read_head(struct client *k)
{
    const char *end;
    const char *length;

    k->reply[k->got] = '\0';
    end = strstr(k->reply, "\r\n\r\n");
    if (!end)
        return false;
    length = strcasestr(k->reply, "\r\nContent-Length:");
    if (!length || length > end)
        stop("an answer without Content-Length");
    k->want = (size_t)(end - k->reply) + 4 + strtoul(length + 17, NULL, 10);
    return true;
}

static void
count_one(struct load *l, struct client *k)
{
    const int status = (int)strtol(k->reply + 9, NULL, 10);
    const int64_t took = ns(CLOCK_MONOTONIC) - k->sent_at;

    if (status >= 200 && status < 300) {
        l->good++;
    } else {
        l->bad++;
        l->last_bad = status;
    }
    l->bytes += k->want;
    if (l->n_times < TIMES_MAX)
        l->times[l->n_times++] = (uint32_t)(took / 1000);
}

/* Reads what came; true when the client's answer is whole. */
static bool
receive(struct load *l, struct client *k)
{
    ssize_t n = recv(k->fd, k->reply + k->got, REPLY_MAX - 1 - k->got, 0);

    if (n <= 0) {
        fprintf(stderr, "%s after %lld ms, %zu bytes of %zu: %s\n", l->paths[0],
                (long long)((ns(CLOCK_MONOTONIC) - k->sent_at) / 1000000), k->got,
                k->want, n < 0 ? strerror(errno) : "closed");
        close(k->fd);
        stop("the server closed a connection");
    }
    k->got += (size_t)n;
    if (!k->want && !read_head(k))
        return false;
    if (k->got < k->want)
        return false;
    count_one(l, k);
    return true;
}

static void
run(struct load *l)
{
    struct epoll_event events[CLIENTS_MAX];
    size_t waiting = l->n_clients;

    for (size_t i = 0; i < l->n_clients; i++)
        send_one(l, &l->clients[i]);
    while (waiting) {
        int n = epoll_wait(l->epoll, events, CLIENTS_MAX, 120000);

        if (n <= 0)
            stop("no answer in two minutes");
        for (int i = 0; i < n; i++) {
            struct client *k = events[i].data.ptr;

            if (!receive(l, k))
                continue;
            if (k->sent_at < l->until)
                send_one(l, k);
            else
                waiting--;
        }
    }
}

static int
by_size(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a;
    const uint32_t y = *(const uint32_t *)b;

    return x < y ? -1 : x > y;
}

static double
ms_at(const struct load *l, unsigned per_mille)
{
    return l->n_times ? l->times[(l->n_times - 1) * per_mille / 1000] / 1000.0 : 0;
}

int
main(int argc, char **argv)
{
    struct load l = { .epoll = epoll_create1(EPOLL_CLOEXEC) };
    clockid_t server = CLOCK_MONOTONIC;
    int64_t start;
    int64_t cpu;
    int64_t wall;

    if (argc != 8) {
        fputs("load PORT CLIENTS MILLISECONDS PID get|post PATHS HEADER\n", stderr);
        return 2;
    }
    l.port = (uint16_t)strtoul(argv[1], NULL, 10);
    l.n_clients = strtoul(argv[2], NULL, 10);
    l.post = strcmp(argv[5], "post") == 0;
    l.header = argv[7];
    l.times = malloc(TIMES_MAX * sizeof *l.times);
    l.key = (uint64_t)ns(CLOCK_REALTIME);
    if (l.n_clients < 1 || l.n_clients > CLIENTS_MAX
        || clock_getcpuclockid((pid_t)strtol(argv[4], NULL, 10), &server) != 0)
        stop("clients or process");
    read_paths(&l, argv[6]);
    for (size_t i = 0; i < l.n_clients; i++)
        connect_client(&l, &l.clients[i]);
    start = ns(CLOCK_MONOTONIC);
    cpu = ns(server);
    l.until = start + strtoll(argv[3], NULL, 10) * 1000000;
    run(&l);
    wall = ns(CLOCK_MONOTONIC) - start;
    cpu = ns(server) - cpu;
    qsort(l.times, l.n_times, sizeof *l.times, by_size);
    printf("{\"good\":%llu,\"bad\":%llu,\"bad_status\":%d,\"per_s\":%.1f,"
           "\"cpu_us\":%.2f,\"bytes\":%.0f,\"p50_ms\":%.3f,\"p95_ms\":%.3f,"
           "\"p99_ms\":%.3f}\n",
           (unsigned long long)l.good, (unsigned long long)l.bad, l.last_bad,
           (double)l.good * 1e9 / (double)wall,
           (double)cpu / 1000.0 / (double)(l.good + l.bad),
           (double)l.bytes / (double)(l.good + l.bad), ms_at(&l, 500), ms_at(&l, 950),
           ms_at(&l, 990));
    return 0;
}
