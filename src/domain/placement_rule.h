/*
 * How somebody comes to a place: from a proposal to a role, with what follows afterwards.
 */
#ifndef KASANE_DOMAIN_PLACEMENT_RULE_H
#define KASANE_DOMAIN_PLACEMENT_RULE_H

#include "gen/enums.h"

#include <stdbool.h>

/* "conference": participation begins with a decision of a 重層的支援会議. Source: R-209, D-15. */
#define RULE_PARTICIPATION_ENTRY "participation_entry"
/* "yes": no match without the person's wish. Source: R-211. */
#define RULE_MATCH_NEEDS_WISH "match_needs_wish"
/* Follow-up after somebody goes somewhere: every so many days, so many times. Source: R-218. */
#define RULE_FOLLOW_DAYS "place_follow_days"
#define RULE_FOLLOW_TIMES "place_follow_times"
/* Watching over somebody who begins to live on their own. Source: R-216. */
#define RULE_WATCH_DAYS "place_watch_days"
#define RULE_WATCH_TIMES "place_watch_times"
/* A platform without contact for so many days is pointed out. Source: R-224. */
#define RULE_PLATFORM_DAYS "platform_days"
/* Weights of matching: "wish_" and the code; what settled and old count. */
#define RULE_WISH "wish_"
#define RULE_WISH_SETTLED "wish_points_settled"
#define RULE_WISH_OLD "wish_points_old"

/* The kinds of places (codes of resource_kind) that the rules speak of. */
#define PLACE_KIND_HOUSING "11"
#define PLACE_KIND_PUBLIC_GOOD "09"

/* Says whether a placement may go from one state to the next. Source: R-226. */
bool placement_may_move(enum placement_state from, enum placement_state to);

/* Says whether the person takes part: counts against the room there is. */
bool placement_is_there(enum placement_state state);

#endif
