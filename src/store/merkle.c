#include "merkle.h"

#include <assert.h>
#include <string.h>

struct hash
merkle_leaf(const void *p, size_t n)
{
    const struct bytes parts[] = { { "\x00", 1 }, { p, n } };

    return crypt_sha256_parts(parts, 2);
}

struct hash
merkle_node(const struct hash *left, const struct hash *right)
{
    unsigned char bytes[1 + 2 * HASH_LEN];

    bytes[0] = 0x01;
    memcpy(bytes + 1, left->b, HASH_LEN);
    memcpy(bytes + 1 + HASH_LEN, right->b, HASH_LEN);
    return crypt_sha256(bytes, sizeof bytes);
}

static bool
has_level(const struct merkle *t, unsigned level)
{
    return t->n >> level & 1;
}

void
merkle_append(struct merkle *t, const struct hash *leaf)
{
    struct hash h = *leaf;
    unsigned level = 0;

    for (; has_level(t, level); level++)
        h = merkle_node(&t->edge[level], &h);
    assert(level < MERKLE_LEVELS);
    t->edge[level] = h;
    t->n++;
}

struct hash
merkle_root(const struct merkle *t)
{
    struct hash h = crypt_sha256("", 0);
    bool first = true;

    for (unsigned level = 0; level < MERKLE_LEVELS; level++) {
        if (!has_level(t, level))
            continue;
        h = first ? t->edge[level] : merkle_node(&t->edge[level], &h);
        first = false;
    }
    return h;
}

size_t
merkle_write(const struct merkle *t, unsigned char out[MERKLE_EDGE_MAX])
{
    size_t at = 8;

    for (unsigned i = 0; i < 8; i++)
        out[i] = (unsigned char)(t->n >> (56 - 8 * i) & 255);
    for (unsigned level = MERKLE_LEVELS; level-- > 0;) {
        if (!has_level(t, level))
            continue;
        memcpy(out + at, t->edge[level].b, HASH_LEN);
        at += HASH_LEN;
    }
    return at;
}

bool
merkle_read(const void *p, size_t n, struct merkle *out)
{
    const unsigned char *in = p;
    size_t at = 8;

    *out = (struct merkle){ 0 };
    if (n < 8 || in[0] & 0x80)
        return false;
    for (unsigned i = 0; i < 8; i++)
        out->n = out->n << 8 | in[i];
    if (n != 8 + (size_t)__builtin_popcountll(out->n) * HASH_LEN) {
        *out = (struct merkle){ 0 };
        return false;
    }
    for (unsigned level = MERKLE_LEVELS; level-- > 0;) {
        if (!has_level(out, level))
            continue;
        memcpy(out->edge[level].b, in + at, HASH_LEN);
        at += HASH_LEN;
    }
    return true;
}

static struct hash
root_of(const struct hash *leaves, size_t n)
{
    struct merkle t = { 0 };

    for (size_t i = 0; i < n; i++)
        merkle_append(&t, &leaves[i]);
    return merkle_root(&t);
}

/* The largest power of two smaller than n, which is at least 2. */
static size_t
split(size_t n)
{
    size_t k = 1;

    while (k < n - k)
        k *= 2;
    return k;
}

static void
proof_add(struct merkle_proof *p, struct hash h)
{
    assert(p->n < sizeof p->v / sizeof p->v[0]);
    p->v[p->n++] = h;
}

/* PATH(m, D[n]) of RFC 6962 section 2.1.1. */
static void
path(const struct hash *leaves, size_t n, size_t i, struct merkle_proof *out)
{
    size_t k;

    if (n == 1)
        return;
    k = split(n);
    if (i < k) {
        path(leaves, k, i, out);
        proof_add(out, root_of(leaves + k, n - k));
    } else {
        path(leaves + k, n - k, i - k, out);
        proof_add(out, root_of(leaves, k));
    }
}

bool
merkle_prove_leaf(const struct hash *leaves,
                  size_t n,
                  size_t i,
                  struct merkle_proof *out)
{
    out->n = 0;
    if (i >= n)
        return false;
    path(leaves, n, i, out);
    return true;
}

/* SUBPROOF(m, D[n], whole) of RFC 6962 section 2.1.2. */
static void
subproof(
    const struct hash *leaves, size_t n, size_t m, bool whole, struct merkle_proof *out)
{
    size_t k;

    if (m == n) {
        if (!whole)
            proof_add(out, root_of(leaves, n));
        return;
    }
    k = split(n);
    if (m <= k) {
        subproof(leaves, k, m, whole, out);
        proof_add(out, root_of(leaves + k, n - k));
    } else {
        subproof(leaves + k, n - k, m - k, false, out);
        proof_add(out, root_of(leaves, k));
    }
}

bool
merkle_prove_growth(const struct hash *leaves,
                    size_t n,
                    size_t m,
                    struct merkle_proof *out)
{
    out->n = 0;
    if (m == 0 || m > n)
        return false;
    subproof(leaves, n, m, true, out);
    return true;
}

/* Source: RFC 9162 section 2.1.3.2, the same tree. */
bool
merkle_has_leaf(const struct hash *root,
                uint64_t n,
                const struct hash *leaf,
                uint64_t i,
                const struct merkle_proof *proof)
{
    uint64_t fn = i;
    uint64_t sn = n - 1;
    struct hash r = *leaf;

    if (i >= n)
        return false;
    for (size_t k = 0; k < proof->n; k++) {
        if (sn == 0)
            return false;
        if (fn & 1 || fn == sn) {
            r = merkle_node(&proof->v[k], &r);
            while (!(fn & 1) && fn) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            r = merkle_node(&r, &proof->v[k]);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && crypt_hash_same(&r, root);
}

/* Follows a growth proof from the old tree's corner up. Source: RFC 9162 section 2.1.4.2. */
static bool
climb(uint64_t fn,
      uint64_t sn,
      const struct hash *v,
      size_t n,
      struct hash *fr,
      struct hash *sr)
{
    for (size_t k = 0; k < n; k++) {
        if (sn == 0)
            return false;
        if (fn & 1 || fn == sn) {
            *fr = merkle_node(&v[k], fr);
            *sr = merkle_node(&v[k], sr);
            while (!(fn & 1) && fn) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            *sr = merkle_node(sr, &v[k]);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0;
}

bool
merkle_grew(const struct hash *old_root,
            uint64_t m,
            const struct hash *root,
            uint64_t n,
            const struct merkle_proof *proof)
{
    const struct hash *v = proof->v;
    size_t left = proof->n;
    uint64_t fn = m - 1;
    uint64_t sn = n - 1;
    struct hash fr;
    struct hash sr;

    if (m == 0 || m > n)
        return false;
    if (m == n)
        return left == 0 && crypt_hash_same(old_root, root);
    for (; fn & 1; fn >>= 1)
        sn >>= 1;
    if (!(m & (m - 1))) { /* the old tree is full: its root is not in the proof */
        fr = sr = *old_root;
    } else {
        if (left == 0)
            return false;
        fr = sr = *v++;
        left--;
    }
    return climb(fn, sn, v, left, &fr, &sr) && crypt_hash_same(&fr, old_root)
           && crypt_hash_same(&sr, root);
}
