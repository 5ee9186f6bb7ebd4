#include "kgen_sql.h"

#include <string.h>

/*
 * The triggers that keep `recent` in step with `reach` and `support_case`; the engines write
 * triggers differently.
 */

#define ROW_OF(when)                                                                   \
    "CASE WHEN " when ".state = 'closed' THEN 0 ELSE 1 END, -" when ".touched_at"

/* A subject that reaches the case for the first time. */
static const char REACHED[] =
    "INSERT INTO recent (subject, open, ago, case_id) "
    "SELECT new.subject, " ROW_OF(
        "s") ", s.case_id FROM support_case AS s "
             "WHERE s.case_id = new.case_id AND NOT EXISTS (SELECT 1 FROM recent AS w "
             "WHERE w.subject = new.subject "
             "AND w.open = CASE WHEN s.state = 'closed' THEN 0 ELSE 1 END "
             "AND w.ago = -s.touched_at AND w.case_id = s.case_id);";

/* The case was touched, closed or opened again: each of its lines moves. */
static const char MOVED[] =
    "UPDATE recent SET open = CASE WHEN new.state = 'closed' THEN 0 ELSE 1 END, "
    "ago = -new.touched_at "
    "WHERE open = CASE WHEN old.state = 'closed' THEN 0 ELSE 1 END "
    "AND ago = -old.touched_at AND case_id = new.case_id AND subject IN "
    "(SELECT r.subject FROM reach AS r WHERE r.case_id = new.case_id);";

static const char *
kept_sqlite(struct arena *mem)
{
    return arena_printf(
        mem,
        "CREATE TRIGGER recent_reached AFTER INSERT ON reach BEGIN %s END;\n"
        "CREATE TRIGGER recent_moved AFTER UPDATE OF touched_at, state ON support_case "
        "WHEN old.touched_at <> new.touched_at OR old.state <> new.state BEGIN %s END",
        REACHED, MOVED);
}

static const char *
kept_pg(struct arena *mem)
{
    return arena_printf(
        mem,
        "CREATE FUNCTION recent_reached() RETURNS trigger LANGUAGE plpgsql AS $$\n"
        "BEGIN %s RETURN NULL; END $$;\n"
        "CREATE FUNCTION recent_moved() RETURNS trigger LANGUAGE plpgsql AS $$\n"
        "BEGIN %s RETURN NULL; END $$;\n"
        "CREATE TRIGGER recent_reached AFTER INSERT ON reach "
        "FOR EACH ROW EXECUTE FUNCTION recent_reached();\n"
        "CREATE TRIGGER recent_moved AFTER UPDATE OF touched_at, state ON support_case "
        "FOR EACH ROW WHEN (old.touched_at <> new.touched_at OR old.state <> "
        "new.state) "
        "EXECUTE FUNCTION recent_moved()",
        REACHED, MOVED);
}

const char *
sql_recent_kept(struct arena *mem, const char **at, enum sql_engine e)
{
    *at += strlen(SQL_RECENT_KEPT);
    return e == SQL_PG ? kept_pg(mem) : kept_sqlite(mem);
}
