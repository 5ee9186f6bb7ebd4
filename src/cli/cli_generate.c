#include "cli.h"

#include "generate.h"
#include "place.h"

#include "../base/machine.h"
#include "../base/text.h"
#include "../domain/town.h"
#include "../store/store_town.h"

#include <inttypes.h>
#include <stdio.h>

static void
tell(const struct generated *g)
{
    printf("%" PRId64 " cases, %" PRId64 " rows\n", g->cases, generated_rows(g));
    fflush(stdout);
}

static void
tell_all(const struct generated *g, int64_t ms)
{
    printf("posts %" PRId64 ", cases %" PRId64 ", people %" PRId64
           ", consultations %" PRId64 ", notes %" PRId64 ", next steps %" PRId64
           ", duties %" PRId64 ", hand-overs %" PRId64 ", versions %" PRId64
           ", reach %" PRId64 "\n"
           "%" PRId64 " rows in %" PRId64 ".%03" PRId64
           " s; no ledger leaves, as nobody acted\n",
           g->posts, g->cases, g->people, g->consultations, g->notes, g->steps,
           g->duties, g->referrals, g->versions, g->reach, generated_rows(g), ms / 1000,
           ms % 1000);
}

/* The texts that are kept of every record are told in the words of the profile. */
static bool
load_town(struct ctx *c, const char *id, struct town **out)
{
    bool unknown;

    return db_begin(c, false) && store_town_load(c, id, out) && db_commit(c, &unknown);
}

static bool
generate(struct ctx *c, const struct options *o)
{
    struct folders f = place_folders(c->mem, o->data, o->keys);
    struct generate_conf conf = { .progress = tell };
    struct generated made;
    struct opened at;
    struct town *town = NULL;
    int64_t seed = 1;
    const int64_t start = c->now;
    bool ok;

    if (!text_int(o->cases, 1, INT64_MAX, &conf.cases)
        || (o->seed && !text_int(o->seed, 0, INT64_MAX, &seed)))
        return refuse(c, ERR_INPUT, "--cases and --seed: whole numbers");
    conf.seed = (uint64_t)seed;
    place_find(c, &f, o->municipality, &at);
    if (!place_open(c, &at, false))
        return false;
    ok = load_town(c, o->municipality, &town);
    c->town = town;
    ok = ok && generate_town(c, &conf, &made);
    db_close(c->db);
    if (town)
        arena_free(town->mem);
    if (ok)
        tell_all(&made, machine_now(c->machine) - start);
    return ok;
}

int
cli_generate(int argc, char **argv)
{
    struct options o;
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    int status = CLI_DONE;

    c.now = machine_now(c.machine);
    if (!cli_options(argc, argv, &o) || !o.municipality || !o.cases) {
        fputs("kasane generate --municipality ID --cases N [--seed S] [--data DIR] "
              "[--keys DIR]\n"
              "fills an empty municipality with an invented town\n",
              stderr);
        status = CLI_USAGE;
    } else if (!crypt_start() || !generate(&c, &o)) {
        status = cli_failed(&c);
    }
    arena_free(c.mem);
    return status;
}
