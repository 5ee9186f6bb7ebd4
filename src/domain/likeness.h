/*
 * How alike two people are by what is known of them, and why. For offering candidates to a
 * person who decides; nothing is ever joined by it. Pure.
 */
#ifndef KASANE_DOMAIN_LIKENESS_H
#define KASANE_DOMAIN_LIKENESS_H

#include "../base/arena.h"
#include "../base/day.h"

#include <stdbool.h>

enum like_why {
    LIKE_NAME,        /* as it is written */
    LIKE_SHAPE,       /* other shapes of the same letters: 髙橋, 高橋 */
    LIKE_SIMILAR,     /* letters written for one another: 斎藤, 斉藤 */
    LIKE_READING,     /* the whole reading, in kana or in Latin letters */
    LIKE_OTHER_NAME,  /* an old name or a nickname */
    LIKE_FAMILY_NAME, /* the family name alone */
    LIKE_GIVEN_NAME,  /* the given name alone */
    LIKE_BIRTH,
    LIKE_AGE,
    LIKE_PLACE, /* the same address */
    LIKE_TOWN,  /* the same part of the town */
    LIKE_PHONE,
    LIKE_WHY_N
};

#define LIKE_BIT(why) (UINT32_C(1) << (why))

struct like_person {
    const char *name;
    const char *kana;
    const char *others; /* as in search_person; NULL for none */
    const char *place;
    const char *phone;
    struct day birth; /* only when it is exact */
    int age_least;    /* -1 when nothing is known */
    int age_most;
};

struct likeness {
    int points; /* 100 is as good as certain; below LIKE_OFFER it is not worth showing */
    uint32_t why;
};

enum { LIKE_OFFER = 35, LIKE_SURE = 80 };

/* Compares; the same in either direction. Source: weights tried against tests/names/. */
struct likeness
like(struct arena *mem, const struct like_person *a, const struct like_person *b);

/* "よみが同じ・年が近い・町が同じ" */
const char *like_text(struct arena *mem, uint32_t why);

/* Fills the ages from what was said: an age in years or words of a birth ("80代"). */
void like_ages(struct arena *mem,
               struct like_person *p,
               const char *birth_words,
               int64_t age,
               bool age_given,
               struct day today);

#endif
