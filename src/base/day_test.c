#include "day.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static struct day
day(int y, int m, int d)
{
    struct day out;

    assert_true(day_make(y, m, d, &out));
    return out;
}

static void
only_days_of_the_calendar_exist(void **state)
{
    static const struct {
        int y, m, d;
        bool want;
    } t[] = {
        { 1970, 1, 1, true },   { 2024, 2, 29, true },   { 2023, 2, 29, false },
        { 2000, 2, 29, true },  { 1900, 2, 29, false },  { 2100, 2, 29, false },
        { 2026, 4, 31, false }, { 2026, 12, 31, true },  { 2026, 13, 1, false },
        { 2026, 0, 1, false },  { 2026, 1, 0, false },   { 2026, 1, 32, false },
        { 1868, 1, 1, true },   { 1867, 12, 31, false }, { 2199, 12, 31, true },
        { 2200, 1, 1, false },  { -1, 1, 1, false },     { 2026, -4, 1, false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        struct day out;

        assert_int_equal(t[i].want, day_make(t[i].y, t[i].m, t[i].d, &out));
        assert_int_equal(t[i].want, day_known(out));
    }
}

static void
every_day_comes_back(void **state)
{
    struct day first = day(1868, 1, 1);
    struct day last = day(2199, 12, 31);
    struct ymd before = { 1867, 12, 31 };

    (void)state;
    assert_int_equal(0, day(1970, 1, 1).n);
    assert_int_equal(-1, day(1969, 12, 31).n);
    for (struct day d = first; d.n <= last.n; d.n++) {
        struct ymd v = day_ymd(d);

        assert_int_equal(d.n, day(v.year, v.month, v.day).n);
        assert_true(v.day == before.day + 1 || v.day == 1);
        before = v;
    }
}

static void
only_iso_is_read(void **state)
{
    static const char *const bad[] = {
        "",           "2026-11-2",   "2026-11-210", "2026/11/21", "2026-1121",
        "2026-11-31", "2026-13-01",  "20261121",    "+026-11-21", "2026-11-2a",
        " 2026-11-2", "２０２６-11", "1800-01-01",
    };
    struct arena *a = arena_new();
    struct day d;

    (void)state;
    assert_true(day_read("2026-11-21", &d));
    assert_string_equal("2026-11-21", day_iso(a, d));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(day_read(bad[i], &d));
        assert_false(day_known(d));
    }
    arena_free(a);
}

static void
days_are_written_with_their_era(void **state)
{
    static const struct {
        int y, m, d;
        const char *want;
    } t[] = {
        { 2026, 11, 21, "令和8年11月21日（土）" },
        { 2019, 5, 1, "令和元年5月1日（水）" },
        { 2019, 4, 30, "平成31年4月30日（火）" },
        { 1989, 1, 8, "平成元年1月8日（日）" },
        { 1989, 1, 7, "昭和64年1月7日（土）" },
        { 1926, 12, 25, "昭和元年12月25日（土）" },
        { 1926, 12, 24, "大正15年12月24日（金）" },
        { 1912, 7, 30, "大正元年7月30日（火）" },
        { 1912, 7, 29, "明治45年7月29日（月）" },
        { 1868, 1, 25, "明治元年1月25日（土）" },
        { 1868, 1, 24, "1868年1月24日（金）" },
    };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++)
        assert_string_equal(t[i].want, day_ja(a, day(t[i].y, t[i].m, t[i].d)));
    assert_string_equal("11月21日（土）", day_short(a, day(2026, 11, 21)));
    arena_free(a);
}

