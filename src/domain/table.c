#include "table.h"

#include "../base/esc.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "profile_json.h"

struct table
table_new(struct arena *mem, const char *key, const char *title)
{
    return (struct table){ .mem = mem, .key = key, .title = title };
}

void
table_add_column(struct table *t, const char *key, const char *label)
{
    *VEC_PUSH(t->mem, &t->columns) = (struct table_column){ key, label };
}

struct cell *
table_add_row(struct table *t)
{
    struct table_row *row = VEC_PUSH(t->mem, &t->rows);

    row->v = ARENA_ARRAY(t->mem, t->columns.n, struct cell);
    return row->v;
}

struct cell
cell_of_text(const char *text)
{
    return (struct cell){ .kind = text ? CELL_TEXT : CELL_NOT_STATED, .text = text };
}

struct cell
cell_of_int(int64_t v)
{
    return cell_of_decimal((struct decimal){ v * 1000, true }, NULL);
}

struct cell
cell_of_maybe(struct maybe_int v, const char *unit)
{
    return cell_of_decimal((struct decimal){ v.v * 1000, v.given }, unit);
}

struct cell
cell_of_decimal(struct decimal v, const char *unit)
{
    return (struct cell){
        .kind = v.given ? CELL_NUMBER : CELL_NOT_STATED,
        .number = v,
        .unit = unit,
    };
}

const char *
cell_text(struct arena *mem, const struct cell *cell)
{
    switch (cell->kind) {
    case CELL_NOT_STATED:
        return "記載なし";
    case CELL_TEXT:
        return cell->text;
    case CELL_NUMBER:
        return arena_printf(mem, "%s%s", decimal_text(mem, cell->number),
                            cell->unit ? cell->unit : "");
    }
    return "";
}

const struct cell *
table_cell(const struct table *t, size_t row, const char *key)
{
    for (size_t i = 0; row < t->rows.n && i < t->columns.n; i++)
        if (text_same(t->columns.v[i].key, key))
            return &t->rows.v[row].v[i];
    return NULL;
}

static void
json_cell(struct buf *out, const struct cell *cell)
{
    if (cell->kind == CELL_NUMBER)
        buf_str(out, decimal_text(out->mem, cell->number));
    else
        esc_json(out, cell->kind == CELL_TEXT ? cell->text : NULL);
}

void
table_json(struct buf *out, const struct table *t)
{
    buf_lit(out, "{\"report\": ");
    esc_json(out, t->key);
    buf_lit(out, ", \"title\": ");
    esc_json(out, t->title);
    if (t->note) {
        buf_lit(out, ", \"note\": ");
        esc_json(out, t->note);
    }
    buf_lit(out, ", \"rows\": [");
    for (size_t i = 0; i < t->rows.n; i++) {
        buf_str(out, i ? ",\n  {" : "\n  {");
        for (size_t j = 0; j < t->columns.n; j++) {
            buf_str(out, j ? ", " : "");
            esc_json(out, t->columns.v[j].key);
            buf_lit(out, ": ");
            json_cell(out, &t->rows.v[i].v[j]);
        }
        buf_char(out, '}');
    }
    buf_lit(out, "\n]}\n");
}

void
table_csv(struct buf *out, const struct table *t)
{
    for (size_t j = 0; j < t->columns.n; j++) {
        buf_str(out, j ? "," : "");
        esc_csv(out, t->columns.v[j].label);
    }
    buf_lit(out, "\r\n");
    for (size_t i = 0; i < t->rows.n; i++) {
        for (size_t j = 0; j < t->columns.n; j++) {
            buf_str(out, j ? "," : "");
            esc_csv(out, cell_text(out->mem, &t->rows.v[i].v[j]));
        }
        buf_lit(out, "\r\n");
    }
}
