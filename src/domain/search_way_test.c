#include "search_way.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Who reaches little has it looked through, whatever is sought. */
static void
little_is_looked_through(void **state)
{
    const int64_t found[] = { 20000, 20000 };

    (void)state;
    assert_int_equal(search_way_newest(30, 20000, 51), SEARCH_THROUGH);
    assert_int_equal(search_way_newest(0, 0, 51), SEARCH_THROUGH);
    assert_int_equal(search_way_any(30, found, 2, 60), SEARCH_THROUGH);
}

/* A rare name is found by the index, however much is reached. */
static void
rare_is_found_by_the_index(void **state)
{
    const int64_t found[] = { 3, 0, 12 };

    (void)state;
    assert_int_equal(search_way_newest(20000, 12, 51), SEARCH_INDEX);
    assert_int_equal(search_way_newest(2000, 3, 51), SEARCH_INDEX);
    assert_int_equal(search_way_any(2000, found, 3, 60), SEARCH_INDEX);
}

/* A common name is among what was touched last; any few of many are the first hits. */
static void
common_is_found_soon(void **state)
{
    const int64_t found[] = { 20000 };

    (void)state;
    assert_int_equal(search_way_newest(20000, 20000, 51), SEARCH_THROUGH);
    assert_int_equal(search_way_newest(2500, 9000, 51), SEARCH_THROUGH);
    assert_int_equal(search_way_any(20000, found, 1, 60), SEARCH_INDEX);
}

/* One look through what is reached answers for every key; the index is asked for each. */
static void
many_keys_are_looked_through_at_once(void **state)
{
    const int64_t found[] = { 9000, 9000, 9000, 9000, 9000 };

    (void)state;
    assert_int_equal(search_way_any(2500, found, 5, 60), SEARCH_THROUGH);
    assert_int_equal(search_way_any(20000, found, 5, 60), SEARCH_INDEX);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(little_is_looked_through),
        cmocka_unit_test(rare_is_found_by_the_index),
        cmocka_unit_test(common_is_found_soon),
        cmocka_unit_test(many_keys_are_looked_through_at_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
