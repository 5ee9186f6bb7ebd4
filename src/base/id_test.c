#include "id.h"

#include "machine.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void
count_up(void *self, void *out, size_t n)
{
    unsigned char *p = out;
    unsigned char *next = self;

    for (size_t i = 0; i < n; i++)
        p[i] = (*next)++;
}

static void
bytes_come_back(void **state)
{
    unsigned char in[16];
    unsigned char out[16];

    (void)state;
    for (int fill = 0; fill < 256; fill++) {
        struct id id;
        struct id again;

        for (int i = 0; i < 16; i++)
            in[i] = (unsigned char)(fill + i * 17);
        id = id_from_bytes(in);
        assert_int_equal(ID_LEN, strlen(id.s));
        assert_true(id_to_bytes(id, out));
        assert_memory_equal(in, out, 16);
        assert_true(id_read(id.s, &again));
        assert_true(id_same(id, again));
    }
}

static void
new_ids_differ(void **state)
{
    unsigned char next = 0;
    const struct machine m = { .random = count_up, .self = &next };
    struct ctx c = { .machine = &m };
    struct id a = id_new(&c);
    struct id b = id_new(&c);

    (void)state;
    assert_string_equal("AAECAwQFBgcICQoLDA0ODw", a.s);
    assert_false(id_same(a, b));
    assert_false(id_none(a));
}

static void
what_is_no_id_is_refused(void **state)
{
    static const char *const bad[] = {
        "",
        "A",
        "AAECAwQFBgcICQoLDA0OD",   /* one short */
        "AAECAwQFBgcICQoLDA0ODwA", /* one long */
        "AAECAwQFBgcICQoLDA0OD+",
        "AAECAwQFBgcICQoLDA0OD/",
        "AAECAwQFBgcICQoLDA0OD=",
        "AAECAwQFBgcICQoLDA0ODx", /* bits that are no part of 16 bytes */
        "AAECAwQFBgcICQoLDA0O w",
        "../../../../etc/passwd",
        "日本語日本語日",
    };
    struct id id;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(id_read(bad[i], &id));
        assert_true(id_none(id));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(bytes_come_back),
        cmocka_unit_test(new_ids_differ),
        cmocka_unit_test(what_is_no_id_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
