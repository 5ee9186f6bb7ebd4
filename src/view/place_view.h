/*
 * The register of places where people take part. Nobody whom the office helps is in it.
 */
#ifndef KASANE_VIEW_PLACE_VIEW_H
#define KASANE_VIEW_PLACE_VIEW_H

#include "../policy/link_view.h"

struct place_line_view {
    const char *path;
    const char *id;
    const char *name;
    const char *kind;
    const char *host; /* NULL: not said, as all that follow */
    const char *area;
    const char *where;
    const char *target; /* "高齢者、60歳から" */
    const char *capacity;
    const char *days;
    const char *fee;
    const char *help;
    const char *mind;
    const char *contact;
    const char *checked;   /* "4月3日に確かめた" */
    const char *stage;     /* NULL: settled, as most */
    const char *body;      /* the meeting that made it */
    const char *published; /* "公開", "公開しない" */
    struct link_list features;
    bool old;
    bool hidden;
};

struct place_line_list {
    struct place_line_view *v;
    size_t n;
    size_t cap;
};

struct places_view {
    const char *path;
    const char *new_path; /* NULL: may only read */
    const char *import_path;
    const char *csv_path;
    const char *public_path;
    const char *figures_path;
    const char *key; /* what was typed */
    const char *total;
    struct link_list kinds;
    struct link_list areas;
    struct link_list features;
    struct link_list stages;
    struct link_list pages;
    struct place_line_list lines;
};

struct place_version_view {
    const char *when;
    const char *who;
    const char *why;
    const char *body;
};

struct place_version_list {
    struct place_version_view *v;
    size_t n;
    size_t cap;
};

struct place_view {
    const char *sessions_path; /* what was held there; NULL: not for the viewer */
    const char *held;          /* "4回　のべ 9人" */
    struct place_line_view line;
    const char *back_path;
    const char *mend_path; /* NULL: may only read */
    const char *check_path;
    const char *stage_path;
    const char *desk;
    const char *community; /* "5月7日に地域づくりへ渡しました"; NULL */
    const char *community_path;
    struct link_list days; /* of each stage; no addresses */
    struct place_version_list history;
};

struct place_mend_view {
    const char *path;
    const char *back_path;
    const char *title;
    const char *say;
};

struct import_error_view {
    const char *line; /* "3行目" */
    const char *field;
    const char *text;
};

struct import_error_list {
    struct import_error_view *v;
    size_t n;
    size_t cap;
};

struct place_import_view {
    const char *path;
    const char *check_path;
    const char *back_path;
    const char *columns; /* headings that are understood */
    const char *sum;     /* "3件を加えられます。…"; NULL: nothing was sent */
    bool good;
    struct import_error_list errors;
};

struct community_items_view {
    const char *back_path;
    struct link_list lines;
};

#endif
