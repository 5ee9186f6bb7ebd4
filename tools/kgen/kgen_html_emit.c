/*
 * The statements that a template becomes: literal text, prints, and what stands after a %.
 */
#include "kgen_html.h"

#include <string.h>

enum { LITERAL_MAX = 900, WORDS_MAX = 12 };

struct filter {
    const char *name;
    const char
        *call; /* takes out and the value, returns text; NULL: changes the place */
    bool json;
};

static const struct filter FILTERS[] = {
    { "short", "tpl_day_short", false },
    { "iso", "tpl_day_iso", true },
    { "instant", "tpl_instant", false },
    { "clock", "tpl_instant_clock", false },
    { "iso_instant", "tpl_instant_iso", true },
    { "num", "tpl_num", false },
    { "part", NULL, false },
    { "path", NULL, false },
    { "lines", NULL, false },
};

void
html_mark(struct html_gen *g)
{
    kgen_mark(g->out, g->line, g->page->path);
}

/* Cuts between characters, so that each literal is UTF-8 by itself. */
static size_t
piece_of(const char *s, size_t n)
{
    if (n <= LITERAL_MAX)
        return n;
    n = LITERAL_MAX;
    while ((s[n] & 0xc0) == 0x80)
        n--;
    return n;
}

void
html_flush(struct html_gen *g)
{
    const char *s = buf_text(&g->literal);

    for (size_t n = g->literal.n; n > 0;) {
        size_t piece = piece_of(s, n);

        buf_lit(g->out, "buf_lit(out, ");
        kgen_quote_n(g->out, s, piece);
        buf_lit(g->out, ");\n");
        s += piece;
        n -= piece;
    }
    g->literal.n = 0;
}

static const struct filter *
find_filter(struct html_gen *g, const char *s)
{
    for (size_t i = 0; i < sizeof FILTERS / sizeof *FILTERS; i++)
        if (strcmp(FILTERS[i].name, s) == 0)
            return &FILTERS[i];
    html_fail(g, "there is no filter %s", s);
}

/* Returns the C expression of the text to print. */
static const char *
text_of(struct html_gen *g, char *s, const struct filter *f)
{
    const char *words = "NULL";

    if (*s == '=') {
        s = kgen_trim(s + 1);
        if (!kgen_is_name(s))
            html_fail(g, "%s is no word", s);
        for (size_t i = 0; i < g->page->n_params; i++) {
            const struct html_param *p = &g->page->params[i];

            if (strcmp(p->type, "struct words") == 0)
                words = p->name;
            else if (strcmp(p->type, "struct frame_view") == 0)
                words = arena_printf(g->mem, "%s->words", p->name);
        }
        return arena_printf(g->mem, "word_in(%s, WORD_%s)", words,
                            kgen_upper(g->mem, s));
    }
    if (strncmp(s, "asset ", 6) == 0) {
        char *name = arena_strdup(g->mem, kgen_trim(s + 6));

        for (char *p = name; *p; p++)
            if (strchr("./-", *p))
                *p = '_';
        if (!kgen_is_name(name))
            html_fail(g, "%s is no asset", s + 6);
        return arena_printf(g->mem, "asset_url(ASSET_%s)", kgen_upper(g->mem, name));
    }
    if (f && f->call)
        return arena_printf(g->mem, "%s(out, %s)", f->call, html_path(g, s));
    s = arena_strdup(g->mem, html_path(g, s));
    return arena_printf(g->mem, "_Generic(%s, TPL_STR)(out, %s)", s, s);
}

static void
print_json(struct html_gen *g, char *s, const struct filter *f)
{
    if (f && !f->json)
        html_fail(g, "the filter %s has no place in JSON", f->name);
    if (f || *s == '=') {
        buf_printf(g->out, "esc_json(out, %s);\n", text_of(g, s, f));
        return;
    }
    s = arena_strdup(g->mem, html_path(g, s));
    buf_printf(g->out, "_Generic(%s, TPL_JSON)(out, %s);\n", s, s);
}

