/*
 * The rules of disclosure for people to read: who may do what with which class, on which
 * grounds, closed by which rules, with their sources. Not for deciding: that is policy.h.
 */
#ifndef KASANE_POLICY_MATRIX_H
#define KASANE_POLICY_MATRIX_H

#include "../base/buf.h"

/* Writes the matrix as text in Japanese, as `kasane policy` prints it. */
void policy_print(struct buf *out);

/* Writes the same as one JSON object: classes, acts, roles, grounds, forbids, obligations. */
void policy_print_json(struct buf *out);

#endif
