/*
 * Memory that is given back all at once: one arena for the process, one for each unit of
 * work, marks for the passes of a long loop. Not for objects with lives of their own.
 */
#ifndef KASANE_BASE_ARENA_H
#define KASANE_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#define MUST_USE __attribute__((warn_unused_result))
#define PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))

struct arena;

struct arena_mark {
    void *block;
    size_t used;
};

/* Makes an empty arena; ends the process when there is no memory. */
struct arena *arena_new(void);

/* Gives back the arena and all that was allocated from it; NULL is ignored. */
void arena_free(struct arena *a);

/* Empties the arena and keeps its first block for the next unit of work. */
void arena_reset(struct arena *a);

/* Returns size zeroed bytes, aligned for any object; never NULL. */
void *arena_alloc(struct arena *a, size_t size);

/* As arena_alloc(), but what the bytes hold is not said: for who writes them all. */
void *arena_room(struct arena *a, size_t size);

/* Returns n zeroed elements of size bytes; ends the process when the product overflows. */
void *arena_array(struct arena *a, size_t n, size_t size);

/* Returns a copy of the n bytes at p with a NUL behind them. */
char *arena_copy(struct arena *a, const void *p, size_t n);

/* Returns a copy of the string. */
char *arena_strdup(struct arena *a, const char *s);

/* Returns the formatted string. */
char *arena_printf(struct arena *a, const char *fmt, ...) PRINTF(2, 3);

/* As arena_printf() with the arguments in a list. */
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap) PRINTF(2, 0);

/* Remembers where the arena stands; what is allocated later is given back by rewinding. */
struct arena_mark arena_mark(const struct arena *a);
void arena_rewind(struct arena *a, struct arena_mark mark);

/* Says how many bytes the arena holds from the system. */
size_t arena_size(const struct arena *a);

#define ARENA_NEW(a, type) ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, n, type) ((type *)arena_array((a), (n), sizeof(type)))

#endif
