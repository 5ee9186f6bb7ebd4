/*
 * Accounts and posts, for the administrator; nothing about anybody who is helped.
 */
#ifndef KASANE_VIEW_USERS_VIEW_H
#define KASANE_VIEW_USERS_VIEW_H

#include <stdbool.h>
#include <stddef.h>

struct user_post_view {
    const char *id;
    const char *desk;
    const char *role;
    const char *kind;
    const char *span;
    const char *state;    /* "いま", "これから", "終わり", "休止" */
    const char *cases;    /* "担当12件"; NULL: none */
    bool warn;            /* it has ended and still answers for cases */
    const char *end_path; /* POST; NULL: has ended */
};

struct user_post_list {
    struct user_post_view *v;
    size_t n;
    size_t cap;
};

struct user_view {
    const char *path;
    const char *login;
    const char *name;
    bool ended;
    struct user_post_list posts;
};

struct user_list {
    struct user_view *v;
    size_t n;
    size_t cap;
};

struct user_desk_view {
    const char *id;
    const char *name;
};

struct user_desk_list {
    struct user_desk_view *v;
    size_t n;
    size_t cap;
};

/* What is given to somebody on paper, once. */
struct user_paper_view {
    const char *password;
    const char *seed; /* hexadecimal, as it is sent */
    const char *key;  /* as the authenticator app takes it */
};

struct users_view {
    struct user_list users;
    struct user_desk_list desks;
    struct user_paper_view paper;
    const char *path;
    const char *orphans; /* "役目の終わった人が、12件を担当したままです"; NULL: none */
};

struct user_page_view {
    struct user_view user;
    struct user_desk_list desks;
    struct user_paper_view paper;
    const char *post_path;
    const char *password_path;
    const char *back_path;
};

#endif
