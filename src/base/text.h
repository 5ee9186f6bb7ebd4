/*
 * Text as people type it: UTF-8 checks, counting, trimming and the folded form that search
 * compares. Escaping is in esc.h.
 */
#ifndef KASANE_BASE_TEXT_H
#define KASANE_BASE_TEXT_H

#include "buf.h"

#include <stdbool.h>
#include <stdint.h>

/* Says whether n bytes are well-formed UTF-8 without NUL. */
bool text_valid(const char *p, size_t n);

/* Counts the characters (code points) of valid UTF-8. */
size_t text_length(const char *s);

/*
 * Returns the text as it is kept: line ends made \n, control characters but \n and tab left
 * out, white space (also the wide one) cut at both ends. Variation selectors stay.
 */
const char *text_clean(struct arena *mem, const char *s);

/* As text_clean(), with every run of white space made one space: for one-line fields. */
const char *text_line(struct arena *mem, const char *s);

/*
 * Returns the folded form that search compares: NFKC, case folded, katakana made hiragana,
 * spaces, variation selectors and middle dots left out.
 */
const char *text_fold(struct arena *mem, const char *s);

/* Takes the next code point of valid UTF-8 and moves behind it; 0 at the end. */
int32_t text_next(const char **s);

/* Adds a code point. */
void text_put(struct buf *b, int32_t cp);

/* Says whether the code point is white space, also the wide and the invisible ones. */
bool text_is_space(int32_t cp);

/* Returns at most n characters of the text, with … behind them when some were cut. */
const char *text_cut(struct arena *mem, const char *s, size_t n);

/* Says whether the two strings are the same; NULL equals only NULL. */
bool text_same(const char *a, const char *b);

/* Reads a whole decimal number from min to max; false for anything else. */
bool text_int(const char *s, int64_t min, int64_t max, int64_t *out) MUST_USE;

#endif
