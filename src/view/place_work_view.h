/*
 * Figures of participation over a year, surveys, work beside single people. Nobody is named.
 */
#ifndef KASANE_VIEW_PLACE_WORK_VIEW_H
#define KASANE_VIEW_PLACE_WORK_VIEW_H

#include "../policy/link_view.h"

#include <stdint.h>

/* A row of a small table: what it is about, and up to four cells; NULL where none is. */
struct figure_row_view {
    const char *head;
    const char *path; /* of the head; NULL */
    const char *more; /* below the head; NULL */
    const char *a;
    const char *b;
    const char *c;
    const char *d;
    const char *tone; /* of the last cell: "warn", "ok", "" */
};

struct figure_row_list {
    struct figure_row_view *v;
    size_t n;
    size_t cap;
};

struct place_figures_view {
    const char *year;
    const char *opened; /* cases that took the way of participation */
    const char *cases;
    const char *active;
    const char *work_path;
    const char *surveys_path;
    struct link_list years;
    struct figure_row_list menus;     /* place, host: cases, take part, ended */
    struct figure_row_list corporate; /* corporation: undertakings, cases, take part */
    struct figure_row_list sessions;  /* kind: held, came */
    struct figure_row_list bodies;    /* body: menus, names */
};

/* One entry; withdrawn: why it no longer counts, NULL while it does. */
struct work_line_view {
    const char *id;
    const char *kind;
    const char *party;
    const char *day;
    const char *desk;
    const char *words;
    const char *withdrawn;
    const char *withdraw_path; /* NULL: of another desk */
};

struct work_line_list {
    struct work_line_view *v;
    size_t n;
    size_t cap;
};

struct place_work_page_view {
    const char *year;
    const char *path;
    const char *csv_path;
    const char *limit; /* "90日" */
    const char *late;  /* platforms longer ago than that: "2件" */
    struct link_list years;
    struct figure_row_list platforms; /* party: last, times, how long ago */
    struct figure_row_list contracts; /* desk, agency: grasp, support, widen, sum */
    struct figure_row_list own;       /* the same of the city's own desks */
    struct work_line_list lines;
};

struct surveys_view {
    const char *path;
    struct figure_row_list lines; /* survey: sent on, sent, answers, rate */
};

struct survey_view {
    const char *id;
    const char *title;
    const char *sent;
    const char *back_path;
    const char *answer_path;
    const char *withdraw_path;    /* NULL: of another desk */
    const char *total;            /* "のべ 4件" */
    struct figure_row_list rates; /* target: sent, answers, rate */
    struct figure_row_list needs; /* category: times */
    struct work_line_list answers;
};

/* What is about to be withdrawn. */
struct place_withdraw_view {
    const char *title;
    const char *what;
    const char *path;
    const char *back_path;
};

#endif
