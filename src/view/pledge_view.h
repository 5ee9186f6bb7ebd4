/*
 * Who is bound by secrecy: staff and others who pledged, present and past. No case, nobody
 * who is helped.
 */
#ifndef KASANE_VIEW_PLEDGE_VIEW_H
#define KASANE_VIEW_PLEDGE_VIEW_H

#include <stdbool.h>
#include <stddef.h>

struct pledge_view {
    const char *who;
    const char *desk;  /* with the title of the post; NULL: none */
    const char *how;   /* "年度の約束" */
    const char *given; /* "令和8年5月7日" */
    bool over;         /* the post ended; the duty did not */
};

struct pledge_list {
    struct pledge_view *v;
    size_t n;
    size_t cap;
};

struct pledges_view {
    struct pledge_list lines;
};

#endif
