#include "target_rule.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../base/yaml.h"
#include "gen/assets.h"

#include <string.h>

static const char *const OF_TARGET[] = { "category",   "label",      "issues",
                                         "attributes", "min_issues", "gap" };

static const char *
get(const struct yaml_node *map, const char *key)
{
    const struct yaml_node *n = yaml_get(map, key);

    return n ? n->text : "";
}

static bool
read_codes(struct ctx *c,
           const char *file,
           const struct yaml_node *at,
           const char *key,
           const char **out,
           size_t *n)
{
    const struct yaml_node *list = yaml_get(at, key);

    if (list && (list->kind != YAML_IS_LIST || list->n > TARGET_CODES_MAX))
        return yaml_refuse(c, file, list, "「%s」は%dまでの並びにしてください。", key,
                           TARGET_CODES_MAX);
    for (size_t i = 0; list && i < list->n; i++)
        out[(*n)++] = list->v[i]->text;
    return true;
}

static bool
read_one(struct ctx *c,
         const char *file,
         const struct yaml_node *at,
         struct target_defs *out)
{
    struct target_def d = { .gap = strcmp(get(at, "gap"), "true") == 0 };

    for (size_t i = 0; at->kind == YAML_IS_MAP && i < at->n; i += 2) {
        size_t k = 0;

        while (k < sizeof OF_TARGET / sizeof *OF_TARGET
               && strcmp(OF_TARGET[k], at->v[i]->text) != 0)
            k++;
        if (k == sizeof OF_TARGET / sizeof *OF_TARGET)
            return yaml_refuse(c, file, at->v[i], "「%s」という項目はありません。",
                               at->v[i]->text);
    }
    d.category = get(at, "category");
    d.label = get(at, "label");
    if (!*d.category || !*d.label)
        return yaml_refuse(c, file, at, "category と label が要ります。");
    if (*get(at, "min_issues")
        && !text_int(get(at, "min_issues"), 1, 20, &d.min_issues))
        return yaml_refuse(c, file, at, "min_issues は1～20にしてください。");
    if (!read_codes(c, file, at, "issues", d.issues, &d.n_issues)
        || !read_codes(c, file, at, "attributes", d.attributes, &d.n_attributes))
        return false;
    *VEC_PUSH(c->mem, out) = d;
    return true;
}

bool
target_read(struct ctx *c, const char *file, const char *yaml, struct target_defs *out)
{
    const struct yaml_node *root;
    const struct yaml_node *list;

    *out = (struct target_defs){ .n = 0 };
    if (!yaml_read(c, file, yaml, strlen(yaml), &root))
        return false;
    list = yaml_get(root, "targets");
    if (!list || list->kind != YAML_IS_LIST)
        return yaml_refuse(c, file, root, "「targets」の並びがありません。");
    for (size_t i = 0; i < list->n; i++)
        if (!read_one(c, file, list->v[i], out))
            return false;
    return true;
}

bool
target_find(struct ctx *c, const char *town, struct target_defs *out)
{
    const struct asset *a = asset_find(arena_printf(c->mem, "targets/%s.yaml", town));

    if (!a)
        a = asset_find("targets/common.yaml");
    if (!a)
        return refuse(c, ERR_BUG, "targets are not in the program");
    if (target_read(c, a->path, arena_copy(c->mem, a->bytes, a->n), out))
        return true;
    forgive(c);
    return refuse(c, ERR_BUG, "%s is wrong", a->path);
}

static bool
any(const char *const *list, size_t n, const char *const *of, size_t n_of)
{
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n_of; k++)
            if (strcmp(list[i], of[k]) == 0)
                return true;
    return false;
}

static size_t
different(const char *const *list, size_t n)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++) {
        size_t k = 0;

        while (k < i && strcmp(list[k], list[i]) != 0)
            k++;
        count += k == i;
    }
    return count;
}

bool
target_matches(const struct target_def *d, const struct target_facts *f)
{
    return (d->gap && f->gap) || any(d->issues, d->n_issues, f->issues, f->n_issues)
           || any(d->attributes, d->n_attributes, f->attributes, f->n_attributes)
           || (d->min_issues
               && different(f->issues, f->n_issues) >= (size_t)d->min_issues);
}

int
target_age(const char *const *target_people, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const char *at = strstr(target_people[i], "歳以上");
        int age = 0;
        int place = 1;

        for (const char *p = at;
             p && p > target_people[i] && p[-1] >= '0' && p[-1] <= '9';
             p--, place *= 10)
            age += (p[-1] - '0') * place;
        if (age)
            return age;
    }
    return 0;
}
