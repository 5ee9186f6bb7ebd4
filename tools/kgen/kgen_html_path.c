/*
 * Names, paths and conditions of templates as C expressions. A path that does not exist is
 * found by the compiler, at the template's own line.
 */
#include "kgen_html.h"

#include <string.h>

const struct html_name *
html_name(const struct html_gen *g, const char *s, size_t n)
{
    for (size_t i = g->n_names; i-- > 0;)
        if (strlen(g->names[i].name) == n && strncmp(g->names[i].name, s, n) == 0)
            return &g->names[i];
    return NULL;
}

static const char *
whole(struct html_gen *g, const struct html_name *name)
{
    if (name->param && name->param->scalar)
        return name->name;
    return arena_printf(g->mem, "(*%s)", name->name);
}

const char *
html_path(struct html_gen *g, const char *s)
{
    size_t n = strcspn(s, ".");
    const struct html_name *name = html_name(g, s, n);
    const char *at = s + n;

    if (!kgen_is_name_n(s, n))
        html_fail(g, "%s is no path", s);
    if (!name)
        html_fail(g, "there is no %.*s here", (int)n, s);
    if (!*at)
        return whole(g, name);
    for (const char *part = at; *part;) {
        size_t len = strcspn(++part, ".");

        if (!kgen_is_name_n(part, len))
            html_fail(g, "%s is no path", s);
        part += len;
    }
    if (name->param && name->param->scalar)
        return arena_printf(g->mem, "%s%s", name->name, at);
    return arena_printf(g->mem, "%s->%s", name->name, at + 1);
}

static bool
is_constant(const char *s)
{
    size_t n = strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");

    return *s >= 'A' && *s <= 'Z' && !s[n];
}

static bool
is_number(const char *s)
{
    s += *s == '-';
    return *s && !s[strspn(s, "0123456789")];
}

static bool
is_string(const char *s)
{
    size_t n = strlen(s);

    return n >= 2 && *s == '"' && s[n - 1] == '"' && !memchr(s + 1, '"', n - 2);
}

static const char *
operand(struct html_gen *g, const char *s)
{
    if (is_constant(s) || is_number(s))
        return s;
    return html_path(g, s);
}

/* Takes the next word; a string in quotes is one. NULL at the end. */
static char *
next_word(struct html_gen *g, char **at)
{
    char *s = kgen_trim(*at);
    char *end;

    if (!*s)
        return NULL;
    if (*s == '"') {
        end = strchr(s + 1, '"');
        if (!end || (end[1] && end[1] != ' '))
            html_fail(g, "a string without its end: %s", s);
        end++;
    } else {
        end = s + strcspn(s, " \t");
    }
    *at = *end ? end + 1 : end;
    *end = '\0';
    return s;
}

static bool
is_operator(const char *s)
{
    static const char *const ALL[] = { "==", "!=", "<", ">", "<=", ">=" };

    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++)
        if (strcmp(ALL[i], s) == 0)
            return true;
    return false;
}

static const char *
comparison(struct html_gen *g, const char *left, const char *op, const char *right)
{
    struct buf b = buf_new(g->mem);

    if (!is_string(right))
        return arena_printf(g->mem, "%s %s %s", html_path(g, left), op,
                            operand(g, right));
    if (op[1] != '=' || (op[0] != '=' && op[0] != '!'))
        html_fail(g, "a text is only == or != another");
    buf_printf(&b, "%stpl_same(%s, ", *op == '!' ? "!" : "", html_path(g, left));
    kgen_quote_n(&b, right + 1, strlen(right) - 2);
    buf_char(&b, ')');
    return buf_text(&b);
}

/* Takes [not] PATH [OPERATOR VALUE]; next: the word behind it, or NULL. */
static const char *
term(struct html_gen *g, char **at, char **next)
{
    char *left = next_word(g, at);
    bool not = left && strcmp(left, "not") == 0;
    const char *c;

    if (not )
        left = next_word(g, at);
    if (!left)
        html_fail(g, "a condition is missing");
    *next = next_word(g, at);
    if (*next && is_operator(*next)) {
        char *right = next_word(g, at);

        if (!right)
            html_fail(g, "nothing stands behind %s", *next);
        c = comparison(g, left, *next, right);
        *next = next_word(g, at);
        return not ? arena_printf(g->mem, "!(%s)", c) : c;
    }
    c = html_path(g, left);
    c = arena_printf(g->mem, "_Generic(%s, TPL_TRUE)(%s)", c, c);
    return not ? arena_printf(g->mem, "!%s", c) : c;
}

const char *
html_condition(struct html_gen *g, char *s)
{
    const char *any = NULL;
    char *next = NULL;

    do {
        const char *all = term(g, &s, &next);
        bool many = false;

        while (next && strcmp(next, "and") == 0) {
            all = arena_printf(g->mem, "%s && %s", all, term(g, &s, &next));
            many = true;
        }
        if (next && strcmp(next, "or") != 0)
            html_fail(g, "expected and, or, not the word %s", next);
        if (many)
            all = arena_printf(g->mem, "(%s)", all);
        any = any ? arena_printf(g->mem, "%s || %s", any, all) : all;
    } while (next);
    return any;
}
