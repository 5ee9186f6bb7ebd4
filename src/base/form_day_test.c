#include "form_day.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
dates_are_read_as_people_write_them(void **state)
{
    static const struct {
        const char *text;
        enum form_day want;
        const char *iso;
    } t[] = {
        { "2026-11-21", FORM_DAY_OK, "2026-11-21" },
        { "2026/11/21", FORM_DAY_OK, "2026-11-21" },
        { "2026.1.2", FORM_DAY_OK, "2026-01-02" },
        { "20261121", FORM_DAY_OK, "2026-11-21" },
        { "2026年11月21日", FORM_DAY_OK, "2026-11-21" },
        { "西暦2026年11月21日", FORM_DAY_OK, "2026-11-21" },
        { "２０２６年１１月２１日", FORM_DAY_OK, "2026-11-21" },
        { "昭和21年7月3日", FORM_DAY_OK, "1946-07-03" },
        { "昭和 21 年 7 月 3 日", FORM_DAY_OK, "1946-07-03" },
        { "昭21.7.3", FORM_DAY_OK, "1946-07-03" },
        { "S21.7.3", FORM_DAY_OK, "1946-07-03" },
        { "s21/7/3", FORM_DAY_OK, "1946-07-03" },
        { "Ｓ２１．７．３", FORM_DAY_OK, "1946-07-03" },
        { "昭和21年7月3", FORM_DAY_OK, "1946-07-03" },
        { "令和元年5月1日", FORM_DAY_OK, "2019-05-01" },
        { "H31.4.30", FORM_DAY_OK, "2019-04-30" },
        { "T1.7.30", FORM_DAY_OK, "1912-07-30" },
        { "M45-7-29", FORM_DAY_OK, "1912-07-29" },
        { "昭和64年1月8日", FORM_DAY_OTHER_ERA, NULL },
        { "平成31年5月1日", FORM_DAY_OTHER_ERA, NULL },
        { "令和元年4月30日", FORM_DAY_OTHER_ERA, NULL },
        { "2026-02-29", FORM_DAY_IMPOSSIBLE, NULL },
        { "20260229", FORM_DAY_IMPOSSIBLE, NULL },
        { "昭和36年2月29日", FORM_DAY_IMPOSSIBLE, NULL },
        { "1800-01-01", FORM_DAY_IMPOSSIBLE, NULL },
        { "9999-01-01", FORM_DAY_IMPOSSIBLE, NULL },
        { "元年5月1日", FORM_DAY_UNREADABLE, NULL },
        { "", FORM_DAY_UNREADABLE, NULL },
        { "きのう", FORM_DAY_UNREADABLE, NULL },
        { "2026", FORM_DAY_UNREADABLE, NULL },
        { "2026-11", FORM_DAY_UNREADABLE, NULL },
        { "2026-11-", FORM_DAY_UNREADABLE, NULL },
        { "2026-11-21-1", FORM_DAY_UNREADABLE, NULL },
        { "2026-11-21x", FORM_DAY_UNREADABLE, NULL },
        { "-2026-11-21", FORM_DAY_UNREADABLE, NULL },
        { "X1.1.1", FORM_DAY_UNREADABLE, NULL },
        { "S0.1.1", FORM_DAY_UNREADABLE, NULL },
        { "99999-1-1", FORM_DAY_UNREADABLE, NULL },
        { "S21.7.99999999999999999999", FORM_DAY_UNREADABLE, NULL },
        { "昭和", FORM_DAY_UNREADABLE, NULL },
    };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        struct day d;

        assert_int_equal(t[i].want, form_day_text(a, t[i].text, &d));
        assert_int_equal(t[i].iso != NULL, day_known(d));
        if (t[i].iso)
            assert_string_equal(t[i].iso, day_iso(a, d));
    }
    arena_free(a);
}

static void
parts_make_a_date(void **state)
{
    static const struct {
        const char *era;
        const char *y;
        const char *m;
        const char *d;
        enum form_day want;
        const char *iso;
    } t[] = {
        { "showa", "21", "7", "3", FORM_DAY_OK, "1946-07-03" },
        { "showa", "２１", "07", "３", FORM_DAY_OK, "1946-07-03" },
        { "reiwa", "元", "5", "1", FORM_DAY_OK, "2019-05-01" },
        { "seireki", "1946", "7", "3", FORM_DAY_OK, "1946-07-03" },
        { "", "1946", "7", "3", FORM_DAY_OK, "1946-07-03" },
        { "showa", "64", "2", "10", FORM_DAY_OTHER_ERA, NULL },
        { "showa", "21", "2", "30", FORM_DAY_IMPOSSIBLE, NULL },
        { "seireki", "21", "7", "3", FORM_DAY_IMPOSSIBLE, NULL },
        { "seireki", "元", "7", "3", FORM_DAY_UNREADABLE, NULL },
        { "showa", "元年", "12", "25", FORM_DAY_UNREADABLE, NULL },
        { "nobody", "21", "7", "3", FORM_DAY_UNREADABLE, NULL },
        { "showa", "", "7", "3", FORM_DAY_UNREADABLE, NULL },
        { "showa", "21", "七", "3", FORM_DAY_UNREADABLE, NULL },
        { "showa", "21", "7", "0", FORM_DAY_UNREADABLE, NULL },
        { "showa", "-21", "7", "3", FORM_DAY_UNREADABLE, NULL },
        { "showa", "4294967317", "7", "3", FORM_DAY_UNREADABLE, NULL },
    };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        struct day d;

        assert_int_equal(t[i].want,
                         form_day_parts(a, t[i].era, t[i].y, t[i].m, t[i].d, &d));
        assert_int_equal(t[i].iso != NULL, day_known(d));
        if (t[i].iso)
            assert_string_equal(t[i].iso, day_iso(a, d));
    }
    arena_free(a);
}

static void
what_day_h_writes_is_read(void **state)
{
    struct arena *a = arena_new();
    struct day first;

    (void)state;
    assert_true(day_make(1868, 1, 25, &first));
    for (struct day d = first; d.n < 70000; d.n += 61) {
        const char *ja = day_ja(a, d);
        const char *text = arena_copy(a, ja, (size_t)(strstr(ja, "（") - ja));
        struct day back;

        assert_int_equal(FORM_DAY_OK, form_day_text(a, text, &back));
        assert_int_equal(d.n, back.n);
        assert_int_equal(FORM_DAY_OK, form_day_text(a, day_iso(a, d), &back));
        assert_int_equal(d.n, back.n);
    }
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_read_as_people_write_them),
        cmocka_unit_test(parts_make_a_date),
        cmocka_unit_test(what_day_h_writes_is_read),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
