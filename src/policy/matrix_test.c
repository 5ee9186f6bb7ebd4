#include "matrix.h"

#include "policy.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <jansson.h>
#include <string.h>

/*
 * What each role may ever do and read when everything speaks for it, and that it may do
 * nothing when nothing does. Written by hand from R-041; the letters are those of ACTS and
 * ITEMS below, - is a refusal.
 */
static const char ACTS[] = "klvwxprctdmag";
static const char ITEMS[] = "EICHNOSWDAMTVB";

static const struct {
    enum post_role role;
    const char *acts;
    const char *reads;
    const char *idle; /* acts on no case at all */
} EXPECTED[] = {
    { POST_ROLE_NONE, "-------------", "--------------", "-------------" },
    { POST_ROLE_DESK_WORKER, "klvw-prct---g", "EICHNOSWDAMTVB", "-------------" },
    { POST_ROLE_COORDINATOR, "klvwxprct---g", "EICHNOSWDAMTVB", "-------------" },
    { POST_ROLE_PROMOTER, "klvw-prct---g", "EIC--OSWDAM-V-", "-------------" },
    { POST_ROLE_CONTRACTOR, "klvw-prct---g", "EICHNOSWDAMTVB", "-------------" },
    { POST_ROLE_HEAD, "klvwxprctd--g", "EICHNOSWDAMTVB", "-------------" },
    { POST_ROLE_MEETING_MEMBER, "klvw---------", "EIC--OSWDAMTVB", "-------------" },
    { POST_ROLE_COMMITTEE_MEMBER, "-------------", "--------------", "-------------" },
    { POST_ROLE_RESIDENT_PARTNER, "klvw--r------", "EIC--OSW------", "-------------" },
    { POST_ROLE_COMMISSIONER, "klvw--r------", "EIC--OSWDA--VB", "-------------" },
    { POST_ROLE_PRIVACY_OFFICER, "----x------a-", "--------------", "----x------a-" },
    { POST_ROLE_ADMIN, "----------m--", "--------------", "----------m--" },
    { POST_ROLE_AUDITOR, "-----------a-", "--------------", "-----------a-" },
};

static struct facts
everything(enum post_role role)
{
    const uint32_t all = (1U << ITEM_N) - 1;

    return (struct facts){ .role = role,
                           .standing = STANDING_ACTIVE,
                           .own = OWN_SELF,
                           .part = PART_LEAD,
                           .handed = HANDED_HELD,
                           .sitting = SITTING_OFFICE,
                           .decided = DECIDED_HELD,
                           .emergency = EMERGENCY_GLASS,
                           .protect = PROTECT_LISTED,
                           .informant = INFORMANT_OPEN,
                           .barrier = BARRIER_NONE,
                           .giving = GIVING_LAWFUL,
                           .paper = PAPER_APPROVER,
                           .consent = all,
                           .sent = all,
                           .law = all };
}

static struct facts
nothing(enum post_role role)
{
    return (struct facts){ .role = role,
                           .standing = STANDING_ACTIVE,
                           .protect = PROTECT_NONE,
                           .informant = INFORMANT_OPEN,
                           .barrier = BARRIER_NONE,
                           .giving = GIVING_LAWFUL,
                           .paper = PAPER_NONE };
}

static void
expect_acts(const char *acts, const struct facts *f)
{
    for (size_t i = 0; ACTS[i]; i++) {
        const enum policy_act act = (enum policy_act)(i + 1);
        const bool open = policy_decide(act, f).allow != 0;

        if (open != (acts[i] == ACTS[i]))
            fail_msg("%s: %s", post_role_code(f->role), policy_acts[act].code);
    }
}

static void
R_041_each_role_has_its_acts(void **state)
{
    (void)state;
    assert_int_equal(ACT_N - 1, strlen(ACTS));
    for (size_t i = 0; i < sizeof EXPECTED / sizeof *EXPECTED; i++) {
        const struct facts all = everything(EXPECTED[i].role);
        const struct facts none = nothing(EXPECTED[i].role);

        expect_acts(EXPECTED[i].acts, &all);
        expect_acts(EXPECTED[i].idle, &none);
    }
}

static void
R_041_each_role_reads_its_classes(void **state)
{
    (void)state;
    assert_int_equal(ITEM_MEETING, strlen(ITEMS));
    for (size_t i = 0; i < sizeof EXPECTED / sizeof *EXPECTED; i++) {
        const struct facts f = everything(EXPECTED[i].role);
        const uint32_t allow = policy_decide(ACT_VIEW, &f).allow;

        assert_int_equal(0, allow & (ITEM_BIT(ITEM_SETTING) | ITEM_BIT(ITEM_LEDGER)));
        for (size_t k = 0; ITEMS[k]; k++)
            if (((allow >> (k + 1)) & 1) != (EXPECTED[i].reads[k] == ITEMS[k]))
                fail_msg("%s: %s", post_role_code(f.role), policy_items[k + 1].code);
    }
}

static void
R_041_every_role_is_expected_here(void **state)
{
    (void)state;
    assert_int_equal(POST_ROLE_AUDITOR + 1, sizeof EXPECTED / sizeof *EXPECTED);
}

static void
the_text_names_roles_rules_and_sources(void **state)
{
    struct arena *mem = arena_new();
    struct buf b = buf_new(mem);

    (void)state;
    policy_print(&b);
    assert_non_null(strstr(buf_text(&b), "相談支援員"));
    assert_non_null(strstr(buf_text(&b), "地方税法 22条"));
    assert_non_null(strstr(buf_text(&b), "伝える文（した人と議長）"));
    assert_non_null(strstr(buf_text(&b), "同 本人の同意"));
    arena_free(mem);
}

static void
the_json_holds_the_same(void **state)
{
    struct arena *mem = arena_new();
    struct buf b = buf_new(mem);
    json_t *all;

    (void)state;
    policy_print_json(&b);
    all = json_loads(buf_text(&b), JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(all);
    assert_int_equal(ITEM_N - 1, json_array_size(json_object_get(all, "classes")));
    assert_int_equal(ACT_N - 1, json_array_size(json_object_get(all, "acts")));
    assert_int_equal(POST_ROLE_AUDITOR, json_array_size(json_object_get(all, "roles")));
    assert_int_equal(GROUND_N - 1, json_array_size(json_object_get(all, "grounds")));
    assert_int_equal(FORBID_N - 1, json_array_size(json_object_get(all, "forbids")));
    json_decref(all);
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_041_each_role_has_its_acts),
        cmocka_unit_test(R_041_each_role_reads_its_classes),
        cmocka_unit_test(R_041_every_role_is_expected_here),
        cmocka_unit_test(the_text_names_roles_rules_and_sources),
        cmocka_unit_test(the_json_holds_the_same),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
