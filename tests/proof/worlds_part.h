/*
 * What happens in the two worlds, who reads them, and what nobody of them may read.
 */
#ifndef KASANE_TESTS_PROOF_WORLDS_PART_H
#define KASANE_TESTS_PROOF_WORLDS_PART_H

#include "proof.h"

#include "../../src/base/map.h"
#include "../../src/server/route.h"

/*
 * An act on the way to the world; its id is kept under its name. {name} in texts. "WEB /…" is
 * sent at the web door; "GET /…" is looked at there, and what matches the pattern in fields kept.
 */
struct happening {
    const char *name;
    bool hidden;
    const char *as;
    const char *target;
    const char *fields;
};

extern const struct happening worlds_story[];
extern const size_t worlds_story_n;

/* A machine whose random numbers and time come from what is done alone. */
struct fate {
    struct machine machine;
    _Atomic int64_t now;
    char label[128];
    _Atomic uint64_t drawn;
};

struct pages {
    struct page {
        const char *what;
        int status;
        const char *says; /* a text of the hidden that stands there; NULL: none */
        struct hash whole;
        const char *body; /* all of it if it was served */
    } * v;
    size_t n;
    size_t cap;
};

struct world {
    struct proof *p;
    struct house house;
    struct fate fate;
    struct fields *kept; /* ids by name, those of the hidden too */
    struct pages pages;
    struct map texts;   /* of the pages, by themselves */
    struct arena *pass; /* of one request */
    const char *log;    /* what its server wrote on standard error */
    size_t papers;      /* of those read, how many were papers */
    size_t *reached;    /* of each route: how often it was served, or an act tried */
};

/* Names what is done next: its random numbers are those of the name. */
void worlds_label(struct fate *f, const char *label);

/* Keeps an answer, to be compared with that of the other world. */
void worlds_keep(struct world *w, const char *what, const struct answer *a);

/* "/cases/{id}/notes" with the id in its place. */
const char *worlds_address(struct arena *mem, const char *pattern, const char *id);

/* Sends a form at the web door and keeps the answer. */
void worlds_post(struct world *w,
                 const struct visitor *v,
                 const char *target,
                 const char *fields);

/* What is tried on the hidden: all of it must fail alike. */
void worlds_try_hidden(struct world *w, const struct visitor *v);

/*
 * Tries every act of the table of addresses as every reader: on ids of the hidden, and on what
 * is known with the hidden in its fields. In the short run a part of all pairs, in a long one
 * (SCALE above 1) all.
 */
bool worlds_try_all(struct world *w);

/* How many rows the table of addresses has; whether each was served or tried. */
size_t worlds_routes_n(void);
bool worlds_reached(struct proof *p, const struct world *w);

/* What the commands of the command line say holds no word of the hidden. */
bool worlds_said(struct proof *p, const struct house *h, const struct fields *kept);

/* Each ended by NULL: log-ins; words for {word} in addresses; texts of the hidden alone. */
extern const char *const worlds_readers[];
extern const char *const worlds_words[];
extern const char *const worlds_canaries[];

#endif
