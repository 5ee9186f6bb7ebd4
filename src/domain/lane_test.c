#include "lane.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
marks_follow_method_and_result(void **state)
{
    (void)state;
    assert_int_equal(lane_mark_of("visit", "met"), LANE_MET);
    assert_int_equal(lane_mark_of("visit", "refused"), LANE_NOT_MET);
    assert_int_equal(lane_mark_of("visit", "not_met"), LANE_NOT_MET);
    assert_int_equal(lane_mark_of("letter", "not_met"), LANE_LETTER);
    assert_int_equal(lane_mark_of("telephone", "spoke"), LANE_CALL);
}

static void
a_lane_says_the_longest_stretch_and_whether_it_lasts(void **state)
{
    const struct lane_contact v[] = { { { 100 }, LANE_MET },
                                      { { 120 }, LANE_NOT_MET },
                                      { { 173 }, LANE_CALL } };
    const struct lane_sum sum = lane_reckon(v, 3, (struct day){ 180 });
    const struct lane_sum later = lane_reckon(v, 3, (struct day){ 300 });

    (void)state;
    assert_int_equal(sum.met, 1);
    assert_int_equal(sum.not_met, 1);
    assert_int_equal(sum.last_met.n, 100);
    assert_int_equal(sum.longest.days, 53);
    assert_false(sum.longest.open);
    assert_int_equal(later.longest.days, 127);
    assert_true(later.longest.open);
}

static void
a_gap_is_longer_than_thirty_days(void **state)
{
    const struct lane_contact v[] = { { { 0 }, LANE_MET },
                                      { { 30 }, LANE_MET },
                                      { { 61 }, LANE_MET } };

    (void)state;
    assert_int_equal(lane_gap_after(v, 3, 0, (struct day){ 61 }).days, 0);
    assert_int_equal(lane_gap_after(v, 3, 1, (struct day){ 61 }).days, 31);
    assert_int_equal(lane_gap_after(v, 3, 2, (struct day){ 61 }).days, 0);
    assert_true(lane_gap_after(v, 3, 2, (struct day){ 100 }).open);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(marks_follow_method_and_result),
        cmocka_unit_test(a_lane_says_the_longest_stretch_and_whether_it_lasts),
        cmocka_unit_test(a_gap_is_longer_than_thirty_days),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
