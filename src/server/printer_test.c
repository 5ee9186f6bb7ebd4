#include "printer.h"

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

/* Draws what it is told: "crash", "refuse", "huge", else the job twice. */
static bool
draw(const unsigned char *job, size_t n, struct buf *out)
{
    if (n == 5 && memcmp(job, "crash", 5) == 0)
        abort();
    if (n == 6 && memcmp(job, "refuse", 6) == 0)
        return false;
    if (n == 4 && memcmp(job, "huge", 4) == 0) {
        static const char part[65536];

        while (out->n <= PRINTER_BYTES_MAX)
            buf_add(out, part, sizeof part);
        return true;
    }
    buf_add(out, job, n);
    buf_add(out, job, n);
    return true;
}

static const struct printer_press press = { .draw = draw };

static enum printer_verdict
ask(struct printer *p, struct arena *mem, const char *job, struct buf *out)
{
    *out = buf_new(mem);
    return printer_draw(p, job, strlen(job), out);
}

static void
a_lane_draws_and_outlives_what_goes_wrong(void **state)
{
    struct arena *mem = arena_new();
    struct printer *p = printer_start(mem, 1, &press);
    struct buf out;
    pid_t lane;

    (void)state;
    assert_non_null(p);
    assert_int_equal(PRINTER_DONE, ask(p, mem, "ab", &out));
    assert_string_equal("abab", buf_text(&out));
    lane = printer_pid(p, 0);
    assert_int_not_equal(getpid(), lane);
    assert_int_equal(PRINTER_FAILED, ask(p, mem, "crash", &out));
    assert_int_equal(PRINTER_FAILED, ask(p, mem, "refuse", &out));
    assert_int_equal(PRINTER_FAILED, ask(p, mem, "huge", &out));
    assert_int_equal(PRINTER_FAILED, ask(p, mem, "", &out));
    assert_int_equal(PRINTER_DONE, ask(p, mem, "again", &out));
    assert_int_equal(lane, printer_pid(p, 0));
    printer_stop(p);
    printer_stop(NULL);
    arena_free(mem);
}

static void
a_lane_that_is_killed_is_replaced(void **state)
{
    struct arena *mem = arena_new();
    struct printer *p = printer_start(mem, 1, &press);
    struct buf out;
    pid_t lane;

    (void)state;
    assert_int_equal(PRINTER_DONE, ask(p, mem, "a", &out));
    lane = printer_pid(p, 0);
    assert_int_equal(0, kill(lane, SIGKILL));
    assert_int_equal(PRINTER_DONE, ask(p, mem, "b", &out));
    assert_string_equal("bb", buf_text(&out));
    assert_int_not_equal(lane, printer_pid(p, 0));
    printer_stop(p);
    arena_free(mem);
}

/* What warming leaves behind for a moment: a thread that holds a lock the drawing needs. */
static pthread_mutex_t shared = PTHREAD_MUTEX_INITIALIZER;

static void *
hold_shared(void *arg)
{
    pthread_mutex_lock(&shared);
    atomic_store((atomic_bool *)arg, true);
    usleep(50000);
    pthread_mutex_unlock(&shared);
    return NULL;
}

static void
warm_with_a_thread(void)
{
    static atomic_bool held;
    pthread_t t;

    atomic_store(&held, false);
    pthread_create(&t, NULL, hold_shared, &held);
    pthread_detach(t);
    while (!atomic_load(&held))
        usleep(1000);
}

static bool
draw_with_the_lock(const unsigned char *job, size_t n, struct buf *out)
{
    if (pthread_mutex_trylock(&shared) != 0)
        return false;
    pthread_mutex_unlock(&shared);
    return draw(job, n, out);
}

static void
no_paper_is_drawn_beside_a_thread_of_the_warm_up(void **state)
{
    static const struct printer_press slow = { .warm = warm_with_a_thread,
                                               .draw = draw_with_the_lock };
    struct arena *mem = arena_new();
    struct printer *p = printer_start(mem, 1, &slow);
    struct buf out;

    (void)state;
    assert_int_equal(PRINTER_DONE, ask(p, mem, "a", &out));
    assert_string_equal("aa", buf_text(&out));
    printer_stop(p);
    arena_free(mem);
}

/* Draws with so much memory as a large paper takes. */
static bool
draw_large(const unsigned char *job, size_t n, struct buf *out)
{
    void *room = mmap(NULL, (size_t)64 << 20, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return room != MAP_FAILED && draw(job, n, out);
}

static void
what_the_server_holds_already_takes_nothing_from_a_paper(void **state)
{
    static const struct printer_press large = { .draw = draw_large };
    const size_t held = (size_t)2 << 30;
    void *room = mmap(NULL, held, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    struct arena *mem = arena_new();
    struct printer *p = printer_start(mem, 1, &large);
    struct buf out;

    (void)state;
    assert_true(room != MAP_FAILED);
    assert_int_equal(PRINTER_DONE, ask(p, mem, "a", &out));
    printer_stop(p);
    arena_free(mem);
    munmap(room, held);
}

static void *
ask_often(void *arg)
{
    struct arena *mem = arena_new();
    size_t good = 0;

    for (int i = 0; i < 20; i++) {
        struct buf out;
        const char *job = arena_printf(mem, "%p %d", (void *)&out, i);

        if (ask(arg, mem, job, &out) == PRINTER_DONE
            && strcmp(buf_text(&out), arena_printf(mem, "%s%s", job, job)) == 0)
            good++;
    }
    arena_free(mem);
    return (void *)good;
}

static void
several_threads_get_their_own_papers(void **state)
{
    struct arena *mem = arena_new();
    struct printer *p = printer_start(mem, 2, &press);
    pthread_t t[6];

    (void)state;
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(0, pthread_create(&t[i], NULL, ask_often, p));
    for (size_t i = 0; i < 6; i++) {
        void *good;

        assert_int_equal(0, pthread_join(t[i], &good));
        assert_int_equal(20, (size_t)good);
    }
    printer_stop(p);
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_lane_draws_and_outlives_what_goes_wrong),
        cmocka_unit_test(a_lane_that_is_killed_is_replaced),
        cmocka_unit_test(no_paper_is_drawn_beside_a_thread_of_the_warm_up),
        cmocka_unit_test(what_the_server_holds_already_takes_nothing_from_a_paper),
        cmocka_unit_test(several_threads_get_their_own_papers),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
