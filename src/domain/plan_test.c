/* The five plans, as the requirements state them: lists, names, bodies, desks. */
#include "city_fixture.h"

#include "../base/text.h"
#include "plan.h"
#include "legal_basis.h"
#include "plan_desk.h"
#include "profile_check.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static size_t
programs_in(struct ctx *c, const struct profile *p, int64_t item)
{
    struct plan_filter filter = { .item = item };

    return plan_programs(c->mem, p, &filter).n;
}

static void
R_002_the_code_carries_its_check_digit(void **state)
{
    static const struct {
        const char *code;
        bool good;
    } cases[] = {
        { "142034", true }, { "142077", true },   { "192139", true },
        { "232068", true }, { "112305", true },   { "142035", false },
        { "14203", false }, { "1420340", false }, { "14203x", false },
        { "", false },      { "412034", false },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(cases[i].good, profile_code_valid(cases[i].code));
}

static void
every_basis_is_known(const struct plan_legal_basis *v, size_t n)
{
    for (size_t i = 0; i < n; i++)
        assert_non_null(legal_basis_of(&v[i]));
}

static void
R_098_plan_programs_and_meetings_refer_to_the_register(void **state)
{
    struct ctx c = { .mem = arena_new() };

    (void)state;
    for (size_t i = 0; i < COUNT(CITIES); i++) {
        const struct profile *p = fixture_profile(&c, CITIES[i]);

        every_basis_is_known(p->plan.legal_basis.v, p->plan.legal_basis.n);
        for (size_t j = 0; j < p->meetings.n; j++)
            every_basis_is_known(p->meetings.v[j].legal_basis.v,
                                 p->meetings.v[j].legal_basis.n);
        for (size_t j = 0; j < p->programs.n; j++)
            for (size_t k = 0; k < p->programs.v[j].statutory_items.n; k++)
                assert_non_null(
                    legal_basis_of_item(p->programs.v[j].statutory_items.v[k]));
    }
    arena_free(c.mem);
}

static void
R_003_every_program_has_an_item_and_items_filter(void **state)
{
    static const struct {
        const char *city;
        size_t by_item[ITEM_LAST];
    } cases[] = {
        { "hiratsuka", { 4, 1, 5, 1, 1, 1 } }, { "chigasaki", { 10, 1, 5, 2, 2, 2 } },
        { "koshu", { 4, 1, 5, 1, 1, 1 } },     { "kasugai", { 4, 1, 5, 1, 1, 1 } },
        { "niiza", { 5, 1, 5, 1, 1, 1 } },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct ctx c = { .mem = arena_new() };
        const struct profile *p = fixture_profile(&c, cases[i].city);

        for (size_t j = 0; j < p->programs.n; j++)
            assert_true(p->programs.v[j].statutory_items.n >= 1);
        for (int64_t item = 1; item <= ITEM_LAST; item++)
            assert_int_equal(cases[i].by_item[item - 1], programs_in(&c, p, item));
        arena_free(c.mem);
    }
}

static void
R_003_multi_agency_work_of_Koshu_is_items_5_and_6(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct profile *p = fixture_profile(&c, "koshu");

    (void)state;
    for (int64_t item = 5; item <= 6; item++) {
        struct plan_filter filter = { .item = item };
        struct plan_programs list = plan_programs(c.mem, p, &filter);

        assert_int_equal(1, list.n);
        assert_string_equal("multi_agency", list.v[0]->id);
        assert_true(list.v[0]->items_cited);
    }
    arena_free(c.mem);
}

static void
R_006_a_delivery_keeps_several_forms(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct plan_program *hubs =
        profile_program(fixture_profile(&c, "hiratsuka"), "childcare_hubs");
    const struct plan_program *desks =
        profile_program(fixture_profile(&c, "niiza"), "disability_consultation");

    (void)state;
    assert_string_equal("委託・指定管理",
                        plan_forms_text(c.mem, &hubs->delivery.v[1].operation_forms));
    assert_string_equal("直営・委託",
                        plan_forms_text(c.mem, &desks->delivery.v[1].operation_forms));
    arena_free(c.mem);
}

static void
R_007_what_is_not_stated_is_neither_zero_nor_empty(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct profile *n = fixture_profile(&c, "niiza");
    const struct profile *ch = fixture_profile(&c, "chigasaki");
    struct plan_filter outreach = { .item = ITEM_OUTREACH };
    struct plan_programs list = plan_programs(c.mem, ch, &outreach);

    (void)state;
    assert_string_equal("—",
                        plan_sites_text(c.mem, profile_program(n, "preventive_care")));
    assert_null(plan_sites_text(c.mem, profile_program(n, "outreach")));
    assert_null(ch->plan.period.start);
    assert_false(ch->plan.period.years.given);
    assert_int_equal(2, list.n);
    assert_false(plan_sites(&list).places.given);
    arena_free(c.mem);
}

static void
R_008_one_program_in_many_categories_one_body_in_the_directory(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct profile *p = fixture_profile(&c, "chigasaki");
    struct plan_filter activity = { .group = "community_welfare_activity" };
    struct plan_filter general = { .group = "general_consultation_desk" };
    struct plan_programs five = plan_programs(c.mem, p, &activity);
    struct plan_bodies bodies = plan_bodies(c.mem, p);
    bool seen[PROFILE_CATEGORY_MULTI_AGENCY + 1] = { false };

    (void)state;
    assert_int_equal(5, five.n);
    for (size_t i = 0; i < five.n; i++) {
        assert_false(seen[five.v[i]->category]);
        seen[five.v[i]->category] = true;
    }
    assert_int_equal(4, plan_programs(c.mem, p, &general).n);
    assert_string_equal("地域福祉活動支援事業", plan_program_names(c.mem, &five));
    assert_int_equal(p->departments.n + p->organizations.n, bodies.n);
    for (size_t i = 0; i < bodies.n; i++)
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(bodies.v[i].name, bodies.v[j].name);
    arena_free(c.mem);
}

static void
R_009_three_deliveries_with_three_specialists(void **state)
{
    static const char *const roles[] = { "子育てアドバイザー", "保育コンシェルジュ",
                                         "母子保健コーディネーター" };
    static const char *const forms[] = { "委託", "直営", "直営" };
    struct ctx c = { .mem = arena_new() };
    const struct profile *p = fixture_profile(&c, "chigasaki");
    const struct plan_program *program = profile_program(p, "cc_user_support");

    (void)state;
    assert_int_equal(3, program->delivery.n);
    for (size_t i = 0; i < 3; i++) {
        const struct plan_delivery *d = &program->delivery.v[i];

        assert_string_equal(roles[i], profile_staff_role(p, d->staff_role)->name);
        assert_string_equal(forms[i], plan_forms_text(c.mem, &d->operation_forms));
    }
    arena_free(c.mem);
}

static void
R_010_sections_also_per_task(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct profile *g = fixture_profile(&c, "kasugai");
    const struct profile *n = fixture_profile(&c, "niiza");
    const struct plan_program *poverty = profile_program(g, "poverty_community");

    (void)state;
    assert_string_equal("community_coexistence", poverty->delivery.v[0].body);
    assert_string_equal("run_food_network_meeting", poverty->delivery.v[0].tasks.v[0]);
    assert_string_equal("福祉政策課",
                        profile_body_name(g, poverty->delivery.v[1].body));
    assert_string_equal("place_commissioner_assistants",
                        poverty->delivery.v[1].tasks.v[0]);
    assert_string_equal(
        "こども支援課・保育課・こども安全課・保健センター",
        plan_sections_text(c.mem, n, &profile_program(n, "user_support")->departments));
    arena_free(c.mem);
}

static void
R_011_areas_are_not_added_to_places(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct profile *p = fixture_profile(&c, "niiza");
    struct plan_filter community = { .item = ITEM_COMMUNITY };
    struct plan_programs list = plan_programs(c.mem, p, &community);
    struct plan_sites sites = plan_sites(&list);

    (void)state;
    assert_string_equal(
        "第1層1圏域・第2層6圏域",
        plan_sites_text(c.mem, profile_program(p, "life_support_system")));
    assert_int_equal(3 + 11 + 5, sites.places.v);
    assert_int_equal(7, sites.areas.v);
    assert_false(sites.bases.given);
    arena_free(c.mem);
}

static void
R_012_the_setup_type_is_not_the_subtype(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct profile *p = fixture_profile(&c, "niiza");
    size_t types = 0;
    size_t subtypes = 0;

    (void)state;
    for (size_t i = 0; i < p->programs.n; i++)
        for (size_t j = 0; j < p->programs.v[i].delivery.n; j++) {
            const struct plan_delivery *d = &p->programs.v[i].delivery.v[j];
            const char *name = profile_body_name(p, d->body);

            types += text_same(d->setup_type, "基本型");
            subtypes += name && strstr(name, "（基本型）") != NULL;
        }
    assert_int_equal(9, types);
    assert_int_equal(1, subtypes);
    arena_free(c.mem);
}

static const struct plan_body *
body_of(const struct plan_bodies *bodies, const char *id)
{
    for (size_t i = 0; i < bodies->n; i++)
        if (text_same(bodies->v[i].id, id))
            return &bodies->v[i];
    fail_msg("no body %s", id);
    abort();
}

static void
R_019_contractors_know_their_programs(void **state)
{
    static const struct {
        const char *id;
        const char *programs;
    } cases[] = {
        { "shakyo",
          "地域包括支援センターの運営・自立相談支援事業・生活支援体制整備事業" },
        { "budou_no_sato", "参加支援事業・地域活動支援センター" },
        { "momi_no_kien", "地域活動支援センター" },
        { "enzan_fukushikai", "地域子育て支援拠点事業" },
        { "sekiho_fukushikai", "地域子育て支援拠点事業" },
        { "sakura_fukushikai", "地域子育て支援拠点事業" },
        { "step_upple", "地域子育て支援拠点事業" },
    };
    static const struct {
        const char *site;
        const char *operator_name;
    } sites[] = {
        { "cosmos", "社会福祉法人塩山福祉会" },
        { "tulip", "社会福祉法人赤保福祉会" },
        { "nobinobi", "社会福祉法人さくら福祉会" },
        { "upple", "NPO法人すてっぷ・あっぷる" },
    };
    struct ctx c = { .mem = arena_new() };
    struct plan_bodies bodies = plan_bodies(c.mem, fixture_profile(&c, "koshu"));

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(
            cases[i].programs,
            plan_program_names(c.mem, &body_of(&bodies, cases[i].id)->programs));
    for (size_t i = 0; i < COUNT(sites); i++)
        assert_string_equal(sites[i].operator_name,
                            body_of(&bodies, sites[i].site)->operator_name);
    arena_free(c.mem);
}

static void
R_022_each_city_has_its_lead_section(void **state)
{
    static const char *const leads[] = { "平塚市", "福祉政策課福祉総合相談担当",
                                         "福祉総合支援課", "地域共生推進課",
                                         "福祉政策課（福祉相談室）" };

    (void)state;
    for (size_t i = 0; i < COUNT(CITIES); i++) {
        struct ctx c = { .mem = arena_new() };
        const struct profile *p = fixture_profile(&c, CITIES[i]);
        struct plan_desks desks = plan_desks(c.mem, p);

        assert_string_equal(leads[i], plan_lead_name(p));
        assert_true(desks.v[0].lead);
        assert_string_equal(plan_lead(p)->id, desks.v[0].body);
        for (size_t j = 1; j < desks.n; j++)
            assert_false(desks.v[j].lead);
        arena_free(c.mem);
    }
}

/* Multi-agency work is delivered at the desk of the lead section in every city. */
static void
R_022_multi_agency_work_arrives_at_the_lead(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CITIES); i++) {
        struct ctx c = { .mem = arena_new() };
        struct plan_desks desks = plan_desks(c.mem, fixture_profile(&c, CITIES[i]));
        bool found = false;

        for (size_t j = 0; j < desks.v[0].programs.n; j++)
            found |=
                desks.v[0].programs.v[j]->category == PROFILE_CATEGORY_MULTI_AGENCY;
        assert_true(found);
        arena_free(c.mem);
    }
}

