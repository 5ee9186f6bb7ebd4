/* Reports over the five plans, against the tables of the requirements. */
#include "city_fixture.h"

#include "../base/text.h"
#include "plan_flow.h"
#include "plan_report.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

static struct table
report(struct ctx *c, const char *city, const char *name, int64_t item)
{
    struct plan_query query = { .filter = { .item = item }, .fiscal_year = 2026 };
    struct table t;

    assert_true(plan_report(c->mem, fixture_profile(c, city), name, &query, &t));
    return t;
}

static const char *
at(struct ctx *c, const struct table *t, size_t row, const char *column)
{
    const struct cell *cell = table_cell(t, row, column);

    assert_non_null(cell);
    return cell_text(c->mem, cell);
}

/* Compares one column with the texts that the plan's table has there. */
static void
column_is(struct ctx *c,
          const struct table *t,
          const char *column,
          const char *const *want,
          size_t n)
{
    assert_int_equal(n, t->rows.n);
    for (size_t i = 0; i < n; i++)
        assert_string_equal(want[i], at(c, t, i, column));
}

#define COLUMN_IS(c, t, column, want) column_is((c), (t), (column), (want), COUNT(want))

static void
R_013_consultation_table_of_Hiratsuka(void **state)
{
    static const char *const bodies[] = { "平塚市高齢者よろず相談センター",
                                          "平塚市委託相談支援事業所",
                                          "こども家庭センター", "くらしサポート相談" };
    static const char *const sites[] = { "13か所", "3か所", "1か所", "1か所" };
    static const char *const forms[] = { "委託", "委託", "直営", "委託" };
    static const char *const fields[] = { "高齢", "障がい", "子ども", "生活困窮" };
    struct ctx c = { .mem = arena_new() };
    struct table t = report(&c, "hiratsuka", "setup", ITEM_CONSULTATION);

    (void)state;
    COLUMN_IS(&c, &t, "body", bodies);
    COLUMN_IS(&c, &t, "sites", sites);
    COLUMN_IS(&c, &t, "forms", forms);
    COLUMN_IS(&c, &t, "fields", fields);
    arena_free(c.mem);
}

static void
R_014_community_table_of_Hiratsuka(void **state)
{
    static const char *const sites[] = { "19か所", "18か所", "20か所",
                                         "1か所",  "6か所",  "1か所" };
    static const char *const forms[] = { "補助", "補助",           "補助",
                                         "委託", "委託・指定管理", "直営" };
    struct ctx c = { .mem = arena_new() };
    struct table t = report(&c, "hiratsuka", "setup", ITEM_COMMUNITY);
    struct table programs = report(&c, "hiratsuka", "programs", ITEM_COMMUNITY);

    (void)state;
    COLUMN_IS(&c, &t, "sites", sites);
    COLUMN_IS(&c, &t, "forms", forms);
    assert_string_equal("地域子育て支援拠点事業", at(&c, &programs, 3, "name"));
    assert_string_equal("7", at(&c, &programs, 3, "sites"));
    arena_free(c.mem);
}

static bool
has(struct ctx *c, const struct table *t, const char *column, const char *want)
{
    for (size_t i = 0; i < t->rows.n; i++)
        if (text_same(want, at(c, t, i, column)))
            return true;
    return false;
}

static void
R_015_consultation_table_of_Chigasaki(void **state)
{
    static const struct {
        const char *body;
        const char *sites;
    } rows[] = {
        { "地区ボランティアセンター", "13か所" },  { "相談支援事業所", "4か所" },
        { "基幹型地域包括支援センター", "1か所" }, { "地域包括支援センター", "13か所" },
        { "子育て支援センター", "4か所" },         { "地域育児センター", "1か所" },
    };
    static const char *const bureaus[] = { "福祉部", "こども育成部", "都市部",
                                           "保健所" };
    struct ctx c = { .mem = arena_new() };
    struct table t = report(&c, "chigasaki", "setup", ITEM_CONSULTATION);
    struct table programs = report(&c, "chigasaki", "programs", ITEM_CONSULTATION);
    struct table bodies = report(&c, "chigasaki", "bodies", 0);
    size_t found = 0;

    (void)state;
    assert_int_equal(10, programs.rows.n);
    for (size_t i = 0; i < t.rows.n; i++)
        for (size_t j = 0; j < COUNT(rows); j++)
            found += text_same(rows[j].body, at(&c, &t, i, "body"))
                     && text_same(rows[j].sites, at(&c, &t, i, "sites"));
    assert_int_equal(COUNT(rows), found);
    for (size_t i = 0; i < COUNT(bureaus); i++)
        assert_true(has(&c, &bodies, "bureau", bureaus[i]));
    arena_free(c.mem);
}

