/*
 * Where in the markup a character stands, and what may not stand there. Only the subset of
 * HTML that the templates write is accepted; everything doubtful is refused.
 */
#include "kgen_html.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

static const char *const URL_ATTRIBUTES[] = { "href",       "src",       "action",
                                              "formaction", "poster",    "cite",
                                              "data",       "ping",      "background",
                                              "manifest",   "xlink:href" };

static const char *const NO_ATTRIBUTES[] = { "style", "srcdoc", "srcset",
                                             "http-equiv" };

static const char *const NO_ELEMENTS[] = { "style", "iframe",   "object",    "embed",
                                           "base",  "noscript", "plaintext", "xmp" };

#define IS_ONE_OF(s, list) is_one_of((s), (list), sizeof(list) / sizeof *(list))

static bool
is_one_of(const char *s, const char *const *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strcasecmp(s, list[i]) == 0)
            return true;
    return false;
}

static void
start_name(struct html_pos *p, char *name, char ch)
{
    name[0] = ch;
    name[1] = '\0';
    p->n = 1;
}

static void
add_name(struct html_gen *g, char *name, size_t max, char ch)
{
    if (g->pos.n + 1 == max)
        html_fail(g, "a name in a tag is too long: %s", name);
    name[g->pos.n++] = ch;
    name[g->pos.n] = '\0';
}

static void
end_tag(struct html_gen *g)
{
    bool script = strcasecmp(g->pos.element, "script") == 0;

    g->pos.state = script ? HTML_SCRIPT : HTML_TEXT;
}

static void
check_element(struct html_gen *g)
{
    if (IS_ONE_OF(g->pos.element, NO_ELEMENTS))
        html_fail(g, "<%s> has no place in a template", g->pos.element);
}

static void
check_attribute(struct html_gen *g)
{
    const char *a = g->pos.attribute;

    if (strncasecmp(a, "on", 2) == 0)
        html_fail(g, "%s: what a page does lives in the script file", a);
    if (IS_ONE_OF(a, NO_ATTRIBUTES))
        html_fail(g, "the attribute %s has no place in a template", a);
}

static void
scan_less(struct html_gen *g, const char *s)
{
    if (isalpha((unsigned char)*s)) {
        start_name(&g->pos, g->pos.element, *s);
        g->pos.state = HTML_NAME;
    } else if (*s == '/') {
        g->pos.state = HTML_CLOSE;
    } else if (strncasecmp(s, "!doctype", 8) == 0) {
        g->pos.state = HTML_DECLARE;
    } else if (*s == '!') {
        html_fail(g, "no comments in the markup; write %%# for one");
    } else {
        html_fail(g, "a bare <: write &lt;");
    }
}

static void
scan_in_tag(struct html_gen *g, char ch)
{
    if (ch == '>')
        end_tag(g);
    else if (isspace((unsigned char)ch) || ch == '/')
        g->pos.state = HTML_TAG;
    else if (g->pos.state == HTML_AFTER || strchr("\"'<=", ch))
        html_fail(g, "%c does not belong here in a tag", ch);
    else {
        start_name(&g->pos, g->pos.attribute, ch);
        g->pos.state = HTML_ATTRIBUTE;
    }
}

static void
scan_element(struct html_gen *g, char ch)
{
    if (isalnum((unsigned char)ch) || ch == '-') {
        add_name(g, g->pos.element, sizeof g->pos.element, ch);
        return;
    }
    check_element(g);
    g->pos.state = HTML_TAG;
    scan_in_tag(g, isspace((unsigned char)ch) || ch == '>' ? ch : ' ');
}

static void
scan_attribute(struct html_gen *g, char ch)
{
    if (isalnum((unsigned char)ch) || strchr("-_:.", ch)) {
        add_name(g, g->pos.attribute, sizeof g->pos.attribute, ch);
        return;
    }
    check_attribute(g);
    if (ch == '=') {
        g->pos.state = HTML_EQUALS;
        return;
    }
    g->pos.state = HTML_TAG;
    scan_in_tag(g, ch);
}

/* The literal start of a URL: one of our paths, or another place over https. */
static void
check_url(struct html_gen *g, const char *s, size_t n)
{
    static const char *const OURS[] = { "/", "#", "?", "tel:", "mailto:", "https://" };

    if (n >= 2 && s[0] == '/' && (s[1] == '/' || s[1] == '\\'))
        html_fail(g, "a URL that leaves the scheme open: write https://");
    for (size_t i = 0; i < sizeof OURS / sizeof *OURS; i++)
        if (strncmp(s, OURS[i], strlen(OURS[i])) == 0)
            return;
    html_fail(g, "a URL begins with /, #, ?, https://, tel: or mailto:");
}

/*
 * Begins a URL: a literal one is checked now; one with {{…}} in it is built in the page's
 * buffer and checked as a whole when it ends.
 */
