/*
 * The only file that knows the HTTP library: listens, guards, decodes, hands units to the
 * server and sends what comes back. Requests are suspended while a unit is under way.
 */
#ifndef KASANE_WEB_HTTP_H
#define KASANE_WEB_HTTP_H

#include "../server/server.h"

struct http;

struct http_conf {
    const char *address; /* "127.0.0.1" */
    int port;            /* 0: any; http_port() tells */
    const char *socket;  /* path of the admin socket of the command line; NULL: none */
    int loops;           /* 0: 2 */
    bool behind_proxy;   /* X-Forwarded-For tells the address */
};

/* Starts listening; false with OUTSIDE and an English cause. */
bool http_start(struct ctx *c,
                struct server *s,
                const struct http_conf *conf,
                struct http **out) MUST_USE;
void http_stop(struct http *h);
int http_port(const struct http *h);

#endif
