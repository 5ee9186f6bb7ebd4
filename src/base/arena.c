#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#define POISON(p, n) ASAN_POISON_MEMORY_REGION((p), (n))
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION((p), (n))
#define REDZONE 16
#else
#define POISON(p, n) ((void)(p), (void)(n))
#define UNPOISON(p, n) ((void)(p), (void)(n))
#define REDZONE 0
#endif

enum { BLOCK_SIZE = 64 * 1024 - 64, ALIGN = 16 };

struct block {
    struct block *prev;
    size_t size;
    size_t used;
    size_t pad;
    unsigned char bytes[];
};

struct arena {
    struct block *last;
    size_t total;
};

static void
out_of_memory(void)
{
    fputs("kasane: out of memory\n", stderr);
    abort();
}

static struct block *
block_new(struct arena *a, size_t size, struct block *prev)
{
    struct block *b = malloc(sizeof *b + size);

    if (!b)
        out_of_memory();
    b->prev = prev;
    b->size = size;
    b->used = 0;
    b->pad = 0;
    a->total += sizeof *b + size;
    POISON(b->bytes, size);
    return b;
}

static void
block_free(struct arena *a, struct block *b)
{
    a->total -= sizeof *b + b->size;
    UNPOISON(b->bytes, b->size);
    free(b);
}

struct arena *
arena_new(void)
{
    struct arena *a = malloc(sizeof *a);

    if (!a)
        out_of_memory();
    a->total = 0;
    a->last = block_new(a, BLOCK_SIZE, NULL);
    return a;
}

static void
drop_to(struct arena *a, const struct block *keep)
{
    while (a->last && a->last != keep) {
        struct block *prev = a->last->prev;

        block_free(a, a->last);
        a->last = prev;
    }
}

void
arena_free(struct arena *a)
{
    if (!a)
        return;
    drop_to(a, NULL);
    free(a);
}

void
arena_reset(struct arena *a)
{
    struct block *first = a->last;

    while (first->prev)
        first = first->prev;
    drop_to(a, first);
    first->used = 0;
    POISON(first->bytes, first->size);
}

void *
arena_room(struct arena *a, size_t size)
{
    struct block *b = a->last;
    size_t need;
    void *p;

    if (size > SIZE_MAX / 2)
        out_of_memory();
    need = (size + REDZONE + ALIGN - 1) / ALIGN * ALIGN;
    if (need > b->size - b->used) {
        b = block_new(a, need > BLOCK_SIZE ? need : BLOCK_SIZE, a->last);
        a->last = b;
    }
    p = b->bytes + b->used;
    b->used += need;
    UNPOISON(p, size);
    return p;
}

void *
arena_alloc(struct arena *a, size_t size)
{
    return memset(arena_room(a, size), 0, size);
}

void *
arena_array(struct arena *a, size_t n, size_t size)
{
    size_t total;

    if (__builtin_mul_overflow(n, size, &total))
        out_of_memory();
    return arena_alloc(a, total);
}

char *
arena_copy(struct arena *a, const void *p, size_t n)
{
    char *s = arena_room(a, n + 1);

    if (n)
        memcpy(s, p, n);
    s[n] = '\0';
    return s;
}

char *
arena_strdup(struct arena *a, const char *s)
{
    return arena_copy(a, s, strlen(s));
}

char *
arena_printf(struct arena *a, const char *fmt, ...)
{
    va_list ap;
    char *s;

    va_start(ap, fmt);
    s = arena_vprintf(a, fmt, ap);
    va_end(ap);
    return s;
}

char *
arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
    char short_one[256]; /* what fits needs no second pass */
    va_list again;
    int n;
    char *s;

    va_copy(again, ap);
    n = vsnprintf(short_one, sizeof short_one, fmt, ap);
    if (n < 0)
        abort();
    if ((size_t)n < sizeof short_one) {
        s = arena_copy(a, short_one, (size_t)n);
    } else {
        s = arena_room(a, (size_t)n + 1);
        vsnprintf(s, (size_t)n + 1, fmt, again);
    }
    va_end(again);
    return s;
}

struct arena_mark
arena_mark(const struct arena *a)
{
    return (struct arena_mark){ .block = a->last, .used = a->last->used };
}

void
arena_rewind(struct arena *a, struct arena_mark mark)
{
    struct block *b = mark.block;

    drop_to(a, b);
    b->used = mark.used;
    POISON(b->bytes + b->used, b->size - b->used);
}

size_t
arena_size(const struct arena *a)
{
    return a->total;
}
