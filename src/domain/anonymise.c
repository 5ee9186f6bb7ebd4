#include "anonymise.h"

#include "../base/buf.h"
#include "../base/name_key.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "anonymise_look.h"

#include <string.h>

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum { LETTERS = 26, NICK = 2, BACK_MAX = 8, TITLE_REACH = 5 };

/* When a way of writing a name counts as that name. */
enum when {
    ALWAYS, /* wherever it stands */
    APART,  /* no letter of the same kind on either side, or a title behind it */
    TITLED, /* a title of respect behind it */
    SPACED  /* wherever it stands, also with spaces between its letters */
};

struct form_of_name {
    struct cells cells;
    enum when when;
    char letter;
};

struct forms_of_name {
    struct form_of_name *v;
    size_t n;
    size_t cap;
};

struct latin {
    const char *key;
    char letter;
};

struct work {
    struct arena *mem;
    struct cells text;
    struct forms_of_name names;
    struct forms_of_name places;
    struct {
        struct latin *v;
        size_t n;
        size_t cap;
    } latin; /* the readings, as Latin letters are compared */
    struct residues *left;
    struct buf out;
    size_t masked; /* the cell behind the last name that became a letter */
    bool others;   /* one of them was not of the first person */
};

static const char *const TITLES[] = { "さん", "サン",   "様",     "さま", "氏", "くん",
                                      "君",   "ちゃん", "チャン", "殿",   "家", "宅" };

const char *
age_band(struct arena *mem, long age)
{
    if (age < 0)
        return "";
    return age < 10 ? "10歳未満" : arena_printf(mem, "%ld代", age / 10 * 10);
}

static bool
between_letters(const struct cell *c)
{
    return cell_is_space(c) || c->cp == 0x30FB || c->cp == 0xFF65 || c->cp == ','
           || c->cp == 0x3001 || c->cp == 0xFF0E || c->cp == 0x00B7;
}

static bool
same(const struct cell *a, const struct cell *b)
{
    return *a->key && strcmp(a->key, b->key) == 0;
}

/* How many cells of the text the form takes there; 0: it does not stand there. */
static size_t
form_at(const struct cells *t, size_t i, const struct form_of_name *f)
{
    size_t at = i;

    for (size_t k = 0; k < f->cells.n; k++) {
        while (f->when == SPACED && k && at < t->n && between_letters(&t->v[at])
               && !same(&t->v[at], &f->cells.v[k]))
            at++;
        if (at >= t->n || !same(&t->v[at], &f->cells.v[k]))
            return 0;
        at++;
    }
    return at - i;
}

static bool
titled(const struct cells *t, size_t i)
{
    while (i < t->n && cell_is_space(&t->v[i]))
        i++;
    return cells_any(t, i, TITLES, COUNT(TITLES)) > 0;
}

static bool
is_particle(const struct cell *c)
{
    static const char PARTICLES[] = "がはをにのともへやか";

    return c->cp >= 0x3041 && c->cp <= 0x3093 && strstr(PARTICLES, c->key) != NULL;
}

/* Nothing of the same kind of letter on either side, but for particles around kana. */
static bool
apart(const struct cells *t, size_t i, size_t n)
{
    const struct cell *after = &t->v[i + n];
    const struct cell *before = i ? &t->v[i - 1] : after;

    if (cell_is_kanji(&t->v[i]))
        return !(i && cell_is_kanji(before)) && !cell_is_kanji(after)
               && (n > 1 || is_particle(after) || !cell_is_kana(after));
    if (cell_is_katakana(&t->v[i]) && !cell_is_katakana(after)
        && !(i && cell_is_katakana(before)))
        return true;
    return !(i && cell_is_kana(before) && !(is_particle(before) && n > 2))
           && (!cell_is_kana(after) || is_particle(after));
}

static bool
counts(const struct cells *t, size_t i, size_t n, enum when when)
{
    switch (when) {
    case ALWAYS:
    case SPACED:
        return true;
    case APART:
        return titled(t, i + n) || apart(t, i, n);
    case TITLED:
        return titled(t, i + n);
    }
    return false;
}

static void
add_form(struct work *w, const char *s, size_t n, enum when when, char letter)
{
    struct form_of_name f = { .when = when, .letter = letter };

    if (!n)
        return;
    cells_of(w->mem, arena_copy(w->mem, s, n), &f.cells);
    *VEC_PUSH(w->mem, &w->names) = f;
}

