/*
 * The register of legal bases and how often each is used; figures only, nobody in them.
 */
#ifndef KASANE_VIEW_BASES_VIEW_H
#define KASANE_VIEW_BASES_VIEW_H

#include "plan_view.h"

struct basis_view {
    const char *id;
    const char *label;
    const char *article;
    const char *about;
    bool unverified; /* the wording of the article has not been checked (†) */
    const char *plans;
    const char *programs;
    const char *meetings;
    const char *transfers;
};

struct basis_list {
    struct basis_view *v;
    size_t n;
    size_t cap;
};

struct basis_group_view {
    const char *name;
    const char *transfers; /* of all in it */
};

struct basis_group_list {
    struct basis_group_view *v;
    size_t n;
    size_t cap;
};

struct bases_view {
    struct plan_head_view head;
    const char *year; /* "令和8年度" */
    bool counted; /* what was given is counted; else groups and transfers are empty */
    struct basis_group_list groups;
    struct basis_list rows;
    const char *small; /* what is said of small numbers; NULL: they are shown */
    const char
        *full_path; /* from the page without small numbers to the whole; or NULL */
    const char *outside_path; /* to the page without small numbers; or NULL */
    struct link_list years;
};

#endif
