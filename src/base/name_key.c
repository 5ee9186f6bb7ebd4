#include "name_key.h"

#include "gen/names.h"

#include "text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { KANA_FIRST = 0x3041, KANA_LAST = 0x3096, KANA_BYTES = 3 };

enum {
    KANA_KA = 0x304b,
    KANA_GA = 0x304c,
    KANA_KE = 0x3051,
    KANA_SMALL_TSU = 0x3063,
    KANA_TSU = 0x3064,
    KANA_NO = 0x306e,
    KANA_VU = 0x3094,
    KANA_SMALL_KA = 0x3095,
    KANA_SMALL_KE = 0x3096,
    SAME_AGAIN = 0x3005, /* 々 */
    LONG_MARK = 0x30fc,
};

/* What each hiragana from ぁ to ゖ becomes: large and without its voicing mark. */
static const char SOUND[] =
    "ああいいううええおおかかききくくけけここささししすすせせそそたた"
    "ちしつつすててととなにぬねのはははひひひふふふへへへほほほまみむめ"
    "もややゆゆよよらりるれろわわいえおんふかけ";

/* The vowel that each ends with. */
static const char VOWEL[] =
    "aaiiuueeooaaiiuueeooaaiiuueeooaaiiuuueeooaiueoaaaiiiuuueeeooo"
    "aiueoaauuooaiueoaaieo-uae";

/* What it begins with: the consonant of its row, space for none. */
static const char ROW[] = "          kkkkkkkkkksssssssssstttsttsttttnnnnn"
                          "hhhhhhhhhhhhhhhmmmmmyyyyyyrrrrrww   nhkk";

_Static_assert(sizeof SOUND - 1 == (KANA_LAST - KANA_FIRST + 1) * KANA_BYTES,
               "all kana");
_Static_assert(sizeof VOWEL - 1 == KANA_LAST - KANA_FIRST + 1, "all kana");
_Static_assert(sizeof ROW - 1 == KANA_LAST - KANA_FIRST + 1, "all kana");

static bool
is_kana(int32_t cp)
{
    return cp >= KANA_FIRST && cp <= KANA_LAST;
}

static bool
is_ideograph(int32_t cp)
{
    return (cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0xf900 && cp <= 0xfaff)
           || (cp >= 0x20000 && cp <= 0x3ffff);
}

static bool
is_small_vowel(int32_t cp)
{
    return cp >= KANA_FIRST && cp <= 0x3049 && (cp & 1);
}

/* Looks at the next code point without taking it. */
static int32_t
peek(const char *s)
{
    return text_next(&s);
}

static bool
is_long_mark(int32_t cp)
{
    return cp == LONG_MARK || cp == '-' || (cp >= 0x2010 && cp <= 0x2015)
           || cp == 0x2212;
}

static char
vowel_of(int32_t kana)
{
    return is_kana(kana) ? VOWEL[kana - KANA_FIRST] : '-';
}

static int32_t
vowel_kana(char vowel)
{
    switch (vowel) {
    case 'a':
        return 0x3042;
    case 'i':
        return 0x3044;
    case 'u':
        return 0x3046;
    case 'e':
        return 0x3048;
    case 'o':
        return 0x304a;
    default:
        return 0;
    }
}

static int32_t
sound_of(int32_t kana)
{
    const char *at = SOUND + (size_t)(kana - KANA_FIRST) * KANA_BYTES;

    return text_next(&at);
}

/* おう and えい are heard as おお and ええ; a long mark repeats the vowel before it. */
static int32_t
heard(int32_t cp, int32_t before)
{
    const char v = vowel_of(before);

    if (is_long_mark(cp) && v != '-')
        return vowel_kana(v);
    if (is_long_mark(cp) && is_kana(before))
        return 0;
    if (cp == vowel_kana('u') && v == 'o')
        return vowel_kana('o');
    if (cp == vowel_kana('i') && v == 'e')
        return vowel_kana('e');
    if ((cp == 0x309d || cp == 0x309e || cp == 0x30fd || cp == 0x30fe)
        && is_kana(before))
        return before;
    if (cp == 0x3099 || cp == 0x309a)
        return 0;
    return is_kana(cp) ? sound_of(cp) : cp;
}

