/*
 * The parsed form of the statements in sql/query, between reading and writing C.
 */
#ifndef KASANE_TOOLS_KGEN_SQL_H
#define KASANE_TOOLS_KGEN_SQL_H

#include "kgen.h"

struct sql_col {
    const char *name;
    const char *type; /* id text int bool blob day instant enum ids */
    const char *kind; /* after the colon: case, referral_state; or NULL */
    bool null;
};

struct sql_cols {
    struct sql_col *v;
    size_t n;
    size_t cap;
};

struct sql_query {
    const char *path;
    int line;
    const char *name;
    const char *card; /* one opt many none */
    const char *comment;
    const char *each; /* the loop that makes it for several tables; or NULL */
    const char *made; /* the name, without the table, of those made so; or NULL */
    const char *rows; /* the query whose rows these are: -- rows: NAME; else its own */
    struct sql_cols in;
    struct sql_cols out;
    const char *text;
    int text_line;
    bool unscoped;
    bool lock;
};

struct sql_view {
    const char *name;
    const char *text;
};

struct sql_all {
    struct arena *mem;
    struct {
        const char **v;
        size_t n, cap;
    } personal; /* tables */
    struct {
        struct sql_view *v;
        size_t n, cap;
    } views;
    struct {
        struct sql_query *v;
        size_t n, cap;
    } queries;
};

/* Reads one file of queries; migrations are read for their "-- personal" marks. */
void sql_read_queries(struct sql_all *all, struct source s);
void sql_read_views(struct sql_all *all, struct source s);
void sql_read_personal(struct sql_all *all, struct source s);

/* Refuses a statement that breaks a rule of the house; ends the program. */
void sql_check(const struct sql_all *all, const struct sql_query *q);

enum sql_engine { SQL_SQLITE, SQL_PG };

/* Returns the statement's text for one engine, with numbered parameters. */
const char *
sql_text(const struct sql_all *all, const struct sql_query *q, enum sql_engine engine);

/* Returns the text of a migration for one engine: @types and @strict replaced. */
const char *sql_ddl(struct arena *mem, struct source s, enum sql_engine engine);

/*
 * Replaces @search_index(table, id, text) of a migration, which begins at *at; moves behind.
 * @search_index_by_case(...): what is found is known with its case_id.
 */
const char *sql_search_index(struct arena *mem,
                             struct source s,
                             int line,
                             const char **at,
                             enum sql_engine engine);

/* Replaces @recent_kept() of a migration by the triggers of recent; moves behind. */
#define SQL_RECENT_KEPT "@recent_kept()"
const char *sql_recent_kept(struct arena *mem, const char **at, enum sql_engine engine);

/*
 * Replaces @found(table, id, text, :param) in a FROM by the ids that the index of pairs finds
 * (@found_in_case: with their case_id, for a table that is indexed by case),
 * and @found_count(table, text, :param, :most) by how many it finds, most at the most.
 */
const char *sql_with_found(const struct sql_all *all,
                           const struct sql_query *q,
                           const char *text,
                           enum sql_engine engine);

/* Says where the word stands in the text outside quotes and comments, or NULL. */
const char *sql_find_word(const char *text, const char *word);

#endif
