/*
 * Local issues: what is lacking, where it came up, what was made of it. Nobody is named.
 */
#ifndef KASANE_VIEW_LOCAL_ISSUE_VIEW_H
#define KASANE_VIEW_LOCAL_ISSUE_VIEW_H

#include <stdbool.h>
#include <stddef.h>

struct local_issue_line_view {
    const char *path;
    const char *id;
    const char *kind;
    const char *need;
    const char *area;
    const char *origin; /* "重層的支援会議　令和8年5月7日"; else the desk */
    const char *state;
    const char *resource; /* NULL: none yet */
    bool over;
};

struct local_issue_line_list {
    struct local_issue_line_view *v;
    size_t n;
    size_t cap;
};

struct local_issues_view {
    const char *path; /* POST */
    const char *open; /* "2件" */
    struct local_issue_line_list lines;
};

struct local_issue_step_view {
    const char *day;
    const char *state;
    const char *words;
    const char *resource;
    const char *who;
};

struct local_issue_step_list {
    struct local_issue_step_view *v;
    size_t n;
    size_t cap;
};

/* A level that the issue has come to. */
struct local_issue_level_view {
    const char *body; /* "地域ケア会議"; the desk where the meeting is not told */
    const char *when;
    const char *words; /* why it was handed on; NULL for where it came up */
};

struct local_issue_level_list {
    struct local_issue_level_view *v;
    size_t n;
    size_t cap;
};

struct local_issue_view {
    struct local_issue_level_list levels; /* from where it came up to the highest */
    const char *lift_path;                /* POST; NULL: nothing above */
    struct local_issue_line_view head;
    const char *back_path;
    const char *sitting_path; /* NULL: of no sitting that the viewer's desk set */
    const char *version;
    struct local_issue_step_list steps;
};

#endif
