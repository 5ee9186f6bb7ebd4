/*
 * Finding things by their name: an open hash table in an arena, for names of our own data
 * files. Keys and values must live as long as the map; nothing is taken out again.
 */
#ifndef KASANE_BASE_MAP_H
#define KASANE_BASE_MAP_H

#include "arena.h"

#include <stdbool.h>

struct map_slot {
    const char *key; /* NULL: free */
    const void *value;
};

struct map {
    struct map_slot *v;
    size_t n;
    size_t cap; /* a power of two, or 0 */
};

/* Adds the pair; false, and nothing added, when the key is there already. */
bool map_add(struct arena *mem, struct map *m, const char *key, const void *value);

/* Says whether the key is there; map_get() returns its value, or NULL. */
bool map_has(const struct map *m, const char *key);
const void *map_get(const struct map *m, const char *key);

#endif