/* A URL begins with whole paths; what follows a literal part is one component. */
static void
print_url(struct html_gen *g, char *s, const struct filter *f)
{
    bool path = f ? strcmp(f->name, "path") == 0 : !g->pos.literal;

    buf_printf(g->out, "%s(out, %s);\n", path ? "tpl_path" : "tpl_part",
               text_of(g, s, f));
}

static void
print_text(struct html_gen *g, char *s, const struct filter *f)
{
    const char *call = "tpl_text";

    if (f && strcmp(f->name, "path") == 0)
        html_fail(g, "the filter path belongs into a URL");
    if (f && strcmp(f->name, "part") == 0)
        call = "tpl_part";
    if (f && strcmp(f->name, "lines") == 0) {
        if (g->pos.state != HTML_TEXT)
            html_fail(g, "the filter lines belongs into text");
        call = "tpl_lines";
    }
    buf_printf(g->out, "%s(out, %s);\n", call, text_of(g, s, f));
}

void
html_print(struct html_gen *g, char *s)
{
    char *bar = strchr(s, '|');
    const struct filter *f = NULL;

    if (bar) {
        *bar = '\0';
        f = find_filter(g, kgen_trim(bar + 1));
    }
    s = kgen_trim(s);
    html_flush(g);
    html_mark(g);
    if (g->page->json)
        print_json(g, s, f);
    else if (g->pos.state == HTML_VALUE && g->pos.url)
        print_url(g, s, f);
    else
        print_text(g, s, f);
}

static struct html_block *
push_block(struct html_gen *g, bool each)
{
    struct html_block *b = &g->blocks[g->n_blocks];

    if (g->n_blocks == HTML_BLOCKS)
        html_fail(g, "more than %d blocks in one another", HTML_BLOCKS);
    *b = (struct html_block){
        .each = each, .line = g->line, .n_names = g->n_names, .pos = g->pos
    };
    g->n_blocks++;
    return b;
}

static struct html_block *
open_block(struct html_gen *g, const char *what)
{
    if (g->n_blocks == 0)
        html_fail(g, "%% %s without %% if or %% each", what);
    return &g->blocks[g->n_blocks - 1];
}

/* All ways through a block end where they began: in text, in the same tag or value. */
static void
check_join(struct html_gen *g, const struct html_block *b)
{
    if (g->pos.state != b->pos.state || g->pos.quote != b->pos.quote
        || g->pos.depth != b->pos.depth)
        html_fail(g, "the block of line %d does not end where it began in the markup",
                  b->line);
    g->pos.literal |= b->pos.literal;
}

static void
command_if(struct html_gen *g, char *s)
{
    push_block(g, false);
    buf_printf(g->out, "if (%s) {\n", html_condition(g, s));
}

static void
command_elif(struct html_gen *g, char *s)
{
    struct html_block *b = open_block(g, "elif");

    if (b->each || b->otherwise)
        html_fail(g, "%% elif without %% if");
    check_join(g, b);
    buf_lit(g->out, "}\n");
    html_mark(g);
    buf_printf(g->out, "else if (%s) {\n", html_condition(g, s));
}

static void
command_else(struct html_gen *g, char *s)
{
    struct html_block *b = open_block(g, "else");

    if (*s)
        html_fail(g, "nothing stands behind %% else");
    if (b->otherwise)
        html_fail(g, "a second %% else for line %d", b->line);
    check_join(g, b);
    b->otherwise = true;
    g->n_names = b->n_names;
    if (b->each)
        buf_printf(g->out, "}\nif (%s.n == 0) {\n", b->list);
    else
        buf_lit(g->out, "} else {\n");
}

static void
command_end(struct html_gen *g, char *s)
{
    struct html_block *b = open_block(g, "end");

    if (*s)
        html_fail(g, "nothing stands behind %% end");
    check_join(g, b);
    g->n_names = b->n_names;
    g->n_blocks--;
    buf_lit(g->out, "}\n");
}

