/*
 * Complex cases that one person carries alone. Filled by policy_show_alone().
 */
#ifndef KASANE_POLICY_ALONE_VIEW_H
#define KASANE_POLICY_ALONE_VIEW_H

#include <stdbool.h>
#include <stddef.h>

struct alone_line_view {
    const char *path;
    const char *number;
    const char *owner; /* "福祉相談室　佐伯" */
    const char *kinds; /* "3種類" */
    const char *since; /* "3月1日から" */
    const char *refer_path;
};

struct alone_line_list {
    struct alone_line_view *v;
    size_t n;
    size_t cap;
};

struct alone_view {
    const char *rule; /* "課題が3種類からで、30日のあいだ…" */
    struct alone_line_list lines;
};

#endif
