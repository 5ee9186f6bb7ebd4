/*
 * What keeps a case, or where somebody is, from whom: the page of a case, one restriction,
 * what is sealed, and the deputies' page.
 */
#ifndef KASANE_POLICY_PROTECTION_VIEW_H
#define KASANE_POLICY_PROTECTION_VIEW_H

#include "case_head_view.h"

/* A restriction that names the viewer, as a line. */
struct restriction_line_view {
    const char *path;
    const char *kind;  /* "居所の保護" */
    const char *whose; /* "試験 花枝"; NULL: of the whole case */
    const char *state; /* "決まっている" */
    const char *tone;  /* "ok", "warn", "late", "" */
    const char *span;  /* "令和8年5月1日から　次に決める日 …" */
};

struct restriction_line_list {
    struct restriction_line_view *v;
    size_t n;
    size_t cap;
};

/* Something like the hidden household came to another desk. */
struct arrival_view {
    const char *when;
    const char *desk;
    const char *who; /* whom to call */
};

struct arrival_list {
    struct arrival_view *v;
    size_t n;
    size_t cap;
};

struct protection_person_view {
    const char *id;
    const char *name;
};

struct protection_person_list {
    struct protection_person_view *v;
    size_t n;
    size_t cap;
};

struct protection_view {
    struct case_head_view head;
    struct protection_person_list people; /* to choose whom to protect */
    struct restriction_line_list present;
    struct restriction_line_list past;
    struct arrival_list arrivals;
    const char *seen_path;    /* POST */
    const char *hidden;       /* the line that is the same whatever is behind it */
    const char *dangers;      /* NULL: nothing is written */
    const char *calls;        /* who is called first */
    const char *abuse_path;   /* POST: to the desk that the law names; NULL: may not */
    const char *safety_path;  /* POST; NULL: the viewer may not */
    const char *protect_path; /* POST each; NULL: the viewer may not */
    const char *seal_path;
    const char *conflict_path;
    const char *split_path;
};

struct named_view {
    const char *order; /* "1" */
    const char *name;
    const char *desk;
    const char *note; /* "代わりの人", "11月21日まで", "異動した"; NULL */
    const char *end_path; /* POST; NULL: oneself or nobody else left */
    const char *named_id;
};

struct named_list {
    struct named_view *v;
    size_t n;
    size_t cap;
};

struct restriction_event_view {
    const char *when;
    const char *who;
    const char *what;
    const char *why; /* NULL: none */
};

struct restriction_event_list {
    struct restriction_event_view *v;
    size_t n;
    size_t cap;
};

struct restriction_view {
    const char *number;
    const char *case_path;
    const char *protection_path;
    const char *kind;
    const char *whose;
    const char *state;
    const char *tone;
    const char *reason;
    const char *begun; /* "令和8年5月1日　見本 一子" */
    const char *until; /* NULL: no date */
    const char *lift; /* "見本 一子が解除を申し出ました。…"; NULL: nobody asked */
    const char *lift_reason;
    struct named_list named;
    struct restriction_event_list events;
    const char *whereabouts_path; /* NULL: this kind has none */
    const char *decide_path;      /* POST each; NULL: not now */
    const char *name_path;
    const char *lift_path;
    const char *confirm_path;
    const char *keep_path;
};

/* A line of what is sealed. */
struct sealed_line_view {
    const char *label;
    const char *text;
};

struct sealed_line_list {
    struct sealed_line_view *v;
    size_t n;
    size_t cap;
};

struct whereabouts_view {
    const char *number;
    const char *whose;
    const char *path; /* POST */
    const char *restriction_path;
    const char *version; /* "第2版　5月1日　見本 一子" */
    struct sealed_line_list lines;
};

/* A sealed household whose deputy the viewer is. */
struct deputy_view {
    const char *who;  /* "福祉相談室　見本 一子" */
    const char *when; /* "5月1日に受けました" */
    const char *path; /* POST */
};

struct deputy_list {
    struct deputy_view *v;
    size_t n;
    size_t cap;
};

struct deputies_view {
    struct deputy_list lines;
};

#endif
