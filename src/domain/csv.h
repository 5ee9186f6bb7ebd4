/*
 * Reads a table of values parted by commas, as table programs write it (RFC 4180): values in
 * double quotes may hold commas and line ends. Not for writing: esc_csv().
 */
#ifndef KASANE_DOMAIN_CSV_H
#define KASANE_DOMAIN_CSV_H

#include "../base/arena.h"

#include <stdbool.h>

struct csv_row {
    const char **v;
    size_t n;
    size_t cap;
    int line; /* the first is 1 */
};

struct csv {
    const char *at;
    int line;
};

/* Begins at the text's first row; a byte order mark is passed over. */
struct csv csv_begin(const char *text);

/* Takes the next row that holds anything; false at the end. */
bool csv_next(struct arena *mem, struct csv *in, struct csv_row *out);

#endif
