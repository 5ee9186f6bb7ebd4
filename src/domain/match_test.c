#include "match.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const struct match_weight WEIGHTS[] = {
    { "near", 25 }, { "hands", 20 }, { "quiet", 15 }, { "look", 10 }
};

static struct match_place
place(const char *id, const char *features, const char *area)
{
    return (struct match_place){ .id = id,
                                 .name = "場",
                                 .features = features,
                                 .area = area,
                                 .gender = "",
                                 .age_from = -1,
                                 .age_to = -1,
                                 .capacity = -1,
                                 .open = true };
}

static struct match_ask
ask(const char *wishes, const char *musts)
{
    return (struct match_ask){ .age = 50,
                               .gender = "",
                               .area = "a1",
                               .wishes = wishes,
                               .musts = musts,
                               .weights = WEIGHTS,
                               .n_weights = 4,
                               .points_settled = 5,
                               .points_old = 10 };
}

static void
R_210_points_are_explained_one_by_one(void **state)
{
    struct arena *mem = arena_new();
    struct match_place p[] = { place("1", ",hands,", "a2"),
                               place("2", ",hands,quiet,", "a1") };
    const struct match_ask a = ask(",near,hands,look,", "");
    struct match_result r;

    (void)state;
    p[0].old = true;
    p[1].settled = 1;
    match_run(mem, &a, p, 2, &r);
    assert_int_equal(r.hits.n, 2);
    assert_string_equal(r.hits.v[0].place->id, "2");
    assert_int_equal(r.hits.v[0].score, 50);
    assert_int_equal(r.hits.v[0].points.n, 3);
    assert_int_equal(r.hits.v[0].unmet.n, 1);
    assert_string_equal(r.hits.v[0].unmet.v[0], "look");
    assert_int_equal(r.hits.v[1].score, 10);
    assert_string_equal(r.hits.v[1].points.v[1].code, "old");
    assert_int_equal(r.hits.v[1].points.v[1].points, -10);
    arena_free(mem);
}

static void
what_is_full_shut_or_for_others_never_comes(void **state)
{
    struct arena *mem = arena_new();
    struct match_place p[5];
    struct match_ask a = ask("", "");
    struct match_result r;

    (void)state;
    for (size_t i = 0; i < 5; i++)
        p[i] = place("x", ",", "");
    p[0].open = false;
    p[1].capacity = 2;
    p[1].taken = 2;
    p[2].age_to = 49;
    p[3].gender = "female";
    a.gender = "male";
    match_run(mem, &a, p, 5, &r);
    assert_int_equal(r.hits.n, 1);
    assert_ptr_equal(r.hits.v[0].place, &p[4]);
    arena_free(mem);
}

static void
the_cheapest_change_is_the_one_that_opens_most(void **state)
{
    struct arena *mem = arena_new();
    const struct match_place p[] = { place("1", ",hands,", "a2"),
                                     place("2", ",quiet,", "a1"),
                                     place("3", ",look,", "a1"),
                                     place("4", ",look,", "a3") };
    struct match_ask a = ask("", ",hands,");
    struct match_result r;

    (void)state;
    a.area_only = true;
    match_run(mem, &a, p, 4, &r);
    assert_int_equal(r.hits.n, 0);
    assert_string_equal(r.relax, "hands");
    assert_int_equal(r.opened, 2);
    arena_free(mem);
}

/* Every third place of a made-up town. */
static void
make_town(struct match_place *p, size_t n)
{
    static const char *const FEATURES[] = { ",hands,", ",quiet,look,", ",hands,look,",
                                            ",", ",hands,quiet,look," };
    static const char *const AREAS[] = { "a1", "a2", "", "a3" };
    static const char *const IDS[] = { "1", "2", "3", "4", "5", "6", "7" };

    for (size_t i = 0; i < n; i++) {
        p[i] = place(IDS[i % 7], FEATURES[i % 5], AREAS[i % 4]);
        p[i].capacity = (int)(i % 3);
        p[i].taken = (int)(i % 2);
        p[i].old = i % 6 == 0;
    }
}

static bool
found(const struct match_result *r, const struct match_place *p)
{
    for (size_t i = 0; i < r->hits.n; i++)
        if (r->hits.v[i].place == p)
            return true;
    return false;
}

static void
R_210_relaxing_a_rule_never_takes_a_place_away(void **state)
{
    static const char *const MUSTS[] = { ",hands,quiet,", ",hands,", ",quiet,", "," };
    struct arena *mem = arena_new();
    struct match_place p[120];

    (void)state;
    make_town(p, 120);
    for (size_t narrow = 0; narrow < 2; narrow++)
        for (size_t m = 0; m < 4; m++) {
            struct match_ask strict = ask(",near,look,", MUSTS[m]);
            struct match_ask loose = strict;
            struct match_result x;
            struct match_result y;

            strict.area_only = narrow;
            loose.musts = m == 0 ? ",hands," : ",";
            match_run(mem, &strict, p, 120, &x);
            match_run(mem, &loose, p, 120, &y);
            for (size_t i = 0; i < x.hits.n; i++)
                assert_true(found(&y, x.hits.v[i].place));
        }
    arena_free(mem);
}

static void
R_210_the_order_does_not_depend_on_the_order_of_places(void **state)
{
    struct arena *mem = arena_new();
    struct match_place p[35];
    struct match_place q[35];
    const struct match_ask a = ask(",near,hands,quiet,", "");
    struct match_result x;
    struct match_result y;

    (void)state;
    make_town(p, 35);
    for (size_t i = 0; i < 35; i++)
        q[i] = p[34 - i];
    match_run(mem, &a, p, 35, &x);
    match_run(mem, &a, q, 35, &y);
    assert_int_equal(x.hits.n, y.hits.n);
    for (size_t i = 0; i < x.hits.n; i++) {
        assert_int_equal(x.hits.v[i].score, y.hits.v[i].score);
        assert_string_equal(x.hits.v[i].place->id, y.hits.v[i].place->id);
    }
    arena_free(mem);
}

static void
a_code_is_found_whole(void **state)
{
    (void)state;
    assert_true(match_has(",near,hands,", "hands"));
    assert_false(match_has(",nearhands,", "hands"));
    assert_false(match_has("", "hands"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_210_points_are_explained_one_by_one),
        cmocka_unit_test(what_is_full_shut_or_for_others_never_comes),
        cmocka_unit_test(the_cheapest_change_is_the_one_that_opens_most),
        cmocka_unit_test(R_210_relaxing_a_rule_never_takes_a_place_away),
        cmocka_unit_test(R_210_the_order_does_not_depend_on_the_order_of_places),
        cmocka_unit_test(a_code_is_found_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
