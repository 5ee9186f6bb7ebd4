#include "fuzz.h"

#include "../../src/store/leaf.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    struct arena *mem = arena_new();
    const char *p = own_copy(mem, data, n);
    struct merkle tree;
    struct leaf l;
    uint64_t seq;

    if (leaf_decode(mem, p, n, &l, &seq) == LEAF_GOOD) {
        struct bytes again = leaf_encode(mem, &l, seq);

        PROMISE(again.n == n && memcmp(again.p, p, n) == 0);
        PROMISE(*leaf_outcome_code(l.outcome) && *leaf_channel_code(l.channel));
        for (size_t i = 0; i < l.things.n; i++)
            PROMISE(*leaf_kind_code(l.things.v[i].kind) && !id_none(l.things.v[i].id));
    }
    if (merkle_read(p, n, &tree)) {
        unsigned char bytes[MERKLE_EDGE_MAX];

        PROMISE(merkle_write(&tree, bytes) == n && memcmp(bytes, p, n) == 0);
    }
    arena_free(mem);
    return 0;
}