static void
R_016_the_other_tables_of_Chigasaki(void **state)
{
    struct ctx c = { .mem = arena_new() };
    struct table multi = report(&c, "chigasaki", "programs", ITEM_MULTI_AGENCY);
    struct table outreach = report(&c, "chigasaki", "programs", ITEM_OUTREACH);
    struct table part = report(&c, "chigasaki", "programs", ITEM_PARTICIPATION);

    (void)state;
    assert_int_equal(2, multi.rows.n);
    assert_int_equal(2, outreach.rows.n);
    assert_int_equal(1, part.rows.n);
    assert_string_equal("13", at(&c, &part, 0, "sites"));
    arena_free(c.mem);
}

static void
R_017_community_table_of_Chigasaki(void **state)
{
    struct ctx c = { .mem = arena_new() };
    struct table t = report(&c, "chigasaki", "programs", ITEM_COMMUNITY);

    (void)state;
    assert_int_equal(5, t.rows.n);
    assert_string_equal("地域福祉活動支援事業", at(&c, &t, 0, "name"));
    assert_non_null(strstr(at(&c, &t, 0, "tasks"), "共助の基盤づくり"));
    assert_string_equal("地域活動支援センター機能強化事業", at(&c, &t, 4, "name"));
    assert_string_equal("8", at(&c, &t, 4, "sites"));
    arena_free(c.mem);
}

static void
R_018_all_tables_of_Koshu(void **state)
{
    static const char *const sites[] = { "1", "1", "1",  "1", "1", "1",
                                         "1", "5", "12", "2", "4", "1" };
    struct ctx c = { .mem = arena_new() };
    struct table t = report(&c, "koshu", "programs", 0);

    (void)state;
    COLUMN_IS(&c, &t, "sites", sites);
    arena_free(c.mem);
}

static void
R_019_contractors_of_Koshu(void **state)
{
    static const char *const names[] = {
        "社会福祉協議会",
        "社会福祉法人ぶどうの里",
        "NPO法人もみの樹園",
        "社会福祉法人塩山福祉会",
        "社会福祉法人赤保福祉会",
        "社会福祉法人さくら福祉会",
        "NPO法人すてっぷ・あっぷる",
    };
    struct ctx c = { .mem = arena_new() };
    struct table t = report(&c, "koshu", "contractors", 0);

    (void)state;
    for (size_t i = 0; i < COUNT(names); i++)
        assert_true(has(&c, &t, "name", names[i]));
    for (size_t i = 0; i < t.rows.n; i++)
        assert_int_equal(CELL_TEXT, table_cell(&t, i, "programs")->kind);
    arena_free(c.mem);
}

static void
R_020_all_tables_of_Kasugai(void **state)
{
    static const char *const sections[] = {
        "地域共生推進課", "障がい福祉課",         "こども家庭支援課",
        "地域共生推進課", "地域共生推進課",       "地域共生推進課",
        "障がい福祉課",   "子育て推進課・保育課", "地域共生推進課・福祉政策課",
        "地域共生推進課", "地域共生推進課",       "地域共生推進課",
    };
    struct ctx c = { .mem = arena_new() };
    struct table t = report(&c, "kasugai", "programs", 0);

    (void)state;
    COLUMN_IS(&c, &t, "sections", sections);
    assert_string_equal("高齢者と家族", at(&c, &t, 0, "target_people"));
    arena_free(c.mem);
}

