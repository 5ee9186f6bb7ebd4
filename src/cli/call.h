/*
 * Doing an act of staff from this machine: as a request to a server in this process, or over
 * the admin socket of one that runs. The same routes as page and API.
 */
#ifndef KASANE_CLI_CALL_H
#define KASANE_CLI_CALL_H

#include "../server/server.h"

/* What came back. */
struct answer {
    int status;
    const char *location; /* of a 303; NULL else */
    const char *cookie;   /* Set-Cookie; NULL when none */
    const char *body;
    size_t n;
};

/* A request in plain words. */
struct call {
    enum channel channel;
    enum method method;
    const char *town;
    const char *target; /* path within the town, with a query */
    const char *as;     /* log-in name; NULL for a session */
    const char *token;  /* of a session (web) or of the API */
    const char *key;    /* idempotency key, NULL for none */
    const char *remote; /* address, for throttling; NULL for none */
    struct fields form;
};

/* Hands the call to a server in this process and waits. The answer lives in mem. */
void call_server(struct server *s,
                 struct arena *mem,
                 const struct call *call,
                 struct answer *out);

/* Sends the call over the admin socket; false with OUTSIDE when no server is there. */
bool call_socket(struct ctx *c,
                 const char *socket,
                 const struct call *call,
                 struct answer *out) MUST_USE;

#endif
