#include "password_rule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
R_115_a_password_is_measured_in_characters(void **state)
{
    static const struct {
        const char *password;
        bool want;
    } t[] = {
        { "", false },
        { "fourteen-chars", false },
        { "fifteen-chars-x", true },
        { "みじかい", false },                     /* 12 bytes */
        { "みじかいことば", false },               /* 21 bytes, 7 characters */
        { "ながいながい言葉をつなぐよ", false },   /* 13 */
        { "ながいながい言葉をつなぐのだ", false }, /* 14 */
        { "ながいながい言葉をつなぐのだよ", true },
        { "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", false }, /* 14 of four bytes each */
        { "\x93\xfa\x96\x7b-fifteen-chars-x", false },
    };

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++)
        assert_int_equal(t[i].want, password_is_long(t[i].password));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_115_a_password_is_measured_in_characters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
