#include "yaml.h"

#include <stdarg.h>
#include <string.h>

#include <yaml.h>

#include "auto.h"
#include "text.h"
#include "vec.h"

struct reader {
    struct ctx *c;
    const char *file;
    yaml_parser_t parser;
    struct yaml_node *open[YAML_DEPTH_MAX]; /* lists and maps around the next node */
    size_t depth;
    size_t nodes;
    struct yaml_node *root;
    bool ended; /* a document has been read */
};

bool
yaml_refuse(
    struct ctx *c, const char *file, const struct yaml_node *at, const char *fmt, ...)
{
    va_list ap;
    const char *text;

    va_start(ap, fmt);
    text = arena_vprintf(c->mem, fmt, ap);
    va_end(ap);
    return refuse(c, ERR_INPUT, "%s:%d:%d: %s", file, at->line, at->col, text);
}

static bool
refuse_mark(struct reader *r, yaml_mark_t mark, const char *text)
{
    struct yaml_node at = { .line = (int)mark.line + 1, .col = (int)mark.column + 1 };

    return yaml_refuse(r->c, r->file, &at, "%s", text);
}

/* Tells of the parser's own complaint, in its English words. */
static bool
refuse_parser(struct reader *r)
{
    const yaml_parser_t *p = &r->parser;
    yaml_mark_t mark = p->problem_mark;
    const char *problem = p->problem ? p->problem : "no memory";

    if (p->error == YAML_READER_ERROR)
        mark = p->mark;
    return refuse_mark(
        r, mark, arena_printf(r->c->mem, "YAMLとして読めません（%s）。", problem));
}

/* Puts the node where it belongs: at the root, or into the innermost list or map. */
static bool
place(struct reader *r, const yaml_event_t *event, struct yaml_node *node)
{
    struct yaml_node *up = r->depth ? r->open[r->depth - 1] : NULL;

    if (++r->nodes > YAML_NODES_MAX)
        return refuse_mark(r, event->start_mark, "項目が多すぎます。");
    if (up && up->kind == YAML_IS_MAP && up->n % 2 == 0 && node->kind != YAML_IS_SCALAR)
        return refuse_mark(r, event->start_mark, "項目名は1行の文字で書いてください。");
    if (up)
        *VEC_PUSH(r->c->mem, up) = node;
    else
        r->root = node;
    return true;
}

static struct yaml_node *
node_new(struct reader *r, const yaml_event_t *event, enum yaml_kind kind)
{
    struct yaml_node *node = ARENA_NEW(r->c->mem, struct yaml_node);

    node->kind = kind;
    node->line = (int)event->start_mark.line + 1;
    node->col = (int)event->start_mark.column + 1;
    node->text = "";
    return node;
}

static bool
begin(struct reader *r, const yaml_event_t *event, enum yaml_kind kind, bool marked)
{
    struct yaml_node *node = node_new(r, event, kind);

    if (marked)
        return refuse_mark(r, event->start_mark,
                           "アンカー（&）とタグ（!）は使えません。");
    if (r->depth == YAML_DEPTH_MAX)
        return refuse_mark(r, event->start_mark, "入れ子が深すぎます。");
    if (!place(r, event, node))
        return false;
    r->open[r->depth++] = node;
    return true;
}

static bool
scalar(struct reader *r, const yaml_event_t *event)
{
    struct yaml_node *node = node_new(r, event, YAML_IS_SCALAR);
    const char *text = (const char *)event->data.scalar.value;
    size_t n = event->data.scalar.length;
    yaml_scalar_style_t style = event->data.scalar.style;

    if (event->data.scalar.anchor || event->data.scalar.tag)
        return refuse_mark(r, event->start_mark,
                           "アンカー（&）とタグ（!）は使えません。");
    if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE
        || event->start_mark.line != event->end_mark.line)
        return refuse_mark(r, event->start_mark, "文は1行で書いてください。");
    if (memchr(text, '\0', n))
        return refuse_mark(r, event->start_mark, "文字に NUL は使えません。");
    node->quoted = style != YAML_PLAIN_SCALAR_STYLE;
    node->text = arena_copy(r->c->mem, text, n);
    return place(r, event, node);
}

