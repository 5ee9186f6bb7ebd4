#include "buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAP = 512 };

struct buf
buf_new(struct arena *mem)
{
    return (struct buf){ .mem = mem };
}

static void
grow(struct buf *b, size_t need)
{
    size_t cap = b->cap ? b->cap : FIRST_CAP;
    char *p;

    while (cap < need)
        cap *= 2;
    p = arena_alloc(b->mem, cap);
    if (b->n)
        memcpy(p, b->p, b->n);
    b->p = p;
    b->cap = cap;
}

void
buf_add(struct buf *b, const void *p, size_t n)
{
    if (n + 1 > b->cap - b->n)
        grow(b, b->n + n + 1);
    if (n)
        memcpy(b->p + b->n, p, n);
    b->n += n;
}

void
buf_str(struct buf *b, const char *s)
{
    buf_add(b, s, strlen(s));
}

void
buf_char(struct buf *b, char ch)
{
    buf_add(b, &ch, 1);
}

void
buf_int(struct buf *b, int64_t v)
{
    char digits[24];
    int n = snprintf(digits, sizeof digits, "%lld", (long long)v);

    buf_add(b, digits, (size_t)n);
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    buf_str(b, arena_vprintf(b->mem, fmt, ap));
    va_end(ap);
}

const char *
buf_text(struct buf *b)
{
    if (b->n == b->cap)
        grow(b, b->n + 1);
    b->p[b->n] = '\0';
    return b->p;
}
