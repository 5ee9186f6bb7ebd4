#include "kgen_html.h"

#include <string.h>

#include "../../src/base/vec.h"

static const char *const SCALARS[] = { "const char *", "bool",   "int",
                                       "int64_t",      "size_t", "struct day",
                                       "struct id" };

static const char *const BASE_STRUCTS[] = { "err", "fields", "words" };

static bool
ends_with(const char *s, const char *end)
{
    size_t n = strlen(s);
    size_t m = strlen(end);

    return n >= m && strcmp(s + n - m, end) == 0;
}

static bool
is_scalar(const char *type)
{
    for (size_t i = 0; i < sizeof SCALARS / sizeof *SCALARS; i++)
        if (strcmp(SCALARS[i], type) == 0)
            return true;
    return false;
}

static bool
is_view(const char *type)
{
    if (strncmp(type, "struct ", 7) != 0 || !kgen_is_name(type + 7))
        return false;
    type += 7;
    for (size_t i = 0; i < sizeof BASE_STRUCTS / sizeof *BASE_STRUCTS; i++)
        if (strcmp(BASE_STRUCTS[i], type) == 0)
            return true;
    return ends_with(type, "_view") || ends_with(type, "_list")
           || strncmp(type, "form_", 5) == 0;
}

static void
check_param(const struct html_page *page, int line, const struct html_param *p)
{
    if (!kgen_is_name(p->name) || strcmp(p->name, "out") == 0
        || strncmp(p->name, "tpl_", 4) == 0)
        kgen_fail(page->path, line, "%s is no name for a parameter", p->name);
    if (!p->scalar && !is_view(p->type))
        kgen_fail(page->path, line,
                  "a page takes views (*_view, form_*) and base types, not %s",
                  p->type);
    for (const struct html_param *q = page->params; q < p; q++)
        if (strcmp(q->name, p->name) == 0)
            kgen_fail(page->path, line, "parameter %s stands twice", p->name);
}

/* s: "struct case_view m", with the type's words apart by any white space. */
static void
read_param(struct arena *mem, struct html_page *page, int line, char *s)
{
    struct html_param *p = &page->params[page->n_params];
    char *end = s + strlen(s);
    char *name = end;

    if (page->n_params == HTML_PARAMS)
        kgen_fail(page->path, line, "more than %d parameters", HTML_PARAMS);
    while (name > s && name[-1] != ' ' && name[-1] != '*')
        name--;
    p->name = arena_strdup(mem, name);
    p->type = arena_copy(mem, s, (size_t)(name - s));
    if (strcmp(p->type, "const char *") != 0)
        p->type = kgen_trim(arena_strdup(mem, p->type));
    p->scalar = is_scalar(p->type);
    check_param(page, line, p);
    page->n_params++;
}

/* s: "page case_show (struct case_view m, …)" */
static void
read_head(struct arena *mem, struct html_page *page, int line, char *s)
{
    char *name = kgen_rest(s);
    char *open = strchr(name, '(');
    char *close = strrchr(name, ')');

    if (strcmp(s, "page") != 0 || !open || !close || close[1] || close < open)
        kgen_fail(page->path, line, "expected: %% page NAME (TYPE NAME, ...)");
    *open = *close = '\0';
    if (strcmp(kgen_trim(name), page->name) != 0)
        kgen_fail(page->path, line, "the page of this file is called %s", page->name);
    for (s = kgen_trim(open + 1); *s;) {
        char *comma = strchr(s, ',');
        char *next = comma ? kgen_trim(comma + 1) : s + strlen(s);

        if (comma)
            *comma = '\0';
        read_param(mem, page, line, kgen_trim(s));
        s = next;
    }
}

void
html_read_page(struct html_all *all, const char *path)
{
    struct source src = kgen_read(all->mem, path);
    struct html_page page = { .path = path, .name = src.name };
    char *at = src.text;
    char *s;
    int line = 0;

    page.json = ends_with(path, ".json");
    while ((s = kgen_line(&at, &line)) != NULL) {
        s = kgen_trim(s);
        if (!*s || strncmp(s, "%#", 2) == 0)
            continue;
        if (*s != '%')
            kgen_fail(path, line, "expected: %% page NAME (TYPE NAME, ...)");
        read_head(all->mem, &page, line, kgen_trim(s + 1));
        page.body = at;
        page.line = line + 1;
        break;
    }
    if (!page.body)
        kgen_fail(path, line ? line : 1, "there is no %% page line");
    for (size_t i = 0; i < all->pages.n; i++)
        if (strcmp(all->pages.v[i].name, page.name) == 0
            && all->pages.v[i].json == page.json)
            kgen_fail(path, page.line - 1, "page %s stands twice", page.name);
    *VEC_PUSH(all->mem, &all->pages) = page;
}