static void
R_023_staff_roles_stand_in_the_directory(void **state)
{
    static const struct {
        const char *city;
        const char *name;
    } roles[] = {
        { "chigasaki", "CSW" },
        { "chigasaki", "子育てアドバイザー" },
        { "chigasaki", "保育コンシェルジュ" },
        { "chigasaki", "母子保健コーディネーター" },
        { "chigasaki", "地域支え合い推進員" },
        { "hiratsuka", "生活支援コーディネーター" },
        { "kasugai", "地域福祉包括化推進員" },
        { "kasugai", "地域福祉コーディネーター" },
        { "kasugai", "地域福祉アドバイザー" },
        { "kasugai", "認知症地域支援推進員" },
        { "kasugai", "民生委員協力員" },
        { "kasugai", "つながりサポーター" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(roles); i++) {
        struct ctx c = { .mem = arena_new() };
        const struct profile *p = fixture_profile(&c, roles[i].city);
        size_t found = 0;

        for (size_t j = 0; j < p->staff_roles.n; j++)
            found += text_same(p->staff_roles.v[j].name, roles[i].name);
        assert_int_equal(1, found);
        arena_free(c.mem);
    }
}

static void
R_023_one_role_may_be_held_with_another(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct plan_staff_role *role = profile_staff_role(
        fixture_profile(&c, "kasugai"), "community_welfare_coordinator");

    (void)state;
    assert_int_equal(1, role->concurrent_roles.n);
    assert_string_equal("認知症地域支援推進員", role->concurrent_roles.v[0]);
    arena_free(c.mem);
}

static void
R_025_a_year_shows_the_name_then_in_force(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct profile *p = fixture_profile(&c, "kasugai");
    const char *role = "community_welfare_coordinator";

    (void)state;
    assert_string_equal("第2層生活支援コーディネーター", plan_name_in(p, role, 2019));
    assert_string_equal("地域福祉コーディネーター", plan_name_in(p, role, 2020));
    assert_string_equal("地域福祉コーディネーター", plan_name_in(p, role, 2021));
    assert_string_equal("福祉政策課", plan_name_in(p, "welfare_policy", 2019));
    assert_string_equal("検討部会", plan_name_in(p, "working_group", 2019));
    assert_null(plan_name_in(p, "nobody", 2019));
    arena_free(c.mem);
}

static void
R_026_the_canonical_field_finds_what_the_city_calls_otherwise(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct profile *p = fixture_profile(&c, "koshu");
    struct plan_filter elderly = { .field = PROFILE_FIELD_ELDERLY };
    struct plan_programs list = plan_programs(c.mem, p, &elderly);

    (void)state;
    assert_int_equal(3, list.n);
    for (size_t i = 0; i < list.n; i++)
        assert_string_equal("介護", plan_fields_text(c.mem, p, &list.v[i]->fields));
    assert_string_equal("属性に関わらない全市民",
                        profile_field_label(p, PROFILE_FIELD_CROSS));
    assert_string_equal("多分野", profile_field_label(fixture_profile(&c, "hiratsuka"),
                                                      PROFILE_FIELD_CROSS));
    arena_free(c.mem);
}

static void
R_027_a_desk_exists_only_where_the_plan_states_it(void **state)
{
    static const char *const names[] = { "都市政策課住宅政策担当",
                                         "保健予防課保健対策担当" };

    (void)state;
    for (size_t i = 0; i < COUNT(CITIES); i++) {
        struct ctx c = { .mem = arena_new() };
        struct plan_desks desks = plan_desks(c.mem, fixture_profile(&c, CITIES[i]));

        for (size_t j = 0; j < COUNT(names); j++) {
            const struct plan_desk *desk = plan_desk_find(&desks, names[j]);

            assert_int_equal(!strcmp(CITIES[i], "chigasaki"), desk != NULL);
            assert_true(!desk || (desk->consultation && desk->city));
        }
        arena_free(c.mem);
    }
}

static void
R_027_desks_have_codes_of_their_own(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CITIES); i++) {
        struct ctx c = { .mem = arena_new() };
        struct plan_desks desks = plan_desks(c.mem, fixture_profile(&c, CITIES[i]));

        assert_true(desks.n >= 5);
        for (size_t j = 0; j < desks.n; j++) {
            assert_ptr_equal(&desks.v[j], plan_desk_find(&desks, desks.v[j].code));
            assert_non_null(desks.v[j].agency_name);
        }
        arena_free(c.mem);
    }
}

