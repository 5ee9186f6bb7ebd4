#include "fuzz.h"

#include "../../src/report/paper.h"

/* What is read as a paper is written as the same bytes. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena *mem = arena_new();
    const char *p = own_copy(mem, data, n);
    struct paper_doc paper;

    if (paper_decode(mem, (const unsigned char *)p, n, &paper)) {
        struct buf again = buf_new(mem);

        paper_encode(&paper, &again);
        PROMISE(again.n == n && memcmp(again.p, p, n) == 0);
        PROMISE(paper.blocks.n <= PAPER_BLOCKS_MAX);
    }
    arena_free(mem);
    return 0;
}
