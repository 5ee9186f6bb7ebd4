#include "layout.h"

#include "../base/text.h"
#include "../base/yaml.h"
#include "gen/assets.h"

#include <string.h>

static const char *const KINDS[PAPER_KIND_N] = {
    "heading", "text",  "fields", "table", "ticks",   "stamps",
    "sign",    "lines", "cut",    "break", "picture",
};

static const char *const OF_PAPER[] = { "title", "form",   "below",
                                        "law",   "secret", "blocks" };
static const char *const OF_BLOCK[] = {
    "kind",  "text", "label", "value",  "rows", "empty",  "group", "columns",
    "lines", "box",  "small", "mincho", "when", "unless", "cells"
};
static const char *const OF_CELL[] = { "label", "value", "code", "width", "text" };

struct pouring {
    struct ctx *c;
    const char *file;
    const struct paper_view *v;
    struct paper_doc *out;
};

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const char *
find(const struct paper_value_list *list, const char *name, size_t n)
{
    for (size_t i = list->n; i-- > 0;)
        if (strncmp(list->v[i].name, name, n) == 0 && !list->v[i].name[n])
            return list->v[i].text;
    return "";
}

static const char *
value(const struct pouring *p, const char *name)
{
    return find(&p->v->values, name, strlen(name));
}

static const struct paper_rows *
rows(const struct pouring *p, const char *name)
{
    for (size_t i = 0; i < p->v->tables.n; i++)
        if (strcmp(p->v->tables.v[i].name, name) == 0)
            return &p->v->tables.v[i];
    return NULL;
}

static const struct picture *
drawing(const struct pouring *p, const char *name)
{
    for (size_t i = 0; i < p->v->drawings.n; i++)
        if (strcmp(p->v->drawings.v[i].name, name) == 0)
            return &p->v->drawings.v[i].picture;
    return NULL;
}

static bool
ticked(const struct pouring *p, const char *group, const char *code)
{
    for (size_t i = 0; i < p->v->ticks.n; i++)
        if (strcmp(p->v->ticks.v[i].name, group) == 0
            && strcmp(p->v->ticks.v[i].text, code) == 0)
            return true;
    return false;
}

/* Every key must be one that the layout knows. */
static bool
keys_known(const struct pouring *p,
           const struct yaml_node *map,
           const char *const *keys,
           size_t n)
{
    if (map->kind != YAML_IS_MAP)
        return yaml_refuse(p->c, p->file, map, "名前と値の組にしてください。");
    for (size_t i = 0; i < map->n; i += 2) {
        size_t k = 0;

        while (k < n && strcmp(keys[k], map->v[i]->text) != 0)
            k++;
        if (k == n)
            return yaml_refuse(p->c, p->file, map->v[i],
                               "「%s」という項目はありません。", map->v[i]->text);
    }
    return true;
}

static const char *
get(const struct yaml_node *map, const char *key)
{
    const struct yaml_node *n = yaml_get(map, key);

    return n ? n->text : "";
}

/* Reads a whole number within its limits; absent is the other one. */
static bool
get_number(const struct pouring *p,
           const struct yaml_node *map,
           const char *key,
           uint32_t max,
           uint32_t otherwise,
           uint32_t *out)
{
    const struct yaml_node *n = yaml_get(map, key);
    int64_t v;

    *out = otherwise;
    if (!n)
        return true;
    if (!text_int(n->text, 1, max, &v))
        return yaml_refuse(p->c, p->file, n, "1～%uの数にしてください。", max);
    *out = (uint32_t)v;
    return true;
}

/* Puts values into a text: "{town} 支援経過". */
static const char *
filled(const struct pouring *p, const char *text)
{
    struct buf b = buf_new(p->c->mem);

    for (const char *end; *text; text = end) {
        const size_t n = strcspn(text, "{");

        buf_add(&b, text, n);
        end = text + n;
        if (*end && strchr(end, '}')) {
            const size_t name = strcspn(end, "}");

            buf_str(&b, find(&p->v->values, end + 1, name - 1));
            end += name + 1;
        } else if (*end) {
            buf_char(&b, *end++);
        }
    }
    return buf_text(&b);
}

static bool
is_there(const struct pouring *p, const char *name)
{
    const struct paper_rows *r = rows(p, name);

    return *value(p, name) || (r && r->n) || drawing(p, name);
}

static bool
wanted(const struct pouring *p, const struct yaml_node *block)
{
    const char *when = get(block, "when");
    const char *unless = get(block, "unless");

    return (!*when || is_there(p, when)) && (!*unless || !is_there(p, unless));
}

/* Adds the cells that the layout names, with what the view has for them. */
static bool
add_cells(struct pouring *p,
          const struct yaml_node *block,
          const struct yaml_node *cells,
          struct paper_block *b)
{
    for (size_t i = 0; cells && i < cells->n; i++) {
        const struct yaml_node *at = cells->v[i];
        struct paper_cell *cell;

        if (!keys_known(p, at, OF_CELL, COUNT(OF_CELL)))
            return false;
        cell = paper_cell(p->c->mem, b, filled(p, get(at, "label")),
                          *get(at, "value") ? value(p, get(at, "value"))
                                            : filled(p, get(at, "text")));
        if (!get_number(p, at, "width", 100, 1, &cell->width))
            return false;
        if (ticked(p, get(block, "group"), get(at, "code")))
            cell->flags |= PAPER_TICKED;
    }
    return true;
}

static void
add_rows(struct pouring *p,
         const struct yaml_node *block,
         const struct yaml_node *cells,
         struct paper_block *b)
{
    const struct paper_rows *r = rows(p, get(block, "rows"));

