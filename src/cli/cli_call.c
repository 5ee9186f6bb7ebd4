#include "cli.h"

#include "call.h"
#include "place.h"

#include "../base/machine.h"
#include "../web/respond.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* "words=隣の人が転んだ" into a field. */
static bool
take_fields(struct ctx *c, const struct options *o, struct call *call)
{
    for (int i = 2; i < o->n_words; i++) {
        const char *equals = strchr(o->words[i], '=');

        if (!equals)
            return refuse(c, ERR_INPUT, "%s: expected field=value", o->words[i]);
        fields_add(c->mem, &call->form,
                   arena_copy(c->mem, o->words[i], (size_t)(equals - o->words[i])),
                   equals + 1);
    }
    return true;
}

static bool
in_process(struct ctx *c,
           const struct folders *f,
           const struct call *call,
           struct answer *out)
{
    const struct server_conf conf = { .data = f->data,
                                      .keys = f->keys,
                                      .machine = c->machine,
                                      .front = &web_front,
                                      .readers = 1,
                                      .quiet = true };
    struct server *s;

    if (!server_start(c, &conf, &s))
        return false;
    call_server(s, c->mem, call, out);
    server_stop(s);
    return true;
}

static bool
do_call(struct ctx *c, const struct options *o, struct answer *out)
{
    struct folders f = place_folders(c->mem, o->data, o->keys);
    const char *socket = place_socket(c->mem, &f);
    struct call call = {
        .channel = CHANNEL_CLI,
        .method = strcmp(o->words[0], "POST") == 0 ? METHOD_POST : METHOD_GET,
        .town = o->municipality,
        .target = o->words[1],
        .as = o->as,
        .key = arena_strdup(c->mem, id_new(c).s),
    };

    if (!take_fields(c, o, &call))
        return false;
    if (access(socket, F_OK) == 0) {
        if (call_socket(c, socket, &call, out))
            return true;
        forgive(c); /* left behind by a server that is gone */
    }
    return in_process(c, &f, &call, out);
}

int
cli_call(int argc, char **argv)
{
    struct options o;
    struct answer a;
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    int status;

    c.now = machine_now(c.machine);
    signal(SIGPIPE, SIG_IGN);
    if (!cli_options(argc, argv, &o) || o.n_words < 2 || !o.municipality || !o.as) {
        fputs("kasane call GET|POST /path [field=value…] --data DIR --municipality ID "
              "--as NUMBER\n"
              "example: kasane call POST /cases words=隣の人が転んだ --municipality "
              "niiza "
              "--as 100001\n",
              stderr);
        status = CLI_USAGE;
    } else if (!crypt_start() || !do_call(&c, &o, &a)) {
        status = cli_failed(&c);
    } else {
        fwrite(a.body, 1, a.n, stdout);
        status = a.status < 400 ? CLI_DONE : CLI_REFUSED;
    }
    arena_free(c.mem);
    return status;
}
