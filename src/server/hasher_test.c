#include "hasher.h"

#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static const unsigned char salt[16] = "0123456789abcde";

static enum hasher_verdict
make_hash(struct hasher *h, const char *password, char out[CRYPT_PASSWORD_HASH_MAX])
{
    return hasher_hash(h, password, strlen(password), salt, NULL, CRYPT_COST_TEST, out);
}

static enum hasher_verdict
verify(struct hasher *h, const char *hash, const char *password)
{
    return hasher_verify(h, hash, password, strlen(password), NULL);
}

static void
a_worker_answers_as_the_library_does(void **state)
{
    struct arena *mem = arena_new();
    struct hasher *h = hasher_start(mem, 2);
    const struct key pepper = { { 3 } };
    char here[CRYPT_PASSWORD_HASH_MAX];
    char there[CRYPT_PASSWORD_HASH_MAX];
    char longest[CRYPT_PASSWORD_MAX + 1] = { 0 };

    (void)state;
    assert_non_null(h);
    assert_int_equal(HASHER_YES, make_hash(h, "合言葉", there));
    assert_true(crypt_password_hash("合言葉", 9, salt, NULL, CRYPT_COST_TEST, here));
    assert_string_equal(here, there);
    assert_int_equal(HASHER_YES, verify(h, here, "合言葉"));
    assert_int_equal(HASHER_NO, verify(h, here, "相言葉"));
    assert_int_equal(HASHER_NO, verify(h, "", "合言葉"));
    assert_int_equal(HASHER_NO, hasher_verify(h, here, "合言葉", 9, &pepper));
    assert_int_equal(HASHER_NO, hasher_verify(h, here, longest, sizeof longest, NULL));
    assert_int_equal(HASHER_YES,
                     hasher_hash(h, "x", 1, salt, &pepper, CRYPT_COST_TEST, there));
    assert_int_equal(HASHER_YES, hasher_verify(h, there, "x", 1, &pepper));
    assert_int_not_equal(getpid(), hasher_pid(h, 0));
    hasher_stop(h);
    hasher_stop(NULL);
    arena_free(mem);
}

static void
a_worker_that_dies_is_replaced(void **state)
{
    struct arena *mem = arena_new();
    struct hasher *h = hasher_start(mem, 1);
    char hash[CRYPT_PASSWORD_HASH_MAX];

    (void)state;
    assert_non_null(h);
    assert_int_equal(HASHER_YES, make_hash(h, "x", hash));
    for (int i = 0; i < 3; i++) {
        pid_t before = hasher_pid(h, 0);

        assert_int_equal(0, kill(before, SIGKILL));
        assert_int_equal(HASHER_YES, verify(h, hash, "x"));
        assert_int_equal(HASHER_NO, verify(h, hash, "y"));
        assert_int_not_equal(before, hasher_pid(h, 0));
    }
    hasher_stop(h);
    arena_free(mem);
}

/* Starts workers in a process that then dies without a word; tells who they are. */
static void
live_and_die(int fd)
{
    struct arena *mem = arena_new();
    struct hasher *h = hasher_start(mem, 1);
    char hash[CRYPT_PASSWORD_HASH_MAX];
    pid_t pid = 0;

    if (h && make_hash(h, "x", hash) == HASHER_YES)
        pid = hasher_pid(h, 0);
    (void)!write(fd, &pid, sizeof pid);
    _exit(0);
}

static void
workers_end_with_the_server(void **state)
{
    pid_t worker = 0;
    int ended = 0;
    int fd[2];
    pid_t server;

    (void)state;
    assert_int_equal(0, prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0));
    assert_int_equal(0, pipe(fd));
    server = fork();
    if (server == 0)
        live_and_die(fd[1]);
    close(fd[1]);
    assert_int_equal(sizeof worker, read(fd[0], &worker, sizeof worker));
    close(fd[0]);
    assert_true(worker > 0);
    while (wait(NULL) > 0) /* server, nurse, and the worker should the nurse be first */
        ended++;
    assert_true(ended >= 2);
    assert_int_equal(-1, kill(worker, 0));
    assert_int_equal(ESRCH, errno);
}

static void *
ask_many(void *arg)
{
    char hash[CRYPT_PASSWORD_HASH_MAX];

    for (int i = 0; i < 50; i++)
        if (make_hash(arg, "x", hash) != HASHER_YES
            || verify(arg, hash, "x") != HASHER_YES
            || verify(arg, hash, "y") != HASHER_NO)
            return arg;
    return NULL;
}

static void
threads_take_turns(void **state)
{
    struct arena *mem = arena_new();
    struct hasher *h = hasher_start(mem, 2);
    pthread_t threads[8];

    (void)state;
    assert_non_null(h);
    for (size_t i = 0; i < 8; i++)
        assert_int_equal(0, pthread_create(&threads[i], NULL, ask_many, h));
    for (size_t i = 0; i < 8; i++) {
        void *failed;

        pthread_join(threads[i], &failed);
        assert_null(failed);
    }
    hasher_stop(h);
    arena_free(mem);
}

struct crowd {
    struct hasher *h;
    atomic_size_t busy;
    atomic_size_t served;
};

static void *
join_crowd(void *arg)
{
    struct crowd *crowd = arg;
    char hash[CRYPT_PASSWORD_HASH_MAX];
    enum hasher_verdict v = make_hash(crowd->h, "x", hash);

    atomic_fetch_add(v == HASHER_BUSY ? &crowd->busy : &crowd->served,
                     v != HASHER_BROKEN);
    return NULL;
}

static void
too_many_are_sent_away(void **state)
{
    enum { OVER = 3, MANY = HASHER_WAITING_MAX + 1 + OVER };
    struct arena *mem = arena_new();
    struct crowd crowd = { .h = hasher_start(mem, 1) };
    char hash[CRYPT_PASSWORD_HASH_MAX];
    pthread_t threads[MANY];

    (void)state;
    assert_non_null(crowd.h);
    assert_int_equal(HASHER_YES, make_hash(crowd.h, "x", hash));
    assert_int_equal(0, kill(hasher_pid(crowd.h, 0), SIGSTOP));
    for (size_t i = 0; i < MANY; i++)
        assert_int_equal(0, pthread_create(&threads[i], NULL, join_crowd, &crowd));
    while (atomic_load(&crowd.busy) < OVER)
        sched_yield();
    assert_int_equal(0, kill(hasher_pid(crowd.h, 0), SIGCONT));
    for (size_t i = 0; i < MANY; i++)
        pthread_join(threads[i], NULL);
    assert_int_equal(OVER, atomic_load(&crowd.busy));
    assert_int_equal(MANY - OVER, atomic_load(&crowd.served));
    hasher_stop(crowd.h);
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_worker_answers_as_the_library_does),
        cmocka_unit_test(a_worker_that_dies_is_replaced),
        cmocka_unit_test(workers_end_with_the_server),
        cmocka_unit_test(threads_take_turns),
        cmocka_unit_test(too_many_are_sent_away),
    };

    return crypt_start() ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
}
