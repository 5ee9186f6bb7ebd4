/*
 * The course of one case: what was decided and why, which desks had it when, what was asked
 * for. Filled by policy_show_course().
 */
#ifndef KASANE_POLICY_COURSE_VIEW_H
#define KASANE_POLICY_COURSE_VIEW_H

#include "case_head_view.h"

struct decision_line_view {
    const char *way;
    const char *reason;
    const char *more; /* why it broke off, why there is no consent; NULL: neither */
    const char *when;
    const char *who;
};

struct decision_line_list {
    struct decision_line_view *v;
    size_t n;
    size_t cap;
};

/* A link in the chain of hand-overs. */
struct chain_view {
    const char *path;  /* NULL: of other desks */
    const char *way;   /* "福祉相談室から社協へ" */
    const char *again; /* "2回目のつなぎ"; NULL: the first */
    const char *state;
    const char *tone;
    const char *when; /* "5月1日に送り、5月7日につながりました" */
};

struct chain_list {
    struct chain_view *v;
    size_t n;
    size_t cap;
};

/* Since when and until when a desk answers for the case. */
struct span_view {
    const char *desk;
    const char *part; /* "主担当", "受け取った窓口" */
    const char *span;
    const char *note; /* how it was handed on; NULL when nothing was written */
};

struct span_list {
    struct span_view *v;
    size_t n;
    size_t cap;
};

/* One contact, the first answer among them. */
struct contact_view {
    const char *when;
    const char *what;
    const char *who;
    bool first;
};

struct contact_list {
    struct contact_view *v;
    size_t n;
    size_t cap;
};

/* Whom to call about rights. */
struct helpline_view {
    const char *name;
    const char *phone; /* NULL: not known */
};

struct helpline_list {
    struct helpline_view *v;
    size_t n;
    size_t cap;
};

struct course_view {
    struct case_head_view head;
    const char *decide_path; /* POST; NULL: the viewer may not, or it is closed */
    const char *close_path;
    const char *leave_path;  /* NULL: not the desk that answers for it */
    const char *reopen_path; /* NULL: it is not closed */
    const char *refer_path;
    const char *requests_path;
    const char *conference_path; /* NULL: none was asked for */
    const char *by; /* "方針を決める期限　11月27日（金）"; NULL: decided */
    const char *shut;  /* why some ways are not offered; NULL: all are */
    bool urgent_offer; /* the municipality has a 支援会議 for urgent cases */
    bool multi;        /* the definition of multi-agency work is shown */
    struct decision_line_list decisions;
    struct chain_list chain;
    struct span_list spans;
    struct contact_list contacts;
    struct helpline_list calls;
    struct link_list definition; /* to the text in force */
};

#endif