/* ヴァ is heard as ば, and so on: は-row by the small vowel behind. */
static int32_t
heard_vu(const char **s)
{
    switch (peek(*s)) {
    case 0x3041:
        text_next(s);
        return 0x306f;
    case 0x3043:
        text_next(s);
        return 0x3072;
    case 0x3047:
        text_next(s);
        return 0x3078;
    case 0x3049:
        text_next(s);
        return 0x307b;
    default:
        return 0x3075;
    }
}

static bool
is_digit(int32_t cp)
{
    return cp >= '0' && cp <= '9';
}

/* A dash before a number is no long mark. */
static void
put_sounds(struct buf *out, const char *s)
{
    int32_t before = 0;

    while (*s) {
        int32_t cp = text_next(&s);

        if (cp == KANA_VU)
            cp = heard_vu(&s);
        else if (cp == LONG_MARK || !is_long_mark(cp) || !is_digit(peek(s)))
            cp = heard(cp, before);
        if (!cp)
            continue;
        text_put(out, cp);
        before = cp;
    }
}

static int
by_letter(const void *key, const void *entry)
{
    const uint32_t cp = *(const uint32_t *)key;
    const struct name_variant *v = entry;

    return (cp > v->letter) - (cp < v->letter);
}

static int32_t
shape_of(int32_t cp, enum name_strength strength)
{
    const uint32_t key = (uint32_t)cp;
    const struct name_variant *v =
        bsearch(&key, name_variants, NAME_VARIANTS_N, sizeof *v, by_letter);

    if (!v)
        return cp;
    return (int32_t)(strength == NAME_SAME ? v->same : v->similar);
}

/* The letters that join two ideographs are written in several ways: 袖ヶ浦, 袖ケ浦, 袖が浦. */
static int32_t
joint_of(int32_t cp, bool within, enum name_strength strength)
{
    const bool small_ke = cp == KANA_SMALL_KE || cp == KANA_SMALL_KA;
    const bool ke = cp == KANA_KE || cp == KANA_GA || cp == KANA_KA;

    if (cp == KANA_SMALL_TSU)
        return KANA_TSU;
    if (strength == NAME_SAME)
        return small_ke ? KANA_KE : cp;
    if (small_ke || (ke && within))
        return KANA_KA;
    return cp == 0x4e4b || cp == 0x4e43 ? KANA_NO : cp;
}

static void
put_shapes(struct buf *out, const char *s, enum name_strength strength)
{
    int32_t before = 0;

    while (*s) {
        int32_t cp = text_next(&s);
        const bool inside = is_ideograph(before);

        if (inside)
            cp = joint_of(cp, is_ideograph(peek(s)), strength);
        if (cp == SAME_AGAIN && inside && strength == NAME_SIMILAR)
            cp = before;
        else if (is_ideograph(cp))
            cp = shape_of(cp, strength);
        text_put(out, cp);
        before = cp;
    }
}

/* Cuts off the next word of the text; NULL at the end. */
static const char *
word(struct arena *mem, const char **s)
{
    const char *begin;
    const char *end;

    while (text_is_space(peek(*s)))
        text_next(s);
    begin = end = *s;
    while (*end && !text_is_space(peek(end)))
        text_next(&end);
    *s = end;
    return end == begin ? NULL
                        : text_fold(mem, arena_copy(mem, begin, (size_t)(end - begin)));
}

const char *
name_key(struct arena *mem, const char *name, enum name_strength strength)
{
    struct buf out = buf_new(mem);
    const char *w;

    while ((w = word(mem, &name))) {
        struct buf shapes = buf_new(mem);

        put_shapes(&shapes, w, strength);
        if (strength == NAME_SAME)
            buf_str(&out, buf_text(&shapes));
        else
            put_sounds(&out, buf_text(&shapes));
    }
    return buf_text(&out);
}

const char *
name_key_kana(struct arena *mem, const char *kana)
{
    struct buf out = buf_new(mem);
    const char *w;

    while ((w = word(mem, &kana)))
        put_sounds(&out, w);
    return buf_text(&out);
}

static bool
is_vowel(char ch)
{
    return ch && strchr("aiueo", ch);
}

static bool
is_consonant(char ch)
{
    return ch >= 'a' && ch <= 'z' && !is_vowel(ch);
}

static char
last(const struct buf *b)
{
    return b->n ? b->p[b->n - 1] : '\0';
}

