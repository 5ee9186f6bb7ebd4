#include "kgen_sql.h"

#include <ctype.h>
#include <string.h>

static bool
word_char(char ch)
{
    return isalnum((unsigned char)ch) || ch == '_';
}

/* Skips a quoted string or returns s unchanged. */
static const char *
skip_quoted(const char *s)
{
    char q = *s;

    if (q != '\'' && q != '"')
        return s;
    for (s++; *s && *s != q; s++)
        continue;
    return *s ? s + 1 : s;
}

const char *
sql_find_word(const char *text, const char *word)
{
    size_t n = strlen(word);

    for (const char *s = text; *s;) {
        const char *past = skip_quoted(s);

        if (past != s) {
            s = past;
            continue;
        }
        if (!word_char(*s)) {
            s++;
            continue;
        }
        for (past = s; word_char(*past);)
            past++;
        if ((size_t)(past - s) == n && strncasecmp(s, word, n) == 0
            && (s == text || (s[-1] != ':' && s[-1] != '.')))
            return s;
        s = past;
    }
    return NULL;
}

static bool
has_comma(const char *open)
{
    int depth = 0;

    for (const char *s = open; *s; s++) {
        depth += *s == '(';
        depth -= *s == ')';
        if (depth == 0)
            return false;
        if (depth == 1 && *s == ',')
            return true;
    }
    return false;
}

/* Every key of every ORDER BY says where NULL goes: the engines differ otherwise. */
static bool
orders_nulls(const char *text)
{
    const char *at = text;

    while ((at = sql_find_word(at, "order"))) {
        int depth = 0;
        bool said = false;

        for (at += 5; *at; at++) {
            depth += *at == '(';
            if (*at == ')' && depth-- == 0)
                break;
            if (strncasecmp(at, "nulls ", 6) == 0)
                said = true;
            if (depth == 0 && *at == ',') {
                if (!said)
                    return false;
                said = false;
            }
            if (strncasecmp(at, "limit", 5) == 0 && !word_char(at[5]))
                break;
        }
        if (!said)
            return false;
    }
    return true;
}

void
sql_check(const struct sql_all *all, const struct sql_query *q)
{
    const char *max;

    if (!q->text)
        kgen_fail(q->path, q->line, "%s has no statement", q->name);
    if (sql_find_word(q->text, "like"))
        kgen_fail(q->path, q->text_line, "%s: LIKE differs between engines", q->name);
    for (max = q->text; (max = sql_find_word(max, "max")); max += 3)
        if (max[3] == '(' && has_comma(max + 3))
            kgen_fail(q->path, q->text_line, "%s: scalar MAX is SQLite's alone",
                      q->name);
    if (sql_find_word(q->text, "limit") && !sql_find_word(q->text, "order"))
        kgen_fail(q->path, q->text_line, "%s: LIMIT without ORDER BY", q->name);
    if (!orders_nulls(q->text))
        kgen_fail(q->path, q->text_line,
                  "%s: each key of ORDER BY says NULLS FIRST or NULLS LAST", q->name);
    if (strcmp(q->card, "none") == 0 ? q->out.n != 0 : q->out.n == 0)
        kgen_fail(q->path, q->line, "%s: out: and %s do not go together", q->name,
                  q->card);
    if (q->unscoped || strstr(q->text, "visible_"))
        return;
    for (size_t i = 0; i < all->personal.n; i++)
        if (sql_find_word(q->text, all->personal.v[i]))
            kgen_fail(q->path, q->text_line,
                      "%s: %s is personal: join a visible_ view, or say why not with "
                      "-- unscoped:",
                      q->name, all->personal.v[i]);
}

static size_t
param_of(const struct sql_query *q, const char *name, size_t n)
{
    for (size_t i = 0; i < q->in.n; i++)
        if (strlen(q->in.v[i].name) == n && strncmp(q->in.v[i].name, name, n) == 0)
            return i;
    kgen_fail(q->path, q->text_line, "%s: :%.*s is not in -- in:", q->name, (int)n,
              name);
}

/* Says whether what is written so far ends with IN ( */
static bool
behind_in(const struct buf *b)
{
    return b->n >= 4 && memcmp(b->p + b->n - 4, "IN (", 4) == 0;
}

/*
 * A set of ids is an array of PostgreSQL's. On SQLite it has two places, the second behind
 * all parameters: more than post and desk nobody is, and a list of bare values spares each
 * statement the making of a table. A place that is empty is NULL.
 */
static void
put_param(struct buf *b, const struct sql_query *q, enum sql_engine e, size_t i)
{
    bool set = strcmp(q->in.v[i].type, "ids") == 0;
    size_t second = q->in.n + 1;

    for (size_t k = 0; k < i; k++)
        second += strcmp(q->in.v[k].type, "ids") == 0;
    if (e == SQL_PG)
        buf_printf(b, set ? "SELECT unnest($%zu::text[])" : "$%zu", i + 1);
    else if (!set)
        buf_printf(b, "?%zu", i + 1);
    else if (behind_in(b))
        buf_printf(b, "?%zu, ?%zu", i + 1, second);
    else
        buf_printf(b, "VALUES (?%zu), (?%zu)", i + 1, second);
}

