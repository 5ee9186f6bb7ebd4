#include "cli.h"

#include "place.h"

#include "../base/log.h"
#include "../base/machine.h"
#include "../base/text.h"
#include "../web/http.h"
#include "../web/respond.h"
#include "serve.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

/* "127.0.0.1:8080" into its two parts. */
static bool
split_listen(struct ctx *c, const char *listen, struct http_conf *out)
{
    const char *colon = strrchr(listen, ':');
    int64_t port;

    if (!colon || !text_int(colon + 1, 0, 65535, &port))
        return refuse(c, ERR_OUTSIDE, "--listen %s: expected ADDRESS:PORT", listen);
    out->address = arena_copy(c->mem, listen, (size_t)(colon - listen));
    out->port = (int)port;
    return true;
}

/* Beyond this machine only behind something that speaks TLS. Source: design section 3. */
static bool
check_exposure(struct ctx *c, const struct http_conf *h)
{
    if (strncmp(h->address, "127.", 4) == 0 || h->behind_proxy)
        return true;
    return refuse(
        c, ERR_OUTSIDE,
        "--listen %s: beyond this machine Kasane listens only behind a proxy with "
        "TLS; say --behind-proxy when there is one",
        h->address);
}

bool
serve_start(struct ctx *c, const struct options *o, struct serving *out)
{
    struct folders f = place_folders(c->mem, o->data, o->keys);
    const struct server_conf conf = {
        .data = f.data,
        .keys = f.keys,
        .machine = c->machine,
        .front = &web_front,
        .quiet = out->quiet,
        .ledger_off = out->ledger_off,
        .cheap_passwords = out->cheap_passwords,
    };
    struct http_conf h = { .socket = place_socket(c->mem, &f),
                           .behind_proxy = o->behind_proxy };

    return split_listen(c, o->listen ? o->listen : "127.0.0.1:8080", &h)
           && check_exposure(c, &h) && server_start(c, &conf, &out->server)
           && http_start(c, out->server, &h, &out->http);
}

void
serve_until_signal(struct serving *s)
{
    sigset_t set;
    int sig;

    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigwait(&set, &sig);
    server_drain(s->server);
    http_stop(s->http);
    server_stop(s->server);
}

void
serve_block_signals(void)
{
    sigset_t set;

    signal(SIGPIPE, SIG_IGN);
    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
}

int
cli_serve(int argc, char **argv)
{
    struct options o;
    struct serving s = { 0 };
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    int status = CLI_DONE;

    c.now = machine_now(c.machine);
    serve_block_signals();
    if (!cli_options(argc, argv, &o)) {
        status = CLI_USAGE;
    } else if (!serve_start(&c, &o, &s)) {
        status = cli_failed(&c);
    } else {
        for (size_t i = 0; i < s.server->n_places; i++)
            printf("http://localhost:%d/%s/\n", http_port(s.http),
                   s.server->places[i]->id);
        fflush(stdout);
        serve_until_signal(&s);
    }
    arena_free(c.mem);
    return status;
}
