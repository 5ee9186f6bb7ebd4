#include "sitting_rule.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct plan_meeting CONSENTED = {
    .id = "multilayer_conference",
    .kind = PROFILE_MEETING_KIND_MULTILAYER,
    .consent_required = PROFILE_CONSENT_YES,
};

static const struct plan_legal_basis CITED = { .cited = true };
static const struct plan_legal_basis GUESSED = { .cited = false };

static struct plan_meeting
support(const struct plan_legal_basis *law, enum tri anonymise)
{
    struct plan_meeting m = { .kind = PROFILE_MEETING_KIND_SUPPORT,
                              .consent_required = PROFILE_CONSENT_NO };
    static struct plan_legal_basis copy[2];
    const size_t i = law->cited ? 0 : 1;

    copy[i] = *law;
    m.legal_basis.v = &copy[i];
    m.legal_basis.n = 1;
    m.confidentiality.anonymise = anonymise;
    return m;
}

static void
R_101_no_case_without_consent(void **state)
{
    const struct tabling no = { .body = &CONSENTED, .has_case = true };
    const struct tabling yes = { .body = &CONSENTED,
                                 .has_case = true,
                                 .consent = true };
    const struct tabling topic = { .body = &CONSENTED };

    (void)state;
    assert_int_equal(TABLING_CONSENT, sitting_may_table(&no));
    assert_int_equal(TABLING_YES, sitting_may_table(&yes));
    assert_int_equal(TABLING_YES, sitting_may_table(&topic));
}

static void
R_102_an_application_where_the_plan_wants_one(void **state)
{
    struct tabling t = { .body = &CONSENTED,
                         .has_case = true,
                         .consent = true,
                         .application_needed = true };

    (void)state;
    assert_int_equal(TABLING_APPLICATION, sitting_may_table(&t));
    t.application = true;
    assert_int_equal(TABLING_YES, sitting_may_table(&t));
}

static void
R_119_a_silent_plan_is_asked(void **state)
{
    const struct plan_meeting m = { .kind = PROFILE_MEETING_KIND_EXISTING_CASE,
                                    .consent_required = PROFILE_CONSENT_NOT_STATED };
    struct tabling t = { .body = &m, .has_case = true, .reason = true };

    (void)state;
    assert_true(sitting_asks_consent(&m));
    t.question = CONSENT_QUESTION_NEEDED;
    assert_int_equal(TABLING_CONSENT, sitting_may_table(&t));
    t.question = CONSENT_QUESTION_NO_CASE;
    assert_int_equal(TABLING_NO_CASES, sitting_may_table(&t));
    t.question = CONSENT_QUESTION_NOT_NEEDED;
    assert_int_equal(TABLING_YES, sitting_may_table(&t));
    assert_int_equal(ITEM_FOOTING_NAMELESS,
                     sitting_footing(&m, CONSENT_QUESTION_NOT_NEEDED, true, false));
}

static void
R_105_the_flag_of_the_profile_turns_names_into_letters(void **state)
{
    const struct plan_meeting named = support(&CITED, TRI_NO);
    const struct plan_meeting hidden = support(&CITED, TRI_YES);
    const struct plan_meeting unsure = support(&GUESSED, TRI_NO);

    (void)state;
    assert_int_equal(ITEM_FOOTING_LAWFUL,
                     sitting_footing(&named, CONSENT_QUESTION_NONE, true, false));
    assert_int_equal(ITEM_FOOTING_NAMELESS,
                     sitting_footing(&hidden, CONSENT_QUESTION_NONE, true, false));
    assert_int_equal(ITEM_FOOTING_NAMELESS,
                     sitting_footing(&unsure, CONSENT_QUESTION_NONE, true, false));
    assert_int_equal(ITEM_FOOTING_NAMELESS,
                     sitting_footing(&named, CONSENT_QUESTION_NONE, true, true));
    assert_int_equal(ITEM_FOOTING_TOPIC,
                     sitting_footing(&named, CONSENT_QUESTION_NONE, false, false));
}

static void
R_110_residents_swear_always(void **state)
{
    (void)state;
    assert_true(sitting_must_swear(false, ATTENDEE_PART_RESIDENT));
    assert_false(sitting_must_swear(false, ATTENDEE_PART_MEMBER));
    assert_true(sitting_must_swear(true, ATTENDEE_PART_MEMBER));
}

static void
a_sitting_ends_when_every_item_ended(void **state)
{
    (void)state;
    assert_int_equal(CLOSING_NOT_OPEN, sitting_may_close(SITTING_STATE_PLANNED, 0));
    assert_int_equal(CLOSING_ITEM_OPEN, sitting_may_close(SITTING_STATE_OPEN, 1));
    assert_int_equal(CLOSING_YES, sitting_may_close(SITTING_STATE_OPEN, 0));
}

static void
a_sitting_by_telephone_waits_for_its_answers(void **state)
{
    (void)state;
    assert_int_equal(3, sitting_answers_wanted(0, 3, 0)); /* all of them */
    assert_int_equal(1, sitting_answers_wanted(2, 3, 1));
    assert_int_equal(0, sitting_answers_wanted(2, 3, 2));
    assert_int_equal(1, sitting_answers_wanted(9, 3, 2)); /* no more than are invited */
    assert_int_equal(0, sitting_answers_wanted(0, 0, 0));
}

static void
R_139_contact_is_lost_by_a_failure_after_the_last_success(void **state)
{
    static const enum contact_result tries[] = {
        CONTACT_RESULT_NOT_MET, CONTACT_RESULT_MET,    CONTACT_RESULT_AROUND,
        CONTACT_RESULT_NOT_MET, CONTACT_RESULT_AROUND, CONTACT_RESULT_REFUSED,
    };
    static const bool lost[] = { false, true, false, false, true, true, false };

    (void)state;
    for (size_t n = 0; n < sizeof lost / sizeof *lost; n++)
        assert_int_equal(lost[n], sitting_contact_lost(tries, n));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_101_no_case_without_consent),
        cmocka_unit_test(R_102_an_application_where_the_plan_wants_one),
        cmocka_unit_test(R_119_a_silent_plan_is_asked),
        cmocka_unit_test(R_105_the_flag_of_the_profile_turns_names_into_letters),
        cmocka_unit_test(R_110_residents_swear_always),
        cmocka_unit_test(a_sitting_ends_when_every_item_ended),
        cmocka_unit_test(R_139_contact_is_lost_by_a_failure_after_the_last_success),
        cmocka_unit_test(a_sitting_by_telephone_waits_for_its_answers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
