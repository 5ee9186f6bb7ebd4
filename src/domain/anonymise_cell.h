/*
 * A text cut into letters for looking up who is named in it: each letter with the bytes it was
 * written with, what it is in one plain shape, and the key under which ways of writing one name
 * meet. Only anonymise*.c include this.
 */
#ifndef KASANE_DOMAIN_ANONYMISE_CELL_H
#define KASANE_DOMAIN_ANONYMISE_CELL_H

#include "../base/arena.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cell {
    const char *s; /* as written, n bytes: with the marks that belong to it */
    size_t n;
    int32_t raw;     /* the code point as written */
    int32_t cp;      /* of one width; katakana stays */
    const char *key; /* hiragana for katakana, one letter for its variants */
};

struct cells {
    struct cell *v; /* n of them; v[n] is empty with cp 0 */
    size_t n;
    size_t cap;
};

/* Cuts the text. Half-width kana and its voicing mark are one cell. */
void cells_of(struct arena *mem, const char *text, struct cells *out);

bool cell_is_kanji(const struct cell *c);
bool cell_is_kana(const struct cell *c); /* either kind, and the long mark */
bool cell_is_katakana(const struct cell *c);
bool cell_is_latin(const struct cell *c);
bool cell_is_space(const struct cell *c);
bool cell_is_dash(const struct cell *c);

/* A digit of any width, or -1; with kanji: 〇 and 一 to 九 too. */
int cell_digit(const struct cell *c, bool kanji);

/* How many cells the word takes that stands there; 0 when it does not. */
size_t cells_word(const struct cells *t, size_t i, const char *word);

/* As cells_word(), of the first among n words that stands there. */
size_t cells_any(const struct cells *t, size_t i, const char *const *words, size_t n);

#endif
