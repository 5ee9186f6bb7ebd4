#include "decode_json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define S(text) text, sizeof(text) - 1

static void
objects_become_fields(void **state)
{
    static const struct {
        const char *raw;
        size_t n;
        enum decode_verdict want;
        const char *a; /* value of the field a, or the name that is blamed */
    } t[] = {
        { S("{}"), DECODE_GOOD, NULL },
        { S("{\"a\":\"x\"}"), DECODE_GOOD, "x" },
        { S("{\"b\":1,\"a\":\"\\u9ad8\\u7530\"}"), DECODE_GOOD, "高田" },
        { S("{\"a\":-9223372036854775808}"), DECODE_GOOD, "-9223372036854775808" },
        { S("{\"a\":true}"), DECODE_GOOD, "1" },
        { S("{\"a\":false}"), DECODE_GOOD, "0" },
        { S("{\"a\":null}"), DECODE_GOOD, NULL },
        { S("{\"a\":\"[{\\\"[[[[[[[[[[[[[[[[[[[[[\"}"), DECODE_GOOD,
          "[{\"[[[[[[[[[[[[[[[[[[[[[" },
        { S("{\"body\":{}}"), DECODE_KIND, "body" },
        { S("{\"a\":[\"x\",\"y\"]}"), DECODE_GOOD, "x" },
        { S("{\"a\":[]}"), DECODE_GOOD, NULL },
        { S("{\"body\":[1]}"), DECODE_KIND, "body" },
        { S("{\"body\":[\"x\",null]}"), DECODE_KIND, "body" },
        { S("{\"body\":[[\"x\"]]}"), DECODE_KIND, "body" },
        { S("{\"body\":1.5}"), DECODE_KIND, "body" },
        { S("{\"body\":1e3}"), DECODE_KIND, "body" },
        { S("{\"a\":9223372036854775808}"), DECODE_KIND, "" },
        { S("{\"a\":1e999}"), DECODE_KIND, "" },
        { S("{\"a\":1,\"a\":2}"), DECODE_TWICE, "" },
        { S("{\"a\":\"\\u0000\"}"), DECODE_NUL, "" },
        { S("{\"a\\u0000\":1}"), DECODE_NUL, "" },
        { S("{\"a\":\"\\ud800\"}"), DECODE_FORM, "" },
        { S("{\"a\":\"\xff\"}"), DECODE_UTF8, "" },
        { S("{\"a b\":1}"), DECODE_NAME, "" },
        { S("{\"\":1}"), DECODE_NAME, "" },
        { S(""), DECODE_FORM, "" },
        { S("[]"), DECODE_FORM, "" },
        { S("\"a\""), DECODE_FORM, "" },
        { S("{} {}"), DECODE_FORM, "" },
        { S("{\"a\":1,}"), DECODE_FORM, "" },
        { S("{'a':1}"), DECODE_FORM, "" },
        { S("\xef\xbb\xbf{}"), DECODE_FORM, "" },
        { S("[[[[[[[[[[[[[[[[[[[["), DECODE_KIND, "" },
    };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        struct fields f = { .n = 0 };
        struct decode_fault why;
        enum decode_verdict got = decode_json(mem, t[i].raw, t[i].n, &f, &why);

        if (got != t[i].want)
            print_error("%s: %s\n", t[i].raw, decode_code(got));
        assert_int_equal(t[i].want, got);
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
objects_have_limits(void **state)
{
    struct arena *mem = arena_new();
    struct decode_fault why;
    struct fields f = { .n = DECODE_FIELDS_MAX };
    char *body = arena_alloc(mem, DECODE_BODY_MAX + 1);

    (void)state;
    memset(body, ' ', DECODE_BODY_MAX + 1);
    memcpy(body, "{}", 2);
    assert_int_equal(DECODE_GOOD, decode_json(mem, body, DECODE_BODY_MAX, &f, &why));
    assert_int_equal(DECODE_LONG,
                     decode_json(mem, body, DECODE_BODY_MAX + 1, &f, &why));
    memset(body, '[', 200000);
    assert_int_equal(DECODE_KIND, decode_json(mem, body, 200000, &f, &why));
    assert_int_equal(DECODE_MANY, decode_json(mem, S("{\"a\":1}"), &f, &why));
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(objects_become_fields),
        cmocka_unit_test(objects_have_limits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
