/*
 * What a paper says, by the names its layout uses (papers/). Filled by policy_show_paper_*()
 * under the decision to print; what a ground does not open is absent, and the layout leaves
 * its place blank as if nothing were known.
 */
#ifndef KASANE_POLICY_PAPER_VIEW_H
#define KASANE_POLICY_PAPER_VIEW_H

#include "../base/picture.h"

#include <stdbool.h>
#include <stddef.h>

struct paper_value {
    const char *name;
    const char *text;
};

struct paper_value_list {
    struct paper_value *v;
    size_t n;
    size_t cap;
};

struct paper_row {
    struct paper_value_list values;
};

struct paper_rows {
    const char *name; /* of the table */
    struct paper_row *v;
    size_t n;
    size_t cap;
};

struct paper_rows_list {
    struct paper_rows *v;
    size_t n;
    size_t cap;
};

struct paper_drawing {
    const char *name;
    struct picture picture;
};

struct paper_drawing_list {
    struct paper_drawing *v;
    size_t n;
    size_t cap;
};

struct paper_view {
    bool watermark;     /* owed: who took it out and when stands across each page */
    const char *number; /* the case's; NULL for none */
    const char *copy;   /* "配布番号 3 / 7"; NULL for none */
    const char
        *mark; /* whose copy it is: across the page instead; NULL: who printed it */
    struct paper_value_list values;
    struct paper_value_list ticks; /* the boxes that are ticked: group, code */
    struct paper_rows_list tables;
    struct paper_drawing_list drawings;
};

/* Several papers that are printed as one file. */
struct paper_part {
    const char *layout;
    bool goes_on; /* belongs to the one before: its pages are counted on */
    struct paper_view view;
};

struct paper_set {
    struct paper_part *v;
    size_t n;
    size_t cap;
};

#endif
