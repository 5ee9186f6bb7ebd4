#include "throttle.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

enum { SECOND = 1000, MINUTE = 60 * SECOND };

static const int64_t START = 1790000000000;

static struct throttle *
make(struct arena *mem, size_t slots)
{
    const struct key key = { { 1, 2, 3 } };

    return throttle_new(mem, &key, slots);
}

static void
five_are_free_then_the_delay_doubles(void **state)
{
    static const int64_t delays[] = { 0,  0,  0,  0,   0,   1,   2,   4,   8,
                                      16, 32, 64, 128, 256, 512, 900, 900, 900 };
    struct arena *mem = arena_new();
    struct throttle *t = make(mem, 64);
    int64_t now = START;

    (void)state;
    for (size_t i = 0; i < sizeof delays / sizeof delays[0]; i++) {
        int64_t delay = delays[i] * SECOND;

        if (delay) {
            assert_int_equal(delay, throttle_try(t, "sato", NULL, now));
            assert_int_equal(1, throttle_try(t, "sato", NULL, now + delay - 1));
        }
        now += delay;
        assert_int_equal(i, throttle_failures(t, "sato", NULL, now));
        assert_int_equal(0, throttle_try(t, "sato", NULL, now));
    }
    assert_int_equal(0, throttle_try(t, "ono", NULL, now));
    throttle_passed(t, "sato", NULL);
    assert_int_equal(0, throttle_failures(t, "sato", NULL, now));
    for (int i = 0; i < THROTTLE_FREE; i++)
        assert_int_equal(0, throttle_try(t, "sato", NULL, now));
    assert_int_not_equal(0, throttle_try(t, "sato", NULL, now));
    throttle_end(t);
    arena_free(mem);
}

static void
a_stranger_locks_nobody_out(void **state)
{
    struct arena *mem = arena_new();
    struct throttle *t = make(mem, 64);

    (void)state;
    for (int i = 0; i < 100; i++)
        (void)throttle_try(t, "sato", NULL, START);
    assert_int_not_equal(0, throttle_try(t, "sato", NULL, START));
    assert_int_not_equal(0, throttle_try(t, "sato", NULL, START));
    assert_int_equal(0, throttle_try(t, "sato", "terminal-1", START));
    for (int i = 0; i < 100; i++)
        (void)throttle_try(t, "sato", "terminal-1", START);
    assert_int_equal(0, throttle_try(t, "sato", "terminal-2", START));
    assert_int_not_equal(0, throttle_try(t, "sato", "terminal-1", START));
    throttle_end(t);
    arena_free(mem);
}

static void
failures_are_forgotten_after_a_day(void **state)
{
    struct arena *mem = arena_new();
    struct throttle *t = make(mem, 64);

    (void)state;
    for (int i = 0; i < THROTTLE_FREE; i++)
        assert_int_equal(0, throttle_try(t, "sato", NULL, START));
    throttle_undo(t, "sato", NULL);
    assert_int_equal(THROTTLE_FREE - 1, throttle_failures(t, "sato", NULL, START));
    assert_int_equal(0, throttle_failures(t, "sato", NULL, START + THROTTLE_FORGET_MS));
    throttle_undo(t, "nobody", NULL);
    throttle_passed(t, "nobody", NULL);
    throttle_end(t);
    arena_free(mem);
}

static void
a_clock_set_back_makes_nobody_wait_longer(void **state)
{
    struct arena *mem = arena_new();
    struct throttle *t = make(mem, 64);

    (void)state;
    for (int i = 0; i < THROTTLE_FREE; i++)
        assert_int_equal(0, throttle_try(t, "sato", NULL, START));
    assert_int_equal(SECOND, throttle_try(t, "sato", NULL, START - 60 * MINUTE));
    for (int i = 0; i < THROTTLE_BUCKET; i++)
        assert_int_equal(0, throttle_address(t, "192.0.2.1", START));
    assert_int_equal(20 * SECOND,
                     throttle_address(t, "192.0.2.1", START - 60 * MINUTE));
    throttle_end(t);
    arena_free(mem);
}

