#include "kgen_case.h"

#include "../../src/base/vec.h"

#include <string.h>

enum { BOUND_MAX = 6 };

/* What the words of one turn of a loop stand for. */
struct turn {
    const char *name[BOUND_MAX];
    const char *value[BOUND_MAX];
    size_t n;
};

struct turns {
    struct turn *v;
    size_t n;
    size_t cap;
};

static void
bind(struct turn *t, const char *name, const char *value)
{
    t->name[t->n] = name;
    t->value[t->n++] = value;
}

/* The text with the words of one turn filled in. */
static const char *
fill(struct arena *mem, const char *text, const struct turn *turn)
{
    struct buf b = buf_new(mem);

    while (*text) {
        size_t i = 0;

        while (i < turn->n && strncmp(text, turn->name[i], strlen(turn->name[i])) != 0)
            i++;
        if (i < turn->n) {
            buf_str(&b, turn->value[i]);
            text += strlen(turn->name[i]);
        } else {
            buf_char(&b, *text++);
        }
    }
    return buf_text(&b);
}

/* The text with a column's name in the place of @. */
static void
put_column(struct buf *b, const char *text, const char *column)
{
    struct turn turn = { .n = 0 };

    bind(&turn, "@", column);
    buf_str(b, fill(b->mem, text, &turn));
}

static bool
is(const char *a, const char *b)
{
    return a && strcmp(a, b) == 0;
}

static const struct case_table *
table(const struct case_tables *t, const char *name)
{
    for (size_t i = 0; i < t->all.n; i++)
        if (is(t->all.v[i]->name, name))
            return t->all.v[i];
    return NULL;
}

/* What tells the rows of a table of one case apart, as text. */
static const char *
key_of(struct arena *mem, const struct case_table *t)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < t->columns.n; i++) {
        const struct case_column *col = &t->columns.v[i];

        if (!col->key || is(col->name, "case_id"))
            continue;
        if (b.n)
            buf_lit(&b, " || '/' || ");
        put_column(&b,
                   is(col->type, "id") || is(col->type, "text") ? "x.@"
                                                                : "CAST(x.@ AS TEXT)",
                   col->name);
    }
    return b.n ? buf_text(&b) : "'1'";
}

/* The whole row as text, for tests. */
static const char *
row_of(struct arena *mem, const struct case_table *t)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < t->columns.n; i++) {
        const struct case_column *col = &t->columns.v[i];

        if (i)
            buf_lit(&b, " || '|' || ");
        put_column(&b,
                   is(col->type, "blob") ? "COALESCE(CAST(LENGTH(x.@) AS TEXT), '-')"
                                         : "COALESCE(CAST(x.@ AS TEXT), '-')",
                   col->name);
    }
    return buf_text(&b);
}

/* Columns in which somebody may have written; what search keeps has a way of its own. */
static bool
is_written(const struct case_column *col)
{
    return is(col->type, "text") && !col->key && !is(col->name, "search_text");
}

static const char *
struck(struct arena *mem, const struct case_table *t, const char *text, const char *sep)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < t->columns.n; i++)
        if (is_written(&t->columns.v[i])) {
            if (b.n)
                buf_str(&b, sep);
            put_column(&b, text, t->columns.v[i].name);
        }
    return buf_text(&b);
}

static const char *
link_to(const struct case_table *t, const char *parent)
{
    for (size_t i = 0; i < t->columns.n; i++)
        if (is(t->columns.v[i].of, parent))
            return t->columns.v[i].name;
    return NULL;
}

static const char *
only_of(struct arena *mem, const char *only)
{
    return *only ? arena_printf(mem, " AND %s", only) : "";
}

static void
add_tables(struct arena *mem,
           const struct case_tables *t,
           const char *way,
           struct turns *out)
{
    for (size_t i = 0; i < t->listed.n; i++) {
        const struct case_table *of = t->listed.v[i];
        struct turn turn = { .n = 0 };

        if (way ? !is(of->way, way) : is(of->way, "under"))
            continue;
        bind(&turn, "@table", of->name);
        bind(&turn, "@key", key_of(mem, of));
        bind(&turn, "@row", row_of(mem, of));
        bind(&turn, "@only", only_of(mem, of->only));
        if (of->under) {
            const char *by = link_to(of, of->under);

            if (!by)
                kgen_fail(t->path, of->line, "%s names no %s", of->name, of->under);
            bind(&turn, "@column", by);
            bind(&turn, "@parent", of->under);
        }
        *VEC_PUSH(mem, out) = turn;
    }
}

/* Tables with words: of a case, or under a table of one. */
static void
add_struck(struct arena *mem, const struct case_tables *t, struct turns *out)
{
    for (size_t i = 0; i < t->listed.n; i++) {
        const struct case_table *of = t->listed.v[i];
        const char *set =
            struck(mem, of, "@ = REPLACE(@, :word, :instead)", ",\n       ");
        const char *by = of->under ? link_to(of, of->under) : NULL;
        struct turn turn = { .n = 0 };

        if (!*set || is(of->name, "support_case"))
            continue;
        bind(&turn, "@table", of->name);
        bind(&turn, "@set", set);
        bind(&turn, "@differs",
             struck(mem, of, "@ <> REPLACE(@, :word, :instead)", "\n        OR "));
        bind(&turn, "@where",
             is(of->way, "under")
                 ? arena_printf(mem,
                                "%s IN (SELECT u.%s FROM %s AS u WHERE u.case_id = "
                                ":case_id)",
                                by, by, of->under)
                 : "case_id = :case_id");
        *VEC_PUSH(mem, out) = turn;
    }
}

