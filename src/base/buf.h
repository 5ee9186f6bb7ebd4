/*
 * A growing run of bytes in an arena: pages, JSON, SQL and everything else that is built
 * piece by piece. Escaping lives in esc.h.
 */
#ifndef KASANE_BASE_BUF_H
#define KASANE_BASE_BUF_H

#include "arena.h"

#include <stdint.h>

struct buf {
    struct arena *mem;
    char *p;
    size_t n;
    size_t cap;
};

/* Makes an empty buffer whose bytes live in the arena. */
struct buf buf_new(struct arena *mem);

/* Appends n bytes, a string, a character, a number, a formatted text. */
void buf_add(struct buf *b, const void *p, size_t n);
void buf_str(struct buf *b, const char *s);
void buf_char(struct buf *b, char ch);
void buf_int(struct buf *b, int64_t v);
void buf_printf(struct buf *b, const char *fmt, ...) PRINTF(2, 3);

/* Returns the bytes as a NUL-terminated string that stays valid until the next append. */
const char *buf_text(struct buf *b);

#define buf_lit(b, s) buf_add((b), "" s, sizeof(s) - 1)

#endif
