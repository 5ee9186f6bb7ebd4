#include "take.h"

#include "decode.h"
#include "decode_json.h"
#include "decode_type.h"
#include "multipart.h"

#include "../base/buf.h"

#include <string.h>

static const char *
copy_header(const struct taken *t, const char *name)
{
    const char *v = t->header(t->arg, name);

    return v ? arena_strdup(t->mem, v) : NULL;
}

/* The session's cookie of the municipality, or the bearer token of the API. */
static bool
take_token(const struct taken *t, struct request *req)
{
    struct arena *mem = t->mem;
    const char *cookies = t->header(t->arg, "Cookie");
    const char *bearer = t->header(t->arg, "Authorization");

    if (req->channel == CHANNEL_API) {
        if (bearer && strncmp(bearer, "Bearer ", 7) == 0 && strlen(bearer) < 200)
            req->token = arena_strdup(mem, bearer + 7);
        return true;
    }
    if (!cookies || !req->town)
        return true;
    return decode_cookie(mem, cookies, strlen(cookies),
                         arena_printf(mem, "__Host-k-%s", req->town), &req->token)
               == DECODE_GOOD
           && decode_cookie(mem, cookies, strlen(cookies),
                            arena_printf(mem, "__Host-t-%s", req->town), &req->terminal)
                  == DECODE_GOOD;
}

/* "/niiza/api/v1/cases/…" into municipality, door and path within. */
static bool
take_path(const struct taken *t, struct request *req, const struct decode_path *path)
{
    struct arena *mem = t->mem;
    size_t from = 1;
    struct buf b = buf_new(mem);

    req->path = "/";
    if (!path->n)
        return true;
    req->town = path->part[0];
    if (path->n > 2 && strcmp(path->part[1], "api") == 0
        && strcmp(path->part[2], "v1") == 0) {
        req->channel = CHANNEL_API;
        from = 3;
    }
    for (size_t i = from; i < path->n; i++)
        buf_printf(&b, "/%s", path->part[i]);
    req->path = b.n ? buf_text(&b) : "/";
    return true;
}

/* Files and fields of a form with files; the files' digests stand in for them when compared. */
static enum decode_verdict
read_files(const struct taken *t,
           const char *boundary,
           struct request *req,
           struct decode_fault *why)
{
    struct multipart *m = ARENA_NEW(t->mem, struct multipart);
    const enum decode_verdict v =
        multipart_read(t->mem, boundary, t->body, t->n, m, why);

    if (v != DECODE_GOOD)
        return v;
    req->form = m->fields;
    req->files = ARENA_ARRAY(t->mem, m->n_files, struct request_file);
    req->n_files = m->n_files;
    for (size_t i = 0; i < m->n_files; i++)
        req->files[i] = (struct request_file){ .field = m->files[i].field,
                                               .name = m->files[i].filename,
                                               .p = m->files[i].p,
                                               .n = m->files[i].n };
    return DECODE_GOOD;
}

static const char *
read_body(const struct taken *t, struct request *req)
{
    const char *boundary;
    const char *type = t->header(t->arg, "Content-Type");
    enum decode_type kind = decode_content_type(t->mem, type ? type : "", &boundary);
    struct decode_fault why = { .field = "" };
    enum decode_verdict v;

    if (t->too_large)
        return kind == TYPE_MULTIPART
                   ? "ファイルが大きすぎます。一度に12 MiBまでにしてください。"
                   : "送られた内容が大きすぎます。1 MiBまでにしてください。";
    if (!t->n)
        return NULL;
    if (kind == TYPE_FORM)
        v = decode_form(t->mem, t->body, t->n, &req->form, &why);
    else if (kind == TYPE_MULTIPART)
        v = read_files(t, boundary, req, &why);
    else if (kind == TYPE_JSON && req->channel != CHANNEL_WEB)
        v = decode_json(t->mem, t->body, t->n, &req->form, &why);
    else
        return "送り方が違います。画面のボタンから送ってください。";
    return v == DECODE_GOOD ? NULL : decode_sentence(t->mem, v, &why);
}

/* The body without key and token, so that a repeated form compares as what was typed. */
static struct hash
form_hash(struct arena *mem, const struct request *req)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < req->form.n; i++)
        if (strcmp(req->form.v[i].name, "csrf") != 0
            && strcmp(req->form.v[i].name, "key") != 0)
            buf_printf(&b, "%s=%s\n", req->form.v[i].name, req->form.v[i].value);
    for (size_t i = 0; i < req->n_files; i++) {
        const struct hash h = crypt_sha256(req->files[i].p, req->files[i].n);

        buf_printf(&b, "%s\n", req->files[i].name);
        buf_add(&b, (const char *)h.b, HASH_LEN);
    }
    return crypt_sha256(buf_text(&b), b.n);
}

static void
take_post(const struct taken *t, struct request *req)
{
    req->malformed = read_body(t, req);
    req->body_hash = form_hash(t->mem, req);
    req->key = req->channel == CHANNEL_WEB ? fields_get(&req->form, "key")
                                           : copy_header(t, "Idempotency-Key");
    if (req->key && (!*req->key || strlen(req->key) > 100))
        req->key = NULL;
}

bool
take_request(const struct taken *t, struct request *req)
{
    struct decode_path path;
    struct decode_fault why;
    const char *raw_path;
    const char *query;

    if (decode_target(t->mem, t->target, strlen(t->target), &raw_path, &query)
            != DECODE_GOOD
        || decode_path(t->mem, raw_path, strlen(raw_path), &path) != DECODE_GOOD
        || decode_query(t->mem, query, strlen(query), &req->query, &why) != DECODE_GOOD)
        return false;
    req->method = strcmp(t->method, "POST") == 0 ? METHOD_POST : METHOD_GET;
    if (!take_path(t, req, &path))
        return false;
    req->site = copy_header(t, "Sec-Fetch-Site");
    req->origin = copy_header(t, "Origin");
    req->host = copy_header(t, "Host");
    if (t->admin && t->header(t->arg, "Kasane-As")) {
        req->as = copy_header(t, "Kasane-As");
        req->channel = CHANNEL_CLI;
    } else if (!take_token(t, req)) {
        return false;
    }
    if (req->method == METHOD_POST)
        take_post(t, req);
    return true;
}

size_t
take_body_max(const char *content_type, const char *cookie)
{
    /* only who says to have a session may send files; the rest is small */
    return content_type && cookie
                   && strncmp(content_type, "multipart/form-data", 19) == 0
               ? TAKE_FILES_MAX
               : DECODE_BODY_MAX;
}
