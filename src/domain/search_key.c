#include "search_key.h"

#include "../base/buf.h"
#include "../base/name_key.h"
#include "../base/text.h"

#include <string.h>

enum { LONG_MARK = 0x30fc, KANA_NO = 0x306e, KANA_NO_KATA = 0x30ce, TEN = 0x5341 };

static bool
starts(const char *s, const char *with)
{
    return strncmp(s, with, strlen(with)) == 0;
}

/* The digit that the character is, also as an ideograph; -1 for none. */
static int
digit_of(int32_t cp, bool ideographs)
{
    static const int32_t IDEOGRAPHS[] = { 0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db,
                                          0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d };

    if (cp >= '0' && cp <= '9')
        return (int)(cp - '0');
    if (cp >= 0xff10 && cp <= 0xff19)
        return (int)(cp - 0xff10);
    for (int i = 0; ideographs && i < 10; i++)
        if (IDEOGRAPHS[i] == cp)
            return i;
    return -1;
}

/* What parts the numbers of an address; moves behind it. */
static bool
take_part(const char **s)
{
    static const char *const PARTS[] = {
        "丁目", "番地の", "番地ノ", "番地", "番", "号"
    };

    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
        if (starts(*s, PARTS[i])) {
            *s += strlen(PARTS[i]);
            return true;
        }
    return false;
}

static bool
is_dash(int32_t cp)
{
    return cp == '-' || cp == 0xff0d || cp == 0x2212 || (cp >= 0x2010 && cp <= 0x2015)
           || cp == LONG_MARK || cp == 0xff70;
}

/*
 * Reads a number in ideographs that a part follows, as 二十三番地; false for any other, as
 * these letters are names as well. Moves behind the number only when it is one.
 */
static bool
take_ideographs(const char **s, int *out)
{
    const char *at = *s;
    const char *behind = at;
    int sum = 0;
    int unit = 0;
    int n = 0;

    for (;; n++) {
        const int32_t cp = text_next(&at);
        const int d = digit_of(cp, true);

        if (n > 6 || (d < 0 && cp != TEN))
            break;
        if (cp == TEN) {
            sum += (unit ? unit : 1) * 10;
            unit = 0;
        } else {
            unit = unit * 10 + d;
        }
        behind = at;
    }
    at = behind;
    if (!n || !take_part(&at))
        return false;
    *s = behind;
    *out = sum + unit;
    return true;
}

struct place {
    struct buf out;
    bool number; /* a digit was the last that was put */
    bool dash;   /* a part came since; it counts before another digit only */
};

static void
put_number(struct place *p, int value, bool begins)
{
    if (p->number && p->dash && begins)
        buf_char(&p->out, '-');
    buf_int(&p->out, value);
    p->number = true;
    p->dash = false;
}

static bool
digit_follows(const char *s)
{
    int value;

    return digit_of(text_next(&s), false) >= 0 || take_ideographs(&s, &value);
}

/* Takes what stands between the numbers of an address. */
static bool
take_between(const char **s, const struct place *p)
{
    const char *at = *s;
    const int32_t cp = text_next(&at);

    if (p->number && take_part(s))
        return true;
    if (!digit_follows(at))
        return false;
    if (!is_dash(cp) && !(p->number && (cp == KANA_NO || cp == KANA_NO_KATA)))
        return false;
    *s = at;
    return true;
}

const char *
search_key_place(struct arena *mem, const char *place)
{
    struct place p = { .out = buf_new(mem) };

    while (*place) {
        const char *at = place;
        int value;

        if (starts(place, "大字")) {
            place += strlen("大字");
        } else if (take_ideographs(&place, &value)) {
            put_number(&p, value, true);
        } else if ((value = digit_of(text_next(&at), false)) >= 0) {
            put_number(&p, value, true);
            place = at;
        } else if (take_between(&place, &p)) {
            p.dash = true;
        } else {
            text_put(&p.out, text_next(&place));
            p.number = p.dash = false;
        }
    }
    return buf_text(&p.out);
}

