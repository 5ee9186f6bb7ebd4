/*
 * What the oracle is asked, and the words its sentences are made of. Only for its parts.
 */
#ifndef KASANE_TESTS_POLICY_QUESTION_H
#define KASANE_TESTS_POLICY_QUESTION_H

#include "src/policy/facts.h"

#include "gen/policy_rules.h"

#include <stdbool.h>

struct question {
    enum policy_act act;
    enum item_class item;
    const struct facts *f;
};

/* Says whether the role may ever do it, whatever the case. */
bool oracle_may_ever(const struct question *q);

/* Returns the grounds that permit it (GROUND_BIT). */
uint32_t oracle_permits(const struct question *q);

static inline bool
about_a_person(const struct question *q)
{
    return q->item != ITEM_SETTING && q->item != ITEM_LEDGER;
}

/* What the grounds of a case speak of; R-096: the records of a こども家庭センター are kept apart. */
static inline bool
of_the_case(const struct question *q)
{
    return about_a_person(q) && q->item != ITEM_CHILDCARE;
}

static inline bool
leaves_the_screen(const struct question *q)
{
    return q->act == ACT_EXPORT || q->act == ACT_PRINT || q->act == ACT_REFER
           || q->act == ACT_TABLE;
}

static inline bool
gives_to_others(const struct question *q)
{
    return q->act == ACT_REFER || q->act == ACT_TABLE;
}

static inline bool
asks_existence(const struct question *q)
{
    return q->item == ITEM_EXISTENCE;
}

/* What a line in a list consists of. */
static inline bool
asks_line(const struct question *q)
{
    return q->item == ITEM_EXISTENCE || q->item == ITEM_IDENTITY
           || q->item == ITEM_COORDINATION;
}

static inline bool
learns(const struct question *q)
{
    return q->act == ACT_KNOW && asks_existence(q);
}

static inline bool
in_set(uint32_t set, enum item_class item)
{
    return (set >> item) & 1;
}

#endif
