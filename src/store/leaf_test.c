#include "leaf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct id
id_of(unsigned char n)
{
    unsigned char bytes[16] = { n, 0x80 };

    bytes[15] = n;
    return id_from_bytes(bytes);
}

static struct leaf
sample(struct arena *mem)
{
    struct leaf l = {
        .at = 1790000000123,
        .outcome = LEAF_SERVED,
        .channel = LEAF_WEB,
        .account.id = id_of(1),
        .post.id = id_of(2),
        .desk.id = id_of(3),
        .session.id = id_of(4),
        .epoch = 77,
        .fence = 5,
        .count = 2,
    };

    leaf_act(&l, "case_show");
    assert_true(leaf_add(mem, &l, LEAF_PERSON, id_of(9), 0x10, 0x2));
    assert_true(leaf_add(mem, &l, LEAF_CASE, id_of(8), 0x1, 0x1));
    assert_true(leaf_add(mem, &l, LEAF_CASE, id_of(7), 0x2, 0x4));
    assert_true(leaf_add(mem, &l, LEAF_CASE, id_of(8), 0x4, 0x1));
    leaf_ground_ends(&l, 300);
    leaf_ground_ends(&l, 0);
    leaf_ground_ends(&l, 200);
    leaf_ground_ends(&l, 900);
    return l;
}

static void
a_leaf_comes_back_as_it_was(void **state)
{
    struct arena *mem = arena_new();
    struct leaf l = sample(mem);
    struct bytes b = leaf_encode(mem, &l, 42);
    struct bytes again;
    struct leaf back;
    uint64_t seq;

    (void)state;
    assert_int_equal(LEAF_GOOD, leaf_decode(mem, b.p, b.n, &back, &seq));
    assert_int_equal(42, seq);
    assert_int_equal(l.at, back.at);
    assert_int_equal(200, back.grounds_end);
    assert_string_equal("case_show", back.act);
    assert_string_equal(id_of(2).s, back.post.id.s);
    assert_int_equal(0x17, back.items);
    assert_int_equal(0x7, back.grounds);
    assert_int_equal(3, back.things.n);
    assert_string_equal(id_of(7).s, back.things.v[0].id.s);
    assert_int_equal(0x5, back.things.v[1].items);
    assert_int_equal(LEAF_PERSON, back.things.v[2].kind);
    again = leaf_encode(mem, &back, seq);
    assert_int_equal(b.n, again.n);
    assert_memory_equal(b.p, again.p, b.n);
    arena_free(mem);
}

/* The bytes of version 1 are in ledgers: this must never change. */
static void
version_1_stays_as_it_is(void **state)
{
    static const unsigned char want[HASH_LEN] = {
        0x2a, 0x06, 0x7b, 0x33, 0xef, 0x72, 0x8f, 0xb0, 0x0a, 0x4a, 0x19,
        0xeb, 0x5a, 0xaa, 0xfc, 0xdc, 0x8f, 0x5b, 0xe1, 0x47, 0x58, 0x20,
        0x53, 0x70, 0xbc, 0x22, 0x7d, 0x91, 0xbc, 0xa9, 0xa5, 0xff,
    };
    struct arena *mem = arena_new();
    struct leaf l = sample(mem);
    struct bytes b = leaf_encode(mem, &l, 42);
    struct hash h = merkle_leaf(b.p, b.n);

    (void)state;
    assert_int_equal(210, b.n);
    assert_memory_equal(want, h.b, sizeof want);
    arena_free(mem);
}

static void
the_order_of_noting_does_not_show(void **state)
{
    struct arena *mem = arena_new();
    struct leaf a = sample(mem);
    struct leaf b = sample(mem);
    struct bytes x;
    struct bytes y;
    struct leaf_thing first = b.things.v[0];

    (void)state;
    b.things.v[0] = b.things.v[2];
    b.things.v[2] = first;
    x = leaf_encode(mem, &a, 1);
    y = leaf_encode(mem, &b, 1);
    assert_int_equal(x.n, y.n);
    assert_memory_equal(x.p, y.p, x.n);
    arena_free(mem);
}

