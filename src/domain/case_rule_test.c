#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "case_rule.h"
#include "responsible.h"

/*
 * Every state and move, written down again by state: what may follow. Letters are moves in
 * the order of enum case_move, R receive … Z reopen.
 */
static const char LETTERS[] = "RTHSCOADLXBVGPEZ";

static const struct {
    enum case_state state;
    const char *may;
} LEGAL[] = {
    { CASE_STATE_NONE, "" },
    { CASE_STATE_HEARD_OF, "RTHSCO" },
    { CASE_STATE_RECEIVED, "THSCO" },
    { CASE_STATE_TRIAGE, "HSCOE" },
    { CASE_STATE_HANDED_ON, "THSCOAE" },
    { CASE_STATE_SEEKING_CONSENT, "THSCOAPE" },
    { CASE_STATE_CONTINUING, "THSCOAE" },
    { CASE_STATE_OUTREACH, "THSCOADPE" },
    { CASE_STATE_ASSESSMENT, "DPE" },
    { CASE_STATE_PLAN_DRAFT, "L" },
    { CASE_STATE_BEFORE_MEETING, "DX" },
    { CASE_STATE_DECIDED, "DB" },
    { CASE_STATE_UNDER_WAY, "VP" },
    { CASE_STATE_REVIEW, "ADGPE" },
    { CASE_STATE_SUSPENDED, "AE" },
    { CASE_STATE_CLOSED, "Z" },
};

static bool
has(const char *may, char letter)
{
    for (; *may; may++)
        if (*may == letter)
            return true;
    return false;
}

static void
every_state_and_move_is_legal_or_refused(void **state)
{
    (void)state;
    assert_int_equal(CASE_MOVE_N, sizeof LETTERS - 1);
    assert_int_equal(CASE_STATE_CLOSED + 1, sizeof LEGAL / sizeof *LEGAL);
    for (size_t i = 0; i < sizeof LEGAL / sizeof *LEGAL; i++)
        for (int m = 0; m < CASE_MOVE_N; m++)
            if (has(LEGAL[i].may, LETTERS[m])
                != (case_after(LEGAL[i].state, (enum case_move)m) != CASE_STATE_NONE))
                fail_msg("%s, move %c", case_state_code(LEGAL[i].state), LETTERS[m]);
}

static void
R_053_nothing_is_closed_before_its_course_is_decided(void **state)
{
    (void)state;
    for (int s = CASE_STATE_HEARD_OF; s <= CASE_STATE_RECEIVED; s++)
        assert_int_equal(CASE_STATE_NONE, case_after((enum case_state)s, CASE_CLOSE));
    assert_int_equal(CLOSE_UNDECIDED, case_may_close(&(struct closing){ 0 }));
    assert_int_equal(
        CLOSE_YES, case_may_close(&(struct closing){ .way = TRIAGE_WAY_INFORMATION }));
}

static void
R_079_redirected_needs_a_confirmed_target(void **state)
{
    struct closing s = { .way = TRIAGE_WAY_REDIRECT };

    (void)state;
    assert_int_equal(CLOSE_TARGET, case_may_close(&s));
    s.waiting = 1;
    assert_int_equal(CLOSE_WAITING, case_may_close(&s));
    s = (struct closing){ .way = TRIAGE_WAY_REDIRECT, .target = true };
    assert_int_equal(CLOSE_YES, case_may_close(&s));
}

static void
R_061_open_issues_keep_a_desk(void **state)
{
    struct closing s = { .way = TRIAGE_WAY_KEEP, .issues = 2 };

    (void)state;
    assert_int_equal(CLOSE_ISSUES, case_may_close(&s));
    s.by_fate = true;
    assert_int_equal(CLOSE_YES, case_may_close(&s));
}

static void
R_103_without_consent_some_ways_are_shut(void **state)
{
    static const enum triage_way open[] = {
        TRIAGE_WAY_KEEP,    TRIAGE_WAY_OUTREACH,     TRIAGE_WAY_EMERGENCY,
        TRIAGE_WAY_ADVICE,  TRIAGE_WAY_SEEK_CONSENT, TRIAGE_WAY_CONFERENCE,
        TRIAGE_WAY_DROPPED, TRIAGE_WAY_INFORMATION,
    };
    size_t n = 0;

    (void)state;
    for (int w = TRIAGE_WAY_NONE; w <= TRIAGE_WAY_DROPPED; w++)
        n += triage_without_consent((enum triage_way)w);
    assert_int_equal(sizeof open / sizeof *open, n);
    for (size_t i = 0; i < n; i++)
        assert_true(triage_without_consent(open[i]));
}

static void
R_060_a_day_without_a_responsible_body_is_found(void **state)
{
    const struct day none = { DAY_NONE };
    const struct span whole[] = { { { 10 }, { 20 } }, { { 20 }, none } };
    const struct span holed[] = { { { 10 }, { 20 } }, { { 22 }, none } };
    struct day gap = none;

    (void)state;
    assert_false(
        responsible_gap(whole, 2, (struct day){ 10 }, (struct day){ 99 }, &gap));
    assert_true(
        responsible_gap(holed, 2, (struct day){ 10 }, (struct day){ 99 }, &gap));
    assert_int_equal(21, gap.n);
    assert_true(
        responsible_gap(holed, 1, (struct day){ 10 }, (struct day){ 21 }, &gap));
    assert_true(responsible_gap(NULL, 0, (struct day){ 5 }, (struct day){ 5 }, &gap));
    assert_int_equal(5, gap.n);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_state_and_move_is_legal_or_refused),
        cmocka_unit_test(R_053_nothing_is_closed_before_its_course_is_decided),
        cmocka_unit_test(R_079_redirected_needs_a_confirmed_target),
        cmocka_unit_test(R_061_open_issues_keep_a_desk),
        cmocka_unit_test(R_103_without_consent_some_ways_are_shut),
        cmocka_unit_test(R_060_a_day_without_a_responsible_body_is_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
