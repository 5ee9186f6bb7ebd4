/*
 * Pregnancies and the children born, for a こども家庭センター alone. Source: R-096.
 */
#ifndef KASANE_POLICY_CHILDCARE_VIEW_H
#define KASANE_POLICY_CHILDCARE_VIEW_H

#include "household_view.h"

struct newborn_view {
    const char *id;
    const char *name; /* "名前はこれから" when there is none yet */
    const char *kana;
    const char *gender;
    const char *born; /* "令和8年5月1日" */
    const char *home; /* the household */
    const char *remark;
    const char *known; /* the sentence who reads it */
    const char *path;
};

struct newborn_list {
    struct newborn_view *v;
    size_t n;
    size_t cap;
};

struct pregnancy_view {
    const char *id;
    const char *mother;
    const char *state;
    const char *tone;
    const char *expected; /* NULL: not known */
    const char *notified;
    const char *ended;
    const char *reason;
    const char *remark;
    const char *support;
    const char *late; /* the day has passed without a birth */
    const char *desk;
    const char *path;
    struct newborn_list children;
};

struct pregnancy_list {
    struct pregnancy_view *v;
    size_t n;
    size_t cap;
};

struct childcare_event {
    const char *at;
    const char *who;
    const char *why;
    const char *body;
};

struct childcare_event_list {
    struct childcare_event *v;
    size_t n;
    size_t cap;
};

/* The page of a case. */
struct childcare_view {
    struct case_head_view head;
    const char *path; /* POST */
    struct pregnancy_list going;
    struct pregnancy_list past;
    struct choice_list people;
};

/* The page of one pregnancy; a path is NULL when there is nothing to do there. */
struct pregnancy_page_view {
    struct case_head_view head;
    struct pregnancy_view line;
    const char *version;
    const char *back_path;
    const char *birth_path;
    const char *end_path;
    const char *reopen_path;
    const char *people_path;
    bool parted;              /* gentle words, and nothing is asked */
    struct choice_list homes; /* those of which the mother is part */
    struct childcare_event_list history;
};

/* The page to mend what is known of a child. */
struct newborn_page_view {
    struct case_head_view head;
    struct newborn_view line;
    const char *version;
    const char *back_path;
    bool told; /* a person of the case already */
};

#endif
