#include "merkle_note.h"

#include "../base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define ORIGIN "kasane/niiza"

struct made {
    struct arena *mem;
    struct sign_key key;
    struct checkpoint cp;
    const char *text;
};

static struct made
make(void)
{
    struct made m = { .mem = arena_new() };
    const unsigned char seed[KEY_LEN] = { 1, 2, 3 };
    struct merkle t = { 0 };

    for (unsigned i = 0; i < 1234; i++) {
        struct hash h = merkle_leaf(&i, sizeof i);

        merkle_append(&t, &h);
    }
    m.key = crypt_sign_key(seed);
    m.cp = note_checkpoint(ORIGIN, &t);
    m.text = note_write(m.mem, &m.cp, &m.key);
    return m;
}

static enum note_verdict
read(const struct made *m, const char *text)
{
    struct checkpoint cp;

    return note_read(text, strlen(text), ORIGIN, m->key.open, &cp);
}

static void
a_note_comes_back_as_it_was(void **state)
{
    struct made m = make();
    struct checkpoint cp;

    (void)state;
    assert_int_equal(NOTE_GOOD,
                     note_read(m.text, strlen(m.text), ORIGIN, m.key.open, &cp));
    assert_string_equal(m.cp.origin, cp.origin);
    assert_int_equal(1234, cp.size);
    assert_memory_equal(m.cp.root.b, cp.root.b, HASH_LEN);
    assert_int_equal(0, strncmp(m.text, ORIGIN "\n1234\n", strlen(ORIGIN) + 6));
    arena_free(m.mem);
}

static void
no_single_bit_of_a_note_can_change(void **state)
{
    struct made m = make();
    size_t n = strlen(m.text);
    char *text = arena_strdup(m.mem, m.text);

    (void)state;
    for (size_t i = 0; i < 8 * n; i++) {
        struct checkpoint cp;

        text[i / 8] ^= (char)(1 << i % 8);
        assert_int_not_equal(NOTE_GOOD, note_read(text, n, ORIGIN, m.key.open, &cp));
        text[i / 8] ^= (char)(1 << i % 8);
    }
    for (size_t cut = 0; cut < n; cut++) {
        struct checkpoint cp;

        assert_int_not_equal(NOTE_GOOD, note_read(text, cut, ORIGIN, m.key.open, &cp));
    }
    arena_free(m.mem);
}

/* Returns the note with one of its lines replaced; the signature is left as it is. */
static const char *
with_line(const struct made *m, int line, const char *now)
{
    struct buf b = buf_new(m->mem);
    const char *at = m->text;

    for (int i = 0; *at; i++) {
        const char *end = strchr(at, '\n') + 1;

        if (i == line)
            buf_str(&b, now);
        else
            buf_add(&b, at, (size_t)(end - at));
        at = end;
    }
    return buf_text(&b);
}

static void
other_forms_are_refused(void **state)
{
    struct made m = make();
    const struct {
        int line;
        const char *now;
        enum note_verdict want;
    } t[] = {
        { 0, "kasane/other\n", NOTE_ORIGIN },
        { 0, "", NOTE_FORM },
        { 1, "01234\n", NOTE_FORM },
        { 1, "+1234\n", NOTE_FORM },
        { 1, "\n", NOTE_FORM },
        { 1, "99999999999999999999\n", NOTE_FORM },
        { 1, "9223372036854775808\n", NOTE_FORM },
        { 1, "1235\n", NOTE_FORGED },
        { 2, "AAAA\n", NOTE_FORM },
        { 2, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB=\n", NOTE_FORM },
        { 2, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", NOTE_FORGED },
        { 3, "more\n\n", NOTE_FORM },
        { 4, "", NOTE_UNSIGNED },
        { 4, "- kasane/niiza AAAA\n", NOTE_FORM },
        { 4, "\xe2\x80\x94 witness AAAA\n", NOTE_UNSIGNED },
        { 4, "\xe2\x80\x94 kasane/niiza AAAA\n", NOTE_UNSIGNED },
    };

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++)
        assert_int_equal(t[i].want, read(&m, with_line(&m, t[i].line, t[i].now)));
    arena_free(m.mem);
}

static void
a_witness_may_sign_too(void **state)
{
    struct made m = make();
    const char *two =
        arena_printf(m.mem, "%s\xe2\x80\x94 witness.example AAAA\n", m.text);
    struct sign_key other = crypt_sign_key((const unsigned char[KEY_LEN]){ 9 });
    struct checkpoint cp;

    (void)state;
    assert_int_equal(NOTE_GOOD, read(&m, two));
    assert_int_equal(NOTE_UNSIGNED,
                     note_read(m.text, strlen(m.text), ORIGIN, other.open, &cp));
    arena_free(m.mem);
}

static void
an_origin_is_one_word(void **state)
{
    (void)state;
    assert_true(note_origin_good(ORIGIN));
    assert_false(note_origin_good(""));
    assert_false(note_origin_good("a b"));
    assert_false(note_origin_good("a+b"));
    assert_false(note_origin_good("a\nb"));
    assert_false(note_origin_good("新座"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_note_comes_back_as_it_was),
        cmocka_unit_test(no_single_bit_of_a_note_can_change),
        cmocka_unit_test(other_forms_are_refused),
        cmocka_unit_test(a_witness_may_sign_too),
        cmocka_unit_test(an_origin_is_one_word),
    };

    return crypt_start() ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
}
