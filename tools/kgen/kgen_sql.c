#include "kgen_case.h"
#include "kgen_sql.h"

#include "../../src/base/vec.h"

#include <stdio.h>
#include <string.h>

/* The C type of a column's member. */
static const char *
c_type(struct arena *mem, const struct sql_col *col)
{
    if (strcmp(col->type, "id") == 0)
        return col->kind ? arena_printf(mem, "struct %s_id ", col->kind) : "struct id ";
    if (strcmp(col->type, "text") == 0)
        return "const char *";
    if (strcmp(col->type, "bool") == 0)
        return "bool ";
    if (strcmp(col->type, "blob") == 0)
        return "struct db_blob ";
    if (strcmp(col->type, "day") == 0)
        return "struct day ";
    if (strcmp(col->type, "enum") == 0)
        return arena_printf(mem, "enum %s ", col->kind);
    if (strcmp(col->type, "ids") == 0)
        return "struct db_ids ";
    return "int64_t ";
}

static void
put_struct(struct buf *h,
           const char *name,
           const char *part,
           const struct sql_cols *cols)
{
    if (!cols->n)
        return;
    buf_printf(h, "struct sql_%s_%s {\n", name, part);
    for (size_t i = 0; i < cols->n; i++)
        buf_printf(h, "    %s%s;\n", c_type(h->mem, &cols->v[i]), cols->v[i].name);
    buf_lit(h, "};\n");
}

static void
put_string(struct buf *b, const char *s)
{
    buf_char(b, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            buf_char(b, '\\');
        if (*s == '\n')
            buf_lit(b, "\\n\"\n        \"");
        else
            buf_char(b, *s);
    }
    buf_char(b, '"');
}

static void
put_cols(struct buf *c,
         const struct sql_query *q,
         const char *owner,
         const char *part,
         const struct sql_cols *cols)
{
    if (!cols->n)
        return;
    buf_printf(c, "static const struct db_col %s_%s[] = {\n", q->name, part);
    for (size_t i = 0; i < cols->n; i++) {
        const struct sql_col *col = &cols->v[i];

        buf_printf(c, "    { \"%s\", DB_%s, %s, offsetof(struct sql_%s_%s, %s), ",
                   col->name, kgen_upper(c->mem, col->type),
                   col->null ? "true" : "false", owner, part, col->name);
        if (strcmp(col->type, "enum") == 0)
            buf_printf(c, "%s_codes },\n", col->kind);
        else
            buf_lit(c, "NULL },\n");
    }
    buf_lit(c, "};\n");
}

static const char *
args(struct arena *mem, const struct sql_query *q)
{
    if (q->in.n)
        return arena_printf(mem, ", const struct sql_%s_in *in", q->name);
    return "";
}

static void
put_inline(struct buf *h, const struct sql_query *q)
{
    const char *in = q->in.n ? "in" : "NULL";
    const char *a = args(h->mem, q);

    if (strcmp(q->card, "none") == 0) {
        buf_printf(
            h,
            "static inline MUST_USE bool\nsql_%s(struct ctx *c%s)\n"
            "{ return db_run(c, &sql_%s_query, %s, NULL); }\n"
            "static inline MUST_USE bool\nsql_%s_changed(struct ctx *c%s, size_t "
            "*changed)\n{ return db_run(c, &sql_%s_query, %s, changed); }\n",
            q->name, a, q->name, in, q->name, a, q->name, in);
        buf_printf(h,
                   "static inline void\nsql_%s_later(struct ctx *c%s)\n"
                   "{ db_later(c, &sql_%s_query, %s, NULL); }\n",
                   q->name, a, q->name, in);
        return;
    }
    if (strcmp(q->card, "many") == 0) {
        buf_printf(h,
                   "static inline MUST_USE bool\nsql_%s(struct ctx *c%s, struct "
                   "sql_%s_rows *rows)\n{\n    struct db_rows r = { rows->v, rows->n, "
                   "rows->cap };\n    bool ok = db_many(c, &sql_%s_query, %s, &r);\n\n"
                   "    rows->v = r.v;\n    rows->n = r.n;\n    rows->cap = r.cap;\n"
                   "    return ok;\n}\n",
                   q->name, a, q->rows, q->name, in);
    } else if (strcmp(q->card, "opt") == 0) {
        buf_printf(h,
                   "static inline MUST_USE bool\nsql_%s(struct ctx *c%s, struct "
                   "sql_%s_row *row, bool *found)\n"
                   "{ return db_opt(c, &sql_%s_query, %s, row, found); }\n",
                   q->name, a, q->rows, q->name, in);
    } else {
        buf_printf(h,
                   "static inline MUST_USE bool\nsql_%s(struct ctx *c%s, struct "
                   "sql_%s_row *row)\n{ return db_one(c, &sql_%s_query, %s, row); }\n",
                   q->name, a, q->rows, q->name, in);
    }
    if (strcmp(q->card, "opt") != 0)
        buf_printf(h,
                   "static inline void\nsql_%s_later(struct ctx *c%s, struct sql_%s_%s "
                   "*out)\n{ db_later(c, &sql_%s_query, %s, out); }\n",
                   q->name, a, q->rows, strcmp(q->card, "many") == 0 ? "rows" : "row",
                   q->name, in);
}

