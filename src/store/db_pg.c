#include "db_engine.h"

#include "gen/sql.h"

#include "../base/buf.h"

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * PostgreSQL 15 through libpq: prepared statements with typed text parameters, reads of a
 * page pipelined, one schema per municipality. A commit whose answer is lost or that ends
 * with warning 01000 is unknown; the caller finds out by the idempotency key.
 */

enum {
    OID_BOOL = 16,
    OID_BYTEA = 17,
    OID_INT8 = 20,
    OID_TEXT = 25,
    OID_TEXT_ARRAY = 1009
};

enum { PARAMS_MAX = 40 };

struct pg_conn {
    PGconn *pg;
    const char *schema;
    bool doubtful; /* a notice 01000 came since the last commit */
};

struct params {
    const char *values[PARAMS_MAX];
    Oid types[PARAMS_MAX];
    int n;
};

static struct pg_conn *
conn(const struct db *db)
{
    return db->conn;
}

static bool
failed(struct ctx *c, const char *what, const PGresult *r)
{
    const char *state = r ? PQresultErrorField(r, PG_DIAG_SQLSTATE) : NULL;
    const char *text = PQerrorMessage(conn(c->db)->pg);

    if (state && strncmp(state, "23", 2) == 0)
        return refuse(c, ERR_CONFLICT, "%s: %s", what, text);
    if (!state || strncmp(state, "08", 2) == 0 || strncmp(state, "57", 2) == 0
        || strncmp(state, "40", 2) == 0 || strncmp(state, "25", 2) == 0)
        return refuse(c, ERR_OUTSIDE, "%s: %s", what, text);
    if (strncmp(state, "53", 2) == 0) {
        c->db->full = true;
        return refuse(c, ERR_OUTSIDE, "%s: %s", what, text);
    }
    return refuse(c, ERR_BUG, "%s: %s", what, text);
}

static Oid
oid_of(enum db_type type)
{
    switch (type) {
    case DB_INT:
    case DB_INSTANT:
    case DB_DAY:
        return OID_INT8;
    case DB_BOOL:
        return OID_BOOL;
    case DB_BLOB:
        return OID_BYTEA;
    case DB_IDS:
        return OID_TEXT_ARRAY;
    case DB_TEXT:
    case DB_ID:
    case DB_ENUM:
        return OID_TEXT;
    }
    return OID_TEXT;
}

static const char *
ids_array(struct ctx *c, const struct db_ids *ids)
{
    struct buf b = buf_new(c->mem);

    buf_char(&b, '{');
    for (size_t i = 0; i < ids->n; i++)
        buf_printf(&b, "%s%s", i ? "," : "", ids->v[i].s);
    buf_char(&b, '}');
    return buf_text(&b);
}

static const char *
hex_of(struct ctx *c, const struct db_blob *blob)
{
    static const char DIGITS[] = "0123456789abcdef";
    char *s = arena_alloc(c->mem, blob->n * 2 + 3);

    s[0] = '\\';
    s[1] = 'x';
    for (size_t i = 0; i < blob->n; i++) {
        s[2 + i * 2] = DIGITS[blob->p[i] >> 4];
        s[3 + i * 2] = DIGITS[blob->p[i] & 15];
    }
    return s;
}

static const char *
param(struct ctx *c, const struct db_col *col, const void *p)
{
    switch (col->type) {
    case DB_TEXT:
        return *(const char *const *)p;
    case DB_ID:
        return *(const char *)p ? (const char *)p : NULL;
    case DB_ENUM:
        return col->codes[*(const int *)p];
    case DB_IDS:
        return ids_array(c, p);
    case DB_BOOL:
        return *(const bool *)p ? "t" : "f";
    case DB_DAY:
        if (!day_known(*(const struct day *)p))
            return NULL;
        return arena_printf(c->mem, "%d", ((const struct day *)p)->n);
    case DB_BLOB:
        return hex_of(c, p);
    case DB_INSTANT:
        if (col->null && *(const int64_t *)p == 0)
            return NULL;
        return arena_printf(c->mem, "%lld", (long long)*(const int64_t *)p);
    case DB_INT:
        return arena_printf(c->mem, "%lld", (long long)*(const int64_t *)p);
    }
    return NULL;
}

