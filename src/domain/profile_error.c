#include "profile_error.h"

#include <stdarg.h>
#include <stdlib.h>

void
profile_errors_begin(struct profile_errors *e, struct arena *mem, const char *file)
{
    e->mem = mem;
    e->file = file;
    e->n = 0;
    e->more = 0;
}

static void
write_place(struct buf *b, const struct profile_place *where)
{
    if (!where)
        return;
    write_place(b, where->up);
    if (!where->key)
        buf_printf(b, "[%zu]", where->index);
    else
        buf_printf(b, "%s%s", where->up ? "." : "", where->key);
}

static void
add(struct profile_errors *e, int line, int col, const char *text)
{
    if (e->n == PROFILE_ERRORS_MAX) {
        e->more++;
        return;
    }
    e->v[e->n++] = (struct profile_error){ line, col, text };
}

void
profile_error_add(struct profile_errors *e,
                  const struct yaml_node *at,
                  const struct profile_place *where,
                  const char *fmt,
                  ...)
{
    struct buf b = buf_new(e->mem);
    va_list ap;

    buf_printf(&b, "%s:%d:%d: ", e->file, at->line, at->col);
    write_place(&b, where);
    if (where)
        buf_lit(&b, ": ");
    va_start(ap, fmt);
    buf_str(&b, arena_vprintf(e->mem, fmt, ap));
    va_end(ap);
    add(e, at->line, at->col, buf_text(&b));
}

void
profile_error_whole(struct profile_errors *e, const char *text)
{
    add(e, 0, 0, text);
}

static int
by_line(const void *a, const void *b)
{
    const struct profile_error *x = a;
    const struct profile_error *y = b;

    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return (x->col > y->col) - (x->col < y->col);
}

void
profile_errors_sort(struct profile_errors *e)
{
    qsort(e->v, e->n, sizeof *e->v, by_line);
}

void
profile_errors_write(const struct profile_errors *e, struct buf *out)
{
    for (size_t i = 0; i < e->n; i++)
        buf_printf(out, "%s\n", e->v[i].text);
    if (e->more)
        buf_printf(out, "%s: ほかに%zu件あります。\n", e->file, e->more);
}
