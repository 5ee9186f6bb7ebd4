/*
 * What stands around every page of the staff side: names, ways to other pages, who is
 * acting. Nothing here is about a person who is helped.
 *
 * In all views texts are finished Japanese; NULL means that there is none, and the page
 * leaves the part out. Paths are whole ("/niiza/today"). Lists can be filled by VEC_PUSH.
 */
#ifndef KASANE_VIEW_FRAME_VIEW_H
#define KASANE_VIEW_FRAME_VIEW_H

#include "../policy/link_view.h"

/* One entry of the main navigation. */
struct nav_view {
    const char *path;
    const char *text;
    const char *count; /* "5"; NULL where nothing is counted */
    bool current;
    bool gap; /* a rule stands before it */
};

struct nav_list {
    struct nav_view *v;
    size_t n;
    size_t cap;
};

/* A post that the person signed in also holds. */
struct post_choice_view {
    const char *id;
    const char *name; /* "福祉相談室　相談支援員" */
    const char *note; /* "令和9年3月31日まで"; NULL when there is nothing to say */
    bool current;
};

struct post_choice_list {
    struct post_choice_view *v;
    size_t n;
    size_t cap;
};

/* What the last act did, said once on the next page. */
struct notice_view {
    const char *tone; /* "ok", "warn", "late"; "" for a plain one */
    const char *text; /* NULL: there is no notice */
    const char *path; /* where to go on; NULL when there is nowhere */
    const char *link; /* the words of that link */
};

struct words;

struct frame_view {
    const struct words *words; /* the municipality's own wording; NULL: the default */
    const char
        *title;       /* of the page; no name that is seen on the ground of a meeting */
    const char *size; /* class of the root: "size-100", "size-125" or "size-150" */
    const char *town; /* "新座市" */
    const char *today; /* "令和8年11月20日（金）" */
    bool demo;         /* invented data: says so on every page */
    bool signed_in;    /* false: neither search nor menu nor navigation */
    bool typed; /* the page holds a form with typed words: keys must not lose them */

    const char *home_path; /* of the brand: きょう, or the log-in page */
    const char *search_path;
    const char *query; /* what was searched for; NULL but on the page of results */

    const char *name;      /* of the person signed in */
    const char *post_name; /* as whom they act: "福祉相談室" */
    const char *post_path; /* POST post=ID: act as another post */
    const char *size_path; /* POST size=100|125|150 */
    const char *seen_path; /* what I looked at */
    const char *password_path;
    const char *logout_path;       /* POST */
    const char *csrf;              /* goes into every form */
    const char *key;               /* idempotency key, goes into every form */
    struct post_choice_list posts; /* more than one: they can be switched to */

    int idle_minutes; /* until the screen is locked; 0 when nobody is signed in */
    const char *extend_path; /* GET: keeps the session */

    struct nav_list nav;
    struct link_list crumbs;
    struct notice_view notice;
    struct link_list foot; /* 使い方, アクセシビリティ … */
};

#endif
