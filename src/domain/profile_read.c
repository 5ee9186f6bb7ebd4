#include "profile_read.h"

#include <assert.h>
#include <string.h>

#include "../base/map.h"
#include "../base/text.h"
#include "profile_check.h"
#include "profile_schema.h"

struct reader {
    struct arena *mem;
    struct profile_errors *errors;
};

static void read_map(const struct reader *r,
                     const struct profile_place *where,
                     const struct yaml_node *node,
                     const struct schema_map *shape,
                     char *to);

/* Says whether a key asks for more than the plan: a profile narrows, it never widens. */
static bool
grants(const char *key)
{
    static const char *const words[] = { "allow",  "widen",  "grant",   "grants",
                                         "permit", "allows", "permits", "extend",
                                         "may",    NULL };

    return key_word_value(words, key) != 0;
}

static void
refuse_key(const struct reader *r,
           const struct profile_place *where,
           const struct yaml_node *key)
{
    if (grants(key->text))
        profile_error_add(r->errors, key, where,
                          "「%s」は書けません。プロファイルは見せる範囲を狭める"
                          "（policy.narrow）ことだけができ、広げることはできません。",
                          key->text);
    else
        profile_error_add(r->errors, key, where,
                          "「%s」という項目はありません。つづりを確かめてください。",
                          key->text);
}

/* Returns the text of a scalar that must be text; NULL with an error noted otherwise. */
static const char *
read_text(const struct reader *r,
          const struct profile_place *where,
          const struct yaml_node *node)
{
    if (node->kind != YAML_IS_SCALAR || yaml_type_of(node) == YAML_OF_NULL) {
        profile_error_add(r->errors, node, where, "文字を書いてください。");
        return NULL;
    }
    if (yaml_type_of(node) != YAML_OF_TEXT) {
        profile_error_add(r->errors, node, where,
                          "文字なので引用符で囲んでください（\"%s\"）。", node->text);
        return NULL;
    }
    if (!*node->text || !text_same(node->text, text_line(r->mem, node->text))) {
        profile_error_add(r->errors, node, where,
                          "空の文字、前後の空白、改行、制御文字は使えません。");
        return NULL;
    }
    return node->text;
}

static bool
read_int(const struct reader *r,
         const struct profile_place *where,
         const struct yaml_node *node,
         int64_t *out)
{
    const int64_t max = 1000000000000;

    if (node->kind == YAML_IS_SCALAR && yaml_type_of(node) == YAML_OF_INT
        && text_int(node->text, -max, max, out))
        return true;
    profile_error_add(
        r->errors, node, where, "整数を、引用符なしで書いてください%s%s%s。",
        *node->text ? "（いまは「" : "", node->text, *node->text ? "」）" : "");
    return false;
}

/* Reads -?digits[.digits] with at most three decimals. */
static bool
decimal_of(const char *s, struct decimal *out)
{
    const char *dot = strchr(s, '.');
    char digits[24] = "";
    size_t whole = dot ? (size_t)(dot - s) : strlen(s);
    size_t part = dot ? strlen(dot + 1) : 0;
    int64_t v;

    if (whole > 13 || part > 3)
        return false;
    memcpy(digits, s, whole);
    memcpy(digits + whole, "000", 3);
    if (part)
        memcpy(digits + whole, dot + 1, part);
    if (!text_int(digits, INT64_MIN / 2, INT64_MAX / 2, &v))
        return false;
    *out = (struct decimal){ v, true };
    return true;
}

static void
read_decimal(const struct reader *r,
             const struct profile_place *where,
             const struct yaml_node *node,
             struct decimal *out)
{
    enum yaml_type type = yaml_type_of(node);

    if (node->kind == YAML_IS_SCALAR && (type == YAML_OF_INT || type == YAML_OF_REAL)
        && decimal_of(node->text, out))
        return;
    profile_error_add(r->errors, node, where,
                      "数で書いてください（小数は3けたまで）。");
}

