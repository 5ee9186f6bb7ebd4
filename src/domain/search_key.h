/*
 * What search compares: the text kept beside each person, the key made of what was typed,
 * and why the two meet. All three fold alike, so they stand here and nowhere else; a key that
 * stands somewhere in the text is a hit.
 */
#ifndef KASANE_DOMAIN_SEARCH_KEY_H
#define KASANE_DOMAIN_SEARCH_KEY_H

#include "../base/arena.h"

/* Why a person was found, the surest first. */
enum search_hit {
    SEARCH_HIT_NONE,
    SEARCH_HIT_NAME,    /* as it is written */
    SEARCH_HIT_SHAPE,   /* in another shape of the same letters: 髙橋, 高橋 */
    SEARCH_HIT_SIMILAR, /* in letters written for one another: 斎藤, 斉藤 */
    SEARCH_HIT_READING, /* by its kana */
    SEARCH_HIT_LATIN,   /* by its kana, typed in Latin letters */
    SEARCH_HIT_PLACE,   /* by the address */
    SEARCH_HIT_OTHER,   /* by an old name or a nickname */
};

struct search_person {
    const char *name;
    const char *kana;
    const char *place;
    const char *others; /* old names, nicknames, parted by 、; NULL for none */
};

/*
 * Returns the text to keep: keys of the name, of its reading in kana and in Latin letters,
 * and of the place, parted by spaces, which no key has.
 */
const char *search_key_text(struct arena *mem, const struct search_person *p);

/* Takes the next of several names off the text, which moves behind it; "" when none is left. */
const char *search_key_next(struct arena *mem, const char **names);

/* Returns the key of what was typed; "" when nothing of it can be compared. */
const char *search_key_query(struct arena *mem, const char *typed);

/* Says why the typed words find the person; NONE when they do not. */
enum search_hit
search_key_why(struct arena *mem, const struct search_person *p, const char *typed);

/*
 * Returns an address as it is compared: 三丁目2番地の１ as 3-2-1, 大字 left out.
 * The letters of the name of the place are not folded here.
 */
const char *search_key_place(struct arena *mem, const char *place);

#endif
