/*
 * Words in what was written down: kept folded beside each record, looked for within the
 * viewer's own.
 */
#ifndef KASANE_DESK_WORDS_H
#define KASANE_DESK_WORDS_H

#include "../policy/search_view.h"
#include "gen/sql.h"

/* Keeps the words of a record, or puts them in step after a correction. Texts end with NULL. */
bool desk_keep_words(struct ctx *c,
                     const struct sql_record_text_put_in *in,
                     const char *const *texts) MUST_USE;

/* Finds records of the viewer's desk by at least two letters, newest first. */
bool
desk_find_words(struct ctx *c, const char *typed, struct search_view *out) MUST_USE;

#endif
