#include "kgen_sql.h"

#include "../../src/base/vec.h"

#include <ctype.h>
#include <string.h>

static const char *const TYPES[] = { "id",  "text",    "int",  "bool", "blob",
                                     "day", "instant", "enum", "ids",  NULL };

static struct sql_col
read_col(struct sql_all *all, const char *path, int line, char *item)
{
    char *words[3];
    struct sql_col col = { 0 };
    char *type;
    char *colon;
    size_t n;

    if (kgen_split(item, words, 3) != 2)
        kgen_fail(path, line, "a column is written as: name type");
    col.name = arena_strdup(all->mem, words[0]);
    type = arena_strdup(all->mem, words[1]);
    n = strlen(type);
    if (n && type[n - 1] == '?') {
        col.null = true;
        type[n - 1] = '\0';
    }
    colon = strchr(type, ':');
    if (colon) {
        *colon = '\0';
        col.kind = colon + 1;
    }
    col.type = type;
    for (size_t i = 0; TYPES[i]; i++)
        if (strcmp(TYPES[i], type) == 0) {
            if (strcmp(type, "enum") == 0 && !col.kind)
                kgen_fail(path, line, "%s: enum needs its name (enum:x)", col.name);
            return col;
        }
    kgen_fail(path, line, "%s: unknown type %s", col.name, type);
}

static void
read_cols(
    struct sql_all *all, const char *path, int line, char *s, struct sql_cols *out)
{
    while (*s) {
        char *comma = strchr(s, ',');
        char *item = s;

        if (comma)
            *comma = '\0';
        s = comma ? comma + 1 : s + strlen(s);
        item = kgen_trim(item);
        if (*item)
            *VEC_PUSH(all->mem, out) = read_col(all, path, line, item);
    }
}

static void
start(struct sql_all *all, const char *path, int line, char *rest)
{
    static const char *const CARDS[] = { "one", "opt", "many", "none", NULL };
    struct sql_query q = { .path = path, .line = line, .comment = "" };
    char *words[3];

    if (kgen_split(rest, words, 3) != 2)
        kgen_fail(path, line, "expected: -- name: query_name  one|opt|many|none");
    q.name = arena_strdup(all->mem, words[0]);
    q.rows = q.name;
    for (size_t i = 0; CARDS[i]; i++)
        if (strcmp(CARDS[i], words[1]) == 0)
            q.card = CARDS[i];
    if (!q.card)
        kgen_fail(path, line, "unknown cardinality %s", words[1]);
    for (size_t i = 0; i < all->queries.n; i++)
        if (strcmp(all->queries.v[i].name, q.name) == 0)
            kgen_fail(path, line, "a query named %s exists already", q.name);
    *VEC_PUSH(all->mem, &all->queries) = q;
}

static bool
after(char *line, const char *mark, char **rest)
{
    size_t n = strlen(mark);

    if (strncmp(line, mark, n) != 0)
        return false;
    *rest = kgen_trim(line + n);
    return true;
}

/* -- rows: NAME: the columns and the row of a query that stands before. */
static void
take_rows(const struct sql_all *all,
          struct sql_query *q,
          const char *path,
          int line,
          const char *name)
{
    for (size_t i = 0; i < all->queries.n; i++)
        if (strcmp(all->queries.v[i].name, name) == 0 && all->queries.v[i].out.n) {
            q->rows = all->queries.v[i].rows;
            q->out = all->queries.v[i].out;
            return;
        }
    kgen_fail(path, line, "no query %s with rows stands before", name);
}

static void
read_note(struct sql_all *all, struct sql_query *q, const char *path, int line, char *s)
{
    char *rest;

    if (after(s, "-- in:", &rest))
        read_cols(all, path, line, rest, &q->in);
    else if (after(s, "-- out:", &rest))
        read_cols(all, path, line, rest, &q->out);
    else if (after(s, "-- unscoped:", &rest))
        q->unscoped = *rest != '\0';
    else if (after(s, "-- rows:", &rest))
        take_rows(all, q, path, line, rest);
    else if (after(s, "-- each:", &rest))
        q->each = arena_strdup(all->mem, rest);
    else if (strcmp(s, "-- lock") == 0)
        q->lock = true;
    else if (after(s, "--", &rest))
        q->comment =
            arena_printf(all->mem, "%s%s%s", q->comment, *q->comment ? " " : "", rest);
}

void
sql_read_queries(struct sql_all *all, struct source s)
{
    char *at = s.text;
    int line = 0;
    char *l;
    char *rest;
    struct sql_query *q = NULL;

    while ((l = kgen_line(&at, &line))) {
        char *t = kgen_trim(l);

        if (after(t, "-- name:", &rest)) {
            start(all, s.path, line, rest);
            q = &all->queries.v[all->queries.n - 1];
            continue;
        }
        if (!*t || (!q && strncmp(t, "--", 2) == 0))
            continue;
        if (!q)
            kgen_fail(s.path, line, "a statement needs a -- name: line before it");
        if (strncmp(t, "--", 2) == 0) {
            read_note(all, q, s.path, line, t);
            continue;
        }
        if (!q->text)
            q->text_line = line;
        q->text = q->text ? arena_printf(all->mem, "%s\n%s", q->text, l)
                          : arena_strdup(all->mem, l);
    }
}

void
sql_read_views(struct sql_all *all, struct source s)
{
    char *at = s.text;
    int line = 0;
    char *l;

    while ((l = kgen_line(&at, &line))) {
        char *tab = strchr(l, '\t');

        if (!*kgen_trim(l) || *l == '#')
            continue;
        if (!tab)
            kgen_fail(s.path, line, "a view is written as: name TAB text");
        *tab = '\0';
        *VEC_PUSH(all->mem, &all->views) =
            (struct sql_view){ .name = l, .text = tab + 1 };
    }
}

void
sql_read_personal(struct sql_all *all, struct source s)
{
    char *at = arena_strdup(all->mem, s.text);
    int line = 0;
    char *l;
    bool marked = false;

    while ((l = kgen_line(&at, &line))) {
        char *t = kgen_trim(l);
        char *rest;

        if (strncmp(t, "-- personal", 11) == 0)
            marked = true;
        if (!after(t, "CREATE TABLE", &rest))
            continue;
        rest[strcspn(rest, " (")] = '\0';
        if (marked)
            *VEC_PUSH(all->mem, &all->personal) = rest;
        marked = false;
    }
}
