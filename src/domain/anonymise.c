#include "anonymise.h"

#include "../base/buf.h"
#include "../base/text.h"
#include "../base/vec.h"

#include <string.h>

enum { LETTERS = 26, NUMBER_CAP = 1000000 };

/* A way of writing a name, and the letter in its place. */
struct form_of_name {
    const char *s;
    size_t n;
    char letter;
};

struct forms_of_name {
    struct form_of_name *v;
    size_t n;
    size_t cap;
};

struct work {
    struct arena *mem;
    struct forms_of_name names;
    const struct known_persons *who;
    struct residues *left;
    struct buf out;
    const char *masked; /* behind the last name that became a letter */
};

/* A digit of either width, or -1. */
static int
digit_of(int32_t cp)
{
    if (cp >= '0' && cp <= '9')
        return (int)(cp - '0');
    return cp >= 0xFF10 && cp <= 0xFF19 ? (int)(cp - 0xFF10) : -1;
}

static bool
is_dash(int32_t cp)
{
    return cp == '-' || cp == 0x2010 || cp == 0x2011 || cp == 0x2012 || cp == 0x2013
           || cp == 0x2015 || cp == 0x2212 || cp == 0x30FC || cp == 0xFF0D
           || cp == 0xFF70;
}

/* Reads a number; returns how many digits, and moves behind them. */
static size_t
number(const char **s, long *value)
{
    size_t n = 0;
    const char *p = *s;

    *value = 0;
    for (;;) {
        const char *before = p;
        int d;

        if (!*p)
            break;
        d = digit_of(text_next(&p));
        if (d < 0) {
            p = before;
            break;
        }
        *value = *value < NUMBER_CAP ? *value * 10 + d : *value;
        n++;
    }
    *s = p;
    return n;
}

static bool
starts(const char **s, const char *word)
{
    const size_t n = strlen(word);

    if (strncmp(*s, word, n) != 0)
        return false;
    *s += n;
    return true;
}

static bool
dash(const char **s)
{
    const char *p = *s;

    if (!*p || !is_dash(text_next(&p)))
        return false;
    *s = p;
    return true;
}

static const char *
season(long month)
{
    static const char *const SEASONS[] = { "冬ごろ", "春ごろ", "夏ごろ", "秋ごろ" };

    return month < 1 || month > 12 ? "あるころ" : SEASONS[month % 12 / 3];
}

const char *
age_band(struct arena *mem, long age)
{
    if (age < 0)
        return "";
    return age < 10 ? "10歳未満" : arena_printf(mem, "%ld代", age / 10 * 10);
}

/* "令和8年5月7日", "5月7日", "2026年5月": from here on, or NULL. */
static const char *
read_date(const char *s, long *month)
{
    static const char *const ERAS[] = { "令和", "平成", "昭和", "大正", "明治" };
    const char *p = s;
    long v;
    bool era = false;

    *month = 0;
    for (size_t i = 0; i < sizeof ERAS / sizeof *ERAS && !era; i++)
        era = starts(&p, ERAS[i]);
    if (era && starts(&p, "元年"))
        v = 1;
    else if (!number(&p, &v))
        return NULL;
    else if (starts(&p, "年"))
        era = era || v >= 1868;
    else if (!era && v <= 12 && starts(&p, "月")) {
        *month = v;
        if (number(&p, &v) && !starts(&p, "日"))
            return NULL;
        return p;
    } else
        return NULL;
    if (!era)
        return NULL;
    s = p;
    if (number(&p, &v) && v <= 12 && starts(&p, "月")) {
        *month = v;
        s = p;
        if (number(&p, &v) && starts(&p, "日"))
            s = p;
    }
    return s;
}

