/*
 * A link in words: crumbs, tabs, footer, pages of a long list, plain lines.
 */
#ifndef KASANE_POLICY_LINK_VIEW_H
#define KASANE_POLICY_LINK_VIEW_H

#include <stdbool.h>
#include <stddef.h>

struct link_view {
    const char *path; /* NULL: text only */
    const char *text;
    bool current; /* the page that is shown */
};

struct link_list {
    struct link_view *v;
    size_t n;
    size_t cap;
};

#endif
