#include "fields.h"

#include "vec.h"

#include <string.h>

void
fields_add(struct arena *mem, struct fields *f, const char *name, const char *value)
{
    *VEC_PUSH(mem, f) = (struct field){ .name = name, .value = value };
}

const char *
fields_get(const struct fields *f, const char *name)
{
    for (size_t i = 0; i < f->n; i++)
        if (strcmp(f->v[i].name, name) == 0)
            return f->v[i].value;
    return NULL;
}
