/*
 * Days of the calendar, fiscal years, and how Japan writes them. Instants are int64_t
 * milliseconds UTC; a day is always one in Japan (UTC+9, no summer time).
 */
#ifndef KASANE_BASE_DAY_H
#define KASANE_BASE_DAY_H

#include "arena.h"

#include <stdbool.h>
#include <stdint.h>

/* A day as the number of days since 1970-01-01; DAY_NONE when not known. */
struct day {
    int32_t n;
};

enum { DAY_NONE = INT32_MIN };

struct ymd {
    int year;
    int month; /* 1–12 */
    int day;   /* 1–31 */
};

/* An era: its code in forms, its name, and the day it begins; it ends where a later one
 * begins. */
struct era {
    const char *code; /* "showa" */
    const char *name; /* "昭和" */
    struct ymd from;
};

/* Returns the eras, newest first; the one of that code, or NULL; the one in which the day
 * lies, or NULL before 明治. */
const struct era *era_list(size_t *n);
const struct era *era_find(const char *code);
const struct era *era_of(struct day d);

/* Makes a day from the year of an era; false unless the date exists and lies in the era. */
bool
era_make(const struct era *e, int year, int month, int day, struct day *out) MUST_USE;

bool day_known(struct day d);

/* Makes a day; false unless the date exists and lies in 1868–2199. */
bool day_make(int year, int month, int day, struct day *out) MUST_USE;
struct ymd day_ymd(struct day d);

/* Reads YYYY-MM-DD. */
bool day_read(const char *s, struct day *out) MUST_USE;

/* Returns the day on which the instant falls in Japan; the instant at which a day begins. */
struct day day_of(int64_t instant);
int64_t day_begin(struct day d);

/* 0 Sunday … 6 Saturday. */
int day_weekday(struct day d);

/* Returns the fiscal year (April–March) in which the day lies, and its last day. */
int day_fiscal_year(struct day d);
struct day day_fiscal_end(struct day d);

/* "2026-11-21" */
const char *day_iso(struct arena *mem, struct day d);

/* "令和8年11月21日（土）"; days before 明治 are written with the Western year. */
const char *day_ja(struct arena *mem, struct day d);

/* "11月21日（土）" */
const char *day_short(struct arena *mem, struct day d);

/* "令和8年11月21日 14時05分", in Japan. */
const char *instant_ja(struct arena *mem, int64_t instant);

/* "14時05分", in Japan. */
const char *instant_clock(struct arena *mem, int64_t instant);

/* "2026-11-21T14:05:09.123+09:00" */
const char *instant_iso(struct arena *mem, int64_t instant);

/* Returns the era and year of a Western year that begins in it: "令和8"; the year of a
 * fiscal year is that of its April. */
const char *era_year(struct arena *mem, int year);

#endif
