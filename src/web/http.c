#include "http.h"

#include "guard.h"
#include "respond.h"
#include "take.h"

#include "gen/assets.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum {
    CONNECTIONS_MAX = 2048,
    PER_ADDRESS_MAX = 256,
    IDLE_SECONDS = 30,
    BODY_READ =
        4, /* so many times the limit is read and thrown away, for a kind answer */
    CONNECTION_MEMORY = 32 * 1024
};

struct http {
    struct server *server;
    struct http_conf conf;
    struct MHD_Daemon *web;
    struct MHD_Daemon *admin;
    int port;
};

/* One request on its connection, from the first byte to the last. */
struct exchange {
    struct http *http;
    struct MHD_Connection *conn;
    bool admin;
    bool refused; /* an answer was queued before the body came */
    bool ready;   /* the unit has come back */
    bool submitted;
    bool too_large;
    size_t body_max;
    struct unit *unit;
    struct buf body;
    const char *target; /* as it stood on the line */
};

struct headers {
    struct guard_header v[GUARD_HEADERS_MAX + 1];
    size_t n;
};

static enum MHD_Result
take_header(void *arg,
            enum MHD_ValueKind kind,
            const char *name,
            size_t name_n,
            const char *value,
            size_t value_n)
{
    struct headers *h = arg;

    (void)kind;
    if (h->n <= GUARD_HEADERS_MAX)
        h->v[h->n++] = (struct guard_header){ .name = name,
                                              .name_n = name_n,
                                              .value = value ? value : "",
                                              .value_n = value ? value_n : 0 };
    return MHD_YES;
}

static const char *
header(const struct exchange *x, const char *name)
{
    return MHD_lookup_connection_value(x->conn, MHD_HEADER_KIND, name);
}

/* What every answer carries. Source: security.md D6. */
static const char *const SECURITY[][2] = {
    { "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
      "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
      "connect-src 'self'; require-trusted-types-for 'script'" },
    { "Strict-Transport-Security", "max-age=31536000; includeSubDomains" },
    { "X-Content-Type-Options", "nosniff" },
    { "X-Frame-Options", "DENY" },
    { "Referrer-Policy", "no-referrer" },
    { "Cross-Origin-Opener-Policy", "same-origin" },
    { "Cross-Origin-Resource-Policy", "same-origin" },
    { "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), "
                            "usb=(), interest-cohort=()" },
};

static void
add_security(struct MHD_Response *r)
{
    for (size_t i = 0; i < sizeof SECURITY / sizeof *SECURITY; i++)
        MHD_add_response_header(r, SECURITY[i][0], SECURITY[i][1]);
}

/* A short answer without a unit: guard, health, files. */
static enum MHD_Result
answer(
    struct exchange *x, int status, const char *type, const char *text, bool close_it)
{
    struct MHD_Response *r = MHD_create_response_from_buffer(
        strlen(text), (void *)(uintptr_t)text, MHD_RESPMEM_MUST_COPY);
    enum MHD_Result rc;

    add_security(r);
    MHD_add_response_header(r, "Content-Type", type);
    MHD_add_response_header(r, "Cache-Control", "no-store");
    if (close_it)
        MHD_add_response_header(r, "Connection", "close");
    x->refused = true;
    rc = MHD_queue_response(x->conn, (unsigned)status, r);
    MHD_destroy_response(r);
    return rc;
}

static enum MHD_Result
refuse_request(struct exchange *x, int status, const char *text)
{
    return answer(x, status, "text/plain; charset=utf-8", text, true);
}

static bool
accepts_gzip(const struct exchange *x)
{
    const char *accepts = header(x, "Accept-Encoding");

    return accepts && strstr(accepts, "gzip") != NULL;
}

