#include "db_engine.h"

#include "db_pairs.h"

#include "gen/sql.h"

#include "../base/machine.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/*
 * SQLite3 Multiple Ciphers, one file, WAL, every commit synced. A failed sync or an I/O
 * error ends the process: the kernel may have dropped the pages, and trying again lies.
 */

enum { LOG_LIMIT = 32 * 1024 * 1024, LOG_LONG = 64 * 1024 * 1024, LOG_STEP = 2000 };
enum { CACHE_KIB_WRITE = 4096, CACHE_KIB_READ = 6144, BUSY_MS = 10000, KEY_HEX = 64 };

struct sqlite_conn {
    sqlite3 *db;
    int lock_fd;
    const char *path;
    const char *log_path;
    int moved; /* pages of the log at the last move into the file */
};

static sqlite3 *
handle(const struct db *db)
{
    return ((const struct sqlite_conn *)db->conn)->db;
}

static _Noreturn void
storage_broke(const char *what, sqlite3 *db)
{
    fprintf(stderr,
            "kasane: storage failed (%s, code %d); the process ends so that nothing is "
            "acknowledged that may be lost\n",
            what, db ? sqlite3_extended_errcode(db) : 0);
    _exit(70);
}

static bool
failed(struct ctx *c, const char *what)
{
    sqlite3 *db = handle(c->db);

    switch (sqlite3_errcode(db)) {
    case SQLITE_CONSTRAINT:
        return refuse(c, ERR_CONFLICT, "%s: %s", what, sqlite3_errmsg(db));
    case SQLITE_FULL:
        c->db->full = true;
        return refuse(c, ERR_OUTSIDE, "%s: the disk is full", what);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_READONLY:
        return refuse(c, ERR_OUTSIDE, "%s: %s", what, sqlite3_errmsg(db));
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        storage_broke(what, db);
    default:
        return refuse(c, ERR_BUG, "%s: %s", what, sqlite3_errmsg(db));
    }
}

static sqlite3_stmt *
statement(struct ctx *c, const struct db_query *q)
{
    sqlite3_stmt *s = c->db->prepared[q->slot];

    if (s)
        return s;
    if (sqlite3_prepare_v3(handle(c->db), q->sqlite, -1, SQLITE_PREPARE_PERSISTENT, &s,
                           NULL)
        != SQLITE_OK) {
        failed(c, q->name);
        return NULL;
    }
    c->db->prepared[q->slot] = s;
    return s;
}

static bool
sqlite_prepare(struct ctx *c, const struct db_query *q)
{
    return statement(c, q) != NULL;
}

static int
bind_text(sqlite3_stmt *s, int at, const char *text)
{
    return text ? sqlite3_bind_text(s, at, text, -1, SQLITE_STATIC)
                : sqlite3_bind_null(s, at);
}

static int
bind_id(sqlite3_stmt *s, int at, const char *id)
{
    return *id ? sqlite3_bind_text(s, at, id, (int)strlen(id), SQLITE_STATIC)
               : sqlite3_bind_null(s, at);
}

/* A set of ids has two places, the second behind all parameters; what is empty is NULL. */
static int
bind_ids(sqlite3_stmt *s, int at, int second, const struct db_ids *ids)
{
    int rc;

    if (ids->n > 2)
        return SQLITE_RANGE;
    rc = bind_id(s, at, ids->n > 0 ? ids->v[0].s : "");
    return rc == SQLITE_OK ? bind_id(s, second, ids->n > 1 ? ids->v[1].s : "") : rc;
}

