/*
 * Takes out of a text what says who somebody is: names that are known become letters, days
 * become seasons, ages become bands, addresses, telephones and numbers become a mark. What
 * may still give a person away is listed for whoever prepares the papers. Pure.
 */
#ifndef KASANE_DOMAIN_ANONYMISE_H
#define KASANE_DOMAIN_ANONYMISE_H

#include "../base/arena.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * A person who is known: all ways in which the name may be written become one letter, also
 * with variants of its 漢字, with spaces between its letters, and shortened before a title.
 */
struct known_person {
    const char *name; /* "試験 花枝": whole in both orders, and each part */
    const char *kana; /* also as half-width kana and in Latin letters */
    const char
        *others; /* former names and what people call somebody, parted by 、; or NULL */
    const struct known_person *also; /* a second record of the same person; or NULL */
};

struct known_persons {
    const struct known_person *v;
    size_t n;
    const char *const
        *places; /* addresses, telephones, numbers that are known as such */
    size_t n_places;
};

/* What stays that somebody should look at, in the order of the text; "" ends no list. */
struct residues {
    const char **v;
    size_t n;
    size_t cap;
};

/*
 * Returns the text without what is known of the persons, and without what looks like a
 * telephone, mail or postal address, number of a person or case, day, month or exact age, in
 * any width, in 漢数字 and by either calendar. left: words with a title of respect (さん, 様,
 * 氏, くん, ちゃん) that were not known, and schools, doctors and houses by their names; each
 * once; may be NULL.
 * Source: R-104; 平塚市 実施計画 III-2; practice rule 13.
 */
const char *anonymise(struct arena *mem,
                      const char *text,
                      const struct known_persons *who,
                      struct residues *left);

/*
 * Whether the text names one of the others, who hang on each other by also, in any of those ways
 * of writing. A name that they share with the person itself, as a family name, counts as its own.
 * Source: R-114.
 */
bool anonymise_names_other(struct arena *mem,
                           const char *text,
                           const struct known_person *own,
                           const struct known_person *others);

/* "80代", "10歳未満", or "" when the age is not known (below 0). */
const char *age_band(struct arena *mem, long age);

#endif
