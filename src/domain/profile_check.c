#include "profile_check.h"

#include <string.h>

#include "../base/day.h"
#include "../base/map.h"
#include "../base/text.h"
#include "gen/words.h"
#include "profile_schema.h"

struct check {
    struct arena *mem;
    struct profile_errors *errors;
    struct map departments;
    struct map bodies; /* departments and organizations */
    struct map meetings;
    struct map programs;
    struct map roles;
    struct map directions;
    struct map initiatives;
    struct map tags;
    bool references; /* the file is a profile */
};

/* The rows of references: which flag asks for which list. */
struct space {
    unsigned flag;
    size_t at; /* of the map in struct check */
    const char *where;
};

static const struct space SPACES[] = {
    { KEY_TAG, offsetof(struct check, tags), "tag_labels" },
    { KEY_BODY, offsetof(struct check, bodies), "departments・organizations" },
    { KEY_DEPARTMENT, offsetof(struct check, departments), "departments" },
    { KEY_MEETING, offsetof(struct check, meetings), "meetings" },
    { KEY_PROGRAM, offsetof(struct check, programs), "programs" },
    { KEY_ROLE, offsetof(struct check, roles), "staff_roles" },
    { KEY_DIRECTION, offsetof(struct check, directions), "directions" },
};

bool
profile_code_valid(const char *code)
{
    int sum = 0;

    if (strlen(code) != 6 || strspn(code, "0123456789") != 6)
        return false;
    for (int i = 0; i < 5; i++)
        sum += (code[i] - '0') * (6 - i);
    return (11 - sum % 11) % 10 == code[5] - '0';
}

bool
profile_day_valid(const char *text, bool fiscal)
{
    char whole[16] = "";
    size_t n = strlen(text);
    struct day day;
    int64_t year;

    if (fiscal && n == 6 && !strncmp(text, "FY", 2))
        return text_int(text + 2, 1868, 2199, &year);
    if (n != 7 && n != 10)
        return false;
    memcpy(whole, text, n);
    if (n == 7)
        memcpy(whole + n, "-01", 3);
    return day_read(whole, &day);
}

/* Says whether the text is MM-DD; 02-29 passes. */
static bool
month_day_valid(const char *text)
{
    char whole[16] = "2000-";
    struct day day;

    if (strlen(text) != 5)
        return false;
    memcpy(whole + 5, text, 5);
    return day_read(whole, &day);
}

