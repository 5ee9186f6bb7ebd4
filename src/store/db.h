/*
 * One way to both engines. Statements are written once in sql/query; kgen makes of each a
 * struct of parameters, a struct of one row and a constant db_query, which the functions
 * here run on the connection of the context. Not for SQL text made at run time: there is
 * none.
 */
#ifndef KASANE_STORE_DB_H
#define KASANE_STORE_DB_H

#include "../base/blob.h"
#include "../base/day.h"

struct db;

enum db_type {
    DB_TEXT,    /* const char *; NULL only where marked */
    DB_INT,     /* int64_t */
    DB_BOOL,    /* bool */
    DB_BLOB,    /* struct db_blob */
    DB_ID,      /* a one-member id struct or struct id; empty is NULL */
    DB_DAY,     /* struct day; DAY_NONE is NULL */
    DB_INSTANT, /* int64_t ms UTC; 0 is NULL where marked */
    DB_ENUM,    /* an enum of words/enums.words, kept as its code */
    DB_IDS      /* struct db_ids, a parameter only */
};

struct db_col {
    const char *name;
    enum db_type type;
    bool null; /* may be NULL: a NULL pointer, an empty id, DAY_NONE, 0 */
    size_t offset;
    const char *const *codes; /* of an enum, ended by NULL */
};

enum db_card {
    DB_NONE, /* returns no row */
    DB_ONE,  /* exactly one; none is MISSING */
    DB_OPT,  /* one or none */
    DB_MANY
};

struct db_query {
    const char *name;
    size_t slot; /* its place in a connection's table of prepared statements */
    enum db_card card;
    const char *sqlite;
    const char *pg;
    size_t n_in;
    const struct db_col *in;
    size_t n_out;
    const struct db_col *out;
    size_t row_size;
};

/* A list of rows; the typed ones that kgen makes have the same shape. */
struct db_rows {
    void *v;
    size_t n;
    size_t cap;
};

/* Runs a statement without rows; changed, if not NULL, gets the number of changed rows. */
bool db_run(struct ctx *c,
            const struct db_query *q,
            const void *in,
            size_t *changed) MUST_USE;

/* Fills the row; MISSING when there is none. */
bool
db_one(struct ctx *c, const struct db_query *q, const void *in, void *row) MUST_USE;

/* Fills the row if there is one and says so in found. */
bool db_opt(struct ctx *c,
            const struct db_query *q,
            const void *in,
            void *row,
            bool *found) MUST_USE;

/* Appends all rows. */
bool db_many(struct ctx *c,
             const struct db_query *q,
             const void *in,
             struct db_rows *rows) MUST_USE;

/*
 * Declares a read that the page will need (card ONE or MANY), or a write without a row, and
 * runs all declared ones in one round trip on PostgreSQL. in and out must stay until
 * db_gather() returns. At most DB_LATER_MAX are declared at a time.
 */
enum { DB_LATER_MAX = 16 };
void db_later(struct ctx *c, const struct db_query *q, const void *in, void *out);
bool db_gather(struct ctx *c) MUST_USE;

#endif
