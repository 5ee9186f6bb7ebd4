/*
 * The hash tree over the ledger: append in O(log n), the root at any time, proofs that a
 * leaf is in the tree and that a tree grew out of a smaller one. Pure; where leaves and
 * edges are kept is not its business. Source: RFC 6962 section 2.1.
 */
#ifndef KASANE_STORE_MERKLE_H
#define KASANE_STORE_MERKLE_H

#include "../base/crypt.h"

enum {
    MERKLE_LEVELS = 63,
    MERKLE_EDGE_MAX = 8 + MERKLE_LEVELS * HASH_LEN /* bytes of a written edge */
};

/*
 * A tree as its right edge: the root of one full subtree for each bit of n, edge[k] for that
 * of 2^k leaves. A zeroed struct is the empty tree; a copy is a tree of its own.
 */
struct merkle {
    uint64_t n;
    struct hash edge[MERKLE_LEVELS];
};

/* A list of hashes that proves something, from the leaves up. */
struct merkle_proof {
    struct hash v[2 * MERKLE_LEVELS];
    size_t n;
};

/* The hash of a leaf's bytes; of the node over two hashes. */
struct hash merkle_leaf(const void *p, size_t n);
struct hash merkle_node(const struct hash *left, const struct hash *right);

/* Appends a leaf, given its hash. */
void merkle_append(struct merkle *t, const struct hash *leaf);

/* Returns the root; SHA-256 of nothing for the empty tree. */
struct hash merkle_root(const struct merkle *t);

/*
 * Writes the tree: its size, then the subtree roots from the largest on; returns the number
 * of bytes. merkle_read() takes exactly such bytes. Whether they are the right ones shows
 * when the root is compared with a signed checkpoint.
 */
size_t merkle_write(const struct merkle *t, unsigned char out[MERKLE_EDGE_MAX]);
bool merkle_read(const void *p, size_t n, struct merkle *out) MUST_USE;

/*
 * Proves that leaf number i (from 0) is in the tree of these n leaf hashes; that it grew
 * out of the tree of the first m. O(n). False unless i < n, 0 < m <= n.
 */
bool merkle_prove_leaf(const struct hash *leaves,
                       size_t n,
                       size_t i,
                       struct merkle_proof *out) MUST_USE;
bool merkle_prove_growth(const struct hash *leaves,
                         size_t n,
                         size_t m,
                         struct merkle_proof *out) MUST_USE;

/* Says whether the proof shows that the leaf's hash is number i in a tree of that root. */
bool merkle_has_leaf(const struct hash *root,
                     uint64_t n,
                     const struct hash *leaf,
                     uint64_t i,
                     const struct merkle_proof *proof) MUST_USE;

/* Says whether the proof shows that the tree of n leaves grew out of that of m. */
bool merkle_grew(const struct hash *old_root,
                 uint64_t m,
                 const struct hash *root,
                 uint64_t n,
                 const struct merkle_proof *proof) MUST_USE;

#endif
