#include "route.h"

#include <string.h>

const char *
request_form(const struct request *req, const char *name)
{
    const char *v = fields_get(&req->form, name);

    return v ? v : "";
}

const char *
request_query(const struct request *req, const char *name)
{
    const char *v = fields_get(&req->query, name);

    return v ? v : "";
}

struct id
request_query_id(const struct request *req, const char *name)
{
    struct id id;

    return id_read(request_query(req, name), &id) ? id : (struct id){ .s = "" };
}

static bool
take_id(const char **path, struct id *out)
{
    char s[ID_LEN + 1];
    size_t n = strcspn(*path, "/.");

    if (n != ID_LEN)
        return false;
    memcpy(s, *path, n);
    s[n] = '\0';
    *path += n;
    return id_read(s, out);
}

static bool
take_word(const char **path, char out[REQUEST_WORD_MAX + 1])
{
    size_t n = strspn(*path, "abcdefghijklmnopqrstuvwxyz0123456789_");

    if (!n || n > REQUEST_WORD_MAX)
        return false;
    memcpy(out, *path, n);
    out[n] = '\0';
    *path += n;
    return true;
}

static bool
fits(const char *pattern, const char *path, struct request *req)
{
    size_t n = 0;

    req->word[0] = '\0';
    while (*pattern) {
        if (strncmp(pattern, "{id}", 4) == 0) {
            if (n == REQUEST_IDS_MAX || !take_id(&path, &req->ids[n++]))
                return false;
            pattern += 4;
        } else if (strncmp(pattern, "{word}", 6) == 0) {
            if (!take_word(&path, req->word))
                return false;
            pattern += 6;
        } else if (*pattern++ != *path++) {
            return false;
        }
    }
    return *path == '\0';
}

const struct route *
route_find(const struct front *f, struct request *req)
{
    for (const struct route *r = f->routes; r->pattern; r++)
        if (r->method == req->method && (req->channel == CHANNEL_WEB || r->api)
            && fits(r->pattern, req->path, req))
            return r;
    return NULL;
}
