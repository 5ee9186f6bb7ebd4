#include "policy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

/* Somebody at a desk, in office, with nothing between them and the case. */
static struct facts
somebody(enum post_role role)
{
    return (struct facts){ .role = role,
                           .standing = STANDING_ACTIVE,
                           .protect = PROTECT_NONE,
                           .informant = INFORMANT_OPEN,
                           .barrier = BARRIER_NONE,
                           .giving = GIVING_LAWFUL,
                           .paper = PAPER_NONE };
}

static bool
opens(enum policy_act act, const struct facts *f, enum item_class item)
{
    const struct decision d = policy_decide(act, f);

    return decision_allows(&d, item);
}

static void
a_struct_of_zeros_opens_nothing(void **state)
{
    const struct facts f = { 0 };

    (void)state;
    for (enum policy_act a = ACT_NONE; a < ACT_N; a++) {
        const struct decision d = policy_decide(a, &f);

        assert_int_equal(0, d.allow);
        assert_false(d.tell);
    }
}

static void
a_desk_reads_what_it_wrote(void **state)
{
    struct facts f = somebody(POST_ROLE_DESK_WORKER);
    struct decision d;

    (void)state;
    assert_false(opens(ACT_VIEW, &f, ITEM_EXISTENCE));
    f.own = OWN_DESK;
    d = policy_decide(ACT_VIEW, &f);
    assert_true(decision_allows(&d, ITEM_WELFARE));
    assert_false(decision_allows(&d, ITEM_NONE));
    assert_int_equal(GROUND_OWN, decision_ground(&d));
    assert_string_equal("自", ground_seal(decision_ground(&d)));
}

static void
the_lead_sees_coordination_not_everything(void **state)
{
    struct facts f = somebody(POST_ROLE_COORDINATOR);

    (void)state;
    f.part = PART_LEAD;
    assert_true(opens(ACT_VIEW, &f, ITEM_COORDINATION));
    assert_false(opens(ACT_VIEW, &f, ITEM_WELFARE));
    assert_false(opens(ACT_VIEW, &f, ITEM_HEALTH));
}

static void
R_029_a_contractor_reaches_only_where_it_is_engaged(void **state)
{
    struct facts f = somebody(POST_ROLE_CONTRACTOR);

    (void)state;
    for (enum policy_act a = ACT_NONE + 1; a < ACT_N; a++)
        assert_int_equal(0, policy_decide(a, &f).allow);
    f.handed = HANDED_HELD;
    f.sent = ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_WELFARE);
    assert_true(opens(ACT_VIEW, &f, ITEM_WELFARE));
    assert_false(opens(ACT_VIEW, &f, ITEM_HEALTH));
    f.standing = STANDING_ENDED; /* the contract's last day has passed */
    assert_int_equal(0, policy_decide(ACT_VIEW, &f).allow);
    assert_int_equal(DENY_POST_ENDED, policy_decide(ACT_VIEW, &f).reason);
}

static void
R_100_consent_opens_what_it_covers_and_ends_at_once(void **state)
{
    struct facts f = somebody(POST_ROLE_DESK_WORKER);

    (void)state;
    f.part = PART_TEAM;
    f.consent =
        ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_HEALTH);
    assert_true(opens(ACT_VIEW, &f, ITEM_HEALTH));
    assert_false(opens(ACT_VIEW, &f, ITEM_MONEY));
    assert_false(opens(ACT_WRITE, &f, ITEM_HEALTH));
    f.consent = 0;
    assert_int_equal(0, policy_decide(ACT_VIEW, &f).allow);
}

static void
R_101_a_meeting_by_consent_takes_what_the_person_agreed_to(void **state)
{
    struct facts f = somebody(POST_ROLE_COORDINATOR);
    struct decision d;

    (void)state;
    f.own = OWN_DESK;
    f.giving = GIVING_BY_CONSENT;
    d = policy_decide(ACT_TABLE, &f);
    assert_int_equal(0, d.allow);
    assert_true(d.forbids & FORBID_BIT(FORBID_GIVING_BEYOND_CONSENT));
    f.consent =
        ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_WELFARE);
    assert_true(opens(ACT_TABLE, &f, ITEM_WELFARE));
    assert_false(opens(ACT_TABLE, &f, ITEM_MONEY));
}

static void
R_104_names_stay_out_of_a_nameless_meeting(void **state)
{
    struct facts f = somebody(POST_ROLE_COORDINATOR);

    (void)state;
    f.own = OWN_DESK;
    f.giving = GIVING_NAMELESS;
    assert_false(opens(ACT_TABLE, &f, ITEM_IDENTITY));
    assert_false(opens(ACT_TABLE, &f, ITEM_CONTACT));
    assert_true(opens(ACT_TABLE, &f, ITEM_WELFARE));
    f = somebody(POST_ROLE_MEETING_MEMBER);
    f.sitting = SITTING_NAMELESS;
    assert_int_equal(ITEM_BIT(ITEM_MEETING), policy_decide(ACT_VIEW, &f).allow);
}

