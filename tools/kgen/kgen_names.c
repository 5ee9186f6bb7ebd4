#include "kgen.h"

#include "../../src/base/vec.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/*
 * Makes the table of variant letters in names from four files, in this order: our own list
 * (words/name_variants.txt), Unihan_OtherMappings, Unihan_Variants, SKK-JISYO.itaiji in
 * UTF-8. Letters that one source alone joins are similar; the lists of the law for personal
 * names, two sources that agree, and our own list make them the same.
 */

enum { STANDARD = 1, JAPANESE = 2 };

enum { FILES = 4, LETTERS_PER_LINE = 16, STRENGTHS = 2 };

struct letter {
    uint32_t cp;
    unsigned sets;
    size_t up[STRENGTHS]; /* towards the smallest of the class: same, similar */
};

struct edge {
    uint32_t a;
    uint32_t b;
    int line;
};

struct edges {
    struct edge *v;
    size_t n;
    size_t cap;
};

struct all {
    struct arena *mem;
    const char *hand;
    struct {
        struct letter *v;
        size_t n, cap;
    } letters;
    struct edges own_same, own_similar, apart, law, z, semantic, itaiji;
};

static uint32_t
decode(const char **s)
{
    const unsigned char *p = (const unsigned char *)*s;
    const int more = *p >= 0xf0 ? 3 : *p >= 0xe0 ? 2 : *p >= 0xc0 ? 1 : 0;
    uint32_t cp = more ? *p & (0x3fu >> more) : *p;

    for (int i = 1; i <= more; i++) {
        if ((p[i] & 0xc0) != 0x80)
            return 0;
        cp = cp << 6 | (p[i] & 0x3fu);
    }
    *s += more + 1;
    return cp;
}

static bool
ideograph(uint32_t cp)
{
    return (cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0xf900 && cp <= 0xfaff)
           || (cp >= 0x20000 && cp <= 0x3ffff);
}

/* The one ideograph that the text is, or 0. */
static uint32_t
one_ideograph(const char *s)
{
    uint32_t cp = *s ? decode(&s) : 0;

    return *s || !ideograph(cp) ? 0 : cp;
}

static void
join(struct all *all, struct edges *to, uint32_t a, uint32_t b, int line)
{
    if (a == b)
        return;
    *VEC_PUSH(all->mem, to) =
        (struct edge){ .a = a < b ? a : b, .b = a < b ? b : a, .line = line };
}

static void
read_hand(struct all *all, struct source s)
{
    char *at = s.text;
    char *l;
    int line = 0;

    while ((l = kgen_line(&at, &line))) {
        char *words[LETTERS_PER_LINE];
        size_t n;
        struct edges *to;

        l = kgen_trim(l);
        if (!*l || *l == '#')
            continue;
        n = kgen_split(l, words, LETTERS_PER_LINE);
        to = strcmp(words[0], "same") == 0      ? &all->own_same
             : strcmp(words[0], "similar") == 0 ? &all->own_similar
             : strcmp(words[0], "apart") == 0   ? &all->apart
                                                : NULL;
        if (!to || n < 3 || n > LETTERS_PER_LINE)
            kgen_fail(s.path, line, "expected: same|similar|apart LETTER LETTER ...");
        for (size_t i = 1; i < n; i++)
            if (!one_ideograph(words[i]))
                kgen_fail(s.path, line, "%s is not one ideograph", words[i]);
        for (size_t i = 2; i < n; i++)
            join(all, to, one_ideograph(words[1]), one_ideograph(words[i]), line);
    }
}

/* "U+9AD8<kMeyerWempe": the letter, or 0. */
static uint32_t
unihan_letter(const char *s)
{
    return strncmp(s, "U+", 2) == 0 ? (uint32_t)strtoul(s + 2, NULL, 16) : 0;
}

/* Each line of a Unihan file: U+9AD8, tab, field, tab, value; other lines are notes. */
static char *
unihan_line(char **at, int *line, char **field, char **value)
{
    char *l;

    while ((l = kgen_line(at, line))) {
        *field = strchr(l, '\t');
        *value = *field ? strchr(*field + 1, '\t') : NULL;
        if (*l != 'U' || !*value)
            continue;
        *(*field)++ = '\0';
        *(*value)++ = '\0';
        return l;
    }
    return NULL;
}

static void
add_letter(struct all *all, uint32_t cp, unsigned sets)
{
    *VEC_PUSH(all->mem, &all->letters) = (struct letter){ .cp = cp, .sets = sets };
}

static void
read_mappings(struct all *all, struct source s)
{
    char *at = s.text;
    char *l;
    char *field;
    char *value;
    int line = 0;

    while ((l = unihan_line(&at, &line, &field, &value))) {
        const uint32_t cp = unihan_letter(l);
        const char *old = strchr(value, ':');

        if (strcmp(field, "kJis0") == 0)
            add_letter(all, cp, STANDARD | JAPANESE);
        if (strcmp(field, "kJis1") == 0 || strcmp(field, "kJIS0213") == 0
            || strcmp(field, "kIBMJapan") == 0)
            add_letter(all, cp, JAPANESE);
        if (strcmp(field, "kJinmeiyoKanji") == 0 && old && unihan_letter(old + 1))
            join(all, &all->law, cp, unihan_letter(old + 1), line);
    }
    if (!all->law.n)
        kgen_fail(s.path, 1, "has no kJinmeiyoKanji: not the file of unicode-data");
}

