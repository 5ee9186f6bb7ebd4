/*
 * The life of a restriction: what keeps a case, or a person's whereabouts, from somebody.
 * It begins with one and ends with two, and where anything is open it stays shut. Not for
 * who may see what: that is policy.
 */
#ifndef KASANE_DOMAIN_RESTRICTION_H
#define KASANE_DOMAIN_RESTRICTION_H

#include "../base/day.h"
#include "gen/enums.h"

#include <stdbool.h>

struct restriction_facts {
    bool decided;        /* not only asked for */
    struct day until_on; /* to be decided anew by then; DAY_NONE: no date */
    struct day
        lift_until; /* the second must have confirmed by then; DAY_NONE: not asked */
    bool lifted;
};

/*
 * Where it stands today. A lift that nobody confirmed in time falls back by itself; a date
 * that passed without a decision opens nothing.
 * Source: practice rule 19; 住民基本台帳事務処理要領 第5の10; domain research 8.5.
 */
enum restriction_state
restriction_stands(const struct restriction_facts *r, struct day today);

/* Says whether it keeps shut: in every state but the last. */
bool restriction_holds(enum restriction_state state);

enum lift_verdict { LIFT_YES, LIFT_NOT_ASKED, LIFT_SAME_PERSON, LIFT_DONE };

/* Whether the lift may be confirmed now by this person. Source: practice rule 19. */
enum lift_verdict
restriction_may_confirm(enum restriction_state state, bool same_person);

#endif