static void
R_106_papers_open_at_the_sitting_to_those_who_keep_secrecy(void **state)
{
    struct facts f = somebody(POST_ROLE_MEETING_MEMBER);

    (void)state;
    f.sitting = SITTING_UNSWORN;
    assert_int_equal(0, policy_decide(ACT_VIEW, &f).allow);
    f.sitting = SITTING_ATTENDS;
    assert_true(opens(ACT_VIEW, &f, ITEM_MEETING));
    assert_true(opens(ACT_VIEW, &f, ITEM_IDENTITY));
    assert_false(opens(ACT_LIST, &f, ITEM_EXISTENCE));
    f.sitting = SITTING_NONE; /* closed */
    assert_int_equal(0, policy_decide(ACT_VIEW, &f).allow);
}

static void
R_107_minutes_are_closed_to_those_who_were_not_there(void **state)
{
    struct facts f = somebody(POST_ROLE_HEAD);

    (void)state;
    f.own = OWN_DESK;
    assert_false(opens(ACT_VIEW, &f, ITEM_MEETING));
    f.sitting = SITTING_OFFICE;
    assert_true(opens(ACT_VIEW, &f, ITEM_MEETING));
    assert_true(opens(ACT_PRINT, &f, ITEM_MEETING));
    assert_false(opens(ACT_REFER, &f, ITEM_MEETING));
}

static void
R_109_tax_facts_need_consent_and_the_one_who_tried_is_told(void **state)
{
    struct facts f = somebody(POST_ROLE_DESK_WORKER);
    struct ctx c = { .mem = arena_new() };
    struct decision d;

    (void)state;
    f.own = OWN_DESK; /* the tax section */
    assert_true(opens(ACT_VIEW, &f, ITEM_TAX));
    d = policy_decide(ACT_TABLE, &f);
    assert_false(decision_allows(&d, ITEM_TAX));
    assert_false(refuse_item(&c, &d, ACT_TABLE, ITEM_TAX));
    assert_int_equal(ERR_RULE, c.err.kind);
    assert_string_equal("税務の情報は、本人の同意がなければ会議に出せません。",
                        c.err.text);
    assert_true(refusal_tells_chair(&d, ACT_TABLE, ITEM_TAX));
    assert_false(refusal_tells_chair(&d, ACT_TABLE, ITEM_MONEY));
    f.consent = ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_TAX);
    assert_true(opens(ACT_TABLE, &f, ITEM_TAX));
    f.own = OWN_NONE;
    f.consent = 0;
    f.sitting = SITTING_ATTENDS;
    assert_false(opens(ACT_VIEW, &f, ITEM_TAX));
    arena_free(c.mem);
}

static void
R_110_residents_see_what_they_brought_or_a_consent_names_them_for(void **state)
{
    struct facts f = somebody(POST_ROLE_RESIDENT_PARTNER);

    (void)state;
    f.own = OWN_SELF;
    assert_true(opens(ACT_VIEW, &f, ITEM_WELFARE));
    f.own = OWN_NONE;
    f.sitting = SITTING_ATTENDS;
    assert_int_equal(0, policy_decide(ACT_VIEW, &f).allow);
    f.consent =
        ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_WELFARE);
    assert_true(opens(ACT_VIEW, &f, ITEM_WELFARE));
    assert_false(opens(ACT_VIEW, &f, ITEM_SAFETY));
}

static void
a_commissioner_reads_the_item_at_the_sitting(void **state)
{
    struct facts f = somebody(POST_ROLE_COMMISSIONER);

    (void)state;
    f.own = OWN_DESK; /* a colleague's */
    assert_int_equal(0, policy_decide(ACT_VIEW, &f).allow);
    f.own = OWN_NONE;
    f.sitting = SITTING_ATTENDS;
    assert_true(opens(ACT_VIEW, &f, ITEM_MEETING));
    assert_false(opens(ACT_VIEW, &f, ITEM_MONEY));
}

static void
R_117_an_ended_post_sees_nothing(void **state)
{
    struct facts f = somebody(POST_ROLE_HEAD);

    (void)state;
    f.own = OWN_SELF;
    f.part = PART_LEAD;
    f.emergency = EMERGENCY_GLASS;
    f.standing = STANDING_ENDED;
    for (enum policy_act a = ACT_NONE + 1; a < ACT_N; a++)
        assert_int_equal(0, policy_decide(a, &f).allow);
}