    for (size_t i = 0; r && i < r->n; i++)
        for (size_t k = 0; k < cells->n; k++) {
            const char *name = get(cells->v[k], "value");

            paper_cell(p->c->mem, b, "", find(&r->v[i].values, name, strlen(name)));
        }
}

/* The boxes of approval as the records have them: a label and what stands in each. */
static void
add_boxes(struct pouring *p, const struct yaml_node *block, struct paper_block *b)
{
    const struct paper_rows *r = rows(p, get(block, "rows"));

    for (size_t i = 0; r && i < r->n; i++)
        paper_cell(p->c->mem, b, find(&r->v[i].values, "label", strlen("label")),
                   find(&r->v[i].values, "stamp", strlen("stamp")));
}

static bool
find_kind(const struct pouring *p, const struct yaml_node *block, enum paper_kind *out)
{
    const char *name = get(block, "kind");

    for (size_t i = 0; i < PAPER_KIND_N; i++)
        if (strcmp(KINDS[i], name) == 0) {
            *out = (enum paper_kind)i;
            return true;
        }
    return yaml_refuse(p->c, p->file, block, "「%s」という種類はありません。", name);
}

static uint32_t
flags_of(const struct yaml_node *block)
{
    return (strcmp(get(block, "box"), "true") == 0 ? PAPER_BOX : 0)
           | (strcmp(get(block, "small"), "true") == 0 ? PAPER_SMALL : 0)
           | (strcmp(get(block, "mincho"), "true") == 0 ? PAPER_MINCHO : 0);
}

/* A block as the layout has it, without its cells. */
static bool
read_block(struct pouring *p, const struct yaml_node *at, struct paper_block **out)
{
    enum paper_kind kind = PAPER_KIND_N;
    uint32_t n;
    struct paper_block *b;

    if (!keys_known(p, at, OF_BLOCK, COUNT(OF_BLOCK)) || !find_kind(p, at, &kind)
        || !get_number(p, at, *get(at, "columns") ? "columns" : "lines", 300, 2, &n))
        return false;
    *out = NULL;
    if (!wanted(p, at))
        return true;
    b = paper_add(p->c->mem, p->out, kind);
    b->label = filled(p, get(at, "label"));
    b->text =
        *get(at, "value") ? value(p, get(at, "value")) : filled(p, get(at, "text"));
    b->n = n;
    b->flags = flags_of(at);
    *out = b;
    return true;
}

static bool
pour_block(struct pouring *p, const struct yaml_node *at)
{
    const struct yaml_node *cells = yaml_get(at, "cells");
    struct paper_block *b;
    const struct picture *picture;

    if (cells && cells->kind != YAML_IS_LIST)
        return yaml_refuse(p->c, p->file, cells, "「cells」は並びにしてください。");
    if (!read_block(p, at, &b))
        return false;
    if (!b)
        return true;
    if (!add_cells(p, at, cells, b))
        return false;
    if (b->kind == PAPER_STAMPS)
        add_boxes(p, at, b);
    if (b->kind == PAPER_TABLE) {
        if (!cells || !cells->n || cells->n > 20)
            return yaml_refuse(p->c, p->file, at, "表の列は1～20にしてください。");
        b->n = (uint32_t)cells->n;
        b->text = get(at, "empty");
        add_rows(p, at, cells, b);
    }
    if (b->kind == PAPER_PICTURE) {
        picture = drawing(p, get(at, "value"));
        if (picture)
            b->picture = *picture;
        else
            p->out->blocks.n--;
    }
    return true;
}

static const char *
side_of(const struct pouring *p)
{
    struct buf b = buf_new(p->c->mem);

    if (p->v->number)
        buf_printf(&b, "ケース番号　%s", p->v->number);
    if (p->v->copy)
        buf_printf(&b, "%s%s", b.n ? "\n" : "", p->v->copy);
    return buf_text(&b);
}

bool
layout_pour(struct ctx *c,
            const char *file,
            const char *yaml,
            const struct paper_view *v,
            const struct layout_print *print,
            struct paper_doc *out)
{
    struct pouring p = { .c = c, .file = file, .v = v, .out = out };
    const struct yaml_node *root;
    const struct yaml_node *blocks;

    if (!yaml_read(c, file, yaml, strlen(yaml), &root)
        || !keys_known(&p, root, OF_PAPER, COUNT(OF_PAPER)))
        return false;
    *out = (struct paper_doc){
        .form = get(root, "form"),
        .title = filled(&p, get(root, "title")),
        .below = filled(&p, get(root, "below")),
        .side = side_of(&p),
        .law = filled(&p, get(root, "law")),
        .foot = print->foot,
        .mark = v->mark        ? v->mark
                : v->watermark ? print->mark
                               : "",
        .made = print->made,
        .secret = strcmp(get(root, "secret"), "true") == 0,
    };
    blocks = yaml_get(root, "blocks");
    if (!blocks || blocks->kind != YAML_IS_LIST)
        return yaml_refuse(c, file, root, "「blocks」がありません。");
    for (size_t i = 0; i < blocks->n; i++)
        if (!pour_block(&p, blocks->v[i]))
            return false;
    return true;
}

bool
layout_fill(struct ctx *c,
            const char *name,
            const struct paper_view *v,
            const struct layout_print *print,
            struct paper_doc *out)
{
    const char *file = arena_printf(c->mem, "papers/%s.yaml", name);
    const struct asset *a = asset_find(file);

    if (!a)
        return refuse(c, ERR_BUG, "no paper %s", name);
    if (layout_pour(c, file, arena_copy(c->mem, a->bytes, a->n), v, print, out))
        return true;
    forgive(c); /* a mistake in our own file is nothing that who prints could mend */
    return refuse(c, ERR_BUG, "%s is wrong", file);
}
