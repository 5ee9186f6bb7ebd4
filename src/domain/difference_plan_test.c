/*
 * The rest of the requirements' table D-01 to D-30: who evaluates, who runs, in which words,
 * years and figures the five plans speak. How meetings and plans are run is in difference_test.
 */
#include "city_fixture.h"

#include "../base/text.h"
#include "intake_rule.h"
#include "plan.h"

/* Calls check for each city, in an arena of its own. */
static void
each(void (*check)(enum city i, const struct profile *p))
{
    for (int i = 0; i < CITY_N; i++) {
        struct ctx c = { .mem = arena_new() };

        check((enum city)i, fixture_profile(&c, CITIES[i]));
        arena_free(c.mem);
    }
}

static const struct plan_program *
program_named(const struct profile *p, const char *name)
{
    for (size_t i = 0; i < p->programs.n; i++)
        if (text_same(p->programs.v[i].name, name))
            return &p->programs.v[i];
    return NULL;
}

static void
evaluators(enum city i, const struct profile *p)
{
    static const char *const first[CITY_N] = {
        "community_welfare_forum", "promotion_committee", "promotion_committee",
        "promotion_conference", "system_review_meeting"
    };
    static const size_t n[CITY_N] = { 2, 3, 2, 1, 4 };

    assert_int_equal(n[i], p->evaluation.bodies.n);
    assert_string_equal(first[i], p->evaluation.bodies.v[0].meeting);
    for (size_t k = 0; k < p->evaluation.bodies.n; k++)
        assert_non_null(profile_meeting(p, p->evaluation.bodies.v[k].meeting));
}

static void
D_12_who_evaluates_is_data(void **state)
{
    (void)state;
    each(evaluators);
}

static void
participation_operators(enum city i, const struct profile *p)
{
    static const char *const bodies[CITY_N][2] = {
        { "city", NULL },
        { "shakyo", "district_volunteer_centers" },
        { "budou_no_sato", NULL },
        { "community_coexistence", NULL },
        { "welfare_policy", "shakyo" },
    };

    for (size_t k = 0; k < p->programs.n; k++) {
        const struct plan_program *v = &p->programs.v[k];

        if (v->category != PROFILE_CATEGORY_PARTICIPATION)
            continue;
        assert_int_equal(i == KASUGAI ? 0 : bodies[i][1] ? 2 : 1, v->delivery.n);
        for (size_t d = 0; d < v->delivery.n; d++)
            assert_string_equal(bodies[i][d], v->delivery.v[d].body);
        if (i == KASUGAI) /* the section itself */
            assert_string_equal(bodies[i][0], v->departments.v[0]);
        return;
    }
    fail_msg("%s has no participation support", p->municipality.id);
}

static void
D_14_participation_is_run_by_whom_the_plan_names(void **state)
{
    (void)state;
    each(participation_operators);
}

/* Item 1 of 106条の4第2項 only in 茅ヶ崎市. */
static void
childcare_hubs(enum city i, const struct profile *p)
{
    const struct plan_program *v = program_named(p, "地域子育て支援拠点事業");

    assert_non_null(v);
    assert_int_equal(1, v->statutory_items.n);
    assert_int_equal(i == CHIGASAKI ? 1 : 3, v->statutory_items.v[0]);
    assert_int_equal(i == CHIGASAKI ? PROFILE_CATEGORY_CONSULTATION
                                    : PROFILE_CATEGORY_COMMUNITY,
                     v->category);
}

static void
D_17_one_programme_under_two_items_of_the_law(void **state)
{
    (void)state;
    each(childcare_hubs);
}

static void
field_words(enum city i, const struct profile *p)
{
    static const char *const words[CITY_N][3] = {
        { "高齢", "障がい", "子ども" },     { "高齢", "障がい", "子ども" },
        { "介護", "障害", "子育て" },       { "高齢", "障がい", "こども" },
        { "高齢者", "障がい者", "子ども" },
    };

    assert_string_equal(words[i][0], profile_field_label(p, PROFILE_FIELD_ELDERLY));
    assert_string_equal(words[i][1], profile_field_label(p, PROFILE_FIELD_DISABILITY));
    assert_string_equal(words[i][2], profile_field_label(p, PROFILE_FIELD_CHILD));
}