/* One folding for names, places and what is typed: it may be any of them. */
static const char *
fold(struct arena *mem, const char *s)
{
    return search_key_place(mem, name_key(mem, s, NAME_SIMILAR));
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

/* The letters and digits that have a place in ASCII, for names and houses written so. */
static const char *
latin_of(struct arena *mem, const char *s)
{
    struct buf b = buf_new(mem);
    bool letter = false;

    for (s = text_fold(mem, s); *s; s++) {
        const bool digit = *s >= '0' && *s <= '9';

        if ((*s >= 'a' && *s <= 'z') || digit)
            buf_char(&b, *s);
        letter = letter || (*s >= 'a' && *s <= 'z');
    }
    return letter ? name_key_romaji(mem, buf_text(&b)) : "";
}

static void
put_key(struct buf *b, const char *key)
{
    if (!*key)
        return;
    if (b->n)
        buf_char(b, ' ');
    buf_str(b, key);
}

/* Spaces part words, and おう across two words is no long vowel; people type both. */
static void
put_keys(struct buf *b, struct arena *mem, const char *s)
{
    const char *apart = fold(mem, s);
    const char *whole = fold(mem, without_spaces(mem, s));

    put_key(b, apart);
    if (strcmp(apart, whole) != 0)
        put_key(b, whole);
}

static bool
parts_names(int32_t cp)
{
    return cp == 0x3001 || cp == 0xff0c || cp == ',' || cp == '/' || cp == 0xff0f
           || cp == '\n';
}

const char *
search_key_next(struct arena *mem, const char **names)
{
    struct buf b = buf_new(mem);

    while (**names) {
        const int32_t cp = text_next(names);

        if (parts_names(cp) && b.n)
            break;
        if (!parts_names(cp))
            text_put(&b, cp);
    }
    return buf_text(&b);
}

/* Old names and nicknames, each by itself, in letters or in kana. */
static void
put_others(struct buf *b, struct arena *mem, const char *others)
{
    while (others && *others) {
        const char *one = search_key_next(mem, &others);

        put_keys(b, mem, one);
        if (!name_has_ideograph(one))
            put_key(b, name_key_romaji(mem, one));
    }
}

const char *
search_key_text(struct arena *mem, const struct search_person *p)
{
    struct buf b = buf_new(mem);

    put_keys(&b, mem, p->name);
    put_keys(&b, mem, p->kana);
    put_key(&b, name_key_romaji(mem, p->kana));
    if (!name_has_ideograph(p->name))
        put_key(&b, name_key_romaji(mem, p->name));
    put_key(&b, latin_of(mem, p->name));
    put_keys(&b, mem, p->place);
    put_key(&b, latin_of(mem, p->place));
    put_others(&b, mem, p->others);
    return buf_text(&b);
}

const char *
search_key_query(struct arena *mem, const char *typed)
{
    return name_is_latin(typed) ? name_key_romaji(mem, typed) : fold(mem, typed);
}

static bool
has(const char *text, const char *key)
{
    return *key && strstr(text, key);
}

enum search_hit
search_key_why(struct arena *mem, const struct search_person *p, const char *typed)
{
    const struct search_person name = { .name = p->name, .kana = "", .place = "" };
    const struct search_person reading = { .name = "", .kana = p->kana, .place = "" };
    const struct search_person place = { .name = "", .kana = "", .place = p->place };
    const struct search_person others = {
        .name = "", .kana = "", .place = "", .others = p->others
    };
    const char *key = search_key_query(mem, typed);

    if (has(text_fold(mem, p->name), text_fold(mem, typed)))
        return SEARCH_HIT_NAME;
    if (has(name_key(mem, p->name, NAME_SAME), name_key(mem, typed, NAME_SAME)))
        return SEARCH_HIT_SHAPE;
    if (has(search_key_text(mem, &reading), key))
        return name_is_latin(typed) ? SEARCH_HIT_LATIN : SEARCH_HIT_READING;
    if (has(search_key_text(mem, &name), key))
        return name_is_latin(typed)        ? SEARCH_HIT_LATIN
               : name_has_ideograph(typed) ? SEARCH_HIT_SIMILAR
                                           : SEARCH_HIT_READING;
    if (has(search_key_text(mem, &place), key))
        return SEARCH_HIT_PLACE;
    if (has(search_key_text(mem, &others), key))
        return SEARCH_HIT_OTHER;
    return SEARCH_HIT_NONE;
}
