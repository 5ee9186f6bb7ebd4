/*
 * A short piece of a text around what was looked for.
 */
#ifndef KASANE_DOMAIN_SNIPPET_H
#define KASANE_DOMAIN_SNIPPET_H

#include "../base/arena.h"

struct snippet {
    const char *before; /* begins with … where something was left out */
    const char *hit;    /* as it is written; "" when the text does not hold it */
    const char *after;
};

/* Cuts the piece around the first place whose folded form (text_fold) begins with key. */
struct snippet snippet_of(struct arena *mem, const char *text, const char *key);

/* Returns the text as search compares it, on one line. */
const char *snippet_key(struct arena *mem, const char *text);

#endif