static bool
take(struct reader *r, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return scalar(r, event);
    case YAML_SEQUENCE_START_EVENT:
        return begin(r, event, YAML_IS_LIST,
                     event->data.sequence_start.anchor
                         || event->data.sequence_start.tag);
    case YAML_MAPPING_START_EVENT:
        return begin(r, event, YAML_IS_MAP,
                     event->data.mapping_start.anchor || event->data.mapping_start.tag);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        r->depth--;
        return true;
    case YAML_ALIAS_EVENT:
        return refuse_mark(r, event->start_mark, "参照（*）は使えません。");
    case YAML_DOCUMENT_START_EVENT:
        if (r->ended)
            return refuse_mark(r, event->start_mark,
                               "1つのファイルに文書は1つだけです。");
        return true;
    case YAML_DOCUMENT_END_EVENT:
        r->ended = true;
        return true;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
        return true;
    }
    return true;
}

static bool
read_events(struct reader *r)
{
    yaml_event_t event;
    bool more = true;
    bool good = true;

    while (good && more) {
        if (!yaml_parser_parse(&r->parser, &event))
            return refuse_parser(r);
        good = take(r, &event);
        more = event.type != YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    return good;
}

bool
yaml_read(struct ctx *c,
          const char *file,
          const char *bytes,
          size_t n,
          const struct yaml_node **out)
{
    struct reader r = { .c = c, .file = file };
    bool good;

    if (n > YAML_BYTES_MAX)
        return refuse(c, ERR_INPUT, "%s:1:1: ファイルが大きすぎます（2MiBまで）。",
                      file);
    if (!text_valid(bytes, n))
        return refuse(c, ERR_INPUT, "%s:1:1: UTF-8 で保存してください。", file);
    if (!yaml_parser_initialize(&r.parser))
        return refuse(c, ERR_OUTSIDE, "no memory for the YAML parser");
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)bytes, n);
    good = read_events(&r);
    yaml_parser_delete(&r.parser);
    if (good && !r.root)
        return refuse(c, ERR_INPUT, "%s:1:1: 中身がありません。", file);
    *out = r.root;
    return good;
}

const struct yaml_node *
yaml_get(const struct yaml_node *map, const char *key)
{
    if (!map || map->kind != YAML_IS_MAP)
        return NULL;
    for (size_t i = 0; i + 1 < map->n; i += 2)
        if (text_same(map->v[i]->text, key))
            return map->v[i + 1];
    return NULL;
}

static bool
one_of(const char *s, const char *const *words)
{
    for (; *words; words++)
        if (!strcasecmp(s, *words))
            return true;
    return false;
}

/* Reads -?digits; says through real whether a decimal part follows. */
static bool
is_number(const char *s, bool *real)
{
    const char *digits = "0123456789";
    size_t n;

    *real = false;
    if (*s == '-')
        s++;
    n = strspn(s, digits);
    if (n == 0 || (n > 1 && *s == '0'))
        return false;
    s += n;
    if (*s != '.')
        return !*s;
    *real = true;
    n = strspn(++s, digits);
    return n > 0 && !s[n];
}

enum yaml_type
yaml_type_of(const struct yaml_node *node)
{
    static const char *const nothing[] = { "", "~", "null", NULL };
    static const char *const truth[] = { "true", "false", NULL };
    static const char *const unsure[] = { "y", "n", "yes", "no", "on", "off", NULL };
    const char *s = node->text;
    bool real;

    if (node->quoted)
        return YAML_OF_TEXT;
    if (one_of(s, nothing))
        return YAML_OF_NULL;
    if (one_of(s, truth))
        return YAML_OF_BOOL;
    if (is_number(s, &real))
        return real ? YAML_OF_REAL : YAML_OF_INT;
    if (one_of(s, unsure))
        return YAML_OF_UNSURE;
    if (strspn(s, "+-.0123456789") && !s[strspn(s, "+-.:_0123456789abcdefxABCDEFXo")])
        return YAML_OF_UNSURE;
    return YAML_OF_TEXT;
}
