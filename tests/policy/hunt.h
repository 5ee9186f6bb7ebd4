/*
 * Deciders made from broken rules, by the script mutants. Not part of the program.
 */
#ifndef KASANE_TESTS_POLICY_HUNT_H
#define KASANE_TESTS_POLICY_HUNT_H

#include "src/policy/policy.h"

typedef struct decision decider(enum policy_act act, const struct facts *f);

extern decider *const hunted[];
extern const size_t n_hunted;

#endif