static void
put_query(const struct sql_all *all,
          struct buf *rows,
          struct buf *h,
          struct buf *c,
          const struct sql_query *q,
          size_t slot)
{
    const char *up = kgen_upper(all->mem, q->card);

    buf_printf(h, "\n/* %s */\n", q->comment);
    put_struct(h, q->name, "in", &q->in);
    if (q->rows == q->name)
        put_struct(rows, q->name, "row", &q->out);
    if (q->out.n && q->rows == q->name)
        buf_printf(rows,
                   "struct sql_%s_rows { struct sql_%s_row *v; size_t n; size_t cap; "
                   "};\n",
                   q->name, q->name);
    buf_printf(h, "extern const struct db_query sql_%s_query;\n", q->name);
    put_inline(h, q);
    buf_printf(c, "\n#line %d \"%s\"\n", q->line, q->path);
    put_cols(c, q, q->name, "in", &q->in);
    put_cols(c, q, q->rows, "row", &q->out);
    buf_printf(c, "const struct db_query sql_%s_query = {\n", q->name);
    buf_printf(c, "    .name = \"%s\",\n    .slot = %zu,\n    .card = DB_%s,\n",
               q->name, slot, up);
    buf_lit(c, "    .sqlite = ");
    put_string(c, sql_text(all, q, SQL_SQLITE));
    buf_lit(c, ",\n    .pg = ");
    put_string(c, sql_text(all, q, SQL_PG));
    buf_lit(c, ",\n");
    if (q->in.n)
        buf_printf(c, "    .n_in = %zu,\n    .in = %s_in,\n", q->in.n, q->name);
    if (q->out.n)
        buf_printf(c,
                   "    .n_out = %zu,\n    .out = %s_row,\n"
                   "    .row_size = sizeof(struct sql_%s_row),\n",
                   q->out.n, q->name, q->rows);
    buf_lit(c, "};\n");
}

static void
put_migrations(
    struct arena *mem, const char *out, struct buf *c, struct source *v, size_t n)
{
    buf_lit(c, "/* Made by kgen from sql/migrate; do not edit. */\n"
               "#include \"gen/sql.h\"\n\nconst struct sql_migration "
               "sql_migrations[] = {\n");
    for (size_t i = 0; i < n; i++) {
        buf_printf(c, "    { %zu, \"%s\",\n        ", i + 1, v[i].name);
        put_string(c, sql_ddl(mem, v[i], SQL_SQLITE));
        buf_lit(c, ",\n        ");
        put_string(c, sql_ddl(mem, v[i], SQL_PG));
        buf_lit(c, " },\n");
    }
    buf_lit(c, "    { 0, NULL, NULL, NULL }\n};\n");
    kgen_write(mem, out, "migrate.c", c);
}

static const char HEAD[] =
    "/* Made by kgen from sql/query; do not edit. */\n#ifndef KASANE_GEN_SQL_H\n"
    "#define KASANE_GEN_SQL_H\n\n#include \"src/store/db.h\"\n#include "
    "\"gen/rows.h\"\n\nstruct sql_migration {\n    int version;\n    const char "
    "*name;\n    const char *sqlite;\n    const char *pg;\n};\n\n/* ended by version "
    "0 */\nextern const struct sql_migration sql_migrations[];\nextern const struct "
    "db_query *const sql_queries[];\n";

/* Rows are plain data, for policy to mask; only the store knows how to get them. */
static const char ROWS_HEAD[] =
    "/* Made by kgen from sql/query; do not edit. */\n#ifndef KASANE_GEN_ROWS_H\n"
    "#define KASANE_GEN_ROWS_H\n\n#include \"gen/enums.h\"\n#include "
    "\"src/base/blob.h\"\n#include \"src/base/day.h\"\n";

/*
 * Files in order: views (*.def), migrations (in a folder named migrate), the list of the tables
 * of a case (case_tables.def), queries.
 */
int
kgen_sql(struct arena *mem, const char *out, int n, char **files)
{
    struct sql_all all = { .mem = mem };
    struct case_tables tables = { .path = "" };
    struct {
        struct source *v;
        size_t n, cap;
    } steps = { 0 };
    struct buf h = buf_new(mem);
    struct buf c = buf_new(mem);
    struct buf m = buf_new(mem);
    struct buf rows = buf_new(mem);

    for (int i = 0; i < n; i++) {
        struct source s = kgen_read(mem, files[i]);

        if (strstr(files[i], "case_tables.def")) {
            case_read_list(mem, &tables, s);
        } else if (strstr(files[i], ".def")) {
            sql_read_views(&all, s);
        } else if (strstr(files[i], "/migrate/")) {
            sql_read_personal(&all, s);
            case_read_migration(mem, &tables, s);
            *VEC_PUSH(mem, &steps) = s;
        } else {
            sql_read_queries(&all, s);
        }
    }
    case_expand(&all, &tables);
    buf_str(&h, HEAD);
    buf_str(&rows, ROWS_HEAD);
    buf_lit(&c, "/* Made by kgen from sql/query; do not edit. */\n#include "
                "\"gen/sql.h\"\n#include <stddef.h>\n");
    buf_printf(&h, "\nenum { SQL_QUERIES = %zu };\n", all.queries.n);
    for (size_t i = 0; i < all.queries.n; i++) {
        sql_check(&all, &all.queries.v[i]);
        put_query(&all, &rows, &h, &c, &all.queries.v[i], i);
    }
    buf_lit(&c, "\nconst struct db_query *const sql_queries[] = {\n");
    for (size_t i = 0; i < all.queries.n; i++)
        buf_printf(&c, "    &sql_%s_query,\n", all.queries.v[i].name);
    buf_lit(&c, "    NULL\n};\n");
    case_write_lists(&h, &all);
    buf_lit(&h, "\n#endif\n");
    buf_lit(&rows, "\n#endif\n");
    kgen_write(mem, out, "rows.h", &rows);
    kgen_write(mem, out, "sql.h", &h);
    kgen_write(mem, out, "sql.c", &c);
    put_migrations(mem, out, &m, steps.v, steps.n);
    return 0;
}
