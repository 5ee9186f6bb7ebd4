#include "cli.h"

#include "../web/openapi.h"
#include "../web/routes.h"

#include <stdio.h>

int
cli_openapi(int argc, char **argv)
{
    struct options o;
    struct arena *mem;
    struct buf b;

    if (!cli_options(argc, argv, &o) || o.n_words) {
        fputs("kasane openapi [--municipality ID]\n", stderr);
        return CLI_USAGE;
    }
    mem = arena_new();
    b = buf_new(mem);
    openapi_write(&b, web_routes,
                  arena_printf(mem, "/%s/api/v1",
                               o.municipality ? o.municipality : "{municipality}"));
    fwrite(b.p, 1, b.n, stdout);
    arena_free(mem);
    return CLI_DONE;
}
