#include "narrow.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct policy_narrow ROWS[] = {
    { "view", "contractor", "money", "受託先にはお金のことを見せません。", "II-3" },
    { "print", NULL, NULL, "印刷はしません。", "II-3" },
};

static struct profile
profile_with(struct profile_policy *rows, const struct policy_narrow *v, size_t n)
{
    rows->narrow.v = v;
    rows->narrow.n = n;
    return (struct profile){ .policy = rows };
}

static struct facts
facts_for(enum post_role role)
{
    return (struct facts){
        .role = role,
        .standing = STANDING_ACTIVE,
        .own = OWN_SELF,
        .part = PART_LEAD,
        .protect = PROTECT_LISTED,
        .informant = INFORMANT_OPEN,
        .barrier = BARRIER_NONE,
        .paper = PAPER_NONE,
        .giving = GIVING_LAWFUL,
        .consent = UINT32_MAX,
    };
}

/* A profile closes, and closes only what it names, for every role, act and class. */
static void
a_profile_closes_and_never_widens(void **state)
{
    struct ctx c = { .mem = arena_new() };
    struct profile_policy rows = { .narrow = { 0 } };
    const struct profile p = profile_with(&rows, ROWS, 2);
    const struct narrow *n;

    (void)state;
    assert_true(narrow_read(&c, &p, &n));
    for (int role = POST_ROLE_DESK_WORKER; role <= POST_ROLE_AUDITOR; role++)
        for (int act = ACT_NONE + 1; act < ACT_N; act++) {
            struct facts f = facts_for((enum post_role)role);
            const struct decision open = policy_decide((enum policy_act)act, &f);
            struct decision shut;
            uint32_t gone = act == ACT_PRINT ? open.allow : 0;

            if (role == POST_ROLE_CONTRACTOR && act == ACT_VIEW)
                gone = ITEM_BIT(ITEM_MONEY);
            f.keep = narrow_of(n, (enum post_role)role);
            shut = policy_decide((enum policy_act)act, &f);
            assert_int_equal(0, shut.allow & ~open.allow);
            assert_int_equal(open.allow & ~gone, shut.allow);
            assert_int_equal(open.allow & gone, shut.narrowed);
        }
    arena_free(c.mem);
}

static void
a_code_that_there_is_not_is_named(void **state)
{
    static const struct policy_narrow BAD[][1] = {
        { { "case_show", NULL, "tax", "だめ", "x" } },
        { { "know", NULL, NULL, "だめ", "x" } },
        { { "view", "nobody", NULL, "だめ", "x" } },
        { { "view", NULL, "nothing", "だめ", "x" } },
    };

    (void)state;
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
        struct ctx c = { .mem = arena_new() };
        struct profile_policy rows = { .narrow = { 0 } };
        const struct profile p = profile_with(&rows, BAD[i], 1);
        const struct narrow *n;

        assert_false(narrow_read(&c, &p, &n));
        assert_int_equal(ERR_OUTSIDE, c.err.kind);
        arena_free(c.mem);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_profile_closes_and_never_widens),
        cmocka_unit_test(a_code_that_there_is_not_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
