/*
 * Templates of pages and JSON shapes between reading and writing C: what a page is, where in
 * the markup its next character stands, and what is written so far.
 */
#ifndef KASANE_TOOLS_KGEN_HTML_H
#define KASANE_TOOLS_KGEN_HTML_H

#include "kgen_text.h"

enum { HTML_PARAMS = 10, HTML_BLOCKS = 16, HTML_NAMES = 32 };

struct html_param {
    const char *type; /* "struct case_view", "const char *", "bool" */
    const char *name;
    bool scalar; /* handed over as a value, not as a pointer to const */
};

struct html_page {
    const char *path;
    const char *name;
    bool json;
    int line; /* of the body's first line */
    char *body;
    struct html_param params[HTML_PARAMS];
    size_t n_params;
};

struct html_all {
    struct arena *mem;
    struct {
        struct html_page *v;
        size_t n, cap;
    } pages;
    struct {
        const char **v; /* that declare what the pages print */
        size_t n, cap;
    } headers;
};

enum html_state {
    HTML_TEXT,
    HTML_LESS,      /* after < */
    HTML_DECLARE,   /* <!DOCTYPE … */
    HTML_CLOSE,     /* </… */
    HTML_NAME,      /* of an element */
    HTML_TAG,       /* between attributes */
    HTML_ATTRIBUTE, /* its name */
    HTML_EQUALS,    /* after = */
    HTML_VALUE,     /* between quotes */
    HTML_AFTER,     /* after the closing quote */
    HTML_SCRIPT,    /* after <script …>: only </script> may follow */
    JSON_PLAIN,
    JSON_STRING
};

struct html_pos {
    enum html_state state;
    char quote;
    bool url;     /* the value is a URL */
    bool dynamic; /* … with {{…}} in it: it is built, then checked as a whole */
    bool literal; /* … of which a literal part is written */
    char element[16];
    char attribute[24];
    size_t n;     /* of the name that is being read */
    size_t depth; /* JSON: open brackets and braces */
};

struct html_block {
    bool each;
    bool otherwise; /* its % else was seen */
    int line;
    const char *list; /* of an each */
    size_t n_names;
    struct html_pos pos;
};

struct html_name {
    const char *name;
    const struct html_param *param; /* NULL: the name of an each */
};

/* The page that is being written. */
struct html_gen {
    const struct html_all *all;
    const struct html_page *page;
    struct arena *mem;
    int line;
    struct buf literal; /* not yet written */
    struct buf *out;
    struct html_pos pos;
    struct html_block blocks[HTML_BLOCKS];
    size_t n_blocks;
    struct html_name names[HTML_NAMES];
    size_t n_names;
};

#define html_fail(g, ...) kgen_fail((g)->page->path, (g)->line, __VA_ARGS__)

/* Reads the % page line and keeps the body; refuses parameters that are no views. */
void html_read_page(struct html_all *all, const char *path);

/* Writes the page's function, without its head. */
void html_write_body(const struct html_all *all,
                     const struct html_page *page,
                     struct buf *out);

/* Takes one line of markup (with its line end), one line after a %. */
void html_take_markup(struct html_gen *g, const char *s);
void html_take_command(struct html_gen *g, char *s);

/* Writes what {{…}} prints at the present place; s is the text between the braces. */
void html_print(struct html_gen *g, char *s);

/* Writes the kept literal text; the statement's line mark. */
void html_flush(struct html_gen *g);
void html_mark(struct html_gen *g);

/* Returns the C expression of a path (m.title, it, late); ends the program for others. */
const char *html_path(struct html_gen *g, const char *s);

/* Returns the C condition of % if and % elif. */
const char *html_condition(struct html_gen *g, char *s);

/* Returns the parameter or each-name, or NULL. */
const struct html_name *html_name(const struct html_gen *g, const char *s, size_t n);

#endif