/* The first letters of a part: 花ちゃん, はなちゃん. */
static void
add_start(struct work *w, const struct cells *part, size_t n, char letter)
{
    if (part->n > n)
        add_form(w, part->v[0].s, (size_t)(part->v[n].s - part->v[0].s), TITLED,
                 letter);
}

/* One part of a name: family or given. */
static void
add_part(struct work *w, const char *s, size_t n, bool alone, char letter)
{
    const bool latin = name_is_latin(arena_copy(w->mem, s, n));
    struct cells c;
    bool kanji;

    cells_of(w->mem, arena_copy(w->mem, s, n), &c);
    if (!c.n || latin)
        return;
    kanji = cell_is_kanji(&c.v[0]);
    add_form(w, s, n,
             (kanji && c.n > 1) || (!kanji && c.n > 4) || alone ? ALWAYS : APART,
             letter);
    if (kanji && c.n > 1)
        add_start(w, &c, 1, letter);
    for (size_t i = NICK; !kanji && i < c.n; i++)
        add_start(w, &c, i, letter);
    if (!alone || c.n < 3)
        return;
    /* family and given name are not told apart */
    add_start(w, &c, 2, letter);
    add_form(w, c.v[c.n - 2].s, (size_t)(c.v[c.n].s - c.v[c.n - 2].s), TITLED, letter);
}

/* The next word of a name that is parted by spaces; returns its bytes, 0 at the end. */
static size_t
word_of(const char **s)
{
    const char *from;

    while (**s) {
        const char *q = *s;

        if (!text_is_space(text_next(&q)))
            break;
        *s = q;
    }
    from = *s;
    while (**s) {
        const char *q = *s;
        const int32_t cp = text_next(&q);

        if (text_is_space(cp))
            break;
        *s = q;
    }
    return (size_t)(*s - from);
}

static void
add_latin(struct work *w, const char *s, size_t n, char letter)
{
    const char *key = name_key_romaji(w->mem, arena_copy(w->mem, s, n));

    if (strlen(key) >= 3)
        *VEC_PUSH(w->mem, &w->latin) = (struct latin){ .key = key, .letter = letter };
}

/* The whole name in both orders, and each part. */
static void
add_name(struct work *w, const char *name, bool reading, char letter)
{
    struct buf whole = buf_new(w->mem);
    struct buf turned = buf_new(w->mem);
    const char *part[4];
    size_t size[4];
    size_t n = 0;

    for (const char *p = name; n < COUNT(part) && (size[n] = word_of(&p)); n++)
        part[n] = p - size[n];
    for (size_t i = 0; i < n; i++) {
        buf_add(&whole, part[i], size[i]);
        buf_add(&turned, part[n - 1 - i], size[n - 1 - i]);
        add_part(w, part[i], size[i], n == 1, letter);
        if (reading)
            add_latin(w, part[i], size[i], letter);
    }
    if (n > 1) {
        add_form(w, buf_text(&whole), whole.n, SPACED, letter);
        add_form(w, buf_text(&turned), turned.n, SPACED, letter);
        if (reading)
            add_latin(w, buf_text(&whole), whole.n, letter);
    }
}

/* Names that are parted by commas or lines: former names, what people call somebody. */
static void
add_names(struct work *w, const char *names, bool reading, char letter)
{
    static const char *const ENDS[] = { "、", ",",  "，", "\n", "／",
                                        "/",  "（", "）", "(",  ")" };

    while (*names) {
        const char *end = names;
        size_t mark = 0;

        while (*end && !mark) {
            for (size_t i = 0; i < COUNT(ENDS) && !mark; i++)
                if (strncmp(end, ENDS[i], strlen(ENDS[i])) == 0)
                    mark = strlen(ENDS[i]);
            if (!mark)
                (void)text_next(&end);
        }
        add_name(w, arena_copy(w->mem, names, (size_t)(end - names)), reading, letter);
        names = end + mark;
    }
}

static void
add_place_name(struct work *w, const struct cells *place, size_t from, size_t end)
{
    struct form_of_name f = { .when = ALWAYS };

    cells_of(w->mem,
             arena_copy(w->mem, place->v[from].s,
                        (size_t)(place->v[end].s - place->v[from].s)),
             &f.cells);
    *VEC_PUSH(w->mem, &w->places) = f;
}

/*
 * A known address as it is, and the name of the place before its numbers; what comes before
 * the last 市 or 区 names nobody.
 */
