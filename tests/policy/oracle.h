/*
 * A second opinion on every decision about disclosure, written from the table of law and
 * practice rule by rule and asked one act and one class at a time. It shares with the
 * program only the names of facts, acts and classes, and must never be made from rules.def.
 */
#ifndef KASANE_TESTS_POLICY_ORACLE_H
#define KASANE_TESTS_POLICY_ORACLE_H

#include "src/policy/facts.h"

#include "gen/policy_rules.h"

struct opinion {
    uint32_t allow;
    uint32_t grounds;
    uint32_t obligations;
};

struct opinion oracle(enum policy_act act, const struct facts *f);

#endif