static void
fill(struct ctx *c, const struct db_query *q, const void *in, struct params *out)
{
    out->n = (int)q->n_in;
    for (size_t i = 0; i < q->n_in; i++) {
        out->types[i] = oid_of(q->in[i].type);
        out->values[i] = param(c, &q->in[i], (const char *)in + q->in[i].offset);
    }
}

static bool
prepare(struct ctx *c, const struct db_query *q, const struct params *p)
{
    PGresult *r;
    bool ok;

    if (c->db->prepared[q->slot])
        return true;
    r = PQprepare(conn(c->db)->pg, q->name, q->pg, p->n, p->types);
    ok = PQresultStatus(r) == PGRES_COMMAND_OK || failed(c, q->name, r);
    PQclear(r);
    if (ok)
        c->db->prepared[q->slot] = c->db;
    return ok;
}

static bool
pg_prepare(struct ctx *c, const struct db_query *q)
{
    struct params p = { .n = (int)q->n_in };

    for (size_t i = 0; i < q->n_in; i++)
        p.types[i] = oid_of(q->in[i].type);
    return prepare(c, q, &p);
}

static int
enum_of(const char *const *codes, const char *code)
{
    for (int i = 0; codes[i]; i++)
        if (strcmp(codes[i], code) == 0)
            return i;
    return 0;
}

static unsigned
nibble(char ch)
{
    return (unsigned)(ch <= '9' ? ch - '0' : ch - 'a' + 10);
}

static struct db_blob
blob_of(struct ctx *c, const char *hex)
{
    size_t n = strlen(hex) / 2;
    unsigned char *p;

    if (n < 1)
        return (struct db_blob){ 0 };
    n--;
    p = arena_alloc(c->mem, n + 1);
    for (size_t i = 0; i < n; i++)
        p[i] = (unsigned char)(nibble(hex[2 + i * 2]) << 4 | nibble(hex[3 + i * 2]));
    return (struct db_blob){ .p = p, .n = n };
}

static void
read_col(struct ctx *c, const char *text, bool null, const struct db_col *col, void *p)
{
    switch (col->type) {
    case DB_TEXT:
        *(const char **)p = null && col->null ? NULL : arena_strdup(c->mem, text);
        break;
    case DB_ID:
        snprintf(p, sizeof(struct id), "%s", text);
        break;
    case DB_ENUM:
        *(int *)p = enum_of(col->codes, text);
        break;
    case DB_BOOL:
        *(bool *)p = *text == 't';
        break;
    case DB_DAY:
        ((struct day *)p)->n = null ? DAY_NONE : (int32_t)strtol(text, NULL, 10);
        break;
    case DB_BLOB:
        *(struct db_blob *)p = blob_of(c, text);
        break;
    case DB_INSTANT:
    case DB_INT:
    case DB_IDS:
        *(int64_t *)p = strtoll(text, NULL, 10);
        break;
    }
}

static bool
take(struct ctx *c, const struct db_query *q, const PGresult *r, struct db_rows *rows)
{
    for (int i = 0; i < PQntuples(r); i++) {
        char *row = db_row_room(c, q, rows);

        if (!row)
            return false;
        for (size_t k = 0; k < q->n_out; k++)
            read_col(c, PQgetvalue(r, i, (int)k), PQgetisnull(r, i, (int)k), &q->out[k],
                     row + q->out[k].offset);
    }
    return true;
}

