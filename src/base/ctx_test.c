#include "ctx.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
the_first_cause_stays(void **state)
{
    struct arena *a = arena_new();
    struct ctx c = { .mem = a };

    (void)state;
    assert_false(refuse(&c, ERR_RULE, "%d件", 3));
    assert_false(refuse(&c, ERR_BUG, "later"));
    assert_int_equal(ERR_RULE, c.err.kind);
    assert_string_equal("3件", c.err.text);
    assert_false(refuse_field(&c, "a", "later"));
    assert_int_equal(0, c.err.n_fields);
    forgive(&c);
    assert_int_equal(ERR_NONE, c.err.kind);
    assert_false(refuse(&c, ERR_MISSING, "x"));
    assert_int_equal(ERR_MISSING, c.err.kind);
    arena_free(a);
}

static void
fields_are_told_together_each_once(void **state)
{
    struct arena *a = arena_new();
    struct ctx c = { .mem = a };
    char name[] = "a";

    (void)state;
    assert_null(err_of_field(&c.err, "a"));
    assert_false(refuse_field(&c, name, "first %s", "あ"));
    name[0] = 'x'; /* the name is kept, not pointed to */
    assert_false(refuse_field(&c, "a", "second"));
    assert_false(refuse_field(&c, "b", "other"));
    assert_int_equal(ERR_INPUT, c.err.kind);
    assert_non_null(c.err.text);
    assert_int_equal(2, c.err.n_fields);
    assert_string_equal("first あ", err_of_field(&c.err, "a"));
    assert_string_equal("other", err_of_field(&c.err, "b"));
    assert_false(refuse(&c, ERR_RULE, "later"));
    assert_int_equal(ERR_INPUT, c.err.kind);
    arena_free(a);
}

static void
too_many_mistakes_are_not_all_told(void **state)
{
    struct arena *a = arena_new();
    struct ctx c = { .mem = a };

    (void)state;
    for (int i = 0; i < ERR_FIELDS_MAX + 5; i++)
        assert_false(refuse_field(&c, arena_printf(a, "f%d", i), "x"));
    assert_int_equal(ERR_FIELDS_MAX, c.err.n_fields);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_cause_stays),
        cmocka_unit_test(fields_are_told_together_each_once),
        cmocka_unit_test(too_many_mistakes_are_not_all_told),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
