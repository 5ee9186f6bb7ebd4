/*
 * What was handed to a person who asked for what is recorded about them: one line a copy.
 * Filled by policy_show_own_reports().
 */
#ifndef KASANE_POLICY_OWN_REPORT_VIEW_H
#define KASANE_POLICY_OWN_REPORT_VIEW_H

#include "access_view.h"

struct own_report_line {
    const char *number; /* "第2号" */
    const char *when;
    const char *purpose; /* who asked and how that was made sure; NULL: closed */
    const char *who;     /* "福祉相談室 見本 一子" */
    const char *path;    /* the paper */
};

struct own_report_list {
    struct own_report_line *v;
    size_t n;
    size_t cap;
};

struct own_reports_view {
    struct case_head_view head;
    const char *name; /* "試験 ハナさん" */
    const char *path; /* POST: another copy */
    const char *back_path;
    struct own_report_list lines;
    const char *receive_path; /* POST: enter a request in the register */
    struct access_line_list requests;
};

#endif
