#include "text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define S(text) text, sizeof(text) - 1

static void
only_well_formed_utf8_is_valid(void **state)
{
    static const struct {
        const char *p;
        size_t n;
        bool want;
    } t[] = {
        { S(""), true },
        { S("abc"), true },
        { S("日本𠮷"), true },
        { S("葛\xf3\xa0\x84\x80"), true }, /* with a variation selector */
        { S("\xf4\x8f\xbf\xbf"), true },   /* the last code point */
        { S("a\0b"), false },
        { S("\x80"), false },
        { S("\xe6\x97"), false },
        { S("\xe6\x97z"), false },
        { S("\xc0\xaf"), false },     /* an overlong / */
        { S("\xe0\x80\xaf"), false }, /* and a longer one */
        { S("\xc1\xbf"), false },
        { S("\xed\xa0\x80"), false },     /* a surrogate */
        { S("\xf4\x90\x80\x80"), false }, /* beyond the last */
        { S("\xf8\x88\x80\x80\x80"), false },
        { S("\xff"), false },
        { S("\x93\xfa\x96\x7b"), false }, /* Shift_JIS */
    };

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++)
        assert_int_equal(t[i].want, text_valid(t[i].p, t[i].n));
}

static void
characters_are_counted_not_bytes(void **state)
{
    (void)state;
    assert_int_equal(0, text_length(""));
    assert_int_equal(3, text_length("abc"));
    assert_int_equal(3, text_length("日本𠮷"));
}

struct pair {
    const char *from;
    const char *to;
};

static void
check(const char *(*f)(struct arena *mem, const char *s),
      const struct pair *t,
      size_t n)
{
    struct arena *a = arena_new();

    for (size_t i = 0; i < n; i++)
        assert_string_equal(t[i].to, f(a, t[i].from));
    arena_free(a);
}

#define CHECK(f, t) check((f), (t), sizeof(t) / sizeof *(t))

static void
texts_are_cleaned_but_keep_their_lines(void **state)
{
    static const struct pair t[] = {
        { "", "" },
        { " \n\t　", "" },
        { "　あ　い　", "あ　い" },
        { "a\r\nb\rc\n", "a\nb\nc" },
        { "a\tb", "a\tb" },
        { "a\x01\x1b[0m\x7f"
          "b",
          "a[0mb" },
        { "a\xc2\x85"
          "b",
          "ab" },
        { "a\xe2\x80\xae"
          "b",
          "ab" }, /* right-to-left override */
        { "葛\xf3\xa0\x84\x80", "葛\xf3\xa0\x84\x80" },
        { "\xef\xbb\xbf"
          "a",
          "a" }, /* byte order mark */
    };

    (void)state;
    CHECK(text_clean, t);
}

static void
lines_have_single_spaces(void **state)
{
    static const struct pair t[] = {
        { "", "" },
        { "  ", "" },
        { " 高田　　ハナ \n", "高田 ハナ" },
        { "a\n\nb\tc", "a b c" },
        { "a", "a" },
    };

    (void)state;
    CHECK(text_line, t);
}

static void
search_sees_through_ways_of_writing(void **state)
{
    static const struct pair t[] = {
        { "", "" },
        { "タカダ ハナ", "たかだはな" },
        { "ﾀｶﾀﾞ", "たかだ" },
        { "たかだ", "たかだ" },
        { "ＡＢＣ１２", "abc12" },
        { "ヴァ", "ゔぁ" },
        { "ジョン・スミス", "じょんすみす" },
        { "葛\xf3\xa0\x84\x80飾", "葛飾" },
        { "ー", "ー" },
    };

    (void)state;
    CHECK(text_fold, t);
}

static void
long_texts_are_cut_between_characters(void **state)
{
    struct arena *a = arena_new();

    (void)state;
    assert_string_equal("", text_cut(a, "", 0));
    assert_string_equal("…", text_cut(a, "あ", 0));
    assert_string_equal("あい", text_cut(a, "あい", 2));
    assert_string_equal("あい…", text_cut(a, "あいう", 2));
    assert_string_equal("𠮷…", text_cut(a, "𠮷野", 1));
    arena_free(a);
}

static void
null_is_the_same_as_null_only(void **state)
{
    (void)state;
    assert_true(text_same(NULL, NULL));
    assert_false(text_same(NULL, ""));
    assert_false(text_same("", NULL));
    assert_true(text_same("a", "a"));
    assert_false(text_same("a", "b"));
}

static void
numbers_are_whole_and_within_bounds(void **state)
{
    static const struct {
        const char *s;
        int64_t min;
        int64_t max;
        bool want;
        int64_t v;
    } t[] = {
        { "0", 0, 10, true, 0 },
        { "10", 0, 10, true, 10 },
        { "007", 0, 10, true, 7 },
        { "-5", -5, 0, true, -5 },
        { "-0", 0, 0, true, 0 },
        { "9223372036854775807", 0, INT64_MAX, true, INT64_MAX },
        { "11", 0, 10, false, 0 },
        { "-1", 0, 10, false, 0 },
        { "", 0, 10, false, 0 },
        { "-", -10, 10, false, 0 },
        { "+1", 0, 10, false, 0 },
        { "--1", -10, 10, false, 0 },
        { " 1", 0, 10, false, 0 },
        { "1 ", 0, 10, false, 0 },
        { "1.0", 0, 10, false, 0 },
        { "0x1", 0, 10, false, 0 },
        { "１", 0, 10, false, 0 },
        { "9223372036854775808", 0, INT64_MAX, false, 0 },
        { "99999999999999999999999", 0, INT64_MAX, false, 0 },
    };

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++) {
        int64_t v = 0;

        assert_int_equal(t[i].want, text_int(t[i].s, t[i].min, t[i].max, &v));
        assert_int_equal(t[i].v, v);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_well_formed_utf8_is_valid),
        cmocka_unit_test(characters_are_counted_not_bytes),
        cmocka_unit_test(texts_are_cleaned_but_keep_their_lines),
        cmocka_unit_test(lines_have_single_spaces),
        cmocka_unit_test(search_sees_through_ways_of_writing),
        cmocka_unit_test(long_texts_are_cut_between_characters),
        cmocka_unit_test(null_is_the_same_as_null_only),
        cmocka_unit_test(numbers_are_whole_and_within_bounds),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