static void
no_emergency_opens_protected_whereabouts(void **state)
{
    struct facts f = somebody(POST_ROLE_DESK_WORKER);

    (void)state;
    f.emergency = EMERGENCY_GLASS;
    f.protect = PROTECT_SHUT;
    assert_false(opens(ACT_VIEW, &f, ITEM_WHEREABOUTS));
    assert_false(opens(ACT_VIEW, &f, ITEM_CONTACT));
    assert_true(opens(ACT_VIEW, &f, ITEM_SAFETY)); /* the order in which to call */
    f.protect = PROTECT_LISTED;
    f.emergency = EMERGENCY_NONE;
    assert_true(opens(ACT_VIEW, &f, ITEM_WHEREABOUTS));
    assert_false(opens(ACT_PRINT, &f, ITEM_WHEREABOUTS));
}

static void
an_emergency_finds_a_hidden_household(void **state)
{
    struct facts f = somebody(POST_ROLE_DESK_WORKER);

    (void)state;
    f.own = OWN_DESK;
    f.barrier = BARRIER_SEALED;
    assert_int_equal(0, policy_decide(ACT_VIEW, &f).allow);
    f.emergency = EMERGENCY_LOOKUP;
    assert_int_equal(ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_SAFETY),
                     policy_decide(ACT_VIEW, &f).allow);
    f.barrier = BARRIER_CONFLICT;
    assert_int_equal(0, policy_decide(ACT_VIEW, &f).allow);
}

static void
the_informant_stays_with_the_receiving_agency(void **state)
{
    struct facts f = somebody(POST_ROLE_DESK_WORKER);

    (void)state;
    f.own = OWN_DESK;
    f.informant = INFORMANT_SHUT;
    assert_true(opens(ACT_VIEW, &f, ITEM_INFORMANT));
    assert_false(opens(ACT_PRINT, &f, ITEM_INFORMANT));
    assert_false(opens(ACT_REFER, &f, ITEM_INFORMANT));
    f.own = OWN_NONE;
    f.handed = HANDED_HELD;
    f.sent = ITEM_BIT(ITEM_INFORMANT);
    assert_false(opens(ACT_VIEW, &f, ITEM_INFORMANT));
}

static void
a_waiting_handover_carries_no_name_in_a_list(void **state)
{
    struct facts f = somebody(POST_ROLE_CONTRACTOR);

    (void)state;
    f.handed = HANDED_WAITING;
    f.sent = ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_WELFARE);
    assert_int_equal(ITEM_BIT(ITEM_EXISTENCE), policy_decide(ACT_LIST, &f).allow);
    assert_true(opens(ACT_VIEW, &f, ITEM_IDENTITY));
    assert_false(opens(ACT_PRINT, &f, ITEM_IDENTITY));
    f.handed = HANDED_HELD;
    assert_true(opens(ACT_LIST, &f, ITEM_IDENTITY));
}

static void
R_114_a_handover_needs_a_ground_and_a_purpose(void **state)
{
    struct facts f = somebody(POST_ROLE_DESK_WORKER);
    struct ctx c = { .mem = arena_new() };
    struct decision d;

    (void)state;
    f.own = OWN_DESK;
    f.giving = GIVING_NONE;
    d = policy_decide(ACT_REFER, &f);
    assert_int_equal(0, d.allow);
    assert_false(refuse_item(&c, &d, ACT_REFER, ITEM_WELFARE));
    assert_int_equal(ERR_RULE, c.err.kind);
    forgive(&c);
    f.giving = GIVING_LAWFUL;
    d = policy_decide(ACT_REFER, &f);
    assert_true(decision_owes(&d, OBLIGATION_PURPOSE));
    assert_false(decision_meet(&c, &d, "", ""));
    assert_non_null(err_of_field(&c.err, "purpose"));
    forgive(&c);
    assert_true(decision_meet(&c, &d, "", "訪問のため"));
    arena_free(c.mem);
}

static void
a_fresh_factor_is_asked_for_before_glass_is_broken(void **state)
{
    struct facts f = somebody(POST_ROLE_DESK_WORKER);
    struct viewer v = { .fresh = false };
    struct ctx c = { .mem = arena_new(), .viewer = &v };
    struct decision d;

    (void)state;
    assert_int_equal(0, policy_decide(ACT_BREAK_GLASS, &f).allow);
    f.emergency = EMERGENCY_DUTY;
    d = policy_decide(ACT_BREAK_GLASS, &f);
    assert_true(decision_owes(&d, OBLIGATION_REVIEW));
    assert_true(decision_owes(&d, OBLIGATION_TELL_OWNER));
    assert_false(decision_meet(&c, &d, "", ""));
    forgive(&c);
    assert_false(decision_meet(&c, &d, "返事がない", ""));
    forgive(&c);
    v.fresh = true;
    assert_true(decision_meet(&c, &d, "返事がない", ""));
    arena_free(c.mem);
}