static void
D_18_fields_have_the_words_of_the_city(void **state)
{
    (void)state;
    each(field_words);
}

static void
life_support(enum city i, const struct profile *p)
{
    const struct plan_program *v = program_named(p, "生活支援体制整備事業");

    assert_non_null(v);
    assert_int_equal(1, v->fields.n);
    assert_int_equal(i == NIIZA ? PROFILE_FIELD_CROSS : PROFILE_FIELD_ELDERLY,
                     v->fields.v[0]);
    assert_int_equal(i == KOSHU || i == KASUGAI || i == NIIZA, v->fields_stated);
}

static void
D_19_the_field_of_a_programme_is_stated_or_follows_from_its_type(void **state)
{
    (void)state;
    each(life_support);
}

static size_t
kpis(const struct profile *p, enum profile_kpi_kind kind, enum tri cumulative)
{
    size_t n = 0;

    for (size_t i = 0; i < p->kpis.n; i++)
        n += p->kpis.v[i].kind == kind && p->kpis.v[i].cumulative == cumulative;
    return n;
}

static void
indicators(enum city i, const struct profile *p)
{
    assert_int_equal(i == HIRATSUKA ? 2 : i == NIIZA ? 4 : 0, p->kpis.n);
    assert_int_equal(i == HIRATSUKA ? 2 : 0,
                     kpis(p, PROFILE_KPI_KIND_NUMERIC, TRI_YES));
    assert_int_equal(i == NIIZA ? 2 : 0, kpis(p, PROFILE_KPI_KIND_NUMERIC, TRI_NO));
    assert_int_equal(i == NIIZA ? 1 : 0, kpis(p, PROFILE_KPI_KIND_NUMERIC, TRI_NONE));
    assert_int_equal(i == NIIZA ? 1 : 0,
                     kpis(p, PROFILE_KPI_KIND_QUALITATIVE, TRI_NONE));
    assert_int_equal(i == KASUGAI, p->history.n > 0);
    assert_int_equal(i == KASUGAI, p->self_evaluations.n > 0);
}

static void
D_20_indicators_are_cumulative_yearly_in_words_or_none(void **state)
{
    (void)state;
    each(indicators);
}

/* From the year of the baseline to the years aimed at; the years between stay blank. */
static void
years_of_figures(enum city i, const struct profile *p)
{
    for (size_t k = 0; k < p->kpis.n; k++) {
        const struct plan_kpi *v = &p->kpis.v[k];
        const struct maybe_int *from = &v->baseline.fiscal_year;

        assert_int_equal(i == HIRATSUKA ? 3 : 2, v->targets.n);
        assert_int_equal(2026, v->targets.v[0].fiscal_year);
        assert_int_equal(i == HIRATSUKA ? 2028 : 2027,
                         v->targets.v[v->targets.n - 1].fiscal_year);
        assert_int_equal(i == HIRATSUKA || k < 2 ? 2024 : 0, from->given ? from->v : 0);
    }
}

static void
D_21_baselines_and_targets_are_of_the_years_the_plan_gives(void **state)
{
    (void)state;
    each(years_of_figures);
}

static void
year_style(enum city i, const struct profile *p)
{
    static const enum profile_year_style styles[CITY_N] = {
        PROFILE_YEAR_STYLE_WESTERN, PROFILE_YEAR_STYLE_NOT_STATED,
        PROFILE_YEAR_STYLE_REIWA, PROFILE_YEAR_STYLE_REIWA, PROFILE_YEAR_STYLE_REIWA
    };

    assert_int_equal(styles[i], p->municipality.year_style);
}

static void
D_24_years_are_printed_as_the_plan_prints_them(void **state)
{
    (void)state;
    each(year_style);
}

