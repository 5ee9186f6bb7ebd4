/*
 * The services that somebody of a case is using.
 */
#ifndef KASANE_POLICY_ENROLMENT_VIEW_H
#define KASANE_POLICY_ENROLMENT_VIEW_H

#include "case_head_view.h"

struct enrolment_view {
    const char *program;
    const char *service; /* NULL: the program has no kinds of its own */
    const char *item;    /* "第1号" */
    const char *span;
    const char *note;
    const char *hint; /* the age speaks against it: a hint, never a bar; NULL */
    const char *plan; /* under which it is used; NULL */
    const char *plan_id;
    const char *desk;
    const char *end_path; /* POST; NULL when it has ended or is another desk's */
};

struct enrolment_list {
    struct enrolment_view *v;
    size_t n;
    size_t cap;
};

struct enrolments_view {
    struct case_head_view head;
    const char *path; /* POST */
    struct enrolment_list present;
    struct enrolment_list past;
};

#endif
