#include "form.h"

#include "form_day.h"
#include "text.h"
#include "vec.h"

#include <string.h>

enum { CODE_MAX = 60, CODES_MAX = 60 };

_Static_assert(sizeof(enum form_kind) == sizeof(unsigned),
               "enums are read as unsigned");

/* One field on its way from what was typed to the struct's member. */
struct reading {
    struct ctx *c;
    const struct form_field *f;
    const struct fields *in;
    unsigned char *out;
};

static void
put(const struct reading *r, const void *value, size_t size)
{
    memcpy(r->out + r->f->offset, value, size);
}

static void
put_text(const struct reading *r, const char *s)
{
    put(r, &s, sizeof s);
}

static const char *
typed(const struct reading *r)
{
    const char *s = fields_get(r->in, r->f->name);

    return s ? s : "";
}

/* What is to be done when a required field is empty. */
static const char *
how_to_fill(enum form_kind kind)
{
    switch (kind) {
    case FORM_TEXT:
    case FORM_LINE:
    case FORM_SECRET:
    case FORM_INT:
        return "を書いてください。";
    case FORM_CHOICE:
    case FORM_CODE:
    case FORM_CODES:
    case FORM_ID:
        return "を選んでください。";
    case FORM_DAY:
        return "の年・月・日を書いてください。";
    case FORM_FLAG:
        return "にしるしを付けてください。";
    }
    return "";
}

/* An empty field is right unless it is required. */
static bool
empty_is_right(const struct reading *r)
{
    if (!r->f->required)
        return true;
    return refuse_field(r->c, r->f->name, "「%s」%s", r->f->label,
                        how_to_fill(r->f->kind));
}

static bool
refuse_choice(const struct reading *r)
{
    return refuse_field(r->c, r->f->name, "「%s」は一覧から選んでください。",
                        r->f->label);
}

static bool
read_text(const struct reading *r)
{
    const char *s = typed(r);
    size_t n;

    if (r->f->kind == FORM_TEXT)
        s = text_clean(r->c->mem, s);
    else if (r->f->kind == FORM_LINE)
        s = text_line(r->c->mem, s);
    put_text(r, s);
    if (!*s)
        return empty_is_right(r);
    n = text_length(s);
    if (n <= (size_t)r->f->max)
        return true;
    return refuse_field(r->c, r->f->name,
                        "「%s」は%lld文字までです。いまは%zu文字です。", r->f->label,
                        (long long)r->f->max, n);
}

static const char *
without_commas(struct arena *mem, const char *s)
{
    char *out = arena_strdup(mem, s);
    char *to = out;

    for (; *s; s++)
        if (*s != ',')
            *to++ = *s;
    *to = '\0';
    return out;
}

static bool
read_int(const struct reading *r)
{
    const char *s = without_commas(r->c->mem, form_plain(r->c->mem, typed(r)));
    const bool given = true;
    int64_t v;

    if (!*s)
        return empty_is_right(r);
    if (!text_int(s, r->f->min, r->f->max, &v))
        return refuse_field(r->c, r->f->name,
                            "「%s」は%lldから%lldまでの数字で書いてください。",
                            r->f->label, (long long)r->f->min, (long long)r->f->max);
    put(r, &v, sizeof v);
    memcpy(r->out + r->f->given, &given, sizeof given);
    return true;
}

static bool
read_choice(const struct reading *r)
{
    const char *s = typed(r);

    if (!*s)
        return empty_is_right(r);
    for (unsigned i = 1; r->f->codes[i]; i++)
        if (strcmp(r->f->codes[i], s) == 0) {
            put(r, &i, sizeof i);
            return true;
        }
    return refuse_choice(r);
}

static bool
is_code(const char *s)
{
    size_t n = strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                         "0123456789_.-");

    return !s[n] && n > 0 && n <= CODE_MAX;
}

