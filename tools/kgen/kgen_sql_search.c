#include "kgen_sql.h"

#include <string.h>

/*
 * Where search differs between the engines: an FTS5 table over pairs of letters, kept by
 * triggers, on SQLite; an index over arrays of such pairs on PostgreSQL. Both only find
 * candidates: the text itself is compared behind them, so the answers are the same. The
 * FTS5 table holds no copy of the text; its numbers lead to ids through a table of their
 * own, because a table's hidden row numbers may change when the file is made anew.
 */

enum { ARGS_MAX = 4 };

/* Splits what stands between the brackets at commas; returns what is behind, or NULL. */
static const char *
split_args(struct arena *mem, const char *open, const char **args, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const size_t len = strcspn(open, ",)");
        char *arg = arena_copy(mem, open, len);

        if (open[len] != (i + 1 < n ? ',' : ')'))
            return NULL;
        args[i] = kgen_trim(arg + strspn(arg, " \n"));
        open += len + 1;
    }
    return open;
}

/* What enters a text into the index, or takes it out again. */
static const char *
put_text(
    struct arena *mem, const char *table, const char *id, const char *text, bool old)
{
    return arena_printf(mem,
                        "INSERT INTO %s_search (%srowid, %s) SELECT %sr.n, %s.%s "
                        "FROM %s_search_row AS r WHERE r.%s = %s.%s;",
                        table, old ? arena_printf(mem, "%s_search, ", table) : "", text,
                        old ? "'delete', " : "", old ? "old" : "new", text, table, id,
                        old ? "old" : "new", id);
}

/* What an index of the same name left, in whatever shape it was. */
static const char *
drop_sqlite(struct arena *mem, const char *table)
{
    return arena_printf(mem,
                        "DROP TRIGGER IF EXISTS %s_search_add;\n"
                        "DROP TRIGGER IF EXISTS %s_search_change;\n"
                        "DROP TRIGGER IF EXISTS %s_search_drop;\n"
                        "DROP TABLE IF EXISTS %s_search;\n"
                        "DROP TABLE IF EXISTS %s_search_row;\n",
                        table, table, table, table, table);
}

static const char *
tables_sqlite(struct arena *mem,
              const char *table,
              const char *id,
              const char *text,
              const char *with)
{
    return arena_printf(
        mem,
        "CREATE TABLE %s_search_row (n INTEGER PRIMARY KEY, %s TEXT NOT NULL UNIQUE%s) "
        "STRICT;\n"
        "CREATE VIRTUAL TABLE %s_search USING fts5(%s, content='', "
        "tokenize='kasane_pairs', detail=none, columnsize=0);\n"
        "INSERT INTO %s_search_row (%s%s) SELECT %s%s FROM %s;\n"
        "INSERT INTO %s_search (rowid, %s) SELECT r.n, t.%s FROM %s_search_row AS r "
        "JOIN %s AS t ON t.%s = r.%s;\n",
        table, id, *with ? ", case_id TEXT NOT NULL" : "", table, text, table, id, with,
        id, with, table, table, text, text, table, table, id, id);
}

/* with: ", case_id" where the row numbers lead to the case as well, else "". */
static const char *
index_sqlite(struct arena *mem,
             const char *table,
             const char *id,
             const char *text,
             const char *with)
{
    const char *add = put_text(mem, table, id, text, false);
    const char *drop = put_text(mem, table, id, text, true);
    const char *moved =
        *with ? arena_printf(mem,
                             "DROP TRIGGER IF EXISTS %s_search_move;\n"
                             "CREATE TRIGGER %s_search_move AFTER UPDATE OF case_id ON "
                             "%s WHEN old.case_id <> new.case_id BEGIN "
                             "UPDATE %s_search_row SET case_id = new.case_id "
                             "WHERE %s = new.%s; END;\n",
                             table, table, table, table, id, id)
              : "";

    return arena_printf(
        mem,
        "%s%s%sCREATE TRIGGER %s_search_add AFTER INSERT ON %s BEGIN "
        "INSERT INTO %s_search_row (%s%s) VALUES (new.%s%s); %s END;\n"
        "CREATE TRIGGER %s_search_change AFTER UPDATE OF %s ON %s "
        "WHEN old.%s <> new.%s BEGIN %s %s END;\n"
        "CREATE TRIGGER %s_search_drop AFTER DELETE ON %s BEGIN %s "
        "DELETE FROM %s_search_row WHERE %s = old.%s; END",
        drop_sqlite(mem, table), tables_sqlite(mem, table, id, text, with), moved,
        table, table, table, id, with, id, *with ? ", new.case_id" : "", add, table,
        text, table, text, text, drop, add, table, table, drop, table, id, id);
}