/* s: "it in m.items" */
static void
command_each(struct html_gen *g, char *s)
{
    char *words[4];
    struct html_block *b;
    const char *it = s;

    if (kgen_split(s, words, 4) != 3 || strcmp(words[1], "in") != 0)
        html_fail(g, "expected: %% each NAME in PATH");
    if (!kgen_is_name(it) || strcmp(it, "out") == 0 || strncmp(it, "tpl_", 4) == 0)
        html_fail(g, "%s is no name", it);
    if (html_name(g, it, strlen(it)))
        html_fail(g, "there is a %s already", it);
    b = push_block(g, true);
    b->list = html_path(g, words[2]);
    buf_printf(g->out, "for (size_t tpl_%s = 0; tpl_%s < ", it, it);
    buf_printf(g->out, "%s.n; tpl_%s++) {\n", b->list, it);
    buf_printf(g->out, "const __typeof__(*%s.v) *%s = ", b->list, it);
    buf_printf(g->out, "&%s.v[tpl_%s];\n(void)%s;\n", b->list, it, it);
    if (g->page->json)
        buf_printf(g->out, "if (tpl_%s)\nbuf_char(out, ',');\n", it);
    if (g->n_names == HTML_NAMES)
        html_fail(g, "too many names");
    g->names[g->n_names++] = (struct html_name){ .name = arena_strdup(g->mem, it) };
}

static const struct html_page *
find_page(struct html_gen *g, const char *name)
{
    for (size_t i = 0; i < g->all->pages.n; i++) {
        const struct html_page *page = &g->all->pages.v[i];

        if (page->json == g->page->json && strcmp(page->name, name) == 0)
            return page;
    }
    html_fail(g, "there is no page %s", name);
}

static void
write_argument(struct html_gen *g, const struct html_param *p, const char *s)
{
    const struct html_name *name = html_name(g, s, strlen(s));
    size_t n = strlen(s);

    buf_lit(g->out, ", ");
    if (*s == '"')
        kgen_quote_n(g->out, s + 1, n - 2);
    else if (*s >= '0' && *s <= '9')
        buf_str(g->out, s);
    else if (p->scalar)
        buf_str(g->out, html_path(g, s));
    else if (name && !(name->param && name->param->scalar))
        buf_str(g->out, name->name);
    else
        buf_printf(g->out, "&%s", html_path(g, s));
}

/* Splits at spaces outside quotes. */
static size_t
split_arguments(struct html_gen *g, char *s, char **words)
{
    size_t n = 0;

    for (s = kgen_trim(s); *s; s = kgen_trim(s)) {
        char *end = *s == '"' ? strchr(s + 1, '"') : s + strcspn(s, " \t");

        if (!end || n == WORDS_MAX)
            html_fail(g, "too much, or a string without its end");
        words[n++] = s;
        end += *s == '"';
        if (*end)
            *end++ = '\0';
        s = end;
    }
    return n;
}

static void
command_include(struct html_gen *g, char *s)
{
    char *words[WORDS_MAX];
    size_t n = split_arguments(g, s, words);
    const struct html_page *page;

    if (n == 0)
        html_fail(g, "expected: %% include PAGE ARGUMENT...");
    page = find_page(g, words[0]);
    if (n - 1 != page->n_params)
        html_fail(g, "page %s takes %zu arguments", page->name, page->n_params);
    buf_printf(g->out, "%s_%s(out", page->json ? "json" : "view", page->name);
    for (size_t i = 1; i < n; i++)
        write_argument(g, &page->params[i - 1], words[i]);
    buf_lit(g->out, ");\n");
}

