#include "fuzz.h"

#include "../../src/web/decode_json.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena *mem = arena_new();
    struct fields f = { .n = 0 };
    struct decode_fault why;
    enum decode_verdict v = decode_json(mem, own_copy(mem, data, n), n, &f, &why);

    check_fault(mem, v, &why);
    if (v == DECODE_GOOD)
        check_fields(&f);
    arena_free(mem);
    return 0;
}
