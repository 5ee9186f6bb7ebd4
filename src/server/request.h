/*
 * A request as the fronts hand it on: decoded, within limits, not yet authorised. Web, API
 * and command line make the same.
 */
#ifndef KASANE_SERVER_REQUEST_H
#define KASANE_SERVER_REQUEST_H

#include "../base/crypt.h"
#include "../base/fields.h"

enum method { METHOD_GET, METHOD_POST };

enum channel { CHANNEL_WEB, CHANNEL_API, CHANNEL_CLI };

enum { REQUEST_IDS_MAX = 2, REQUEST_WORD_MAX = 48 };

struct route;

/* A file as it was sent; what it is, nobody has looked at yet. */
struct request_file {
    const char *field;
    const char *name; /* without folders; "" when none was given */
    const char *p;
    size_t n;
};

struct request {
    enum method method;
    enum channel channel;
    const char *town;   /* id of the municipality */
    const char *path;   /* within it, without /api/v1: "/cases/…" */
    const char *target; /* path and query as they came, for coming back */
    const struct route *route;
    struct id ids[REQUEST_IDS_MAX]; /* of the {id} segments, in order */
    char word[REQUEST_WORD_MAX + 1]; /* of {word}: a–z, 0–9 and _; empty without one */
    struct fields query;
    struct fields form;         /* what was posted, whatever the door */
    struct request_file *files; /* of a form with files */
    size_t n_files;
    const char *token;    /* of the session or of the API; NULL when none came */
    const char *as;       /* log-in name, from the command line on this machine only */
    const char *key;      /* idempotency key; NULL when none came */
    const char *site;     /* Sec-Fetch-Site, NULL when absent */
    const char *origin;   /* Origin, NULL when absent */
    const char *host;     /* Host */
    const char *remote;   /* address, for throttling; never logged with a person */
    const char *terminal; /* cookie of a known terminal, or NULL */
    const char
        *malformed; /* Japanese: why the body could not be read; NULL when it was */
    struct hash body_hash;
    void *prepared; /* what the route's prepare() found */
};

/* Returns the posted or asked value, "" when there is none. */
const char *request_form(const struct request *req, const char *name);
const char *request_query(const struct request *req, const char *name);

/* Returns the id asked for, empty when there is none or it is not one. */
struct id request_query_id(const struct request *req, const char *name);

#endif
