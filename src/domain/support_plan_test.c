#include "support_plan.h"

#include "plan_settings.h"
#include "profile_fixture.h"

#include "../base/text.h"

/* Every state, and all that may follow it; what is not here may not be. */
static const struct {
    enum support_plan_state state;
    const char *moves; /* "move>state …" */
} LIFE[] = {
    { SUPPORT_PLAN_STATE_DRAFT, "lay>laid withdraw>withdrawn" },
    { SUPPORT_PLAN_STATE_LAID, "take_back>draft fit>judged mend>draft" },
    { SUPPORT_PLAN_STATE_JUDGED, "approve>decided send_back>draft" },
    { SUPPORT_PLAN_STATE_DECIDED, "start>under_way" },
    { SUPPORT_PLAN_STATE_UNDER_WAY, "look_again>review replace>changed" },
    { SUPPORT_PLAN_STATE_REVIEW,
      "keep_on>under_way propose_end>ending propose_pause>pausing replace>changed" },
    { SUPPORT_PLAN_STATE_ENDING, "end_followed>follow_up end>closed stay>under_way" },
    { SUPPORT_PLAN_STATE_PAUSING, "pause>suspended stay>under_way" },
    { SUPPORT_PLAN_STATE_SUSPENDED,
      "resume>under_way propose_end>ending replace>changed" },
    { SUPPORT_PLAN_STATE_CHANGED, "" },
    { SUPPORT_PLAN_STATE_FOLLOW_UP, "followed>closed reopen>closed" },
    { SUPPORT_PLAN_STATE_CLOSED, "reopen>closed" },
    { SUPPORT_PLAN_STATE_WITHDRAWN, "" },
};

/* The state that the text gives for the move, or NONE. */
static enum support_plan_state
wanted(struct arena *mem, const char *moves, enum support_plan_move move)
{
    for (int s = 1; s < SUPPORT_PLAN_STATE_N; s++) {
        const char *one =
            arena_printf(mem, " %s>%s ", support_plan_move_code(move),
                         support_plan_state_code((enum support_plan_state)s));

        if (strstr(arena_printf(mem, " %s ", moves), one))
            return (enum support_plan_state)s;
    }
    return SUPPORT_PLAN_STATE_NONE;
}

static void
R_172_each_state_has_its_moves_and_no_other(void **state)
{
    struct arena *mem = arena_new();
    size_t legal = 0;

    (void)state;
    assert_int_equal(SUPPORT_PLAN_STATE_N - 1, sizeof LIFE / sizeof *LIFE);
    for (size_t i = 0; i < sizeof LIFE / sizeof *LIFE; i++)
        for (int m = 1; m < SUPPORT_PLAN_MOVE_N; m++) {
            const enum support_plan_move move = (enum support_plan_move)m;
            const enum support_plan_state want = wanted(mem, LIFE[i].moves, move);

            assert_int_equal(want, support_plan_after(LIFE[i].state, move));
            legal += want != SUPPORT_PLAN_STATE_NONE;
        }
    assert_int_equal(25, legal);
    arena_free(mem);
}

static const struct support_line LINE = {
    .issue = 0, .has_who = true, .has_from = true, .has_end = true
};
static const bool NO_REASON[] = { false };

/* All that any town asks for. */
static struct support_plan_facts
whole(void)
{
    return (struct support_plan_facts){
        .own_goal = true,
        .policy = true,
        .interim_goal = true,
        .monitoring = true,
        .period = true,
        .intake = true,
        .application = true,
        .consent = true,
        .lines = &LINE,
        .n_lines = 1,
        .issue_reason = NO_REASON,
        .n_issues = 1,
        .n_parties = 1,
        .n_agreed = 1,
        .n_goals = 1,
        .n_rated = 1,
        .evaluation = true,
        .lead_after = true,
        .follow_up = true,
        .reason = true,
        .watch = true,
    };
}

#define ALL UINT32_MAX

static uint32_t
lacks(enum support_plan_move move, const struct support_plan_facts *f)
{
    return support_plan_lacks(move, SUPPORT_PLAN_KIND_MULTI_AGENCY, ALL, f);
}

