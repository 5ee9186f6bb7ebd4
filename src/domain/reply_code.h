/*
 * The code on a printed つなぐシート by which the desk that sent it keys in what came back on
 * paper: "K7M-4PQ-2RX", eight characters that are not taken for one another and one that
 * checks them. Not what it belongs to: that is the store's.
 */
#ifndef KASANE_DOMAIN_REPLY_CODE_H
#define KASANE_DOMAIN_REPLY_CODE_H

#include "../base/arena.h"

enum { REPLY_CODE_RANDOM = 8 }; /* bytes that a code is made of */

/* Returns the code for random bytes, as it is printed. */
const char *
reply_code(struct arena *mem, const unsigned char random[REPLY_CODE_RANDOM]);

/*
 * Returns the code as it is printed when the text is one, else NULL: a wrong length, a letter
 * that no code has, or a check that fails. Width, case, spaces and strokes do not matter.
 */
const char *reply_code_read(struct arena *mem, const char *text);

#endif
