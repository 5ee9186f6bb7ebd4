/* Days that are known only about, as people say them. */
#include "about_day.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

struct said {
    const char *words;
    const char *first; /* "" when no day fits */
    const char *last;
};

static struct day
today(void)
{
    struct day d;

    assert_true(day_read("2026-11-21", &d));
    return d;
}

static void
check(struct arena *mem, const struct said *t, struct about_day got)
{
    const char *first = day_known(got.first) ? day_iso(mem, got.first) : "";
    const char *last = day_known(got.last) ? day_iso(mem, got.last) : "";

    if (strcmp(first, t->first) != 0 || strcmp(last, t->last) != 0)
        fail_msg("%s: %s to %s", t->words, first, last);
}

static void
R_090_times_are_read_as_they_are_said(void **state)
{
    static const struct said SAID[] = {
        { "昭和21年7月3日", "1946-07-03", "1946-07-03" },
        { "1946/7/3", "1946-07-03", "1946-07-03" },
        { "昭和２０年ごろ", "1945-01-01", "1945-12-31" },
        { "平成8年4月", "1996-04-01", "1996-04-30" },
        { "H8年", "1996-01-01", "1996-12-31" },
        { "平成元年", "1989-01-01", "1989-12-31" },
        { "だいたい1990年代", "1990-01-01", "1999-12-31" },
        { "令和8年12月", "2026-12-01", "2026-12-31" },
        { "高校のころ", "", "" },
        { "約30年", "", "" },
        { "", "", "" },
        { "ずっと前", "", "" },
    };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++)
        check(mem, &SAID[i], about_day_read(mem, SAID[i].words, today()));
    arena_free(mem);
}

static void
spans_count_back_from_today(void **state)
{
    struct arena *mem = arena_new();
    const struct about_day thirty = about_day_read(mem, "30年ほど前", today());
    const struct about_day three = about_day_read(mem, "約3か月前", today());

    (void)state;
    assert_true(day_ymd(thirty.first).year >= 1993);
    assert_true(day_ymd(thirty.last).year <= 1999);
    assert_true(three.first.n <= today().n - 91 && three.last.n >= today().n - 91);
    arena_free(mem);
}

static void
an_age_follows_from_a_birth(void **state)
{
    static const struct {
        const char *birth;
        const char *age;
    } AGES[] = {
        { "昭和21年7月3日", "80歳" }, { "昭和21年12月3日", "79歳" },
        { "昭和21年", "79～80歳" },   { "80代", "80代" },
        { "82歳くらい", "82歳" },     { "わからない", NULL },
        { "約50歳", "50歳" },
    };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof AGES / sizeof *AGES; i++) {
        const char *age =
            about_age(mem, about_birth_read(mem, AGES[i].birth, today()), today());

        if (AGES[i].age)
            assert_string_equal(age ? age : "-", AGES[i].age);
        else
            assert_null(age);
    }
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_090_times_are_read_as_they_are_said),
        cmocka_unit_test(spans_count_back_from_today),
        cmocka_unit_test(an_age_follows_from_a_birth),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
