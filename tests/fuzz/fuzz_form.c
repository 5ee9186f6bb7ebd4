#include "fuzz.h"

#include "../../src/base/esc.h"

/* Writes fields as a browser does. */
static struct buf
encode(struct arena *mem, const struct fields *f)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < f->n; i++) {
        if (i)
            buf_char(&b, '&');
        esc_component(&b, f->v[i].name);
        buf_char(&b, '=');
        esc_component(&b, f->v[i].value);
    }
    return b;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena *mem = arena_new();
    struct fields f = { .n = 0 };
    struct fields again = { .n = 0 };
    struct decode_fault why;
    enum decode_verdict v = decode_form(mem, own_copy(mem, data, n), n, &f, &why);

    check_fault(mem, v, &why);
    check_fields(&f);
    if (v == DECODE_GOOD) {
        struct buf b = encode(mem, &f);

        if (b.n <= DECODE_BODY_MAX)
            PROMISE(decode_form(mem, b.p ? b.p : "", b.n, &again, &why) == DECODE_GOOD
                    && again.n == f.n);
        for (size_t i = 0; i < again.n; i++)
            PROMISE(text_same(f.v[i].name, again.v[i].name)
                    && text_same(f.v[i].value, again.v[i].value));
    }
    arena_free(mem);
    return 0;
}
