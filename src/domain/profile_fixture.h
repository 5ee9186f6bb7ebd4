/*
 * For tests only: the five municipalities' profiles, read from the source tree.
 */
#ifndef KASANE_DOMAIN_PROFILE_FIXTURE_H
#define KASANE_DOMAIN_PROFILE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../base/machine.h"
#include "profile_read.h"

/* Returns a path of the source tree; this file's own path tells where it begins. */
static inline const char *
fixture_path(struct arena *mem, const char *name)
{
    const char *here = __FILE__;
    const char *end = strstr(here, "src/domain/");

    return arena_printf(mem, "%.*s%s", (int)(end ? end - here : 0), here, name);
}

static inline char *
fixture_bytes(struct arena *mem, const char *name, size_t *n)
{
    char *bytes = machine_read(&machine_real, mem, fixture_path(mem, name), 4 << 20, n);

    if (!bytes) {
        fail_msg("%s cannot be read", name);
        abort(); /* fail_msg() does not come back; the compiler cannot know */
    }
    return bytes;
}

/* Reads the profile of that id; the test fails with its errors otherwise. */
static inline const struct profile *
fixture_profile(struct ctx *c, const char *id)
{
    const char *name = arena_printf(c->mem, "profiles/%s.yaml", id);
    struct profile_errors errors;
    const struct profile *p = NULL;
    struct buf b = buf_new(c->mem);
    size_t n;
    char *bytes = fixture_bytes(c->mem, name, &n);

    if (profile_read(c, name, bytes, n, &errors, &p))
        return p;
    profile_errors_write(&errors, &b);
    fail_msg("%s", buf_text(&b));
    abort();
}

#endif
