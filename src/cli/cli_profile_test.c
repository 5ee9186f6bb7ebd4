#include "cli_profile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sysexits.h>
#include <unistd.h>

#include <cmocka.h>

enum { WORDS_MAX = 8 };

/* Returns a path of the source tree; this file's own path tells where it begins. */
static const char *
path_of(struct arena *mem, const char *name)
{
    const char *end = strstr(__FILE__, "src/cli/");

    return arena_printf(mem, "%.*s%s", (int)(end ? end - __FILE__ : 0), __FILE__, name);
}

/* Runs the command with both outputs shut, so that the test's own can be read. */
static int
run(struct arena *mem, const char *const *words)
{
    char *argv[WORDS_MAX] = { NULL };
    int argc = 0;
    int out = dup(1);
    int err = dup(2);
    int status;

    for (; words[argc]; argc++)
        argv[argc] = arena_strdup(mem, words[argc]);
    (void)fflush(NULL);
    assert_non_null(freopen("/dev/null", "w", stdout));
    assert_non_null(freopen("/dev/null", "w", stderr));
    status = cli_profile(argc, argv);
    (void)fflush(NULL);
    assert_true(dup2(out, 1) == 1 && dup2(err, 2) == 2);
    (void)close(out);
    (void)close(err);
    return status;
}

/* A copy of a profile that closes something besides; the caller takes it away. */
static const char *
narrowed(struct arena *mem, const char *folder, const char *row)
{
    const char *path = arena_printf(mem, "%s/koshu.yaml", folder);
    FILE *from = fopen(path_of(mem, "profiles/koshu.yaml"), "r");
    FILE *to = fopen(path, "w");
    char part[4096];
    size_t n;

    assert_true(from && to);
    while ((n = fread(part, 1, sizeof part, from)) > 0)
        assert_true(fwrite(part, 1, n, to) == n);
    assert_true(fprintf(to,
                        "\npolicy:\n  narrow:\n"
                        "    - {%s, reason: 見せません。, source: \"x\"}\n",
                        row)
                > 0);
    (void)fclose(from);
    (void)fclose(to);
    return path;
}

/* What a profile closes must be an act, a role and a class that there are. */
static void
a_profile_that_closes_nothing_known_is_refused(void **state)
{
    static const struct {
        int status;
        const char *row;
    } ROWS[] = {
        { 0, "act: view, role: contractor, info: money" },
        { 0, "act: print, role: null, info: null" },
        { EX_CONFIG, "act: case_show, role: null, info: tax" },
        { EX_CONFIG, "act: know, role: null, info: null" },
        { EX_CONFIG, "act: view, role: nobody, info: money" },
        { EX_CONFIG, "act: view, role: contractor, info: nothing" },
    };
    struct arena *mem = arena_new();
    char folder[] = "/tmp/kasane-narrow-XXXXXX";

    (void)state;
    assert_non_null(mkdtemp(folder));
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++) {
        const char *path = narrowed(mem, folder, ROWS[i].row);
        const char *const words[] = { "profile", "check", path, NULL };
        const int status = run(mem, words);

        if (status != ROWS[i].status)
            fail_msg("%s: ends with %d", ROWS[i].row, status);
        (void)unlink(path);
    }
    (void)rmdir(folder);
    arena_free(mem);
}

static void
commands_end_with_their_status(void **state)
{
    struct arena *mem = arena_new();
    const char *folder = path_of(mem, "profiles");
    const char *good = path_of(mem, "profiles/koshu.yaml");
    const char *bad = path_of(mem, "codes/relation.yaml");
    const struct {
        int status;
        const char *words[WORDS_MAX];
    } cases[] = {
        { 0, { "profile", "check", good } },
        { 0, { "profile", "check", "niiza", "--profiles", folder } },
        { EX_CONFIG, { "profile", "check", bad } },
        { EX_CONFIG, { "profile", "check", bad, good } },
        { EX_CONFIG, { "profile", "show", bad, "--json" } },
        { EX_NOINPUT, { "profile", "check", "./nowhere.yaml" } },
        { EX_NOINPUT, { "profile", "show", "nowhere", "--profiles", folder } },
        { 0, { "profile", "show", "kasugai", "--json", "--profiles", folder } },
        { 0, { "report", "matrix", "--municipality", good, "--format", "csv" } },
        { 0, { "report", "setup", "--municipality", good, "--item", "3" } },
        { 0, { "report", "areas", "--municipality", good } },
        { EX_USAGE, { "report", "nothing", "--municipality", good } },
        { EX_USAGE, { "report", "matrix" } },
        { EX_USAGE, { "report", "setup", "--municipality", good, "--item", "7" } },
        { EX_USAGE, { "report", "setup", "--municipality", good, "--format", "pdf" } },
        { EX_USAGE, { "profile", "grow" } },
        { EX_USAGE, { "profile", "check" } },
        { EX_USAGE, { "profile" } },
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int status = run(mem, cases[i].words);

        if (status != cases[i].status)
            fail_msg("case %zu ends with %d", i, status);
    }
    arena_free(mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(commands_end_with_their_status),
        cmocka_unit_test(a_profile_that_closes_nothing_known_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