static void
read_variants(struct all *all, struct source s)
{
    char *at = s.text;
    char *l;
    char *field;
    char *value;
    int line = 0;

    while ((l = unihan_line(&at, &line, &field, &value))) {
        struct edges *to = strcmp(field, "kZVariant") == 0          ? &all->z
                           : strcmp(field, "kSemanticVariant") == 0 ? &all->semantic
                                                                    : NULL;

        for (char *v = to ? value : NULL; v; v = strchr(v, ' ')) {
            v += *v == ' ';
            join(all, to, unihan_letter(l), unihan_letter(v), line);
        }
    }
    if (!all->semantic.n)
        kgen_fail(s.path, 1, "has no kSemanticVariant: not the file of unicode-data");
}

/* "亜 /亞;<人名用漢字>/": the reading is a letter, its candidates are its variants. */
static void
read_itaiji(struct all *all, struct source s)
{
    char *at = s.text;
    char *l;
    int line = 0;

    while ((l = kgen_line(&at, &line))) {
        char *rest = strstr(l, " /");
        uint32_t a;

        if (*l == ';' || !rest)
            continue;
        *rest = '\0';
        a = one_ideograph(l);
        for (char *v = rest + 2, *end; a && (end = strchr(v, '/')); v = end + 1) {
            *end = '\0';
            v[strcspn(v, ";")] = '\0';
            if (one_ideograph(v))
                join(all, &all->itaiji, a, one_ideograph(v), line);
        }
    }
    if (!all->itaiji.n)
        kgen_fail(s.path, 1, "has no variants: not SKK-JISYO.itaiji in UTF-8");
}

static int
by_letter(const void *a, const void *b)
{
    const struct letter *x = a;
    const struct letter *y = b;

    return (x->cp > y->cp) - (x->cp < y->cp);
}

static int
by_pair(const void *a, const void *b)
{
    const struct edge *x = a;
    const struct edge *y = b;

    if (x->a != y->a)
        return x->a < y->a ? -1 : 1;
    return (x->b > y->b) - (x->b < y->b);
}

static bool
has(const struct edges *e, const struct edge *x)
{
    return bsearch(x, e->v, e->n, sizeof *e->v, by_pair) != NULL;
}

/* Sorts the letters and keeps one of each, with the sets of all. */
static void
settle_letters(struct all *all)
{
    size_t n = 0;
    struct letter *v = all->letters.v;

    qsort(v, all->letters.n, sizeof *v, by_letter);
    for (size_t i = 0; i < all->letters.n; i++) {
        if (n && v[n - 1].cp == v[i].cp)
            v[n - 1].sets |= v[i].sets;
        else
            v[n++] = v[i];
    }
    for (size_t i = 0; i < n; i++)
        v[i].up[0] = v[i].up[1] = i;
    all->letters.n = n;
}

static struct letter *
find(const struct all *all, uint32_t cp)
{
    const struct letter key = { .cp = cp };

    return bsearch(&key, all->letters.v, all->letters.n, sizeof key, by_letter);
}

static size_t
top(const struct all *all, size_t i, int strength)
{
    while (all->letters.v[i].up[strength] != i)
        i = all->letters.v[i].up[strength];
    return i;
}

static size_t
class_of(const struct all *all, uint32_t cp, int strength)
{
    return top(all, (size_t)(find(all, cp) - all->letters.v), strength);
}

static void
meet(struct all *all, const struct edge *e, int strength)
{
    const size_t a = class_of(all, e->a, strength);
    const size_t b = class_of(all, e->b, strength);

    all->letters.v[a < b ? b : a].up[strength] = a < b ? a : b;
}

/* Says whether joining the classes of the two would join a pair of the list. */
static bool
barred(const struct all *all,
       const struct edges *by,
       const struct edge *e,
       int strength)
{
    const size_t a = class_of(all, e->a, strength);
    const size_t b = class_of(all, e->b, strength);

    for (size_t i = 0; i < by->n; i++) {
        const size_t x = class_of(all, by->v[i].a, strength);
        const size_t y = class_of(all, by->v[i].b, strength);

        if ((x == a && y == b) || (x == b && y == a))
            return true;
    }
    return false;
}

/* What the data say, as far as our own list does not say otherwise. */
static void
meet_data(struct all *all, const struct edge *e, bool same)
{
    if (barred(all, &all->apart, e, 1))
        return;
    meet(all, e, 1);
    if (same && !barred(all, &all->own_similar, e, 0))
        meet(all, e, 0);
}

static unsigned
sets(const struct all *all, uint32_t cp)
{
    const struct letter *l = find(all, cp);

    return l ? l->sets : 0;
}

