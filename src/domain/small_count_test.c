#include "small_count.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { CELLS = 4, MOST = 8 };

static const struct {
    int64_t below;
    bool with_total;
    int64_t n[CELLS];
    bool hidden[CELLS];
    bool total_hidden;
} TABLE[] = {
    /* nothing set, or nothing small */
    { 0, true, { 1, 2, 3, 4 }, { 0 }, false },
    { 5, true, { 0, 5, 9, 0 }, { 0 }, false },
    /* one small cell takes the next smaller one with it */
    { 5, true, { 3, 20, 7, 0 }, { true, false, true, false }, false },
    /* two small ones hide each other when together they are not small */
    { 5, true, { 3, 4, 9, 9 }, { true, true, false, false }, false },
    { 5, true, { 1, 2, 9, 30 }, { true, true, true, false }, false },
    /* what follows from the sum: all as large as a small number can be */
    { 5, true, { 4, 4, 9, 30 }, { true, true, true, false }, false },
    /* no cell left: the total goes too */
    { 5, true, { 3, 0, 0, 0 }, { true, false, false, false }, true },
    { 3, true, { 1, 1, 1, 0 }, { true, true, true, false }, true },
    /* no total: only the small ones */
    { 5, false, { 3, 20, 7, 0 }, { true, false, false, false }, false },
};

static void
R_118_small_cells_and_what_gives_them_away(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof TABLE / sizeof *TABLE; i++) {
        struct small_cell v[CELLS];

        for (size_t k = 0; k < CELLS; k++)
            v[k] = (struct small_cell){ .n = TABLE[i].n[k] };
        assert_int_equal(
            small_count_hide(v, CELLS, TABLE[i].below, TABLE[i].with_total),
            TABLE[i].total_hidden);
        for (size_t k = 0; k < CELLS; k++)
            assert_int_equal(v[k].hidden, TABLE[i].hidden[k]);
    }
}

/*
 * What somebody can think of who has the total and the cells told: the tables of the same
 * sum in which each hidden cell is 1 or more.
 */
static bool
could_be_other(const struct small_cell *v, size_t at)
{
    int64_t others = 0;
    int64_t sum = 0;

    for (size_t i = 0; i < CELLS; i++)
        if (v[i].hidden) {
            others += i != at;
            sum += v[i].n;
        }
    for (int64_t x = 1; x <= sum; x++)
        if (x != v[at].n && (others ? sum - x >= others : sum == x))
            return true;
    return false;
}

static void
check_all(int64_t below, struct small_cell *v)
{
    const bool total = small_count_hide(v, CELLS, below, true);

    for (size_t i = 0; i < CELLS; i++) {
        const bool small = v[i].n > 0 && v[i].n < below;

        assert_true(v[i].hidden || !small);
        assert_true(!v[i].hidden || v[i].n > 0);
        if (v[i].hidden && !total)
            assert_true(could_be_other(v, i));
    }
}

/* Every table of four cells up to eight, for every limit up to six. */
static void
R_118_no_hidden_cell_follows_from_the_total(void **state)
{
    (void)state;
    for (int64_t below = 0; below <= 6; below++)
        for (int at = 0; at < (MOST + 1) * (MOST + 1) * (MOST + 1) * (MOST + 1); at++) {
            struct small_cell v[CELLS] = { { 0 } };
            int rest = at;

            for (size_t i = 0; i < CELLS; i++, rest /= MOST + 1)
                v[i].n = rest % (MOST + 1);
            check_all(below, v);
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(R_118_small_cells_and_what_gives_them_away),
        cmocka_unit_test(R_118_no_hidden_cell_follows_from_the_total),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
