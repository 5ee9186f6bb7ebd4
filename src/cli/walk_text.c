#include "walk_text.h"

#include "../base/buf.h"
#include "../base/id.h"
#include "../base/text.h"

#include <regex.h>
#include <string.h>

enum { REPEAT_MAX = 100000 };

const char *
walk_word(struct arena *mem, const char **line)
{
    const char *from = *line + strspn(*line, " \t");
    size_t n = strcspn(from, " \t");

    *line = from + n + strspn(from + n, " \t");
    return arena_copy(mem, from, n);
}

/* "あ×4001" as so many of them. */
static bool
repeat(struct buf *b, struct arena *mem, const char *name)
{
    const char *times = strstr(name, "×");
    int64_t n;

    if (!times || !text_int(times + strlen("×"), 1, REPEAT_MAX, &n))
        return false;
    for (int64_t i = 0; i < n; i++)
        buf_str(b, arena_copy(mem, name, (size_t)(times - name)));
    return true;
}

bool
walk_expand(struct arena *mem,
            const char *text,
            const struct fields *kept,
            const char **out,
            const char **missing)
{
    struct buf b = buf_new(mem);
    const char *end;

    for (const char *p = text; *p; p++) {
        const char *name;
        const char *value;

        if (*p != '{' || !(end = strchr(p, '}'))) {
            buf_char(&b, *p);
            continue;
        }
        name = arena_copy(mem, p + 1, (size_t)(end - p - 1));
        value = fields_get(kept, name);
        if (value) {
            buf_str(&b, value);
        } else if (!repeat(&b, mem, name)) {
            *missing = name;
            return false;
        }
        p = end;
    }
    *out = buf_text(&b);
    return true;
}

/* The length of a name with its "=" at the start of p; 0 when there is none. */
static size_t
name_at(const char *p)
{
    size_t n = strspn(p, "abcdefghijklmnopqrstuvwxyz0123456789_.");

    return n && p[n] == '=' ? n + 1 : 0;
}

static const char *
next_name(const char *p)
{
    for (; *p; p++)
        if (*p == ' ' && name_at(p + 1))
            return p;
    return p;
}

/* A value as it is posted: \n is a line end. */
static const char *
value_of(struct arena *mem, const char *p, size_t n)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < n; i++)
        if (p[i] == '\\' && i + 1 < n && p[i + 1] == 'n') {
            buf_char(&b, '\n');
            i++;
        } else {
            buf_char(&b, p[i]);
        }
    return buf_text(&b);
}

void
walk_fields(struct arena *mem, const char *text, struct fields *out)
{
    const char *p = text + strspn(text, " \t");
    size_t n;

    while ((n = name_at(p))) {
        const char *value = p + n;
        const char *end = next_name(value);

        fields_add(mem, out, arena_copy(mem, p, n - 1),
                   value_of(mem, value, (size_t)(end - value)));
        p = end + strspn(end, " ");
    }
}

void
walk_keep(struct arena *mem, struct fields *kept, const char *name, const char *value)
{
    for (size_t i = 0; i < kept->n; i++)
        if (strcmp(kept->v[i].name, name) == 0) {
            kept->v[i].value = value;
            return;
        }
    fields_add(mem, kept, name, value);
}

const char *
walk_readable(struct arena *mem, const char *body, size_t n)
{
    static const struct {
        const char *entity;
        char ch;
    } ENTITIES[] = { { "&amp;", '&' },  { "&lt;", '<' },  { "&gt;", '>' },
                     { "&quot;", '"' }, { "&#34;", '"' }, { "&#39;", '\'' } };
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < n; i++) {
        size_t k = 0;

        while (k < sizeof ENTITIES / sizeof *ENTITIES
               && strncmp(body + i, ENTITIES[k].entity, strlen(ENTITIES[k].entity))
                      != 0)
            k++;
        if (k == sizeof ENTITIES / sizeof *ENTITIES) {
            buf_char(&b, body[i]);
        } else {
            buf_char(&b, ENTITIES[k].ch);
            i += strlen(ENTITIES[k].entity) - 1;
        }
    }
    return buf_text(&b);
}

const char *
walk_last_id(struct arena *mem, const char *address)
{
    const char *found = NULL;
    struct id id;

    for (const char *p = address; *p;) {
        size_t n = strcspn(p, "/?=&#");
        const char *part = arena_copy(mem, p, n);

        if (id_read(part, &id))
            found = part;
        p += n + (p[n] != '\0');
    }
    return found;
}

const char *
walk_hidden(struct arena *mem, const char *body, const char *name)
{
    const char *mark = arena_printf(mem, "name=\"%s\" value=\"", name);
    const char *at = strstr(body, mark);

    if (!at)
        return NULL;
    at += strlen(mark);
    return arena_copy(mem, at, strcspn(at, "\""));
}

const char *
walk_match(struct arena *mem, const char *expression, const char *text)
{
    regex_t re;
    regmatch_t m[2];
    const char *found = NULL;

    if (regcomp(&re, expression, REG_EXTENDED | REG_NEWLINE) != 0)
        return NULL;
    if (regexec(&re, text, 2, m, 0) == 0) {
        const regmatch_t *r = re.re_nsub ? &m[1] : &m[0];

        found = arena_copy(mem, text + r->rm_so, (size_t)(r->rm_eo - r->rm_so));
    }
    regfree(&re);
    return found;
}
