/*
 * Rules of reaching out to people who did not ask: who does it, what must be decided before,
 * when visits fall due, how the state follows from what happened. Time alone moves nothing.
 */
#ifndef KASANE_DOMAIN_OUTREACH_RULE_H
#define KASANE_DOMAIN_OUTREACH_RULE_H

#include "gen/enums.h"
#include "plan_desk.h"

/*
 * Returns the desks that the plan charges with outreach: the section, the contracted body, or
 * both. Source: R-203, D-13.
 */
struct plan_desks outreach_desks(struct arena *mem, const struct profile *p);

/*
 * Says whether the city starts visiting only after a conference has decided so: the plan has
 * the related agencies visit on the policy of its conference. Source: R-199; 新座市 実施計画
 * 2-5(2)ア.
 */
bool outreach_wants_policy(const struct profile *p);

/*
 * Says whether handing over to multi-agency work wants the person's consent: the plan names
 * consent or agreement as the way out of outreach. Source: R-202, D-16.
 */
bool outreach_wants_consent(const struct profile *p);

/* Says whether somebody stands at the person's door: then it is noted who was met. */
bool outreach_is_visit(enum outreach_way way);

/* Returns the state that follows from a contact when nobody chose one. */
enum outreach_state
outreach_state_after(enum outreach_state now, enum contact_result result);

/*
 * Returns how many visits fall into the weeks, one every so many days from the first on; at
 * least one. Source: R-196.
 */
int outreach_turns(int every_days, int weeks);

#endif