/* second: where the other place of a set of ids lies; counted on. */
static int
bind_one(sqlite3_stmt *s, int at, int *second, const struct db_col *col, const void *p)
{
    switch (col->type) {
    case DB_TEXT:
        return bind_text(s, at, *(const char *const *)p);
    case DB_ID:
        return bind_id(s, at, p);
    case DB_ENUM:
        return bind_text(s, at, col->codes[*(const int *)p]);
    case DB_IDS:
        return bind_ids(s, at, (*second)++, p);
    case DB_BOOL:
        return sqlite3_bind_int(s, at, *(const bool *)p);
    case DB_DAY:
        return day_known(*(const struct day *)p)
                   ? sqlite3_bind_int(s, at, ((const struct day *)p)->n)
                   : sqlite3_bind_null(s, at);
    case DB_BLOB:
        return sqlite3_bind_blob64(s, at, ((const struct db_blob *)p)->p,
                                   ((const struct db_blob *)p)->n, SQLITE_STATIC);
    case DB_INSTANT:
        if (col->null && *(const int64_t *)p == 0)
            return sqlite3_bind_null(s, at);
        return sqlite3_bind_int64(s, at, *(const int64_t *)p);
    case DB_INT:
        return sqlite3_bind_int64(s, at, *(const int64_t *)p);
    }
    return SQLITE_ERROR;
}

static bool
bind_all(struct ctx *c, const struct db_query *q, sqlite3_stmt *s, const void *in)
{
    int second = (int)q->n_in + 1;

    for (size_t i = 0; i < q->n_in; i++)
        if (bind_one(s, (int)i + 1, &second, &q->in[i],
                     (const char *)in + q->in[i].offset)
            != SQLITE_OK)
            return failed(c, q->name);
    return true;
}

static int
enum_of(const char *const *codes, const char *code)
{
    for (int i = 0; codes[i]; i++)
        if (strcmp(codes[i], code) == 0)
            return i;
    return 0;
}

/* A text in the arena; sqlite3_column_text() first, so that the length is that of UTF-8. */
static const char *
read_text(struct ctx *c, sqlite3_stmt *s, int at)
{
    const char *text = (const char *)sqlite3_column_text(s, at);

    return text ? arena_copy(c->mem, text, (size_t)sqlite3_column_bytes(s, at)) : NULL;
}

/* A list that is filled again holds what was in it: an id that is NULL is made empty. */
static void
read_id(sqlite3_stmt *s, int at, struct id *out)
{
    const char *text = (const char *)sqlite3_column_text(s, at);
    size_t n = text ? (size_t)sqlite3_column_bytes(s, at) : 0;

    *out = (struct id){ .s = "" };
    memcpy(out->s, text ? text : "", n < sizeof out->s ? n : sizeof out->s - 1);
}

static void
read_col(struct ctx *c, sqlite3_stmt *s, int at, const struct db_col *col, void *p)
{
    const char *text;

    switch (col->type) {
    case DB_TEXT:
        text = read_text(c, s, at);
        *(const char **)p = text || col->null ? text : "";
        break;
    case DB_ID:
        read_id(s, at, p);
        break;
    case DB_ENUM:
        text = (const char *)sqlite3_column_text(s, at);
        *(int *)p = text ? enum_of(col->codes, text) : 0;
        break;
    case DB_BOOL:
        *(bool *)p = sqlite3_column_int(s, at) != 0;
        break;
    case DB_DAY:
        ((struct day *)p)->n = sqlite3_column_type(s, at) == SQLITE_NULL
                                   ? DAY_NONE
                                   : sqlite3_column_int(s, at);
        break;
    case DB_BLOB:
        ((struct db_blob *)p)->n = (size_t)sqlite3_column_bytes(s, at);
        ((struct db_blob *)p)->p = (const unsigned char *)arena_copy(
            c->mem, sqlite3_column_blob(s, at), (size_t)sqlite3_column_bytes(s, at));
        break;
    case DB_INSTANT:
    case DB_INT:
    case DB_IDS:
        *(int64_t *)p = sqlite3_column_int64(s, at);
        break;
    }
}

static bool
take_row(struct ctx *c, const struct db_query *q, sqlite3_stmt *s, struct db_rows *rows)
{
    char *row = db_row_room(c, q, rows);

    if (!row)
        return false;
    for (size_t i = 0; i < q->n_out; i++)
        read_col(c, s, (int)i, &q->out[i], row + q->out[i].offset);
    return true;
}

