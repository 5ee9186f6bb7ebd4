/*
 * Accounts and posts while the server runs: the administrator's pages. The same acts serve
 * kasane user (desk_setup.h). Source: design section 8; practice rule 4.
 */
#ifndef KASANE_DESK_USER_H
#define KASANE_DESK_USER_H

#include "../base/outcome.h"
#include "../view/users_view.h"
#include "gen/forms.h"

/* Says whether the viewer keeps accounts; DENIED otherwise. */
bool desk_user_allow(struct ctx *c) MUST_USE;

bool desk_users(struct ctx *c, struct users_view *out) MUST_USE;
bool desk_user_show(struct ctx *c,
                    struct account_id id,
                    struct user_page_view *out) MUST_USE;

/* hash: of the password that is on the paper. */
bool desk_user_add(struct ctx *c,
                   const struct form_user_new *f,
                   const char *hash,
                   struct outcome *out) MUST_USE;
bool desk_user_post(struct ctx *c,
                    struct account_id id,
                    const struct form_user_post *f,
                    struct outcome *out) MUST_USE;
bool desk_user_post_end(struct ctx *c,
                        struct post_id id,
                        const struct form_user_post_end *f,
                        struct outcome *out) MUST_USE;

/* Sets a password and ends all sessions of the account. */
bool desk_user_password(struct ctx *c,
                        struct account_id id,
                        const char *hash,
                        struct outcome *out) MUST_USE;

#endif
