#include "decode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define S(text) text, sizeof(text) - 1

static void
targets_are_split(void **state)
{
    static const struct {
        const char *raw;
        enum decode_verdict want;
        const char *path;
        const char *query;
    } t[] = {
        { "/", DECODE_GOOD, "/", "" },
        { "/a?b=c?d", DECODE_GOOD, "/a", "b=c?d" },
        { "/a?", DECODE_GOOD, "/a", "" },
        { "", DECODE_FORM, NULL, NULL },
        { "*", DECODE_FORM, NULL, NULL },
        { "http://a/b", DECODE_FORM, NULL, NULL },
        { "/a b", DECODE_FORM, NULL, NULL },
        { "/a#b", DECODE_FORM, NULL, NULL },
        { "/\xe6\x97\xa5", DECODE_FORM, NULL, NULL },
        { "/a\tb", DECODE_FORM, NULL, NULL },
    };
    struct arena *mem = arena_new();
    char longest[DECODE_TARGET_MAX + 1];
    const char *path;
    const char *query;

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        assert_int_equal(t[i].want,
                         decode_target(mem, t[i].raw, strlen(t[i].raw), &path, &query));
        if (t[i].want != DECODE_GOOD)
            continue;
        assert_string_equal(t[i].path, path);
        assert_string_equal(t[i].query, query);
    }
    memset(longest, '/', sizeof longest);
    assert_int_equal(DECODE_LONG,
                     decode_target(mem, longest, sizeof longest, &path, &query));
    arena_free(mem);
}

static void
paths_are_plain(void **state)
{
    static const struct {
        const char *raw;
        enum decode_verdict want;
        const char *text;
        size_t n;
        bool slash;
    } t[] = {
        { "/", DECODE_GOOD, "/", 0, false },
        { "/cases/AbC_-9", DECODE_GOOD, "/cases/AbC_-9", 2, false },
        { "/cases/", DECODE_GOOD, "/cases", 1, true },
        { "/%E6%97%A5/a+b%20c", DECODE_GOOD, "/日/a+b c", 2, false },
        { "/a.b/..c", DECODE_GOOD, "/a.b/..c", 2, false },
        { "", DECODE_FORM, NULL, 0, false },
        { "a", DECODE_FORM, NULL, 0, false },
        { "//", DECODE_FORM, NULL, 0, false },
        { "//a", DECODE_FORM, NULL, 0, false },
        { "/a//b", DECODE_FORM, NULL, 0, false },
        { "/a//", DECODE_FORM, NULL, 0, false },
        { "/.", DECODE_FORM, NULL, 0, false },
        { "/a/../b", DECODE_FORM, NULL, 0, false },
        { "/a/%2e%2E/b", DECODE_FORM, NULL, 0, false },
        { "/a%2fb", DECODE_FORM, NULL, 0, false },
        { "/a%5cb", DECODE_FORM, NULL, 0, false },
        { "/a\\b", DECODE_FORM, NULL, 0, false },
        { "/a%0ab", DECODE_FORM, NULL, 0, false },
        { "/a%00b", DECODE_NUL, NULL, 0, false },
        { "/a%", DECODE_PERCENT, NULL, 0, false },
        { "/a%2", DECODE_PERCENT, NULL, 0, false },
        { "/a%2g", DECODE_PERCENT, NULL, 0, false },
        { "/a%c0%af", DECODE_UTF8, NULL, 0, false },
        { "/a%ed%a0%80", DECODE_UTF8, NULL, 0, false },
        { "/1/2/3/4/5/6/7/8/9/0/1/2/3/4/5/6/7", DECODE_FORM, NULL, 0, false },
    };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        struct decode_path p;

        assert_int_equal(t[i].want, decode_path(mem, t[i].raw, strlen(t[i].raw), &p));
        if (t[i].want != DECODE_GOOD)
            continue;
        assert_string_equal(t[i].text, p.text);
        assert_int_equal(t[i].n, p.n);
        assert_int_equal(t[i].slash, p.slash);
    }
    arena_free(mem);
}

static void
forms_become_fields(void **state)
{
    static const struct {
        const char *raw;
        size_t n;
        enum decode_verdict want;
        const char *a; /* value of the field a, or the name that is blamed */
    } t[] = {
        { S(""), DECODE_GOOD, NULL },
        { S("a=1"), DECODE_GOOD, "1" },
        { S("a"), DECODE_GOOD, "" },
        { S("a="), DECODE_GOOD, "" },
        { S("&&b=2&a=1&"), DECODE_GOOD, "1" },
        { S("a=1&a=2"), DECODE_GOOD, "1" },
        { S("a=b=c"), DECODE_GOOD, "b=c" },
        { S("a=x+y%2B%26%3d"), DECODE_GOOD, "x y+&=" },
        { S("%61=%E9%AB%98%E7%94%B0"), DECODE_GOOD, "高田" },
        { S("a=%0d%0a"), DECODE_GOOD, "\r\n" },
        { S("=1"), DECODE_NAME, "" },
        { S("a+b=1"), DECODE_NAME, "" },
        { S("a[]=1"), DECODE_NAME, "" },
        { S("a%=1"), DECODE_PERCENT, "" },
        { S("body=%"), DECODE_PERCENT, "body" },
        { S("body=%zz"), DECODE_PERCENT, "body" },
        { S("body=%00"), DECODE_NUL, "body" },
        { S("body=x\0y"), DECODE_NUL, "body" },
        { S("body=%ff"), DECODE_UTF8, "body" },
        { S("body=%e6%97"), DECODE_UTF8, "body" },
        { S("body=%f4%90%80%80"), DECODE_UTF8, "body" },
        { S("x=1&body=\xc0\xaf"), DECODE_UTF8, "body" },
    };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        struct fields f = { .n = 0 };
        struct decode_fault why;

        assert_int_equal(t[i].want, decode_form(mem, t[i].raw, t[i].n, &f, &why));
        if (t[i].want != DECODE_GOOD)
            assert_string_equal(t[i].a, why.field);
        else if (!t[i].a)
            assert_null(fields_get(&f, "a"));
        else
            assert_string_equal(t[i].a, fields_get(&f, "a"));
    }
    arena_free(mem);
}

