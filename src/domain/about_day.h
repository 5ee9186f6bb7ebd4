/*
 * Days that are known only about: 昭和20年ごろ, 平成8年4月, 30年ほど前, 80代. What was said is
 * kept as it is; this says which days fit, for order and for age. Not for days that a rule
 * counts from (base/form_day.h).
 */
#ifndef KASANE_DOMAIN_ABOUT_DAY_H
#define KASANE_DOMAIN_ABOUT_DAY_H

#include "../base/day.h"

/* The days that fit, both ends included; both DAY_NONE when the words name no time. */
struct about_day {
    struct day first;
    struct day last;
};

/*
 * Reads a time as people say it; spans before today count back from it. Words that name no
 * time ("高校のころ") are no mistake: they fit no day. Source: R-090.
 */
struct about_day about_day_read(struct arena *mem, const char *said, struct day today);

/* Reads a birth: as above, and 80代, 82歳くらい as ages of today. */
struct about_day
about_birth_read(struct arena *mem, const char *said, struct day today);

/*
 * Writes the age that follows from the days of birth that fit: "82歳", "81～82歳", "80代";
 * NULL when none follows.
 */
const char *about_age(struct arena *mem, struct about_day birth, struct day today);

/* Returns the years completed by the day. */
int age_on(struct day birth, struct day day);

#endif