/* "2026-05-07", "2026/5/7", "5/7": from here on, or NULL. */
static const char *
read_slashes(const char *s, long *month)
{
    const char *p = s;
    long a;
    long b;
    long day;

    if (!number(&p, &a) || !(starts(&p, "/") || starts(&p, "-")) || !number(&p, &b))
        return NULL;
    *month = a >= 1868 ? b : a;
    if (a >= 1868 && !((starts(&p, "/") || starts(&p, "-")) && number(&p, &day)))
        return NULL;
    return *month >= 1 && *month <= 12
                   && (a >= 1868 || strncmp(s, p, 1) != 0 || b <= 31)
               ? p
               : NULL;
}

/* Groups of digits with dashes, or a long run: a telephone, a postal code, an address. */
static const char *
read_groups(const char *s, const char **mark)
{
    const char *p = s;
    const char *end;
    size_t groups = 0;
    size_t digits = 0;
    size_t first = 0;
    long v;

    do {
        const size_t n = number(&p, &v);

        if (!n)
            break;
        first = groups++ ? first : n;
        digits += n;
        end = p;
    } while (dash(&p) || starts(&p, "(") || starts(&p, ")") || starts(&p, "（")
             || starts(&p, "）"));
    if (!groups)
        return NULL;
    *mark = digits >= 9 ? "（電話）" : "（住所）";
    if (digits >= 9 || (groups == 2 && first == 3 && digits == 7)
        || (groups >= 2 && digits <= 8))
        return end;
    return NULL;
}

/* "3丁目", "12番地", "205号室", with what follows of the same kind. */
static const char *
read_block(const char *s)
{
    static const char *const UNITS[] = { "丁目", "番地の", "番地", "号室", "番", "号" };
    const char *p = s;
    const char *end = NULL;
    long v;

    while (number(&p, &v)) {
        bool unit = false;

        for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS && !unit; i++)
            unit = starts(&p, UNITS[i]);
        if (!unit)
            break;
        end = p;
        (void)dash(&p);
    }
    return end;
}

/* "R8-000123-4": the number of a case. */
static const char *
read_case(const char *s)
{
    const char *p = s;
    long v;

    if (!starts(&p, "R") || !number(&p, &v) || !dash(&p) || !number(&p, &v))
        return NULL;
    if (dash(&p))
        (void)number(&p, &v);
    return p;
}

static const char *
read_age(struct arena *mem, const char *s, const char **band)
{
    const char *p = s;
    long v;

    if (!number(&p, &v) || v > 150 || !(starts(&p, "歳") || starts(&p, "才")))
        return NULL;
    *band = age_band(mem, v);
    return p;
}

static void
add_form(struct work *w, const char *s, size_t n, char letter)
{
    if (n)
        *VEC_PUSH(w->mem, &w->names) =
            (struct form_of_name){ .s = s, .n = n, .letter = letter };
}

/* The whole name, without its spaces, and each part of two letters or more. */
static void
add_name(struct work *w, const char *name, char letter)
{
    struct buf whole = buf_new(w->mem);
    const char *p = name;
    size_t parts = 0;

    add_form(w, name, strlen(name), letter);
    while (*p) {
        const char *from;

        while (*p) {
            const char *q = p;

            if (!text_is_space(text_next(&q)))
                break;
            p = q;
        }
        from = p;
        while (*p) {
            const char *q = p;

            if (text_is_space(text_next(&q)))
                break;
            p = q;
        }
        if (p == from)
            break;
        parts++;
        buf_add(&whole, from, (size_t)(p - from));
        add_form(w, from, (size_t)(p - from), letter);
    }
    if (parts > 1)
        add_form(w, buf_text(&whole), whole.n, letter);
}

/* The longest known way of writing a name that begins here. */
static const struct form_of_name *
name_at(const struct work *w, const char *s)
{
    const struct form_of_name *best = NULL;

    for (size_t i = 0; i < w->names.n; i++) {
        const struct form_of_name *f = &w->names.v[i];

        if (strncmp(s, f->s, f->n) == 0 && (!best || f->n > best->n))
            best = f;
    }
    return best;
}