static void
forms_have_limits(void **state)
{
    struct arena *mem = arena_new();
    struct decode_fault why;
    struct fields f = { .n = 0 };
    char *body = arena_alloc(mem, DECODE_BODY_MAX + 1);

    (void)state;
    for (size_t i = 0; i < DECODE_FIELDS_MAX + 1; i++)
        memcpy(body + 2 * i, "a&", 2);
    assert_int_equal(DECODE_GOOD,
                     decode_form(mem, body, 2 * DECODE_FIELDS_MAX, &f, &why));
    assert_int_equal(DECODE_FIELDS_MAX, f.n);
    f.n = 0;
    assert_int_equal(DECODE_MANY,
                     decode_form(mem, body, 2 * DECODE_FIELDS_MAX + 1, &f, &why));
    memset(body, 'a', DECODE_BODY_MAX + 1);
    f.n = 0;
    assert_int_equal(DECODE_NAME,
                     decode_form(mem, body, DECODE_NAME_MAX + 1, &f, &why));
    assert_int_equal(DECODE_GOOD, decode_form(mem, body, DECODE_NAME_MAX, &f, &why));
    body[1] = '=';
    assert_int_equal(DECODE_GOOD, decode_form(mem, body, DECODE_BODY_MAX, &f, &why));
    assert_int_equal(DECODE_LONG,
                     decode_form(mem, body, DECODE_BODY_MAX + 1, &f, &why));
    assert_int_equal(DECODE_LONG,
                     decode_query(mem, body, DECODE_TARGET_MAX + 1, &f, &why));
    arena_free(mem);
}

static void
our_cookie_is_found_once(void **state)
{
    static const struct {
        const char *header;
        enum decode_verdict want;
        const char *value;
    } t[] = {
        { "", DECODE_GOOD, NULL },
        { "__Host-k=abc", DECODE_GOOD, "abc" },
        { "a=1; __Host-k=a-b_c; b=2", DECODE_GOOD, "a-b_c" },
        { "a=1;__Host-k=abc", DECODE_GOOD, "abc" },
        { "x__Host-k=abc", DECODE_GOOD, NULL },
        { "__Host-kk=abc", DECODE_GOOD, NULL },
        { "__host-k=abc", DECODE_GOOD, NULL },
        { "__Host-k", DECODE_GOOD, NULL },
        { "a=__Host-k=abc", DECODE_GOOD, NULL },
        { "a=\"x; __Host-k=abc", DECODE_GOOD, "abc" },
        { "__Host-k=a; __Host-k=a", DECODE_TWICE, NULL },
        { "__Host-k=a; b=1; __Host-k=b", DECODE_TWICE, NULL },
        { "__Host-k=", DECODE_FORM, NULL },
        { "__Host-k=\"a\"", DECODE_FORM, NULL },
        { "__Host-k=a b", DECODE_FORM, NULL },
        { "__Host-k=a; __Host-k=\"", DECODE_TWICE, NULL },
    };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        const char *value;

        assert_int_equal(t[i].want, decode_cookie(mem, t[i].header, strlen(t[i].header),
                                                  "__Host-k", &value));
        if (t[i].value)
            assert_string_equal(t[i].value, value);
        else
            assert_null(value);
    }
    arena_free(mem);
}

static void
a_sentence_names_field_and_mend(void **state)
{
    struct arena *mem = arena_new();
    struct decode_fault why;

    (void)state;
    decode_blame(&why, "body", 4);
    assert_string_equal("「body」: 読めない文字があります。書き直してください。",
                        decode_sentence(mem, DECODE_UTF8, &why));
    decode_blame(&why, "<b>", 3);
    assert_string_equal("読めない文字があります。書き直してください。",
                        decode_sentence(mem, DECODE_NUL, &why));
    assert_string_equal("form", decode_code(DECODE_FORM));
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(targets_are_split),
        cmocka_unit_test(paths_are_plain),
        cmocka_unit_test(forms_become_fields),
        cmocka_unit_test(forms_have_limits),
        cmocka_unit_test(our_cookie_is_found_once),
        cmocka_unit_test(a_sentence_names_field_and_mend),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
