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
    (void)state;
    assert_int_equal(search_way_newest(30, 20000, 51), SEARCH_THROUGH);
    assert_int_equal(search_way_newest(0, 0, 51), SEARCH_THROUGH);
    assert_int_equal(search_way_any(30, 20000, 60), SEARCH_THROUGH);
}

/* A rare name is found by the index, however much is reached. */
static void
rare_is_found_by_the_index(void **state)
{
    (void)state;
    assert_int_equal(search_way_newest(20000, 12, 51), SEARCH_INDEX);
    assert_int_equal(search_way_newest(2000, 3, 51), SEARCH_INDEX);
    assert_int_equal(search_way_any(2000, 3, 60), SEARCH_INDEX);
}

/* A common name of somebody who reaches much is on the newest cases too. */
static void
common_is_among_the_newest(void **state)
{
    (void)state;
    assert_int_equal(search_way_newest(20000, 20000, 51), SEARCH_NEWEST);
    assert_int_equal(search_way_any(20000, 20000, 60), SEARCH_INDEX);
}

/* In between, walking would go through the whole town and is not done. */
static void
nothing_walks_the_whole_town(void **state)
{
    (void)state;
    assert_int_equal(search_way_newest(2500, 9000, 51), SEARCH_THROUGH);
    assert_int_equal(search_way_newest(20000, 3000, 51), SEARCH_INDEX);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(little_is_looked_through),
        cmocka_unit_test(rare_is_found_by_the_index),
        cmocka_unit_test(common_is_among_the_newest),
        cmocka_unit_test(nothing_walks_the_whole_town),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