static enum MHD_Result
send_asset(struct exchange *x, const struct asset *a)
{
    const bool zip = a->gzip && accepts_gzip(x);
    const unsigned char *bytes = zip ? a->gzip : a->bytes;
    struct MHD_Response *r = MHD_create_response_from_buffer(
        zip ? a->n_gzip : a->n, (void *)(uintptr_t)bytes, MHD_RESPMEM_PERSISTENT);
    enum MHD_Result rc;

    add_security(r);
    MHD_add_response_header(r, "Content-Type", a->type);
    MHD_add_response_header(r, "Cache-Control", "public, max-age=31536000, immutable");
    MHD_add_response_header(r, "Vary", "Accept-Encoding");
    if (zip)
        MHD_add_response_header(r, "Content-Encoding", "gzip");
    rc = MHD_queue_response(x->conn, 200, r);
    MHD_destroy_response(r);
    return rc;
}

static void
unit_done(struct unit *u)
{
    struct exchange *x = u->arg;

    x->ready = true;
    MHD_resume_connection(x->conn);
}

static enum MHD_Result
send_reply(struct exchange *x)
{
    struct reply *rep = &x->unit->rep;
    struct MHD_Response *r = MHD_create_response_from_buffer(rep->body.n, rep->body.p,
                                                             MHD_RESPMEM_PERSISTENT);
    enum MHD_Result rc;

    add_security(r);
    MHD_add_response_header(r, "Cache-Control", "no-store");
    if (rep->type)
        MHD_add_response_header(r, "Content-Type", rep->type);
    if (rep->file)
        MHD_add_response_header(r, "Content-Disposition", rep->file);
    if (rep->location)
        MHD_add_response_header(r, "Location", rep->location);
    if (rep->cookie)
        MHD_add_response_header(r, "Set-Cookie", rep->cookie);
    if (rep->cookie2)
        MHD_add_response_header(r, "Set-Cookie", rep->cookie2);
    if (rep->clear)
        MHD_add_response_header(r, "Clear-Site-Data", "\"cache\", \"storage\"");
    if (rep->status == 503)
        MHD_add_response_header(r, "Retry-After", "5");
    if (rep->status == 401 && x->unit->req.channel != CHANNEL_WEB)
        MHD_add_response_header(r, "WWW-Authenticate", "Bearer");
    rc = MHD_queue_response(x->conn, (unsigned)rep->status, r);
    MHD_destroy_response(r);
    return rc;
}

static const char *
remote_of(struct exchange *x)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(x->conn, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const char *forwarded = header(x, "X-Forwarded-For");
    char text[INET6_ADDRSTRLEN] = "";

    if (x->http->conf.behind_proxy && forwarded && strlen(forwarded) < sizeof text)
        return arena_strdup(x->unit->c.mem, forwarded);
    if (info && info->client_addr->sa_family == AF_INET)
        inet_ntop(
            AF_INET,
            &((const struct sockaddr_in *)(const void *)info->client_addr)->sin_addr,
            text, sizeof text);
    else if (info && info->client_addr->sa_family == AF_INET6)
        inet_ntop(
            AF_INET6,
            &((const struct sockaddr_in6 *)(const void *)info->client_addr)->sin6_addr,
            text, sizeof text);
    return arena_strdup(x->unit->c.mem, text);
}

static const char *
header_of(const void *arg, const char *name)
{
    return header(arg, name);
}

static enum MHD_Result
submit(struct exchange *x, const char *method)
{
    const struct taken t = {
        .mem = x->unit->c.mem,
        .method = method,
        .target = x->target,
        .body = x->body.p,
        .n = x->body.n,
        .too_large = x->too_large,
        .admin = x->admin,
        .header = header_of,
        .arg = x,
    };

    x->unit->req.remote = remote_of(x);
    if (!take_request(&t, &x->unit->req))
        return refuse_request(x, 400, "400 Bad Request\n");
    x->submitted = true;
    x->unit->done = unit_done;
    x->unit->arg = x;
    MHD_suspend_connection(x->conn);
    server_submit(x->unit);
    return MHD_YES;
}

