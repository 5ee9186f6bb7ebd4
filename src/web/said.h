/*
 * What a page says about the act that was just done: "?said=CODE" of its address.
 */
#ifndef KASANE_WEB_SAID_H
#define KASANE_WEB_SAID_H

#include <stddef.h>

struct said {
    const char *code;
    const char *text; /* Japanese, a whole sentence */
};

/* Returns the sentence of a code; NULL when there is none. */
const char *said_text(const char *code);

/* Returns all of them. */
const struct said *said_all(size_t *n);

#endif
