#include "kgen_sql.h"

#include <string.h>

/*
 * Where search differs between the engines: an FTS5 table over pairs of letters, kept by
 * triggers, on SQLite; an index over arrays of such pairs on PostgreSQL. Both only find
 * candidates: the text itself is compared behind them, so the answers are the same.
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

static const char *
index_sqlite(struct arena *mem, const char *table, const char *id, const char *text)
{
    const char *add =
        arena_printf(mem, "INSERT INTO %s_search (%s, %s) VALUES (new.%s, new.%s);",
                     table, text, id, text, id);
    const char *drop =
        arena_printf(mem, "DELETE FROM %s_search WHERE %s = old.%s;", table, id, id);

    return arena_printf(
        mem,
        "CREATE VIRTUAL TABLE %s_search USING fts5(%s, %s UNINDEXED, "
        "tokenize='kasane_pairs', detail=none, columnsize=0);\n"
        "INSERT INTO %s_search (%s, %s) SELECT %s, %s FROM %s;\n"
        "CREATE TRIGGER %s_search_add AFTER INSERT ON %s BEGIN %s END;\n"
        "CREATE TRIGGER %s_search_change AFTER UPDATE OF %s ON %s "
        "WHEN old.%s <> new.%s BEGIN %s %s END;\n"
        "CREATE TRIGGER %s_search_drop AFTER DELETE ON %s BEGIN %s END",
        table, text, id, table, text, id, text, id, table, table, table, add, table,
        text, table, text, text, drop, add, table, table, drop);
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
        "CREATE INDEX %s_search ON %s USING gin (kasane_pairs(%s))",
        table, table, text);
}

const char *
sql_search_index(
    struct arena *mem, struct source s, int line, const char **at, enum sql_engine e)
{
    const char *args[ARGS_MAX];
    const char *open = strchr(*at, '(');
    const char *behind = open ? split_args(mem, open + 1, args, 3) : NULL;

    if (!behind)
        kgen_fail(s.path, line, "@search_index(table, id_column, text_column)");
    *at = behind;
    return e == SQL_PG ? index_pg(mem, args[0], args[2])
                       : index_sqlite(mem, args[0], args[1], args[2]);
}

const char *
sql_with_matches(const struct sql_all *all,
                 const struct sql_query *q,
                 const char *text,
                 enum sql_engine e)
{
    static const char MARK[] = "@matches(";
    struct arena *mem = all->mem;
    const char *args[ARGS_MAX];
    const char *at;

    while ((at = strstr(text, MARK))) {
        const char *behind = split_args(mem, at + sizeof MARK - 1, args, 4);
        const char *found;

        if (!behind)
            kgen_fail(q->path, q->text_line,
                      "%s: @matches(table, id column, text column, :param)", q->name);
        found = e == SQL_PG ? arena_printf(mem, "kasane_pairs(%s) @> kasane_pairs(%s)",
                                           args[2], args[3])
                            : arena_printf(mem,
                                           "%s IN (SELECT f.%s FROM %s_search AS f "
                                           "WHERE f.%s_search MATCH kasane_pairs(%s))",
                                           args[1], strrchr(args[1], '.') + 1, args[0],
                                           args[0], args[3]);
        text = arena_printf(mem, "%.*s(%s AND @contains(%s, %s))%s", (int)(at - text),
                            text, found, args[2], args[3], behind);
    }
    return text;
}