/* Replaces visible_x by its text in brackets. */
static const char *
with_views(const struct sql_all *all, const struct sql_query *q)
{
    struct buf b = buf_new(all->mem);
    const char *s = q->text;

    while (*s) {
        const char *end = s;
        const struct sql_view *hit = NULL;

        while (word_char(*end))
            end++;
        if (end == s) {
            buf_char(&b, *s++);
            continue;
        }
        for (size_t i = 0; i < all->views.n; i++)
            if (strlen(all->views.v[i].name) == (size_t)(end - s)
                && strncmp(all->views.v[i].name, s, (size_t)(end - s)) == 0)
                hit = &all->views.v[i];
        if (hit)
            buf_printf(&b, "(%s)", hit->text);
        else if (strncmp(s, "visible_", 8) == 0)
            kgen_fail(q->path, q->text_line, "%s: no view %.*s in the rules", q->name,
                      (int)(end - s), s);
        else
            buf_add(&b, s, (size_t)(end - s));
        s = end;
    }
    return buf_text(&b);
}

/* @contains(a, b): b stands somewhere in a; written differently by the engines. */
static const char *
with_contains(const struct sql_all *all,
              const struct sql_query *q,
              const char *text,
              enum sql_engine e)
{
    const char *at = strstr(text, "@contains(");
    const char *comma;
    const char *end;
    const char *column;
    const char *param;
    const char *found;

    if (!at)
        return text;
    comma = strchr(at, ',');
    end = comma ? strchr(comma, ')') : NULL;
    if (!end)
        kgen_fail(q->path, q->text_line, "%s: @contains(column, :param)", q->name);
    column = arena_copy(all->mem, at + 10, (size_t)(comma - at - 10));
    param = arena_copy(all->mem, comma + 1, (size_t)(end - comma - 1));
    found = e == SQL_PG ? arena_printf(all->mem, "position(%s in %s)", param, column)
                        : arena_printf(all->mem, "instr(%s,%s)", column, param);
    text = arena_printf(all->mem, "%.*s(%s > 0)%s", (int)(at - text), text, found,
                        end + 1);
    return with_contains(all, q, text, e);
}

const char *
sql_text(const struct sql_all *all, const struct sql_query *q, enum sql_engine e)
{
    struct buf b = buf_new(all->mem);
    const char *s =
        with_contains(all, q, sql_with_found(all, q, with_views(all, q), e), e);

    while (*s) {
        const char *past = skip_quoted(s);

        if (past != s) {
            buf_add(&b, s, (size_t)(past - s));
            s = past;
        } else if (*s == ':' && s[1] == ':') {
            kgen_fail(q->path, q->text_line, "%s: casts are written CAST(x AS y)",
                      q->name);
        } else if (*s == ':' && word_char(s[1])) {
            for (past = ++s; word_char(*past);)
                past++;
            put_param(&b, q, e, param_of(q, s, (size_t)(past - s)));
            s = past;
        } else {
            buf_char(&b, *s++);
        }
    }
    while (b.n && strchr("; \n", b.p[b.n - 1]))
        b.n--;
    if (q->lock && e == SQL_PG)
        buf_lit(&b, " FOR UPDATE");
    return buf_text(&b);
}

const char *
sql_ddl(struct arena *mem, struct source s, enum sql_engine e)
{
    static const char *const MAP[][3] = {
        { "@id", "TEXT", "text" },
        { "@text", "TEXT", "text" },
        { "@int", "INTEGER", "bigint" },
        { "@bool", "INTEGER", "boolean" },
        { "@blob", "BLOB", "bytea" },
        { "@day", "INTEGER", "integer" },
        { "@instant", "INTEGER", "bigint" },
        { "@strict", " STRICT", "" },
        /* rows lie in the order of their key: one way down to a row, not two */
        { "@strict_by_key", " STRICT, WITHOUT ROWID", "" },
    };
    struct buf b = buf_new(mem);
    int line = 1;

    for (const char *at = s.text; *at;) {
        size_t n = 1;
        const char *hit = NULL;

        line += *at == '\n';
        if (*at == '-' && at[1] == '-') {
            at += strcspn(at, "\n");
            continue;
        }
        if (*at != '@') {
            buf_char(&b, *at++);
            continue;
        }
        if (strncmp(at, "@search_index(", 14) == 0
            || strncmp(at, "@search_index_by_case(", 22) == 0) {
            buf_str(&b, sql_search_index(mem, s, line, &at, e));
            continue;
        }
        if (strncmp(at, SQL_RECENT_KEPT, strlen(SQL_RECENT_KEPT)) == 0) {
            buf_str(&b, sql_recent_kept(mem, &at, e));
            continue;
        }
        while (word_char(at[n]))
            n++;
        for (size_t i = 0; i < sizeof MAP / sizeof *MAP; i++)
            if (strlen(MAP[i][0]) == n && strncmp(MAP[i][0], at, n) == 0)
                hit = MAP[i][e == SQL_PG ? 2 : 1];
        if (!hit)
            kgen_fail(s.path, line, "unknown type %.*s", (int)n, at);
        buf_str(&b, hit);
        at += n;
    }
    return buf_text(&b);
}