static void
add_place(struct work *w, const char *place)
{
    struct form_of_name f = { .when = SPACED };
    size_t from = 0;
    size_t n = 0;

    cells_of(w->mem, place, &f.cells);
    if (!f.cells.n)
        return;
    *VEC_PUSH(w->mem, &w->places) = f;
    while (n < f.cells.n
           && (cell_is_kanji(&f.cells.v[n]) || cell_is_kana(&f.cells.v[n]))
           && cell_digit(&f.cells.v[n], true) < 0) {
        n++;
        if (cells_word(&f.cells, n - 1, "市") || cells_word(&f.cells, n - 1, "区"))
            from = n;
    }
    if (n < from + 2 || n == f.cells.n)
        return;
    add_place_name(w, &f.cells, from, n);
    if (from)
        add_place_name(w, &f.cells, 0, n);
}

/* The longest known way of writing that stands there. */
static size_t
longest_at(const struct work *w,
           const struct forms_of_name *forms,
           size_t i,
           const struct form_of_name **best)
{
    size_t most = 0;

    for (size_t k = 0; k < forms->n; k++) {
        const size_t n = form_at(&w->text, i, &forms->v[k]);

        if (n > most && counts(&w->text, i, n, forms->v[k].when)) {
            most = n;
            *best = &forms->v[k];
        }
    }
    return most;
}

