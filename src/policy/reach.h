/*
 * Which rows of the table reach follow from facts. The act that changes a source and the
 * nightly rebuild both ask here, so that they cannot differ; visible_* then narrows by SQL
 * alone. Not for item classes: that is policy_decide().
 *
 * The subject of a row is a post or a desk. Facts of a desk have the role desk_worker (all
 * roles that share a desk have the same ceilings for know and list, see
 * viewer_set_subjects()). Where a barrier stands before one post of a desk (conflict of
 * interest, other side, sealed household), the desk gets no row for that case and each of
 * its other posts gets its own.
 */
#ifndef KASANE_POLICY_REACH_H
#define KASANE_POLICY_REACH_H

#include "policy.h"

#include <stddef.h>

enum { REACH_FOREVER = 0 };

/* From its first instant until before its last (REACH_FOREVER: no end known). */
struct reach_span {
    int64_t from;
    int64_t until;
};

struct reach_row {
    enum ground ground;
    struct reach_span span;
};

/*
 * Writes the rows of one subject and case, one for each ground that gives the act know, in
 * the order of grounds.
 *
 * f: the facts as they are while the spans run. spans: by ground; one that is empty (until
 * not after from) gives no row. Returns how many rows.
 */
size_t reach_rows(const struct facts *f,
                  const struct reach_span spans[GROUND_N],
                  struct reach_row out[GROUND_N]);

#endif