/* Whether the plan, its programmes and its bodies cite the law themselves. */
static void
citations(enum city i, const struct profile *p)
{
    bool plan = false;
    bool items = false;
    bool conference = false;

    for (size_t k = 0; k < p->plan.legal_basis.n; k++)
        plan |= p->plan.legal_basis.v[k].cited;
    for (size_t k = 0; k < p->programs.n; k++)
        items |= p->programs.v[k].items_cited;
    for (size_t k = 0; k < p->meetings.n; k++)
        for (size_t b = 0; b < p->meetings.v[k].legal_basis.n; b++)
            conference |=
                p->meetings.v[k].legal_basis.v[b].cited
                && text_same(p->meetings.v[k].legal_basis.v[b].article, "106の6");
    assert_int_equal(i != HIRATSUKA, plan);
    assert_int_equal(i == KOSHU || i == NIIZA, items);
    assert_int_equal(i == CHIGASAKI || i == KOSHU || i == NIIZA, conference);
}

static void
D_25_each_basis_says_whether_the_plan_cites_it(void **state)
{
    (void)state;
    each(citations);
}

static void
discreet(enum city i, const struct profile *p)
{
    bool asked = false;

    for (size_t k = 0; k < p->public_information.n; k++)
        for (size_t t = 0; t < p->public_information.v[k].tags.n; t++)
            asked |= text_same(p->public_information.v[k].tags.v[t],
                               "discreet_consultation");
    assert_int_equal(i == KOSHU, asked);
}

static void
D_26_discreet_consultation_is_asked_for_in_one_city(void **state)
{
    (void)state;
    each(discreet);
}

static void
continuity(enum city i, const struct profile *p)
{
    assert_int_equal(i == NIIZA, p->continuity.stated);
    assert_int_equal(i == NIIZA ? 2 : 0, p->continuity.plans.n);
    assert_int_equal(i == NIIZA || i == KOSHU ? 1 : 0, p->continuity.duties.n);
}

static void
D_27_continuity_plans_are_named_in_one_city(void **state)
{
    (void)state;
    each(continuity);
}

static void
staff_cores(enum city i, const struct profile *p)
{
    static const char *const roles[CITY_N] = { "生活支援コーディネーター", "CSW",
                                               "関係各課長と各担当リーダー",
                                               "地域福祉包括化推進員", "社協職員" };

    assert_string_equal(roles[i], p->staff_roles.v[0].name);
}

static void
D_28_the_staff_at_the_core_has_the_plans_name(void **state)
{
    (void)state;
    each(staff_cores);
}

static void
general_desk(enum city i, const struct profile *p)
{
    static const char *const desks[CITY_N] = { "", "welfare_policy/福祉総合相談担当",
                                               "pool", "",
                                               "welfare_policy/福祉相談室" };
    const struct settings s = { .own = p->settings };

    assert_string_equal(desks[i], settings_rule(&s, RULE_UNSURE_DESK));
}

static void
D_29_who_takes_what_nobody_can_place(void **state)
{
    (void)state;
    each(general_desk);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(D_12_who_evaluates_is_data),
        cmocka_unit_test(D_14_participation_is_run_by_whom_the_plan_names),
        cmocka_unit_test(D_17_one_programme_under_two_items_of_the_law),
        cmocka_unit_test(D_18_fields_have_the_words_of_the_city),
        cmocka_unit_test(
            D_19_the_field_of_a_programme_is_stated_or_follows_from_its_type),
        cmocka_unit_test(D_20_indicators_are_cumulative_yearly_in_words_or_none),
        cmocka_unit_test(D_21_baselines_and_targets_are_of_the_years_the_plan_gives),
        cmocka_unit_test(D_24_years_are_printed_as_the_plan_prints_them),
        cmocka_unit_test(D_25_each_basis_says_whether_the_plan_cites_it),
        cmocka_unit_test(D_26_discreet_consultation_is_asked_for_in_one_city),
        cmocka_unit_test(D_27_continuity_plans_are_named_in_one_city),
        cmocka_unit_test(D_28_the_staff_at_the_core_has_the_plans_name),
        cmocka_unit_test(D_29_who_takes_what_nobody_can_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
