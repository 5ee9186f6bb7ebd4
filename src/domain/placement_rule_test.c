#include "placement_rule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void
R_226_steps_go_from_trying_out_to_a_role(void **state)
{
    (void)state;
    assert_true(placement_may_move(PLACEMENT_STATE_PROPOSED, PLACEMENT_STATE_ACCEPTED));
    assert_true(placement_may_move(PLACEMENT_STATE_ACCEPTED, PLACEMENT_STATE_TRIAL));
    assert_true(placement_may_move(PLACEMENT_STATE_TRIAL, PLACEMENT_STATE_REGULAR));
    assert_true(placement_may_move(PLACEMENT_STATE_REGULAR, PLACEMENT_STATE_ROLE));
    assert_false(placement_may_move(PLACEMENT_STATE_TRIAL, PLACEMENT_STATE_ROLE));
    assert_false(placement_may_move(PLACEMENT_STATE_PROPOSED, PLACEMENT_STATE_REGULAR));
    assert_false(placement_may_move(PLACEMENT_STATE_DECLINED, PLACEMENT_STATE_TRIAL));
    assert_false(placement_may_move(PLACEMENT_STATE_ENDED, PLACEMENT_STATE_REGULAR));
}

static void
nobody_stays_in_a_state_by_moving(void **state)
{
    (void)state;
    for (int i = PLACEMENT_STATE_PROPOSED; i < PLACEMENT_STATE_N; i++)
        assert_false(
            placement_may_move((enum placement_state)i, (enum placement_state)i));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_226_steps_go_from_trying_out_to_a_role),
        cmocka_unit_test(nobody_stays_in_a_state_by_moving),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