static void
R_174_each_missing_part_is_named(void **state)
{
    struct support_plan_facts f = whole();

    (void)state;
    for (int m = 1; m < SUPPORT_PLAN_MOVE_N; m++)
        assert_int_equal(0, lacks((enum support_plan_move)m, &f));
    f.own_goal = false;
    assert_int_equal(SUPPORT_DEMAND(SUPPORT_DEMAND_OWN_GOAL),
                     lacks(SUPPORT_PLAN_MOVE_LAY, &f));
    f.unheard = true;
    assert_int_equal(0, lacks(SUPPORT_PLAN_MOVE_LAY, &f));
    f.policy = false;
    assert_int_equal(SUPPORT_DEMAND(SUPPORT_DEMAND_POLICY),
                     lacks(SUPPORT_PLAN_MOVE_LAY, &f));
    f = whole();
    f.monitoring = false;
    assert_int_equal(SUPPORT_DEMAND(SUPPORT_DEMAND_MONITORING),
                     lacks(SUPPORT_PLAN_MOVE_LAY, &f));
    f = whole();
    f.n_lines = 0;
    f.n_issues = 0;
    assert_int_equal(SUPPORT_DEMAND(SUPPORT_DEMAND_CONTENTS)
                         | SUPPORT_DEMAND(SUPPORT_DEMAND_ROLES),
                     lacks(SUPPORT_PLAN_MOVE_LAY, &f));
}

static void
R_086_an_issue_wants_a_line_or_a_reason(void **state)
{
    const bool reasons[] = { false, false, true };
    struct support_plan_facts f = whole();

    (void)state;
    f.issue_reason = reasons;
    f.n_issues = 3;
    assert_int_equal(1, support_plan_bare_issue(&f, 0));
    assert_int_equal(3, support_plan_bare_issue(&f, 2));
    assert_int_equal(SUPPORT_DEMAND(SUPPORT_DEMAND_EACH_ISSUE),
                     lacks(SUPPORT_PLAN_MOVE_LAY, &f));
}

static void
R_087_a_line_wants_its_days(void **state)
{
    struct support_plan_facts f = whole();
    struct support_line l = LINE;

    (void)state;
    f.lines = &l;
    l.has_end = false;
    assert_int_equal(SUPPORT_DEMAND(SUPPORT_DEMAND_ITEM_DAYS),
                     lacks(SUPPORT_PLAN_MOVE_LAY, &f));
    l.has_end = true;
    l.has_who = false;
    assert_int_equal(SUPPORT_DEMAND(SUPPORT_DEMAND_ROLES),
                     lacks(SUPPORT_PLAN_MOVE_LAY, &f));
}

static void
R_179_R_180_an_end_wants_its_evaluation(void **state)
{
    struct support_plan_facts f = whole();

    (void)state;
    f.n_goals = 2;
    f.follow_up = false;
    assert_int_equal(SUPPORT_DEMAND(SUPPORT_DEMAND_GOALS_RATED)
                         | SUPPORT_DEMAND(SUPPORT_DEMAND_FOLLOW_UP),
                     lacks(SUPPORT_PLAN_MOVE_END, &f));
    f.closes_itself = true; /* death, moving away, the person's will */
    assert_int_equal(0, lacks(SUPPORT_PLAN_MOVE_END, &f));
    f.reason = false;
    assert_int_equal(SUPPORT_DEMAND(SUPPORT_DEMAND_REASON),
                     lacks(SUPPORT_PLAN_MOVE_END, &f));
}

static void
R_190_an_outreach_plan_needs_no_consent(void **state)
{
    struct support_plan_facts f = whole();

    (void)state;
    f.consent = false;
    f.application = false;
    assert_int_equal(SUPPORT_DEMAND(SUPPORT_DEMAND_CONSENT)
                         | SUPPORT_DEMAND(SUPPORT_DEMAND_APPLICATION),
                     lacks(SUPPORT_PLAN_MOVE_APPROVE, &f));
    assert_int_equal(0, support_plan_lacks(SUPPORT_PLAN_MOVE_APPROVE,
                                           SUPPORT_PLAN_KIND_OUTREACH, ALL, &f));
}

