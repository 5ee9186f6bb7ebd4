#include "fuzz.h"

#include "../../src/web/guard.h"

#include <strings.h>

enum { MAX = 1000, HEADERS = GUARD_HEADERS_MAX + 10 };

/* Splits at LF into headers and at the first colon into name and value; nothing is cut. */
static size_t
split(const char *p, size_t n, struct guard_header *out)
{
    size_t count = 0;
    size_t at = 0;

    while (at < n && count < HEADERS) {
        const char *end = memchr(p + at, '\n', n - at);
        size_t stop = end ? (size_t)(end - p) : n;
        const char *colon = memchr(p + at, ':', stop - at);
        size_t name = colon ? (size_t)(colon - p) - at : stop - at;
        size_t from = colon ? at + name + 1 : stop;

        out[count++] = (struct guard_header){ p + at, name, p + from, stop - from };
        at = stop + 1;
    }
    return count;
}

static size_t
times(const struct guard_header *v, size_t n, const char *name)
{
    size_t count = 0;

    for (size_t i = 0; i < n; i++)
        count += v[i].name_n == strlen(name)
                 && strncasecmp(v[i].name, name, v[i].name_n) == 0;
    return count;
}

/* What must hold of a block that passed, told another way than the guard tells it. */
static void
check(const struct guard_header *v, size_t n, const struct guard_facts *f)
{
    PROMISE(n <= GUARD_HEADERS_MAX && times(v, n, "host") == 1);
    PROMISE(times(v, n, "content-length") + times(v, n, "transfer-encoding") <= 1);
    PROMISE(f->has_length == (times(v, n, "content-length") == 1));
    PROMISE(f->chunked == (times(v, n, "transfer-encoding") == 1));
    PROMISE(!f->has_length || f->length <= MAX);
    for (size_t i = 0; i < n; i++) {
        PROMISE(v[i].name_n > 0);
        PROMISE(!v[i].value_n || !memchr(v[i].value, '\0', v[i].value_n));
        PROMISE(!v[i].value_n || !memchr(v[i].value, '\r', v[i].value_n));
        PROMISE(!memchr(v[i].name, ' ', v[i].name_n)
                && !memchr(v[i].name, '\t', v[i].name_n));
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena *mem = arena_new();
    struct guard_header *v = ARENA_ARRAY(mem, HEADERS, struct guard_header);
    size_t count = split(own_copy(mem, data, n), n, v);
    struct guard_facts f;

    for (int old = 0; old < 2; old++) {
        enum guard_verdict got = guard_check(v, count, old, MAX, &f);

        PROMISE(*guard_code(got));
        if (got == GUARD_GOOD)
            check(v, count, &f);
        PROMISE(got != GUARD_GOOD || !old || !f.chunked);
    }
    arena_free(mem);
    return 0;
}
