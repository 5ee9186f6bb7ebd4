/*
 * Keys of Japanese names: two names that are ways of writing one name have one key. For
 * search and for offering candidates; what a person wrote is kept beside, unchanged.
 *
 * Letters stand for others by a table made at build time (tools/kgen/kgen_names.c).
 */
#ifndef KASANE_BASE_NAME_KEY_H
#define KASANE_BASE_NAME_KEY_H

#include "arena.h"

#include <stdbool.h>

enum name_strength {
    NAME_SAME, /* shapes of one letter: 髙 高, 邊 辺; ヶ ケ */
    NAME_SIMILAR, /* written for one another: 斎 斉; ヶ が, 之 の, 々; kana by their sound */
};

/*
 * Returns the key of a name as it is written. Width, case, variation selectors, spaces and
 * middle dots do not count.
 */
const char *name_key(struct arena *mem, const char *name, enum name_strength strength);

/*
 * Returns the key of a reading: hiragana without voicing marks, small kana made large, long
 * vowels written alike, each word by itself; letters that are not kana stay.
 * Source: 清音化 as in searches of the family and residents' registers.
 */
const char *name_key_kana(struct arena *mem, const char *kana);

/*
 * Returns the key of a reading in Latin letters, Hepburn or Kunrei, or of the same in kana:
 * without voicing, doubled consonants or long vowels, so "ohashi", "oohashi" and おおはし have
 * one key. Letters that are neither stay.
 */
const char *name_key_romaji(struct arena *mem, const char *reading);

/* Says whether the name has an ideograph; whether all of it can be typed as Latin letters. */
bool name_has_ideograph(const char *name);
bool name_is_latin(const char *name);

#endif
