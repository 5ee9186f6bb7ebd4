/*
 * What the kinds of kgen share when they read names and write C: names, string literals,
 * #line marks. Not for the grammar of any one kind.
 */
#ifndef KASANE_TOOLS_KGEN_TEXT_H
#define KASANE_TOOLS_KGEN_TEXT_H

#include "kgen.h"

/* Says whether the text is a name: a small letter, then small letters, digits and _. */
bool kgen_is_name(const char *s);

/* Says whether the n characters at s are a name in that sense. */
bool kgen_is_name_n(const char *s, size_t n);

/* Appends the n bytes as a C string literal with its quotes. */
void kgen_quote_n(struct buf *b, const char *s, size_t n);
void kgen_quote(struct buf *b, const char *s);

/* Appends a #line mark, so that the compiler names the source's own line. */
void kgen_mark(struct buf *b, int line, const char *path);

/* Splits off the first word and returns the trimmed rest; "" when there is none. */
char *kgen_rest(char *s);

#endif