static bool
slug_valid(const char *s)
{
    return *s && strlen(s) <= 64
           && !s[strspn(
               s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")];
}

static bool
code_valid(const char *s)
{
    return *s && strlen(s) <= 32
           && !s[strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                           "0123456789_.-")];
}

static bool
is_text(const struct yaml_node *node)
{
    return node && node->kind == YAML_IS_SCALAR && yaml_type_of(node) == YAML_OF_TEXT;
}

static bool
is_null(const struct yaml_node *node)
{
    return !node
           || (node->kind == YAML_IS_SCALAR && yaml_type_of(node) == YAML_OF_NULL);
}

static bool
int_of(const struct yaml_node *node, int64_t *out)
{
    return node && node->kind == YAML_IS_SCALAR && yaml_type_of(node) == YAML_OF_INT
           && text_int(node->text, INT64_MIN / 2, INT64_MAX / 2, out);
}

/* Returns how many items the list has; 0 for anything else. */
static size_t
items_of(const struct yaml_node *node)
{
    return node && node->kind == YAML_IS_LIST ? node->n : 0;
}

/* Puts the values of one key of a list of maps into the map. */
static void
collect(struct check *k, struct map *to, const struct yaml_node *list, const char *key)
{
    for (size_t i = 0; i < items_of(list); i++) {
        const struct yaml_node *id = yaml_get(list->v[i], key);

        if (id && id->kind == YAML_IS_SCALAR)
            (void)map_add(k->mem, to, id->text, id);
    }
}

static void
collect_all(struct check *k, const struct yaml_node *root)
{
    const struct yaml_node *tags = yaml_get(root, "tag_labels");

    collect(k, &k->departments, yaml_get(root, "departments"), "id");
    collect(k, &k->bodies, yaml_get(root, "departments"), "id");
    collect(k, &k->bodies, yaml_get(root, "organizations"), "id");
    collect(k, &k->meetings, yaml_get(root, "meetings"), "id");
    collect(k, &k->programs, yaml_get(root, "programs"), "id");
    collect(k, &k->roles, yaml_get(root, "staff_roles"), "id");
    collect(k, &k->directions, yaml_get(root, "directions"), "id");
    collect(k, &k->initiatives, yaml_get(root, "initiatives"), "number");
    for (size_t i = 0; tags && tags->kind == YAML_IS_MAP && i < tags->n; i += 2)
        (void)map_add(k->mem, &k->tags, tags->v[i]->text, tags->v[i]);
}

/* ---- each scalar by the flags of its key */

static void
check_reference(const struct check *k,
                const struct profile_place *where,
                const struct yaml_node *node,
                unsigned flags)
{
    for (size_t i = 0; k->references && i < sizeof SPACES / sizeof *SPACES; i++) {
        const struct map *names =
            (const struct map *)(const void *)((const char *)k + SPACES[i].at);

        if (!(flags & SPACES[i].flag) || map_has(names, node->text))
            continue;
        profile_error_add(
            k->errors, node, where,
            SPACES[i].flag == KEY_TAG
                ? "タグ「%s」に日本語の名前がありません。%s に足してください。"
                : "「%s」は %s にありません。",
            node->text, SPACES[i].where);
    }
}

static void
check_text(const struct check *k,
           const struct profile_place *where,
           const struct yaml_node *node,
           unsigned flags)
{
    if (!is_text(node))
        return;
    if (flags & KEY_CODE ? !code_valid(node->text)
                         : flags & (KEY_ID | KEY_SLUG) && !slug_valid(node->text))
        profile_error_add(k->errors, node, where,
                          "「%s」は英数字と _ で書いてください（64文字まで）。",
                          node->text);
    if (flags & (KEY_DAY | KEY_TIME)
        && !profile_day_valid(node->text, (flags & KEY_TIME) != 0))
        profile_error_add(
            k->errors, node, where,
            "「%s」という日はありません。2026-04-01 か 2026-04%s のように書きます。",
            node->text, flags & KEY_TIME ? "、FY2026" : "");
    if (flags & KEY_MONTH_DAY && !month_day_valid(node->text))
        profile_error_add(k->errors, node, where,
                          "「%s」という日はありません。12-29 のように書きます。",
                          node->text);
    check_reference(k, where, node, flags);
}

static void
check_int(const struct check *k,
          const struct profile_place *where,
          const struct yaml_node *node,
          unsigned flags)
{
    int64_t v;

    if (!int_of(node, &v))
        return;
    if (flags & KEY_ITEM && (v < 1 || v > ITEM_LAST))
        profile_error_add(k->errors, node, where,
                          "社会福祉法106条の4第2項の号は1から6です（いまは%s）。",
                          node->text);
    if (flags & KEY_NATURAL && v < 0)
        profile_error_add(k->errors, node, where, "0以上で書いてください。");
    if (flags & KEY_YEAR && (v < 1868 || v > 2199))
        profile_error_add(k->errors, node, where,
                          "年度は西暦4けたで書いてください（いまは%s）。", node->text);
}

static void
check_scalar(const struct check *k,
             const struct profile_place *where,
             const struct yaml_node *node,
             unsigned flags)
{
    if (node->kind != YAML_IS_SCALAR)
        return;
    check_text(k, where, node, flags);
    check_int(k, where, node, flags);
}

/* ---- the walk along the schema */

static void check_map(const struct check *k,
                      const struct profile_place *where,
                      const struct yaml_node *node,
                      const struct schema_map *shape);

/* Refuses a value of an id key that an earlier item of the list has. */
static void
check_unique(const struct check *k,
             const struct profile_place *where,
             const struct yaml_node *list,
             const struct schema_key *key)
{
    struct map seen = { 0 };

    for (size_t i = 0; i < list->n; i++) {
        const struct yaml_node *id = yaml_get(list->v[i], key->name);
        struct profile_place item = { where, NULL, i };
        struct profile_place at = { &item, key->name, 0 };
        const struct yaml_node *first;

        if (!id || id->kind != YAML_IS_SCALAR || map_add(k->mem, &seen, id->text, id))
            continue;
        first = map_get(&seen, id->text);
        profile_error_add(k->errors, id, &at, "「%s」は%d行目にもあります。", id->text,
                          first->line);
    }
}

static void
check_list(const struct check *k,
           const struct profile_place *where,
           const struct yaml_node *list,
           const struct schema_key *key)
{
    if (list->kind != YAML_IS_LIST)
        return;
    for (size_t i = 0; key->shape && i < key->shape->n; i++)
        if (key->shape->keys[i].flags & KEY_ID)
            check_unique(k, where, list, &key->shape->keys[i]);
    for (size_t i = 0; i < list->n; i++) {
        struct profile_place at = { where, NULL, i };

        if (key->shape)
            check_map(k, &at, list->v[i], key->shape);
        else
            check_scalar(k, &at, list->v[i], key->flags);
    }
}

static void
check_key(const struct check *k,
          const struct profile_place *where,
          const struct yaml_node *node,
          const struct schema_key *key)
{
    switch (key->kind) {
    case KEY_IS_TEXT:
    case KEY_IS_INT:
    case KEY_IS_MAYBE:
        check_scalar(k, where, node, key->flags);
        break;
    case KEY_IS_TEXTS:
    case KEY_IS_INTS:
    case KEY_IS_MANY:
        check_list(k, where, node, key);
        break;
    case KEY_IS_ONE:
    case KEY_IS_MAYBE_ONE:
        check_map(k, where, node, key->shape);
        break;
    case KEY_IS_DECIMAL:
    case KEY_IS_VALUE:
    case KEY_IS_BOOL:
    case KEY_IS_TRI:
    case KEY_IS_WORD:
    case KEY_IS_WORDS:
    case KEY_IS_PAIRS:
        break;
    }
}

static void
check_map(const struct check *k,
          const struct profile_place *where,
          const struct yaml_node *node,
          const struct schema_map *shape)
{
    for (size_t i = 0; i < shape->n; i++) {
        const struct yaml_node *value = yaml_get(node, shape->keys[i].name);
        struct profile_place at = { where, shape->keys[i].name, 0 };

        if (value)
            check_key(k, &at, value, &shape->keys[i]);
    }
}

/* ---- what only single keys keep */

static void
check_municipality(const struct check *k, const struct yaml_node *root)
{
    const struct yaml_node *code = yaml_get(yaml_get(root, "municipality"), "code");
    struct profile_place map = { NULL, "municipality", 0 };
    struct profile_place at = { &map, "code", 0 };

    if (is_text(code) && !profile_code_valid(code->text))
        profile_error_add(
            k->errors, code, &at,
            "「%s」は団体コードではありません。検査数字を含む6けたで書いてください。",
            code->text);
}

static void
check_version(const struct check *k, const struct yaml_node *root)
{
    const struct yaml_node *version = yaml_get(root, "schema_version");
    struct profile_place at = { NULL, "schema_version", 0 };
    int64_t v;

    if (int_of(version, &v) && v != 1)
        profile_error_add(k->errors, version, &at,
                          "読めるのは版1だけです（いまは%s）。", version->text);
}

/* Departments and organizations share one space of ids; one department leads. */
static void
check_bodies(const struct check *k, const struct yaml_node *root)
{
    const struct yaml_node *departments = yaml_get(root, "departments");
    const struct yaml_node *organizations = yaml_get(root, "organizations");
    struct profile_place list = { NULL, "organizations", 0 };
    struct profile_place leads = { NULL, "departments", 0 };
    size_t n = 0;

    for (size_t i = 0; i < items_of(organizations); i++) {
        const struct yaml_node *id = yaml_get(organizations->v[i], "id");
        struct profile_place item = { &list, NULL, i };
        struct profile_place at = { &item, "id", 0 };

        if (is_text(id) && map_has(&k->departments, id->text))
            profile_error_add(k->errors, id, &at, "「%s」は departments にもあります。",
                              id->text);
    }
    for (size_t i = 0; i < items_of(departments); i++) {
        const struct yaml_node *role = yaml_get(departments->v[i], "role");

        n += is_text(role) && !strcmp(role->text, "lead");
    }
    if (n != 1 && departments)
        profile_error_add(k->errors, departments, &leads,
                          "role: lead の部署をちょうど1つにしてください（いまは%zu）。",
                          n);
}

static void
check_delivery(const struct check *k,
               const struct profile_place *program,
               const struct yaml_node *list)
{
    struct profile_place where = { program, "delivery", 0 };

    for (size_t i = 0; i < items_of(list); i++) {
        struct profile_place item = { &where, NULL, i };
        struct profile_place at = { &item, "site_unit", 0 };
        const struct yaml_node *unit = yaml_get(list->v[i], "site_unit");

        if (unit && is_null(unit) && !is_null(yaml_get(list->v[i], "sites")))
            profile_error_add(k->errors, unit, &at,
                              "数えた単位（か所、拠点、圏域）を書いてください。");
    }
}

static bool
list_has(const struct yaml_node *list, const char *text)
{
    for (size_t i = 0; i < items_of(list); i++)
        if (text_same(list->v[i]->text, text))
            return true;
    return false;
}

static void
check_program(const struct check *k,
              const struct profile_place *item,
              const struct yaml_node *program)
{
    const struct yaml_node *numbers = yaml_get(program, "statutory_items");
    const struct yaml_node *often = yaml_get(program, "frequencies");
    struct profile_place at = { item, "statutory_items", 0 };
    struct profile_place times = { item, "frequencies", 0 };

    if (numbers && numbers->kind == YAML_IS_LIST && !numbers->n)
        profile_error_add(k->errors, numbers, &at,
                          "号を1つ以上書いてください（1から6）。");
    check_delivery(k, item, yaml_get(program, "delivery"));
    for (size_t i = 0; i < items_of(often); i++) {
        const struct yaml_node *task = yaml_get(often->v[i], "task");
        struct profile_place row = { &times, NULL, i };
        struct profile_place in = { &row, "task", 0 };

        if (is_text(task) && !list_has(yaml_get(program, "tasks"), task->text))
            profile_error_add(k->errors, task, &in,
                              "「%s」はこの事業の tasks にありません。", task->text);
    }
}

/* A member's ref names what its kind says: a section, a body, a staff role, or nothing. */
static void
check_member(const struct check *k,
             const struct profile_place *item,
             const struct yaml_node *member)
{
    const struct yaml_node *kind = yaml_get(member, "kind");
    const struct yaml_node *ref = yaml_get(member, "ref");
    struct profile_place at = { item, "ref", 0 };
    const struct map *names;

    if (!is_text(kind) || !is_text(ref))
        return;
    if (!strcmp(kind->text, "role"))
        names = &k->roles;
    else if (!strcmp(kind->text, "department"))
        names = &k->departments;
    else
        names = &k->bodies;
    if (!strcmp(kind->text, "class"))
        profile_error_add(k->errors, ref, &at,
                          "kind: class の構成員は ref を null にします。");
    else if (!map_has(names, ref->text))
        profile_error_add(k->errors, ref, &at, "「%s」という%sはありません。",
                          ref->text,
                          names == &k->roles ? "職（staff_roles）" : "部署・団体");
}

static void
check_meeting(const struct check *k,
              const struct profile_place *item,
              const struct yaml_node *meeting)
{
    const struct yaml_node *members = yaml_get(meeting, "members");
    const struct yaml_node *cadence = yaml_get(meeting, "cadence");
    const struct yaml_node *most = yaml_get(cadence, "per_year_max");
    struct profile_place list = { item, "members", 0 };
    struct profile_place at = { item, "cadence", 0 };
    int64_t min;
    int64_t max;

    for (size_t i = 0; i < items_of(members); i++) {
        struct profile_place row = { &list, NULL, i };

        check_member(k, &row, members->v[i]);
    }
    if (int_of(yaml_get(cadence, "per_year_min"), &min) && int_of(most, &max)
        && min > max)
        profile_error_add(k->errors, most, &at,
                          "per_year_max は per_year_min 以上にしてください。");
}

static void
check_kpi(const struct check *k,
          const struct profile_place *item,
          const struct yaml_node *kpi)
{
    const struct yaml_node *kind = yaml_get(kpi, "kind");
    const struct yaml_node *targets = yaml_get(kpi, "targets");
    struct profile_place list = { item, "targets", 0 };

    if (!is_text(kind) || strcmp(kind->text, "numeric") != 0)
        return;
    for (size_t i = 0; i < items_of(targets); i++) {
        const struct yaml_node *value = yaml_get(targets->v[i], "value");
        struct profile_place row = { &list, NULL, i };
        struct profile_place at = { &row, "value", 0 };

        if (is_text(value))
            profile_error_add(k->errors, value, &at,
                              "kind: numeric の目標は数で書いてください。");
    }
}

static void
check_self_evaluation(const struct check *k,
                      const struct profile_place *item,
                      const struct yaml_node *row)
{
    const struct yaml_node *number = yaml_get(row, "initiative");
    struct profile_place at = { item, "initiative", 0 };
    int64_t v;

    if (int_of(number, &v) && !map_has(&k->initiatives, number->text))
        profile_error_add(k->errors, number, &at, "取組%sは initiatives にありません。",
                          number->text);
}

/* A dated name belongs to a section, a body, a staff role or a meeting of the file. */
static void
check_dated_name(const struct check *k,
                 const struct profile_place *item,
                 const struct yaml_node *row)
{
    const struct yaml_node *ref = yaml_get(row, "ref");
    struct profile_place at = { item, "ref", 0 };

    if (is_text(ref) && !map_has(&k->bodies, ref->text)
        && !map_has(&k->roles, ref->text) && !map_has(&k->meetings, ref->text))
        profile_error_add(k->errors, ref, &at,
                          "「%s」は部署、団体、職、会議のどれでもありません。",
                          ref->text);
}

/* Giver and receiver are kinds of posts or bodies; the basis is read by who uses it. */
static void
check_referral_basis(const struct check *k,
                     const struct profile_place *item,
                     const struct yaml_node *row)
{
    static const char *const kinds[] = { "city",        "commissioned", "own",
                                         "public_body", "private",      NULL };
    static const char *const ends[] = { "giver", "receiver" };

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const struct yaml_node *kind = yaml_get(row, ends[i]);
        struct profile_place at = { item, ends[i], 0 };

        if (is_text(kind) && !key_word_value(kinds, kind->text))
            profile_error_add(k->errors, kind, &at,
                              "「%s」は使えません。使えるのは city、commissioned、own、"
                              "public_body、private です。",
                              kind->text);
    }
}