static bool
all_ready(const struct server *s)
{
    for (size_t i = 0; i < s->n_places; i++)
        if (!atomic_load(&s->places[i]->ready) || atomic_load(&s->places[i]->failed)
            || atomic_load(&s->places[i]->full))
            return false;
    return true;
}

/* What is answered without a unit: health and the files of the program. */
static bool
answer_plain(struct exchange *x, const char *method, enum MHD_Result *rc)
{
    const struct asset *a;

    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        return false;
    if (strcmp(x->target, "/healthz") == 0) {
        *rc = answer(x, 200, "text/plain", "ok\n", false);
        return true;
    }
    if (strcmp(x->target, "/readyz") == 0) {
        const bool ready = all_ready(x->http->server);

        *rc = answer(x, ready ? 200 : 503, "text/plain", ready ? "ready\n" : "no\n",
                     false);
        return true;
    }
    if (strncmp(x->target, "/static/", 8) != 0)
        return false;
    a = asset_find(x->target);
    *rc = a && strncmp(a->path, "codes/", 6) != 0
                  && strncmp(a->path, "profiles/", 9) != 0
                  && strncmp(a->path, "demo/", 5) != 0
              ? send_asset(x, a)
              : answer(x, 404, "text/plain", "404\n", false);
    x->refused = true;
    return true;
}

static enum MHD_Result
first_call(struct exchange *x, const char *method, const char *version)
{
    struct headers h = { .n = 0 };
    struct guard_facts facts;
    enum guard_verdict v;
    enum MHD_Result rc;

    MHD_get_connection_values_n(x->conn, MHD_HEADER_KIND, take_header, &h);
    x->body_max = take_body_max(header(x, "Content-Type"), header(x, "Cookie"));
    v = guard_check(h.v, h.n, strcmp(version, "HTTP/1.0") == 0, x->body_max * BODY_READ,
                    &facts);
    if (v == GUARD_LARGE)
        return refuse_request(x, 413, "413 Content Too Large\n");
    if (v != GUARD_GOOD)
        return refuse_request(x, 400, "400 Bad Request\n");
    if (answer_plain(x, method, &rc))
        return rc;
    if (strcmp(method, "GET") != 0 && strcmp(method, "POST") != 0
        && strcmp(method, "HEAD") != 0)
        return refuse_request(x, 405, "405 Method Not Allowed\n");
    x->unit = unit_new(x->http->server);
    x->body = buf_new(x->unit->c.mem);
    return MHD_YES;
}

static void
take_body(struct exchange *x, const char *data, size_t n)
{
    if (x->body.n + n > x->body_max)
        x->too_large = true;
    else if (!x->too_large)
        buf_add(&x->body, data, n);
}

static enum MHD_Result
handle(void *arg,
       struct MHD_Connection *conn,
       const char *url,
       const char *method,
       const char *version,
       const char *data,
       size_t *n,
       void **state)
{
    struct exchange *x = *state;

    (void)arg;
    (void)url;
    if (!x->conn) {
        x->conn = conn;
        return first_call(x, method, version);
    }
    if (*n) {
        if (!x->refused)
            take_body(x, data, *n);
        *n = 0;
        return MHD_YES;
    }
    if (x->refused)
        return MHD_YES;
    if (!x->submitted)
        return submit(x, method);
    return x->ready ? send_reply(x) : MHD_NO;
}

static void
finish(void *arg,
       struct MHD_Connection *conn,
       void **state,
       enum MHD_RequestTerminationCode code)
{
    struct exchange *x = *state;

    (void)arg;
    (void)conn;
    (void)code;
    if (!x)
        return;
    if (x->unit)
        unit_free(x->unit);
    arena_free(*(struct arena **)(void *)(x + 1));
    *state = NULL;
}

/* Called with the request line before anything else: the target as it stood there. */
static void *
begin(void *arg, const char *uri, struct MHD_Connection *conn)
{
    struct http *h = arg;
    struct arena *mem = arena_new();
    struct exchange *x =
        arena_alloc(mem, sizeof(struct exchange) + sizeof(struct arena *));

    (void)conn;
    x->http = h;
    x->target = arena_strdup(mem, uri);
    *(struct arena **)(void *)(x + 1) = mem;
    return x;
}

