#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena *mem = arena_new();
    const char *value = NULL;
    enum decode_verdict v =
        decode_cookie(mem, own_copy(mem, data, n), n, "__Host-k", &value);

    PROMISE(v == DECODE_GOOD || !value);
    if (value) {
        size_t length = strlen(value);

        PROMISE(length > 0 && length <= DECODE_COOKIE_MAX && !strpbrk(value, "; =\","));
        PROMISE(memmem(data, n, value, length) != NULL);
    }
    arena_free(mem);
    return 0;
}
