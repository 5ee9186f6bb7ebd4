#include "machine.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

struct folder {
    char path[64];
    char file[96];
};

static struct folder
folder_make(void)
{
    struct folder f = { .path = "/tmp/kasane-machine-XXXXXX" };

    assert_non_null(mkdtemp(f.path));
    snprintf(f.file, sizeof f.file, "%s/file", f.path);
    return f;
}

static void
folder_remove(struct folder *f)
{
    unlink(f->file);
    assert_int_equal(0, rmdir(f->path)); /* nothing lies beside the file */
}

/* Fails at the durable call of that number, from 1 on. */
struct fuse {
    int left;
    const char *last;
};

static bool
burn(void *self, const char *what)
{
    struct fuse *f = self;

    f->last = what;
    return --f->left != 0;
}

static void
files_are_written_and_read(void **state)
{
    struct arena *a = arena_new();
    struct folder f = folder_make();
    struct stat st;
    size_t n = 7;

    (void)state;
    assert_null(machine_read(&machine_real, a, f.file, 100, &n));
    assert_null(machine_read(&machine_real, a, f.path, 100, &n)); /* a folder */
    assert_true(machine_write(&machine_real, f.file, "a\0b", 3, 0600));
    assert_memory_equal("a\0b", machine_read(&machine_real, a, f.file, 3, &n), 4);
    assert_int_equal(3, n);
    assert_null(machine_read(&machine_real, a, f.file, 2, NULL));
    assert_int_equal(0, stat(f.file, &st));
    assert_int_equal(0600, st.st_mode & 0777);
    assert_true(machine_write(&machine_real, f.file, "", 0, 0600));
    assert_string_equal("", machine_read(&machine_real, a, f.file, 0, &n));
    assert_int_equal(0, n);
    folder_remove(&f);
    arena_free(a);
}

static void
a_failed_write_leaves_the_old_file(void **state)
{
    struct arena *a = arena_new();
    struct folder f = folder_make();

    (void)state;
    assert_true(machine_write(&machine_real, f.file, "old", 3, 0600));
    for (int at = 1; at <= 2; at++) {
        struct fuse fuse = { .left = at };
        const struct machine m = { .durable = burn, .self = &fuse };

        assert_false(machine_write(&m, f.file, "new", 3, 0600));
        assert_string_equal("old", machine_read(&m, a, f.file, 10, NULL));
        assert_string_equal(at == 1 ? "file sync" : "file rename", fuse.last);
    }
    folder_remove(&f);
    assert_false(machine_write(&machine_real, "/no/such/folder/x", "a", 1, 0600));
    arena_free(a);
}

static void
the_real_machine_moves_on(void **state)
{
    unsigned char a[32] = { 0 };
    unsigned char b[32] = { 0 };

    (void)state;
    assert_true(machine_now(&machine_real) > 1700000000000);
    machine_random(&machine_real, a, sizeof a);
    machine_random(&machine_real, b, sizeof b);
    assert_memory_not_equal(a, b, sizeof a);
    assert_true(machine_durable(&machine_real, "x"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_are_written_and_read),
        cmocka_unit_test(a_failed_write_leaves_the_old_file),
        cmocka_unit_test(the_real_machine_moves_on),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