static void
R_021_setup_tables_of_Niiza(void **state)
{
    static const char *const first[] = { "8か所", "2か所", "3か所", "3か所", "1か所",
                                         "1か所", "1か所", "1か所", "1か所" };
    static const char *const forms[] = { "委託", "委託", "直営・委託", "委託", "直営",
                                         "直営", "直営", "直営",       "委託" };
    static const char *const third[] = { "—",     "1圏域",  "6圏域",
                                         "3か所", "11か所", "5か所" };
    struct ctx c = { .mem = arena_new() };
    struct table one = report(&c, "niiza", "setup", ITEM_CONSULTATION);
    struct table three = report(&c, "niiza", "setup", ITEM_COMMUNITY);
    struct table bodies = report(&c, "niiza", "departments", 0);

    (void)state;
    for (size_t i = 0; i < COUNT(first); i++) {
        assert_string_equal(first[i], at(&c, &one, i, "sites"));
        assert_string_equal(forms[i], at(&c, &one, i, "forms"));
        assert_string_equal("基本型", at(&c, &one, i, "setup_type"));
    }
    COLUMN_IS(&c, &three, "sites", third);
    assert_int_equal(9, bodies.rows.n);
    arena_free(c.mem);
}

static void
R_024_a_half_person_is_printed_as_it_is(void **state)
{
    static const char *const wanted[] = { "2名", "3.5名", "3名", "4名" };
    struct ctx c = { .mem = arena_new() };
    struct table t = report(&c, "kasugai", "history", 0);
    size_t n = 0;

    (void)state;
    for (size_t i = 0; i < t.rows.n; i++)
        if (text_same("inclusion_promoters", at(&c, &t, i, "id")))
            assert_string_equal(wanted[n++], at(&c, &t, i, "value"));
    assert_int_equal(4, n);
    arena_free(c.mem);
}

static void
R_036_the_matrix_has_one_row_per_delivery(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CITIES); i++) {
        struct ctx c = { .mem = arena_new() };
        const struct profile *p = fixture_profile(&c, CITIES[i]);
        struct table t = report(&c, CITIES[i], "matrix", 0);
        size_t n = 0;

        for (size_t j = 0; j < p->programs.n; j++)
            n += p->programs.v[j].delivery.n;
        assert_int_equal(n, t.rows.n);
        arena_free(c.mem);
    }
}

static size_t
nodes_of(const struct plan_flow *f, enum flow_kind kind)
{
    size_t n = 0;

    for (size_t i = 0; i < f->nodes.n; i++)
        n += f->nodes.v[i].kind == kind;
    return n;
}

static size_t
edges_of(const struct plan_flow *f, enum flow_edge_kind kind)
{
    size_t n = 0;

    for (size_t i = 0; i < f->edges.n; i++)
        n += f->edges.v[i].kind == kind;
    return n;
}

static bool
touched(const struct plan_flow *f, const char *meeting)
{
    for (size_t i = 0; i < f->edges.n; i++) {
        const struct flow_node *from = &f->nodes.v[f->edges.v[i].from];
        const struct flow_node *to = &f->nodes.v[f->edges.v[i].to];

        if ((from->kind == FLOW_MEETING && text_same(from->id, meeting))
            || (to->kind == FLOW_MEETING && text_same(to->id, meeting)))
            return true;
    }
    return false;
}

static void
R_037_the_flow_has_a_node_for_each_program_and_meeting(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CITIES); i++) {
        struct ctx c = { .mem = arena_new() };
        const struct profile *p = fixture_profile(&c, CITIES[i]);
        struct plan_flow f = plan_flow(c.mem, p);

        assert_int_equal(p->programs.n, nodes_of(&f, FLOW_PROGRAM));
        assert_int_equal(p->meetings.n, nodes_of(&f, FLOW_MEETING));
        assert_int_equal(p->referral_rules.n, edges_of(&f, FLOW_REFERRAL));
        for (size_t j = 0; j < f.edges.n; j++) {
            assert_true(f.edges.v[j].from < f.nodes.n);
            assert_true(f.edges.v[j].to < f.nodes.n);
        }
        for (size_t j = 0; j < p->meetings.n; j++)
            assert_true(!p->meetings.v[j].related_programs.n
                        || touched(&f, p->meetings.v[j].id));
        arena_free(c.mem);
    }
}

