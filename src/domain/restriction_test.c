#include "restriction.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct day NONE = { DAY_NONE };
static const struct day TODAY = { 20000 };

static void
it_stays_shut_until_two_have_lifted_it(void **state)
{
    static const struct {
        struct restriction_facts r;
        enum restriction_state want;
    } CASES[] = {
        { { false, { DAY_NONE }, { DAY_NONE }, false }, RESTRICTION_STATE_ASKED },
        { { true, { DAY_NONE }, { DAY_NONE }, false }, RESTRICTION_STATE_IN_FORCE },
        { { true, { 20000 }, { DAY_NONE }, false }, RESTRICTION_STATE_IN_FORCE },
        { { true, { 19999 }, { DAY_NONE }, false }, RESTRICTION_STATE_OVERDUE },
        { { false, { 19999 }, { DAY_NONE }, false }, RESTRICTION_STATE_OVERDUE },
        { { true, { DAY_NONE }, { 20000 }, false }, RESTRICTION_STATE_LIFTING },
        { { true, { 19999 }, { 20000 }, false }, RESTRICTION_STATE_LIFTING },
        { { true, { DAY_NONE }, { 19999 }, false }, RESTRICTION_STATE_IN_FORCE },
        { { true, { 19000 }, { 19999 }, false }, RESTRICTION_STATE_OVERDUE },
        { { true, { DAY_NONE }, { 19999 }, true }, RESTRICTION_STATE_LIFTED },
    };

    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const enum restriction_state got = restriction_stands(&CASES[i].r, TODAY);

        assert_int_equal(CASES[i].want, got);
        assert_int_equal(got != RESTRICTION_STATE_LIFTED, restriction_holds(got));
    }
    assert_false(day_known(NONE));
}

static void
the_second_is_another_person_and_comes_in_time(void **state)
{
    (void)state;
    for (enum restriction_state s = RESTRICTION_STATE_ASKED;
         s <= RESTRICTION_STATE_LIFTED; s++) {
        const bool asked = s == RESTRICTION_STATE_LIFTING;
        const enum lift_verdict not_now =
            s == RESTRICTION_STATE_LIFTED ? LIFT_DONE : LIFT_NOT_ASKED;

        assert_int_equal(asked ? LIFT_YES : not_now, restriction_may_confirm(s, false));
        assert_int_equal(asked ? LIFT_SAME_PERSON : not_now,
                         restriction_may_confirm(s, true));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_stays_shut_until_two_have_lifted_it),
        cmocka_unit_test(the_second_is_another_person_and_comes_in_time),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
