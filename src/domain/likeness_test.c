/* How alike two people are, and why. */
#include "likeness.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct like_person
who(const char *name, const char *kana, int age, const char *place)
{
    return (struct like_person){ .name = name,
                                 .kana = kana,
                                 .place = place,
                                 .phone = "",
                                 .birth = { DAY_NONE },
                                 .age_least = age,
                                 .age_most = age };
}

struct pair {
    struct like_person a;
    struct like_person b;
    int least;
    int most;
    uint32_t why;
};

static void
candidates_are_told_with_their_reasons(void **state)
{
    struct arena *mem = arena_new();
    const struct pair PAIRS[] = {
        { who("髙橋 ハナ", "", 80, "栗原3丁目"), who("高橋ハナ", "", 81, "栗原3-2"),
          LIKE_OFFER, LIKE_SURE,
          LIKE_BIT(LIKE_SHAPE) | LIKE_BIT(LIKE_AGE) | LIKE_BIT(LIKE_TOWN) },
        { who("渡邉 花子", "", -1, ""), who("わたなべ はなこ", "", -1, ""), -100,
          LIKE_OFFER - 1, 0 },
        { who("渡邉 花子", "わたなべ はなこ", -1, ""),
          who("ワタナベハナコ", "", -1, ""), LIKE_OFFER, LIKE_SURE,
          LIKE_BIT(LIKE_READING) },
        { who("斉藤 一郎", "", 50, ""), who("斎藤 一郎", "", 52, ""), LIKE_OFFER, 100,
          LIKE_BIT(LIKE_SIMILAR) | LIKE_BIT(LIKE_AGE) },
        { who("斉藤 一郎", "", 50, "栗原"), who("斎藤 二郎", "", 52, "栗原"), -100,
          LIKE_OFFER - 1,
          LIKE_BIT(LIKE_FAMILY_NAME) | LIKE_BIT(LIKE_AGE) | LIKE_BIT(LIKE_TOWN) },
        { who("試験 花枝", "", 20, ""), who("試験 花枝", "", 80, ""), -100,
          LIKE_OFFER - 1, LIKE_BIT(LIKE_NAME) },
        { who("", "", 80, "栗原3丁目あたり"), who("試験 ハナ", "", 82, "栗原3丁目"),
          LIKE_OFFER, LIKE_SURE - 1, LIKE_BIT(LIKE_AGE) | LIKE_BIT(LIKE_TOWN) },
        { who("大橋 花", "おおはし はな", -1, ""), who("OHASHI HANA", "", -1, ""),
          LIKE_OFFER, 100, LIKE_BIT(LIKE_READING) },
    };

    (void)state;
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++) {
        const struct likeness l = like(mem, &PAIRS[i].a, &PAIRS[i].b);
        const struct likeness back = like(mem, &PAIRS[i].b, &PAIRS[i].a);

        if (l.points < PAIRS[i].least || l.points > PAIRS[i].most
            || (PAIRS[i].why && l.why != PAIRS[i].why))
            fail_msg("pair %zu: %d points, %s", i, l.points, like_text(mem, l.why));
        assert_int_equal(l.points, back.points);
        assert_int_equal(l.why, back.why);
    }
    arena_free(mem);
}

static void
old_names_and_nicknames_count(void **state)
{
    struct arena *mem = arena_new();
    struct like_person a = who("試験 花枝", "", 40, "");
    const struct like_person b = who("旧山 花枝", "", 41, "");
    struct likeness l;

    (void)state;
    a.others = "旧山 花枝、はーちゃん";
    l = like(mem, &a, &b);
    assert_true(l.points >= LIKE_OFFER);
    assert_string_equal(like_text(mem, l.why), "ほかの名前が同じ・年が近い");
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(candidates_are_told_with_their_reasons),
        cmocka_unit_test(old_names_and_nicknames_count),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
