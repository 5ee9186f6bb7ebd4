#include "store_codes.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "../base/auto.h"
#include "../base/machine.h"
#include "../base/vec.h"

static void
folder_close(DIR **d)
{
    if (*d)
        (void)closedir(*d);
}

static bool
is_yaml(const char *name)
{
    size_t n = strlen(name);

    return *name != '.' && n > 5 && !strcmp(name + n - 5, ".yaml");
}

struct names {
    const char **v;
    size_t n;
    size_t cap;
};

static int
by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
names_of(struct ctx *c, const char *folder, struct names *out)
{
    AUTO(folder_close) DIR *d = opendir(folder);
    const struct dirent *entry;

    if (!d)
        return refuse(c, ERR_OUTSIDE, "%s cannot be read", folder);
    while ((entry = readdir(d)) != NULL)
        if (is_yaml(entry->d_name))
            *VEC_PUSH(c->mem, out) = arena_strdup(c->mem, entry->d_name);
    if (out->n)
        qsort(out->v, out->n, sizeof *out->v, by_name);
    return true;
}

bool
store_codes_load(struct ctx *c,
                 const char *folder,
                 struct profile_errors *errors,
                 struct codes *out)
{
    struct names names = { 0 };

    profile_errors_begin(errors, c->mem, folder);
    *out = (struct codes){ 0 };
    if (!names_of(c, folder, &names))
        return false;
    for (size_t i = 0; i < names.n; i++) {
        const char *path = arena_printf(c->mem, "%s/%s", folder, names.v[i]);
        const struct code_list *list;
        size_t n;
        char *bytes = machine_read(c->machine, c->mem, path, YAML_BYTES_MAX, &n);

        if (!bytes)
            return refuse(c, ERR_OUTSIDE, "%s cannot be read", path);
        if (!codes_read(c, path, bytes, n, errors, &list))
            return false;
        *VEC_PUSH(c->mem, &out->lists) = list;
    }
    return true;
}