static const char *
index_pg(struct arena *mem, const char *table, const char *text)
{
    return arena_printf(
        mem,
        "CREATE OR REPLACE FUNCTION kasane_pairs(t text) RETURNS text[] "
        "LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$\n"
        "DECLARE pairs text[] := '{}'; pair text;\nBEGIN\n"
        "  FOR i IN 1 .. length(t) - 1 LOOP\n    pair := substr(t, i, 2);\n"
        "    IF position(' ' in pair) = 0 THEN pairs := pairs || pair; END IF;\n"
        "  END LOOP;\n  RETURN pairs;\nEND $$;\n"
        "DROP INDEX IF EXISTS %s_search;\n"
        "CREATE INDEX %s_search ON %s USING gin (kasane_pairs(%s))",
        table, table, table, text);
}

const char *
sql_search_index(
    struct arena *mem, struct source s, int line, const char **at, enum sql_engine e)
{
    const char *args[ARGS_MAX];
    const char *open = strchr(*at, '(');
    const char *behind = open ? split_args(mem, open + 1, args, 3) : NULL;
    const bool by_case = strncmp(*at, "@search_index_by_case", 21) == 0;

    if (!behind)
        kgen_fail(s.path, line, "@search_index(table, id_column, text_column)");
    *at = behind;
    return e == SQL_PG ? index_pg(mem, args[0], args[2])
                       : index_sqlite(mem, args[0], args[1], args[2],
                                      by_case ? ", case_id" : "");
}

/* The ids whose texts the pairs find, for a FROM; with: ", case_id" or "". */
static const char *
found(struct arena *mem, enum sql_engine e, const char *const *a, bool with)
{
    if (e == SQL_PG)
        return arena_printf(mem,
                            "(SELECT i.%s%s FROM %s AS i "
                            "WHERE kasane_pairs(i.%s) @> kasane_pairs(%s))",
                            a[1], with ? ", i.case_id" : "", a[0], a[2], a[3]);
    return arena_printf(
        mem,
        "(SELECT r.%s%s FROM %s_search AS i CROSS JOIN %s_search_row AS r "
        "WHERE i.%s_search MATCH kasane_pairs(%s) AND r.n = i.rowid)",
        a[1], with ? ", r.case_id" : "", a[0], a[0], a[0], a[3]);
}

static const char *
found_ids(struct arena *mem, enum sql_engine e, const char *const *a)
{
    return found(mem, e, a, false);
}

static const char *
found_in_case(struct arena *mem, enum sql_engine e, const char *const *a)
{
    return found(mem, e, a, true);
}

/* How many the pairs find, most at the most, by the index alone. */
static const char *
found_count(struct arena *mem, enum sql_engine e, const char *const *a)
{
    const char *from =
        e == SQL_PG
            ? arena_printf(mem, "%s AS i WHERE kasane_pairs(i.%s) @> kasane_pairs(%s)",
                           a[0], a[1], a[2])
            : arena_printf(mem,
                           "%s_search AS i WHERE i.%s_search MATCH kasane_pairs(%s)",
                           a[0], a[0], a[2]);

    return arena_printf(
        mem, "(SELECT COUNT(*) FROM (SELECT 1 FROM %s LIMIT %s) AS few)", from, a[3]);
}

/* Puts what make() writes in the place of each mark with its four arguments. */
static const char *
with_mark(struct arena *mem,
          const struct sql_query *q,
          const char *text,
          enum sql_engine e,
          const char *mark,
          const char *(*make)(struct arena *, enum sql_engine, const char *const *))
{
    const char *args[ARGS_MAX];
    const char *at;

    while ((at = strstr(text, mark))) {
        const char *behind = split_args(mem, at + strlen(mark), args, ARGS_MAX);

        if (!behind)
            kgen_fail(q->path, q->text_line, "%s: %s takes four arguments", q->name,
                      mark);
        text = arena_printf(mem, "%.*s%s%s", (int)(at - text), text, make(mem, e, args),
                            behind);
    }
    return text;
}

const char *
sql_with_found(const struct sql_all *all,
               const struct sql_query *q,
               const char *text,
               enum sql_engine e)
{
    text = with_mark(all->mem, q, text, e, "@found(", found_ids);
    text = with_mark(all->mem, q, text, e, "@found_in_case(", found_in_case);
    return with_mark(all->mem, q, text, e, "@found_count(", found_count);
}
