#include "csv.h"
#include "place_rule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
R_213_an_idea_is_tried_before_it_settles(void **state)
{
    (void)state;
    assert_true(place_may_move(PLACE_STAGE_IDEA, PLACE_STAGE_TRIAL));
    assert_true(place_may_move(PLACE_STAGE_TRIAL, PLACE_STAGE_ESTABLISHED));
    assert_false(place_may_move(PLACE_STAGE_IDEA, PLACE_STAGE_ESTABLISHED));
    assert_false(place_may_move(PLACE_STAGE_CLOSED, PLACE_STAGE_ESTABLISHED));
    assert_false(place_may_move(PLACE_STAGE_ESTABLISHED, PLACE_STAGE_ESTABLISHED));
    assert_true(place_may_move(PLACE_STAGE_CLOSED, PLACE_STAGE_TRIAL));
}

static void
a_place_that_nobody_asked_is_old(void **state)
{
    (void)state;
    assert_true(place_is_old((struct day){ DAY_NONE }, (struct day){ 1000 }, 180));
    assert_false(place_is_old((struct day){ 820 }, (struct day){ 1000 }, 180));
    assert_true(place_is_old((struct day){ 819 }, (struct day){ 1000 }, 180));
}

static void
a_table_is_read_row_by_row_with_its_lines(void **state)
{
    struct arena *mem = arena_new();
    struct csv in =
        csv_begin("\xEF\xBB\xBFname,host\r\n\"花, 壇\n会\",\"\"\"見本\"\"\"\n,,\n\nx");
    struct csv_row row;

    (void)state;
    assert_true(csv_next(mem, &in, &row));
    assert_int_equal(row.line, 1);
    assert_string_equal(row.v[1], "host");
    assert_true(csv_next(mem, &in, &row));
    assert_int_equal(row.line, 2);
    assert_string_equal(row.v[0], "花, 壇\n会");
    assert_string_equal(row.v[1], "\"見本\"");
    assert_true(csv_next(mem, &in, &row));
    assert_int_equal(row.line, 6);
    assert_int_equal(row.n, 1);
    assert_false(csv_next(mem, &in, &row));
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_213_an_idea_is_tried_before_it_settles),
        cmocka_unit_test(a_place_that_nobody_asked_is_old),
        cmocka_unit_test(a_table_is_read_row_by_row_with_its_lines),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