static bool
accept_result(struct ctx *c,
              const struct db_query *q,
              const PGresult *r,
              struct db_rows *rows,
              size_t *changed)
{
    ExecStatusType status = PQresultStatus(r);

    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        return failed(c, q->name, r);
    if (changed)
        *changed = (size_t)strtoul(PQcmdTuples((PGresult *)(uintptr_t)r), NULL, 10);
    return !rows || take(c, q, r, rows);
}

static bool
pg_run(struct ctx *c,
       const struct db_query *q,
       const void *in,
       struct db_rows *rows,
       size_t *changed)
{
    struct params p;
    PGresult *r;
    bool ok;

    fill(c, q, in, &p);
    if (!prepare(c, q, &p))
        return false;
    r = PQexecPrepared(conn(c->db)->pg, q->name, p.n, p.values, NULL, NULL, 0);
    ok = accept_result(c, q, r, rows, changed);
    PQclear(r);
    return ok;
}

static bool
send_all(struct ctx *c, const struct db_wait *w, size_t n)
{
    PGconn *pg = conn(c->db)->pg;

    for (size_t i = 0; i < n; i++) {
        struct params p;

        fill(c, w[i].q, w[i].in, &p);
        if (!PQsendQueryPrepared(pg, w[i].q->name, p.n, p.values, NULL, NULL, 0))
            return failed(c, w[i].q->name, NULL);
    }
    return PQpipelineSync(pg) || failed(c, "pipeline", NULL);
}

static bool
receive_all(struct ctx *c, const struct db_wait *w, size_t n, struct db_rows *rows)
{
    PGconn *pg = conn(c->db)->pg;
    bool ok = true;

    for (size_t i = 0; i < n; i++) {
        PGresult *r = PQgetResult(pg);

        if (!r)
            return failed(c, w[i].q->name, NULL);
        ok = ok && accept_result(c, w[i].q, r, &rows[i], NULL);
        PQclear(r);
        PQclear(PQgetResult(pg)); /* the NULL that ends each query's results */
    }
    PQclear(PQgetResult(pg)); /* the pipeline's end */
    return ok;
}

static bool
pg_gather(struct ctx *c, const struct db_wait *w, size_t n, struct db_rows *rows)
{
    PGconn *pg = conn(c->db)->pg;
    struct params p;
    bool ok;

    for (size_t i = 0; i < n; i++) {
        fill(c, w[i].q, w[i].in, &p);
        if (!prepare(c, w[i].q, &p))
            return false;
    }
    if (!PQenterPipelineMode(pg))
        return failed(c, "pipeline", NULL);
    ok = send_all(c, w, n) && receive_all(c, w, n, rows);
    if (!PQexitPipelineMode(pg) && ok)
        return failed(c, "pipeline", NULL);
    return ok;
}

static bool
pg_script(struct ctx *c, const char *sql)
{
    PGresult *r = PQexec(conn(c->db)->pg, sql);
    bool ok = PQresultStatus(r) == PGRES_COMMAND_OK
              || PQresultStatus(r) == PGRES_TUPLES_OK || failed(c, "script", r);

    PQclear(r);
    return ok;
}

static bool
pg_commit(struct ctx *c, bool *unknown)
{
    struct pg_conn *k = conn(c->db);
    PGresult *r;
    bool ok;

    k->doubtful = false;
    r = PQexec(k->pg, "COMMIT");
    ok = PQresultStatus(r) == PGRES_COMMAND_OK;
    /* COMMIT of a failed transaction answers ROLLBACK */
    if (ok && strcmp(PQcmdStatus(r), "COMMIT") != 0)
        ok = refuse(c, ERR_OUTSIDE, "commit: the transaction had failed");
    else if (!ok)
        failed(c, "commit", r);
    *unknown = k->doubtful || PQstatus(k->pg) != CONNECTION_OK;
    PQclear(r);
    return ok && !k->doubtful;
}

