/*
 * 世帯とケース: the viewer's own list and what a search found. Only what the viewer reaches
 * is counted. Filled by policy_show_cases().
 */
#ifndef KASANE_POLICY_SEARCH_VIEW_H
#define KASANE_POLICY_SEARCH_VIEW_H

#include "link_view.h"
#include "seal_view.h"

struct case_line_view {
    const char *path;
    const char *number;
    const char *name;  /* NULL: 氏名は開くと出ます */
    const char *about; /* "80歳・50歳　栗原" */
    const char *state;
    const char *lead; /* NULL: 主担当なし */
    const char *next; /* NULL: 次の対応なし */
    const char *next_due;
    bool late;
    const char *last; /* last contact */
    struct seal_view seal;
    const char *hit; /* why it was found: "よみが同じ（タカハシ）"; NULL in lists */
};

struct case_line_list {
    struct case_line_view *v;
    size_t n;
    size_t cap;
};

struct cases_view {
    const char *count;     /* "12件" */
    struct link_list tabs; /* 担当のみ, 支援中, すべて, 終結 */
    struct case_line_list cases;
    struct link_list pages; /* empty when all fit */
    const char *intake_path;
};

/* A record in whose text the words stand. */
struct record_line_view {
    const char *path;
    const char *when; /* "11月13日（金）" */
    const char *kind; /* "支援経過" */
    const char *number;
    const char *name; /* NULL: none may be shown in a list */
    const char *before;
    const char *hit;
    const char *after;
};

struct record_line_list {
    struct record_line_view *v;
    size_t n;
    size_t cap;
};

struct search_view {
    const char *path;
    const char *query; /* "" before anything was typed */
    const char *count;
    const char *too_many; /* "50件より多いので、言葉をたしてください。" */
    struct case_line_list cases;
    struct record_line_list records;
    const char *records_more; /* NULL: all are here */
    struct link_list pages;
    const char *intake_path;
};

#endif
