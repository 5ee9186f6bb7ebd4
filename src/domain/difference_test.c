/*
 * What differs between the five cities, as the requirements' table D-01 to D-30 has it: each
 * row is a setting of the profile; the words, years and figures of the plans are in
 * difference_plan_test. What follows from a setting is in the walks.
 */
#include "city_fixture.h"

#include "../base/text.h"
#include "outreach_rule.h"
#include "placement_rule.h"
#include "plan.h"
#include "plan_settings.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const struct plan_meeting *
meeting_of(const struct profile *p, enum profile_meeting_kind kind)
{
    for (size_t i = 0; i < p->meetings.n; i++)
        if (p->meetings.v[i].kind == kind)
            return &p->meetings.v[i];
    fail_msg("no such meeting");
    abort();
}

static bool
holds(const struct texts *all, const char *text)
{
    for (size_t i = 0; i < all->n; i++)
        if (text_same(all->v[i], text))
            return true;
    return false;
}

static void
D_02_name_anonymising_and_duty_stand_apart(void **state)
{
    static const struct {
        const char *name;
        enum tri anonymise;
        enum profile_duty duty;
    } expected[CITY_N] = {
        { "支援会議", TRI_YES, PROFILE_DUTY_ANONYMISED },
        { "支援会議", TRI_NO, PROFILE_DUTY_STATUTORY },
        { "支援会議", TRI_NO, PROFILE_DUTY_STATUTORY },
        { "支援会議", TRI_NONE, PROFILE_DUTY_NOT_STATED },
        { "包括的支援推進・情報共有会議", TRI_NO, PROFILE_DUTY_STATUTORY },
    };

    (void)state;
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };
        const struct plan_meeting *m =
            meeting_of(fixture_profile(&c, CITIES[i]), PROFILE_MEETING_KIND_SUPPORT);

        assert_string_equal(expected[i].name, m->name);
        assert_int_equal(expected[i].anonymise, m->confidentiality.anonymise);
        assert_int_equal(expected[i].duty, m->confidentiality.duty);
        arena_free(c.mem);
    }
}

static void
D_03_any_program_may_run_the_support_conference(void **state)
{
    static const char *const programs[CITY_N] = { "multi_agency", NULL, "outreach",
                                                  "outreach", "outreach" };

    (void)state;
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };
        const struct texts *t =
            &meeting_of(fixture_profile(&c, CITIES[i]), PROFILE_MEETING_KIND_SUPPORT)
                 ->related_programs;

        assert_int_equal(i == CHIGASAKI ? 0 : i == KASUGAI ? 2 : 1, t->n);
        if (programs[i])
            assert_string_equal(programs[i], t->v[0]);
        arena_free(c.mem);
    }
}

/* Per month, whether the day is fixed, and whether sittings are called as need be. */
static void
D_04_D_05_cadence_stands_apart_from_triggers(void **state)
{
    static const struct {
        int64_t month[2]; /* 0: not stated; multilayer, support */
        enum tri adhoc[2];
        size_t triggers; /* of the multilayer conference */
    } expected[CITY_N] = {
        { { 2, 2 }, { TRI_NO, TRI_NO }, 1 },     { { 0, 0 }, { TRI_YES, TRI_NONE }, 4 },
        { { 0, 0 }, { TRI_NONE, TRI_NONE }, 2 }, { { 0, 0 }, { TRI_YES, TRI_YES }, 1 },
        { { 0, 1 }, { TRI_YES, TRI_YES }, 2 },
    };

    (void)state;
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };
        const struct profile *p = fixture_profile(&c, CITIES[i]);
        const struct plan_meeting *m[2] = {
            meeting_of(p, PROFILE_MEETING_KIND_MULTILAYER),
            meeting_of(p, PROFILE_MEETING_KIND_SUPPORT),
        };

        for (int k = 0; k < 2; k++) {
            const struct maybe_int *n = &m[k]->cadence.per_month;

            assert_int_equal(expected[i].month[k], n->given ? n->v : 0);
            assert_int_equal(expected[i].adhoc[k], m[k]->cadence.adhoc);
        }
        assert_int_equal(i == NIIZA ? TRI_YES : TRI_NONE, m[1]->cadence.fixed_date);
        assert_int_equal(expected[i].triggers, m[0]->triggers.n);
        arena_free(c.mem);
    }
}

static void
D_06_both_meetings_have_their_host(void **state)
{
    static const char *const hosts[CITY_N] = { "平塚市", "福祉政策課福祉総合相談担当",
                                               "福祉総合支援課", "地域共生推進課",
                                               "福祉政策課（福祉相談室）" };

    (void)state;
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };
        const struct profile *p = fixture_profile(&c, CITIES[i]);

        assert_string_equal(hosts[i],
                            meeting_of(p, PROFILE_MEETING_KIND_SUPPORT)->host_name);
        assert_string_equal(hosts[i],
                            meeting_of(p, PROFILE_MEETING_KIND_MULTILAYER)->host_name);
        arena_free(c.mem);
    }
}

static void
D_07_consent_is_asked_for_plans_and_says_how_it_is_known(void **state)
{
    static const enum profile_stated stated[CITY_N] = {
        PROFILE_STATED_IMPLIED, PROFILE_STATED_YES, PROFILE_STATED_YES,
        PROFILE_STATED_YES, PROFILE_STATED_IMPLIED
    };

    (void)state;
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };
        const struct profile *p = fixture_profile(&c, CITIES[i]);
        const struct plan_meeting *m = meeting_of(p, PROFILE_MEETING_KIND_MULTILAYER);

        assert_int_equal(PROFILE_CONSENT_YES, m->consent_required);
        assert_int_equal(stated[i], m->consent_basis);
        assert_int_equal(PROFILE_CONSENT_NO,
                         meeting_of(p, PROFILE_MEETING_KIND_SUPPORT)->consent_required);
        arena_free(c.mem);
    }
}

