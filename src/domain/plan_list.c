#include "plan_list.h"

#include <inttypes.h>
#include <string.h>

#include "../base/text.h"
#include "plan.h"
#include "profile_schema.h"

static void
add_columns(struct table *t, const struct schema_map *map, const char *before)
{
    for (size_t i = 0; i < map->n; i++) {
        const char *name = arena_printf(t->mem, "%s%s", before, map->keys[i].name);

        if (map->keys[i].kind == KEY_IS_ONE)
            add_columns(t, map->keys[i].shape, arena_printf(t->mem, "%s.", name));
        else
            table_add_column(t, name, name);
    }
}

static struct cell
number_cell(const struct schema_key *key, const char *at)
{
    struct maybe_int v = { 0, true };

    if (key->kind == KEY_IS_INT)
        memcpy(&v.v, at, sizeof v.v);
    else
        memcpy(&v, at, sizeof v);
    return cell_of_maybe(v, NULL);
}

static struct cell
flag_cell(const struct schema_key *key, const char *at)
{
    enum tri tri;

    if (key->kind == KEY_IS_BOOL)
        return cell_of_text(*at ? "true" : "false");
    memcpy(&tri, at, sizeof tri);
    return cell_of_text(tri == TRI_NONE ? NULL : tri == TRI_YES ? "true" : "false");
}

static struct cell
ints_cell(struct arena *mem, const struct schema_key *key, const char *at)
{
    struct buf b = buf_new(mem);
    struct ints list;

    memcpy(&list, at, sizeof list);
    for (size_t i = 0; i < list.n; i++) {
        buf_str(&b, i ? "・" : "");
        if (key->words)
            buf_str(&b, key_word(key->words, list.v[i]));
        else
            buf_int(&b, list.v[i]);
    }
    return cell_of_text(list.n ? buf_text(&b) : NULL);
}

static struct cell
word_cell(const struct schema_key *key, const char *at)
{
    unsigned v;

    memcpy(&v, at, sizeof v);
    return cell_of_text(v ? key_word(key->words, v) : NULL);
}

static struct cell
text_cell(const char *at)
{
    const char *text;

    memcpy(&text, at, sizeof text);
    return cell_of_text(text);
}

static struct cell
value_cell(const struct schema_key *key, const char *at)
{
    struct plan_value v = { { 0, false }, NULL };

    if (key->kind == KEY_IS_VALUE)
        memcpy(&v, at, sizeof v);
    else
        memcpy(&v.number, at, sizeof v.number);
    return v.text ? cell_of_text(v.text) : cell_of_decimal(v.number, NULL);
}

static struct cell
list_cell(const char *at)
{
    struct any_list list;

    memcpy(&list, at, sizeof list);
    return cell_of_int((int64_t)list.n);
}

static struct cell
cell_of_key(struct arena *mem, const struct schema_key *key, const char *at)
{
    struct texts texts;

    switch (key->kind) {
    case KEY_IS_TEXT:
        return text_cell(at);
    case KEY_IS_TEXTS:
        memcpy(&texts, at, sizeof texts);
        return cell_of_text(plan_texts(mem, &texts));
    case KEY_IS_INT:
    case KEY_IS_MAYBE:
        return number_cell(key, at);
    case KEY_IS_INTS:
    case KEY_IS_WORDS:
        return ints_cell(mem, key, at);
    case KEY_IS_DECIMAL:
    case KEY_IS_VALUE:
        return value_cell(key, at);
    case KEY_IS_BOOL:
    case KEY_IS_TRI:
        return flag_cell(key, at);
    case KEY_IS_WORD:
        return word_cell(key, at);
    case KEY_IS_PAIRS:
    case KEY_IS_MANY:
    case KEY_IS_ONE:
    case KEY_IS_MAYBE_ONE:
        break;
    }
    return list_cell(at);
}

/* Fills the cells of a map and returns the one behind the last. */
static struct cell *
fill(struct table *t, const struct schema_map *map, const char *at, struct cell *cell)
{
    for (size_t i = 0; i < map->n; i++) {
        const struct schema_key *key = &map->keys[i];

        if (key->kind == KEY_IS_ONE)
            cell = fill(t, key->shape, at + key->at, cell);
        else
            *cell++ = cell_of_key(t->mem, key, at + key->at);
    }
    return cell;
}

bool
plan_list(struct arena *mem,
          const struct profile *p,
          const char *name,
          struct table *out)
{
    for (size_t i = 0; i < profile_shape.n; i++) {
        const struct schema_key *key = &profile_shape.keys[i];
        struct any_list list;

        if (key->kind != KEY_IS_MANY || !text_same(key->name, name))
            continue;
        memcpy(&list, (const char *)p + key->at, sizeof list);
        *out = table_new(mem, key->name, key->name);
        add_columns(out, key->shape, "");
        for (size_t j = 0; j < list.n; j++)
            (void)fill(out, key->shape, (const char *)list.v + j * key->shape->size,
                       table_add_row(out));
        return true;
    }
    return false;
}
