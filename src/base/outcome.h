/*
 * What an act of staff came to, handed from desk to whichever door called it.
 */
#ifndef KASANE_BASE_OUTCOME_H
#define KASANE_BASE_OUTCOME_H

#include "id.h"

#include <stdbool.h>

struct ctx;

/* What an act came to, after it was allowed and before it is shown. */
struct outcome {
    bool done;
    struct id id;       /* of what was made, or empty */
    const char *place;  /* path within the town where the result is seen */
    const char *say;    /* Japanese: what was done, said once on the next page */
    const char *cookie; /* as in reply */
    const char *cookie2;
    bool clear;
    bool replayed; /* the key was answered before */
    /* what stays written though the act is refused: run after all else was undone; NULL */
    bool (*refused)(struct ctx *c, const void *what);
    const void *what; /* handed to it, in the unit's memory */
};

#endif
