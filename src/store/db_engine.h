/*
 * What an engine has to do, and the connection that both share. Only db.c and the engines
 * include this.
 */
#ifndef KASANE_STORE_DB_ENGINE_H
#define KASANE_STORE_DB_ENGINE_H

#include "db.h"
#include "db_open.h"

struct db_wait {
    const struct db_query *q;
    const void *in;
    void *out;
};

enum { DB_WAIT_MAX = DB_LATER_MAX };

struct db_engine {
    void (*close)(struct db *db);
    /* runs one statement; rows are appended, changed may be NULL */
    bool (*run)(struct ctx *c,
                const struct db_query *q,
                const void *in,
                struct db_rows *rows,
                size_t *changed);
    /* prepares one statement, unless it is prepared already */
    bool (*prepare)(struct ctx *c, const struct db_query *q);
    /* runs reads in one round trip; rows[i] belongs to w[i] */
    bool (*gather)(struct ctx *c,
                   const struct db_wait *w,
                   size_t n,
                   struct db_rows *rows);
    /* runs text of ours without parameters: BEGIN, SAVEPOINT, a migration */
    bool (*script)(struct ctx *c, const char *sql);
    /* commits; unknown is set when the server may or may not have done it */
    bool (*commit)(struct ctx *c, bool *unknown);
    /* says whether the transaction that was begun still stands */
    bool (*alive)(struct db *db);
    void (*checkpoint)(struct ctx *c);
    bool (*log_is_long)(const struct db *db);
    bool (*own)(struct ctx *c);
    const char *begin_write;
    const char *begin_read;
};

struct db {
    const struct db_engine *engine;
    struct arena *mem; /* lives as long as the connection */
    void *conn;
    void **prepared; /* by slot */
    bool read_only;
    bool in_transaction;
    bool full; /* the disk had no room at the last write */
    size_t n_waiting;
    struct db_wait waiting[DB_WAIT_MAX];
};

/* Makes room for one more row and returns it, zeroed. */
void *db_row_room(struct ctx *c, const struct db_query *q, struct db_rows *rows);

extern const struct db_engine db_engine_sqlite;
extern const struct db_engine db_engine_pg;

bool db_sqlite_open(struct ctx *c,
                    const struct db_place *at,
                    bool read_only,
                    bool create,
                    struct db **out) MUST_USE;
bool db_pg_open(struct ctx *c,
                const struct db_place *at,
                bool read_only,
                bool create,
                struct db **out) MUST_USE;

#endif
