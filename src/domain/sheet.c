#include "sheet.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../base/yaml.h"
#include "gen/assets.h"

#include <string.h>

const char *const sheet_codes[] = { "basic", "living", "household", "issues" };
const size_t sheet_codes_n = sizeof sheet_codes / sizeof *sheet_codes;

#define COUNT(list) (sizeof(list) / sizeof *(list))

static const char *const KINDS[SHEET_KIND_N] = { "text",   "line",    "number",
                                                 "money",  "month",   "flag",
                                                 "choice", "choices", "copy" };
static const char *const OF_SHEET[] = { "title", "number", "source", "sections" };
static const char *const OF_SECTION[] = { "title", "note", "per", "fields" };
static const char *const OF_FIELD[] = { "key",     "label",    "hint",    "kind",
                                        "item",    "list",     "copy",    "origin",
                                        "options", "required", "strength" };
static const char *const ITEMS[] = { "identity", "contact", "coordination",
                                     "safety",   "welfare", "health",
                                     "abuse",    "money",   "opinion" };

struct reading {
    struct ctx *c;
    const char *file;
    struct sheet *out;
    size_t n; /* fields so far */
};

static bool
known(const char *const *list, size_t n, const char *word, size_t *at)
{
    for (size_t i = 0; i < n; i++)
        if (strcmp(list[i], word) == 0) {
            if (at)
                *at = i;
            return true;
        }
    return false;
}

static bool
keys_known(const struct reading *r,
           const struct yaml_node *map,
           const char *const *keys,
           size_t n)
{
    if (map->kind != YAML_IS_MAP)
        return yaml_refuse(r->c, r->file, map, "名前と値の組にしてください。");
    for (size_t i = 0; i < map->n; i += 2)
        if (!known(keys, n, map->v[i]->text, NULL))
            return yaml_refuse(r->c, r->file, map->v[i],
                               "「%s」という項目はありません。", map->v[i]->text);
    return true;
}

static const char *
get(const struct yaml_node *map, const char *key)
{
    const struct yaml_node *n = yaml_get(map, key);

    return n ? n->text : "";
}

static bool
is_true(const struct yaml_node *map, const char *key)
{
    return strcmp(get(map, key), "true") == 0;
}

static bool
key_good(const char *key)
{
    const size_t n = strlen(key);

    return n && n <= SHEET_KEY_MAX
           && strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789_") == n;
}

static bool
read_options(struct reading *r, const struct yaml_node *at, struct sheet_field *f)
{
    const struct yaml_node *list = yaml_get(at, "options");

    for (size_t i = 0; list && i < list->n; i++) {
        const struct sheet_option o = { get(list->v[i], "code"),
                                        get(list->v[i], "label") };

        if (!key_good(o.code) || !*o.label)
            return yaml_refuse(r->c, r->file, list->v[i],
                               "選択肢には code と label が要ります。");
        *VEC_PUSH(r->c->mem, &f->options) = o;
    }
    if ((f->kind == SHEET_CHOICE || f->kind == SHEET_CHOICES)
        && !f->options.n == !*f->list)
        return yaml_refuse(r->c, r->file, at,
                           "選ぶ項目には options か list のどちらかが要ります。");
    return true;
}

/* Every key is of one field only, in whichever section it stands. */
static bool
key_free(const struct reading *r, const char *key)
{
    for (size_t s = 0; s < r->out->sections.n; s++)
        for (size_t i = 0; i < r->out->sections.v[s].fields.n; i++)
            if (strcmp(r->out->sections.v[s].fields.v[i].key, key) == 0)
                return false;
    return true;
}

static bool
read_field(struct reading *r, const struct yaml_node *at, struct sheet_section *to)
{
    struct sheet_field f = { .kind = SHEET_COPY };
    const char *origin;
    size_t kind = SHEET_COPY;

    if (!keys_known(r, at, OF_FIELD, COUNT(OF_FIELD)))
        return false;
    f.key = get(at, "key");
    f.label = get(at, "label");
    f.hint = get(at, "hint");
    f.item = *get(at, "item") ? get(at, "item") : "welfare";
    f.list = get(at, "list");
    f.copy = get(at, "copy");
    f.required = is_true(at, "required");
    f.strength = is_true(at, "strength");
    origin = get(at, "origin");
    f.origin = strcmp(origin, "opinion") == 0 ? SHEET_OPINION
               : strcmp(origin, "said") == 0  ? SHEET_SAID
                                              : SHEET_FACT;
    if (f.origin == SHEET_OPINION)
        f.item = "opinion";
    if (!key_good(f.key) || !key_free(r, f.key) || !*f.label)
        return yaml_refuse(r->c, r->file, at,
                           "項目には、ほかと重ならない key と label が要ります。");
    if (!*f.copy && !known(KINDS, SHEET_COPY, get(at, "kind"), &kind))
        return yaml_refuse(r->c, r->file, at, "「%s」という種類はありません。",
                           get(at, "kind"));
    if (!known(ITEMS, COUNT(ITEMS), f.item, NULL))
        return yaml_refuse(r->c, r->file, at, "「%s」という情報の種類はありません。",
                           f.item);
    if (++r->n > SHEET_FIELDS_MAX)
        return yaml_refuse(r->c, r->file, at, "項目は%dまでです。", SHEET_FIELDS_MAX);
    f.kind = (enum sheet_kind)kind;
    if (!read_options(r, at, &f))
        return false;
    *VEC_PUSH(r->c->mem, &to->fields) = f;
    return true;
}

