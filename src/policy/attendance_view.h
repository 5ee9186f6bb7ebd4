/*
 * What is held at a place, and who of the viewer's cases came.
 */
#ifndef KASANE_POLICY_ATTENDANCE_VIEW_H
#define KASANE_POLICY_ATTENDANCE_VIEW_H

#include "link_view.h"

/* Something that was held. */
struct place_session_view {
    const char *id;
    const char *kind;
    const char *title;
    const char *day;
    const char *desk;
    const char *came;      /* "6人" */
    const char *recorded;  /* of the people below: "3回"; NULL: of none */
    const char *withdrawn; /* why; NULL while it stands */
    const char *withdraw_path;
};

struct place_session_list {
    struct place_session_view *v;
    size_t n;
    size_t cap;
};

/* Somebody who came, with each session: "第1回　名刺づくり 3回". */
struct attendant_view {
    const char *who;
    const char *number;
    const char *path;
    const char *total; /* "4つの会　のべ 9回" */
    struct link_list each;
};

struct attendant_list {
    struct attendant_view *v;
    size_t n;
    size_t cap;
};

struct place_sessions_view {
    const char *place;
    const char *place_path;
    const char *path; /* POST; NULL: not for the viewer */
    const char *held; /* "4回　のべ 9人" */
    const char *more; /* cases that are left out; NULL */
    struct place_session_list sessions;
    struct attendant_list people;
};

/* One line of a case: what somebody of it came to. */
struct attended_view {
    const char *id;
    const char *place;
    const char *place_path;
    const char *title;
    const char *kind;
    const char *day;
    const char *whose;
    const char *times; /* "3回" */
};

struct attended_list {
    struct attended_view *v;
    size_t n;
    size_t cap;
};

#endif