/* Columns by which a table that moves names a row of another that moves. */
static void
add_ties(struct arena *mem, const struct case_tables *t, struct turns *out)
{
    for (size_t i = 0; i < t->listed.n; i++) {
        const struct case_table *of = t->listed.v[i];

        for (size_t k = 0; is(of->way, "carried") && k < of->columns.n; k++) {
            const struct case_column *col = &of->columns.v[k];
            const struct case_table *parent = col->of ? table(t, col->of) : NULL;
            struct turn turn = { .n = 0 };

            if (!parent || !is(parent->way, "carried"))
                continue;
            bind(&turn, "@table", of->name);
            bind(&turn, "@key", key_of(mem, of));
            bind(&turn, "@column", col->name);
            bind(&turn, "@parent", parent->name);
            *VEC_PUSH(mem, out) = turn;
        }
    }
}

static void
add_naming(struct arena *mem, const struct case_tables *t, struct turns *out)
{
    for (size_t i = 0; i < t->naming.n; i++) {
        const struct case_naming *n = &t->naming.v[i];
        struct turn turn = { .n = 0 };

        if (!is(n->way, "moves"))
            continue;
        bind(&turn, "@table", n->table);
        bind(&turn, "@column", n->column);
        bind(&turn, "@key", key_of(mem, table(t, n->table)));
        bind(&turn, "@only", only_of(mem, n->only));
        *VEC_PUSH(mem, out) = turn;
    }
}

static struct turns
turns_of(struct arena *mem,
         const struct case_tables *t,
         const struct sql_query *q,
         const char *loop)
{
    struct turns out = { 0 };

    if (is(loop, "row"))
        add_tables(mem, t, NULL, &out);
    else if (is(loop, "struck"))
        add_struck(mem, t, &out);
    else if (is(loop, "tie"))
        add_ties(mem, t, &out);
    else if (is(loop, "naming"))
        add_naming(mem, t, &out);
    else if (is(loop, "carried") || is(loop, "follows"))
        add_tables(mem, t, loop, &out);
    else
        kgen_fail(q->path, q->line, "unknown loop %s", loop);
    if (!out.n)
        kgen_fail(q->path, q->line, "no table for the loop %s", loop);
    return out;
}

/* @each(loop, between, text): the text may hold pairs of parentheses. */
static const char *
fill_loops(struct arena *mem, const struct case_tables *t, const struct sql_query *q)
{
    static const char MARK[] = "@each(";
    const char *text = q->text;
    struct buf b = buf_new(mem);
    const char *at;

    while ((at = strstr(text, MARK))) {
        const char *loop = at + strlen(MARK);
        const char *sep = strchr(loop, ',');
        const char *body = sep ? strchr(sep + 1, ',') : NULL;
        const char *end = body;
        struct turns turns;
        int depth = 1;

        while (end && *end && depth) {
            end++;
            depth += (*end == '(') - (*end == ')');
        }
        if (!end || !*end)
            kgen_fail(q->path, q->line, "expected @each(loop, between, text)");
        buf_add(&b, text, (size_t)(at - text));
        turns = turns_of(mem, t, q, arena_copy(mem, loop, (size_t)(sep - loop)));
        for (size_t i = 0; i < turns.n; i++) {
            if (i)
                buf_add(&b, sep + 1, (size_t)(body - sep - 1));
            buf_str(&b, fill(mem, arena_copy(mem, body + 1, (size_t)(end - body - 1)),
                             &turns.v[i]));
        }
        text = end + 1;
    }
    buf_str(&b, text);
    return buf_text(&b);
}

/* The name without what the turns fill in: merge_case_@table is merge_case. */
static const char *
family(struct arena *mem, const char *name)
{
    size_t n = strcspn(name, "@");

    while (n && name[n - 1] == '_')
        n--;
    return arena_copy(mem, name, n);
}

static void
put_turns(struct sql_all *all, const struct case_tables *t, struct sql_query q)
{
    const struct turns turns = turns_of(all->mem, t, &q, q.each);
    const char *made = family(all->mem, q.name);

    for (size_t i = 0; i < turns.n; i++) {
        struct sql_query one = q;

        one.made = made;
        one.name = fill(all->mem, q.name, &turns.v[i]);
        one.rows = one.name;
        one.comment = fill(all->mem, q.comment, &turns.v[i]);
        one.text = fill(all->mem, q.text, &turns.v[i]);
        *VEC_PUSH(all->mem, &all->queries) = one;
    }
}

void
case_expand(struct sql_all *all, const struct case_tables *t)
{
    const size_t n = all->queries.n;
    const struct sql_query *v = all->queries.v;

    all->queries.v = NULL;
    all->queries.n = all->queries.cap = 0;
    for (size_t i = 0; i < n; i++) {
        struct sql_query q = v[i];

        if (q.text && strstr(q.text, "@each("))
            q.text = fill_loops(all->mem, t, &q);
        if (!q.each != !strchr(q.name, '@'))
            kgen_fail(q.path, q.line, "-- each: and @ in the name go together");
        if (q.each)
            put_turns(all, t, q);
        else
            *VEC_PUSH(all->mem, &all->queries) = q;
    }
}

void
case_write_lists(struct buf *h, const struct sql_all *all)
{
    const char *in = NULL;

    for (size_t i = 0; i < all->queries.n; i++) {
        const struct sql_query *q = &all->queries.v[i];

        if (q->made && !is(in, q->made))
            buf_printf(h, "\n\n#define SQL_EACH_%s(X)", kgen_upper(h->mem, q->made));
        if (q->made)
            buf_printf(h, " X(%s)", q->name + strlen(q->made) + 1);
        in = q->made;
    }
    buf_lit(h, "\n");
}
