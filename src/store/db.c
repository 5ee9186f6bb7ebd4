#include "db.h"

#include "db_engine.h"
#include "gen/sql.h"

#include "../base/machine.h"
#include "../base/vec.h"

#include <string.h>

enum { ROWS_MAX = 200000 };

void *
db_row_room(struct ctx *c, const struct db_query *q, struct db_rows *rows)
{
    if (rows->n == ROWS_MAX) {
        refuse(c, ERR_BUG, "%s: more than %d rows", q->name, ROWS_MAX);
        return NULL;
    }
    rows->v = vec_room(c->mem, rows->v, rows->n, &rows->cap, q->row_size);
    return (char *)rows->v + q->row_size * rows->n++;
}

bool
db_run(struct ctx *c, const struct db_query *q, const void *in, size_t *changed)
{
    return c->db->engine->run(c, q, in, NULL, changed);
}

bool
db_opt(struct ctx *c, const struct db_query *q, const void *in, void *row, bool *found)
{
    struct db_rows rows = { 0 };

    *found = false;
    memset(row, 0, q->row_size);
    if (!c->db->engine->run(c, q, in, &rows, NULL))
        return false;
    if (rows.n > 1)
        return refuse(c, ERR_BUG, "%s: %zu rows for one", q->name, rows.n);
    if (rows.n == 0)
        return true;
    memcpy(row, rows.v, q->row_size);
    *found = true;
    return true;
}

bool
db_one(struct ctx *c, const struct db_query *q, const void *in, void *row)
{
    bool found;

    if (!db_opt(c, q, in, row, &found))
        return false;
    return found || refuse(c, ERR_MISSING, "%s: no row", q->name);
}

bool
db_many(struct ctx *c, const struct db_query *q, const void *in, struct db_rows *rows)
{
    return c->db->engine->run(c, q, in, rows, NULL);
}

void
db_later(struct ctx *c, const struct db_query *q, const void *in, void *out)
{
    struct db *db = c->db;

    if (db->n_waiting == DB_WAIT_MAX) {
        refuse(c, ERR_BUG, "%s: too many reads declared", q->name);
        return;
    }
    db->waiting[db->n_waiting++] = (struct db_wait){ .q = q, .in = in, .out = out };
}

static bool
hand_over(struct ctx *c, const struct db_wait *w, struct db_rows *rows)
{
    if (w->q->card == DB_NONE)
        return true;
    if (w->q->card == DB_MANY) {
        memcpy(w->out, rows, sizeof *rows);
        return true;
    }
    if (rows->n == 0)
        return refuse(c, ERR_MISSING, "%s: no row", w->q->name);
    if (rows->n > 1)
        return refuse(c, ERR_BUG, "%s: %zu rows for one", w->q->name, rows->n);
    memcpy(w->out, rows->v, w->q->row_size);
    return true;
}

bool
db_gather(struct ctx *c)
{
    struct db *db = c->db;
    struct db_rows rows[DB_WAIT_MAX] = { 0 };
    size_t n = db->n_waiting;

    db->n_waiting = 0;
    if (c->err.kind != ERR_NONE || !db->engine->gather(c, db->waiting, n, rows))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!hand_over(c, &db->waiting[i], &rows[i]))
            return false;
    return true;
}

bool
db_open(struct ctx *c,
        const struct db_place *at,
        bool read_only,
        bool create,
        struct db **out)
{
    *out = NULL;
    if (at->kind == DB_KIND_PG)
        return db_pg_open(c, at, read_only, create, out);
    return db_sqlite_open(c, at, read_only, create, out);
}

void
db_close(struct db *db)
{
    struct arena *mem = db ? db->mem : NULL;

    if (!db)
        return;
    db->engine->close(db);
    arena_free(mem);
}

void
db_end(struct db **db)
{
    db_close(*db);
    *db = NULL;
}

bool
db_begin(struct ctx *c, bool write)
{
    const struct db_engine *e = c->db->engine;

    c->db->in_transaction = e->script(c, write ? e->begin_write : e->begin_read);
    return c->db->in_transaction;
}

