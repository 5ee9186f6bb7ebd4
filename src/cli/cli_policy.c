#include "cli.h"

#include "../base/buf.h"
#include "../policy/matrix.h"

#include <stdio.h>

int
cli_policy(int argc, char **argv)
{
    struct options o;
    struct arena *mem = arena_new();
    struct buf b = buf_new(mem);
    int status = CLI_DONE;

    if (!cli_options(argc, argv, &o)) {
        status = CLI_USAGE;
    } else {
        if (o.json)
            policy_print_json(&b);
        else
            policy_print(&b);
        fwrite(b.p, 1, b.n, stdout);
    }
    arena_free(mem);
    return status;
}
