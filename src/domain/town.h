/*
 * One municipality as it is while its profile is in force: immutable, shared by threads, and
 * pinned by the units of work that use it.
 */
#ifndef KASANE_DOMAIN_TOWN_H
#define KASANE_DOMAIN_TOWN_H

#include "../base/arena.h"
#include "gen/words.h"
#include "plan_settings.h"

#include <stdatomic.h>
#include <stdbool.h>

struct codes;
struct narrow;

struct town {
    struct arena *mem;
    atomic_int pins;
    const char *id;   /* "niiza"; also the first segment of its addresses */
    const char *name; /* 新座市 */
    const char *path; /* "/niiza" */
    bool demo;        /* holds invented data and says so on every page */
    int version;      /* of the profile */
    const struct profile *profile;
    struct settings settings; /* of the profile over the defaults */
    const struct codes *codes;
    const struct words *words;
    const struct narrow *narrow; /* what the profile closes; NULL: nothing */
};

/* Returns what a code of a list is called here, "" for none, the code when it is unknown. */
const char *town_label(const struct town *t, const char *list, const char *code);

#endif