static void
check_rows(const struct check *k,
           const struct profile_place *up,
           const struct yaml_node *map,
           const char *key,
           void (*row)(const struct check *,
                       const struct profile_place *,
                       const struct yaml_node *))
{
    const struct yaml_node *list = yaml_get(map, key);
    struct profile_place at = { up, key, 0 };

    for (size_t i = 0; i < items_of(list); i++) {
        struct profile_place item = { &at, NULL, i };

        row(k, &item, list->v[i]);
    }
}

/* A word of one's own must stand for one that some screen has. */
static void
check_word(const struct check *k,
           const struct profile_place *item,
           const struct yaml_node *row)
{
    const struct yaml_node *key = yaml_get(row, "key");
    struct profile_place at = { item, "key", 0 };
    enum word w;

    if (is_text(key) && !word_find(key->text, &w))
        profile_error_add(k->errors, key, &at,
                          "「%s」という言葉は画面にありません。words/ja.words "
                          "にある名前を書いてください。",
                          key->text);
}

static void
check_period(const struct check *k, const struct yaml_node *root)
{
    const struct yaml_node *period = yaml_get(yaml_get(root, "plan"), "period");
    const struct yaml_node *start = yaml_get(period, "start");
    const struct yaml_node *end = yaml_get(period, "end");
    struct profile_place plan = { NULL, "plan", 0 };
    struct profile_place at = { &plan, "period", 0 };

    if (is_text(start) && is_text(end) && strcmp(start->text, end->text) > 0)
        profile_error_add(k->errors, end, &at, "終わりが始まりより前です。");
}

/* What goes beyond the schema of a profile. */
static void
check_profile(const struct check *k, const struct yaml_node *root)
{
    struct profile_place settings = { NULL, "settings", 0 };

    check_version(k, root);
    check_municipality(k, root);
    check_period(k, root);
    check_bodies(k, root);
    check_rows(k, NULL, root, "programs", check_program);
    check_rows(k, NULL, root, "meetings", check_meeting);
    check_rows(k, NULL, root, "kpis", check_kpi);
    check_rows(k, NULL, root, "self_evaluations", check_self_evaluation);
    check_rows(k, &settings, yaml_get(root, "settings"), "names", check_dated_name);
    check_rows(k, &settings, yaml_get(root, "settings"), "referral_bases",
               check_referral_basis);
    check_rows(k, &settings, yaml_get(root, "settings"), "words", check_word);
}

void
profile_check_map(const struct yaml_node *root,
                  const struct schema_map *map,
                  struct profile_errors *errors)
{
    struct check k = { .mem = errors->mem, .errors = errors };

    k.references = map == &profile_shape;
    if (k.references)
        collect_all(&k, root);
    check_map(&k, NULL, root, map);
    if (k.references)
        check_profile(&k, root);
}