/* Kana as Latin letters, so far as the key of Latin letters keeps them apart. */
static void
put_latin(struct buf *out, int32_t cp)
{
    if (cp == KANA_SMALL_TSU)
        return;
    if (is_small_vowel(cp) && is_vowel(last(out)))
        out->n--;
    if (ROW[cp - KANA_FIRST] != ' ')
        buf_char(out, ROW[cp - KANA_FIRST]);
    if (vowel_of(cp) != '-')
        buf_char(out, vowel_of(cp));
}

static const char *
latin(struct arena *mem, const char *s)
{
    struct buf out = buf_new(mem);

    for (s = text_fold(mem, s); *s;) {
        int32_t cp = text_next(&s);
        int32_t parts[8] = { cp };

        if (is_kana(cp)) {
            put_latin(&out, cp);
            continue;
        }
        if (cp >= 0xc0 && cp < 0x250)
            utf8proc_decompose_char(cp, parts, 8, UTF8PROC_DECOMPOSE, NULL);
        if (parts[0] != LONG_MARK && parts[0] != '\'' && parts[0] != '-'
            && parts[0] != 0x2019 && parts[0] != '.')
            text_put(&out, parts[0]);
    }
    return buf_text(&out);
}

/* The consonant that stands for a family of them. */
static char
row_of(char ch)
{
    static const char FROM[] = "gqzjdbpvfl";
    static const char TO[] = "kksstHHHHr";
    const char *at = ch ? strchr(FROM, ch) : NULL;
    const char to = at ? TO[at - FROM] : ch;

    return to == 'H' ? 'h' : to;
}

/* sha, cha, ja are siya, tiya, siya; she and shi need no glide. */
static void
put_glide(struct buf *out, char row, char next)
{
    buf_char(out, row);
    if (next == 'a' || next == 'u' || next == 'o')
        buf_lit(out, "iy");
}

/* Puts the consonant at s[0] and returns how many letters it took. */
static size_t
put_consonant(struct buf *out, const char *s)
{
    const char ch = s[0];
    const char next = s[1];

    if ((ch == 'm' && next && strchr("bpm", next))) {
        buf_char(out, 'n');
        return 1;
    }
    if (ch == next || (ch == 't' && next == 'c') || (ch == 'd' && next == 'z'))
        return 1;
    if ((ch == 's' || ch == 'c') && next == 'h') {
        put_glide(out, ch == 's' ? 's' : 't', s[2]);
        return 2;
    }
    if (ch == 'j') {
        const size_t took = next == 'y' ? 2 : 1;

        put_glide(out, 's', s[took]);
        return took;
    }
    if ((ch == 't' && (next == 's' || next == 'h')) || (ch == 'p' && next == 'h')) {
        buf_char(out, row_of(ch));
        return 2;
    }
    if (ch == 'c')
        buf_char(out, next == 'e' || next == 'i' || next == 'y' ? 's' : 'k');
    else if (ch == 'd' && next == 'u')
        buf_char(out, 's');
    else if (ch != 'w' || next == 'a')
        buf_char(out, row_of(ch));
    return 1;
}

static bool
lengthens(char before, const char *s)
{
    if (is_vowel(*s))
        return before == *s || (before == 'o' && *s == 'u');
    return *s == 'h' && (before == 'o' || before == 'u') && !is_vowel(s[1]);
}

const char *
name_key_romaji(struct arena *mem, const char *reading)
{
    struct buf out = buf_new(mem);

    for (const char *s = latin(mem, reading); *s;) {
        if (lengthens(last(&out), s)) {
            s++;
        } else if (*s == 'y') {
            buf_str(&out, is_consonant(last(&out)) ? "iy" : "y");
            s++;
        } else if (is_consonant(*s)) {
            s += put_consonant(&out, s);
        } else {
            buf_char(&out, *s++);
        }
    }
    return buf_text(&out);
}

bool
name_has_ideograph(const char *name)
{
    while (*name)
        if (is_ideograph(text_next(&name)))
            return true;
    return false;
}

bool
name_is_latin(const char *name)
{
    bool letter = false;

    while (*name) {
        int32_t cp = text_next(&name);

        if (cp >= 0xff21 && cp <= 0xff5a)
            cp -= 0xfee0;
        if (cp >= 0x250 && cp != 0x2019 && !text_is_space(cp))
            return false;
        letter = letter || (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
    }
    return letter;
}