static void
R_028_one_type_of_program_under_different_items(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct plan_program *first =
        profile_program(fixture_profile(&c, "chigasaki"), "cc_childcare_hubs");
    const struct plan_program *second =
        profile_program(fixture_profile(&c, "niiza"), "childcare_hubs");

    (void)state;
    assert_string_equal(first->name, second->name);
    assert_int_equal(ITEM_CONSULTATION, first->statutory_items.v[0]);
    assert_int_equal(ITEM_COMMUNITY, second->statutory_items.v[0]);
    arena_free(c.mem);
}

static void
R_033_principles_stand_in_order_and_groups(void **state)
{
    static const size_t counts[] = { 5, 0, 9, 3, 0 };
    struct ctx c = { .mem = arena_new() };
    const struct profile *koshu;

    (void)state;
    for (size_t i = 0; i < COUNT(CITIES); i++) {
        const struct plan_outline *plan = &fixture_profile(&c, CITIES[i])->plan;

        assert_int_equal(counts[i], plan->principles.n);
        for (size_t j = 0; j < plan->principles.n; j++)
            assert_int_equal(j + 1, plan->principles.v[j].number);
    }
    koshu = fixture_profile(&c, "koshu");
    for (size_t j = 0; j < 9; j++)
        assert_string_equal(koshu->plan.principles.v[j / 3 * 3].group,
                            koshu->plan.principles.v[j].group);
    assert_string_not_equal(koshu->plan.principles.v[0].group,
                            koshu->plan.principles.v[3].group);
    assert_string_not_equal(koshu->plan.principles.v[3].group,
                            koshu->plan.principles.v[6].group);
    arena_free(c.mem);
}