static void
write_head(struct buf *b, const struct html_page *page)
{
    buf_printf(b, "%s_%s(struct buf *out", page->json ? "json" : "view", page->name);
    for (size_t i = 0; i < page->n_params; i++) {
        const struct html_param *p = &page->params[i];
        const char *gap = ends_with(p->type, "*") ? "" : " ";

        if (p->scalar)
            buf_printf(b, ", %s%s%s", p->type, gap, p->name);
        else
            buf_printf(b, ", const %s *%s", p->type, p->name);
    }
    buf_char(b, ')');
}

static void
write_header(const struct html_all *all, const char *out)
{
    struct buf b = buf_new(all->mem);

    buf_lit(&b, "/* The pages and JSON shapes; made by kgen from the templates. */\n"
                "#ifndef KASANE_GEN_PAGES_H\n#define KASANE_GEN_PAGES_H\n\n"
                "#include \"src/base/day.h\"\n#include \"src/base/id.h\"\n\n"
                "struct buf;\n");
    for (size_t i = 0; i < all->pages.n; i++)
        for (size_t j = 0; j < all->pages.v[i].n_params; j++)
            if (!all->pages.v[i].params[j].scalar)
                buf_printf(&b, "%s;\n", all->pages.v[i].params[j].type);
    buf_char(&b, '\n');
    for (size_t i = 0; i < all->pages.n; i++) {
        buf_lit(&b, "void ");
        write_head(&b, &all->pages.v[i]);
        buf_lit(&b, ";\n");
    }
    buf_lit(&b, "\n#endif\n");
    kgen_write(all->mem, out, "pages.h", &b);
}

static void
write_pages(const struct html_all *all, struct buf *b)
{
    for (size_t i = 0; i < all->pages.n; i++) {
        const struct html_page *page = &all->pages.v[i];

        buf_lit(b, "\nvoid\n");
        write_head(b, page);
        buf_lit(b, "\n{\n");
        for (size_t j = 0; j < page->n_params; j++)
            buf_printf(b, "(void)%s;\n", page->params[j].name);
        html_write_body(all, page, b);
        buf_lit(b, "}\n");
    }
}

/* Forms and assets are included where a page uses them. */
static void
write_code(const struct html_all *all, const char *out)
{
    struct buf pages = buf_new(all->mem);
    struct buf b = buf_new(all->mem);

    write_pages(all, &pages);
    buf_lit(&b, "#include \"gen/pages.h\"\n\n#include \"gen/enums.h\"\n"
                "#include \"gen/words.h\"\n#include \"src/view/tpl.h\"\n");
    if (strstr(buf_text(&pages), "control_"))
        buf_lit(&b, "#include \"gen/forms.h\"\n#include \"src/view/control.h\"\n");
    if (strstr(buf_text(&pages), "asset_url("))
        buf_lit(&b, "#include \"gen/assets.h\"\n");
    for (size_t i = 0; i < all->headers.n; i++)
        buf_printf(&b, "#include \"%s\"\n", all->headers.v[i]);
    buf_add(&b, pages.p, pages.n);
    kgen_write(all->mem, out, "pages.c", &b);
}

/* The path as sources include it: from src/ on; other paths stay as they are. */
static const char *
from_src(const char *path)
{
    const char *at = path;
    const char *last = path;

    while ((at = strstr(at, "src/")) != NULL) {
        if (at == path || at[-1] == '/')
            last = at;
        at++;
    }
    return last;
}

/* Files that end in .h declare what the pages print; all others are templates. */
int
kgen_html(struct arena *mem, const char *out, int n, char **files)
{
    struct html_all all = { .mem = mem };

    for (int i = 0; i < n; i++)
        if (ends_with(files[i], ".h"))
            *VEC_PUSH(mem, &all.headers) = from_src(files[i]);
        else
            html_read_page(&all, files[i]);
    write_header(&all, out);
    write_code(&all, out);
    return 0;
}
