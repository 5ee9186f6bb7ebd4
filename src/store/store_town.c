#include "store_town.h"

#include "gen/assets.h"
#include "gen/sql.h"

#include "../base/vec.h"
#include "../domain/codes.h"
#include "../domain/profile_read.h"
#include "../domain/town.h"
#include "../policy/narrow.h"
#include "../domain/working_day.h"

#include <string.h>

static bool
read_profile(struct ctx *c, const char *body, const struct profile **out)
{
    struct profile_errors errors = { 0 };

    return profile_read(c, "profile", body, strlen(body), &errors, out);
}

static void
add_code(struct arena *mem, struct code_list *to, const char *code, const char *label)
{
    struct code *v = ARENA_ARRAY(mem, to->codes.n + 1, struct code);

    if (to->codes.n)
        memcpy(v, to->codes.v, to->codes.n * sizeof *v);
    v[to->codes.n++] = (struct code){ .code = code, .label = label };
    to->codes.v = v;
}

/* The districts of the plan: by their names, or by number where it names none. */
static void
add_areas(struct arena *mem, const struct plan_area *a, struct code_list *to)
{
    for (size_t i = 0; i < a->members.n; i++)
        add_code(mem, to, arena_printf(mem, "%s_%zu", a->id, i + 1), a->members.v[i]);
    for (int64_t i = 1; !a->members.n && a->count.v > 1 && i <= a->count.v; i++)
        add_code(mem, to, arena_printf(mem, "%s_%d", a->id, (int)i),
                 arena_printf(mem, "%s %d", a->name, (int)i));
}

/* Lists that the municipality's own profile makes: its districts, the sites of its desks. */
static void
add_own_codes(struct arena *mem, const struct profile *p, struct codes *all)
{
    struct code_list *areas = ARENA_NEW(mem, struct code_list);
    struct code_list *sites = ARENA_NEW(mem, struct code_list);

    *areas = (struct code_list){ .list = "plan_area", .label = "圏域" };
    *sites = (struct code_list){ .list = "intake_site", .label = "会場" };
    for (size_t i = 0; i < p->areas.n; i++)
        add_areas(mem, &p->areas.v[i], areas);
    for (size_t i = 0; p->settings && i < p->settings->sites.n; i++)
        add_code(mem, sites, p->settings->sites.v[i].code,
                 p->settings->sites.v[i].label);
    *VEC_PUSH(mem, &all->lists) = areas;
    *VEC_PUSH(mem, &all->lists) = sites;
}

/* The lists that the program brings along; those of the municipality come on top. */
static bool
read_codes(struct ctx *c, const struct profile *p, const struct codes **out)
{
    struct codes *all = ARENA_NEW(c->mem, struct codes);

    for (size_t i = 0; i < ASSET_N; i++) {
        struct profile_errors errors = { 0 };
        const struct code_list *list;

        if (strncmp(assets[i].path, "codes/", 6) != 0)
            continue;
        if (!codes_read(c, assets[i].path, (const char *)assets[i].bytes, assets[i].n,
                        &errors, &list))
            return false;
        *VEC_PUSH(c->mem, &all->lists) = list;
    }
    add_own_codes(c->mem, p, all);
    *out = all;
    return codes_extend(c, all, p->settings);
}

/* What holds where the profile is silent; it comes with the program. */
static bool
read_settings(struct ctx *c, const struct profile *p, struct settings *out)
{
    struct profile_errors errors = { 0 };
    const char *path = "profiles/defaults/settings.yaml";
    size_t i = 0;

    while (i < ASSET_N && strcmp(assets[i].path, path) != 0)
        i++;
    if (i == ASSET_N)
        return refuse(c, ERR_BUG, "%s is not in the program", path);
    out->own = p->settings;
    return profile_read_defaults(c, path, (const char *)assets[i].bytes, assets[i].n,
                                 &errors, &out->defaults)
           && (!deadline_missing(out)
               || refuse(c, ERR_OUTSIDE, "settings.deadlines: %s is missing",
                         deadline_missing(out)));
}

/* The municipality's own wording; a key that no screen has is refused by name. */
static bool
take_words(struct ctx *c, const struct profile *p, const struct words **out)
{
    struct words *own = ARENA_NEW(c->mem, struct words);
    const struct profile_settings *s = p->settings;

    *out = NULL;
    for (size_t i = 0; s && i < s->words.n; i++) {
        enum word w;

        if (!word_find(s->words.v[i].key, &w))
            return refuse(c, ERR_OUTSIDE, "settings.words: there is no word %s",
                          s->words.v[i].key);
        own->text[w] = s->words.v[i].text;
        *out = own;
    }
    return true;
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
    if (!sql_setting_get(c, &(struct sql_setting_get_in){ .name = "demo" }, &demo,
                         &found))
        return false;
    mem = arena_new();
    t = ARENA_NEW(mem, struct town);
    c->mem = mem;
    ok = read_profile(c, row.body, &t->profile) && read_codes(c, t->profile, &t->codes)
         && read_settings(c, t->profile, &t->settings)
         && take_words(c, t->profile, &t->words)
         && narrow_read(c, t->profile, &t->narrow);
    c->mem = before;
    if (!ok) {
        if (c->err.text)
            c->err.text = arena_strdup(c->mem, c->err.text);
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
