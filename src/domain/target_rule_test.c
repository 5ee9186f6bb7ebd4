#include "city_fixture.h"

#include "target_rule.h"

static const struct target_def *
of(const struct target_defs *all, const char *category)
{
    for (size_t i = 0; i < all->n; i++)
        if (strcmp(all->v[i].category, category) == 0)
            return &all->v[i];
    return NULL;
}

static void
R_095_who_refuses_support_is_for_outreach(void **state)
{
    static const char *const refuses[] = { "J11" };
    static const char *const two[] = { "09", "J01" };
    const struct target_facts one = { .issues = refuses, .n_issues = 1 };
    const struct target_facts both = { .issues = two, .n_issues = 2 };
    const struct target_facts gap = { .gap = true };
    struct ctx c = { .mem = arena_new() };

    (void)state;
    for (size_t i = 0; i < CITY_N; i++) {
        struct target_defs all;

        if (!target_find(&c, CITIES[i], &all))
            fail_msg("%s", c.err.text);
        assert_true(target_matches(of(&all, "outreach"), &one));
        assert_false(target_matches(of(&all, "participation_support"), &one));
        assert_false(target_matches(of(&all, "multi_agency"), &one));
        assert_true(target_matches(of(&all, "multi_agency"), &both));
        assert_true(target_matches(of(&all, "participation_support"), &gap));
        assert_false(target_matches(of(&all, "outreach"), &gap));
    }
    arena_free(c.mem);
}

static void
R_094_the_age_stands_in_the_plan(void **state)
{
    static const char *const plan[] = { "地域の人", "65歳以上の高齢者など" };
    static const char *const none[] = { "18歳未満の子ども" };

    (void)state;
    assert_int_equal(65, target_age(plan, 2));
    assert_int_equal(0, target_age(none, 1));
    assert_int_equal(0, target_age(NULL, 0));
}

static void
a_wrong_file_is_refused_at_its_line(void **state)
{
    static const char *const wrong[] = {
        "x: 1\n",
        "targets: [{category: a}]\n",
        "targets: [{category: a, label: b, isues: []}]\n",
        "targets: [{category: a, label: b, min_issues: many}]\n",
        "targets: [{category: a, label: b, issues: x}]\n",
    };
    struct ctx c = { .mem = arena_new() };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct target_defs all;

        c.err = (struct err){ .kind = ERR_NONE };
        assert_false(target_read(&c, "targets/x.yaml", wrong[i], &all));
        assert_non_null(strstr(c.err.text, "targets/x.yaml:"));
    }
    arena_free(c.mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_095_who_refuses_support_is_for_outreach),
        cmocka_unit_test(R_094_the_age_stands_in_the_plan),
        cmocka_unit_test(a_wrong_file_is_refused_at_its_line),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
