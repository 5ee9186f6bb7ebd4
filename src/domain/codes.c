#include "codes.h"

#include <string.h>

#include "../base/text.h"
#include "../base/vec.h"
#include "profile_read.h"
#include "profile_schema.h"

#define TEXT(T, m, flags)                                                              \
    {                                                                                  \
#m, KEY_IS_TEXT, flags, offsetof(struct T, m), NULL, NULL                      \
    }

static const struct schema_key code_keys[] = {
    TEXT(code, code, KEY_CODE | KEY_ID),
    TEXT(code, label, 0),
    TEXT(code, parent, KEY_CODE | KEY_OPTIONAL),
    TEXT(code, valid_from, KEY_DAY | KEY_OPTIONAL),
    TEXT(code, valid_to, KEY_DAY | KEY_OPTIONAL),
    TEXT(code, outside, KEY_OPTIONAL),
    TEXT(code, item, KEY_OPTIONAL),
    TEXT(code, source, KEY_OPTIONAL),
};

static const struct schema_map code_map = { "code", sizeof(struct code), code_keys,
                                            sizeof code_keys / sizeof *code_keys };

static const struct schema_key list_keys[] = {
    TEXT(code_list, list, KEY_SLUG),
    TEXT(code_list, label, 0),
    TEXT(code_list, source, 0),
    { "codes", KEY_IS_MANY, 0, offsetof(struct code_list, codes), NULL, &code_map },
};

static const struct schema_map list_map = { "code_list", sizeof(struct code_list),
                                            list_keys,
                                            sizeof list_keys / sizeof *list_keys };

static const struct code *
code_of(const struct code_list *list, const char *code)
{
    for (size_t i = 0; list && i < list->codes.n; i++)
        if (text_same(list->codes.v[i].code, code))
            return &list->codes.v[i];
    return NULL;
}

/* A parent is a code of the same list; a list is named as its file. */
static bool
check_list(struct ctx *c, struct profile_errors *errors, const struct code_list *list)
{
    const char *name = arena_printf(c->mem, "%s.yaml", list->list);
    const char *slash = strrchr(errors->file, '/');

    if (!text_same(slash ? slash + 1 : errors->file, name))
        profile_error_whole(
            errors,
            arena_printf(c->mem, "%s:1:1: list: ファイル名を %s にしてください。",
                         errors->file, name));
    for (size_t i = 0; i < list->codes.n; i++) {
        const struct code *code = &list->codes.v[i];

        if (code->parent && !code_of(list, code->parent))
            profile_error_whole(
                errors,
                arena_printf(
                    c->mem, "%s:1:1: codes[%zu].parent: 「%s」はこの一覧にありません。",
                    errors->file, i, code->parent));
    }
    return !errors->n || refuse(c, ERR_INPUT, "%s", errors->v[0].text);
}

bool
codes_read(struct ctx *c,
           const char *file,
           const char *bytes,
           size_t n,
           struct profile_errors *errors,
           const struct code_list **out)
{
    struct code_list *list = ARENA_NEW(c->mem, struct code_list);

    *out = list;
    return profile_read_map(c, file, bytes, n, &list_map, errors, list)
           && check_list(c, errors, list);
}

/* The list with one code more, or with another label for one it has. */
static struct code_list *
list_with(struct ctx *c, const struct code_list *list, const struct plan_code *own)
{
    struct code *v = ARENA_ARRAY(c->mem, list->codes.n + 1, struct code);
    struct code_list *out = ARENA_NEW(c->mem, struct code_list);
    size_t at = list->codes.n;

    for (size_t i = 0; i < list->codes.n; i++) {
        v[i] = list->codes.v[i];
        if (text_same(v[i].code, own->code))
            at = i;
    }
    if (at == list->codes.n)
        v[at] = (struct code){ .code = own->code };
    v[at].label = own->label;
    v[at].source = own->source;
    *out = *list;
    out->codes.v = v;
    out->codes.n = list->codes.n + (at == list->codes.n);
    return out;
}

bool
codes_extend(struct ctx *c, struct codes *all, const struct profile_settings *own)
{
    for (size_t i = 0; own && i < own->codes.n; i++) {
        const struct plan_code *code = &own->codes.v[i];
        bool known = false;

        for (size_t k = 0; k < all->lists.n; k++)
            if (text_same(all->lists.v[k]->list, code->list)) {
                all->lists.v[k] = list_with(c, all->lists.v[k], code);
                known = true;
            }
        if (!known)
            return refuse(c, ERR_OUTSIDE, "settings.codes: there is no list %s",
                          code->list);
    }
    return true;
}

const struct code_list *
codes_list(const struct codes *all, const char *list)
{
    for (size_t i = 0; i < all->lists.n; i++)
        if (text_same(all->lists.v[i]->list, list))
            return all->lists.v[i];
    return NULL;
}

const struct code *
codes_find(const struct codes *all, const char *list, const char *code)
{
    return code_of(codes_list(all, list), code);
}

const char *
codes_label(const struct codes *all, const char *list, const char *code)
{
    const struct code *found = codes_find(all, list, code);

    return found ? found->label : code;
}

bool
codes_known(const void *all, const char *list, const char *code)
{
    return codes_find(all, list, code) != NULL;
}

/* Reads a day of a file; a month stands for its first day. */
static struct day
day_of_text(const char *text)
{
    struct day d = { DAY_NONE };
    char whole[16] = "";

    if (!text || strlen(text) > 10)
        return d;
    memcpy(whole, text, strlen(text));
    if (strlen(text) == 7)
        memcpy(whole + 7, "-01", 3);
    if (!day_read(whole, &d))
        d.n = DAY_NONE;
    return d;
}

bool
code_in_force(const struct code *code, struct day day)
{
    struct day from = day_of_text(code->valid_from);
    struct day to = day_of_text(code->valid_to);

    return (!day_known(from) || from.n <= day.n) && (!day_known(to) || day.n <= to.n);
}

struct code_options
codes_options(struct arena *mem,
              const struct codes *all,
              const char *list,
              struct day day)
{
    const struct code_list *l = codes_list(all, list);
    struct code_options options = { 0 };

    for (size_t i = 0; l && i < l->codes.n; i++)
        if (code_in_force(&l->codes.v[i], day))
            *VEC_PUSH(mem, &options) = &l->codes.v[i];
    return options;
}
