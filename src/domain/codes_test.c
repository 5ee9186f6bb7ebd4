/* Lists of codes and settings: the files of the tree, and what they must not be. */
#include "codes.h"

#include <dirent.h>

#include "../base/text.h"
#include "../base/vec.h"
#include "plan_settings.h"
#include "profile_fixture.h"

static const struct code_list *
read_list(struct ctx *c, const char *name)
{
    const char *path = arena_printf(c->mem, "codes/%s.yaml", name);
    const struct code_list *list = NULL;
    struct profile_errors errors;
    size_t n;
    char *bytes = fixture_bytes(c->mem, path, &n);

    if (!codes_read(c, path, bytes, n, &errors, &list))
        fail_msg("%s", c->err.text);
    return list;
}

static void
every_list_of_the_tree_is_read(void **state)
{
    struct ctx c = { .mem = arena_new() };
    DIR *d = opendir(fixture_path(c.mem, "codes"));
    const struct dirent *entry;
    size_t n = 0;

    (void)state;
    assert_non_null(d);
    while ((entry = readdir(d)) != NULL) {
        const char *dot = strstr(entry->d_name, ".yaml");

        if (!dot)
            continue;
        assert_non_null(
            read_list(&c, arena_printf(c.mem, "%.*s", (int)(dot - entry->d_name),
                                       entry->d_name)));
        n++;
    }
    (void)closedir(d);
    assert_true(n >= 25);
    arena_free(c.mem);
}

static void
the_lists_that_forms_ask_for_are_there(void **state)
{
    static const char *const lists[] = { "consultation_route", "contact_method",
                                         "intake_method",      "referral_ask",
                                         "referral_outcome",   "relation",
                                         "return_reason",      "consultation_topic" };
    struct ctx c = { .mem = arena_new() };

    (void)state;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        assert_string_equal(lists[i], read_list(&c, lists[i])->list);
    assert_int_equal(16, read_list(&c, "consultation_topic")->codes.n);
    arena_free(c.mem);
}

static void
R_052_who_brought_it_is_a_code_that_may_be_unknown(void **state)
{
    static const char *const wanted[] = { "person",          "family",
                                          "neighbour",       "commissioner",
                                          "salon",           "community_kitchen",
                                          "platform_member", "other_section",
                                          "school",          "company",
                                          "unknown" };
    struct ctx c = { .mem = arena_new() };
    const struct code_list *lists[] = { read_list(&c, "brought_by") };
    struct codes all = { .lists = { lists, 1, 1 } };

    (void)state;
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        assert_true(codes_known(&all, "brought_by", wanted[i]));
    assert_false(codes_known(&all, "brought_by", "nobody"));
    assert_false(codes_known(&all, "nothing", "person"));
    assert_string_equal("民生委員・児童委員",
                        codes_label(&all, "brought_by", "commissioner"));
    assert_string_equal("gone", codes_label(&all, "brought_by", "gone"));
    arena_free(c.mem);
}

static const struct code_list *
list_of(struct ctx *c, const char *text)
{
    const struct code_list *list = NULL;
    struct profile_errors errors;

    return codes_read(c, "x.yaml", text, strlen(text), &errors, &list) ? list : NULL;
}

static void
a_code_is_offered_in_its_days_and_named_ever_after(void **state)
{
    static const struct {
        const char *day;
        size_t n;
    } cases[] = {
        { "2025-03-31", 2 },
        { "2025-04-01", 3 },
        { "2027-03-31", 3 },
        { "2027-04-01", 2 },
    };
    struct ctx c = { .mem = arena_new() };
    const struct code_list *lists[] = { list_of(
        &c, "list: x\nlabel: 例\nsource: T\ncodes:\n"
            "  - {code: a, label: はじめ}\n"
            "  - {code: \"b-1\", label: あいだ, parent: a, valid_from: \"2025-04-01\", "
            "valid_to: \"2027-03-31\"}\n"
            "  - {code: c, label: 外, outside: \"09\", source: \"U\"}\n") };
    struct codes all = { .lists = { lists, 1, 1 } };

    (void)state;
    assert_non_null(lists[0]);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct day day;

        assert_true(day_read(cases[i].day, &day));
        assert_int_equal(cases[i].n, codes_options(c.mem, &all, "x", day).n);
    }
    assert_string_equal("あいだ", codes_label(&all, "x", "b-1"));
    assert_string_equal("09", codes_find(&all, "x", "c")->outside);
    assert_int_equal(0, codes_options(c.mem, &all, "y", (struct day){ 0 }).n);
    arena_free(c.mem);
}

