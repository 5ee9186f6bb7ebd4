/*
 * How well people are told apart: pairs of names that are ways of writing one name must be
 * offered and different names must not; and in a town of invented people, of whom some were
 * written down twice and otherwise, who is taken for sure to be one must be one.
 *
 *     kasane-likeness [FOLDER]      tests/names
 */
#include "../../src/domain/likeness.h"

#include "../../src/base/machine.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PEOPLE = 1500, TWICE = 500, LINE_MAX_BYTES = 200 };

struct tally {
    int good;
    int of;
};

static struct like_person
person(const char *name, const char *kana)
{
    return (struct like_person){ .name = name,
                                 .kana = kana,
                                 .others = "",
                                 .place = "",
                                 .phone = "",
                                 .birth = { DAY_NONE },
                                 .age_least = -1,
                                 .age_most = -1 };
}

/* One line of pairs.txt or apart.txt as two people: kind, tab, one way, tab, another. */
static bool
take_line(struct arena *mem,
          char *line,
          bool same,
          struct like_person *a,
          struct like_person *b)
{
    char *rest = strchr(line, '\t');
    char *other = rest ? strchr(rest + 1, '\t') : NULL;

    if (*line == '#' || !other || (!same && strncmp(line, "same\t", 5) == 0))
        return false; /* other letters may still be written for one another */
    *rest++ = '\0';
    *other++ = '\0';
    if (strcmp(line, "kana") == 0) {
        *a = person("", rest);
        *b = person("", other);
    } else if (strcmp(line, "romaji") == 0) {
        *a = person(rest, "");
        *b = person("", other);
    } else {
        *a = person(arena_printf(mem, "%s 花枝", rest), "");
        *b = person(arena_printf(mem, "%s 花枝", other), "");
    }
    return true;
}

static struct tally
try_pairs(struct arena *mem, const char *path, bool joined)
{
    struct tally t = { 0, 0 };
    size_t n;
    char *text = machine_read(&machine_real, mem, path, (size_t)1 << 20, &n);

    for (char *line = text; line && *line;) {
        char *end = line + strcspn(line, "\n");
        struct like_person a;
        struct like_person b;
        const bool more = *end != '\0';

        *end = '\0';
        if (take_line(mem, line, joined, &a, &b)) {
            const bool offered = like(mem, &a, &b).points >= LIKE_OFFER;

            t.of++;
            t.good += offered == joined;
            if (offered != joined)
                printf("  %s: %s%s | %s%s\n", joined ? "not offered" : "offered",
                       a.name, a.kana, b.name, b.kana);
        }
        line = more ? end + 1 : end;
    }
    return t;
}

static uint32_t
draw(uint64_t *random, uint32_t n)
{
    *random = *random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*random >> 33) % n;
}

struct word {
    const char *plain;
    const char *other; /* another shape of it */
    const char *kana;
};

static const struct word FAMILIES[] = {
    { "高田", "髙田", "たかだ" },   { "渡辺", "渡邉", "わたなべ" },
    { "斎藤", "齋藤", "さいとう" }, { "山崎", "山﨑", "やまざき" },
    { "浜田", "濱田", "はまだ" },   { "見本", "見本", "みほん" },
    { "仮野", "假野", "かりの" },   { "架空", "架空", "かくう" },
    { "桜井", "櫻井", "さくらい" }, { "広瀬", "廣瀬", "ひろせ" },
    { "沢口", "澤口", "さわぐち" }, { "国枝", "國枝", "くにえだ" },
    { "島村", "嶋村", "しまむら" }, { "辺見", "邊見", "へんみ" },
    { "富田", "冨田", "とみた" },   { "吉野", "𠮷野", "よしの" },
    { "小野", "小野", "おの" },     { "大野", "大野", "おおの" },
    { "関根", "關根", "せきね" },   { "長沢", "長澤", "ながさわ" },
};
static const struct word GIVENS[] = {
    { "花枝", "花枝", "はなえ" },   { "一郎", "一郎", "いちろう" },
    { "恵子", "惠子", "けいこ" },   { "真理", "眞理", "まり" },
    { "修", "修", "おさむ" },       { "幸子", "幸子", "さちこ" },
    { "徳次", "德次", "とくじ" },   { "節子", "節子", "せつこ" },
    { "隆", "隆", "たかし" },       { "静", "靜", "しず" },
    { "栄一", "榮一", "えいいち" }, { "文雄", "文雄", "ふみお" },
    { "光代", "光代", "みつよ" },   { "桜", "櫻", "さくら" },
    { "健", "健", "けん" },         { "良子", "良子", "よしこ" },
    { "進", "進", "すすむ" },       { "千代", "千代", "ちよ" },
    { "礼子", "禮子", "れいこ" },   { "寿", "壽", "ひさし" },
    { "和夫", "和夫", "かずお" },   { "悦子", "悅子", "えつこ" },
    { "満", "滿", "みつる" },       { "辰男", "辰男", "たつお" },
};
static const char *const TOWNS[] = {
    "栗原", "東北", "大和田", "野火止", "片山", "石神"
};

