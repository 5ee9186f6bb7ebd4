#include "likeness.h"

#include "../base/buf.h"
#include "../base/name_key.h"
#include "../base/text.h"
#include "about_day.h"
#include "search_key.h"

#include <string.h>

/* What each reason is worth, in points of a hundred. */
enum {
    NAME = 50,
    SHAPE = 48,
    SIMILAR = 42,
    READING = 42,
    OTHER_NAME = 40,
    FAMILY = 12,
    GIVEN = 12,
    BIRTH = 35,
    BIRTH_APART = -25,
    AGE = 15,
    AGE_ABOUT = 6,
    AGE_APART = -30,
    PLACE = 25,
    TOWN = 10,
    PHONE = 40,
    GIVEN_APART = -40
};

/* The family name and the given one; a name without a space is all family. */
struct halves {
    const char *family;
    const char *given;
};

static struct halves
halves_of(struct arena *mem, const char *name)
{
    const char *line = text_line(mem, name);
    const char *space = strchr(line, ' ');

    if (!space)
        return (struct halves){ line, "" };
    return (struct halves){ arena_copy(mem, line, (size_t)(space - line)), space + 1 };
}

static const char *
without_spaces(struct arena *mem, const char *s)
{
    struct buf b = buf_new(mem);

    while (*s) {
        const int32_t cp = text_next(&s);

        if (!text_is_space(cp))
            text_put(&b, cp);
    }
    return buf_text(&b);
}

static bool
same_text(const char *a, const char *b)
{
    return *a && strcmp(a, b) == 0;
}

static bool
same_key(struct arena *mem, const char *a, const char *b, enum name_strength strength)
{
    return same_text(name_key(mem, a, strength), name_key(mem, b, strength));
}

/* The reading of somebody: the kana, or a name that has no ideograph. */
static const char *
reading_of(const struct like_person *p)
{
    if (*p->kana)
        return p->kana;
    return name_has_ideograph(p->name) ? "" : p->name;
}

/* Readings in kana keep their long vowels; one in Latin letters cannot. */
static bool
same_sound(struct arena *mem, const char *a, const char *b)
{
    const char *x = without_spaces(mem, a);
    const char *y = without_spaces(mem, b);

    if (!*x || !*y)
        return false;
    if (name_is_latin(x) || name_is_latin(y))
        return same_text(name_key_romaji(mem, x), name_key_romaji(mem, y));
    return same_text(name_key_kana(mem, x), name_key_kana(mem, y));
}

/* The part of a name with the same strength of key, for names of which a half is kana. */
static bool
same_half(struct arena *mem, const char *a, const char *b)
{
    if (!*a || !*b)
        return false;
    if (same_key(mem, a, b, NAME_SIMILAR))
        return true;
    return !name_has_ideograph(a) && !name_has_ideograph(b) && same_sound(mem, a, b);
}

static void
put(struct likeness *l, enum like_why why, int points)
{
    l->why |= LIKE_BIT(why);
    l->points += points;
}

/* Whether one of the others' names is a name, a half of one, or its reading. */
static bool
named_so(struct arena *mem, const char *others, const struct like_person *p)
{
    const struct halves name = halves_of(mem, p->name);

    while (others && *others) {
        const char *one = search_key_next(mem, &others);

        if (!*one)
            continue;
        if (same_half(mem, one, p->name) || same_half(mem, one, name.given)
            || same_half(mem, one, name.family) || same_sound(mem, one, reading_of(p)))
            return true;
    }
    return false;
}

/* The halves of both names, each written or read; -1 apart, 0 not known, 1 alike. */
static int
half(struct arena *mem,
     const struct like_person *a,
     const struct like_person *b,
     bool given)
{
    const struct halves an = halves_of(mem, a->name);
    const struct halves bn = halves_of(mem, b->name);
    const struct halves ar = halves_of(mem, reading_of(a));
    const struct halves br = halves_of(mem, reading_of(b));
    const char *aw = given ? an.given : an.family;
    const char *bw = given ? bn.given : bn.family;
    const char *as = given ? ar.given : ar.family;
    const char *bs = given ? br.given : br.family;

    if (same_half(mem, aw, bw) || same_sound(mem, as, bs))
        return 1;
    if (*as && *bs)
        return -1;
    return *aw && *bw && name_has_ideograph(aw) && name_has_ideograph(bw) ? -1 : 0;
}

static void
compare_names(struct arena *mem,
              const struct like_person *a,
              const struct like_person *b,
              struct likeness *l)
{
    const char *an = without_spaces(mem, a->name);
    const char *bn = without_spaces(mem, b->name);
    int family;
    int given;

    if (same_text(an, bn))
        put(l, LIKE_NAME, NAME);
    else if (same_key(mem, an, bn, NAME_SAME))
        put(l, LIKE_SHAPE, SHAPE);
    else if (same_key(mem, an, bn, NAME_SIMILAR))
        put(l, LIKE_SIMILAR, SIMILAR);
    if (same_sound(mem, reading_of(a), reading_of(b)))
        put(l, LIKE_READING, l->points ? 5 : READING);
    if (l->points)
        return;
    if (named_so(mem, a->others, b) || named_so(mem, b->others, a)) {
        put(l, LIKE_OTHER_NAME, OTHER_NAME);
        return;
    }
    family = half(mem, a, b, false);
    given = half(mem, a, b, true);
    if (family > 0 && given > 0) /* one half written alike, the other read alike */
        put(l, LIKE_READING, READING);
    else if (family > 0)
        put(l, LIKE_FAMILY_NAME, given < 0 ? FAMILY + GIVEN_APART : FAMILY);
    else if (given > 0)
        put(l, LIKE_GIVEN_NAME, GIVEN);
}