static bool
sqlite_run(struct ctx *c,
           const struct db_query *q,
           const void *in,
           struct db_rows *rows,
           size_t *changed)
{
    sqlite3_stmt *s = statement(c, q);
    bool ok;
    int rc = SQLITE_ROW;

    if (!s)
        return false;
    ok = bind_all(c, q, s, in);
    while (ok && (rc = sqlite3_step(s)) == SQLITE_ROW)
        if (rows && !take_row(c, q, s, rows))
            ok = false;
    if (ok && rc != SQLITE_DONE)
        ok = failed(c, q->name);
    if (ok && changed)
        *changed = (size_t)sqlite3_changes(handle(c->db));
    sqlite3_reset(s);
    sqlite3_clear_bindings(s);
    return ok;
}

static bool
sqlite_gather(struct ctx *c, const struct db_wait *w, size_t n, struct db_rows *rows)
{
    for (size_t i = 0; i < n; i++)
        if (!sqlite_run(c, w[i].q, w[i].in, &rows[i], NULL))
            return false;
    return true;
}

static bool
sqlite_script(struct ctx *c, const char *sql)
{
    if (sqlite3_exec(handle(c->db), sql, NULL, NULL, NULL) == SQLITE_OK)
        return true;
    return failed(c, "script");
}

static bool
sqlite_commit(struct ctx *c, bool *unknown)
{
    *unknown = false;
    return sqlite_script(c, "COMMIT");
}

static bool
sqlite_alive(struct db *db)
{
    return !sqlite3_get_autocommit(handle(db));
}

static void
sqlite_close(struct db *db)
{
    struct sqlite_conn *k = db->conn;

    for (size_t i = 0; i < SQL_QUERIES; i++)
        sqlite3_finalize(db->prepared[i]);
    sqlite3_close(k->db);
    if (k->lock_fd >= 0)
        close(k->lock_fd);
}

static void
sqlite_checkpoint(struct ctx *c)
{
    sqlite3_wal_checkpoint_v2(handle(c->db), NULL, SQLITE_CHECKPOINT_PASSIVE, NULL,
                              NULL);
}

/*
 * Moves the log into the file each time it has grown by a step. While readers keep a snapshot
 * the log does not begin anew, and SQLite's own hook would move it after every commit.
 */
static int
move_log(void *conn, sqlite3 *db, const char *name, int pages)
{
    struct sqlite_conn *k = conn;

    if (pages < k->moved)
        k->moved = 0; /* it began anew */
    if (pages - k->moved < LOG_STEP)
        return SQLITE_OK;
    k->moved = pages;
    sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    return SQLITE_OK;
}

/* The file shrinks to its limit whenever the log begins anew. */
static bool
sqlite_log_is_long(const struct db *db)
{
    const struct sqlite_conn *k = db->conn;
    struct stat st;

    return stat(k->log_path, &st) == 0 && st.st_size > LOG_LONG;
}

static bool
sqlite_own(struct ctx *c)
{
    struct sqlite_conn *k = c->db->conn;
    const char *path = arena_printf(c->mem, "%s.lock", k->path);
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

    if (fd < 0)
        return refuse(c, ERR_OUTSIDE, "%s: %s", path, strerror(errno));
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        close(fd);
        return refuse(c, ERR_OUTSIDE, "%s: another process is the writer", path);
    }
    k->lock_fd = fd;
    return true;
}

const struct db_engine db_engine_sqlite = {
    .close = sqlite_close,
    .run = sqlite_run,
    .prepare = sqlite_prepare,
    .gather = sqlite_gather,
    .script = sqlite_script,
    .commit = sqlite_commit,
    .alive = sqlite_alive,
    .checkpoint = sqlite_checkpoint,
    .log_is_long = sqlite_log_is_long,
    .own = sqlite_own,
    .begin_write = "BEGIN IMMEDIATE",
    .begin_read = "BEGIN",
};