/* The surest first: where two ways to a pair that stays apart compete, the first holds. */
static void
meet_all(struct all *all)
{
    for (size_t i = 0; i < all->own_similar.n; i++)
        meet(all, &all->own_similar.v[i], 1);
    for (size_t i = 0; i < all->own_same.n; i++) {
        meet(all, &all->own_same.v[i], 0);
        meet(all, &all->own_same.v[i], 1);
    }
    for (size_t i = 0; i < all->law.n; i++)
        meet_data(all, &all->law.v[i], true);
    for (size_t i = 0; i < all->z.n; i++)
        if (sets(all, all->z.v[i].a) && sets(all, all->z.v[i].b))
            meet_data(all, &all->z.v[i], true);
    for (int sure = 1; sure >= 0; sure--)
        for (size_t i = 0; i < all->itaiji.n; i++)
            if (has(&all->semantic, &all->itaiji.v[i]) == sure)
                meet_data(all, &all->itaiji.v[i], sure);
    for (size_t i = 0; i < all->semantic.n; i++) {
        const struct edge *e = &all->semantic.v[i];
        const unsigned a = sets(all, e->a);
        const unsigned b = sets(all, e->b);

        /* a rare shape and its standard one; two standard letters are two words */
        if (a && b && ((a ^ b) & STANDARD))
            meet_data(all, e, false);
    }
}

static void
put_letter(struct buf *b, uint32_t cp)
{
    if (cp < 0x10000)
        buf_printf(b, "%c%c%c", (int)(0xe0 | cp >> 12), (int)(0x80 | (cp >> 6 & 0x3f)),
                   (int)(0x80 | (cp & 0x3f)));
    else
        buf_printf(b, "%c%c%c%c", (int)(0xf0 | cp >> 18),
                   (int)(0x80 | (cp >> 12 & 0x3f)), (int)(0x80 | (cp >> 6 & 0x3f)),
                   (int)(0x80 | (cp & 0x3f)));
}

static void
check_apart(const struct all *all, const struct edges *e, int strength)
{
    for (size_t i = 0; i < e->n; i++) {
        const size_t at = class_of(all, e->v[i].a, strength);
        struct buf class = buf_new(all->mem);

        if (at != class_of(all, e->v[i].b, strength))
            continue;
        for (size_t k = 0; k < all->letters.n; k++)
            if (top(all, k, strength) == at)
                put_letter(&class, all->letters.v[k].cp);
        kgen_fail(all->hand, e->v[i].line, "these still meet, in the class %s",
                  buf_text(&class));
    }
}

static void
write_table(struct all *all, const char *out)
{
    struct buf h = buf_new(all->mem);
    struct buf c = buf_new(all->mem);
    size_t n = 0;

    buf_lit(&c,
            "#include \"names.h\"\n\nconst struct name_variant name_variants[] = {\n");
    for (size_t i = 0; i < all->letters.n; i++) {
        const size_t same = top(all, i, 0);
        const size_t similar = top(all, i, 1);

        if (same == i && similar == i)
            continue;
        buf_printf(&c, "    { 0x%x, 0x%x, 0x%x },\n", all->letters.v[i].cp,
                   all->letters.v[same].cp, all->letters.v[similar].cp);
        n++;
    }
    buf_lit(&c, "};\n");
    buf_printf(
        &h,
        "/* Letters that stand for others in names; made by kgen. Sorted by letter;"
        " what is\n * not here stands for itself. */\n"
        "#ifndef KASANE_GEN_NAMES_H\n#define KASANE_GEN_NAMES_H\n\n"
        "#include <stdint.h>\n\nstruct name_variant {\n    uint32_t letter;\n"
        "    uint32_t same;\n    uint32_t similar;\n};\n\n"
        "enum { NAME_VARIANTS_N = %zu };\n"
        "extern const struct name_variant name_variants[NAME_VARIANTS_N];\n\n"
        "#endif\n",
        n);
    kgen_write(all->mem, out, "names.h", &h);
    kgen_write(all->mem, out, "names.c", &c);
}

int
kgen_names(struct arena *mem, const char *out, int n, char **files)
{
    struct all all = { .mem = mem };
    const struct edges *const every[] = { &all.own_same, &all.own_similar,
                                          &all.apart,    &all.law,
                                          &all.z,        &all.semantic,
                                          &all.itaiji };

    if (n != FILES)
        return 2;
    all.hand = files[0];
    read_hand(&all, kgen_read(mem, files[0]));
    read_mappings(&all, kgen_read(mem, files[1]));
    read_variants(&all, kgen_read(mem, files[2]));
    read_itaiji(&all, kgen_read(mem, files[3]));
    for (size_t i = 0; i < sizeof every / sizeof *every; i++)
        for (size_t k = 0; k < every[i]->n; k++) {
            add_letter(&all, every[i]->v[k].a, 0);
            add_letter(&all, every[i]->v[k].b, 0);
        }
    settle_letters(&all);
    if (all.semantic.n)
        qsort(all.semantic.v, all.semantic.n, sizeof *all.semantic.v, by_pair);
    meet_all(&all);
    check_apart(&all, &all.own_similar, 0);
    check_apart(&all, &all.apart, 1);
    write_table(&all, out);
    return 0;
}
