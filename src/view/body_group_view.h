/*
 * The groups that take part in a body of the plan with what they did together, and the bodies
 * of areas. Nobody is named.
 */
#ifndef KASANE_VIEW_BODY_GROUP_VIEW_H
#define KASANE_VIEW_BODY_GROUP_VIEW_H

#include "../policy/link_view.h"

struct body_group_line_view {
    const char *id;
    const char *name;
    const char *work;        /* NULL */
    const char *since;       /* "令和8年5月7日から" */
    struct link_list events; /* "令和8年5月7日　学び合いの会" */
    struct link_list ties;   /* names of those with whom it works together */
    const char *path;        /* where it is corrected, and how it was before */
    const char *end_path;    /* POST; NULL: it takes part no longer */
};

struct body_group_line_list {
    struct body_group_line_view *v;
    size_t n;
    size_t cap;
};

struct body_event_view {
    const char *title;
    const char *kind;
    const char *day;
    const char *words;  /* NULL */
    const char *groups; /* "甲の会・乙の会" */
    const char *path;
    const char *state; /* "取り消しました"; NULL */
};

struct body_event_list {
    struct body_event_view *v;
    size_t n;
    size_t cap;
};

struct body_groups_view {
    const char *body;
    const char *title;
    const char *since;  /* of the body, by the plan; NULL */
    const char *on;     /* "令和8年3月31日" */
    const char *count;  /* "2団体" */
    const char *stated; /* "計画では 33団体（令和8年3月時点）"; NULL */
    const char *year_path;
    struct body_group_line_list groups;
    struct body_event_list events;
    struct link_list withdrawn; /* groups put down by mistake */
    const char *group_path;     /* POST */
    const char *event_path;     /* POST */
};

/* What an area has of one kind. */
struct area_cell_view {
    const char *kind; /* "協議体" */
    const char *name; /* NULL: none yet */
    const char *since;
    const char *path;     /* where it is corrected */
    const char *end_path; /* POST; NULL */
};

struct area_cell_list {
    struct area_cell_view *v;
    size_t n;
    size_t cap;
};

struct area_row_view {
    const char *area;
    struct area_cell_list cells;
};

struct area_row_list {
    struct area_row_view *v;
    size_t n;
    size_t cap;
};

struct area_bodies_view {
    const char *path; /* POST */
    struct link_list kinds;
    struct area_row_list rows;
    struct link_list missing; /* "地域福祉圏域 3　協議体" */
};

#endif
