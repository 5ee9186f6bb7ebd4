/*
 * The code on a printed つなぐシート: an agency without an account answers on paper, and the
 * desk that sent keys the answer in. Only desk includes this.
 */
#ifndef KASANE_DESK_REPLY_H
#define KASANE_DESK_REPLY_H

#include "desk_part.h"

/* Gives a hand-over that was just put its code. Without a key file there are no codes. */
bool desk_reply_code_put(struct ctx *c, struct referral_id id) MUST_USE;

/* Sets out to the code to print, or to NULL when there is none to answer with (any more). */
bool desk_reply_code(struct ctx *c, struct referral_id id, const char **out) MUST_USE;

#endif
