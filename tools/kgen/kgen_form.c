#include "kgen_form.h"

#include <string.h>

#include "../../src/base/vec.h"

/* path, line: where the form file is wrong. */
struct place {
    struct arena *mem;
    const char *path;
    int line;
};

#define form_fail(p, ...) kgen_fail((p)->path, (p)->line, __VA_ARGS__)

static const struct form_shape SHAPES[] = {
    { "text", "TEXT", true, false, 4000 },    { "line", "LINE", true, false, 200 },
    { "secret", "SECRET", true, false, 200 }, { "int", "INT", false, false, 0 },
    { "choice", "CHOICE", false, true, 0 },   { "code", "CODE", false, true, 0 },
    { "codes", "CODES", false, true, 0 },     { "day", "DAY", false, false, 0 },
    { "flag", "FLAG", false, false, 0 },      { "id", "ID", false, true, 0 },
};

/* Finds the word between white space, cuts the line before it and returns what follows. */
static char *
cut_at(char *s, const char *word)
{
    size_t n = strlen(word);

    for (char *at = s; (at = strstr(at, word)) != NULL; at++) {
        bool before = at > s && (at[-1] == ' ' || at[-1] == '\t');

        if (!before || (at[n] && at[n] != ' ' && at[n] != '\t'))
            continue;
        *at = '\0';
        return kgen_trim(at + n);
    }
    return NULL;
}

static void
read_kind(const struct place *p, struct form_line *f, char *kind)
{
    char *colon = strchr(kind, ':');

    if (colon)
        *colon++ = '\0';
    for (size_t i = 0; i < sizeof SHAPES / sizeof *SHAPES; i++)
        if (strcmp(SHAPES[i].name, kind) == 0)
            f->shape = &SHAPES[i];
    if (!f->shape)
        form_fail(p, "there is no kind of field called %s", kind);
    if (f->shape->list != (colon != NULL))
        form_fail(p, f->shape->list ? "%s names its list: %s:NAME" : "%s has no list",
                  kind, kind);
    if (colon && !kgen_is_name(colon))
        form_fail(p, "%s is no name", colon);
    f->list = colon ? colon : "";
    f->max = f->shape->max;
}

static const char *
read_number(const struct place *p, const char *s, int64_t *out)
{
    bool minus = *s == '-';
    int64_t v = 0;

    s += minus;
    if (*s < '0' || *s > '9')
        form_fail(p, "a number is missing");
    for (; *s >= '0' && *s <= '9'; s++)
        if (__builtin_mul_overflow(v, 10, &v)
            || __builtin_add_overflow(v, *s - '0', &v))
            form_fail(p, "the number is too large");
    *out = minus ? -v : v;
    return s;
}

static void
read_range(const struct place *p, struct form_line *f, const char *s)
{
    s = read_number(p, s, &f->min);
    if (strncmp(s, "..", 2) != 0)
        form_fail(p, "a range is MIN..MAX");
    s = read_number(p, s + 2, &f->max);
    if (*s || f->min > f->max)
        form_fail(p, "a range is MIN..MAX");
    f->range = true;
}

static void
read_max(const struct place *p, struct form_line *f, const char *s)
{
    int64_t max;

    if (!s || *read_number(p, s, &max) || max < 1 || max > 100000)
        form_fail(p, "max wants a number from 1 to 100000");
    if (!f->shape->text)
        form_fail(p, "max belongs to text, line and secret");
    f->max = max;
}

/* Reads one option; returns how many words it took. */
static size_t
read_option(const struct place *p, struct form_line *f, char **words, size_t n)
{
    const char *s = words[0];

    if (strcmp(s, "max") == 0) {
        read_max(p, f, n > 1 ? words[1] : NULL);
        return 2;
    }
    if (strcmp(s, "fill") == 0) {
        if (n < 2)
            form_fail(p, "fill wants a token of autocomplete");
        f->fill = words[1];
        return 2;
    }
    if (strcmp(s, "required") == 0)
        f->required = true;
    else if (strcmp(s, "personal") == 0)
        f->personal = true;
    else if (strcmp(s, "hidden") == 0)
        f->hidden = true;
    else if (strcmp(s, "big") == 0)
        f->big = true;
    else if (strcmp(f->shape->name, "int") == 0 && !f->range)
        read_range(p, f, s);
    else
        form_fail(p, "there is no option %s", s);
    return 1;
}

static void
read_field(const struct place *p, struct form *form, char *s)
{
    struct form_line f = {
        .line = p->line, .path = p->path, .fill = "off", .hint = ""
    };
    char *label = cut_at(s, "label");
    char *hint = label ? cut_at(label, "hint") : NULL;
    char *words[16];
    size_t n = kgen_split(s, words, 16);

    if (!label || !*kgen_trim(label))
        form_fail(p, "the label is missing");
    if (n < 2 || n > 16)
        form_fail(p, "expected: NAME KIND [OPTION...] label TEXT [hint TEXT]");
    f.name = words[0];
    f.label = kgen_trim(label);
    if (hint)
        f.hint = hint;
    if (!kgen_is_name(f.name))
        form_fail(p, "%s is no name: small letters, digits and _", f.name);
    for (size_t i = 0; i < form->n; i++)
        if (strcmp(form->v[i].name, f.name) == 0)
            form_fail(p, "field %s stands twice", f.name);
    read_kind(p, &f, words[1]);
    for (size_t i = 2; i < n;)
        i += read_option(p, &f, words + i, n - i);
    if (strcmp(f.shape->name, "int") == 0 && !f.range)
        form_fail(p, "int wants a range: int MIN..MAX");
    *VEC_PUSH(p->mem, form) = f;
}

static void
read_head(const struct place *p, struct forms *all, char *s)
{
    char *name = kgen_rest(s);
    char *rest = kgen_rest(name);

    if (strcmp(s, "form") != 0 || !kgen_is_name(name) || (*rest && *rest != '#'))
        form_fail(p, "expected: form NAME");
    for (size_t i = 0; i < all->n; i++)
        if (strcmp(all->v[i].name, name) == 0)
            form_fail(p, "form %s stands twice", name);
    *VEC_PUSH(p->mem, all) =
        (struct form){ .name = name, .path = p->path, .line = p->line };
}

static void
read_file(struct arena *mem, struct forms *all, const char *path)
{
    struct source src = kgen_read(mem, path);
    struct place p = { .mem = mem, .path = path };
    char *at = src.text;
    char *s;
    size_t first = all->n;

    while ((s = kgen_line(&at, &p.line)) != NULL) {
        bool inside = *s == ' ' || *s == '\t';

        s = kgen_trim(s);
        if (!*s || *s == '#')
            continue;
        if (!inside)
            read_head(&p, all, s);
        else if (all->n == first)
            form_fail(&p, "a field stands before the form");
        else
            read_field(&p, &all->v[all->n - 1], s);
    }
    for (size_t i = first; i < all->n; i++)
        if (all->v[i].n == 0)
            kgen_fail(path, all->v[i].line, "form %s has no fields", all->v[i].name);
}

int
kgen_form(struct arena *mem, const char *out, int n, char **files)
{
    struct forms all = { 0 };

    for (int i = 0; i < n; i++)
        read_file(mem, &all, files[i]);
    form_write_header(mem, out, &all);
    form_write_code(mem, out, &all);
    return 0;
}