static void
R_034_the_chronology_runs_in_order(void **state)
{
    static const char *const wanted[] = { "FY2016", "FY2020", "2020-11", "FY2021",
                                          "FY2022", "FY2023", "FY2024",  "FY2025" };
    struct ctx c = { .mem = arena_new() };
    size_t at = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(CITIES); i++) {
        struct plan_milestones m =
            plan_chronology(c.mem, fixture_profile(&c, CITIES[i]));

        for (size_t j = 1; j < m.n; j++)
            assert_true(strcmp(plan_time_key(c.mem, m.v[j - 1]->date),
                               plan_time_key(c.mem, m.v[j]->date))
                        <= 0);
        for (size_t j = 0; !strcmp(CITIES[i], "kasugai") && j < m.n; j++)
            at += at < COUNT(wanted) && text_same(m.v[j]->date, wanted[at]);
    }
    assert_int_equal(COUNT(wanted), at);
    arena_free(c.mem);
}

static void
R_039_R_040_service_types_stand_apart_within_a_program(void **state)
{
    struct ctx c = { .mem = arena_new() };
    const struct profile *ch = fixture_profile(&c, "chigasaki");
    const struct profile *k = fixture_profile(&c, "koshu");
    struct plan_services three = plan_services(c.mem, ch, "cc_self_reliance");
    struct plan_services six = plan_services(c.mem, k, "disability_consultation");

    (void)state;
    assert_int_equal(3, three.n);
    assert_string_equal("就労準備支援", three.v[0]->label);
    assert_string_equal("住居確保給付金", three.v[1]->label);
    assert_string_equal("学習支援", three.v[2]->label);
    assert_int_equal(6, six.n);
    assert_string_equal("就労支援", six.v[0]->label);
    assert_string_equal("特定相談支援", six.v[1]->label);
    assert_int_equal(0, plan_services(c.mem, k, "self_reliance").n);
    arena_free(c.mem);
}

