/*
 * What the proofs share: one engine's office to copy, requests in one line, and a machine
 * whose durable calls can be made to fail or to kill.
 */
#ifndef KASANE_TESTS_PROOF_H
#define KASANE_TESTS_PROOF_H

#include "../walk/house.h"

struct proof {
    struct ctx *c;
    const struct house *base; /* 新座市 alone, with the demo's staff */
    const char *profiles;
    int64_t scale; /* times the usual number of rounds */
};

/* Notes what does not hold. */
bool hold(struct proof *p, bool holds, const char *fmt, ...) PRINTF(3, 4);

/* The acts of the command line at 新座市: the answer is JSON. fields: "words=… name=…". */
void ask_get(struct server *s,
             struct arena *mem,
             const char *as,
             const char *target,
             struct answer *out);
void ask_post(struct server *s,
              struct arena *mem,
              const char *as,
              const char *target,
              const char *fields,
              struct answer *out);

/* The id of what the answer says was made, "" for none; whether the act was done. */
const char *made(struct arena *mem, const struct answer *a);
bool done(const struct answer *a);

/* Somebody at a browser. */
struct visitor {
    const char *login;
    const char *token;
    const char *csrf;
};

/* Logs in at the web door; false when that does not work. */
bool enter(struct server *s, struct arena *mem, const char *login, struct visitor *out);
void web_get(struct server *s,
             struct arena *mem,
             const struct visitor *v,
             const char *target,
             struct answer *out);
void web_post(struct server *s,
              struct arena *mem,
              const struct visitor *v,
              const char *target,
              const char *fields,
              struct answer *out);

/* The id of the desk where the log-in works, for the fields of a hand-over. */
const char *desk_of(struct proof *p, const struct house *h, const char *login);

/* The id of the first post of the log-in, for the fields of a seat. */
const char *post_of(struct proof *p, const struct house *h, const char *login);

/* A machine that fails: the next commits, all durable calls, or by death at one of them. */
struct faulty {
    struct machine machine;
    struct walk_clock clock;
    atomic_int fail_commits;
    atomic_bool refuse;
    atomic_int kill_in; /* durable calls until the process dies; 0: never */
};

void faulty_start(struct faulty *f);

bool prove_kill(struct proof *p);
bool prove_play(struct proof *p);
bool prove_year(struct proof *p);
bool prove_race(struct proof *p);
bool prove_refused_leaf(struct proof *p);
bool prove_group_death(struct proof *p);
bool prove_full_disk(struct proof *p);
bool prove_worlds(struct proof *p);
bool prove_statements(struct proof *p);
bool prove_reach_mended(struct proof *p);
bool prove_newer_refused(struct proof *p);
bool prove_wrong_keys(struct proof *p);
bool prove_older_copy(struct proof *p);

#endif
