/*
 * A growing list of elements in an arena, typed at its use:
 *
 *     struct { struct row *v; size_t n, cap; } rows = { 0 };
 *     *VEC_PUSH(mem, &rows) = row;
 */
#ifndef KASANE_BASE_VEC_H
#define KASANE_BASE_VEC_H

#include "arena.h"

/* Makes room for one more element of size bytes and returns the list's new storage. */
void *vec_room(struct arena *mem, void *v, size_t n, size_t *cap, size_t size);

#define VEC_PUSH(mem, list)                                                            \
    ((list)->v =                                                                       \
         vec_room((mem), (list)->v, (list)->n, &(list)->cap, sizeof *(list)->v),       \
     &(list)->v[(list)->n++])

#endif
