/*
 * The one way to clock, random numbers and files. Tests hand in a machine that stands still,
 * repeats itself, fails or kills the process at a chosen durable call.
 */
#ifndef KASANE_BASE_MACHINE_H
#define KASANE_BASE_MACHINE_H

#include "arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct machine {
    int64_t (*now)(void *self); /* ms UTC */
    void (*random)(void *self, void *out, size_t n);
    /* called before each durable call, which it names; false makes the call fail */
    bool (*durable)(void *self, const char *what);
    void *self;
};

/* The real one: system clock, system random numbers, nothing fails on purpose. */
extern const struct machine machine_real;

int64_t machine_now(const struct machine *m);
void machine_random(const struct machine *m, void *out, size_t n);

/* Tells the machine that a durable call (commit, fsync, rename) is about to happen. */
bool machine_durable(const struct machine *m, const char *what) MUST_USE;

/*
 * Reads a whole file into the arena; NULL when it cannot be read or is longer than max
 * bytes. n: its length, may be NULL; a NUL stands behind the last byte.
 */
char *machine_read(const struct machine *m,
                   struct arena *mem,
                   const char *path,
                   size_t max,
                   size_t *n);

/*
 * Replaces a file in one step: writes beside it, syncs, renames, syncs the folder. mode as
 * in open(2). False leaves the old file as it was.
 */
bool machine_write(const struct machine *m,
                   const char *path,
                   const void *p,
                   size_t n,
                   unsigned mode) MUST_USE;

#endif
