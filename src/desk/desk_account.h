/*
 * Log-in and sessions: factors that were right become a session, a session gets a post.
 * Guessing is slowed down and hashes are computed by the door, before these are called.
 */
#ifndef KASANE_DESK_ACCOUNT_H
#define KASANE_DESK_ACCOUNT_H

#include "../base/crypt.h"
#include "../base/outcome.h"
#include "../view/frame_view.h"

/* What the first factor is checked against. */
struct account_check {
    bool found;
    struct account_id id;
    const char *login;
    const char *password; /* its hash */
};

/* How far a session has come. */
enum entry { ENTRY_TOTP, ENTRY_PASSWORD, ENTRY_POST, ENTRY_OPEN };

/* Finds the account of a log-in name; found is false for an unknown one. */
bool
desk_account_find(struct ctx *c, const char *login, struct account_check *out) MUST_USE;
bool desk_account_by_id(struct ctx *c,
                        struct account_id id,
                        struct account_check *out) MUST_USE;

/* Says whether the account has logged in at this terminal before; NULL: no terminal. */
bool desk_account_terminal(struct ctx *c,
                           const char *login,
                           const char *terminal,
                           bool *known) MUST_USE;

/* Remembers the terminal for the account. */
bool desk_account_know_terminal(struct ctx *c,
                                struct account_id id,
                                const char *terminal) MUST_USE;

/*
 * Opens a session after the password was right. token: what the browser keeps. Where the
 * account has no second factor the municipality must be a demo; else DENIED.
 */
bool desk_account_enter(struct ctx *c,
                        struct account_id id,
                        const char **token,
                        enum entry *entry) MUST_USE;

/*
 * Takes the one-time code of a session that waits for it, and gives it a new token. RULE
 * with a Japanese sentence for a wrong or used one.
 */
bool desk_account_code(struct ctx *c,
                       struct session_id session,
                       struct account_id id,
                       const char *code,
                       const char **token,
                       enum entry *entry) MUST_USE;

/* Acts as another post of the account, under a new token. */
bool desk_account_take_post(struct ctx *c,
                            struct session_id session,
                            struct account_id id,
                            struct post_id post,
                            const char **token) MUST_USE;

/* The posts that the account holds now; present: the one acted in. */
bool desk_account_posts(struct ctx *c,
                        struct account_id id,
                        struct post_id present,
                        struct post_choice_list *out) MUST_USE;

bool desk_account_leave(struct ctx *c, struct session_id session) MUST_USE;
bool desk_account_size(struct ctx *c, struct session_id session, int size) MUST_USE;

/*
 * Sets a new password's hash and ends all other sessions. Where the old one was given by
 * somebody else, this is where the account comes in: entry says how far.
 */
bool desk_account_password(struct ctx *c,
                           struct account_id id,
                           struct session_id session,
                           const char *hash,
                           const char **token,
                           enum entry *entry) MUST_USE;

#endif