static const char *
place_at(const struct work *w, const char *s)
{
    size_t best = 0;

    for (size_t i = 0; i < w->who->n_places; i++) {
        const size_t n = strlen(w->who->places[i]);

        if (n > best && strncmp(s, w->who->places[i], n) == 0)
            best = n;
    }
    return best ? s + best : NULL;
}

/* A letter of 漢字 or カタカナ, of which names of people and places are made. */
static bool
is_name_letter(int32_t cp)
{
    return (cp >= 0x4E00 && cp <= 0x9FFF) || (cp >= 0x30A0 && cp <= 0x30FF)
           || cp == 0x3005;
}

/* Takes back the name of the place that stood before a block of its address. */
static void
take_back(struct buf *out)
{
    while (out->n) {
        size_t at = out->n - 1;
        const char *p;

        while (at && ((unsigned char)out->p[at] & 0xC0) == 0x80)
            at--;
        p = out->p + at;
        (void)buf_text(out);
        if (!is_name_letter(text_next(&p)))
            break;
        out->n = at;
    }
}

/* What looks like something that says who it is; put is what stands in its place. */
static const char *
pattern_at(struct work *w, const char *s, const char **put)
{
    const char *end;
    long month;

    if ((end = read_case(s))) {
        *put = "（番号）";
        return end;
    }
    if ((end = read_date(s, &month)) || (end = read_slashes(s, &month))) {
        *put = season(month);
        return end;
    }
    if ((end = read_age(w->mem, s, put)))
        return end;
    if ((end = read_block(s))) {
        take_back(&w->out);
        *put = "（住所）";
        return end;
    }
    return read_groups(s, put);
}

/* The word before a title of respect: a name that nobody told us of. */
static void
note_residue(struct work *w, const char *text, const char *at)
{
    static const char *const TITLES[] = { "さん", "様", "氏", "くん", "ちゃん" };
    const char *from = at;
    size_t letters = 0;

    for (size_t i = 0; i < sizeof TITLES / sizeof *TITLES; i++)
        if (strncmp(at, TITLES[i], strlen(TITLES[i])) == 0)
            letters = 1;
    if (!letters || at == text || at == w->masked)
        return;
    for (letters = 0; from > text && letters < 4; letters++) {
        const char *q = from - 1;
        const char *p;
        int32_t cp;

        while (q > text && ((unsigned char)*q & 0xC0) == 0x80)
            q--;
        p = q;
        cp = text_next(&p);
        /* a name is written in 漢字 or カタカナ; ひらがな before it ends the word */
        if (!is_name_letter(cp))
            break;
        from = q;
    }
    if (from < at)
        *VEC_PUSH(w->mem, w->left) = arena_copy(w->mem, from, (size_t)(at - from));
}

static const char *
pass(struct work *w, const char *text, const char *s)
{
    const struct form_of_name *name = name_at(w, s);
    const char *put = NULL;
    const char *end;

    if (name) {
        buf_char(&w->out, name->letter);
        w->masked = s + name->n;
        return w->masked;
    }
    if ((end = place_at(w, s))) {
        buf_str(&w->out, "（住所）");
        return end;
    }
    if ((end = pattern_at(w, s, &put))) {
        buf_str(&w->out, put);
        return end;
    }
    if (w->left)
        note_residue(w, text, s);
    end = s;
    (void)text_next(&end);
    buf_add(&w->out, s, (size_t)(end - s));
    return end;
}

const char *
anonymise(struct arena *mem,
          const char *text,
          const struct known_persons *who,
          struct residues *left)
{
    struct work w = { .mem = mem, .who = who, .left = left, .out = buf_new(mem) };

    for (size_t i = 0; i < who->n; i++) {
        const char letter = (char)('A' + i % LETTERS);

        if (who->v[i].name)
            add_name(&w, who->v[i].name, letter);
        if (who->v[i].kana)
            add_name(&w, who->v[i].kana, letter);
    }
    for (const char *s = text; *s;)
        s = pass(&w, text, s);
    return buf_text(&w.out);
}
