/*
 * What the plan puts on the agenda of an item: the points that its minutes answer.
 */
#ifndef KASANE_DOMAIN_SITTING_POINTS_H
#define KASANE_DOMAIN_SITTING_POINTS_H

#include "../base/arena.h"
#include "town.h"

/* "yes": an item that a moment of the plan set off is decided only when each point is answered. */
#define RULE_MINUTES_POINTS "minutes_points"

struct agenda_point {
    const char *code; /* tag of the plan, or a part of it */
    const char *label;
};

struct agenda_points {
    const struct agenda_point *v;
    size_t n;
    bool demanded; /* the item is decided only when all are answered */
};

/*
 * Returns the points for an item spoken of as that body; trigger: what set it off, or "". A
 * tag with parts in the list meeting_point stands as its parts. Source.
 */
struct agenda_points sitting_points(struct arena *mem,
                                    const struct town *t,
                                    const char *body,
                                    const char *trigger);

#endif
