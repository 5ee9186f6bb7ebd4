/*
 * Needs that no scheme meets, over a year, by kind: numbers for the office, links for the
 * parties. Filled by policy_show_gaps().
 */
#ifndef KASANE_POLICY_GAP_VIEW_H
#define KASANE_POLICY_GAP_VIEW_H

#include "link_view.h"

struct gap_line_view {
    const char *kind; /* "居場所" */
    const char *needs;
    const char *cases;
    struct link_list links; /* numbers of cases that the viewer is a party to */
};

struct gap_line_list {
    struct gap_line_view *v;
    size_t n;
    size_t cap;
};

struct gaps_view {
    const char *year; /* "令和8年度" */
    const char *total;
    const char *print_path;
    const char *issues_path; /* what comes up at meetings */
    struct gap_line_list lines;
    struct link_list years;
};

#endif
