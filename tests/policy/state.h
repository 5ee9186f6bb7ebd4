/*
 * The abstract states of a decision: one dimension for each fact, counted through like the
 * digits of a number or drawn at random.
 */
#ifndef KASANE_TESTS_POLICY_STATE_H
#define KASANE_TESTS_POLICY_STATE_H

#include "src/policy/facts.h"

#include "gen/policy_rules.h"

#include <stddef.h>

/* Sets of classes that consent, hand-over and law are tried with. */
enum {
    ITEMS_ALL = (1 << ITEM_N) - 2,
    ITEMS_PLAIN = 1 << ITEM_EXISTENCE | 1 << ITEM_IDENTITY | 1 << ITEM_CONTACT
                  | 1 << ITEM_COORDINATION | 1 << ITEM_SAFETY | 1 << ITEM_WELFARE
};

/* The dimensions; the last turns fastest. GIVING, PAPER and CHILDCARE come first to be held
 * still. */
enum dim {
    DIM_GIVING,
    DIM_PAPER,
    DIM_CHILDCARE,
    DIM_STANDING,
    DIM_ROLE,
    DIM_BARRIER,
    DIM_PROTECT,
    DIM_INFORMANT,
    DIM_SITTING,
    DIM_DECIDED,
    DIM_EMERGENCY,
    DIM_OWN,
    DIM_PART,
    DIM_HANDED,
    DIM_LAW,
    DIM_CONSENT,
    DIM_N
};

extern const unsigned state_sizes[DIM_N];

/* Sets the dimension to its i-th value. */
void state_set(struct facts *f, enum dim dim, unsigned i);

/* Goes on to the next state of the dimensions from first on; 0 when all are through. */
int state_next(struct facts *f, unsigned at[DIM_N], enum dim first);

/* A random state in which much is open; random sets of classes. seed: changed. */
struct facts state_random(uint64_t *seed);

/* Returns the next pseudo-random number (xorshift64*). */
uint64_t state_draw(uint64_t *seed);

/* Prints the state in one line. */
void state_print(const struct facts *f);

#endif
