/*
 * Looks that ask for a reason, by person and case, those without an answer first. Names of
 * staff, numbers of cases.
 */
#ifndef KASANE_VIEW_LOOKS_VIEW_H
#define KASANE_VIEW_LOOKS_VIEW_H

#include <stdbool.h>
#include <stddef.h>

/* All looks of one person at one case. */
struct look_view {
    const char *seq;   /* of the latest: the answer goes for all until then */
    const char *when;  /* "11月19日（木）22:10 から 11月19日（木）23:40" */
    const char *times; /* "3回" */
    const char *who;
    const char *act;
    const char *number; /* of the case */
    const char *ground;
    const char *why;  /* "夜のあいだに見た、見た人と同じ姓" */
    const char *note; /* what was found out; NULL: not reviewed */
};

struct look_list {
    struct look_view *v;
    size_t n;
    size_t cap;
};

/* One person with the cases that ask for a reason; most reasons first. */
struct look_person_view {
    const char *post;
    const char *who;
    const char *seq;   /* of the latest of all */
    const char *count; /* "4ケース" */
    const char *more;  /* "ほかに12ケース"; NULL */
    size_t n;
    bool several;
    struct look_list cases;
};

struct look_person_list {
    struct look_person_view *v;
    size_t n;
    size_t cap;
};

struct looks_view {
    const char *ledger_path;
    const char *path;  /* POST form_look_review */
    const char *span;  /* "令和8年5月1日から" */
    const char *count; /* "3人、7件" */
    struct look_person_list open;
    struct look_list reviewed;
};

#endif
