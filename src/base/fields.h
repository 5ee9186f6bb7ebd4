/*
 * Named values as they came through a door (form, query, JSON object, command line), before
 * a form has read them.
 */
#ifndef KASANE_BASE_FIELDS_H
#define KASANE_BASE_FIELDS_H

#include "arena.h"

struct field {
    const char *name;
    const char *value;
};

struct fields {
    struct field *v;
    size_t n;
    size_t cap;
};

/* Appends a field; both strings must live as long as the list. */
void
fields_add(struct arena *mem, struct fields *f, const char *name, const char *value);

/* Returns the first value of that name, or NULL. */
const char *fields_get(const struct fields *f, const char *name);

#endif
