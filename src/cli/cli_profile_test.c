#include "cli_profile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
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
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
