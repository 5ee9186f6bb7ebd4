/*
 * The names under which settings.rules says how a municipality goes about intake and
 * hand-over. A rule that nobody sets is "".
 */
#ifndef KASANE_DOMAIN_INTAKE_RULE_H
#define KASANE_DOMAIN_INTAKE_RULE_H

#include "../base/arena.h"
#include "plan_settings.h"

#include <stdbool.h>

/* Where people go who do not know where to ask: "lead", "pool", or the code of a desk. */
#define RULE_UNSURE_DESK "unsure_desk" /* */
#define RULE_RIGHTS_DESK "rights_desk" /* "lead" or the code of a desk */
#define RULE_POOL_DESK "pool_desk" /* the desk that keeps the pool; "": none */
/* "yes": a hand-over to multi-agency work says what the network answered, who had tried */
/* No setting: who the plan charges with outreach (outreach_desks()) is told of a start. */
#define RULE_OUTREACH_DESKS "outreach"

#define RULE_NETWORK_FIRST "network_first"   /* */
#define RULE_TRIED_AGENCIES "tried_agencies" /* */
#define RULE_ALONE_DAYS "alone_days"         /* */
#define RULE_ALONE_ISSUES "alone_issues"     /* */
#define RULE_REPLY_CODE_DAYS                                                           \
    "reply_code_days" /* how long a paper may take to come back */
#define RULE_CONSENT_AFTER "consent_after_plan_days" /* practice rule 10 */
/* days for the decision on a request for disclosure, and by how many they may be prolonged */
#define RULE_ACCESS_DAYS "access_days" /* 個人情報保護法 83条1項 */
#define RULE_ACCESS_PROLONGED "access_prolonged_days" /* 83条2項 */
#define RULE_CONSENT_NOTICE "consent_notice_days"
#define RULE_CONSENT_WITHOUT "consent_without_plan_days"

/* Says whether the rule is "yes". */
bool intake_rule_is_on(const struct settings *s, const char *rule);

/* Returns the number that the rule holds; otherwise when it holds none. */
int64_t
intake_rule_number(const struct settings *s, const char *rule, int64_t otherwise);

/* Returns the settings' list of ways that triage offers. */
const struct profile_settings *intake_ways(const struct settings *s);

/* Says whether the municipality has a 支援会議 for urgent cases. Source: R-064. */
bool intake_has_urgent_meeting(const struct profile *p);

/*
 * Returns the code of the desk that a rule names ("lead": the leading section's; "pool": the
 * pool's); "" when there is none.
 */
const char *intake_desk_code(struct arena *mem,
                             const struct profile *p,
                             const struct settings *s,
                             const char *rule);

/* Says whether the desk of that code does multi-agency work here. */
bool intake_desk_is_multi(struct arena *mem, const struct profile *p, const char *code);

#endif
