#include "vec.h"

#include <string.h>

void *
vec_room(struct arena *mem, void *v, size_t n, size_t *cap, size_t size)
{
    void *more;

    if (n < *cap)
        return v;
    *cap = *cap ? *cap * 2 : 8;
    more = arena_array(mem, *cap, size);
    if (n)
        memcpy(more, v, n * size);
    return more;
}
