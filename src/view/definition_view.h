/*
 * Which cases multi-agency work takes: the version in force and those before it. Nobody is in
 * it.
 */
#ifndef KASANE_VIEW_DEFINITION_VIEW_H
#define KASANE_VIEW_DEFINITION_VIEW_H

#include "plan_view.h"

struct definition_line_view {
    const char *anchor; /* "v2" */
    const char *label;  /* "第2版" */
    const char *body;
    const char *criteria;
    const char *decided; /* "5月7日　庁内連携会議" */
    const char *by;
    bool current;
};

struct definition_list {
    struct definition_line_view *v;
    size_t n;
    size_t cap;
};

struct definition_view {
    struct plan_head_view head;
    const char *path; /* POST; NULL: not this role's to write */
    struct definition_list versions;
};

#endif
