/*
 * An answer before it is sent, and what an act came to before that.
 */
#ifndef KASANE_SERVER_REPLY_H
#define KASANE_SERVER_REPLY_H

#include "request.h"

#include "../base/buf.h"
#include "../base/outcome.h"

struct reply {
    int status;
    const char *type;     /* media type */
    const char *location; /* for 303 */
    const char *cookie;   /* value of Set-Cookie, or NULL */
    const char *cookie2;
    const char *file; /* Content-Disposition of what is saved; NULL: shown */
    bool clear;       /* tell the browser to forget what it holds: after log-out */
    struct buf body;
};

#endif