static void
read_value(const struct reader *r,
           const struct profile_place *where,
           const struct yaml_node *node,
           struct plan_value *out)
{
    if (node->kind == YAML_IS_SCALAR && yaml_type_of(node) == YAML_OF_TEXT)
        out->text = read_text(r, where, node);
    else
        read_decimal(r, where, node, &out->number);
}

static bool
read_bool(const struct reader *r,
          const struct profile_place *where,
          const struct yaml_node *node,
          bool *out)
{
    *out = !strcasecmp(node->text, "true");
    if (node->kind == YAML_IS_SCALAR && yaml_type_of(node) == YAML_OF_BOOL)
        return true;
    profile_error_add(r->errors, node, where, "true か false で書いてください。");
    return false;
}

static int64_t
read_word(const struct reader *r,
          const struct profile_place *where,
          const struct yaml_node *node,
          const char *const *words)
{
    const char *text = read_text(r, where, node);
    struct buf all = buf_new(r->mem);
    int64_t v;

    if (!text)
        return 0;
    v = key_word_value(words, text);
    for (size_t i = 0; !v && words[i]; i++)
        buf_printf(&all, "%s%s", i ? "、" : "", words[i]);
    if (!v)
        profile_error_add(r->errors, node, where,
                          "「%s」は使えません。使えるのは %s です。", text,
                          buf_text(&all));
    return v;
}

static bool
is_list(const struct reader *r,
        const struct profile_place *where,
        const struct yaml_node *node)
{
    if (node->kind == YAML_IS_LIST)
        return true;
    profile_error_add(r->errors, node, where,
                      "一覧（[ ] または - の行）で書いてください。");
    return false;
}

static struct texts
read_texts(const struct reader *r,
           const struct profile_place *where,
           const struct yaml_node *node)
{
    const char **v;

    if (!is_list(r, where, node))
        return (struct texts){ NULL, 0 };
    v = ARENA_ARRAY(r->mem, node->n + 1, const char *);
    for (size_t i = 0; i < node->n; i++) {
        struct profile_place at = { where, NULL, i };

        v[i] = read_text(r, &at, node->v[i]);
    }
    return (struct texts){ v, node->n };
}

/* Reads a list of whole numbers, or of words when there are any. */
static struct ints
read_ints(const struct reader *r,
          const struct profile_place *where,
          const struct yaml_node *node,
          const char *const *words)
{
    int64_t *v;

    if (!is_list(r, where, node))
        return (struct ints){ NULL, 0 };
    v = ARENA_ARRAY(r->mem, node->n + 1, int64_t);
    for (size_t i = 0; i < node->n; i++) {
        struct profile_place at = { where, NULL, i };

        if (words)
            v[i] = read_word(r, &at, node->v[i], words);
        else if (!read_int(r, &at, node->v[i], &v[i]))
            v[i] = 0;
    }
    return (struct ints){ v, node->n };
}

static bool
is_map(const struct reader *r,
       const struct profile_place *where,
       const struct yaml_node *node)
{
    if (node->kind == YAML_IS_MAP)
        return true;
    profile_error_add(r->errors, node, where,
                      "項目名と値（名前: 値）で書いてください。");
    return false;
}

static struct pairs
read_pairs(const struct reader *r,
           const struct profile_place *where,
           const struct yaml_node *node)
{
    struct pair *v;
    struct map seen = { 0 };

    if (!is_map(r, where, node))
        return (struct pairs){ NULL, 0 };
    v = ARENA_ARRAY(r->mem, node->n / 2 + 1, struct pair);
    for (size_t i = 0; i < node->n / 2; i++) {
        struct profile_place at = { where, node->v[2 * i]->text, 0 };

        if (!map_add(r->mem, &seen, node->v[2 * i]->text, node))
            profile_error_add(r->errors, node->v[2 * i], &at,
                              "同じ項目が2つあります。");
        v[i].key = node->v[2 * i]->text;
        v[i].text = read_text(r, &at, node->v[2 * i + 1]);
    }
    return (struct pairs){ v, node->n / 2 };
}

