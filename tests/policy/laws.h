/*
 * Laws that hold whatever the rules say, tried on one state: ending a ground or adding a
 * forbid never widens, an emergency never opens whereabouts, an ended post sees nothing.
 */
#ifndef KASANE_TESTS_POLICY_LAWS_H
#define KASANE_TESTS_POLICY_LAWS_H

#include "src/policy/policy.h"

struct law_count {
    uint64_t checks;
    uint64_t broken;
};

/* Tries all laws for all acts on the state; prints the first broken ones. */
void laws_try(const struct facts *f, struct law_count *count);

#endif
