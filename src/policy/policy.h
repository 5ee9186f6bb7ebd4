/*
 * The one decision about who may see or do what. A caller asks for an act on facts and gets
 * the mask over all classes at once; rows are narrowed by SQL through visible_* (reach.h).
 * The rules are rules.def; rules of the work are not here but in domain/.
 */
#ifndef KASANE_POLICY_POLICY_H
#define KASANE_POLICY_POLICY_H

#include "../base/ctx.h"
#include "decision.h"
#include "facts.h"
#include "gen/policy_rules.h"
#include "viewer.h"

#include <stdbool.h>
#include <stdint.h>

/* Decides; pure, the same for the same facts. Source: rules.def, row by row. */
struct decision policy_decide(enum policy_act act, const struct facts *f);

/*
 * Says whether an emergency alone opens the case: it is read and written to then, and the
 * viewer does not serve it. Source: R-117.
 */
bool policy_emergency_alone(const struct facts *f);

/*
 * Refuses the act on this class: RULE with the sentence of the rule that closed it, when it
 * is one that speaks and the viewer may know that the thing exists; else DENIED, which
 * fronts show as MISSING. Always returns false.
 */
bool refuse_item(struct ctx *c,
                 const struct decision *d,
                 enum policy_act act,
                 enum item_class item);

/* Whether the chair of the sitting is to learn that a rule refused the class. Source: R-109. */
bool refusal_tells_chair(const struct decision *d,
                         enum policy_act act,
                         enum item_class item);

/* As refuse_item(), for the act as a whole: rules that close only some class stay silent. */
bool refuse_decision(struct ctx *c, const struct decision *d);

/*
 * Checks what is owed for the decision before the act goes on: a typed reason or purpose
 * ("" when not given) and a fresh factor. False with the field ("reason", "purpose") or the
 * rule to mend; review, tell_owner and watermark are the caller's to carry out.
 */
bool decision_meet(struct ctx *c,
                   const struct decision *d,
                   const char *reason,
                   const char *purpose) MUST_USE;

/* Returns a ground's name, seal (one of 自 同 送 会 法 急) and the seal's style; by number as
 * it is kept in reach, "" for one that is not known. */
const char *ground_label(enum ground g);
const char *ground_seal(enum ground g);
const char *ground_style(enum ground g);

/* The seal for what is not shown by rule. */
#define SEAL_HIDDEN "伏"

#endif