static struct any_list
read_many(const struct reader *r,
          const struct profile_place *where,
          const struct yaml_node *node,
          const struct schema_map *shape)
{
    char *v;

    if (!is_list(r, where, node))
        return (struct any_list){ NULL, 0 };
    v = arena_array(r->mem, node->n + 1, shape->size);
    for (size_t i = 0; i < node->n; i++) {
        struct profile_place at = { where, NULL, i };

        read_map(r, &at, node->v[i], shape, v + i * shape->size);
    }
    return (struct any_list){ v, node->n };
}

static void
read_number(const struct reader *r,
            const struct profile_place *where,
            const struct yaml_node *node,
            const struct schema_key *key,
            char *to)
{
    struct maybe_int number = { 0, false };

    number.given = read_int(r, where, node, &number.v);
    if (key->kind == KEY_IS_INT)
        memcpy(to, &number.v, sizeof number.v);
    else
        memcpy(to, &number, sizeof number);
}

static void
read_flag(const struct reader *r,
          const struct profile_place *where,
          const struct yaml_node *node,
          const struct schema_key *key,
          char *to)
{
    bool flag = false;
    bool good = read_bool(r, where, node, &flag);
    enum tri tri = flag ? TRI_YES : TRI_NO;

    if (key->kind == KEY_IS_BOOL)
        memcpy(to, &flag, sizeof flag);
    else if (good)
        memcpy(to, &tri, sizeof tri);
}

/* Reads what is one cell of a table: texts, numbers, flags, words. */
static void
read_single(const struct reader *r,
            const struct profile_place *where,
            const struct yaml_node *node,
            const struct schema_key *key,
            char *to)
{
    struct decimal decimal = { 0, false };
    struct plan_value value = { { 0, false }, NULL };
    const char *text;
    unsigned word;

    if (key->kind == KEY_IS_TEXT) {
        text = read_text(r, where, node);
        memcpy(to, &text, sizeof text);
    } else if (key->kind == KEY_IS_WORD) {
        word = (unsigned)read_word(r, where, node, key->words);
        memcpy(to, &word, sizeof word);
    } else if (key->kind == KEY_IS_DECIMAL) {
        read_decimal(r, where, node, &decimal);
        memcpy(to, &decimal, sizeof decimal);
    } else if (key->kind == KEY_IS_VALUE) {
        read_value(r, where, node, &value);
        memcpy(to, &value, sizeof value);
    } else if (key->kind == KEY_IS_BOOL || key->kind == KEY_IS_TRI) {
        read_flag(r, where, node, key, to);
    } else {
        read_number(r, where, node, key, to);
    }
}

static void
read_maybe_one(const struct reader *r,
               const struct profile_place *where,
               const struct yaml_node *node,
               const struct schema_map *shape,
               char *to)
{
    char *one = arena_alloc(r->mem, shape->size);

    read_map(r, where, node, shape, one);
    memcpy(to, &one, sizeof one);
}

static void
read_key(const struct reader *r,
         const struct profile_place *where,
         const struct yaml_node *node,
         const struct schema_key *key,
         char *to)
{
    struct any_list many;
    struct texts texts;
    struct pairs pairs;
    struct ints ints;

    switch (key->kind) {
    case KEY_IS_TEXTS:
        texts = read_texts(r, where, node);
        memcpy(to, &texts, sizeof texts);
        break;
    case KEY_IS_INTS:
    case KEY_IS_WORDS:
        ints = read_ints(r, where, node, key->words);
        memcpy(to, &ints, sizeof ints);
        break;
    case KEY_IS_PAIRS:
        pairs = read_pairs(r, where, node);
        memcpy(to, &pairs, sizeof pairs);
        break;
    case KEY_IS_MANY:
        many = read_many(r, where, node, key->shape);
        memcpy(to, &many, sizeof many);
        break;
    case KEY_IS_ONE:
        read_map(r, where, node, key->shape, to);
        break;
    case KEY_IS_MAYBE_ONE:
        read_maybe_one(r, where, node, key->shape, to);
        break;
    case KEY_IS_TEXT:
    case KEY_IS_INT:
    case KEY_IS_MAYBE:
    case KEY_IS_DECIMAL:
    case KEY_IS_VALUE:
    case KEY_IS_BOOL:
    case KEY_IS_TRI:
    case KEY_IS_WORD:
        read_single(r, where, node, key, to);
        break;
    }
}

