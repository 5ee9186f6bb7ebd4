#include "map.h"

#include <stdint.h>
#include <string.h>

static size_t
hash(const char *s)
{
    uint64_t h = 14695981039346656037U;

    for (; *s; s++)
        h = (h ^ (unsigned char)*s) * 1099511628211U;
    return (size_t)(h ^ (h >> 32));
}

/* Returns the slot that holds the key, or the free one where it belongs. */
static struct map_slot *
slot_of(struct map_slot *v, size_t cap, const char *key)
{
    size_t i = hash(key) & (cap - 1);

    while (v[i].key && strcmp(v[i].key, key) != 0)
        i = (i + 1) & (cap - 1);
    return &v[i];
}

static void
grow(struct arena *mem, struct map *m)
{
    size_t cap = m->cap ? m->cap * 2 : 16;
    struct map_slot *v = ARENA_ARRAY(mem, cap, struct map_slot);

    for (size_t i = 0; i < m->cap; i++)
        if (m->v[i].key)
            *slot_of(v, cap, m->v[i].key) = m->v[i];
    m->v = v;
    m->cap = cap;
}

bool
map_add(struct arena *mem, struct map *m, const char *key, const void *value)
{
    struct map_slot *slot;

    if (2 * m->n >= m->cap)
        grow(mem, m);
    slot = slot_of(m->v, m->cap, key);
    if (slot->key)
        return false;
    slot->key = key;
    slot->value = value;
    m->n++;
    return true;
}

bool
map_has(const struct map *m, const char *key)
{
    return m->n && slot_of(m->v, m->cap, key)->key;
}

const void *
map_get(const struct map *m, const char *key)
{
    return m->n ? slot_of(m->v, m->cap, key)->value : NULL;
}
