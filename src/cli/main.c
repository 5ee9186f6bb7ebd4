#include "cli.h"

#include "cli_profile.h"

#include <stdio.h>
#include <string.h>

static const struct {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *does;
} COMMANDS[] = {
    { "serve", cli_serve, "start the server" },
    { "demo", cli_demo, "start it with five municipalities and invented data" },
    { "init", cli_init, "set a municipality up from its profile" },
    { "profile", cli_profile, "check or show a profile" },
    { "report", cli_profile, "print a register of a profile" },
    { "user", cli_user, "add people, posts and keys of machines" },
    { "call", cli_call, "do an act of staff: call GET|POST /path [field=value…]" },
    { "openapi", cli_openapi, "print the description of the API" },
    { "policy", cli_policy, "print who may see and do what" },
    { "audit", cli_audit, "verify the ledger; say who saw whom" },
    { "generate", cli_generate, "fill an empty municipality with an invented town" },
    { "check-config", cli_check_config, "say everything that would fail later" },
};

static int
usage(void)
{
    fputs("kasane COMMAND [OPTION…]\n\n", stderr);
    for (size_t i = 0; i < sizeof COMMANDS / sizeof *COMMANDS; i++)
        fprintf(stderr, "  %-14s %s\n", COMMANDS[i].name, COMMANDS[i].does);
    return CLI_USAGE;
}

int
main(int argc, char **argv)
{
    for (size_t i = 0; argc > 1 && i < sizeof COMMANDS / sizeof *COMMANDS; i++)
        if (strcmp(argv[1], COMMANDS[i].name) == 0)
            return COMMANDS[i].run(argc - 1, argv + 1);
    return usage();
}
