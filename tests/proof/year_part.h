/*
 * What the files of the year share. Only they include this.
 */
#ifndef KASANE_TESTS_YEAR_PART_H
#define KASANE_TESTS_YEAR_PART_H

#include "proof.h"

enum { DAYS = 365 };

enum who { LEAD, OTHER, COORDINATOR, PROMOTER, AGENCY_1, AGENCY_2, WHO_N };

extern const char *const year_logins[WHO_N];

enum what { TRIAGE, REFER, ANSWER, CONTACT, COMPLETE, PLAN, CLOSE, WHAT_N };

/* One household, as those who work with it remember it. */
struct life {
    char id[ID_LEN + 1];
    char referral[ID_LEN + 1];
    const char *giver;    /* log-in of whom the case began with */
    const char *receiver; /* of the last hand-over */
    int late;             /* how often an end was refused */
};

struct event {
    size_t life;
    enum what what;
};

struct events {
    struct event *v;
    size_t n;
    size_t cap;
};

struct year {
    struct proof *p;
    struct house *h;
    const char *desks[WHO_N];
    const char *lead_post; /* of 100001 and 100004, who leave */
    const char *promoter_post;
    struct arena *lives_mem;
    struct life *lives;
    size_t n;
    struct events days[DAYS + 1];
    uint64_t seed;
    int today;
    bool spring; /* 100001 has left; 100003 took over */
    bool gone;   /* 100004 has left */
    int64_t done[WHAT_N];
    int64_t refused[WHAT_N];
    int64_t most_open; /* cases at the end of a month, at most */
};

/* What staff do in one case, by the acts of the product; much is left undone on purpose. */
bool year_receive(struct year *y);
bool year_run(struct year *y, struct event e);

/* The day so many days from now, as fields take it. */
const char *year_day(struct year *y, int64_t days);

#endif
