#include "buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAP = 512, PAGE_CAP = 8192 };

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
        cap *= cap < PAGE_CAP ? 4 : 2;
    p = arena_room(b->mem, cap);
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
    char *at = digits + sizeof digits;
    uint64_t left = v < 0 ? -(uint64_t)v : (uint64_t)v;

    do
        *--at = (char)('0' + left % 10);
    while (left /= 10);
    if (v < 0)
        *--at = '-';
    buf_add(b, at, (size_t)(digits + sizeof digits - at));
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
    char short_one[256];
    va_list ap;
    va_list again;
    int n;

    va_start(ap, fmt);
    va_copy(again, ap);
    n = vsnprintf(short_one, sizeof short_one, fmt, ap);
    if (n >= 0 && (size_t)n < sizeof short_one)
        buf_add(b, short_one, (size_t)n);
    else
        buf_str(b, arena_vprintf(b->mem, fmt, again));
    va_end(again);
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
