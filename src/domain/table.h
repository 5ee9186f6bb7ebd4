/*
 * A plain table between a report and those who print it (page, CSV, JSON, XLSX): columns and
 * cells that are text, a number, or not stated. Knows nothing of where its rows come from.
 */
#ifndef KASANE_DOMAIN_TABLE_H
#define KASANE_DOMAIN_TABLE_H

#include "../base/buf.h"
#include "profile.h"

enum cell_kind { CELL_NOT_STATED, CELL_TEXT, CELL_NUMBER };

struct cell {
    enum cell_kind kind;
    const char *text;      /* CELL_TEXT */
    struct decimal number; /* CELL_NUMBER */
    const char *unit;      /* printed behind a number; NULL: none */
};

struct table_column {
    const char *key;   /* JSON key */
    const char *label; /* Japanese heading */
};

struct table_row {
    struct cell *v; /* as many as columns */
};

struct table {
    struct arena *mem;
    const char *key;
    const char *title;
    const char *note; /* what the marks in it mean; NULL: there are none */
    struct {
        struct table_column *v;
        size_t n;
        size_t cap;
    } columns;
    struct {
        struct table_row *v;
        size_t n;
        size_t cap;
    } rows;
};

/* Makes an empty table; columns come before the first row. */
struct table table_new(struct arena *mem, const char *key, const char *title);
void table_add_column(struct table *t, const char *key, const char *label);

/* Adds a row of cells that are not stated and returns its first cell. */
struct cell *table_add_row(struct table *t);

/* Returns a cell; NULL and what is not given become not stated. */
struct cell cell_of_text(const char *text);
struct cell cell_of_int(int64_t v);
struct cell cell_of_maybe(struct maybe_int v, const char *unit);
struct cell cell_of_decimal(struct decimal v, const char *unit);

/* Returns the cell as text; 記載なし when it is not stated. */
const char *cell_text(struct arena *mem, const struct cell *cell);

/* Returns the cell of a row by its column's key; NULL when there is no such column. */
const struct cell *table_cell(const struct table *t, size_t row, const char *key);

/* Appends the table as JSON ({"title":…,"rows":[{…}]}; not stated is null) or as CSV. */
void table_json(struct buf *out, const struct table *t);
void table_csv(struct buf *out, const struct table *t);

#endif
