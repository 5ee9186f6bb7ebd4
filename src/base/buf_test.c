#include "buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
an_empty_buffer_is_an_empty_string(void **state)
{
    struct arena *a = arena_new();
    struct buf b = buf_new(a);

    (void)state;
    buf_add(&b, NULL, 0);
    buf_str(&b, "");
    assert_string_equal("", buf_text(&b));
    assert_int_equal(0, b.n);
    arena_free(a);
}

static void
pieces_stand_behind_one_another(void **state)
{
    struct arena *a = arena_new();
    struct buf b = buf_new(a);

    (void)state;
    buf_lit(&b, "a\0b");
    assert_int_equal(3, b.n);
    b.n = 0;
    buf_str(&b, "日");
    buf_char(&b, '/');
    buf_int(&b, INT64_MIN);
    buf_char(&b, '/');
    buf_int(&b, INT64_MAX);
    buf_printf(&b, "/%03d%%", 7);
    assert_string_equal("日/-9223372036854775808/9223372036854775807/007%",
                        buf_text(&b));
    arena_free(a);
}

static void
it_grows_at_every_length(void **state)
{
    struct arena *a = arena_new();
    struct buf b = buf_new(a);

    (void)state;
    for (size_t i = 0; i < 3000; i++) {
        buf_char(&b, (char)('a' + i % 26));
        assert_int_equal(i + 1, strlen(buf_text(&b)));
        assert_int_equal(i + 1, b.n);
    }
    for (size_t i = 0; i < 3000; i++)
        assert_int_equal('a' + i % 26, b.p[i]);
    arena_free(a);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_buffer_is_an_empty_string),
        cmocka_unit_test(pieces_stand_behind_one_another),
        cmocka_unit_test(it_grows_at_every_length),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