static void
a_drafter_never_approves(void **state)
{
    struct facts f = somebody(POST_ROLE_HEAD);

    (void)state;
    f.own = OWN_DESK;
    assert_true(opens(ACT_DECIDE, &f, ITEM_WELFARE));
    f.paper = PAPER_DRAFTER;
    assert_int_equal(0, policy_decide(ACT_DECIDE, &f).allow);
    assert_int_equal(DENY_DRAFTER_APPROVES, policy_decide(ACT_DECIDE, &f).reason);
    f.own = OWN_NONE;
    f.paper = PAPER_APPROVER; /* on the list of deputies, from another section */
    assert_true(opens(ACT_DECIDE, &f, ITEM_WELFARE));
}

static void
what_may_not_be_known_is_refused_as_missing(void **state)
{
    struct facts f = somebody(POST_ROLE_DESK_WORKER);
    struct ctx c = { .mem = arena_new() };
    struct decision d;

    (void)state;
    f.own = OWN_DESK;
    f.barrier = BARRIER_OTHER_SIDE;
    d = policy_decide(ACT_TABLE, &f);
    assert_false(d.tell);
    assert_false(refuse_decision(&c, &d));
    assert_int_equal(ERR_DENIED, c.err.kind);
    arena_free(c.mem);
}

static void
ended_sharing_leaves_one_line(void **state)
{
    struct facts f = somebody(POST_ROLE_CONTRACTOR);

    (void)state;
    f.part = PART_PAST;
    assert_int_equal(ITEM_BIT(ITEM_EXISTENCE), policy_decide(ACT_VIEW, &f).allow);
    assert_int_equal(0, policy_decide(ACT_PRINT, &f).allow);
}

static void
narrowing_never_widens(void **state)
{
    struct facts f = somebody(POST_ROLE_DESK_WORKER);
    struct decision d;

    (void)state;
    f.own = OWN_DESK;
    d = policy_decide(ACT_VIEW, &f);
    decision_narrow(&d, ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_MEETING));
    assert_int_equal(ITEM_BIT(ITEM_EXISTENCE), d.allow);
    decision_narrow(&d, 0);
    assert_int_equal(0, d.grounds);
    assert_int_not_equal(DENY_NONE, d.reason);
}

static void
grounds_have_their_seals(void **state)
{
    (void)state;
    assert_string_equal("同", ground_seal(GROUND_CONSENT));
    assert_string_equal("送", ground_seal(GROUND_HELD));
    assert_string_equal("会", ground_seal(GROUND_SITTING));
    assert_string_equal("法", ground_seal(GROUND_LAW));
    assert_string_equal("急", ground_seal(GROUND_GLASS));
    assert_string_equal("本人の同意", ground_label(GROUND_CONSENT));
    assert_string_equal("meeting", ground_style(GROUND_DECIDED));
    assert_string_equal("", ground_label((enum ground)99));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_struct_of_zeros_opens_nothing),
        cmocka_unit_test(a_desk_reads_what_it_wrote),
        cmocka_unit_test(the_lead_sees_coordination_not_everything),
        cmocka_unit_test(R_029_a_contractor_reaches_only_where_it_is_engaged),
        cmocka_unit_test(R_100_consent_opens_what_it_covers_and_ends_at_once),
        cmocka_unit_test(R_101_a_meeting_by_consent_takes_what_the_person_agreed_to),
        cmocka_unit_test(R_104_names_stay_out_of_a_nameless_meeting),
        cmocka_unit_test(R_106_papers_open_at_the_sitting_to_those_who_keep_secrecy),
        cmocka_unit_test(R_107_minutes_are_closed_to_those_who_were_not_there),
        cmocka_unit_test(R_109_tax_facts_need_consent_and_the_one_who_tried_is_told),
        cmocka_unit_test(
            R_110_residents_see_what_they_brought_or_a_consent_names_them_for),
        cmocka_unit_test(a_commissioner_reads_the_item_at_the_sitting),
        cmocka_unit_test(R_117_an_ended_post_sees_nothing),
        cmocka_unit_test(no_emergency_opens_protected_whereabouts),
        cmocka_unit_test(an_emergency_finds_a_hidden_household),
        cmocka_unit_test(the_informant_stays_with_the_receiving_agency),
        cmocka_unit_test(a_waiting_handover_carries_no_name_in_a_list),
        cmocka_unit_test(R_114_a_handover_needs_a_ground_and_a_purpose),
        cmocka_unit_test(a_fresh_factor_is_asked_for_before_glass_is_broken),
        cmocka_unit_test(a_drafter_never_approves),
        cmocka_unit_test(what_may_not_be_known_is_refused_as_missing),
        cmocka_unit_test(ended_sharing_leaves_one_line),
        cmocka_unit_test(narrowing_never_widens),
        cmocka_unit_test(grounds_have_their_seals),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
