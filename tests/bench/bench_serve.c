/*
 * kasane serve, with a switch that only measuring needs: --ledger-off as the first word
 * leaves the ledger out. Never installed.
 */
#include "../../src/base/machine.h"
#include "../../src/cli/serve.h"

#include <stdio.h>
#include <string.h>

int
main(int argc, char **argv)
{
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    struct serving s = { 0 };
    struct options o;

    if (argc > 1 && strcmp(argv[1], "--ledger-off") == 0) {
        s.ledger_off = true;
        argc--;
        argv++;
    }
    c.now = machine_now(c.machine);
    serve_block_signals();
    if (!cli_options(argc, argv, &o))
        return CLI_USAGE;
    if (!serve_start(&c, &o, &s))
        return cli_failed(&c);
    serve_until_signal(&s);
    arena_free(c.mem);
    return CLI_DONE;
}
