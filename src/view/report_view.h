/*
 * Office numbers (集計): a report of a period as a table. Nobody is named.
 */
#ifndef KASANE_VIEW_REPORT_VIEW_H
#define KASANE_VIEW_REPORT_VIEW_H

#include "../policy/link_view.h"

struct report_line_view {
    const char *a;
    const char *b; /* NULL: the report has one group */
    const char *n;
    const char *more; /* of minutes: median and longest */
};

struct report_line_list {
    struct report_line_view *v;
    size_t n;
    size_t cap;
};

struct report_view {
    const char *title;
    const char *path; /* GET with from, until, filter */
    const char *csv_path;
    const char *
        intake_path; /* the consultations one reaches, as a table; NULL: not for this role */
    const char *name; /* "by_desk" */
    const char *json_path;
    const char *period; /* "令和8年4月1日～令和9年3月31日" */
    const char *part; /* "年度の途中です（11月21日まで）"; NULL: the period is over */
    const char *source; /* the requirement behind it */
    const char *heading_a;
    const char *heading_b;
    const char *heading_n;
    const char *total; /* NULL: the groups overlap, and no sum is told */
    const char
        *small; /* what the mark in place of small numbers means; NULL: all are told */
    const char
        *full_path; /* from the table without small numbers to the whole; or NULL */
    const char *outside_path; /* to the table without small numbers; or NULL */
    const char *aim;          /* the target of the plan for the year; NULL: none */
    const char *from;         /* as typed */
    const char *until;
    const char *filter; /* label of what is left out; NULL: nothing */
    struct link_list reports;
    struct link_list periods;
    struct link_list filters;
    struct report_line_list lines;
};

#endif
