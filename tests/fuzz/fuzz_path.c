#include "fuzz.h"

#include "../../src/base/esc.h"

/* Writes the parts as an address. */
static struct buf
encode(struct arena *mem, const struct decode_path *p)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < p->n; i++) {
        buf_char(&b, '/');
        esc_component(&b, p->part[i]);
    }
    if (p->slash || p->n == 0)
        buf_char(&b, '/');
    return b;
}

static void
check(struct arena *mem, const struct decode_path *p)
{
    struct decode_path again;
    struct buf b = encode(mem, p);

    PROMISE(p->n <= DECODE_SEGMENTS_MAX && p->text[0] == '/');
    PROMISE(!strstr(p->text, "//") && !strstr(p->text, "/../"));
    for (size_t i = 0; i < p->n; i++) {
        PROMISE(p->part[i][0] && !strpbrk(p->part[i], "/\\\r\n"));
        PROMISE(strcmp(p->part[i], ".") != 0 && strcmp(p->part[i], "..") != 0);
        PROMISE(text_valid(p->part[i], strlen(p->part[i])));
    }
    if (b.n > DECODE_TARGET_MAX)
        return;
    PROMISE(decode_path(mem, b.p, b.n, &again) == DECODE_GOOD);
    PROMISE(text_same(p->text, again.text) && p->slash == again.slash);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena *mem = arena_new();
    struct decode_path p;

    if (decode_path(mem, own_copy(mem, data, n), n, &p) == DECODE_GOOD)
        check(mem, &p);
    arena_free(mem);
    return 0;
}