static void
years_of_eras_are_read(void **state)
{
    static const struct {
        const char *era;
        int y, m, d;
        const char *want; /* NULL: there is no such day in the era */
    } t[] = {
        { "showa", 64, 1, 7, "1989-01-07" },
        { "showa", 64, 1, 8, NULL },
        { "heisei", 1, 1, 8, "1989-01-08" },
        { "heisei", 1, 1, 7, NULL },
        { "heisei", 31, 4, 30, "2019-04-30" },
        { "heisei", 31, 5, 1, NULL },
        { "reiwa", 1, 5, 1, "2019-05-01" },
        { "reiwa", 1, 4, 30, NULL },
        { "taisho", 15, 12, 24, "1926-12-24" },
        { "taisho", 15, 12, 25, NULL },
        { "showa", 1, 12, 25, "1926-12-25" },
        { "meiji", 45, 7, 29, "1912-07-29" },
        { "meiji", 1, 1, 25, "1868-01-25" },
        { "meiji", 1, 1, 24, NULL },
        { "showa", 35, 2, 29, "1960-02-29" },
        { "showa", 36, 2, 29, NULL },
        { "showa", 0, 1, 1, NULL },
        { "showa", -1, 1, 1, NULL },
        { "reiwa", 181, 1, 1, "2199-01-01" },
        { "reiwa", 182, 1, 1, NULL },
        { "reiwa", 2147483647, 1, 1, NULL },
    };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        const struct era *e = era_find(t[i].era);
        struct day d;

        assert_non_null(e);
        assert_int_equal(t[i].want != NULL, era_make(e, t[i].y, t[i].m, t[i].d, &d));
        if (t[i].want)
            assert_string_equal(t[i].want, day_iso(a, d));
        else
            assert_false(day_known(d));
    }
    assert_null(era_find("seireki"));
    assert_null(era_find(""));
    arena_free(a);
}

static void
the_day_turns_at_midnight_in_japan(void **state)
{
    struct arena *a = arena_new();
    int64_t begin = day_begin(day(2026, 11, 21));

    (void)state;
    assert_int_equal(1795186800000, begin);
    assert_string_equal("2026-11-20", day_iso(a, day_of(begin - 1)));
    assert_string_equal("2026-11-21", day_iso(a, day_of(begin)));
    assert_string_equal("2026-11-21", day_iso(a, day_of(begin + 86399999)));
    assert_string_equal("2026-11-22", day_iso(a, day_of(begin + 86400000)));
    assert_string_equal("1970-01-01", day_iso(a, day_of(0)));
    assert_string_equal("1969-12-31", day_iso(a, day_of(-9 * 3600000 - 1)));
    assert_string_equal("1970-01-01", day_iso(a, day_of(-9 * 3600000)));
    arena_free(a);
}

static void
instants_are_written_in_japan(void **state)
{
    struct arena *a = arena_new();
    int64_t at = day_begin(day(2026, 11, 21)) + (14 * 60 + 5) * 60000 + 9123;

    (void)state;
    assert_string_equal("令和8年11月21日 14時05分", instant_ja(a, at));
    assert_string_equal("14時05分", instant_clock(a, at));
    assert_string_equal("0時00分", instant_clock(a, day_begin(day(2026, 1, 1))));
    assert_string_equal("23時59分", instant_clock(a, day_begin(day(2026, 1, 1)) - 1));
    assert_string_equal("2026-11-21T14:05:09.123+09:00", instant_iso(a, at));
    assert_string_equal("1970-01-01T08:59:59.999+09:00", instant_iso(a, -1));
    arena_free(a);
}

static void
weeks_and_fiscal_years(void **state)
{
    struct arena *a = arena_new();

    (void)state;
    assert_int_equal(4, day_weekday(day(1970, 1, 1)));
    assert_int_equal(3, day_weekday(day(1969, 12, 31)));
    assert_int_equal(6, day_weekday(day(2026, 11, 21)));
    assert_int_equal(0, day_weekday(day(1868, 1, 26)));
    assert_int_equal(2025, day_fiscal_year(day(2026, 3, 31)));
    assert_int_equal(2026, day_fiscal_year(day(2026, 4, 1)));
    assert_int_equal(2026, day_fiscal_year(day(2026, 12, 31)));
    assert_string_equal("2026-03-31", day_iso(a, day_fiscal_end(day(2025, 4, 1))));
    assert_string_equal("2024-03-31", day_iso(a, day_fiscal_end(day(2024, 2, 29))));
    assert_string_equal("令和8", era_year(a, 2026));
    assert_string_equal("令和元", era_year(a, 2019));
    assert_string_equal("平成30", era_year(a, 2018));
    assert_string_equal("平成元", era_year(a, 1989));
    assert_string_equal("昭和63", era_year(a, 1988));
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_days_of_the_calendar_exist),
        cmocka_unit_test(every_day_comes_back),
        cmocka_unit_test(only_iso_is_read),
        cmocka_unit_test(days_are_written_with_their_era),
        cmocka_unit_test(years_of_eras_are_read),
        cmocka_unit_test(the_day_turns_at_midnight_in_japan),
        cmocka_unit_test(instants_are_written_in_japan),
        cmocka_unit_test(weeks_and_fiscal_years),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
