#include "kgen_case.h"

#include "../../src/base/vec.h"

#include <string.h>

static struct case_table *
find_table(const struct case_tables *t, const char *name)
{
    for (size_t i = 0; i < t->all.n; i++)
        if (strcmp(t->all.v[i]->name, name) == 0)
            return t->all.v[i];
    return NULL;
}

static struct case_column *
find_column(const struct case_table *t, const char *name)
{
    for (size_t i = 0; i < t->columns.n; i++)
        if (strcmp(t->columns.v[i].name, name) == 0)
            return &t->columns.v[i];
    return NULL;
}

/* Returns the next word at *s and steps behind it; words are of letters, digits, _ and @. */
static const char *
word(struct arena *mem, char **s)
{
    size_t n;
    const char *out;

    *s += strspn(*s, " \t");
    n = strspn(*s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@");
    out = arena_copy(mem, *s, n);
    *s += n;
    return out;
}

/* "name @type … REFERENCES table": one line of CREATE TABLE, or what ADD COLUMN adds. */
static void
read_column(struct arena *mem, struct case_table *t, char *s)
{
    const bool key = strstr(s, "PRIMARY KEY") != NULL;
    char *of = strstr(s, "REFERENCES ");
    struct case_column col = { .name = word(mem, &s) };
    const char *type = word(mem, &s);

    if (*type != '@')
        return;
    col.type = type + 1;
    col.key = key;
    if (of) {
        of += strlen("REFERENCES ");
        col.of = word(mem, &of);
    }
    *VEC_PUSH(mem, &t->columns) = col;
}

/* PRIMARY KEY (a, b) on a line of its own. */
static void
read_key(struct arena *mem, struct case_table *t, char *s)
{
    s += strlen("PRIMARY KEY (");
    while (*s && *s != ')') {
        struct case_column *col = find_column(t, word(mem, &s));

        if (col)
            col->key = true;
        s += strspn(s, ", ");
    }
}

void
case_read_migration(struct arena *mem, struct case_tables *t, struct source s)
{
    char *at = arena_strdup(mem, s.text);
    int line = 0;
    struct case_table *in = NULL;
    char *l;

    while ((l = kgen_line(&at, &line))) {
        char *p = kgen_trim(l);

        if (strncmp(p, "CREATE TABLE ", 13) == 0) {
            p += 13;
            in = arena_alloc(mem, sizeof *in);
            *in = (struct case_table){ .name = word(mem, &p), .only = "" };
            *VEC_PUSH(mem, &t->all) = in;
        } else if (strncmp(p, "ALTER TABLE ", 12) == 0) {
            char *add = strstr(p, " ADD COLUMN ");
            struct case_table *to;

            p += 12;
            to = find_table(t, word(mem, &p));
            if (to && add)
                read_column(mem, to, add + strlen(" ADD COLUMN "));
        } else if (in && *p == ')') {
            in = NULL;
        } else if (in && strncmp(p, "PRIMARY KEY (", 13) == 0) {
            read_key(mem, in, p);
        } else if (in && strncmp(p, "--", 2) != 0) {
            read_column(mem, in, p);
        }
    }
}

/* naming TABLE.COLUMN moves|stays [what must hold] */
static void
read_naming(struct arena *mem, struct case_tables *t, int line, char *s)
{
    struct case_naming n = { .table = word(mem, &s) };
    const struct case_table *of = find_table(t, n.table);

    if (*s == '.')
        s++;
    n.column = word(mem, &s);
    n.way = word(mem, &s);
    n.only = arena_strdup(mem, kgen_trim(s));
    if (!of || !find_column(of, n.column))
        kgen_fail(t->path, line, "there is no column %s.%s", n.table, n.column);
    if (strcmp(n.way, "moves") != 0 && strcmp(n.way, "stays") != 0)
        kgen_fail(t->path, line, "%s.%s: moves or stays", n.table, n.column);
    *VEC_PUSH(mem, &t->naming) = n;
}

static bool
one_of(const char *s, const char *const *words)
{
    for (size_t i = 0; words[i]; i++)
        if (strcmp(words[i], s) == 0)
            return true;
    return false;
}

static void
read_line(struct arena *mem, struct case_tables *t, int line, char *s)
{
    static const char *const WAYS[] = { "carried", "follows", "stays", "under", NULL };
    const char *way = word(mem, &s);
    const char *name;
    struct case_table *of;

    if (strcmp(way, "naming") == 0) {
        read_naming(mem, t, line, s);
        return;
    }
    if (!one_of(way, WAYS))
        kgen_fail(t->path, line, "expected carried, follows, stays, under or naming");
    name = word(mem, &s);
    of = find_table(t, name);
    if (!of)
        kgen_fail(t->path, line, "there is no table %s", name);
    if (of->way)
        kgen_fail(t->path, line, "%s stands here twice", name);
    of->way = way;
    of->line = line;
    if (strcmp(way, "follows") == 0 || strcmp(way, "under") == 0) {
        of->under = word(mem, &s);
        if (!find_table(t, of->under))
            kgen_fail(t->path, line, "there is no table %s", of->under);
    }
    of->only = arena_strdup(mem, kgen_trim(s));
    *VEC_PUSH(mem, &t->listed) = of;
}

/* Every table of a case, and every column that names a person, has to be accounted for. */
static void
check_all(const struct case_tables *t)
{
    for (size_t i = 0; i < t->all.n; i++) {
        const struct case_table *of = t->all.v[i];

        if (find_column(of, "case_id") && !of->way)
            kgen_fail(t->path, 1,
                      "table %s has rows of a case: say what becomes of them when two "
                      "cases become one",
                      of->name);
        for (size_t k = 0; k < of->columns.n; k++) {
            const struct case_column *col = &of->columns.v[k];
            bool known = !col->of || strcmp(col->of, "person") != 0
                         || strcmp(of->name, "person") == 0;

            for (size_t j = 0; !known && j < t->naming.n; j++)
                known = strcmp(t->naming.v[j].table, of->name) == 0
                        && strcmp(t->naming.v[j].column, col->name) == 0;
            if (!known)
                kgen_fail(t->path, 1,
                          "column %s.%s names a person: say whether it moves when two "
                          "entries become one",
                          of->name, col->name);
        }
    }
}

void
case_read_list(struct arena *mem, struct case_tables *t, struct source s)
{
    char *at = s.text;
    int line = 0;
    char *l;

    t->path = s.path;
    while ((l = kgen_line(&at, &line))) {
        char *p = kgen_trim(l);

        if (*p && *p != '#')
            read_line(mem, t, line, p);
    }
    check_all(t);
}
