#include "reply_code.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static const unsigned char RANDOM[REPLY_CODE_RANDOM] = {
    3, 250, 77, 0, 128, 9, 41, 200
};
static const char ALPHABET[] = "23456789ABCDEFGHJKMNPQRTVWXYZ";

static void
a_code_is_read_as_it_was_printed_however_it_was_written(void **state)
{
    struct arena *mem = arena_new();
    const char *code = reply_code(mem, RANDOM);
    char joined[10];
    size_t n = 0;

    (void)state;
    assert_int_equal(11, strlen(code));
    for (const char *s = code; *s; s++)
        if (*s != '-')
            joined[n++] = *s;
    joined[n] = '\0';
    assert_string_equal(code, reply_code_read(mem, code));
    assert_string_equal(code, reply_code_read(mem, joined));
    assert_string_equal(
        code, reply_code_read(mem, arena_printf(mem, " %.3s %.3s－%.3s", joined,
                                                joined + 3, joined + 6)));
    assert_null(reply_code_read(mem, ""));
    assert_null(reply_code_read(mem, "K7M"));
    assert_null(reply_code_read(mem, arena_printf(mem, "%s2", code)));
    arena_free(mem);
}

static void
every_wrong_letter_and_every_swap_is_found(void **state)
{
    struct arena *mem = arena_new();
    const char *code = reply_code(mem, RANDOM);

    (void)state;
    for (size_t i = 0; code[i]; i++) {
        char *wrong = arena_strdup(mem, code);

        if (code[i] == '-')
            continue;
        for (const char *other = ALPHABET; *other; other++) {
            wrong[i] = *other;
            assert_true((*other == code[i]) == (reply_code_read(mem, wrong) != NULL));
        }
        for (size_t j = i + 1; code[j]; j++) {
            wrong = arena_strdup(mem, code);
            wrong[i] = code[j];
            wrong[j] = code[i];
            if (code[j] != '-' && code[j] != code[i])
                assert_null(reply_code_read(mem, wrong));
        }
    }
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_code_is_read_as_it_was_printed_however_it_was_written),
        cmocka_unit_test(every_wrong_letter_and_every_swap_is_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
