#include "arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
memory_is_zeroed_and_aligned(void **state)
{
    static const size_t sizes[] = { 0, 1, 15, 16, 17, 4096, 65472, 65473, 1000000 };
    struct arena *a = arena_new();

    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        unsigned char *p = arena_alloc(a, sizes[i]);

        assert_int_equal(0, (uintptr_t)p % 16);
        for (size_t j = 0; j < sizes[i]; j++)
            assert_int_equal(0, p[j]);
        memset(p, 0xff, sizes[i]);
    }
    arena_free(a);
}

static void
rewound_memory_is_given_again_and_zeroed(void **state)
{
    struct arena *a = arena_new();
    struct arena_mark mark;
    unsigned char *first;
    unsigned char *again;
    size_t size;

    (void)state;
    arena_alloc(a, 100);
    mark = arena_mark(a);
    size = arena_size(a);
    first = arena_alloc(a, 50);
    memset(first, 1, 50);
    arena_alloc(a, 300000);
    assert_true(arena_size(a) > size + 300000);
    arena_rewind(a, mark);
    assert_int_equal(size, arena_size(a));
    again = arena_alloc(a, 50);
    assert_ptr_equal(first, again);
    assert_int_equal(0, again[49]);
    arena_free(a);
}

static void
a_reset_arena_keeps_its_first_block(void **state)
{
    struct arena *a = arena_new();
    size_t size = arena_size(a);
    void *first = arena_alloc(a, 8);

    (void)state;
    for (int i = 0; i < 10; i++)
        arena_alloc(a, 50000);
    arena_reset(a);
    assert_int_equal(size, arena_size(a));
    assert_ptr_equal(first, arena_alloc(a, 8));
    arena_free(a);
    arena_free(NULL);
}

static void
strings_are_copied_and_formatted(void **state)
{
    struct arena *a = arena_new();
    char longest[5000];

    (void)state;
    assert_string_equal("ab", arena_copy(a, "abc", 2));
    assert_string_equal("", arena_copy(a, NULL, 0));
    assert_string_equal("日本", arena_strdup(a, "日本"));
    assert_string_equal("7-x", arena_printf(a, "%d-%s", 7, "x"));
    memset(longest, 'x', sizeof longest - 1);
    longest[sizeof longest - 1] = '\0';
    assert_string_equal(longest, arena_printf(a, "%s", longest));
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned),
        cmocka_unit_test(rewound_memory_is_given_again_and_zeroed),
        cmocka_unit_test(a_reset_arena_keeps_its_first_block),
        cmocka_unit_test(strings_are_copied_and_formatted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
