/*
 * The pages before somebody is signed in, and those about the sign-in itself.
 */
#ifndef KASANE_VIEW_LOGIN_VIEW_H
#define KASANE_VIEW_LOGIN_VIEW_H

#include "frame_view.h"

struct login_view {
    const char *path;   /* POST */
    const char *number; /* as typed before; NULL the first time */
    const char
        *wrong; /* "職員番号かパスワードが違います。" NULL when nothing is wrong */
    const char *next; /* the page to go to afterwards; NULL for きょう */
    const char
        *notice;      /* of the administrator: when the system stops; NULL when none */
    const char *help; /* "システム担当　内線 0000" */
    bool ended;       /* the session ended by itself: says that drafts are kept */
    bool demo;        /* lists the log-ins below */
    struct link_list people; /* demo only: number as text, role as path-less text */
    const char *demo_password;
};

struct totp_view {
    const char *path; /* POST */
    const char *wrong;
    const char *next;
    const char *back_path; /* to the first step */
    const char *help;
};

struct post_page_view {
    const char *path; /* POST post=ID */
    const char *wrong;
    struct post_choice_list posts;
};

struct password_view {
    const char *path;          /* POST */
    bool first;                /* the first log-in: it has to be changed */
    const char *wrong;         /* about the whole */
    const char *wrong_current; /* about one field each; NULL when it is right */
    const char *wrong_fresh;
    const char *wrong_again;
    const char *number; /* of the account, for password managers */
};

/* The session is about to end, or ended. */
struct session_view {
    const char *text;
    const char *extend_path; /* GET: go on; NULL when it has ended */
    const char *login_path;
    const char *draft; /* "書きかけは残っています（10時42分まで）" */
};

#endif
