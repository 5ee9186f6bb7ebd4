/*
 * One unit of work from its request to its answer, and the context that goes with it. It
 * passes through the threads of the server; one at a time has it.
 */
#ifndef KASANE_SERVER_UNIT_H
#define KASANE_SERVER_UNIT_H

#include "route.h"

#include "../policy/shown.h"
#include "../policy/viewer.h"
#include "../store/leaf.h"

struct server;
struct place;

enum phase {
    PHASE_PREPARE, /* slow thread: hash a password */
    PHASE_ACT,     /* writer: the act in its savepoint */
    PHASE_SHOW,    /* reader: build the answer */
    PHASE_LEAF,    /* writer: its leaf, durable */
    PHASE_SEND
};

struct session_facts {
    struct session_id id;
    struct account_id account;
    struct post_id post;
    const char *stage; /* totp, post, open; NULL without a session */
    int size;          /* of letters, per cent */
    int64_t created_at;
    int64_t seen_at;
    int64_t ends_at;
};

struct unit {
    struct unit *next;
    struct server *server;
    struct place *place; /* the municipality; NULL for none */
    struct ctx c;
    enum phase phase;
    struct request req;
    struct outcome out;
    struct reply rep;
    struct err act_err; /* why the act was refused, kept for the page */
    struct viewer viewer;
    struct session_facts session;
    struct shown_list shown;
    uint64_t epoch; /* of the snapshot the answer was built from */
    int tries;
    int64_t started;
    void (*done)(struct unit *u); /* called once, on any thread; owns the unit then */
    void *arg;
};

/* The unit of a context that the server made. */
struct unit *unit_of(struct ctx *c);

/* Makes a unit with an arena of its own; unit_free() gives all back. */
struct unit *unit_new(struct server *s);
void unit_free(struct unit *u);

/*
 * Finds who is asking, in the transaction that is open: session or token, account, post in
 * force. False with DENIED when nobody is and the route wants somebody.
 */
bool unit_identify(struct unit *u) MUST_USE;

/* Checks that a mutating request comes from our own page, with the session's token. */
bool unit_check_form(struct unit *u) MUST_USE;

/* Fills the leaf from the unit; false when it shows more than a leaf can hold. */
bool unit_leaf(struct unit *u, struct leaf *out) MUST_USE;

#endif
