/*
 * The registers of programs (台帳): what was done, paid and reported in a fiscal year. About
 * programs and bodies only.
 */
#ifndef KASANE_VIEW_REGISTER_VIEW_H
#define KASANE_VIEW_REGISTER_VIEW_H

#include "plan_view.h"

#include <stdint.h>

/* One program among all, with the figures of the year. */
struct register_line_view {
    const char *path;
    const char *id;
    const char *name;
    const char *section;
    const char *activities; /* "5件"; NULL: none yet */
    const char *grants;     /* "120,000円" */
    const char *liaisons;
    const char *status; /* "書きました"; NULL: not yet */
};

struct register_line_list {
    struct register_line_view *v;
    size_t n;
    size_t cap;
};

/* A role with its persons by year. */
struct staffing_view {
    const char *name;
    struct link_list points; /* "令和7年度　4名", each a way to its entry */
};

struct staffing_list {
    struct staffing_view *v;
    size_t n;
    size_t cap;
};

struct registers_view {
    struct plan_head_view head;
    const char *year; /* "令和8年度" */
    struct link_list years;
    struct register_line_list programs;
    struct fact_list items; /* services in use, by item of 社会福祉法106条の4第2項 */
    struct staffing_list staffing;
    const char *staffing_path; /* POST */
};

/* An entry in its register. */
struct entry_view {
    const char *path; /* to correct it */
    const char *when;
    const char *what; /* task, kind of liaison */
    const char *party;
    const char *amount;
    const char *note;
    const char *desk;
};

struct entry_list {
    struct entry_view *v;
    size_t n;
    size_t cap;
};

struct register_program_view {
    struct plan_head_view head;
    const char *id;
    const char *name;
    const char *year;
    int64_t fiscal_year;
    const char *back_path;
    struct link_list years;
    const char *activity_path; /* POST */
    const char *grant_path;
    const char *liaison_path;
    const char *status_path;
    struct fact_list by_task; /* how often each was done */
    struct entry_list activities;
    struct entry_list grants;
    const char *grant_sum; /* NULL: none */
    struct fact_list by_kind;
    struct entry_list liaisons;
    struct fact_list services; /* how many used each */
    const char *status_when;   /* when it was last written; NULL: not yet */
    const char *status_entry;  /* its earlier versions */
};

struct entry_version_view {
    const char *number;
    const char *when;
    const char *who;
    const char *why;
    const char *text;
};

struct entry_version_list {
    struct entry_version_view *v;
    size_t n;
    size_t cap;
};

struct register_entry_view {
    const char *title; /* "活動の記録" */
    const char *name;  /* of the program or role */
    const char *what;
    const char *path;
    const char *back_path;
    bool withdrawn;
    bool mendable; /* false for the yearly form, which has its own page */
    struct entry_version_list versions;
};

#endif
