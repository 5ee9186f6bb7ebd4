/*
 * The pictures of one case: the family (genogram), who is there for it (ecomap), its years.
 * Filled by policy_show_pictures(); each with the same in words.
 */
#ifndef KASANE_POLICY_PICTURE_VIEW_H
#define KASANE_POLICY_PICTURE_VIEW_H

#include "../base/picture.h"
#include "case_head_view.h"

/* A mark as SVG has it: a path, or letters. */
struct mark_view {
    const char *look; /* class: "solid", "home" … */
    const char *d;    /* path; NULL for letters */
    const char *x;
    const char *y;
    const char *anchor; /* "start", "middle" */
    const char *text;
};

struct mark_list {
    struct mark_view *v;
    size_t n;
    size_t cap;
};

struct drawing_view {
    const char *id;    /* of its title and description */
    const char *title; /* "家族図（ジェノグラム）" */
    const char *desc;  /* the same in words */
    const char *box;   /* "0 0 640 300" */
    const char *width; /* "640" */
    struct mark_list marks;
    struct picture picture;
};

/* A line of the family's years. */
struct year_view {
    const char *when; /* as it was said: "30年ほど前"; "いつかはわからない" */
    const char *year; /* "1996" of the first day that fits; NULL when none does */
    const char *whose;
    const char *what;
    const char *kind; /* "できごと", "生まれ", "暮らし", "課題", "支援" */
};

struct year_list {
    struct year_view *v;
    size_t n;
    size_t cap;
};

struct pictures_view {
    struct case_head_view head;
    const char *path;     /* GET with on=YYYY-MM-DD */
    const char *on;       /* "2026-11-21" */
    const char *day;      /* "令和8年11月21日（土）のようす" */
    const char *now_path; /* back to today; NULL: this is today */
    const char *people_path;
    const char *print_path;
    const char *left_out; /* "図に入らない関係が2つあります。"; NULL: none */
    bool small;           /* nobody but the one it is about: nothing to draw yet */
    struct drawing_view family;
    struct drawing_view ties; /* the ecomap */
    struct year_list years;
};

#endif
