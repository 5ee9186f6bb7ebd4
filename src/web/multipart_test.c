#include "multipart.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define S(text) text, sizeof(text) - 1
#define NAME(n) "Content-Disposition: form-data; name=\"" n "\"\r\n"
#define FIELD(n, v) "--b\r\n" NAME(n) "\r\n" v "\r\n"
#define FILE_(n, f, t, v)                                                              \
    "--b\r\nContent-Disposition: form-data; name=\"" n "\"; filename=\"" f "\"\r\n"    \
    "Content-Type: " t "\r\n\r\n" v "\r\n"
#define END "--b--\r\n"

static void
bodies_are_read_or_refused(void **state)
{
    static const struct {
        const char *body;
        size_t n;
        enum decode_verdict want;
        const char *a; /* value of the field a, or the name that is blamed */
    } t[] = {
        { S("--b--"), DECODE_GOOD, NULL },
        { S(END), DECODE_GOOD, NULL },
        { S(FIELD("a", "1") END), DECODE_GOOD, "1" },
        { S(FIELD("a", "") END), DECODE_GOOD, "" },
        { S(FIELD("a", "1\r\n--\r\n-b\r\n") END), DECODE_GOOD, "1\r\n--\r\n-b\r\n" },
        { S(FIELD("x", "2") "--b\r\n" NAME("a") "\r\n高田"), DECODE_FORM, "a" },
        { S(FIELD("x", "2") FIELD("a", "高田") "--b--"), DECODE_GOOD, "高田" },
        { S("--b\r\ncontent-disposition:form-data;name=\"a\"\r\n\r\n1\r\n" END),
          DECODE_GOOD, "1" },
        { S("--b\r\nContent-Type: text/plain\r\n" NAME("a") "\r\n1\r\n" END),
          DECODE_GOOD, "1" },
        { S(""), DECODE_FORM, "" },
        { S("--b"), DECODE_FORM, "" },
        { S("--b-"), DECODE_FORM, "" },
        { S("--c--"), DECODE_FORM, "" },
        { S("text\r\n--b--"), DECODE_FORM, "" },
        { S("\r\n--b--"), DECODE_FORM, "" },
        { S(END "more"), DECODE_FORM, "" },
        { S("--b \r\n" NAME("a") "\r\n1\r\n" END), DECODE_FORM, "" },
        { S("--b\n" NAME("a") "\r\n1\r\n" END), DECODE_FORM, "" },
        { S(FIELD("a", "1\r\n--bc") END), DECODE_FORM, "" },
        { S("--b\r\n\r\n1\r\n" END), DECODE_FORM, "" },
        { S("--b\r\n" NAME("a") "1\r\n" END), DECODE_FORM, "a" },
        { S("--b\r\n" NAME("a") NAME("b") "\r\n1\r\n" END), DECODE_FORM, "a" },
        { S("--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n" END), DECODE_FORM,
          "" },
        { S("--b\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n" END),
          DECODE_FORM, "" },
        { S("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n" END),
          DECODE_FORM, "" },
        { S("--b\r\nContent-Disposition: form-data; name=\"a\"; "
            "name=\"b\"\r\n\r\n1\r\n" END),
          DECODE_FORM, "a" },
        { S("--b\r\nContent-Disposition: form-data; name=\"a\"; "
            "filename*=x\r\n\r\n1\r\n" END),
          DECODE_FORM, "a" },
        { S("--b\r\n" NAME(
              "a") "Content-Transfer-Encoding: base64\r\n\r\nMQ==\r\n" END),
          DECODE_FORM, "a" },
        { S("--b\r\n" NAME("a") "Content-Type: a\r\nContent-Type: b\r\n\r\n1\r\n" END),
          DECODE_FORM, "a" },
        { S(FIELD("a b", "1") END), DECODE_NAME, "" },
        { S(FIELD("", "1") END), DECODE_NAME, "" },
        { S(FIELD("body", "a\0b") END), DECODE_NUL, "body" },
        { S(FIELD("body", "\xff") END), DECODE_UTF8, "body" },
        { S(FILE_("body", "\xff", "a/b", "1") END), DECODE_UTF8, "body" },
        { S(FILE_("body", "a\tb", "a/b", "1") END), DECODE_FORM, "body" },
    };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        struct decode_fault why;
        struct multipart m;
        enum decode_verdict got = multipart_read(mem, "b", t[i].body, t[i].n, &m, &why);

        if (got != t[i].want)
            print_error("%zu %s: %s\n", i, t[i].body, decode_code(got));
        assert_int_equal(t[i].want, got);
        if (t[i].want != DECODE_GOOD)
            assert_string_equal(t[i].a, why.field);
        else if (!t[i].a)
            assert_null(fields_get(&m.fields, "a"));
        else
            assert_string_equal(t[i].a, fields_get(&m.fields, "a"));
    }
    arena_free(mem);
}

