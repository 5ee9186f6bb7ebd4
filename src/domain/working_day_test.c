#include "profile_fixture.h"

#include "holiday.h"
#include "working_day.h"

static struct settings
usual(struct ctx *c)
{
    const char *path = "profiles/defaults/settings.yaml";
    const struct profile_settings *s = NULL;
    struct profile_errors errors;
    size_t n;
    char *bytes = fixture_bytes(c->mem, path, &n);

    if (!profile_read_defaults(c, path, bytes, n, &errors, &s))
        fail_msg("%s", c->err.text);
    return (struct settings){ NULL, s };
}

static struct day
on(int year, int month, int day)
{
    struct day d;

    assert_true(day_make(year, month, day, &d));
    return d;
}

/* Source: 内閣府「国民の祝日について」, the lists published for these years. */
static void
holidays_are_those_of_the_gazette(void **state)
{
    static const struct {
        struct ymd on;
        const char *name;
    } days[] = {
        { { 2019, 4, 30 }, "国民の休日" },
        { { 2019, 5, 1 }, "即位の日" },
        { { 2019, 5, 2 }, "国民の休日" },
        { { 2019, 5, 6 }, "振替休日" },
        { { 2019, 10, 22 }, "即位礼正殿の儀の行われる日" },
        { { 2019, 12, 23 }, NULL },
        { { 2020, 2, 24 }, "振替休日" },
        { { 2020, 5, 6 }, "振替休日" },
        { { 2020, 7, 20 }, NULL },
        { { 2020, 7, 24 }, "スポーツの日" },
        { { 2021, 8, 9 }, "振替休日" },
        { { 2021, 8, 11 }, NULL },
        { { 2022, 10, 10 }, "スポーツの日" },
        { { 2023, 3, 21 }, "春分の日" },
        { { 2024, 3, 20 }, "春分の日" },
        { { 2024, 9, 22 }, "秋分の日" },
        { { 2024, 9, 23 }, "振替休日" },
        { { 2025, 9, 23 }, "秋分の日" },
        { { 2026, 5, 6 }, "振替休日" },
        { { 2026, 9, 21 }, "敬老の日" },
        { { 2026, 9, 22 }, "国民の休日" },
        { { 2026, 9, 23 }, "秋分の日" },
        { { 2026, 11, 23 }, "勤労感謝の日" },
        { { 2027, 3, 22 }, "振替休日" },
        { { 2026, 5, 7 }, NULL },
    };
    struct ctx c = { .mem = arena_new() };
    const struct settings s = usual(&c);

    (void)state;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        const char *name =
            holiday_name(&s, on(days[i].on.year, days[i].on.month, days[i].on.day));

        if (!days[i].name ? name != NULL : !name || strcmp(name, days[i].name) != 0)
            fail_msg("%d-%d-%d is %s", days[i].on.year, days[i].on.month,
                     days[i].on.day, name ? name : "no holiday");
    }
    arena_free(c.mem);
}

/* Each year has the same holidays: sixteen, and days in lieu for those on Sundays. */
static void
no_year_to_come_loses_a_holiday(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct settings s = usual(&c);

    (void)state;
    for (int year = 2022; year <= 2099; year++) {
        int named = 0;

        for (struct day d = on(year, 1, 1); day_ymd(d).year == year; d.n++) {
            const char *name = holiday_name(&s, d);

            named += name && strcmp(name, "振替休日") != 0
                     && strcmp(name, "国民の休日") != 0;
        }
        assert_int_equal(16, named);
    }
    arena_free(c.mem);
}

static void
terms_count_days_on_which_desks_work(void **state)
{
    static const struct plan_deadline days[] = { { "urgency_soon", 3 } };
    static const struct plan_closing_days closed[] = { { "08-13", "08-15", "お盆" } };
    struct ctx c = { .mem = arena_new() };
    const struct settings s = usual(&c);
    const struct profile_settings own = { .deadlines = { days, 1 },
                                          .closing_days = { closed, 1 } };
    const struct settings both = { &own, s.defaults };

    (void)state;
    assert_null(deadline_missing(&s));
    /* over Golden Week, the Silver Week of 2026 and the turn of the year */
    assert_int_equal(on(2026, 5, 7).n, working_day_after(on(2026, 5, 1), 1, &s).n);
    assert_int_equal(on(2026, 9, 24).n, working_day_after(on(2026, 9, 18), 1, &s).n);
    assert_int_equal(on(2027, 1, 4).n, working_day_after(on(2026, 12, 28), 1, &s).n);
    assert_int_equal(on(2026, 5, 7).n, working_day_after(on(2026, 5, 2), 0, &s).n);
    assert_int_equal(1, working_days_between(on(2026, 5, 1), on(2026, 5, 7), &s));
    assert_int_equal(0, working_days_between(on(2026, 5, 7), on(2026, 5, 1), &s));
    /* a profile goes before the defaults, row by row; closing days as a whole */
    assert_int_equal(on(2026, 8, 17).n, working_day_after(on(2026, 8, 12), 1, &both).n);
    assert_int_equal(on(2026, 8, 13).n, working_day_after(on(2026, 8, 12), 1, &s).n);
    assert_int_equal(on(2026, 6, 8).n,
                     deadline_of_triage(on(2026, 6, 1), URGENCY_SOON, &s).n);
    assert_int_equal(on(2026, 6, 4).n,
                     deadline_of_triage(on(2026, 6, 1), URGENCY_SOON, &both).n);
    assert_int_equal(on(2026, 6, 15).n,
                     deadline_of_triage(on(2026, 6, 1), URGENCY_WATCH, &s).n);
    assert_int_equal(on(2026, 6, 1).n,
                     deadline_of_confirm(on(2026, 6, 1), URGENCY_NOW, &s).n);
    assert_int_equal(on(2026, 6, 3).n,
                     deadline_of_confirm(on(2026, 6, 1), URGENCY_NONE, &s).n);
    arena_free(c.mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(holidays_are_those_of_the_gazette),
        cmocka_unit_test(no_year_to_come_loses_a_holiday),
        cmocka_unit_test(terms_count_days_on_which_desks_work),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
