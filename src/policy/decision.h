/*
 * What was decided. The rules lean on this file: nothing else may be needed here.
 */
#ifndef KASANE_POLICY_DECISION_H
#define KASANE_POLICY_DECISION_H

#include "gen/policy_rules.h"

#include <stdbool.h>
#include <stdint.h>

struct decision {
    uint32_t allow;       /* classes that are open (ITEM_BIT) */
    uint32_t grounds;     /* grounds that opened at least one of them (GROUND_BIT) */
    uint32_t obligations; /* what is to be done with it (OBLIGATION_BIT) */
    uint32_t forbids;     /* rules that closed what a ground had opened (FORBID_BIT) */
    enum deny reason;  /* why nothing is open, for the ledger; NONE when something is */
    uint32_t narrowed; /* classes that only the profile closed */
    bool tell;         /* one of them has a text, and the viewer may hear it */
};

/* Says whether the class is open. */
bool decision_allows(const struct decision *d, enum item_class item);

/* Says whether something is owed. */
bool decision_owes(const struct decision *d, enum obligation o);

/* Keeps only the classes in keep: the one way in which a profile changes a decision. */
void decision_narrow(struct decision *d, uint32_t keep);

/* Returns the strongest ground of the decision, or GROUND_NONE. */
enum ground decision_ground(const struct decision *d);

#endif
