/*
 * Why somebody can see a case: each ground in plain words. Filled by policy_show_why().
 */
#ifndef KASANE_POLICY_WHY_VIEW_H
#define KASANE_POLICY_WHY_VIEW_H

#include "case_head_view.h"
#include "seal_view.h"

struct why_line_view {
    struct seal_view seal;
    const char *name;  /* "本人の同意" */
    const char *plain; /* what that means, in a sentence */
    const char *since; /* "令和8年11月21日 10時00分" */
    const char *until; /* "令和9年11月20日（土）の終わりまで", "担当が変わるまで" */
    const char *given; /* which act or paper gave it */
    const char *path;  /* of that; NULL */
    const char *opens; /* the classes */
    const char *law;
};

struct why_line_list {
    struct why_line_view *v;
    size_t n;
    size_t cap;
};

struct why_view {
    struct case_head_view head;
    struct why_line_list lines;
    const char *seen_path; /* one's own looks */
};

#endif