static void
the_way_of_deciding_follows_from_consent(void **state)
{
    const enum support_plan_kind multi = SUPPORT_PLAN_KIND_MULTI_AGENCY;
    const enum support_plan_kind outreach = SUPPORT_PLAN_KIND_OUTREACH;
    const enum support_way meets = SUPPORT_WAY_MULTILAYER;
    const enum support_way secret = SUPPORT_WAY_CONFERENCE;
    const enum support_way head = SUPPORT_WAY_HEAD;

    (void)state;
    assert_true(support_way_allowed(SUPPORT_PLAN_MOVE_FIT, multi, meets, true));
    assert_false(support_way_allowed(SUPPORT_PLAN_MOVE_FIT, multi, secret, true));
    assert_false(support_way_allowed(SUPPORT_PLAN_MOVE_FIT, multi, head, false));
    assert_true(support_way_allowed(SUPPORT_PLAN_MOVE_FIT, outreach, secret, false));
    assert_true(support_way_allowed(SUPPORT_PLAN_MOVE_FIT, outreach, meets, true));
    assert_true(support_way_allowed(SUPPORT_PLAN_MOVE_END, multi, meets, true));
    assert_false(support_way_allowed(SUPPORT_PLAN_MOVE_END, multi, meets, false));
    assert_true(support_way_allowed(SUPPORT_PLAN_MOVE_END, multi, secret, false));
    assert_true(support_way_allowed(SUPPORT_PLAN_MOVE_PAUSE, multi, head, false));
    assert_false(
        support_way_allowed(SUPPORT_PLAN_MOVE_END, multi, SUPPORT_WAY_NONE, true));
}

static uint32_t
demands_of(struct ctx *c, const char *town)
{
    const struct profile *p = fixture_profile(c, town);
    const struct settings s = { .own = p->settings };

    return support_plan_demands(p, &s);
}

static void
R_085_R_173_R_190_each_town_asks_what_its_plan_says(void **state)
{
    static const struct {
        const char *town;
        enum support_demand demand;
        bool asked;
    } t[] = {
        { "koshu", SUPPORT_DEMAND_INTERIM_GOAL, true },
        { "niiza", SUPPORT_DEMAND_INTERIM_GOAL, false },
        { "koshu", SUPPORT_DEMAND_EACH_ISSUE, true },
        { "hiratsuka", SUPPORT_DEMAND_EACH_ISSUE, false },
        { "niiza", SUPPORT_DEMAND_APPLICATION, true },
        { "hiratsuka", SUPPORT_DEMAND_APPLICATION, false },
        { "koshu", SUPPORT_DEMAND_CONSENT, true },
        { "chigasaki", SUPPORT_DEMAND_AGREEMENT, true },
        { "koshu", SUPPORT_DEMAND_AGREEMENT, true },
        { "kasugai", SUPPORT_DEMAND_AGREEMENT, false },
        { "kasugai", SUPPORT_DEMAND_INTAKE, true },
        { "niiza", SUPPORT_DEMAND_INTAKE, false },
        { "niiza", SUPPORT_DEMAND_WATCH, true },
        { "chigasaki", SUPPORT_DEMAND_WATCH, false },
    };
    struct ctx c = { .mem = arena_new() };

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof *t; i++)
        assert_int_equal(
            t[i].asked, (demands_of(&c, t[i].town) & SUPPORT_DEMAND(t[i].demand)) != 0);
    arena_free(c.mem);
}

/* Four moments; three kinds of plans that a conference may have to decide on. */
static void
R_135_four_moments_ask_for_a_conference(void **state)
{
    (void)state;
    assert_string_equal("plan_creation",
                        support_plan_moment(SUPPORT_PLAN_STATE_LAID, 1));
    assert_string_equal("plan_change", support_plan_moment(SUPPORT_PLAN_STATE_LAID, 2));
    assert_string_equal("closing_decision",
                        support_plan_moment(SUPPORT_PLAN_STATE_ENDING, 1));
    assert_string_equal("suspension_decision",
                        support_plan_moment(SUPPORT_PLAN_STATE_PAUSING, 2));
    assert_null(support_plan_moment(SUPPORT_PLAN_STATE_DRAFT, 1));
    assert_null(support_plan_moment(SUPPORT_PLAN_STATE_UNDER_WAY, 1));
    assert_null(support_plan_moment(SUPPORT_PLAN_STATE_SUSPENDED, 1));
    assert_string_equal("outreach_plan", support_plan_type(SUPPORT_PLAN_KIND_OUTREACH));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_172_each_state_has_its_moves_and_no_other),
        cmocka_unit_test(R_174_each_missing_part_is_named),
        cmocka_unit_test(R_086_an_issue_wants_a_line_or_a_reason),
        cmocka_unit_test(R_087_a_line_wants_its_days),
        cmocka_unit_test(R_179_R_180_an_end_wants_its_evaluation),
        cmocka_unit_test(R_190_an_outreach_plan_needs_no_consent),
        cmocka_unit_test(the_way_of_deciding_follows_from_consent),
        cmocka_unit_test(R_135_four_moments_ask_for_a_conference),
        cmocka_unit_test(R_085_R_173_R_190_each_town_asks_what_its_plan_says),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
