#include "anonymise_cell.h"

#include "../base/name_key.h"
#include "../base/text.h"
#include "../base/vec.h"

#include <string.h>

/* Marks that belong to the letter before: voicing of half-width kana, variants, accents. */
static bool
belongs(int32_t cp)
{
    return cp == 0xFF9E || cp == 0xFF9F || cp == 0x3099 || cp == 0x309A
           || (cp >= 0x0300 && cp <= 0x036F) || (cp >= 0xFE00 && cp <= 0xFE0F)
           || (cp >= 0xE0100 && cp <= 0xE01EF) || (cp >= 0x200B && cp <= 0x200D)
           || cp == 0x2060 || cp == 0xFEFF;
}

static bool
is_kanji(int32_t cp)
{
    return (cp >= 0x3400 && cp <= 0x9FFF) || (cp >= 0xF900 && cp <= 0xFAFF)
           || (cp >= 0x20000 && cp <= 0x3FFFF) || cp == 0x3005 || cp == 0x3007;
}

/* One width: Latin letters and digits narrow, kana wide. */
static int32_t
plain(struct arena *mem, const char *s, int32_t raw)
{
    const char *folded;

    if (raw >= 0xFF01 && raw <= 0xFF5E)
        return raw - 0xFEE0;
    if (raw < 0xFF66 || raw > 0xFF9F)
        return raw == 0xFF65 ? 0x30FB : raw;
    folded = text_fold(mem, s);
    raw = text_next(&folded);
    return raw >= 0x3041 && raw <= 0x3096 ? raw + 0x60 : raw;
}

static const char *
key_of(struct arena *mem, const char *s, int32_t cp, const char *before)
{
    if (cp == 0x3005 && before) /* 々 */
        return before;
    if (cp == 0x30F6) /* ヶ */
        return "け";
    return is_kanji(cp) ? name_key(mem, s, NAME_SIMILAR) : text_fold(mem, s);
}

void
cells_of(struct arena *mem, const char *text, struct cells *out)
{
    const char *before = NULL;

    *out = (struct cells){ .n = 0 };
    while (*text) {
        const char *from = text;
        const int32_t raw = text_next(&text);
        struct cell c = { .s = from, .raw = raw };
        const char *one;

        for (const char *p = text; *p; text = p)
            if (!belongs(text_next(&p)))
                break;
        c.n = (size_t)(text - from);
        one = arena_copy(mem, from, c.n);
        c.cp = plain(mem, one, raw);
        c.key = key_of(mem, one, c.cp, before);
        before = c.key;
        *VEC_PUSH(mem, out) = c;
    }
    *VEC_PUSH(mem, out) = (struct cell){ .s = text, .key = "" };
    out->n--;
}

bool
cell_is_kanji(const struct cell *c)
{
    return is_kanji(c->cp);
}

bool
cell_is_katakana(const struct cell *c)
{
    return (c->cp >= 0x30A1 && c->cp <= 0x30FA) || c->cp == 0x30FC;
}

bool
cell_is_kana(const struct cell *c)
{
    return (c->cp >= 0x3041 && c->cp <= 0x309F) || cell_is_katakana(c);
}

bool
cell_is_latin(const struct cell *c)
{
    return (c->cp >= 'a' && c->cp <= 'z') || (c->cp >= 'A' && c->cp <= 'Z');
}

bool
cell_is_space(const struct cell *c)
{
    return text_is_space(c->cp);
}

bool
cell_is_dash(const struct cell *c)
{
    return c->cp == '-' || (c->cp >= 0x2010 && c->cp <= 0x2015) || c->cp == 0x2212
           || c->cp == 0x30FC || c->raw == 0xFF70;
}

int
cell_digit(const struct cell *c, bool kanji)
{
    static const char *const KANJI[] = { "〇", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九" };

    if (c->cp >= '0' && c->cp <= '9')
        return (int)(c->cp - '0');
    for (int i = 0; kanji && i < 10; i++)
        if (c->n == strlen(KANJI[i]) && strncmp(c->s, KANJI[i], c->n) == 0)
            return i;
    return -1;
}

size_t
cells_word(const struct cells *t, size_t i, const char *word)
{
    size_t n = 0;

    while (*word) {
        if (i + n >= t->n || t->v[i + n].cp != text_next(&word))
            return 0;
        n++;
    }
    return n;
}

size_t
cells_any(const struct cells *t, size_t i, const char *const *words, size_t n)
{
    size_t best = 0;

    for (size_t k = 0; k < n; k++) {
        const size_t len = cells_word(t, i, words[k]);

        best = len > best ? len : best;
    }
    return best;
}
