/*
 * Emergencies: the look-up with what it has opened, and the queue of their review.
 */
#ifndef KASANE_POLICY_EMERGENCY_VIEW_H
#define KASANE_POLICY_EMERGENCY_VIEW_H

#include "protection_view.h"

/* A case that an emergency has opened. */
struct rescue_view {
    const char *number;
    const char *kind;    /* "緊急の確認" */
    const char *lead;    /* "福祉相談室　見本 一子": who is responsible */
    const char *until;   /* "10時30分まで" */
    const char *dangers; /* NULL: nothing is written */
    const char *calls;
    struct named_list callers; /* who may be asked where a protected person is */
    const char *case_path;
    const char *refer_path;
    const char *glass_path; /* NULL: opened already */
};

struct rescue_list {
    struct rescue_view *v;
    size_t n;
    size_t cap;
};

struct emergency_view {
    const char *path; /* POST */
    bool duty;        /* the post is on duty */
    const char *unreviewed; /* "点検を待っているものが2件あります"; NULL: none */
    struct rescue_list open;
    const char *review_path; /* NULL: the viewer reviews nothing */
};

struct glass_view {
    const char *number;
    const char *path; /* POST */
    const char *back_path;
};

struct use_view {
    const char *when;
    const char *who;
    const char *kind;
    const char *found; /* "見つかった" */
    const char *reason;
    const char *verdict; /* NULL: waits */
    const char *text;
    const char *path; /* POST; NULL: reviewed, or one's own */
};

struct use_list {
    struct use_view *v;
    size_t n;
    size_t cap;
};

struct duty_post_view {
    const char *name;
    const char *desk;
    const char *until;
    const char *end_path;
};

struct duty_post_list {
    struct duty_post_view *v;
    size_t n;
    size_t cap;
};

struct review_view {
    struct use_list waiting;
    struct use_list past;
    struct duty_post_list duty;
    const char *duty_path; /* POST; NULL: the viewer may not */
};

#endif