static bool
read_section(struct reading *r, const struct yaml_node *at)
{
    const struct yaml_node *fields;
    struct sheet_section *s;

    if (!keys_known(r, at, OF_SECTION, COUNT(OF_SECTION)))
        return false;
    fields = yaml_get(at, "fields");
    if (!fields || fields->kind != YAML_IS_LIST || !fields->n)
        return yaml_refuse(r->c, r->file, at, "「fields」がありません。");
    s = VEC_PUSH(r->c->mem, &r->out->sections);
    *s = (struct sheet_section){
        .title = get(at, "title"),
        .note = get(at, "note"),
        .per_person = strcmp(get(at, "per"), "person") == 0,
    };
    for (size_t i = 0; i < fields->n; i++)
        if (!read_field(r, fields->v[i], s))
            return false;
    return true;
}

bool
sheet_read(struct ctx *c, const char *code, const char *yaml, struct sheet *out)
{
    struct reading r = { .c = c,
                         .file = arena_printf(c->mem, "sheets/%s.yaml", code),
                         .out = out };
    const struct yaml_node *root;
    const struct yaml_node *sections;

    *out = (struct sheet){ .code = code, .body = yaml };
    if (!yaml_read(c, r.file, yaml, strlen(yaml), &root)
        || !keys_known(&r, root, OF_SHEET, COUNT(OF_SHEET)))
        return false;
    out->title = get(root, "title");
    out->source = get(root, "source");
    sections = yaml_get(root, "sections");
    if (!*out->title || !text_int(get(root, "number"), 1, 99, &out->number) || !sections
        || sections->kind != YAML_IS_LIST)
        return yaml_refuse(c, r.file, root,
                           "シートには title、number、sections が要ります。");
    for (size_t i = 0; i < sections->n; i++)
        if (!read_section(&r, sections->v[i]))
            return false;
    return true;
}

bool
sheet_find(struct ctx *c, const char *town, const char *code, struct sheet *out)
{
    const struct asset *a;

    if (!known(sheet_codes, sheet_codes_n, code, NULL))
        return refuse(c, ERR_MISSING, "no such sheet");
    a = asset_find(arena_printf(c->mem, "sheets/%s/%s.yaml", town, code));
    if (!a)
        a = asset_find(arena_printf(c->mem, "sheets/%s.yaml", code));
    if (!a)
        return refuse(c, ERR_BUG, "sheet %s is not in the program", code);
    if (sheet_read(c, arena_strdup(c->mem, code), arena_copy(c->mem, a->bytes, a->n),
                   out))
        return true;
    forgive(c);
    return refuse(c, ERR_BUG, "sheet %s is wrong", code);
}

const char *
sheet_name(struct arena *mem, const char *key, const char *person)
{
    return person ? arena_printf(mem, "%s.%s", key, person) : key;
}

const char *
sheet_said_name(struct arena *mem, const char *name)
{
    return arena_printf(mem, "by.%s", name);
}

const char *
sheet_option_label(const struct sheet_field *f,
                   const struct codes *codes,
                   const char *code)
{
    const struct code *found;

    for (size_t i = 0; i < f->options.n; i++)
        if (strcmp(f->options.v[i].code, code) == 0)
            return f->options.v[i].label;
    found = *f->list ? codes_find(codes, f->list, code) : NULL;
    return found ? found->label : code;
}

static bool
offered(const struct sheet_field *f, const struct codes *codes, const char *code)
{
    for (size_t i = 0; i < f->options.n; i++)
        if (strcmp(f->options.v[i].code, code) == 0)
            return true;
    return *f->list && codes_find(codes, f->list, code) != NULL;
}