/* Reads the key file: 64 hexadecimal digits, readable by its owner alone. */
static const char *
read_key(struct ctx *c, const char *path)
{
    struct stat st;
    const char *hex = machine_read(c->machine, c->mem, path, 256, NULL);

    if (!hex || stat(path, &st) != 0) {
        refuse(c, ERR_OUTSIDE, "%s: the key file cannot be read", path);
        return NULL;
    }
    if (st.st_mode & 077) {
        refuse(c, ERR_OUTSIDE, "%s: must be readable by its owner alone (0600)", path);
        return NULL;
    }
    if (strspn(hex, "0123456789abcdef") != KEY_HEX) {
        refuse(c, ERR_OUTSIDE, "%s: is not a key file", path);
        return NULL;
    }
    return arena_copy(c->mem, hex, KEY_HEX);
}

static int
authorize(void *unused,
          int action,
          const char *a,
          const char *b,
          const char *database,
          const char *trigger)
{
    (void)unused;
    (void)b;
    (void)database;
    (void)trigger;
    if (action == SQLITE_ATTACH || action == SQLITE_DETACH)
        return SQLITE_DENY;
    if (action == SQLITE_FUNCTION && b && strcmp(b, "load_extension") == 0)
        return SQLITE_DENY;
    if (action == SQLITE_PRAGMA && a && strcmp(a, "rekey") == 0)
        return SQLITE_DENY;
    return SQLITE_OK;
}

static bool
prepare_connection(struct ctx *c, sqlite3 *db, bool read_only, const char *key)
{
    char *pragmas = arena_printf(
        c->mem,
        "PRAGMA cipher='aegis'; PRAGMA key=\"x'%s'\"; PRAGMA busy_timeout=%d; "
        "PRAGMA journal_size_limit=%d; PRAGMA cache_size=-%d; PRAGMA mmap_size=0; "
        "PRAGMA temp_store=MEMORY; "
        "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; "
        "PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON; %s",
        key, BUSY_MS, LOG_LIMIT, read_only ? CACHE_KIB_READ : CACHE_KIB_WRITE,
        read_only ? "PRAGMA query_only=ON; SELECT count(*) FROM sqlite_schema"
                  : "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
    int rc = sqlite3_exec(db, pragmas, NULL, NULL, NULL);

    explicit_bzero(pragmas, strlen(pragmas));
    if (rc == SQLITE_NOTADB)
        return refuse(c, ERR_OUTSIDE, "the key does not open the database");
    if (rc != SQLITE_OK)
        return refuse(c, ERR_OUTSIDE, "database: %s", sqlite3_errmsg(db));
    if (!db_pairs_register(db))
        return refuse(c, ERR_OUTSIDE, "database: %s", sqlite3_errmsg(db));
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    /* or each new value of a LIMIT plans its statement again */
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_QPSG, 1, NULL);
    sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 100);
    sqlite3_set_authorizer(db, authorize, NULL);
    return true;
}

bool
db_sqlite_open(struct ctx *c,
               const struct db_place *at,
               bool read_only,
               bool create,
               struct db **out)
{
    struct arena *mem;
    struct sqlite_conn *k;
    struct db *d;
    sqlite3 *db = NULL;
    const char *key = read_key(c, at->key_path);
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
                | (read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE)
                | (create ? SQLITE_OPEN_CREATE : 0);

    if (!key)
        return false;
    if (sqlite3_open_v2(at->path, &db, flags & ~SQLITE_OPEN_EXRESCODE, NULL)
            != SQLITE_OK
        || !prepare_connection(c, db, read_only, key)) {
        refuse(c, ERR_OUTSIDE, "%s: cannot be opened", at->path);
        sqlite3_close(db);
        return false;
    }
    mem = arena_new();
    d = ARENA_NEW(mem, struct db);
    k = ARENA_NEW(mem, struct sqlite_conn);
    *k = (struct sqlite_conn){ .db = db,
                               .lock_fd = -1,
                               .path = arena_strdup(mem, at->path),
                               .log_path = arena_printf(mem, "%s-wal", at->path) };
    *d = (struct db){ .engine = &db_engine_sqlite,
                      .mem = mem,
                      .conn = k,
                      .prepared = ARENA_ARRAY(mem, SQL_QUERIES, void *),
                      .read_only = read_only };
    if (!read_only)
        sqlite3_wal_hook(db, move_log, k);
    *out = d;
    return true;
}