static const struct schema_key *
key_of(const struct schema_map *shape, const char *name)
{
    for (size_t i = 0; i < shape->n; i++)
        if (!strcmp(shape->keys[i].name, name))
            return &shape->keys[i];
    return NULL;
}

/* Says what a key is to hold where the plan says nothing; NULL: it must say. */
static const char *
silence(const struct schema_key *key)
{
    if (key->flags & KEY_NULL)
        return "null";
    return key->kind == KEY_IS_MANY || key->kind == KEY_IS_TEXTS ? "[]" : NULL;
}

static void
refuse_missing(const struct reader *r,
               const struct profile_place *where,
               const struct yaml_node *node,
               const struct schema_map *shape,
               uint64_t seen)
{
    for (size_t i = 0; i < shape->n; i++) {
        const struct schema_key *key = &shape->keys[i];

        if (seen >> i & 1 || key->flags & KEY_OPTIONAL)
            continue;
        if (silence(key))
            profile_error_add(
                r->errors, node, where,
                "「%s」がありません。計画に書かれていなければ %s と書いてください。",
                key->name, silence(key));
        else
            profile_error_add(r->errors, node, where, "「%s」がありません。",
                              key->name);
    }
}

static void
read_map(const struct reader *r,
         const struct profile_place *where,
         const struct yaml_node *node,
         const struct schema_map *shape,
         char *to)
{
    uint64_t seen = 0;

    assert(shape->n <= 64);
    if (!is_map(r, where, node))
        return;
    for (size_t i = 0; i < node->n; i += 2) {
        const struct yaml_node *name = node->v[i];
        const struct yaml_node *value = node->v[i + 1];
        const struct schema_key *key = key_of(shape, name->text);
        struct profile_place at = { where, name->text, 0 };

        if (!key) {
            refuse_key(r, where, name);
            continue;
        }
        if (seen >> (key - shape->keys) & 1)
            profile_error_add(r->errors, name, &at, "同じ項目が2つあります。");
        seen |= (uint64_t)1 << (key - shape->keys);
        if (value->kind == YAML_IS_SCALAR && yaml_type_of(value) == YAML_OF_NULL
            && key->flags & KEY_NULL)
            continue; /* the plan does not say: the member stays empty */
        read_key(r, &at, value, key, to + key->at);
    }
    refuse_missing(r, where, node, shape, seen);
}

bool
profile_read_map(struct ctx *c,
                 const char *file,
                 const char *bytes,
                 size_t n,
                 const struct schema_map *map,
                 struct profile_errors *errors,
                 void *out)
{
    struct reader r = { c->mem, errors };
    const struct yaml_node *root;

    profile_errors_begin(errors, c->mem, file);
    if (!yaml_read(c, file, bytes, n, &root)) {
        profile_error_whole(errors, c->err.text);
        return false;
    }
    read_map(&r, NULL, root, map, out);
    profile_check_map(root, map, errors);
    profile_errors_sort(errors);
    return !errors->n || refuse(c, ERR_INPUT, "%s", errors->v[0].text);
}

bool
profile_read_defaults(struct ctx *c,
                      const char *file,
                      const char *bytes,
                      size_t n,
                      struct profile_errors *errors,
                      const struct profile_settings **out)
{
    struct profile_settings *s = ARENA_NEW(c->mem, struct profile_settings);

    *out = s;
    return profile_read_map(c, file, bytes, n, &settings_shape, errors, s);
}

bool
profile_read(struct ctx *c,
             const char *file,
             const char *bytes,
             size_t n,
             struct profile_errors *errors,
             const struct profile **out)
{
    struct profile *p = ARENA_NEW(c->mem, struct profile);

    *out = p;
    return profile_read_map(c, file, bytes, n, &profile_shape, errors, p);
}