static bool
read_code(const struct reading *r)
{
    const char *s = typed(r);

    if (!*s)
        return empty_is_right(r);
    if (!is_code(s))
        return refuse_choice(r);
    put_text(r, arena_strdup(r->c->mem, s));
    return true;
}

static bool
has_code(const struct form_codes *codes, const char *s)
{
    for (size_t i = 0; i < codes->n; i++)
        if (strcmp(codes->v[i], s) == 0)
            return true;
    return false;
}

static bool
read_codes(const struct reading *r)
{
    struct form_codes codes = { 0 };

    for (size_t i = 0; i < r->in->n; i++) {
        const char *s = r->in->v[i].value;

        if (strcmp(r->in->v[i].name, r->f->name) != 0 || !*s || has_code(&codes, s))
            continue;
        if (!is_code(s) || codes.n == CODES_MAX)
            return refuse_choice(r);
        *VEC_PUSH(r->c->mem, &codes) = arena_strdup(r->c->mem, s);
    }
    put(r, &codes, sizeof codes);
    return codes.n > 0 || empty_is_right(r);
}

static const char *
part(const struct reading *r, const char *ending)
{
    const char *name = arena_printf(r->c->mem, "%s_%s", r->f->name, ending);
    const char *s = fields_get(r->in, name);

    return s ? text_line(r->c->mem, s) : "";
}

static bool
refuse_day(const struct reading *r, enum form_day why, const char *era)
{
    const struct era *e = era_find(era);

    switch (why) {
    case FORM_DAY_OK:
        return true;
    case FORM_DAY_UNREADABLE:
        return refuse_field(
            r->c, r->f->name,
            "「%s」は年・月・日を数字で書いてください（例 令和8年4月1日）。",
            r->f->label);
    case FORM_DAY_IMPOSSIBLE:
        return refuse_field(
            r->c, r->f->name,
            "「%s」にその日付はありません。年・月・日を確かめてください。",
            r->f->label);
    case FORM_DAY_OTHER_ERA:
        return refuse_field(
            r->c, r->f->name,
            "「%s」のその日は%sではありません。元号か年を確かめてください。",
            r->f->label, e ? e->name : "その元号");
    }
    return false;
}

static bool
refuse_half_day(const struct reading *r)
{
    return refuse_field(r->c, r->f->name,
                        "「%s」は年・月・日をそろえて書いてください。", r->f->label);
}

/* A whole date pasted into the field of the year is taken too. */
static bool
read_day(const struct reading *r)
{
    const char *era = part(r, "era");
    const char *y = part(r, "y");
    const char *m = part(r, "m");
    const char *d = part(r, "d");
    const char *whole = text_line(r->c->mem, typed(r));
    struct day day;
    enum form_day why;

    if (!*whole && !*m && !*d && text_length(y) > 4)
        whole = y;
    if (*whole) {
        why = form_day_text(r->c->mem, whole, &day);
    } else {
        if (!*y && !*m && !*d)
            return empty_is_right(r);
        if (!*y || !*m || !*d)
            return refuse_half_day(r);
        why = form_day_parts(r->c->mem, era, y, m, d, &day);
    }
    put(r, &day, sizeof day);
    return refuse_day(r, why, *whole ? "" : era);
}

static bool
is_one_of(const char *s, const char *const *list)
{
    while (*list)
        if (strcmp(s, *list++) == 0)
            return true;
    return false;
}

static bool
read_flag(const struct reading *r)
{
    static const char *const YES[] = { "1", "on", "true", "yes", NULL };
    static const char *const NO[] = { "", "0", "off", "false", "no", NULL };
    bool v = is_one_of(typed(r), YES);

    if (!v && !is_one_of(typed(r), NO))
        return refuse_choice(r);
    put(r, &v, sizeof v);
    return v || empty_is_right(r);
}

static bool
read_id(const struct reading *r)
{
    struct id id;

    if (!*typed(r))
        return empty_is_right(r);
    if (!id_read(typed(r), &id))
        return refuse_choice(r);
    put(r, &id, sizeof id);
    return true;
}