static void
begin_url(struct html_gen *g, const char *s)
{
    size_t n = strcspn(s, g->pos.quote == '"' ? "\"" : "'");
    const char *print = strstr(s, "{{");
    bool whole = s[n] == g->pos.quote && (!print || print > s + n);

    g->pos.literal = false;
    g->pos.dynamic = !whole;
    if (print != s && n > 0)
        check_url(g, s, n);
    if (whole)
        return;
    html_flush(g);
    html_mark(g);
    buf_lit(g->out, "{\nconst size_t tpl_at = out->n;\n");
}

static void
end_url(struct html_gen *g)
{
    if (!g->pos.dynamic)
        return;
    html_flush(g);
    buf_lit(g->out, "tpl_url_end(out, tpl_at);\n}\n");
    g->pos.dynamic = false;
}

static void
scan_equals(struct html_gen *g, const char *s)
{
    if (*s != '"' && *s != '\'')
        html_fail(g, "the value of %s is not quoted", g->pos.attribute);
    g->pos.quote = *s;
    g->pos.state = HTML_VALUE;
    g->pos.url = IS_ONE_OF(g->pos.attribute, URL_ATTRIBUTES);
}

/* In a URL that is built, the template's &amp; becomes & and is escaped at the end. */
static size_t
take_url_char(struct html_gen *g, const char *s)
{
    if (*s == '\n') /* of the template, around a % line */
        return 1;
    g->pos.literal = true;
    if (*s != '&') {
        buf_char(&g->literal, *s);
        return 1;
    }
    if (strncmp(s, "&amp;", 5) != 0)
        html_fail(g, "write & in a URL as &amp;");
    buf_char(&g->literal, '&');
    return 5;
}

static size_t
take_value_char(struct html_gen *g, const char *s)
{
    if (*s == g->pos.quote) {
        if (g->pos.url)
            end_url(g);
        g->pos.state = HTML_AFTER;
        g->pos.quote = '\0';
    } else if (g->pos.url && g->pos.dynamic) {
        return take_url_char(g, s);
    }
    buf_char(&g->literal, *s);
    return 1;
}

static void
scan_script(struct html_gen *g, const char *s)
{
    if (strncasecmp(s, "</script>", 9) != 0)
        html_fail(g, "<script> has no content in a template");
    g->pos.state = HTML_LESS;
}

static void
scan_json(struct html_gen *g, char ch)
{
    if (ch == '"')
        g->pos.state = JSON_STRING;
    else if (ch == '{' || ch == '[')
        g->pos.depth++;
    else if ((ch == '}' || ch == ']') && g->pos.depth-- == 0)
        html_fail(g, "%c closes nothing", ch);
}

/* Takes one character, or what belongs together; returns how much it took. */
static size_t
take_char(struct html_gen *g, const char *s)
{
    switch (g->pos.state) {
    case HTML_VALUE:
        return take_value_char(g, s);
    case HTML_TEXT:
        if (*s == '<')
            g->pos.state = HTML_LESS;
        break;
    case HTML_LESS:
        scan_less(g, s);
        break;
    case HTML_DECLARE:
    case HTML_CLOSE:
        if (*s == '>')
            g->pos.state = HTML_TEXT;
        break;
    case HTML_NAME:
        scan_element(g, *s);
        break;
    case HTML_TAG:
    case HTML_AFTER:
        scan_in_tag(g, *s);
        break;
    case HTML_ATTRIBUTE:
        scan_attribute(g, *s);
        break;
    case HTML_EQUALS:
        scan_equals(g, s);
        break;
    case HTML_SCRIPT:
        scan_script(g, s);
        break;
    case JSON_PLAIN:
        scan_json(g, *s);
        break;
    case JSON_STRING:
        if (*s == '\n' || *s == '\\')
            html_fail(g, "a JSON string of a template ends on its line, without \\");
        if (*s == '"')
            g->pos.state = JSON_PLAIN;
        break;
    }
    buf_char(&g->literal, *s);
    if (g->pos.state == HTML_VALUE && g->pos.url)
        begin_url(g, s + 1); /* after the quote */
    return 1;
}

static void
check_place(struct html_gen *g)
{
    switch (g->pos.state) {
    case HTML_TEXT:
    case HTML_VALUE:
    case JSON_PLAIN:
        return;
    case HTML_EQUALS:
        html_fail(g, "the value of %s is not quoted", g->pos.attribute);
    case HTML_SCRIPT:
        html_fail(g, "<script> has no content in a template");
    case JSON_STRING:
        html_fail(g, "{{...}} inside a JSON string: it writes its own quotes");
    case HTML_LESS:
    case HTML_DECLARE:
    case HTML_CLOSE:
    case HTML_NAME:
    case HTML_TAG:
    case HTML_ATTRIBUTE:
    case HTML_AFTER:
        html_fail(g, "{{...}} in a tag outside a quoted value");
    }
}

void
html_take_markup(struct html_gen *g, const char *s)
{
    while (*s) {
        const char *end;

        if (strncmp(s, "{{", 2) != 0) {
            s += take_char(g, s);
            continue;
        }
        end = strstr(s, "}}");
        if (!end || memchr(s, '\n', (size_t)(end - s)))
            html_fail(g, "{{ without }}");
        check_place(g);
        html_print(g, arena_copy(g->mem, s + 2, (size_t)(end - s - 2)));
        s = end + 2;
    }
}