static void
R_042_one_status_form_per_program_and_year(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CITIES); i++) {
        struct ctx c = { .mem = arena_new() };
        const struct profile *p = fixture_profile(&c, CITIES[i]);
        struct plan_statuses forms = plan_statuses(c.mem, p, 2026);

        assert_int_equal(p->programs.n, forms.n);
        for (size_t j = 0; j < forms.n; j++)
            for (size_t k = 0; k < j; k++)
                assert_string_not_equal(forms.v[j].key, forms.v[k].key);
        arena_free(c.mem);
    }
}

/* 41 bodies of five plans, unlike as they are, stand in the one structure. */
static void
R_122_all_41_bodies_load_into_one_structure(void **state)
{
    struct ctx c = { .mem = arena_new() };
    size_t n = 0;
    size_t with_basis = 0, with_rhythm = 0, with_moments = 0, above = 0, bound = 0;

    (void)state;
    for (size_t i = 0; i < COUNT(CITIES); i++) {
        const struct profile *p = fixture_profile(&c, CITIES[i]);

        for (size_t k = 0; k < p->meetings.n; k++) {
            const struct plan_meeting *m = &p->meetings.v[k];

            n++;
            assert_ptr_equal(m, profile_meeting(p, m->id));
            assert_true(*m->name);
            assert_true(*m->source);
            assert_int_not_equal(PROFILE_MEETING_KIND_NONE, m->kind);
            assert_int_not_equal(PROFILE_CONSENT_NONE, m->consent_required);
            assert_int_not_equal(PROFILE_DUTY_NONE, m->confidentiality.duty);
            with_basis += m->legal_basis.n != 0;
            with_rhythm += m->cadence.stated;
            with_moments += m->agenda_by_trigger.n != 0;
            above += m->reports_to.n != 0;
            bound += m->confidentiality.duty == PROFILE_DUTY_STATUTORY;
            for (size_t j = 0; j < m->reports_to.n; j++)
                assert_non_null(profile_meeting(p, m->reports_to.v[j]));
        }
    }
    assert_int_equal(41, n);
    assert_int_equal(5, with_basis);
    assert_int_equal(12, with_rhythm);
    assert_int_equal(3, with_moments);
    assert_int_equal(5, above);
    assert_int_equal(3, bound);
    arena_free(c.mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_002_the_code_carries_its_check_digit),
        cmocka_unit_test(R_098_plan_programs_and_meetings_refer_to_the_register),
        cmocka_unit_test(R_003_every_program_has_an_item_and_items_filter),
        cmocka_unit_test(R_003_multi_agency_work_of_Koshu_is_items_5_and_6),
        cmocka_unit_test(R_006_a_delivery_keeps_several_forms),
        cmocka_unit_test(R_007_what_is_not_stated_is_neither_zero_nor_empty),
        cmocka_unit_test(
            R_008_one_program_in_many_categories_one_body_in_the_directory),
        cmocka_unit_test(R_009_three_deliveries_with_three_specialists),
        cmocka_unit_test(R_010_sections_also_per_task),
        cmocka_unit_test(R_011_areas_are_not_added_to_places),
        cmocka_unit_test(R_012_the_setup_type_is_not_the_subtype),
        cmocka_unit_test(R_019_contractors_know_their_programs),
        cmocka_unit_test(R_022_each_city_has_its_lead_section),
        cmocka_unit_test(R_022_multi_agency_work_arrives_at_the_lead),
        cmocka_unit_test(R_023_staff_roles_stand_in_the_directory),
        cmocka_unit_test(R_023_one_role_may_be_held_with_another),
        cmocka_unit_test(R_025_a_year_shows_the_name_then_in_force),
        cmocka_unit_test(R_026_the_canonical_field_finds_what_the_city_calls_otherwise),
        cmocka_unit_test(R_027_a_desk_exists_only_where_the_plan_states_it),
        cmocka_unit_test(R_027_desks_have_codes_of_their_own),
        cmocka_unit_test(R_028_one_type_of_program_under_different_items),
        cmocka_unit_test(R_033_principles_stand_in_order_and_groups),
        cmocka_unit_test(R_034_the_chronology_runs_in_order),
        cmocka_unit_test(R_039_R_040_service_types_stand_apart_within_a_program),
        cmocka_unit_test(R_122_all_41_bodies_load_into_one_structure),
        cmocka_unit_test(R_042_one_status_form_per_program_and_year),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