static void
files_are_parts_with_a_name(void **state)
{
    static const char body[] = FIELD("kind", "x")
        FILE_("paper", "C:\\fake\\同意書.pdf", "Application/PDF; a=b",
              "%PDF\0\xff\r\n--x") FILE_("none", "", "application/octet-stream", "")
            FILE_("list", "a", "text/csv", "") END;
    struct arena *mem = arena_new();
    struct decode_fault why;
    struct multipart m;

    (void)state;
    assert_int_equal(DECODE_GOOD,
                     multipart_read(mem, "b", body, sizeof body - 1, &m, &why));
    assert_int_equal(1, m.fields.n);
    assert_int_equal(2, m.n_files);
    assert_string_equal("paper", m.files[0].field);
    assert_string_equal("同意書.pdf", m.files[0].filename);
    assert_string_equal("application/pdf", m.files[0].type);
    assert_int_equal(11, m.files[0].n);
    assert_memory_equal("%PDF\0\xff\r\n--x", m.files[0].p, 11);
    assert_string_equal("list", m.files[1].field);
    assert_int_equal(0, m.files[1].n);
    arena_free(mem);
}

/* Returns a body of n parts. */
static const char *
parts(struct arena *mem, const char *part, size_t n, size_t *out_n)
{
    size_t part_n = strlen(part);
    char *body = arena_alloc(mem, n * part_n + sizeof END);

    for (size_t i = 0; i < n; i++)
        memcpy(body + i * part_n, part, part_n);
    memcpy(body + n * part_n, END, sizeof END - 1);
    *out_n = n * part_n + sizeof END - 1;
    return body;
}

static void
bodies_have_limits(void **state)
{
    static const struct {
        const char *part;
        size_t n;
        enum decode_verdict want;
    } t[] = {
        { FIELD("a", "1"), DECODE_FIELDS_MAX, DECODE_GOOD },
        { FIELD("a", "1"), DECODE_FIELDS_MAX + 1, DECODE_MANY },
        { FILE_("a", "f", "a/b", "1"), MULTIPART_FILES_MAX, DECODE_GOOD },
        { FILE_("a", "f", "a/b", "1"), MULTIPART_FILES_MAX + 1, DECODE_MANY },
    };
    struct arena *mem = arena_new();
    struct decode_fault why;
    struct multipart m;
    char *longest = arena_alloc(mem, DECODE_BODY_MAX + 2);

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        size_t n;
        const char *body = parts(mem, t[i].part, t[i].n, &n);

        assert_int_equal(t[i].want, multipart_read(mem, "b", body, n, &m, &why));
    }
    memset(longest, 'x', DECODE_BODY_MAX + 1);
    for (size_t over = 0; over < 2; over++) {
        const char *body =
            arena_printf(mem, "--b\r\n" NAME("a") "\r\n%s\r\n" END, longest + 1 - over);

        assert_int_equal(over ? DECODE_LONG : DECODE_GOOD,
                         multipart_read(mem, "b", body, strlen(body), &m, &why));
    }
    longest[MULTIPART_HEAD_MAX] = '\0';
    longest = arena_printf(mem, "--b\r\nX: %s\r\n" NAME("a") "\r\n1\r\n" END, longest);
    assert_int_equal(DECODE_FORM,
                     multipart_read(mem, "b", longest, strlen(longest), &m, &why));
    arena_free(mem);
}

static void
a_boundary_is_of_few_characters(void **state)
{
    char longest[MULTIPART_BOUNDARY_MAX + 2] = { 0 };

    (void)state;
    assert_true(multipart_boundary_good("a"));
    assert_true(multipart_boundary_good("'()+_,-./:=? x"));
    assert_false(multipart_boundary_good(""));
    assert_false(multipart_boundary_good("a "));
    assert_false(multipart_boundary_good("a\r\nb"));
    assert_false(multipart_boundary_good("a\"b"));
    memset(longest, 'a', MULTIPART_BOUNDARY_MAX);
    assert_true(multipart_boundary_good(longest));
    longest[MULTIPART_BOUNDARY_MAX] = 'a';
    assert_false(multipart_boundary_good(longest));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bodies_are_read_or_refused),
        cmocka_unit_test(files_are_parts_with_a_name),
        cmocka_unit_test(bodies_have_limits),
        cmocka_unit_test(a_boundary_is_of_few_characters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