static void
compare_ages(const struct like_person *a,
             const struct like_person *b,
             struct likeness *l)
{
    int apart;

    if (day_known(a->birth) && day_known(b->birth)) {
        if (a->birth.n == b->birth.n) {
            put(l, LIKE_BIRTH, BIRTH);
            return;
        }
        l->points += BIRTH_APART; /* one of them may be a slip */
    }
    if (a->age_least < 0 || b->age_least < 0)
        return;
    apart = a->age_least > b->age_most   ? a->age_least - b->age_most
            : b->age_least > a->age_most ? b->age_least - a->age_most
                                         : 0;
    if (apart <= 2)
        put(l, LIKE_AGE, AGE);
    else if (apart <= 5)
        put(l, LIKE_AGE, AGE_ABOUT);
    else if (apart > 9)
        l->points += AGE_APART;
}

/* The part of an address before its first number: 栗原 of 栗原3-2. */
static const char *
town_of(struct arena *mem, const char *place)
{
    return arena_copy(mem, place, strcspn(place, "0123456789-"));
}

/* 栗原3-2 is the same house as 栗原3-2-1: one says which door. */
static bool
same_house(const char *whole, const char *part)
{
    const size_t n = strlen(part);
    const char *number = strpbrk(part, "0123456789");

    return number && strchr(number, '-') && strncmp(whole, part, n) == 0
           && (whole[n] == '\0' || whole[n] == '-');
}

static void
compare_places(struct arena *mem,
               const struct like_person *a,
               const struct like_person *b,
               struct likeness *l)
{
    const char *ap = search_key_place(mem, name_key(mem, a->place, NAME_SIMILAR));
    const char *bp = search_key_place(mem, name_key(mem, b->place, NAME_SIMILAR));
    const char *at = town_of(mem, ap);
    const char *bt = town_of(mem, bp);

    if (same_house(ap, bp) || same_house(bp, ap))
        put(l, LIKE_PLACE, PLACE);
    else if (same_text(at, bt)
             || (*at && *bt
                 && (strncmp(ap, bt, strlen(bt)) == 0
                     || strncmp(bp, at, strlen(at)) == 0)))
        put(l, LIKE_TOWN, TOWN);
}

static const char *
digits(struct arena *mem, const char *s)
{
    struct buf b = buf_new(mem);

    for (s = text_fold(mem, s); *s; s++)
        if (*s >= '0' && *s <= '9')
            buf_char(&b, *s);
    return buf_text(&b);
}

struct likeness
like(struct arena *mem, const struct like_person *a, const struct like_person *b)
{
    struct likeness l = { 0, 0 };
    const char *ad = digits(mem, a->phone);

    compare_names(mem, a, b, &l);
    compare_ages(a, b, &l);
    compare_places(mem, a, b, &l);
    if (strlen(ad) >= 9 && strcmp(ad, digits(mem, b->phone)) == 0)
        put(&l, LIKE_PHONE, PHONE);
    if (!*a->name && !*a->kana && (l.why & LIKE_BIT(LIKE_AGE))
        && (l.why & (LIKE_BIT(LIKE_TOWN) | LIKE_BIT(LIKE_PLACE))))
        l.points += 15; /* 栗原の80代の女性: all that is known of somebody fits */
    else if (!*b->name && !*b->kana && (l.why & LIKE_BIT(LIKE_AGE))
             && (l.why & (LIKE_BIT(LIKE_TOWN) | LIKE_BIT(LIKE_PLACE))))
        l.points += 15;
    return l;
}

const char *
like_text(struct arena *mem, uint32_t why)
{
    static const char *const TEXTS[LIKE_WHY_N] = {
        [LIKE_NAME] = "名前が同じ",
        [LIKE_SHAPE] = "名前が同じ（異体字）",
        [LIKE_SIMILAR] = "名前が似た字",
        [LIKE_READING] = "よみが同じ",
        [LIKE_OTHER_NAME] = "ほかの名前が同じ",
        [LIKE_FAMILY_NAME] = "姓が同じ",
        [LIKE_GIVEN_NAME] = "名が同じ",
        [LIKE_BIRTH] = "生年月日が同じ",
        [LIKE_AGE] = "年が近い",
        [LIKE_PLACE] = "住所が同じ",
        [LIKE_TOWN] = "町が同じ",
        [LIKE_PHONE] = "電話が同じ",
    };
    struct buf b = buf_new(mem);

    for (int i = 0; i < LIKE_WHY_N; i++)
        if (why & LIKE_BIT(i))
            buf_printf(&b, "%s%s", b.n ? "・" : "", TEXTS[i]);
    return buf_text(&b);
}

void
like_ages(struct arena *mem,
          struct like_person *p,
          const char *birth_words,
          int64_t age,
          bool age_given,
          struct day today)
{
    const struct about_day birth = about_birth_read(mem, birth_words, today);

    p->birth = (struct day){ DAY_NONE };
    p->age_least = p->age_most = -1;
    if (day_known(birth.first)) {
        if (birth.first.n == birth.last.n)
            p->birth = birth.first;
        p->age_least = age_on(birth.last, today);
        p->age_most = age_on(birth.first, today);
    } else if (age_given) {
        p->age_least = (int)age;
        p->age_most = (int)age;
    }
}
