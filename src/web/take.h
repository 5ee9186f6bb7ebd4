/*
 * From what came over a connection to a request: address, door, token, fields and files. Pure
 * but for the arena; http.h alone knows the HTTP library.
 */
#ifndef KASANE_WEB_TAKE_H
#define KASANE_WEB_TAKE_H

#include "../base/arena.h"
#include "../server/request.h"

#include <stdbool.h>

enum { TAKE_FILES_MAX = 12 * 1024 * 1024 /* bytes of a body with files */ };

/* What came. header() returns the value of a header, or NULL. */
struct taken {
    struct arena *mem;
    const char *method;
    const char *target; /* as it stood on the line */
    const char *body;
    size_t n;
    bool too_large; /* the body passed its limit and was thrown away */
    bool admin;     /* over the socket of the command line */
    const char *(*header)(const void *arg, const char *name);
    const void *arg;
};

/* Fills the request but for its remote address; false: answer 400. */
bool take_request(const struct taken *t, struct request *req);

/* How many bytes a body may have, by what its header announces. */
size_t take_body_max(const char *content_type, const char *cookie);

#endif
