#include "worlds_part.h"

#include "../../src/cli/cli.h"
#include "../../src/cli/cli_profile.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * What the command line says of an office with something hidden in it: each command that reads
 * a store or a profile, on standard output and standard error. Who runs it holds the keys, so
 * that ids may be told; no word of what is hidden may.
 */

enum { WORDS_MAX = 12 };

struct said {
    int status;
    const char *text;
};

typedef int command(int argc, char **argv);

/* Runs a command in a process of its own, as main() would, and reads what it says. */
static bool
run(struct proof *p, command *cmd, char *const *words, struct said *out)
{
    const int to = memfd_create("said", MFD_CLOEXEC);
    int argc = 0;
    int status;
    off_t n;
    char *bytes;
    pid_t child;

    while (words[argc])
        argc++;
    fflush(stdout);
    child = fork();
    if (child == 0) {
        char *argv[WORDS_MAX + 1];

        memcpy(argv, words, (size_t)(argc + 1) * sizeof *argv);
        dup2(to, STDOUT_FILENO);
        dup2(to, STDERR_FILENO);
        status = cmd(argc, argv);
        fflush(NULL);
        _exit(status);
    }
    if (!hold(p, child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status),
              "%s did not end by itself", words[0]))
        return false;
    n = lseek(to, 0, SEEK_END);
    bytes = arena_alloc(p->c->mem, (size_t)(n < 0 ? 0 : n) + 1);
    n = pread(to, bytes, (size_t)(n < 0 ? 0 : n), 0);
    bytes[n < 0 ? 0 : n] = '\0';
    close(to);
    *out = (struct said){ .status = WEXITSTATUS(status), .text = bytes };
    return true;
}

/* Puts the words together, the office behind them; NULL ends them. */
static void
words_of(const struct house *h,
         const char *const *words,
         const char *option,
         const char *value,
         char *out[WORDS_MAX + 1])
{
    const char *const office[] = { "--data", h->folders.data, "--keys",
                                   h->folders.keys };
    size_t n = 0;

    for (; *words; words++)
        out[n++] = (char *)(uintptr_t)*words;
    for (size_t i = 0; h->folders.data && i < 4; i++)
        out[n++] = (char *)(uintptr_t)office[i];
    if (option) {
        out[n++] = (char *)(uintptr_t)option;
        out[n++] = (char *)(uintptr_t)value;
    }
    out[n] = NULL;
}

static bool
quiet(struct proof *p, const char *what, const char *text)
{
    for (const char *const *word = worlds_canaries; *word; word++)
        if (!hold(p, !strstr(text, *word), "%s says %s", what, *word))
            return false;
    return true;
}

/* With -1 for status any end will do. */
static bool
says_nothing(struct proof *p,
             const struct house *h,
             command *cmd,
             const char *const *words,
             const char *option,
             const char *value,
             int status,
             size_t *bytes)
{
    char *argv[WORDS_MAX + 1];
    struct said s;

    words_of(h, words, option, value, argv);
    if (!run(p, cmd, argv, &s))
        return false;
    *bytes += strlen(s.text);
    return hold(p, status < 0 || s.status == status, "%s %s: status %d: %s", words[0],
                value ? value : "", s.status, s.text)
           && hold(p, *s.text || status < 0, "%s says nothing at all", words[0])
           && quiet(p, words[0], s.text);
}

#define SAYS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* Who saw whom: every case and person and all else that was kept, by id and by number. */
static bool
audited(struct proof *p, const struct house *h, const struct fields *kept, size_t *all)
{
    size_t bytes = 0;

    for (size_t i = 0; i < kept->n; i++) {
        const char *id = kept->v[i].value;

        if (*id
            && !says_nothing(p, h, cli_audit,
                             SAYS("audit", "who", "--municipality", "niiza"),
                             "--person", id, -1, &bytes))
            return false;
    }
    *all += bytes;
    return hold(p, bytes > 1000, "nobody saw anybody")
           && says_nothing(p, h, cli_audit,
                           SAYS("audit", "verify", "--municipality", "niiza"), NULL,
                           NULL, CLI_DONE, all)
           && says_nothing(p, h, cli_audit,
                           SAYS("audit", "verify", "--json", "--municipality", "niiza"),
                           NULL, NULL, CLI_DONE, all);
}

/* An act of staff from the machine itself: one who may not know, and one who may. */
static bool
called(struct proof *p, const struct house *h, const char *case_id, size_t *all)
{
    const char *target = arena_printf(p->c->mem, "/cases/%s", case_id);
    char *argv[WORDS_MAX + 1];
    struct said s;

    if (!says_nothing(p, h, cli_call,
                      SAYS("call", "GET", target, "--municipality", "niiza"), "--as",
                      "200001", CLI_REFUSED, all))
        return false;
    words_of(h, SAYS("call", "GET", target, "--municipality", "niiza"), "--as",
             "100002", argv);
    return run(p, cli_call, argv, &s)
           && hold(p, s.status == CLI_DONE && strstr(s.text, worlds_canaries[0]),
                   "who may see it does not: status %d", s.status);
}

/* What is said of the office as a whole, and what is refused. */
static bool
of_office(struct proof *p, const struct house *h, size_t *all)
{
    const struct house none = { .folders = { .data = NULL } };
    const char *file = arena_printf(p->c->mem, "%s/niiza.yaml", p->profiles);

    return says_nothing(p, h, cli_check_config, SAYS("check-config"), NULL, NULL,
                        CLI_DONE, all)
           && says_nothing(
               p, h, cli_user,
               SAYS("user", "token", "--municipality", "niiza", "--desk", "かくれ"),
               "--login", "999999", -1, all)
           && says_nothing(p, &none, cli_openapi, SAYS("openapi"), NULL, NULL, CLI_DONE,
                           all)
           && says_nothing(p, &none, cli_policy, SAYS("policy"), NULL, NULL, CLI_DONE,
                           all)
           && says_nothing(p, &none, cli_profile, SAYS("profile", "check", file), NULL,
                           NULL, CLI_DONE, all)
           && says_nothing(p, &none, cli_profile, SAYS("report", "meetings"),
                           "--municipality", file, -1, all);
}

bool
worlds_said(struct proof *p, const struct house *h, const struct fields *kept)
{
    size_t bytes = 0;
    const bool ok = audited(p, h, kept, &bytes)
                    && called(p, h, fields_get(kept, "影"), &bytes)
                    && of_office(p, h, &bytes);

    printf("     worlds: %zu bytes read of what the command line says\n", bytes);
    return ok;
}
