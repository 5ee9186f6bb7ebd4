#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena *mem = arena_new();
    struct fields f = { .n = 0 };
    struct decode_fault why;
    const char *path = NULL;
    const char *query = NULL;
    enum decode_verdict v =
        decode_target(mem, own_copy(mem, data, n), n, &path, &query);

    if (v == DECODE_GOOD) {
        PROMISE(path[0] == '/' && !strchr(path, '?') && n <= DECODE_TARGET_MAX);
        v = decode_query(mem, query, strlen(query), &f, &why);
        check_fault(mem, v, &why);
        check_fields(&f);
    }
    arena_free(mem);
    return 0;
}
