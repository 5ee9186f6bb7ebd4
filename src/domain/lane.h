/*
 * The time line of a case, one lane for each agency: when somebody was met, when not, and how
 * long nothing was written. Plain reckoning over days; who may see which mark is policy's.
 */
#ifndef KASANE_DOMAIN_LANE_H
#define KASANE_DOMAIN_LANE_H

#include "../base/day.h"

#include <stddef.h>

/* What a mark on a lane stands for; the shape is drawn by it. */
enum lane_mark {
    LANE_MET,
    LANE_NOT_MET, /* tried, not met or refused */
    LANE_CALL,    /* telephone, mail, talk with others */
    LANE_LETTER,
};

struct lane_contact {
    struct day on;
    enum lane_mark mark;
};

/* A stretch of more than LANE_GAP_DAYS days without a contact. */
struct lane_gap {
    struct day from; /* the last contact before it */
    struct day to;   /* the next one, or today */
    int days;
    bool open; /* still lasting */
};

enum { LANE_GAP_DAYS = 30 };

/* What one lane says in words and numbers. */
struct lane_sum {
    struct day first;
    struct day last;
    struct day last_met; /* unknown: never met */
    int met;
    int not_met;
    struct lane_gap longest; /* days 0: none at all */
};

/* Returns which mark a contact gets from its method and result, as their codes say. */
enum lane_mark lane_mark_of(const char *method, const char *result);

/*
 * Reckons one lane from its contacts in order of their days; n at least 1. The time from the
 * last contact until today counts, as that is the stretch that still lasts.
 */
struct lane_sum lane_reckon(const struct lane_contact *v, size_t n, struct day today);

/* Returns the gap that follows contact i, days 0 when it is not longer than LANE_GAP_DAYS. */
struct lane_gap
lane_gap_after(const struct lane_contact *v, size_t n, size_t i, struct day today);

#endif
