/*
 * Looks that ask for a reason, those without an answer first. Names of staff, numbers of cases.
 */
#ifndef KASANE_VIEW_LOOKS_VIEW_H
#define KASANE_VIEW_LOOKS_VIEW_H

#include <stdbool.h>
#include <stddef.h>

struct look_view {
    const char *seq;
    const char *when;
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

struct looks_view {
    const char *ledger_path;
    const char *path; /* POST form_look_review */
    const char *span; /* "令和8年5月1日から" */
    struct look_list open;
    struct look_list reviewed;
};

#endif
