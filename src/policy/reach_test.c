#include "reach.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>
#include <string.h>

static struct facts
desk(void)
{
    return (struct facts){ .role = POST_ROLE_DESK_WORKER,
                           .standing = STANDING_ACTIVE,
                           .protect = PROTECT_NONE,
                           .informant = INFORMANT_OPEN,
                           .barrier = BARRIER_NONE,
                           .paper = PAPER_NONE };
}

static const struct reach_span ALWAYS = { .from = 100, .until = REACH_FOREVER };

static void
rows_follow_from_grounds(void **state)
{
    struct reach_span spans[GROUND_N] = { 0 };
    struct reach_row rows[GROUND_N];
    struct facts f = desk();

    (void)state;
    assert_int_equal(0, reach_rows(&f, spans, rows));
    f.own = OWN_DESK;
    f.part = PART_LEAD;
    f.handed = HANDED_WAITING;
    spans[GROUND_OWN] = ALWAYS;
    spans[GROUND_LEAD] = ALWAYS;
    spans[GROUND_SENT] = (struct reach_span){ .from = 200, .until = 300 };
    assert_int_equal(3, reach_rows(&f, spans, rows));
    assert_int_equal(GROUND_OWN, rows[0].ground);
    assert_int_equal(GROUND_LEAD, rows[1].ground);
    assert_int_equal(GROUND_SENT, rows[2].ground);
    assert_int_equal(300, rows[2].span.until);
    spans[GROUND_SENT].until = 200;
    assert_int_equal(2, reach_rows(&f, spans, rows));
}

static void
R_115_what_is_forbidden_has_no_row(void **state)
{
    const enum barrier barriers[] = { BARRIER_SEALED, BARRIER_OTHER_SIDE,
                                      BARRIER_CONFLICT };
    struct reach_span spans[GROUND_N];
    struct reach_row rows[GROUND_N];
    struct facts f = desk();

    (void)state;
    for (size_t g = 0; g < GROUND_N; g++)
        spans[g] = ALWAYS;
    f.own = OWN_DESK;
    for (size_t i = 0; i < sizeof barriers / sizeof *barriers; i++) {
        f.barrier = barriers[i];
        assert_int_equal(0, reach_rows(&f, spans, rows));
    }
    f.barrier = BARRIER_NONE;
    f.standing = STANDING_ENDED;
    assert_int_equal(0, reach_rows(&f, spans, rows));
}

/* The numbers stand in the database: a ground may be added behind, never moved. */
static void
grounds_keep_their_numbers(void **state)
{
    static const char *const CODES[] = {
        "",          "own",        "lead",     "consent", "held",    "law",
        "listed",    "multilayer", "approval", "sent",    "sitting", "secretariat",
        "decided",   "nameless",   "lookup",   "glass",   "duty",    "past",
        "oversight", "office",     "center",
    };

    (void)state;
    assert_int_equal(GROUND_N, sizeof CODES / sizeof *CODES);
    for (size_t g = 0; g < GROUND_N; g++)
        assert_string_equal(CODES[g], policy_grounds[g].code);
}

static void
a_list_never_shows_a_name_on_the_ground_of_a_meeting(void **state)
{
    (void)state;
    for (enum ground g = GROUND_NONE + 1; g < GROUND_N; g++) {
        const bool names = policy_opens[g][ACT_LIST] & ITEM_BIT(ITEM_IDENTITY);

        assert_int_equal(names, g == GROUND_OWN || g == GROUND_LEAD
                                    || g == GROUND_CONSENT || g == GROUND_HELD);
    }
}

static void
those_who_share_a_desk_know_and_list_alike(void **state)
{
    (void)state;
    for (enum post_role r = POST_ROLE_NONE; r <= POST_ROLE_AUDITOR; r++) {
        struct viewer v = { .role = r };

        memcpy(v.post.id.s, "p", 2);
        memcpy(v.desk.id.s, "d", 2);
        viewer_set_subjects(&v);
        assert_true(id_same(v.subjects[0], v.post.id));
        if (v.n_subjects == 1)
            continue;
        assert_int_equal(policy_ceiling(POST_ROLE_DESK_WORKER, ACT_KNOW),
                         policy_ceiling(r, ACT_KNOW));
        assert_int_equal(policy_ceiling(POST_ROLE_DESK_WORKER, ACT_LIST),
                         policy_ceiling(r, ACT_LIST));
    }
}

static void
R_029_only_those_of_the_desk_share_what_it_reaches(void **state)
{
    struct viewer v = { .role = POST_ROLE_CONTRACTOR };

    (void)state;
    viewer_set_subjects(&v);
    assert_int_equal(0, v.n_subjects);
    memcpy(v.post.id.s, "p", 2);
    memcpy(v.desk.id.s, "d", 2);
    viewer_set_subjects(&v);
    assert_int_equal(2, v.n_subjects);
    v.role = POST_ROLE_ADMIN;
    viewer_set_subjects(&v);
    assert_int_equal(1, v.n_subjects);
    v.role = POST_ROLE_COMMISSIONER;
    viewer_set_subjects(&v);
    assert_int_equal(1, v.n_subjects);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_follow_from_grounds),
        cmocka_unit_test(R_115_what_is_forbidden_has_no_row),
        cmocka_unit_test(grounds_keep_their_numbers),
        cmocka_unit_test(a_list_never_shows_a_name_on_the_ground_of_a_meeting),
        cmocka_unit_test(those_who_share_a_desk_know_and_list_alike),
        cmocka_unit_test(R_029_only_those_of_the_desk_share_what_it_reaches),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
