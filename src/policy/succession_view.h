/*
 * The April hand-over: a worker's cases with who is asked to take them over, what one is asked
 * to take over oneself, and whose cases nobody has accepted. Filled by policy_show_*().
 */
#ifndef KASANE_POLICY_SUCCESSION_VIEW_H
#define KASANE_POLICY_SUCCESSION_VIEW_H

#include "link_view.h"

struct succession_case_view {
    const char *path;
    const char *number;
    const char *name; /* NULL: 氏名は開くと出ます */
    const char *state;
    const char *next;  /* "受診の結果を聞く　5月7日（木）"; NULL: none */
    const char *steps; /* "次の対応 2件" */
    const char *to; /* "見本 三枝　受け取り待ち"; NULL: nobody was asked */
    const char *mind;
    const char *id;        /* of the case */
    const char *give_path; /* POST: asks another for this one */
};

struct succession_case_list {
    struct succession_case_view *v;
    size_t n;
    size_t cap;
};

struct succession_ask_view {
    const char *case_path;
    const char *number;
    const char *name;
    const char *from;
    const char *mind;
    const char *when;
    const char *accept_path;  /* POST */
    const char *decline_path; /* POST */
};

struct succession_ask_list {
    struct succession_ask_view *v;
    size_t n;
    size_t cap;
};

/* Somebody who answers for open cases at the desk. */
struct succession_person_view {
    const char *path;
    const char *name;
    const char *until; /* "令和9年3月31日まで" */
    const char *n;     /* "12件" */
    bool over;         /* the post has ended: nobody answers */
    bool current;
};

struct succession_person_list {
    struct succession_person_view *v;
    size_t n;
    size_t cap;
};

struct succession_choice_view {
    const char *id;
    const char *name;
};

struct succession_choice_list {
    struct succession_choice_view *v;
    size_t n;
    size_t cap;
};

struct successions_view {
    const char *title; /* "見本 一子さんの引きつぎ" */
    const char *post;  /* whose cases are shown */
    const char *until;
    const char *path;        /* POST: all that nobody was asked for */
    const char *accept_path; /* POST: takes all over */
    const char *paper_path;
    const char *open; /* "3件に、引きつぐ人が決まっていません"; NULL: none */
    bool may_give;
    struct succession_case_list cases;
    struct succession_ask_list asks;
    struct succession_person_list people;
    struct succession_choice_list choices;
};

#endif
