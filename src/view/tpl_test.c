#include "tpl.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define STR(out, x) _Generic((x), TPL_STR)((out), (x))
#define TRUE(x) _Generic((x), TPL_TRUE)(x)
#define JSON(out, x) _Generic((x), TPL_JSON)((out), (x))

enum colour { COLOUR_NONE, COLOUR_RED };

static struct day
day(int y, int m, int d)
{
    struct day out;

    assert_true(day_make(y, m, d, &out));
    return out;
}

static const struct day UNKNOWN = { .n = DAY_NONE };
static const struct case_id CASE = { .id = { .s = "AAECAwQFBgcICQoLDA0ODw" } };

static void
values_print_by_their_type(void **state)
{
    struct arena *a = arena_new();
    struct buf b = buf_new(a);
    const char *text = "<a>";
    char small[4] = "abc";
    int64_t most = INT64_MIN;

    (void)state;
    assert_string_equal("<a>", STR(&b, text));
    assert_string_equal("abc", STR(&b, small));
    assert_string_equal("-7", STR(&b, -7));
    assert_string_equal("-9223372036854775808", STR(&b, most));
    assert_string_equal("18446744073709551615", STR(&b, (size_t)SIZE_MAX));
    assert_string_equal("令和8年11月21日（土）", STR(&b, day(2026, 11, 21)));
    assert_string_equal("", STR(&b, UNKNOWN));
    assert_string_equal(CASE.id.s, STR(&b, CASE));
    assert_string_equal(CASE.id.s, STR(&b, CASE.id));
    arena_free(a);
}

static void
conditions_hold_by_type(void **state)
{
    const char *null = NULL;
    const struct case_id none = { .id = { .s = "" } };

    (void)state;
    assert_true(TRUE((bool)true));
    assert_false(TRUE((bool)false));
    assert_true(TRUE((const char *)"a"));
    assert_false(TRUE((const char *)""));
    assert_false(TRUE(null));
    assert_true(TRUE(-1));
    assert_false(TRUE((int64_t)0));
    assert_true(TRUE((int64_t)1 << 40));
    assert_true(TRUE((size_t)1 << 40));
    assert_true(TRUE((enum colour)COLOUR_RED));
    assert_false(TRUE((enum colour)COLOUR_NONE));
    assert_true(TRUE(day(1970, 1, 1)));
    assert_false(TRUE(UNKNOWN));
    assert_true(TRUE(CASE));
    assert_false(TRUE(none));
    assert_false(TRUE(none.id));
}

static void
json_values_by_type(void **state)
{
    struct arena *a = arena_new();
    struct buf b = buf_new(a);
    const char *null = NULL;
    const struct id none = { .s = "" };

    (void)state;
    JSON(&b, (const char *)"a\"b");
    JSON(&b, null);
    JSON(&b, (bool)true);
    JSON(&b, -7);
    JSON(&b, (size_t)8);
    JSON(&b, day(2026, 11, 21));
    JSON(&b, UNKNOWN);
    JSON(&b, CASE);
    JSON(&b, none);
    assert_string_equal("\"a\\\"b\"nulltrue-78\"2026-11-21\"null"
                        "\"AAECAwQFBgcICQoLDA0ODw\"null",
                        buf_text(&b));
    arena_free(a);
}

/* Writes the parts as kgen does for one URL attribute. */
static const char *
url(struct arena *a, const char *start, const char *path, const char *part)
{
    struct buf b = buf_new(a);
    size_t at;

    buf_lit(&b, "<a href=\"");
    at = b.n;
    buf_str(&b, start);
    tpl_path(&b, path);
    tpl_part(&b, part);
    tpl_url_end(&b, at);
    return buf_text(&b) + at;
}

static void
urls_are_checked_as_a_whole(void **state)
{
    static const struct {
        const char *start;
        const char *path;
        const char *part;
        const char *want;
    } t[] = {
        { "", "/niiza/cases", NULL, "/niiza/cases" },
        { "/x?q=", NULL, "a&b/ ", "/x?q=a%26b%2F%20" },
        { "", "/a?b=1&c=2", NULL, "/a?b=1&amp;c=2" },
        { "", "", "", "#" },
        { "", NULL, NULL, "#" },
        { "", "javascript:alert(1)", NULL, "#" },
        { "", "//example.org", NULL, "#" },
        { "/", "/example.org", NULL, "#" },
        { "/", "\\example.org", NULL, "#" },
        { "/", "\t/example.org", NULL, "#" },
        { "", "/\"><script>", NULL, "/&quot;&gt;&lt;script&gt;" },
        { "#", "a", NULL, "#a" },
        { "tel:", NULL, "048", "tel:048" },
        { "", "/日本", NULL, "/日本" },
    };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++)
        assert_string_equal(t[i].want, url(a, t[i].start, t[i].path, t[i].part));
    arena_free(a);
}

static void
texts_are_escaped_and_lines_broken(void **state)
{
    struct arena *a = arena_new();
    struct buf b = buf_new(a);

    (void)state;
    tpl_text(&b, NULL);
    tpl_text(&b, "<a>\"'&");
    assert_string_equal("&lt;a&gt;&quot;&#39;&amp;", buf_text(&b));
    b.n = 0;
    tpl_lines(&b, NULL);
    tpl_lines(&b, "");
    tpl_lines(&b, "\n<a>\n\nb\n");
    assert_string_equal("<br>&lt;a&gt;<br><br>b<br>", buf_text(&b));
    arena_free(a);
}

static void
filters_write_what_they_say(void **state)
{
    struct arena *a = arena_new();
    struct buf b = buf_new(a);

    (void)state;
    assert_string_equal("11月21日（土）", tpl_day_short(&b, day(2026, 11, 21)));
    assert_string_equal("", tpl_day_short(&b, UNKNOWN));
    assert_string_equal("2026-11-21", tpl_day_iso(&b, day(2026, 11, 21)));
    assert_string_equal("", tpl_day_iso(&b, UNKNOWN));
    assert_string_equal("0", tpl_num(&b, 0));
    assert_string_equal("999", tpl_num(&b, 999));
    assert_string_equal("1,000", tpl_num(&b, 1000));
    assert_string_equal("-999", tpl_num(&b, -999));
    assert_string_equal("-123,456", tpl_num(&b, -123456));
    assert_string_equal("9,223,372,036,854,775,807", tpl_num(&b, INT64_MAX));
    assert_string_equal("-9,223,372,036,854,775,808", tpl_num(&b, INT64_MIN));
    arena_free(a);
}

static void
null_and_empty_are_the_same_text(void **state)
{
    (void)state;
    assert_true(tpl_same(NULL, ""));
    assert_true(tpl_same("a", "a"));
    assert_false(tpl_same("a", NULL));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_print_by_their_type),
        cmocka_unit_test(conditions_hold_by_type),
        cmocka_unit_test(json_values_by_type),
        cmocka_unit_test(urls_are_checked_as_a_whole),
        cmocka_unit_test(texts_are_escaped_and_lines_broken),
        cmocka_unit_test(filters_write_what_they_say),
        cmocka_unit_test(null_and_empty_are_the_same_text),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
