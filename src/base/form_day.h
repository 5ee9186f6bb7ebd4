/*
 * Days as people write them: 昭和21年7月3日, S21.7.3, 1946/7/3, 19460703, 2026-11-21, in
 * full-width characters too. What day.h writes is one of them.
 */
#ifndef KASANE_BASE_FORM_DAY_H
#define KASANE_BASE_FORM_DAY_H

#include "day.h"

enum form_day {
    FORM_DAY_OK,
    FORM_DAY_UNREADABLE,
    FORM_DAY_IMPOSSIBLE, /* there is no such date */
    FORM_DAY_OTHER_ERA   /* the date exists, but not in that era */
};

/* Reads a whole date from one text. */
enum form_day form_day_text(struct arena *mem, const char *s, struct day *out);

/*
 * Reads a date from era ("showa", "seireki" or "" for Western years), year (元 is 1), month
 * and day.
 */
enum form_day form_day_parts(struct arena *mem,
                             const char *era,
                             const char *year,
                             const char *month,
                             const char *day,
                             struct day *out);

/* Returns the text with full-width ASCII and dashes made plain and spaces left out. */
const char *form_plain(struct arena *mem, const char *s);

#endif
