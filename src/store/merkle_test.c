#include "merkle.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Reads hexadecimal digits into bytes; returns how many. */
static size_t
unhex(const char *s, unsigned char *out)
{
    size_t n = 0;

    for (unsigned v; sscanf(s, "%2x", &v) == 1; s += 2)
        out[n++] = (unsigned char)v;
    return n;
}

static struct hash
hash_of_hex(const char *s)
{
    struct hash h;

    assert_int_equal(HASH_LEN, unhex(s, h.b));
    return h;
}

/* The leaves and roots that the implementations of certificate transparency share. */
static void
the_roots_of_the_known_tree(void **state)
{
    static const struct {
        const char *leaf;
        const char *root; /* with this leaf the last */
    } t[] = {
        { "", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d" },
        { "00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125" },
        { "10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77" },
        { "2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7" },
        { "3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4" },
        { "40414243",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef" },
        { "5051525354555657",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c" },
        { "606162636465666768696a6b6c6d6e6f",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328" },
    };
    struct merkle tree = { 0 };
    struct hash root = merkle_root(&tree);
    struct hash want =
        hash_of_hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    (void)state;
    assert_true(crypt_hash_same(&want, &root));
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        unsigned char bytes[32];
        size_t n = unhex(t[i].leaf, bytes);
        struct hash leaf = merkle_leaf(bytes, n);

        merkle_append(&tree, &leaf);
        root = merkle_root(&tree);
        want = hash_of_hex(t[i].root);
        assert_int_equal(i + 1, tree.n);
        assert_memory_equal(want.b, root.b, HASH_LEN);
    }
}

enum { LEAVES = 70 };

struct grown {
    struct hash leaf[LEAVES];
    struct hash root[LEAVES + 1];
};

static void
grow(struct grown *g)
{
    struct merkle t = { 0 };

    g->root[0] = merkle_root(&t);
    for (unsigned i = 0; i < LEAVES; i++) {
        g->leaf[i] = merkle_leaf(&i, sizeof i);
        merkle_append(&t, &g->leaf[i]);
        g->root[i + 1] = merkle_root(&t);
    }
}

/* Says whether any one changed hash, and one hash more or less, makes the proof fail. */
static bool
leaf_proof_is_tight(const struct grown *g, size_t n, size_t i, struct merkle_proof p)
{
    for (size_t k = 0; k < p.n; k++) {
        p.v[k].b[7] ^= 1;
        if (merkle_has_leaf(&g->root[n], n, &g->leaf[i], i, &p))
            return false;
        p.v[k].b[7] ^= 1;
    }
    p.n++;
    if (merkle_has_leaf(&g->root[n], n, &g->leaf[i], i, &p))
        return false;
    p.n -= 2;
    return n == 1 || !merkle_has_leaf(&g->root[n], n, &g->leaf[i], i, &p);
}

static void
each_leaf_is_proved_in_each_tree(void **state)
{
    struct merkle_proof p = { .n = 0 };
    struct grown g;

    (void)state;
    grow(&g);
    for (size_t n = 1; n <= LEAVES; n++) {
        for (size_t i = 0; i < n; i++) {
            assert_true(merkle_prove_leaf(g.leaf, n, i, &p));
            assert_true(merkle_has_leaf(&g.root[n], n, &g.leaf[i], i, &p));
            assert_false(merkle_has_leaf(&g.root[n - 1], n, &g.leaf[i], i, &p));
            assert_false(merkle_has_leaf(&g.root[n], n, &g.leaf[i], n, &p));
            assert_true(leaf_proof_is_tight(&g, n, i, p));
        }
        assert_false(merkle_prove_leaf(g.leaf, n, n, &p));
    }
}

static bool
growth_proof_is_tight(const struct grown *g, size_t n, size_t m, struct merkle_proof p)
{
    for (size_t k = 0; k < p.n; k++) {
        p.v[k].b[0] ^= 0x80;
        if (merkle_grew(&g->root[m], m, &g->root[n], n, &p))
            return false;
        p.v[k].b[0] ^= 0x80;
    }
    return p.n == 0 || (p.n--, !merkle_grew(&g->root[m], m, &g->root[n], n, &p));
}

static void
growth_is_proved_between_all_sizes(void **state)
{
    struct merkle_proof p = { .n = 0 };
    struct grown g;

    (void)state;
    grow(&g);
    for (size_t n = 1; n <= LEAVES; n++) {
        for (size_t m = 1; m <= n; m++) {
            assert_true(merkle_prove_growth(g.leaf, n, m, &p));
            assert_true(merkle_grew(&g.root[m], m, &g.root[n], n, &p));
            assert_false(merkle_grew(&g.root[m - 1], m, &g.root[n], n, &p));
            assert_true(growth_proof_is_tight(&g, n, m, p));
        }
        assert_false(merkle_prove_growth(g.leaf, n, 0, &p));
        assert_false(merkle_prove_growth(g.leaf, n, n + 1, &p));
    }
}

static void
a_written_tree_goes_on_where_it_stood(void **state)
{
    unsigned char bytes[MERKLE_EDGE_MAX + 1];
    struct grown g;
    struct merkle t = { 0 };

    (void)state;
    grow(&g);
    for (size_t i = 0; i < LEAVES; i++) {
        struct merkle again;
        size_t n = merkle_write(&t, bytes);
        struct hash root;

        assert_true(merkle_read(bytes, n, &again));
        assert_false(merkle_read(bytes, n + 1, &t) || merkle_read(bytes, n - 1, &t));
        t = again;
        merkle_append(&t, &g.leaf[i]);
        root = merkle_root(&t);
        assert_memory_equal(&g.root[i + 1], &root, sizeof root);
    }
    memset(bytes, 0xff, sizeof bytes);
    assert_false(merkle_read(bytes, sizeof bytes - 1, &t));
    assert_false(merkle_read(bytes, 7, &t));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_roots_of_the_known_tree),
        cmocka_unit_test(each_leaf_is_proved_in_each_tree),
        cmocka_unit_test(growth_is_proved_between_all_sizes),
        cmocka_unit_test(a_written_tree_goes_on_where_it_stood),
    };

    return crypt_start() ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
}
