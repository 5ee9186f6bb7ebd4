/*
 * One record of a body of the plan as it is now and as it was before. Nobody is named but who
 * corrected it.
 */
#ifndef KASANE_VIEW_BODY_RECORD_VIEW_H
#define KASANE_VIEW_BODY_RECORD_VIEW_H

#include "../policy/link_view.h"

#include <stdbool.h>

struct body_change_view {
    const char *what; /* "直す前", "取り消し" */
    const char *when; /* "5月20日 15時05分　福祉相談室　見本 一子" */
    const char *why;
    const char *title; /* NULL: the kind has none */
    const char *words; /* NULL: none were written */
};

struct body_change_list {
    struct body_change_view *v;
    size_t n;
    size_t cap;
};

struct body_record_view {
    const char *id;
    const char *kind;  /* "意見" */
    const char *body;  /* "地域福祉懇話会" */
    const char *title; /* NULL: the kind has none */
    const char *words; /* NULL: none were written */
    const char *when;  /* "令和8年5月20日　福祉相談室" */
    const char *state; /* "取り消しました"; NULL */
    const char *back_path;
    const char *mend_path; /* POST; NULL: it is not the viewer's desk's, or withdrawn */
    const char *withdraw_path; /* POST; NULL */
    const char *leave_path;    /* POST: a group that takes part still; NULL */
    const char *kept;          /* why it cannot be withdrawn; NULL */
    bool takes_words;          /* something is written beside the title */
    bool needs_words;          /* and may not be left empty */
    long version;
    struct body_change_list changes;
};

#endif
