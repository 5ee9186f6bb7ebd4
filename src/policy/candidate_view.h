/*
 * Who somebody may be: people whom the viewer may know by name, with the reasons. Filled by
 * policy_show_candidates().
 */
#ifndef KASANE_POLICY_CANDIDATE_VIEW_H
#define KASANE_POLICY_CANDIDATE_VIEW_H

#include "seal_view.h"

struct candidate_view {
    const char *person; /* its id */
    const char *name;
    const char *kana;
    const char *about; /* "80歳くらい　栗原3丁目" */
    const char *number;
    const char *state;
    const char *desk;
    const char *why;  /* "よみが同じ・年が近い・町が同じ" */
    const char *sure; /* "よく似ている", "似ている" */
    const char *case_path;
    const char *join_path; /* POST form_intake: receive it in that case */
    const char *mend_path; /* the person, when it is one of this very case */
    struct seal_view seal;
};

struct candidate_list {
    struct candidate_view *v;
    size_t n;
    size_t cap;
};

struct candidates_view {
    bool asked; /* somebody was looked for; an empty list says that nobody is alike */
    const char *path;
    struct candidate_list list;
};

#endif
