#include "decode_type.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void
types_are_known_or_other(void **state)
{
    static const struct {
        const char *header;
        enum decode_type want;
        const char *boundary;
    } t[] = {
        { NULL, TYPE_NONE, NULL },
        { "", TYPE_NONE, NULL },
        { "application/x-www-form-urlencoded", TYPE_FORM, NULL },
        { "Application/X-WWW-Form-Urlencoded; charset=UTF-8", TYPE_FORM, NULL },
        { "application/x-www-form-urlencoded;charset=\"utf-8\"", TYPE_FORM, NULL },
        { "application/x-www-form-urlencoded; charset=Shift_JIS", TYPE_OTHER, NULL },
        { "application/x-www-form-urlencoded; boundary=a", TYPE_OTHER, NULL },
        { "application/json", TYPE_JSON, NULL },
        { "application/json ; charset=utf-8 ", TYPE_JSON, NULL },
        { "application/json; charset=utf-8; charset=utf-8", TYPE_OTHER, NULL },
        { "application/jsonp", TYPE_OTHER, NULL },
        { "text/plain", TYPE_OTHER, NULL },
        { "multipart/form-data; boundary=----WebKitFormBoundaryAbC", TYPE_MULTIPART,
          "----WebKitFormBoundaryAbC" },
        { "multipart/form-data; boundary=\"a b:c\"", TYPE_MULTIPART, "a b:c" },
        { "multipart/form-data; BOUNDARY=x; charset=utf-8", TYPE_MULTIPART, "x" },
        { "multipart/form-data", TYPE_OTHER, NULL },
        { "multipart/form-data; boundary=", TYPE_OTHER, NULL },
        { "multipart/form-data; boundary=\"\"", TYPE_OTHER, NULL },
        { "multipart/form-data; boundary=\"a", TYPE_OTHER, NULL },
        { "multipart/form-data; boundary=\"a\\\"\"", TYPE_OTHER, NULL },
        { "multipart/form-data; boundary=\"a \"", TYPE_OTHER, NULL },
        { "multipart/form-data; boundary=a; boundary=b", TYPE_OTHER, NULL },
        { "multipart/form-data; boundary=a b", TYPE_OTHER, NULL },
        { "multipart/form-data; boundary=a<b", TYPE_OTHER, NULL },
        { "multipart/form-data; x=y; boundary=a", TYPE_OTHER, NULL },
        { "multipart/form-data; boundary=a;", TYPE_OTHER, NULL },
        { "multipart/mixed; boundary=a", TYPE_OTHER, NULL },
    };
    struct arena *mem = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        const char *boundary = NULL;
        enum decode_type got = decode_content_type(mem, t[i].header, &boundary);

        if (got != t[i].want)
            print_error("%s: %d\n", t[i].header, got);
        assert_int_equal(t[i].want, got);
        if (t[i].boundary)
            assert_string_equal(t[i].boundary, boundary);
        else
            assert_null(boundary);
    }
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(types_are_known_or_other),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
