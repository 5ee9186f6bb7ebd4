#include "fields.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
the_first_value_of_a_name_counts(void **state)
{
    struct arena *a = arena_new();
    struct fields f = { 0 };

    (void)state;
    assert_null(fields_get(&f, "a"));
    fields_add(a, &f, "a", "1");
    fields_add(a, &f, "b", "");
    fields_add(a, &f, "a", "2");
    assert_string_equal("1", fields_get(&f, "a"));
    assert_string_equal("", fields_get(&f, "b"));
    assert_null(fields_get(&f, "A"));
    assert_null(fields_get(&f, ""));
    assert_int_equal(3, f.n);
    arena_free(a);
}

static void
many_fields_keep_their_order(void **state)
{
    struct arena *a = arena_new();
    struct fields f = { 0 };

    (void)state;
    for (int i = 0; i < 1000; i++)
        fields_add(a, &f, arena_printf(a, "f%d", i), arena_printf(a, "%d", i));
    assert_int_equal(1000, f.n);
    assert_string_equal("f999", f.v[999].name);
    assert_string_equal("500", fields_get(&f, "f500"));
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_value_of_a_name_counts),
        cmocka_unit_test(many_fields_keep_their_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