/* Only in 茅ヶ崎市 both meetings bind to all that was learned, and tax facts stay out. */
static void
D_08_duty_has_its_scope_and_what_it_excludes(void **state)
{
    (void)state;
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };
        const struct profile *p = fixture_profile(&c, CITIES[i]);
        static const enum profile_meeting_kind kinds[] = {
            PROFILE_MEETING_KIND_SUPPORT, PROFILE_MEETING_KIND_MULTILAYER
        };

        for (size_t k = 0; k < COUNT(kinds); k++) {
            const struct plan_confidentiality *v =
                &meeting_of(p, kinds[k])->confidentiality;

            assert_int_equal(i == CHIGASAKI, holds(&v->scope, "all_business_matters"));
            assert_int_equal(
                i == CHIGASAKI,
                holds(&v->excluded_data, "taxpayer_information_without_consent"));
        }
        arena_free(c.mem);
    }
}

static void
D_09_members_are_proposed_and_vary(void **state)
{
    (void)state;
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };
        const struct profile *p = fixture_profile(&c, CITIES[i]);

        assert_int_equal(TRI_YES,
                         meeting_of(p, PROFILE_MEETING_KIND_SUPPORT)->members_vary);
        assert_int_equal(TRI_YES,
                         meeting_of(p, PROFILE_MEETING_KIND_MULTILAYER)->members_vary);
        arena_free(c.mem);
    }
}

/* How many moments of a plan the conference decides, of how many kinds of plan, on what. */
static void
D_10_who_decides_a_plan_and_when(void **state)
{
    static const struct {
        size_t kinds;
        size_t moments;
        bool application;
    } expected[CITY_N] = {
        { 1, 1, false }, { 3, 4, false }, { 2, 2, false },
        { 2, 0, false }, { 1, 1, true },
    };

    (void)state;
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };
        const struct plan_lifecycle *v =
            &fixture_profile(&c, CITIES[i])->plan_lifecycle;

        assert_int_equal(expected[i].kinds, v->plan_types.n);
        assert_int_equal(expected[i].moments, v->decision_triggers.n);
        assert_int_equal(expected[i].application, v->application_needed);
        assert_string_equal("multilayer_conference", v->decided_in);
        arena_free(c.mem);
    }
}

/* Every city has as many bodies as its plan names; 41 in all. */
static void
D_11_any_number_of_bodies(void **state)
{
    static const size_t bodies[CITY_N] = { 5, 9, 7, 13, 7 };

    (void)state;
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };

        assert_int_equal(bodies[i], fixture_profile(&c, CITIES[i])->meetings.n);
        arena_free(c.mem);
    }
}

/* Alone or with 社協: as many desks have outreach on their list. */
static void
D_13_outreach_is_done_by_whom_the_plan_charges(void **state)
{
    static const size_t desks[CITY_N] = { 1, 2, 1, 1, 2 };

    (void)state;
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };

        assert_int_equal(desks[i],
                         outreach_desks(c.mem, fixture_profile(&c, CITIES[i])).n);
        arena_free(c.mem);
    }
}

static void
D_15_entry_to_participation_is_a_decision_in_two_cities(void **state)
{
    (void)state;
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };
        const struct settings s = { .own = fixture_profile(&c, CITIES[i])->settings };

        assert_string_equal(i == KASUGAI || i == NIIZA ? "conference" : "",
                            settings_rule(&s, RULE_PARTICIPATION_ENTRY));
        arena_free(c.mem);
    }
}

static void
D_16_the_move_out_of_outreach_is_proposed_where_the_plan_says(void **state)
{
    static const size_t conditions[CITY_N] = { 1, 0, 0, 2, 1 };

    (void)state;
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };
        const struct plan_outreach *v = &fixture_profile(&c, CITIES[i])->outreach;

        assert_int_equal(conditions[i], v->exit_when.n);
        if (v->exit_when.n)
            assert_string_equal("multi_agency", v->exit_to);
        arena_free(c.mem);
    }
}

static void
D_22_D_23_the_period_is_free(void **state)
{
    static const int64_t years[CITY_N] = { 3, 0, 5, 3, 2 };

    (void)state;
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };
        const struct profile *p = fixture_profile(&c, CITIES[i]);

        assert_int_equal(years[i],
                         p->plan.period.years.given ? p->plan.period.years.v : 0);
        assert_int_equal(i == HIRATSUKA ? 3 : 0, p->plan.revision_schedule.n);
        arena_free(c.mem);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(D_02_name_anonymising_and_duty_stand_apart),
        cmocka_unit_test(D_03_any_program_may_run_the_support_conference),
        cmocka_unit_test(D_04_D_05_cadence_stands_apart_from_triggers),
        cmocka_unit_test(D_06_both_meetings_have_their_host),
        cmocka_unit_test(D_07_consent_is_asked_for_plans_and_says_how_it_is_known),
        cmocka_unit_test(D_08_duty_has_its_scope_and_what_it_excludes),
        cmocka_unit_test(D_09_members_are_proposed_and_vary),
        cmocka_unit_test(D_10_who_decides_a_plan_and_when),
        cmocka_unit_test(D_11_any_number_of_bodies),
        cmocka_unit_test(D_13_outreach_is_done_by_whom_the_plan_charges),
        cmocka_unit_test(D_15_entry_to_participation_is_a_decision_in_two_cities),
        cmocka_unit_test(D_16_the_move_out_of_outreach_is_proposed_where_the_plan_says),
        cmocka_unit_test(D_22_D_23_the_period_is_free),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
