#include "store_town.h"

#include "gen/sql.h"

#include "../domain/profile_read.h"
#include "../domain/town.h"

#include <string.h>

static bool
read_profile(struct ctx *c, const char *body, const struct profile **out)
{
    struct profile_errors errors = { 0 };

    return profile_read(c, "profile", body, strlen(body), &errors, out);
}

bool
store_town_load(struct ctx *c, const char *id, struct town **out)
{
    struct sql_profile_newest_row row;
    struct sql_setting_get_row demo;
    struct arena *before = c->mem;
    struct arena *mem;
    struct town *t;
    bool found;
    bool ok;

    if (!sql_profile_newest(c, &row, &found))
        return false;
    if (!found)
        return refuse(c, ERR_OUTSIDE, "no profile is loaded");
    if (!sql_setting_get(
            c, &(struct sql_setting_get_in){ .name = "demo" }, &demo, &found))
        return false;
    mem = arena_new();
    t = ARENA_NEW(mem, struct town);
    c->mem = mem;
    ok = read_profile(c, row.body, &t->profile);
    c->mem = before;
    if (!ok) {
        arena_free(mem);
        return refuse(c, ERR_OUTSIDE, "the profile in force cannot be read");
    }
    t->mem = mem;
    atomic_init(&t->pins, 1);
    t->id = arena_strdup(mem, id);
    t->name = t->profile->municipality.name;
    t->path = arena_printf(mem, "/%s", id);
    t->demo = found && strcmp(demo.value, "1") == 0;
    t->version = (int)row.version;
    *out = t;
    return true;
}
