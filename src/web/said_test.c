#include "said.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
every_code_says_one_thing(void **state)
{
    size_t n;
    const struct said *all = said_all(&n);

    (void)state;
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            assert_string_not_equal(all[i].code, all[k].code);
}

static void
an_unknown_code_says_nothing(void **state)
{
    (void)state;
    assert_null(said_text("nobody_says_this"));
    assert_non_null(said_text("note"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_says_one_thing),
        cmocka_unit_test(an_unknown_code_says_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
