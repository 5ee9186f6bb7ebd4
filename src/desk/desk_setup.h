/*
 * Setting a municipality up and keeping its register of desks and people: what the
 * administrator does before anybody works.
 */
#ifndef KASANE_DESK_SETUP_H
#define KASANE_DESK_SETUP_H

#include "../base/id.h"
#include "gen/enums.h"

/*
 * Takes a profile into force as its next version and makes agencies and desks of what it
 * states. INPUT with file, line and cause when it is bad; nothing is changed then.
 */
bool desk_setup_profile(struct ctx *c, const char *file, const char *text) MUST_USE;

/* Somebody who is to use the system, with the first post. */
struct new_user {
    const char *login;
    const char *name;
    const char *password_hash;
    const unsigned char *totp_secret; /* CRYPT_TOTP_SECRET_LEN bytes; NULL: none */
    const char *desk;                 /* code of a desk */
    enum post_role role;
    enum post_kind kind;
    const char *title;
    int64_t from_at;  /* 0: now */
    int64_t until_at; /* 0: the end of the fiscal year. Source: design section 5 */
};

/* Adds an account with a post; INPUT names the field to mend. */
bool
desk_setup_user(struct ctx *c, const struct new_user *u, struct post_id *post) MUST_USE;

/* Adds a post to an account that exists. */
bool
desk_setup_post(struct ctx *c, const struct new_user *u, struct post_id *post) MUST_USE;

/* Adds a key for a machine that acts as the post; token is shown once. */
bool desk_setup_token(struct ctx *c,
                      struct post_id post,
                      const char *name,
                      const char **token) MUST_USE;

/* Marks the municipality as a demo: invented data, log-in without a second factor. */
bool desk_setup_demo(struct ctx *c) MUST_USE;

#endif
