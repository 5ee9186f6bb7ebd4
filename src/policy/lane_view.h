/*
 * The time line of a case: grounds above, one lane for each agency below. Places are in rem
 * tenths of the drawing's own grid (1 = a sixteenth of a rem), as text ready to be written.
 */
#ifndef KASANE_POLICY_LANE_VIEW_H
#define KASANE_POLICY_LANE_VIEW_H

#include "seal_view.h"

struct lane_month_view {
    const char *x;
    const char *label_x;
    const char *label; /* "4月" */
};

struct lane_month_list {
    struct lane_month_view *v;
    size_t n;
    size_t cap;
};

/* A ground as a bar over the time in which it held. */
struct lane_band_view {
    struct seal_view seal;
    const char *name;
    const char *x;
    const char *y;
    const char *width;
    const char *mark_x;
    const char *text_x;
    const char *text_y;
};

struct lane_band_list {
    struct lane_band_view *v;
    size_t n;
    size_t cap;
};

struct lane_mark_view {
    bool met;
    bool missed;
    bool call;
    bool letter;
    const char *x;
    const char *y;
    const char *path; /* of the letter's triangle */
};

struct lane_mark_list {
    struct lane_mark_view *v;
    size_t n;
    size_t cap;
};

struct lane_gap_view {
    const char *x;
    const char *y;
    const char *width;
    const char *text_x;
    const char *text_y;
    const char *text; /* "53日" */
};

struct lane_gap_list {
    struct lane_gap_view *v;
    size_t n;
    size_t cap;
};

/* A hand-over from one lane to another. */
struct lane_arrow_view {
    const char *line;
    const char *head;
};

struct lane_arrow_list {
    struct lane_arrow_view *v;
    size_t n;
    size_t cap;
};

/* One agency: its row in the picture and the same facts in words. */
struct lane_line_view {
    const char *name;
    const char *y;    /* of its middle */
    const char *rule; /* of the line under it */
    const char *from_x;
    const char *first;    /* "4月14日（火）" */
    const char *last_met; /* NULL: never in this time */
    const char *met;      /* "6回" */
    const char *not_met;
    const char *longest; /* "53日"; NULL: one day only */
    bool lasting;        /* more than 30 days and still lasting */
    struct lane_mark_list marks;
    struct lane_gap_list gaps;
};

struct lane_line_list {
    struct lane_line_view *v;
    size_t n;
    size_t cap;
};

struct lanes_view {
    const char *span;  /* "令和8年4月から11月" */
    const char *width; /* of the grid */
    const char *height;
    const char *rem_width; /* "45.50rem" */
    const char *rem_height;
    const char *band_end; /* y of the line under the grounds */
    const char *today_x;
    const char *rest; /* width from today to the end */
    struct lane_month_list months;
    struct lane_band_list bands;
    struct lane_line_list lines; /* none: nothing to draw yet */
    struct lane_arrow_list arrows;
};

#endif