static bool
pg_alive(struct db *db)
{
    PGTransactionStatusType status = PQtransactionStatus(conn(db)->pg);

    /* a statement that failed can still be undone to the savepoint before it */
    return status == PQTRANS_INTRANS || status == PQTRANS_INERROR;
}

static void
pg_close(struct db *db)
{
    PQfinish(conn(db)->pg);
}

static void
pg_checkpoint(struct ctx *c)
{
    (void)c; /* the server does it */
}

/* Waits a little: the server may not have noticed yet that the writer before is gone. */
static bool
pg_log_is_long(const struct db *db)
{
    (void)db; /* the server's own affair */
    return false;
}

static bool
pg_own(struct ctx *c)
{
    const char *lock =
        arena_printf(c->mem,
                     "SET lock_timeout = '3s'; "
                     "SELECT pg_advisory_lock(hashtext('kasane-writer:%s')); "
                     "SET lock_timeout = 0",
                     conn(c->db)->schema);
    PGresult *r = PQexec(conn(c->db)->pg, lock);
    bool ok = PQresultStatus(r) == PGRES_COMMAND_OK;

    PQclear(r);
    return ok || refuse(c, ERR_OUTSIDE, "another process is the writer");
}

const struct db_engine db_engine_pg = {
    .close = pg_close,
    .run = pg_run,
    .prepare = pg_prepare,
    .gather = pg_gather,
    .script = pg_script,
    .commit = pg_commit,
    .alive = pg_alive,
    .checkpoint = pg_checkpoint,
    .log_is_long = pg_log_is_long,
    .own = pg_own,
    .begin_write = "BEGIN ISOLATION LEVEL READ COMMITTED",
    .begin_read = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
};

static void
notice(void *arg, const PGresult *r)
{
    struct pg_conn *k = arg;
    const char *state = PQresultErrorField(r, PG_DIAG_SQLSTATE);

    if (state && strcmp(state, "01000") == 0)
        k->doubtful = true;
}

static bool
plain_name(const char *s)
{
    return *s && strlen(s) < 60
           && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_") == strlen(s);
}

static bool
enter_schema(struct ctx *c, const struct db_place *at, bool create)
{
    const char *make =
        create
            ? arena_printf(c->mem, "CREATE SCHEMA IF NOT EXISTS \"%s\"; ", at->schema)
            : "";

    return pg_script(c, arena_printf(c->mem,
                                     "SET client_min_messages = warning; %s"
                                     "SET search_path = \"%s\"; "
                                     "SET synchronous_commit = on; "
                                     "SET statement_timeout = '10s'; "
                                     "SET plan_cache_mode = force_generic_plan",
                                     make, at->schema));
}

bool
db_pg_open(struct ctx *c,
           const struct db_place *at,
           bool read_only,
           bool create,
           struct db **out)
{
    struct arena *mem;
    struct pg_conn *k;
    struct db *before = c->db;
    struct db *d;
    bool ok;

    if (!plain_name(at->schema))
        return refuse(c, ERR_OUTSIDE, "schema: only a-z, 0-9 and _");
    mem = arena_new();
    k = ARENA_NEW(mem, struct pg_conn);
    d = ARENA_NEW(mem, struct db);
    k->pg = PQconnectdb(at->conninfo);
    k->schema = arena_strdup(mem, at->schema);
    *d = (struct db){ .engine = &db_engine_pg,
                      .mem = mem,
                      .conn = k,
                      .prepared = ARENA_ARRAY(mem, SQL_QUERIES, void *),
                      .read_only = read_only };
    PQsetNoticeReceiver(k->pg, notice, k);
    c->db = d;
    ok = PQstatus(k->pg) == CONNECTION_OK
             ? enter_schema(c, at, create)
             : refuse(c, ERR_OUTSIDE, "PostgreSQL: %s", PQerrorMessage(k->pg));
    c->db = before;
    if (!ok) {
        db_close(d);
        return false;
    }
    *out = d;
    return true;
}
