#include "show_paper.h"

#include "../base/vec.h"

#include <string.h>

void
paper_begin(const struct decision *d, const char *number, struct paper_view *out)
{
    *out = (struct paper_view){ .watermark = decision_owes(d, OBLIGATION_WATERMARK),
                                .number = number };
}

static void
put(struct ctx *c, struct paper_value_list *to, const char *name, const char *text)
{
    if (text && *text)
        *VEC_PUSH(c->mem, to) = (struct paper_value){ .name = name, .text = text };
}

void
paper_put(struct ctx *c, struct paper_view *v, const char *name, const char *text)
{
    put(c, &v->values, name, text);
}

void
paper_tick(struct ctx *c, struct paper_view *v, const char *group, const char *code)
{
    put(c, &v->ticks, group, code);
}

static struct paper_rows *
rows_of(struct ctx *c, struct paper_view *v, const char *table)
{
    for (size_t i = 0; i < v->tables.n; i++)
        if (strcmp(v->tables.v[i].name, table) == 0)
            return &v->tables.v[i];
    *VEC_PUSH(c->mem, &v->tables) = (struct paper_rows){ .name = table };
    return &v->tables.v[v->tables.n - 1];
}

struct paper_row *
paper_row(struct ctx *c, struct paper_view *v, const char *table)
{
    struct paper_rows *rows = rows_of(c, v, table);

    *VEC_PUSH(c->mem, rows) = (struct paper_row){ .values = { .n = 0 } };
    return &rows->v[rows->n - 1];
}

void
paper_row_put(struct ctx *c, struct paper_row *row, const char *name, const char *text)
{
    put(c, &row->values, name, text);
}

void
paper_draw(struct ctx *c,
           struct paper_view *v,
           const char *name,
           const struct picture *drawing)
{
    *VEC_PUSH(c->mem, &v->drawings) =
        (struct paper_drawing){ .name = name, .picture = *drawing };
}
