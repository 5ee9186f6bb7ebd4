/*
 * A server with its listeners, as serve, demo and the tests start it.
 */
#ifndef KASANE_CLI_SERVE_H
#define KASANE_CLI_SERVE_H

#include "../web/http.h"
#include "cli.h"

struct serving {
    struct server *server;
    struct http *http;
    bool quiet;           /* no log lines */
    bool ledger_off;      /* of the bench program only */
    bool cheap_passwords; /* of tests only */
};

/* Before any thread: signals go to serve_until_signal() alone. */
void serve_block_signals(void);

/* Starts the server of the options' folders and its listeners. */
bool serve_start(struct ctx *c, const struct options *o, struct serving *out) MUST_USE;

/* Waits for SIGTERM or SIGINT, finishes what is under way and ends. */
void serve_until_signal(struct serving *s);

#endif
