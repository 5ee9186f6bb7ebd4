/*
 * Opening a municipality's store, its transactions and its migrations. Statements are run
 * through db.h.
 */
#ifndef KASANE_STORE_DB_OPEN_H
#define KASANE_STORE_DB_OPEN_H

#include "db.h"

enum db_kind { DB_KIND_SQLITE, DB_KIND_PG };

/* Where a municipality's records are kept. */
struct db_place {
    enum db_kind kind;
    const char *path; /* SQLite: the database file */
    const char
        *key_path; /* SQLite: file with the 32 key bytes in hexadecimal, mode 0600 */
    const char *conninfo; /* PostgreSQL: libpq connection string, without a password */
    const char *schema;   /* PostgreSQL: the municipality's schema */
};

/*
 * Opens a connection. A writer creates the file if it is missing and create is set. Fails
 * with OUTSIDE and an English cause: wrong key, no such file, newer database, no server.
 */
bool db_open(struct ctx *c,
             const struct db_place *at,
             bool read_only,
             bool create,
             struct db **out) MUST_USE;
void db_close(struct db *db);

/* For AUTO(): closes what the variable holds. */
void db_end(struct db **db);

/* Brings the database to this program's version; refuses a newer one. */
bool db_migrate(struct ctx *c) MUST_USE;

/* Prepares every statement of the program: each fits this engine and this schema. */
bool db_prepare_all(struct ctx *c) MUST_USE;

/* A read transaction is one snapshot; a write transaction excludes other writers. */
bool db_begin(struct ctx *c, bool write) MUST_USE;
bool db_commit(struct ctx *c, bool *unknown) MUST_USE;
void db_rollback(struct ctx *c);

/* One act inside a group: undone alone when it fails. */
bool db_savepoint(struct ctx *c) MUST_USE;
bool db_release(struct ctx *c) MUST_USE;
bool db_undo(struct ctx *c) MUST_USE;

/* Says whether the transaction still stands; a dead one takes its whole group with it. */
bool db_alive(const struct db *db);

/* Says whether the last write found the disk full; cleared by a commit that succeeds. */
bool db_is_full(const struct db *db);

/* Moves what the log holds into the file (SQLite); called by the writer when idle. */
void db_checkpoint(struct ctx *c);

/* Says whether the log has grown so long (SQLite) that readers must let it begin anew. */
bool db_log_is_long(const struct db *db);

/*
 * Around loading a great deal into a store that nobody else uses: cache for the whole of it
 * and no time limit; afterwards the log is moved (SQLite) or statistics are taken
 * (PostgreSQL).
 */
bool db_load_begin(struct ctx *c, int cache_mib) MUST_USE;
bool db_load_end(struct ctx *c) MUST_USE;

/*
 * Takes the right to be this municipality's one writer until the connection closes; false
 * with OUTSIDE when another process has it.
 */
bool db_own(struct ctx *c) MUST_USE;

#endif