static void
a_bad_list_is_refused(void **state)
{
    static const char *const cases[] = {
        "",
        "list: x\nlabel: 例\nsource: T\n",
        "list: y\nlabel: 例\nsource: T\ncodes: []\n",
        "list: x\nlabel: 例\nsource: T\ncodes:\n  - {code: a}\n",
        "list: x\nlabel: 例\nsource: T\ncodes:\n  - {code: \"a b\", label: い}\n",
        "list: x\nlabel: 例\nsource: T\ncodes:\n  - {code: 1, label: い}\n",
        "list: x\nlabel: 例\nsource: T\ncodes:\n  - {code: a, label: い, parent: z}\n",
        "list: x\nlabel: 例\nsource: T\ncodes:\n  - {code: a, label: い, "
        "valid_to: \"2026-13-01\"}\n",
        "list: x\nlabel: 例\nsource: T\ncodes:\n  - {code: a, label: い}\n"
        "  - {code: a, label: ろ}\n",
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ctx c = { .mem = arena_new() };

        assert_null(list_of(&c, cases[i]));
        assert_int_equal(ERR_INPUT, c.err.kind);
        arena_free(c.mem);
    }
}

static const struct profile_settings *
defaults(struct ctx *c)
{
    const char *path = "profiles/defaults/settings.yaml";
    const struct profile_settings *s = NULL;
    struct profile_errors errors;
    size_t n;
    char *bytes = fixture_bytes(c->mem, path, &n);

    if (!profile_read_defaults(c, path, bytes, n, &errors, &s))
        fail_msg("%s", c->err.text);
    return s;
}

static void
what_a_profile_sets_goes_before_the_defaults(void **state)
{
    static const struct plan_deadline days[] = { { "urgency_soon", 3 } };
    static const struct pair words[] = { { "desk", "窓口" } };
    static const struct plan_closing_days closed[] = { { "08-13", "08-15", "お盆" } };
    struct ctx c = { .mem = arena_new() };
    const struct profile_settings own = {
        .words = { words, 1 },
        .deadlines = { days, 1 },
        .closing_days = { closed, 1 },
    };
    struct settings usual = { NULL, defaults(&c) };
    struct settings both = { &own, usual.defaults };

    (void)state;
    assert_int_equal(5, settings_deadline(&usual, "urgency_soon"));
    assert_int_equal(3, settings_deadline(&both, "urgency_soon"));
    assert_int_equal(0, settings_deadline(&both, "urgency_now"));
    assert_int_equal(-1, settings_deadline(&both, "nothing"));
    assert_null(settings_word(&usual, "desk"));
    assert_string_equal("窓口", settings_word(&both, "desk"));
    assert_string_equal("commissioned", settings_basis(&both, "city", "commissioned"));
    assert_null(settings_basis(&both, "private", "city"));
    assert_string_equal("年末年始", settings_closed(&usual, 12, 31));
    assert_string_equal("年末年始", settings_closed(&usual, 1, 3));
    assert_null(settings_closed(&usual, 1, 4));
    assert_null(settings_closed(&both, 12, 31));
    assert_string_equal("お盆", settings_closed(&both, 8, 15));
    arena_free(c.mem);
}

static void
R_051_a_city_adds_a_code_by_its_profile(void **state)
{
    static const struct plan_code OWN[] = {
        { "issue", "T01", "農地の荒れ", "試験" },
        { "issue", "J19", "ペット・家畜", "試験" },
    };
    static const struct plan_code BAD[] = { { "no_such_list", "1", "x", "試験" } };
    struct ctx c = { .mem = arena_new() };
    struct codes all = { 0 };
    const struct profile_settings own = { .codes = { OWN, 2 } };
    const struct profile_settings bad = { .codes = { BAD, 1 } };
    size_t n;

    (void)state;
    *VEC_PUSH(c.mem, &all.lists) = read_list(&c, "issue");
    n = all.lists.v[0]->codes.n;
    assert_false(codes_known(&all, "issue", "T01"));
    assert_true(codes_extend(&c, &all, &own));
    assert_int_equal(n + 1, all.lists.v[0]->codes.n);
    assert_string_equal("農地の荒れ", codes_label(&all, "issue", "T01"));
    assert_string_equal("ペット・家畜", codes_label(&all, "issue", "J19"));
    assert_string_equal("介護", codes_label(&all, "issue", "J01"));
    assert_true(codes_extend(&c, &all, NULL));
    assert_false(codes_extend(&c, &all, &bad));
    arena_free(c.mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_list_of_the_tree_is_read),
        cmocka_unit_test(the_lists_that_forms_ask_for_are_there),
        cmocka_unit_test(R_052_who_brought_it_is_a_code_that_may_be_unknown),
        cmocka_unit_test(a_code_is_offered_in_its_days_and_named_ever_after),
        cmocka_unit_test(a_bad_list_is_refused),
        cmocka_unit_test(R_051_a_city_adds_a_code_by_its_profile),
        cmocka_unit_test(what_a_profile_sets_goes_before_the_defaults),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
