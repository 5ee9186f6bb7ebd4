/*
 * Search on SQLite: texts are indexed by their pairs of letters, as Japanese has no spaces
 * and names of two letters are the usual question. PostgreSQL has its own way; kgen writes
 * both (tools/kgen/kgen_sql_search.c).
 */
#ifndef KASANE_STORE_DB_PAIRS_H
#define KASANE_STORE_DB_PAIRS_H

#include <stdbool.h>

struct sqlite3;

/*
 * Gives the connection the tokenizer kasane_pairs, which cuts a text into its pairs of
 * letters (and the last letter of each word), and the function kasane_pairs(text), which
 * makes of a text the FTS5 expression that asks for all its pairs. False: see the
 * connection's error.
 */
bool db_pairs_register(struct sqlite3 *db);

#endif
