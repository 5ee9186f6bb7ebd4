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

static bool
take_id(const char **path, struct id *out)
{
    char s[ID_LEN + 1];
    size_t n = strcspn(*path, "/");

    if (n != ID_LEN)
        return false;
    memcpy(s, *path, n);
    s[n] = '\0';
    *path += n;
    return id_read(s, out);
}

static bool
fits(const char *pattern, const char *path, struct id ids[REQUEST_IDS_MAX])
{
    size_t n = 0;

    while (*pattern) {
        if (strncmp(pattern, "{id}", 4) == 0) {
            if (n == REQUEST_IDS_MAX || !take_id(&path, &ids[n++]))
                return false;
            pattern += 4;
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
            && fits(r->pattern, req->path, req->ids))
            return r;
    return NULL;
}