static void *
begin_admin(void *arg, const char *uri, struct MHD_Connection *conn)
{
    struct exchange *x = begin(arg, uri, conn);

    x->admin = true;
    return x;
}

static int
listen_admin(const char *path)
{
    struct sockaddr_un a = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

    if (fd < 0
        || snprintf(a.sun_path, sizeof a.sun_path, "%s", path)
               >= (int)sizeof a.sun_path)
        return -1;
    unlink(path);
    if (bind(fd, (const struct sockaddr *)&a, sizeof a) != 0 || chmod(path, 0600) != 0
        || listen(fd, 64) != 0) {
        close(fd);
        return -1;
    }
    return fd;
}

static bool
start_admin(struct ctx *c, struct http *h)
{
    int fd;

    if (!h->conf.socket)
        return true;
    fd = listen_admin(h->conf.socket);
    if (fd < 0)
        return refuse(c, ERR_OUTSIDE, "%s: %s", h->conf.socket, strerror(errno));
    h->admin = MHD_start_daemon(
        MHD_USE_EPOLL | MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0,
        NULL, NULL, handle, h, MHD_OPTION_LISTEN_SOCKET, fd,
        MHD_OPTION_NOTIFY_COMPLETED, finish, h, MHD_OPTION_URI_LOG_CALLBACK,
        begin_admin, h, MHD_OPTION_END);
    return h->admin || refuse(c, ERR_OUTSIDE, "the admin socket does not start");
}

bool
http_start(struct ctx *c,
           struct server *s,
           const struct http_conf *conf,
           struct http **out)
{
    struct http *h = ARENA_NEW(s->mem, struct http);
    struct sockaddr_in a = { .sin_family = AF_INET,
                             .sin_port = htons((uint16_t)conf->port) };
    const union MHD_DaemonInfo *info;

    h->server = s;
    h->conf = *conf;
    if (inet_pton(AF_INET, conf->address, &a.sin_addr) != 1)
        return refuse(c, ERR_OUTSIDE, "%s: not an IPv4 address", conf->address);
    h->web = MHD_start_daemon(
        MHD_USE_EPOLL | MHD_USE_INTERNAL_POLLING_THREAD | MHD_ALLOW_SUSPEND_RESUME,
        (uint16_t)conf->port, NULL, NULL, handle, h, MHD_OPTION_SOCK_ADDR,
        (struct sockaddr *)&a, MHD_OPTION_THREAD_POOL_SIZE,
        (unsigned)(conf->loops ? conf->loops : 2), MHD_OPTION_CONNECTION_LIMIT,
        (unsigned)CONNECTIONS_MAX, MHD_OPTION_PER_IP_CONNECTION_LIMIT,
        (unsigned)PER_ADDRESS_MAX, MHD_OPTION_CONNECTION_TIMEOUT,
        (unsigned)IDLE_SECONDS, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        (size_t)CONNECTION_MEMORY, MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_NOTIFY_COMPLETED, finish, h, MHD_OPTION_URI_LOG_CALLBACK, begin, h,
        MHD_OPTION_END);
    if (!h->web)
        return refuse(c, ERR_OUTSIDE, "%s:%d cannot be listened on: %s", conf->address,
                      conf->port, strerror(errno));
    info = MHD_get_daemon_info(h->web, MHD_DAEMON_INFO_BIND_PORT);
    h->port = info ? info->port : conf->port;
    *out = h;
    return start_admin(c, h);
}

void
http_stop(struct http *h)
{
    if (h->admin) {
        MHD_stop_daemon(h->admin);
        unlink(h->conf.socket);
    }
    MHD_stop_daemon(h->web);
}

int
http_port(const struct http *h)
{
    return h->port;
}
