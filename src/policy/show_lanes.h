/*
 * The time line of a case; as show.h, for one part of its page.
 */
#ifndef KASANE_POLICY_SHOW_LANES_H
#define KASANE_POLICY_SHOW_LANES_H

#include "gen/rows.h"
#include "lane_view.h"
#include "policy.h"

/*
 * Fills the time line. whole: the decision about the case as a whole; with coordination open,
 * dates of every agency's contacts are marked, else those of one's own. Grounds are those of
 * the viewer. Source: practice rule 5 (the lead sees dates).
 */
void policy_show_lanes(struct ctx *c,
                       const struct decision *whole,
                       const struct sql_case_marks_rows *marks,
                       const struct sql_referral_of_case_rows *referrals,
                       const struct sql_reach_of_case_rows *grounds,
                       struct lanes_view *out);

#endif