/* A form_view as it is; a form's struct as the values of a form that nobody sent yet. */
static const char *
form_argument(struct html_gen *g, const char *form, const char *s)
{
    const struct html_name *name = html_name(g, s, strlen(s));
    const char *type;

    if (!name)
        return arena_printf(g->mem, "&%s", html_path(g, s));
    type = arena_printf(g->mem, "struct form_%s", form);
    if (!name->param || strcmp(name->param->type, type) != 0)
        return name->name;
    return arena_printf(
        g->mem, "&(const struct form_view){ .def = &form_%s_def, .values = %s }", form,
        name->name);
}

/* what: fields, errors (FORM PATH) or field (FORM PATH NAME) */
static void
command_form(struct html_gen *g, const char *what, char *s)
{
    char *words[4];
    bool one = strcmp(what, "field") == 0;
    size_t n = kgen_split(s, words, 4);

    if (n != (one ? 3U : 2U))
        html_fail(g, "expected: %% %s FORM PATH%s", what, one ? " NAME" : "");
    for (size_t i = 0; i < n; i += 2)
        if (!kgen_is_name(words[i]))
            html_fail(g, "%s is no name", words[i]);
    buf_printf(g->out, "control_%s(out, &form_%s_def, ", what, words[0]);
    buf_str(g->out, form_argument(g, words[0], words[1]));
    if (one)
        buf_printf(g->out, ", FORM_%s_%s", kgen_upper(g->mem, words[0]),
                   kgen_upper(g->mem, words[2]));
    buf_lit(g->out, ");\n");
}

static void
command_in_text(struct html_gen *g, const char *what, char *rest)
{
    bool form = strcmp(what, "fields") == 0 || strcmp(what, "field") == 0
                || strcmp(what, "errors") == 0;

    if (!form && strcmp(what, "include") != 0)
        html_fail(g, "there is no %% %s", what);
    if (g->pos.state != (g->page->json ? JSON_PLAIN : HTML_TEXT)
        || (form && g->page->json))
        html_fail(g, "%% %s stands in text only", what);
    if (form)
        command_form(g, what, rest);
    else
        command_include(g, rest);
}

void
html_take_command(struct html_gen *g, char *s)
{
    char *rest = kgen_rest(s);

    html_flush(g);
    if (*s == '#')
        return;
    if (strcmp(s, "elif") != 0)
        html_mark(g);
    if (strcmp(s, "if") == 0)
        command_if(g, rest);
    else if (strcmp(s, "elif") == 0)
        command_elif(g, rest);
    else if (strcmp(s, "else") == 0)
        command_else(g, rest);
    else if (strcmp(s, "end") == 0)
        command_end(g, rest);
    else if (strcmp(s, "each") == 0)
        command_each(g, rest);
    else
        command_in_text(g, s, rest);
}

void
html_write_body(const struct html_all *all,
                const struct html_page *page,
                struct buf *out)
{
    struct html_gen g = { .all = all,
                          .page = page,
                          .mem = all->mem,
                          .line = page->line - 1,
                          .literal = buf_new(all->mem),
                          .out = out };
    char *at = page->body;
    char *s;

    g.pos.state = page->json ? JSON_PLAIN : HTML_TEXT;
    for (size_t i = 0; i < page->n_params; i++)
        g.names[g.n_names++] = (struct html_name){ .name = page->params[i].name,
                                                   .param = &page->params[i] };
    while ((s = kgen_line(&at, &g.line)) != NULL) {
        char *trimmed = kgen_trim(arena_strdup(g.mem, s));

        if (*trimmed == '%')
            html_take_command(&g, kgen_trim(trimmed + 1));
        else
            html_take_markup(&g, arena_printf(g.mem, "%s\n", s));
    }
    if (g.n_blocks)
        kgen_fail(page->path, g.blocks[g.n_blocks - 1].line,
                  "this block has no %% end");
    if (g.pos.state != (page->json ? JSON_PLAIN : HTML_TEXT))
        html_fail(&g, "the template ends inside a tag");
    if (g.pos.depth)
        html_fail(&g, "the template ends with %zu brackets open", g.pos.depth);
    html_flush(&g);
}