static void
other_bytes_are_refused(void **state)
{
    enum { OUTCOME = 17, CHANNEL = 18, ACT = 19, THINGS = 135 };
    static const struct {
        size_t at;
        unsigned char now;
        enum leaf_verdict want;
    } t[] = {
        { 0, 0, LEAF_BAD_FORM },
        { 0, 2, LEAF_BAD_VERSION },
        { 9, 0x80, LEAF_BAD_FORM },
        { OUTCOME, 0, LEAF_BAD_FORM },
        { OUTCOME, LEAF_OUTCOME_N, LEAF_BAD_FORM },
        { CHANNEL, LEAF_CHANNEL_N, LEAF_BAD_FORM },
        { ACT, 0, LEAF_BAD_FORM },
        { ACT, 48, LEAF_BAD_FORM },
        { ACT + 1, 'C', LEAF_BAD_FORM },
        { THINGS - 2, 1, LEAF_BAD_FORM },
        { THINGS - 1, 2, LEAF_BAD_FORM },
        { THINGS, 0, LEAF_BAD_FORM },
        { THINGS, LEAF_KIND_N, LEAF_BAD_FORM },
        { THINGS + 1, 9, LEAF_BAD_FORM }, /* no longer ascending */
    };
    struct arena *mem = arena_new();
    struct leaf l = sample(mem);
    struct bytes b = leaf_encode(mem, &l, 42);
    struct leaf back;
    uint64_t seq;

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        char *bad = arena_copy(mem, b.p, b.n);

        bad[t[i].at] = (char)t[i].now;
        assert_int_equal(t[i].want, leaf_decode(mem, bad, b.n, &back, &seq));
    }
    for (size_t n = 0; n < b.n; n++)
        assert_int_not_equal(LEAF_GOOD, leaf_decode(mem, b.p, n, &back, &seq));
    assert_int_equal(LEAF_BAD_FORM,
                     leaf_decode(mem, arena_copy(mem, b.p, b.n), b.n + 1, &back, &seq));
    arena_free(mem);
}

static void
things_are_bounded(void **state)
{
    struct arena *mem = arena_new();
    struct leaf l = sample(mem);
    struct bytes b;
    struct leaf back;
    uint64_t seq;

    (void)state;
    l.things.n = 0;
    assert_true(leaf_add(mem, &l, LEAF_CASE, (struct id){ .s = "" }, 0, 0));
    assert_true(leaf_add(mem, &l, LEAF_CASE,
                         (struct id){ .s = "AAAAAAAAAAAAAAAAAAAAAA" }, 0, 0));
    assert_int_equal(0, l.things.n);
    for (unsigned i = 0; i < LEAF_THINGS_MAX; i++) {
        unsigned char bytes[16] = { (unsigned char)(i >> 8), (unsigned char)i, 1 };

        assert_true(leaf_add(mem, &l, LEAF_CASE, id_from_bytes(bytes), 1, 1));
    }
    assert_false(leaf_add(mem, &l, LEAF_CASE, id_of(200), 1, 1));
    b = leaf_encode(mem, &l, 1);
    assert_int_equal(LEAF_GOOD, leaf_decode(mem, b.p, b.n, &back, &seq));
    assert_int_equal(LEAF_THINGS_MAX, back.things.n);
    arena_free(mem);
}

static void
each_value_has_a_code(void **state)
{
    (void)state;
    assert_string_equal("missing", leaf_outcome_code(LEAF_MISSING));
    assert_string_equal("job", leaf_channel_code(LEAF_JOB));
    assert_string_equal("other", leaf_kind_code(LEAF_OTHER));
    assert_string_equal("", leaf_kind_code(LEAF_KIND_NONE));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_leaf_comes_back_as_it_was),
        cmocka_unit_test(version_1_stays_as_it_is),
        cmocka_unit_test(the_order_of_noting_does_not_show),
        cmocka_unit_test(other_bytes_are_refused),
        cmocka_unit_test(things_are_bounded),
        cmocka_unit_test(each_value_has_a_code),
    };

    return crypt_start() ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
}