static bool
month_good(const char *s)
{
    int64_t year = 0;
    int64_t month = 0;

    return strlen(s) == 7 && s[4] == '-'
           && text_int(s + 5, 1, 12, &month) /* text_int takes 04 as 4 */
           && strspn(s, "0123456789") == 4 && (year = s[0] - '0') >= 1 && year <= 2;
}

/* What is wrong with one value; NULL when nothing is. */
static const char *
fault(struct ctx *c,
      const struct sheet_field *f,
      const struct codes *codes,
      const char *value)
{
    int64_t number;

    switch (f->kind) {
    case SHEET_TEXT:
    case SHEET_LINE:
        if (text_length(value) > (f->kind == SHEET_TEXT ? SHEET_TEXT_MAX : 200))
            return arena_printf(c->mem, "「%s」は%d文字までにしてください。", f->label,
                                f->kind == SHEET_TEXT ? SHEET_TEXT_MAX : 200);
        return NULL;
    case SHEET_NUMBER:
    case SHEET_MONEY:
        return text_int(value, 0, 1000000000, &number)
                   ? NULL
                   : arena_printf(c->mem, "「%s」は数字で書いてください。", f->label);
    case SHEET_MONTH:
        return month_good(value)
                   ? NULL
                   : arena_printf(c->mem, "「%s」は 2026-04 のように書いてください。",
                                  f->label);
    case SHEET_FLAG:
        return NULL;
    case SHEET_CHOICE:
    case SHEET_CHOICES:
        return offered(f, codes, value)
                   ? NULL
                   : arena_printf(c->mem, "「%s」は一覧から選んでください。", f->label);
    case SHEET_COPY:
    case SHEET_KIND_N:
        return NULL;
    }
    return NULL;
}

/* Numbers may be typed wide and with commas. */
static const char *
clean(struct arena *mem, const struct sheet_field *f, const char *typed)
{
    struct buf b;

    if (f->kind == SHEET_TEXT)
        return text_clean(mem, typed);
    if (f->kind != SHEET_NUMBER && f->kind != SHEET_MONEY)
        return text_line(mem, typed);
    b = buf_new(mem);
    for (const char *p = text_fold(mem, typed); *p; p++)
        if (*p != ',')
            buf_char(&b, *p);
    return buf_text(&b);
}

static void
take_said(struct ctx *c,
          const struct fields *typed,
          const char *name,
          struct fields *answers)
{
    const char *by = sheet_said_name(c->mem, name);
    const char *v = fields_get(typed, by);

    v = v ? text_cut(c->mem, text_line(c->mem, v), 60) : "";
    if (*v)
        fields_add(c->mem, answers, by, v);
}

bool
sheet_take(struct ctx *c,
           const struct sheet_field *f,
           const struct codes *codes,
           const struct fields *typed,
           const char *name,
           struct fields *answers)
{
    bool good = true;

    for (size_t i = 0; i < typed->n; i++) {
        const char *v;
        const char *why;

        if (strcmp(typed->v[i].name, name) != 0)
            continue;
        v = clean(c->mem, f, typed->v[i].value);
        if (!*v || f->kind == SHEET_COPY)
            continue;
        why = fault(c, f, codes, v);
        if (why)
            good = refuse_field(c, name, "%s", why);
        fields_add(c->mem, answers, name, f->kind == SHEET_FLAG ? "1" : v);
        if (f->kind != SHEET_CHOICES)
            break;
    }
    if (f->origin == SHEET_SAID)
        take_said(c, typed, name, answers);
    return good;
}

static void
put_escaped(struct buf *b, const char *s)
{
    for (; *s; s++)
        if (*s == '\n')
            buf_lit(b, "\\n");
        else if (*s == '\\')
            buf_lit(b, "\\\\");
        else
            buf_char(b, *s);
}

const char *
sheet_write_answers(struct arena *mem, const struct fields *answers)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < answers->n; i++) {
        buf_printf(&b, "%s=", answers->v[i].name);
        put_escaped(&b, answers->v[i].value);
        buf_char(&b, '\n');
    }
    return buf_text(&b);
}

void
sheet_read_answers(struct arena *mem, const char *body, struct fields *out)
{
    while (*body) {
        const size_t n = strcspn(body, "\n");
        const size_t name = strcspn(body, "=");
        struct buf b = buf_new(mem);

        for (size_t i = name + 1; name < n && i < n; i++) {
            if (body[i] == '\\' && i + 1 < n) {
                i++;
                buf_char(&b, body[i] == 'n' ? '\n' : body[i]);
            } else {
                buf_char(&b, body[i]);
            }
        }
        if (name < n)
            fields_add(mem, out, arena_copy(mem, body, name), buf_text(&b));
        body += n + (body[n] == '\n');
    }
}
