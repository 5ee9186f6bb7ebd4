#include "profile_json.h"

#include <inttypes.h>
#include <string.h>

#include "../base/esc.h"
#include "profile_schema.h"

static void
write_map(struct buf *out, const struct schema_map *shape, const char *at, int deep);

const char *
decimal_text(struct arena *mem, struct decimal d)
{
    int64_t whole = d.milli < 0 ? -d.milli : d.milli;
    char *s;
    size_t n;

    if (!d.given)
        return "";
    s = arena_printf(mem, "%s%" PRId64 ".%03" PRId64, d.milli < 0 ? "-" : "",
                     whole / 1000, whole % 1000);
    n = strlen(s);
    while (s[n - 1] == '0')
        s[--n] = '\0';
    if (s[n - 1] == '.')
        s[--n] = '\0';
    return s;
}

static void
new_line(struct buf *out, int deep)
{
    buf_char(out, '\n');
    while (deep-- > 0)
        buf_lit(out, "  ");
}

static void
write_decimal(struct buf *out, struct decimal d)
{
    buf_str(out, d.given ? decimal_text(out->mem, d) : "null");
}

static void
write_texts(struct buf *out, const char *at)
{
    struct texts list;

    memcpy(&list, at, sizeof list);
    buf_char(out, '[');
    for (size_t i = 0; i < list.n; i++) {
        buf_str(out, i ? ", " : "");
        esc_json(out, list.v[i]);
    }
    buf_char(out, ']');
}

static void
write_ints(struct buf *out, const struct schema_key *key, const char *at)
{
    struct ints list;

    memcpy(&list, at, sizeof list);
    buf_char(out, '[');
    for (size_t i = 0; i < list.n; i++) {
        buf_str(out, i ? ", " : "");
        if (key->words)
            esc_json(out, key_word(key->words, list.v[i]));
        else
            buf_int(out, list.v[i]);
    }
    buf_char(out, ']');
}

static void
write_pairs(struct buf *out, const char *at, int deep)
{
    struct pairs list;

    memcpy(&list, at, sizeof list);
    buf_char(out, '{');
    for (size_t i = 0; i < list.n; i++) {
        buf_str(out, i ? "," : "");
        new_line(out, deep + 1);
        esc_json(out, list.v[i].key);
        buf_lit(out, ": ");
        esc_json(out, list.v[i].text);
    }
    new_line(out, deep);
    buf_char(out, '}');
}

static void
write_many(struct buf *out, const struct schema_map *shape, const char *at, int deep)
{
    struct any_list list;

    memcpy(&list, at, sizeof list);
    buf_char(out, '[');
    for (size_t i = 0; i < list.n; i++) {
        buf_str(out, i ? "," : "");
        new_line(out, deep + 1);
        write_map(out, shape, (const char *)list.v + i * shape->size, deep + 1);
    }
    if (list.n)
        new_line(out, deep);
    buf_char(out, ']');
}

static void
write_number(struct buf *out, const struct schema_key *key, const char *at)
{
    struct maybe_int number = { 0, true };

    if (key->kind == KEY_IS_INT)
        memcpy(&number.v, at, sizeof number.v);
    else
        memcpy(&number, at, sizeof number);
    if (number.given)
        buf_int(out, number.v);
    else
        buf_lit(out, "null");
}

static void
write_flag(struct buf *out, const struct schema_key *key, const char *at)
{
    enum tri tri = TRI_NONE;

    if (key->kind == KEY_IS_BOOL)
        tri = *at ? TRI_YES : TRI_NO;
    else
        memcpy(&tri, at, sizeof tri);
    buf_str(out, tri == TRI_NONE ? "null" : tri == TRI_YES ? "true" : "false");
}

static void
write_word(struct buf *out, const struct schema_key *key, const char *at)
{
    unsigned value;

    memcpy(&value, at, sizeof value);
    esc_json(out, value ? key_word(key->words, value) : NULL);
}

static void
write_value(struct buf *out, const char *at)
{
    struct plan_value value;

    memcpy(&value, at, sizeof value);
    if (value.text)
        esc_json(out, value.text);
    else
        write_decimal(out, value.number);
}

static void
write_text(struct buf *out, const char *at)
{
    const char *text;

    memcpy(&text, at, sizeof text);
    esc_json(out, text);
}

static void
write_maybe_one(struct buf *out,
                const struct schema_map *shape,
                const char *at,
                int deep)
{
    const char *one;

    memcpy(&one, at, sizeof one);
    write_map(out, shape, one, deep);
}

static void
write_key(struct buf *out, const struct schema_key *key, const char *at, int deep)
{
    struct decimal decimal;

    switch (key->kind) {
    case KEY_IS_TEXT:
        write_text(out, at);
        break;
    case KEY_IS_TEXTS:
        write_texts(out, at);
        break;
    case KEY_IS_INT:
    case KEY_IS_MAYBE:
        write_number(out, key, at);
        break;
    case KEY_IS_INTS:
    case KEY_IS_WORDS:
        write_ints(out, key, at);
        break;
    case KEY_IS_DECIMAL:
        memcpy(&decimal, at, sizeof decimal);
        write_decimal(out, decimal);
        break;
    case KEY_IS_VALUE:
        write_value(out, at);
        break;
    case KEY_IS_BOOL:
    case KEY_IS_TRI:
        write_flag(out, key, at);
        break;
    case KEY_IS_WORD:
        write_word(out, key, at);
        break;
    case KEY_IS_PAIRS:
        write_pairs(out, at, deep);
        break;
    case KEY_IS_ONE:
        write_map(out, key->shape, at, deep);
        break;
    case KEY_IS_MAYBE_ONE:
        write_maybe_one(out, key->shape, at, deep);
        break;
    case KEY_IS_MANY:
        write_many(out, key->shape, at, deep);
        break;
    }
}

/* Says whether the file had the key: an optional one leaves a NULL behind when not. */
static bool
present(const struct schema_key *key, const char *at)
{
    const void *first;

    memcpy(&first, at, sizeof first);
    return !(key->flags & KEY_OPTIONAL) || first;
}

static void
write_map(struct buf *out, const struct schema_map *shape, const char *at, int deep)
{
    bool any = false;

    buf_char(out, '{');
    for (size_t i = 0; i < shape->n; i++) {
        const struct schema_key *key = &shape->keys[i];

        if (key->flags & KEY_OPTIONAL && !present(key, at + key->at))
            continue;
        buf_str(out, any ? "," : "");
        any = true;
        new_line(out, deep + 1);
        esc_json(out, key->name);
        buf_lit(out, ": ");
        write_key(out, key, at + key->at, deep + 1);
    }
    if (any)
        new_line(out, deep);
    buf_char(out, '}');
}

void
profile_json(struct buf *out, const struct profile *p)
{
    write_map(out, &profile_shape, (const char *)p, 0);
    buf_char(out, '\n');
}