#define COUNT(a) ((uint32_t)(sizeof(a) / sizeof *(a)))

struct truth {
    const struct word *family;
    const struct word *given;
    int age;
    struct day birth;
    uint32_t town;
    uint32_t block;
    uint32_t house;
};

static struct truth
draw_truth(uint64_t *random)
{
    struct truth t = {
        .family = &FAMILIES[draw(random, COUNT(FAMILIES))],
        .given = &GIVENS[draw(random, COUNT(GIVENS))],
        .age = (int)draw(random, 95),
        .town = draw(random, COUNT(TOWNS)),
        .block = 1 + draw(random, 6),
        .house = 1 + draw(random, 40),
    };

    t.birth.n = 20000 - t.age * 365 - (int)draw(random, 365);
    return t;
}

static struct like_person
as_known(struct arena *mem, const struct truth *t)
{
    struct like_person p =
        person(arena_printf(mem, "%s %s", t->family->plain, t->given->plain),
               arena_printf(mem, "%s %s", t->family->kana, t->given->kana));

    p.place =
        arena_printf(mem, "%s%d丁目%d番", TOWNS[t->town], (int)t->block, (int)t->house);
    p.birth = t->birth;
    p.age_least = p.age_most = t->age;
    return p;
}

/* The same person as somebody else writes it down. */
static struct like_person
as_heard(struct arena *mem, const struct truth *t, uint64_t *random)
{
    const char *family = draw(random, 2) ? t->family->other : t->family->plain;
    const char *given = draw(random, 2) ? t->given->other : t->given->plain;
    const bool space = draw(random, 2);
    struct like_person p =
        person(arena_printf(mem, "%s%s%s", family, space ? "　" : "", given),
               draw(random, 3) ? arena_printf(mem, "%s%s%s", t->family->kana,
                                              space ? " " : "", t->given->kana)
                               : "");

    if (draw(random, 10) == 0)
        p.name = arena_printf(mem, "%s %s", t->family->kana, t->given->kana);
    p.place = arena_printf(mem, draw(random, 2) ? "%s%d-%d" : "%s%d丁目%dの1",
                           TOWNS[t->town], (int)t->block, (int)t->house);
    if (draw(random, 10) == 0)
        p.place = TOWNS[t->town];
    if (draw(random, 5))
        p.birth = t->birth;
    p.age_least = p.age_most = t->age + (int)draw(random, 5) - 2;
    return p;
}

static bool
try_town(struct arena *mem)
{
    uint64_t random = 20261121;
    struct truth *truths = ARENA_ARRAY(mem, PEOPLE, struct truth);
    struct like_person *known = ARENA_ARRAY(mem, PEOPLE, struct like_person);
    int sure = 0;
    int right = 0;
    double precision;
    double recall;

    for (size_t i = 0; i < PEOPLE; i++) {
        truths[i] = draw_truth(&random);
        known[i] = as_known(mem, &truths[i]);
    }
    for (size_t i = 0; i < TWICE; i++) {
        const struct like_person heard = as_heard(mem, &truths[i], &random);
        const struct arena_mark pass = arena_mark(mem);

        for (size_t k = 0; k < PEOPLE; k++)
            if (like(mem, &heard, &known[k]).points >= LIKE_SURE) {
                sure++;
                right += k == i;
            }
        arena_rewind(mem, pass);
    }
    precision = sure ? (double)right / sure : 0;
    recall = (double)right / TWICE;
    printf("a town of %d, %d written down twice: precision %.4f, recall %.4f\n", PEOPLE,
           TWICE, precision, recall);
    return precision >= 0.995 && recall >= 0.97;
}

int
main(int argc, char **argv)
{
    const char *folder = argc > 1 ? argv[1] : "tests/names";
    struct arena *mem = arena_new();
    const struct tally joined =
        try_pairs(mem, arena_printf(mem, "%s/pairs.txt", folder), true);
    const struct tally apart =
        try_pairs(mem, arena_printf(mem, "%s/apart.txt", folder), false);
    int passed = 0;

    printf("one name: %d of %d offered\n", joined.good, joined.of);
    printf("different names: %d of %d not offered\n", apart.good, apart.of);
    passed += joined.of >= 300 && joined.good * 100 >= joined.of * 98;
    passed += apart.of >= 100 && apart.good == apart.of;
    passed += try_town(mem);
    printf("%d passed, %d failed\n", passed, 3 - passed);
    arena_free(mem);
    return passed != 3;
}