static bool
read_field(const struct reading *r)
{
    switch (r->f->kind) {
    case FORM_TEXT:
    case FORM_LINE:
    case FORM_SECRET:
        return read_text(r);
    case FORM_INT:
        return read_int(r);
    case FORM_CHOICE:
        return read_choice(r);
    case FORM_CODE:
        return read_code(r);
    case FORM_CODES:
        return read_codes(r);
    case FORM_DAY:
        return read_day(r);
    case FORM_FLAG:
        return read_flag(r);
    case FORM_ID:
        return read_id(r);
    }
    return false;
}

/* born, and for a day born_era, born_y, born_m, born_d */
static bool
is_name_of(const struct form_field *f, const char *name)
{
    static const char *const PARTS[] = { "_era", "_y", "_m", "_d", NULL };
    size_t n = strlen(f->name);

    if (strncmp(f->name, name, n) != 0)
        return false;
    return !name[n] || (f->kind == FORM_DAY && is_one_of(name + n, PARTS));
}

static bool
check_names(struct ctx *c, const struct form_def *def, const struct fields *in)
{
    bool ok = true;

    for (size_t i = 0; i < in->n; i++) {
        const char *name = in->v[i].name;
        bool found = false;

        for (size_t j = 0; j < def->n && !found; j++)
            found = is_name_of(&def->fields[j], name);
        if (!found)
            ok = refuse_field(c, name, "「%s」という項目はありません。", name);
    }
    return ok;
}

bool
form_read(struct ctx *c,
          const struct form_def *def,
          const struct fields *in,
          enum form_door door,
          void *out)
{
    bool ok = door == FORM_PAGE || check_names(c, def, in);

    form_clear(def, out);
    for (size_t i = 0; i < def->n; i++) {
        struct reading r = { .c = c, .f = &def->fields[i], .in = in, .out = out };

        if (!read_field(&r))
            ok = false;
    }
    return ok;
}

void
form_clear(const struct form_def *def, void *out)
{
    static const char *const EMPTY = "";
    const struct day none = { .n = DAY_NONE };
    unsigned char *p = out;

    memset(out, 0, def->size);
    for (size_t i = 0; i < def->n; i++) {
        const struct form_field *f = &def->fields[i];

        if (f->kind == FORM_DAY)
            memcpy(p + f->offset, &none, sizeof none);
        else if (f->kind == FORM_TEXT || f->kind == FORM_LINE || f->kind == FORM_SECRET
                 || f->kind == FORM_CODE)
            memcpy(p + f->offset, &EMPTY, sizeof EMPTY);
    }
}

static bool
check_code(struct ctx *c,
           const struct form_field *f,
           const char *code,
           bool (*known)(const void *arg, const char *list, const char *code),
           const void *arg)
{
    if (!code || !*code || known(arg, f->list, code))
        return true;
    return refuse_field(c, f->name, "「%s」は一覧から選んでください。", f->label);
}

bool
form_check_codes(struct ctx *c,
                 const struct form_def *def,
                 const void *values,
                 bool (*known)(const void *arg, const char *list, const char *code),
                 const void *arg)
{
    const unsigned char *p = values;
    bool ok = true;

    for (size_t i = 0; i < def->n; i++) {
        const struct form_field *f = &def->fields[i];
        struct form_codes codes;
        const char *code;

        if (f->kind == FORM_CODE) {
            memcpy(&code, p + f->offset, sizeof code);
            ok = check_code(c, f, code, known, arg) && ok;
        } else if (f->kind == FORM_CODES) {
            memcpy(&codes, p + f->offset, sizeof codes);
            for (size_t j = 0; j < codes.n; j++)
                ok = check_code(c, f, codes.v[j], known, arg) && ok;
        }
    }
    return ok;
}

const struct form_field *
form_field(const struct form_def *def, const char *name)
{
    for (size_t i = 0; i < def->n; i++)
        if (strcmp(def->fields[i].name, name) == 0)
            return &def->fields[i];
    return NULL;
}
