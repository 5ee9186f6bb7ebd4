/*
 * The tables of a case, and statements that are written once for each of them. What becomes of
 * a table stands in sql/case_tables.def, its columns in the migrations; a table with a column
 * case_id that the list does not know is refused.
 */
#ifndef KASANE_TOOLS_KGEN_CASE_H
#define KASANE_TOOLS_KGEN_CASE_H

#include "kgen_sql.h"

struct case_column {
    const char *name;
    const char *type; /* text, int, blob, … */
    const char *of;   /* the table it references, or NULL */
    bool key;         /* part of the primary key */
};

struct case_table {
    const char *name;
    const char *way;   /* carried, follows, stays, under, or NULL: not of a case */
    const char *under; /* the table it follows or stands under */
    const char *only;  /* what more must hold of a row, or "" */
    int line;          /* of the list */
    struct {
        struct case_column *v;
        size_t n, cap;
    } columns;
};

/* A column that names a person, and whether it moves when two entries become one. */
struct case_naming {
    const char *table;
    const char *column;
    const char *way; /* moves, stays */
    const char *only;
};

struct case_tables {
    const char *path;
    struct {
        struct case_table **v;
        size_t n, cap;
    } all;
    struct {
        struct case_table **v; /* in the order of the list */
        size_t n, cap;
    } listed;
    struct {
        struct case_naming *v;
        size_t n, cap;
    } naming;
};

/* Reads the tables of one migration; then, when all are known, the list. */
void case_read_migration(struct arena *mem, struct case_tables *t, struct source s);
void case_read_list(struct arena *mem, struct case_tables *t, struct source s);

/*
 * Writes each statement that has @ in its name once for each table that its line "-- each: LOOP"
 * speaks of, and each @each(LOOP, between, text) in a statement as often as that.
 */
void case_expand(struct sql_all *all, const struct case_tables *t);

/* Writes for each such statement a list of its names: SQL_EACH_MERGE_CASE(X). */
void case_write_lists(struct buf *h, const struct sql_all *all);

#endif
