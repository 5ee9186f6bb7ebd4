/*
 * An answer before it is sent, and what an act came to before that.
 */
#ifndef KASANE_SERVER_REPLY_H
#define KASANE_SERVER_REPLY_H

#include "request.h"

#include "../base/buf.h"

struct reply {
    int status;
    const char *type;     /* media type */
    const char *location; /* for 303 */
    const char *cookie;   /* value of Set-Cookie, or NULL */
    const char *cookie2;
    const char *file; /* name to save under; NULL: shown */
    bool clear;       /* tell the browser to forget what it holds: after log-out */
    struct buf body;
};

/* What an act came to, after it was allowed and before it is shown. */
struct outcome {
    bool done;
    struct id id;        /* of what was made, or empty */
    const char *place;   /* path within the town where the result is seen */
    const char *say;     /* Japanese: what was done, said once on the next page */
    const char *cookie;  /* as in reply */
    const char *cookie2;
    bool clear;
    bool replayed; /* the key was answered before */
};

#endif
