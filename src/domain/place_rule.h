/*
 * How a place goes on from an idea to its own footing. Not for people: who takes part where
 * is placement_rule.h.
 */
#ifndef KASANE_DOMAIN_PLACE_RULE_H
#define KASANE_DOMAIN_PLACE_RULE_H

#include "../base/arena.h"
#include "../base/day.h"
#include "gen/enums.h"

#include <stdbool.h>

/* "yes": a place that has settled is handed to community building. Source: R-214 (平塚市). */
#define RULE_PLACE_TO_COMMUNITY "place_to_community"
/* Days after which what is written about a place counts as old. */
#define RULE_PLACE_CHECK_DAYS "place_check_days"

/*
 * Says whether a place may go from one stage to the next: an idea is tried out before it
 * settles, and what has closed begins again with a trial. Source: R-213.
 */
bool place_may_move(enum place_stage from, enum place_stage to);

/* Says whether what is written is older than that many days; a place never asked is old. */
bool place_is_old(struct day checked, struct day today, int64_t days);

/* Takes the next of several codes parted by commas and moves behind it; NULL at the end. */
const char *place_next_code(struct arena *mem, const char **at);

#endif
