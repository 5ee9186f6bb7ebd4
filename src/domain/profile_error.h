/*
 * What is wrong with a data file, gathered instead of stopping at the first: each error with
 * its line and its path within the file (programs[3].delivery[0].sites).
 */
#ifndef KASANE_DOMAIN_PROFILE_ERROR_H
#define KASANE_DOMAIN_PROFILE_ERROR_H

#include "../base/buf.h"
#include "../base/yaml.h"

enum { PROFILE_ERRORS_MAX = 50 };

struct profile_error {
    int line;
    int col;
    const char *text; /* file:line:col: path: Japanese, names the mend */
};

struct profile_errors {
    struct arena *mem;
    const char *file; /* as it stands in the messages */
    size_t n;
    size_t more; /* how many did not fit */
    struct profile_error v[PROFILE_ERRORS_MAX];
};

/* Where a walk stands: the chain of keys and indexes up to the root, which is NULL. */
struct profile_place {
    const struct profile_place *up;
    const char *key; /* NULL: an index */
    size_t index;
};

void
profile_errors_begin(struct profile_errors *e, struct arena *mem, const char *file);

/* Adds an error at the node; where: NULL for the whole file. */
void profile_error_add(struct profile_errors *e,
                       const struct yaml_node *at,
                       const struct profile_place *where,
                       const char *fmt,
                       ...) PRINTF(4, 5);

/* Adds an error that already names file, line and column. */
void profile_error_whole(struct profile_errors *e, const char *text);

/* Puts the errors in the order of the file. */
void profile_errors_sort(struct profile_errors *e);

/* Writes one line an error, and how many more there are. */
void profile_errors_write(const struct profile_errors *e, struct buf *out);

#endif