static void
an_address_has_thirty_attempts_in_ten_minutes(void **state)
{
    struct arena *mem = arena_new();
    struct throttle *t = make(mem, 64);
    int64_t now = START;

    (void)state;
    for (int i = 0; i < THROTTLE_BUCKET; i++)
        assert_int_equal(0, throttle_address(t, "192.0.2.1", now));
    assert_int_equal(20 * SECOND, throttle_address(t, "192.0.2.1", now));
    assert_int_equal(1, throttle_address(t, "192.0.2.1", now + 20 * SECOND - 1));
    assert_int_equal(0, throttle_address(t, "192.0.2.1", now + 20 * SECOND));
    assert_int_equal(20 * SECOND, throttle_address(t, "192.0.2.1", now + 20 * SECOND));
    assert_int_equal(0, throttle_address(t, "192.0.2.2", now));
    now += 60 * MINUTE;
    for (int i = 0; i < THROTTLE_BUCKET; i++)
        assert_int_equal(0, throttle_address(t, "192.0.2.1", now));
    assert_int_not_equal(0, throttle_address(t, "192.0.2.1", now));
    throttle_end(t);
    arena_free(mem);
}

static void
addresses_of_one_customer_count_together(void **state)
{
    static const struct {
        const char *a;
        const char *b;
        bool together;
    } t[] = {
        { "2001:db8::1", "2001:db8::2", true },
        { "2001:db8::1", "2001:db8:0:0:ffff::1", true },
        { "2001:db8::1", "2001:db8:0:1::1", false },
        { "192.0.2.1", "::ffff:192.0.2.1", true },
        { "192.0.2.1", "192.0.2.2", false },
        { "?", "?", true },
    };

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        struct arena *mem = arena_new();
        struct throttle *th = make(mem, 64);

        for (int k = 0; k < THROTTLE_BUCKET; k++)
            assert_int_equal(0, throttle_address(th, t[i].a, START));
        assert_int_equal(t[i].together, throttle_address(th, t[i].b, START) != 0);
        throttle_end(th);
        arena_free(mem);
    }
}

static void
a_flood_of_names_does_not_wash_away_the_guilty(void **state)
{
    struct arena *mem = arena_new();
    struct throttle *t = make(mem, 256);
    size_t size = arena_size(mem);

    (void)state;
    for (int i = 0; i < 10; i++)
        (void)throttle_try(t, "sato", NULL, START + i * 20 * MINUTE);
    for (int i = 0; i < 20000; i++) {
        char name[32];

        snprintf(name, sizeof name, "n%d", i);
        (void)throttle_try(t, name, NULL, START + 200 * MINUTE);
    }
    assert_int_equal(10, throttle_failures(t, "sato", NULL, START + 200 * MINUTE));
    assert_int_equal(size, arena_size(mem));
    throttle_end(t);
    arena_free(mem);
}

enum { THREADS = 4, EACH = 5000 };

static void *
hammer(void *arg)
{
    for (int i = 0; i < EACH; i++)
        if (throttle_try(arg, "sato", "terminal", START) != 0)
            return arg;
    return NULL;
}

static void
many_at_once_gain_nothing(void **state)
{
    struct arena *mem = arena_new();
    struct throttle *t = make(mem, 64);
    pthread_t threads[THREADS];

    (void)state;
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(0, pthread_create(&threads[i], NULL, hammer, t));
    for (size_t i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    assert_int_equal(THROTTLE_FREE, throttle_failures(t, "sato", "terminal", START));
    throttle_end(t);
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(five_are_free_then_the_delay_doubles),
        cmocka_unit_test(a_stranger_locks_nobody_out),
        cmocka_unit_test(failures_are_forgotten_after_a_day),
        cmocka_unit_test(a_clock_set_back_makes_nobody_wait_longer),
        cmocka_unit_test(an_address_has_thirty_attempts_in_ten_minutes),
        cmocka_unit_test(addresses_of_one_customer_count_together),
        cmocka_unit_test(a_flood_of_names_does_not_wash_away_the_guilty),
        cmocka_unit_test(many_at_once_gain_nothing),
    };

    return crypt_start() ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
}
