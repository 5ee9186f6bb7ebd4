/*
 * The card before a call: what may be said to each party, what not, on what ground.
 */
#ifndef KASANE_POLICY_SHOW_CALL_H
#define KASANE_POLICY_SHOW_CALL_H

#include "../domain/town.h"
#include "consent_view.h"
#include "gen/rows.h"
#include "policy.h"

/* What is known about one party of a case. */
struct call_party {
    const char *name;
    uint32_t consent; /* covered for this very party */
    uint32_t handed;  /* stands handed over between the viewer's desk and this one */
    enum basis basis; /* of that */
    bool leads;
    bool denied; /* a person said that this party must not be told */
};

/* Begins the page: how to call back, as the case page says it, and where to note what was told. */
void policy_show_calls(struct ctx *c,
                       struct case_id id,
                       const char *how,
                       struct calls_view *out);

/* Adds the card of one party. */
void
policy_show_call(struct ctx *c, const struct call_party *p, struct calls_view *out);

#endif
