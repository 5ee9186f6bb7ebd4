#include "call.h"

#include "../base/esc.h"
#include "../web/decode.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static struct hash
hash_form(struct arena *mem, const struct fields *form)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < form->n; i++)
        if (strcmp(form->v[i].name, "csrf") != 0 && strcmp(form->v[i].name, "key") != 0)
            buf_printf(&b, "%s=%s\n", form->v[i].name, form->v[i].value);
    return crypt_sha256(buf_text(&b), b.n);
}

static void
copy_fields(struct arena *mem, const struct fields *from, struct fields *to)
{
    for (size_t i = 0; i < from->n; i++)
        fields_add(mem, to, arena_strdup(mem, from->v[i].name),
                   arena_strdup(mem, from->v[i].value));
}

/* "@NAME:CONTENT" of a field is a file of that name; false for anything else. */
static bool
read_file(struct arena *mem, const struct field *f, struct request_file *out)
{
    const char *colon = *f->value == '@' ? strchr(f->value, ':') : NULL;

    if (!colon)
        return false;
    *out = (struct request_file){
        .field = arena_strdup(mem, f->name),
        .name = arena_copy(mem, f->value + 1, (size_t)(colon - f->value - 1)),
        .p = arena_strdup(mem, colon + 1),
        .n = strlen(colon + 1),
    };
    return true;
}

static void
copy_files(struct arena *mem, const struct fields *from, struct request *req)
{
    req->files = ARENA_ARRAY(mem, from->n, struct request_file);
    for (size_t i = 0; i < from->n; i++)
        if (read_file(mem, &from->v[i], &req->files[req->n_files]))
            req->n_files++;
}

static void
fill(struct unit *u, const struct call *call)
{
    struct arena *mem = u->c.mem;
    struct request *req = &u->req;
    struct decode_fault why;
    const char *query = strchr(call->target, '?');
    size_t n = query ? (size_t)(query - call->target) : strlen(call->target);

    *req = (struct request){
        .method = call->method,
        .channel = call->channel,
        .town = arena_strdup(mem, call->town),
        .path = arena_copy(mem, call->target, n),
        .as = call->as ? arena_strdup(mem, call->as) : NULL,
        .token = call->token ? arena_strdup(mem, call->token) : NULL,
        .key = call->key ? arena_strdup(mem, call->key) : NULL,
        .site = "same-origin",
        .remote = call->remote ? arena_strdup(mem, call->remote) : "",
    };
    if (query
        && decode_query(mem, query + 1, strlen(query + 1), &req->query, &why)
               != DECODE_GOOD)
        req->malformed = "the query cannot be read";
    copy_fields(mem, &call->form, &req->form);
    copy_files(mem, &call->form, req);
    req->body_hash = hash_form(mem, &req->form);
}

void
call_server(struct server *s,
            struct arena *mem,
            const struct call *call,
            struct answer *out)
{
    struct unit *u = unit_new(s);

    fill(u, call);
    server_call(u);
    *out = (struct answer){
        .status = u->rep.status,
        .location = u->rep.location ? arena_strdup(mem, u->rep.location) : NULL,
        .cookie = u->rep.cookie ? arena_strdup(mem, u->rep.cookie) : NULL,
        .body = arena_copy(mem, u->rep.body.p, u->rep.body.n),
        .n = u->rep.body.n,
    };
    unit_free(u);
}

static int
connect_to(const char *path)
{
    struct sockaddr_un a = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

    if (fd < 0)
        return -1;
    if (snprintf(a.sun_path, sizeof a.sun_path, "%s", path) < (int)sizeof a.sun_path
        && connect(fd, (const struct sockaddr *)&a, sizeof a) == 0)
        return fd;
    close(fd);
    return -1;
}

static void
put_request(struct buf *b, const struct call *call)
{
    struct buf body = buf_new(b->mem);

    for (size_t i = 0; i < call->form.n; i++) {
        if (body.n)
            buf_char(&body, '&');
        esc_component(&body, call->form.v[i].name);
        buf_char(&body, '=');
        esc_component(&body, call->form.v[i].value);
    }
    buf_printf(b,
               "%s /%s%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
               "Kasane-As: %s\r\n",
               call->method == METHOD_POST ? "POST" : "GET", call->town, call->target,
               call->as ? call->as : "");
    if (call->key)
        buf_printf(b, "Idempotency-Key: %s\r\n", call->key);
    if (call->method == METHOD_POST)
        buf_printf(b,
                   "Content-Type: application/x-www-form-urlencoded\r\n"
                   "Content-Length: %zu\r\n",
                   body.n);
    buf_lit(b, "\r\n");
    buf_add(b, body.p, body.n);
}

static bool
send_all(int fd, const char *p, size_t n)
{
    while (n) {
        ssize_t put = send(fd, p, n, MSG_NOSIGNAL);

        if (put <= 0)
            return false;
        p += put;
        n -= (size_t)put;
    }
    return true;
}

static void
receive(int fd, struct buf *b)
{
    char chunk[4096];
    ssize_t got;

    while ((got = recv(fd, chunk, sizeof chunk, 0)) > 0)
        buf_add(b, chunk, (size_t)got);
}

bool
call_socket(struct ctx *c,
            const char *socket,
            const struct call *call,
            struct answer *out)
{
    struct buf request = buf_new(c->mem);
    struct buf reply = buf_new(c->mem);
    int fd = connect_to(socket);
    const char *text;
    const char *body;

    if (fd < 0)
        return refuse(c, ERR_OUTSIDE, "%s: no server listens there", socket);
    put_request(&request, call);
    if (send_all(fd, request.p, request.n))
        receive(fd, &reply);
    close(fd);
    text = buf_text(&reply);
    body = strstr(text, "\r\n\r\n");
    if (strncmp(text, "HTTP/1.1 ", 9) != 0 || !body)
        return refuse(c, ERR_OUTSIDE, "the server gave no answer");
    *out = (struct answer){ .status = (int)strtol(text + 9, NULL, 10),
                            .body = body + 4,
                            .n = strlen(body + 4) };
    return true;
}
