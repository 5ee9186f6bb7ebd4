#include "cli.h"

#include "place.h"

#include "../base/machine.h"
#include "../domain/town.h"
#include "../store/store_town.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* What would fail at start or later, each in a line. */
static int
check_place(const struct folders *f, const char *id)
{
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    struct opened at;
    struct sign_key key;
    struct town *t = NULL;
    int wrong = 0;

    c.now = machine_now(c.machine);
    place_find(&c, f, id, &at);
    if (!ledger_read_key(&c, at.ledger_key, &key)) {
        printf("%s: %s\n", id, c.err.text);
        wrong++;
        forgive(&c);
    }
    if (!db_open(&c, &at.place, true, false, &c.db) || !db_begin(&c, false)
        || !store_town_load(&c, id, &t)) {
        printf("%s: %s\n", id, c.err.text);
        wrong++;
    } else {
        printf("%s: %s, profile version %d, good\n", id, t->name, t->version);
        arena_free(t->mem);
    }
    db_close(c.db);
    arena_free(c.mem);
    return wrong;
}

static int
check_all(const struct folders *f)
{
    DIR *d = opendir(f->data);
    struct dirent *e;
    struct stat st;
    int wrong = 0;
    int n = 0;

    if (!d) {
        printf("%s: cannot be opened\n", f->data);
        return 1;
    }
    while ((e = readdir(d))) {
        char path[4096];

        snprintf(path, sizeof path, "%s/%s", f->data, e->d_name);
        if (e->d_name[0] == '.' || stat(path, &st) != 0 || !S_ISDIR(st.st_mode))
            continue;
        wrong += check_place(f, e->d_name);
        n++;
    }
    closedir(d);
    if (!n)
        printf("%s: holds no municipality; kasane init makes one\n", f->data);
    return wrong + !n;
}

int
cli_check_config(int argc, char **argv)
{
    struct options o;
    struct arena *mem = arena_new();
    int status = CLI_USAGE;

    if (cli_options(argc, argv, &o) && crypt_start()) {
        struct folders f = place_folders(mem, o.data, o.keys);

        status = check_all(&f) ? CLI_CONFIG : CLI_DONE;
    }
    arena_free(mem);
    return status;
}