static void
R_038_three_leading_projects_share_partners(void **state)
{
    struct ctx c = { .mem = arena_new() };
    struct plan_portfolio k = plan_portfolio(c.mem, fixture_profile(&c, "kasugai"));
    size_t shared = 0;

    (void)state;
    assert_int_equal(3, k.projects.n);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(5 + i, k.projects.v[i]->number);
    for (size_t i = 0; i < k.partners.n; i++) {
        const struct portfolio_partner *partner = &k.partners.v[i];

        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(partner->name, k.partners.v[j].name);
        if (!text_same(partner->name, "地域共生推進課"))
            continue;
        shared++;
        assert_true(partner->active[0]);
        assert_true(partner->active[2]);
    }
    assert_int_equal(1, shared);
    assert_int_equal(0, plan_portfolio(c.mem, fixture_profile(&c, "niiza")).projects.n);
    arena_free(c.mem);
}

static void
missing_years_stay_blank(void **state)
{
    struct ctx c = { .mem = arena_new() };
    struct table t = report(&c, "hiratsuka", "indicators", 0);

    (void)state;
    assert_null(table_cell(&t, 0, "2025"));
    assert_string_equal("2024", at(&c, &t, 0, "baseline_year"));
    assert_string_equal("4者", at(&c, &t, 0, "baseline"));
    assert_string_equal("9者", at(&c, &t, 0, "2028"));
    t = report(&c, "niiza", "indicators", 0);
    assert_string_equal("構築・運用", at(&c, &t, 2, "2026"));
    assert_int_equal(CELL_NOT_STATED, table_cell(&t, 3, "baseline")->kind);
    arena_free(c.mem);
}

static void
every_report_of_every_city_is_written(void **state)
{
    static const char *const lists[] = { "milestones", "areas",    "kpis",
                                         "linkages",   "training", "self_evaluations" };

    (void)state;
    for (size_t i = 0; i < COUNT(CITIES); i++) {
        struct ctx c = { .mem = arena_new() };
        const struct profile *p = fixture_profile(&c, CITIES[i]);
        struct plan_query query = { .fiscal_year = 2026 };
        struct buf b = buf_new(c.mem);
        struct table t;

        for (const struct plan_report_name *n = plan_reports(); n->key; n++) {
            assert_true(plan_report(c.mem, p, n->key, &query, &t));
            table_json(&b, &t);
            table_csv(&b, &t);
        }
        for (size_t j = 0; j < COUNT(lists); j++)
            assert_true(plan_report(c.mem, p, lists[j], &query, &t));
        assert_false(plan_report(c.mem, p, "nothing", &query, &t));
        assert_false(plan_report(c.mem, p, "municipality", &query, &t));
        arena_free(c.mem);
    }
}

static void
R_007_not_stated_is_said_in_print_and_null_in_JSON(void **state)
{
    struct ctx c = { .mem = arena_new() };
    struct table t = report(&c, "chigasaki", "plan", 0);
    struct buf json = buf_new(c.mem);
    struct buf csv = buf_new(c.mem);

    (void)state;
    table_json(&json, &t);
    table_csv(&csv, &t);
    assert_non_null(strstr(buf_text(&csv), "期間の始まり,記載なし"));
    assert_non_null(strstr(buf_text(&json), "\"期間の始まり\", \"value\": null"));
    arena_free(c.mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_013_consultation_table_of_Hiratsuka),
        cmocka_unit_test(R_014_community_table_of_Hiratsuka),
        cmocka_unit_test(R_015_consultation_table_of_Chigasaki),
        cmocka_unit_test(R_016_the_other_tables_of_Chigasaki),
        cmocka_unit_test(R_017_community_table_of_Chigasaki),
        cmocka_unit_test(R_018_all_tables_of_Koshu),
        cmocka_unit_test(R_019_contractors_of_Koshu),
        cmocka_unit_test(R_020_all_tables_of_Kasugai),
        cmocka_unit_test(R_021_setup_tables_of_Niiza),
        cmocka_unit_test(R_024_a_half_person_is_printed_as_it_is),
        cmocka_unit_test(R_036_the_matrix_has_one_row_per_delivery),
        cmocka_unit_test(R_037_the_flow_has_a_node_for_each_program_and_meeting),
        cmocka_unit_test(R_038_three_leading_projects_share_partners),
        cmocka_unit_test(missing_years_stay_blank),
        cmocka_unit_test(every_report_of_every_city_is_written),
        cmocka_unit_test(R_007_not_stated_is_said_in_print_and_null_in_JSON),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
