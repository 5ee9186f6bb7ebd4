/*
 * A page that says what did not work, and gives back everything that was typed. 403 and 404
 * use the same page with the same words.
 */
#ifndef KASANE_VIEW_ERROR_VIEW_H
#define KASANE_VIEW_ERROR_VIEW_H

#include "frame_view.h"

/* One value as it was typed, with the label of its field. */
struct typed_view {
    const char *name;
    const char *label; /* NULL: not shown, only sent again (hidden fields) */
    const char *value;
};

struct typed_list {
    struct typed_view *v;
    size_t n;
    size_t cap;
};

struct error_view {
    const char *title; /* "この画面は開けません" */
    const char *text;  /* what happened, in a sentence */
    const char *mend;  /* what to do now */
    const char
        *number; /* of the unit of work, for the person in charge of the system */
    struct link_list ways; /* where to go from here */

    const char *again_path; /* POST: sends the typed values once more; NULL when none */
    const char *again_text; /* the words on that button */
    struct typed_list typed; /* n > 0: the page shows them in a form */
};

/* Two people changed the same: what stands there now beside what was typed. */
struct conflict_field_view {
    const char *name;
    const char *label;
    const char *now;   /* as the other person saved it */
    const char *yours; /* as typed */
    bool differs;
};

struct conflict_field_list {
    struct conflict_field_view *v;
    size_t n;
    size_t cap;
};

struct conflict_view {
    const char *what;      /* "11月13日の支援経過" */
    const char *who;       /* who saved in between */
    const char *when;      /* "11月20日 10時42分" */
    const char *save_path; /* POST: saves the merged text over the version below */
    const char *version;
    const char *back_path; /* leaves it as it stands now */
    struct conflict_field_list fields;
    struct typed_list hidden; /* what else has to be sent */
};

/* A question before an act that is hard to take back. */
struct confirm_view {
    const char *title;
    const char *text;
    struct link_list effects; /* what happens then, a line each (text only) */
    const char *act_path;     /* POST */
    const char *act_text;     /* the act in words: "取り下げる" */
    bool grave;               /* a red button */
    const char *back_path;
    struct typed_list hidden;
};

#endif
