#include "cli.h"

#include "place.h"

#include "../base/machine.h"
#include "../desk/desk_setup.h"
#include "../domain/profile_read.h"

#include <stdio.h>
#include <string.h>

enum { PROFILE_MAX = 2 * 1024 * 1024 };

static bool
fill(struct ctx *c, const char *file, const char *text, bool demo)
{
    bool unknown;

    if (!db_begin(c, true))
        return false;
    if (desk_setup_profile(c, file, text) && (!demo || desk_setup_demo(c)))
        return db_commit(c, &unknown);
    db_rollback(c);
    return false;
}

static bool
set_up(struct ctx *c, const struct options *o, const char **id)
{
    struct folders f = place_folders(c->mem, o->data, o->keys);
    const char *text = machine_read(c->machine, c->mem, o->profile, PROFILE_MAX, NULL);
    struct profile_errors errors = { 0 };
    const struct profile *p;
    struct opened at;
    bool ok;

    if (!text)
        return refuse(c, ERR_OUTSIDE, "%s: cannot be read", o->profile);
    if (!profile_read(c, o->profile, text, strlen(text), &errors, &p))
        return false;
    *id = p->municipality.id;
    if (!place_make(c, &f, *id, o->pg))
        return false;
    place_find(c, &f, *id, &at);
    if (!place_open(c, &at, true))
        return false;
    ok = fill(c, o->profile, text, o->demo);
    db_close(c->db);
    return ok;
}

int
cli_init(int argc, char **argv)
{
    struct options o;
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    const char *id = "";
    int status = CLI_DONE;

    c.now = machine_now(c.machine);
    if (!cli_options(argc, argv, &o) || !o.profile) {
        fputs(
            "kasane init --data DIR --profile FILE.yaml [--keys DIR] [--pg CONNINFO]\n",
            stderr);
        status = CLI_USAGE;
    } else if (!crypt_start() || !set_up(&c, &o, &id)) {
        status = cli_failed(&c);
    } else {
        printf("%s: ready. Next: kasane user add --municipality %s …\n", id, id);
    }
    arena_free(c.mem);
    return status;
}