/* A reading in Latin letters that stands there as a word. */
static size_t
latin_at(const struct work *w, size_t i, char *letter)
{
    const struct cells *t = &w->text;
    size_t n = 0;
    const char *key;

    if (!cell_is_latin(&t->v[i]) || (i && cell_is_latin(&t->v[i - 1])))
        return 0;
    while (cell_is_latin(&t->v[i + n]))
        n++;
    if (n < 3 || t->v[i + n].cp == '@' || t->v[i + n].cp == '.'
        || t->v[i + n].cp == '+')
        return 0;
    key = name_key_romaji(
        w->mem, text_fold(w->mem, arena_copy(w->mem, t->v[i].s,
                                             (size_t)(t->v[i + n].s - t->v[i].s))));
    for (size_t k = 0; k < w->latin.n; k++)
        if (strcmp(w->latin.v[k].key, key) == 0) {
            *letter = w->latin.v[k].letter;
            return n;
        }
    return 0;
}

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
    for (int left = BACK_MAX; out->n && left; left--) {
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

static void
note(struct work *w, size_t from, size_t end)
{
    const struct cell *v = w->text.v;
    const char *word = arena_copy(w->mem, v[from].s, (size_t)(v[end].s - v[from].s));

    for (size_t i = 0; i < w->left->n; i++)
        if (strcmp(w->left->v[i], word) == 0)
            return;
    *VEC_PUSH(w->mem, w->left) = word;
}

/* Says whether the word is what everybody is called: kin, an office, somebody at large. */
static bool
is_common(const struct work *w, size_t from, size_t end)
{
    static const char *const WORDS[] = {
        "母",     "父",       "兄",       "姉",
        "弟",     "妹",       "娘",       "息子",
        "孫",     "奥",       "夫",       "妻",
        "祖母",   "祖父",     "叔母",     "叔父",
        "伯母",   "伯父",     "嫁",       "婿",
        "旦那",   "皆",       "隣",       "業者",
        "患者",   "医者",     "大家",     "本人",
        "利用者", "住民",     "管理人",   "看護師",
        "相談員", "店",       "支援員",   "世帯主",
        "長男",   "長女",     "二男",     "次男",
        "次女",   "三男",     "ヘルパー", "ケアマネ",
        "客",     "民生委員", "保健師",   "同居",
        "実",     "職員",     "担当者",   "ケアマネジャー",
        "農",     "国",       "作",       "画",
        "一人暮", "空",       "自",       "他",
        "両"
    };
    const size_t n = cells_any(&w->text, from, WORDS, COUNT(WORDS));

    return n == end - from;
}

/* The word before a title of respect: a name that nobody told us of. */
static void
note_titled(struct work *w, size_t i)
{
    const size_t title = cells_any(&w->text, i, TITLES, COUNT(TITLES));
    size_t from = i;

    if (!title || i == w->masked || cells_word(&w->text, i, "家族")
        || cells_word(&w->text, i, "家庭") || cells_word(&w->text, i, "様子")
        || cells_word(&w->text, i, "宅配") || cells_word(&w->text, i, "氏名"))
        return;
    while (i && cell_is_space(&w->text.v[i - 1]))
        i--;
    from = i;
    while (from && i - from < TITLE_REACH
           && (cell_is_kanji(&w->text.v[from - 1])
               || cell_is_katakana(&w->text.v[from - 1])))
        from--;
    /* ひらがな alone is a name only where no other letter of it goes before */
    if (from == i) {
        while (from && i - from < TITLE_REACH && cell_is_kana(&w->text.v[from - 1])
               && !is_particle(&w->text.v[from - 1]))
            from--;
        if (i - from < 2 || i - from == TITLE_REACH || cells_word(&w->text, from, "お")
            || cells_word(&w->text, from, "たく") || cells_word(&w->text, from, "みな"))
            return;
    }
    if (from < i && !is_common(w, from, i)
        && !(from && cell_digit(&w->text.v[from - 1], false) >= 0)) /* 30年家にいる */
        note(w, from, i);
}

/* A school, a doctor's, a house by its name. */
static void
note_place(struct work *w, size_t i)
{
    static const char *const KINDS[] = {
        "小学校", "中学校",   "高校",   "高等学校",   "大学",       "保育園",
        "幼稚園", "こども園", "病院",   "医院",       "クリニック", "診療所",
        "薬局",   "商店",     "工務店", "マンション", "アパート",   "団地",
        "ハイツ", "コーポ",   "工業",   "製作所",     "不動産"
    };
    const size_t n = cells_any(&w->text, i, KINDS, COUNT(KINDS));
    size_t from = i;

    while (n && from && i - from < TITLE_REACH
           && (cell_is_kanji(&w->text.v[from - 1])
               || cell_is_katakana(&w->text.v[from - 1])))
        from--;
    if (i - from >= 2 && from != w->masked)
        note(w, from, i + n);
}

/* Puts one cell or what stands in place of several; returns the next one. */
static size_t
pass(struct work *w, size_t i)
{
    const struct form_of_name *name = NULL;
    const char *put = NULL;
    bool back = false;
    char letter = 0;
    size_t n = longest_at(w, &w->names, i, &name);
    const size_t place = longest_at(w, &w->places, i, &name);

    if (place && place > n) {
        buf_str(&w->out, "（住所）");
        return i + place;
    }
    if (n) {
        (void)longest_at(w, &w->names, i, &name);
        letter = name->letter;
    } else {
        n = latin_at(w, i, &letter);
    }
    if (n) {
        buf_char(&w->out, letter);
        w->others = w->others || letter != 'A';
        w->masked = i + n;
        return w->masked;
    }
    n = looks_at(w->mem, &w->text, i, &put, &back);
    if (n) {
        if (back)
            take_back(&w->out);
        buf_str(&w->out, put);
        return i + n;
    }
    if (w->left) {
        note_titled(w, i);
        note_place(w, i);
    }
    buf_add(&w->out, w->text.v[i].s, w->text.v[i].n);
    return i + 1;
}

/* Passes over the text with all that is known of the persons. */
static void
run(struct work *w, const char *text, const struct known_persons *who)
{
    cells_of(w->mem, text, &w->text);
    for (size_t i = 0; i < who->n; i++) {
        const char letter = (char)('A' + i % LETTERS);

        for (const struct known_person *p = &who->v[i]; p; p = p->also) {
            if (p->name)
                add_name(w, p->name, false, letter);
            if (p->kana)
                add_name(w, p->kana, true, letter);
            if (p->others)
                add_names(w, p->others, false, letter);
        }
    }
    for (size_t i = 0; i < who->n_places; i++)
        add_place(w, who->places[i]);
    for (size_t i = 0; i < w->text.n;)
        i = pass(w, i);
}

const char *
anonymise(struct arena *mem,
          const char *text,
          const struct known_persons *who,
          struct residues *left)
{
    struct work w = {
        .mem = mem, .left = left, .out = buf_new(mem), .masked = SIZE_MAX
    };

    run(&w, text, who);
    return buf_text(&w.out);
}

bool
anonymise_names_other(struct arena *mem,
                      const char *text,
                      const struct known_person *own,
                      const struct known_person *others)
{
    struct known_person two[] = { *own, *others };
    const struct known_persons who = { .v = two, .n = 2 };
    struct work w = { .mem = mem, .out = buf_new(mem), .masked = SIZE_MAX };

    run(&w, text, &who);
    return w.others;
}
