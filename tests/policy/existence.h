/*
 * The four parts of the comparison of what exists: sources, rows of reach, acts.
 */
#ifndef KASANE_TESTS_POLICY_EXISTENCE_H
#define KASANE_TESTS_POLICY_EXISTENCE_H

#include "office.h"

/* What the oracle says of one case for one viewer. */
struct existing {
    bool known;            /* it exists */
    bool named;            /* a list may show the name */
    enum ground strongest; /* by which it is known */
};

/* Asks the oracle; zeros for facts of a post that is not in force. */
struct existing exists_by_law(const struct facts *f);

/* One line of what a query found, for looking up by case. */
struct found {
    struct id case_id;
    int64_t ground;
    bool named;
};

/* Everything the viewer's own queries show; zeros when there is no viewer. */
struct seen {
    const struct found *known; /* of the work list, by case */
    size_t n_known;
    const struct found *listed; /* of the list of cases, by case */
    size_t n_listed;
};

/* Runs the work list of a desk and the list of cases for the viewer. */
bool seen_by_viewer(struct office *o, struct desk_id list, struct seen *out) MUST_USE;

/* Compares what was seen of one case with what the law says. what: for the message. */
void seen_compare(struct office *o,
                  const struct seen *s,
                  struct id case_id,
                  const struct existing *want,
                  const char *what);

/* Each compares one kind of states; states counts them. */
bool existence_by_source(struct office *o, uint64_t *states) MUST_USE;
bool existence_by_sitting(struct office *o, uint64_t *states) MUST_USE;
bool existence_by_row(struct office *o, uint64_t *states) MUST_USE;
bool existence_by_act(struct office *o, int sequences, uint64_t *states) MUST_USE;

#endif