bool
db_commit(struct ctx *c, bool *unknown)
{
    bool ok;

    *unknown = false;
    if (!c->db->read_only && !machine_durable(c->machine, "commit"))
        return refuse(c, ERR_OUTSIDE, "commit was made to fail");
    ok = c->db->engine->commit(c, unknown);
    c->db->in_transaction = false;
    if (ok)
        c->db->full = false;
    return ok;
}

void
db_rollback(struct ctx *c)
{
    struct err keep = c->err;

    c->db->in_transaction = false;
    c->db->n_waiting = 0;
    forgive(c);
    if (db_alive(c->db) && !c->db->engine->script(c, "ROLLBACK"))
        forgive(c);
    c->err = keep;
}

bool
db_savepoint(struct ctx *c)
{
    return c->db->engine->script(c, "SAVEPOINT act");
}

bool
db_release(struct ctx *c)
{
    return c->db->engine->script(c, "RELEASE SAVEPOINT act");
}

bool
db_undo(struct ctx *c)
{
    struct err keep = c->err;
    bool ok;

    forgive(c);
    ok = c->db->engine->script(c, "ROLLBACK TO SAVEPOINT act")
         && c->db->engine->script(c, "RELEASE SAVEPOINT act");
    if (ok)
        c->err = keep;
    return ok;
}

bool
db_alive(const struct db *db)
{
    struct db *d = (struct db *)(uintptr_t)db;

    return d->engine->alive(d);
}

bool
db_is_full(const struct db *db)
{
    return db->full;
}

static bool
migrate_one(struct ctx *c, const struct sql_migration *m)
{
    const struct sql_schema_note_in in = {
        .version = m->version,
        .name = m->name,
        .at = c->now,
    };

    return c->db->engine->script(c, c->db->engine == &db_engine_pg ? m->pg : m->sqlite)
           && sql_schema_note(c, &in);
}

bool
db_migrate(struct ctx *c)
{
    struct sql_schema_version_row row;
    int last = 0;
    bool unknown;

    while (sql_migrations[last].version)
        last++;
    if (!db_begin(c, true))
        return false;
    if (!c->db->engine->script(c, "CREATE TABLE IF NOT EXISTS schema_version ("
                                  "version INTEGER NOT NULL PRIMARY KEY, "
                                  "name TEXT NOT NULL, at BIGINT NOT NULL)")
        || !sql_schema_version(c, &row)) {
        db_rollback(c);
        return false;
    }
    if (row.version > last)
        refuse(c, ERR_OUTSIDE,
               "the database is of version %d, newer than this program (%d); start the "
               "newer program",
               (int)row.version, last);
    for (int i = (int)row.version; i < last && c->err.kind == ERR_NONE; i++)
        if (!migrate_one(c, &sql_migrations[i]))
            break;
    if (c->err.kind == ERR_NONE)
        return db_commit(c, &unknown);
    db_rollback(c);
    return false;
}

bool
db_prepare_all(struct ctx *c)
{
    for (size_t i = 0; i < SQL_QUERIES; i++)
        if (!c->db->engine->prepare(c, sql_queries[i]))
            return false;
    return true;
}

void
db_checkpoint(struct ctx *c)
{
    c->db->engine->checkpoint(c);
}

bool
db_own(struct ctx *c)
{
    return c->db->engine->own(c);
}

bool
db_log_is_long(const struct db *db)
{
    return db->engine->log_is_long(db);
}

bool
db_load_begin(struct ctx *c, int cache_mib)
{
    if (c->db->engine == &db_engine_pg)
        return c->db->engine->script(
            c, "SET statement_timeout = 0; SET synchronous_commit = off");
    return c->db->engine->script(
        c, arena_printf(c->mem, "PRAGMA cache_size=-%d", cache_mib * 1024));
}

bool
db_load_end(struct ctx *c)
{
    if (c->db->engine == &db_engine_pg)
        return c->db->engine->script(c, "SET synchronous_commit = on; ANALYZE");
    return c->db->engine->script(c, "PRAGMA wal_checkpoint(TRUNCATE)");
}
