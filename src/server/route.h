/*
 * The table of all addresses. A row names the act, who may ask at all, the two phases of its
 * handler and its form; the OpenAPI file is written from it.
 */
#ifndef KASANE_SERVER_ROUTE_H
#define KASANE_SERVER_ROUTE_H

#include "printer.h"
#include "reply.h"

#include "../base/form.h"

enum access {
    ACCESS_OPEN,    /* anybody: log-in */
    ACCESS_ACCOUNT, /* who has given the first factor, or has no post chosen yet */
    ACCESS_POST     /* who acts in a post */
};

struct route {
    enum method method;
    const char *pattern; /* "/cases/{id}/referrals" */
    const char *code;    /* of the ledger: "case.show" */
    enum access access;
    bool slow;  /* prepare() hashes a password, or show() has a paper drawn */
    bool api;   /* also under /api/v1 */
    bool merge; /* show() also draws the page of two who changed the same */
    bool (*prepare)(struct ctx *c, struct request *req);
    bool (*act)(struct ctx *c, const struct request *req, struct outcome *out);
    bool (*show)(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep);
    const struct form_def *form;
    const char *summary; /* Japanese, for the OpenAPI file */
};

struct night;

/* What the server's threads ask of the fronts: the table, and how answers are worded. */
struct front {
    const struct route *routes; /* ended by one without a pattern */
    /* the page at the root, outside every municipality */
    void (*root)(struct ctx *c, const struct request *req, struct reply *rep);
    /* fills the reply from the context's cause of failure */
    void (*error)(struct ctx *c, const struct request *req, struct reply *rep);
    /* fills the answer of an act that was done */
    void (*done)(struct ctx *c,
                 const struct request *req,
                 const struct outcome *out,
                 struct reply *rep);
    /* the next pass of the night's work, in the writer's transaction */
    bool (*night)(struct ctx *c, struct night *n);
    const struct printer_press *press; /* draws papers; NULL: none are drawn */
};

/* Finds the route of a request and reads its ids; NULL when there is none. */
const struct route *route_find(const struct front *f, struct request *req);

#endif
