/*
 * Finds places for what somebody wishes: hard rules first, then points for each wish that a
 * place meets. The same input gives the same answer in the same order; nothing is learned from
 * people. Not for who may see wishes: that is policy's.
 */
#ifndef KASANE_DOMAIN_MATCH_H
#define KASANE_DOMAIN_MATCH_H

#include "../base/arena.h"

#include <stdbool.h>

/* What a wish is worth; from the profile over the defaults. */
struct match_weight {
    const char *code;
    int points;
};

/* What is asked for; codes stand between commas: ",hands,quiet,". */
struct match_ask {
    int age;            /* the least it may be; -1: not known, which closes nothing */
    int age_most;       /* the most; below age: the same */
    const char *gender; /* "": not known */
    const char *area;   /* "": none */
    bool area_only;     /* only places of the area, or without one */
    const char *wishes; /* each met one gives points */
    const char *musts;  /* each has to be met */
    const struct match_weight *weights;
    size_t n_weights;
    int points_settled; /* somebody has settled there before */
    int points_old;     /* taken away where nobody has asked for long */
};

struct match_place {
    const char *id;
    const char *name;
    const char *features; /* as musts */
    const char *area;     /* "": for the whole town */
    const char *gender;   /* "": for all */
    int age_from;         /* -1: none, as the next */
    int age_to;
    int capacity;
    int taken;
    int settled;
    bool open; /* may be gone to now */
    bool old;
};

/* Why points were given or taken; code: of a wish, "settled", "old". */
struct match_point {
    const char *code;
    int points;
};

struct match_hit {
    const struct match_place *place;
    int score;
    struct {
        struct match_point *v;
        size_t n;
        size_t cap;
    } points;
    struct {
        const char **v;
        size_t n;
        size_t cap;
    } unmet; /* codes of wishes */
};

struct match_result {
    struct {
        struct match_hit *v;
        size_t n;
        size_t cap;
    } hits;            /* best first; among equals by name, then id */
    const char *relax; /* the one rule whose giving up opens most: a must, "area"; "" */
    size_t opened;     /* how many places that would add */
};

/* Matches n places; the result points into them. Source: R-210; design section 9 (M11). */
void match_run(struct arena *mem,
               const struct match_ask *ask,
               const struct match_place *places,
               size_t n,
               struct match_result *out);

/* Says whether the code stands among those between commas. */
bool match_has(const char *codes, const char *code);

#endif
