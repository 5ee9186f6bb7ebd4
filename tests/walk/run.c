/*
 * Runs every walk of a folder against both engines and the doors it names, each in a fresh
 * copy of an office, and looks afterwards whether ledger and reach are sound.
 *
 *     kasane-walk-test WALKS PROFILES [WORD [ENGINE]]
 *
 * Only files whose name holds the word; "" means all. ENGINE is sqlite or postgresql.
 * PostgreSQL is reached by KASANE_PG; without it nothing is skipped in silence: the program
 * fails. "town each" in a walk means every municipality, "door each" every door.
 */
#include "house.h"
#include "paper_text.h"

#include "../../src/base/text.h"
#include "../../src/base/vec.h"
#include "../../src/cli/demo_staff.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WALK_MAX = 256 * 1024 };

struct tally {
    int passed;
    int failed;
};

struct names {
    const char **v;
    size_t n;
    size_t cap;
};

struct job {
    const struct house *base;
    const char *profiles;
    const char *folder;
    const char *name;
    const char *text;
    struct tally *tally;
};

static const char *const DOORS[] = { "web", "api", "cli" };

/* Says whether the walk holds the line. */
static bool
has_line(const char *text, const char *command, const char *what)
{
    const char *p = text;

    while ((p = strstr(p, command))) {
        const char *rest = p + strlen(command);

        rest += strspn(rest, " ");
        if ((p == text || p[-1] == '\n') && strncmp(rest, what, strlen(what)) == 0)
            return true;
        p++;
    }
    return false;
}

/* Makes the settings that the walk names, before anybody works by them. */
static bool
make_settings(struct ctx *c,
              const struct job *j,
              const struct house *h,
              const char *town)
{
    static const char SET[] = "\nset ";
    const char *p = strstr(j->text, SET);

    if (!p)
        return true;
    p += strlen(SET);
    p += strspn(p, " ");
    return house_set(c, h, j->profiles, town, arena_copy(c->mem, p, strcspn(p, "\n")));
}

static bool
walk_in(struct ctx *c, const struct job *j, struct house *h, const char *town, int door)
{
    const struct walk_how how = {
        .door = (enum channel)door,
        .town = town,
        .password = DEMO_PASSWORD,
        .totp_secret = demo_totp_secret,
        .tokens = &h->tokens,
        .clock = &h->clock,
        .paper_text = paper_text,
        .settings_made = true,
    };
    struct walk_result result = { .line = 0 };
    bool ok;

    if (!house_copy(c, j->base, h) || !make_settings(c, j, h, town)
        || !house_open(c, h))
        return false;
    ok = walk_run(c, h->server, j->name, j->text, &how, &result);
    house_close(h);
    for (size_t i = 0; ok && i < HOUSE_TOWNS; i++)
        ok = house_sound(c, h, house_towns[i], NULL);
    return ok;
}

static void
run_once(const struct job *j, const char *town, int door)
{
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    struct house h = { .root = NULL };
    bool ok = walk_in(&c, j, &h, town, door);

    printf("%s %s %s %s %s\n", ok ? "ok  " : "FAIL", j->name,
           j->base->pg ? "postgresql" : "sqlite", DOORS[door], town);
    if (!ok)
        printf("     %s\n", c.err.text);
    fflush(stdout);
    if (ok)
        j->tally->passed++;
    else
        j->tally->failed++;
    house_remove(&h);
    arena_free(c.mem);
}

/* Says whether the walk's first town line names several, and that one among them. */
static bool
has_towns(const char *text, const char *town)
{
    const char *p = strstr(text, "\ntown ");
    const char *end = p ? strchr(p + 1, '\n') : NULL;
    const char *word;

    if (!end)
        return false;
    p += strlen("\ntown ");
    p += strspn(p, " ");
    word = p + strcspn(p, " \n");
    if (*word != ' ' || word > end)
        return false;
    word = town ? strstr(p, town) : p;
    return word && word < end;
}

static void
run_walk(const struct job *j)
{
    const bool several = has_towns(j->text, NULL);
    const size_t towns = several || has_line(j->text, "town", "each") ? HOUSE_TOWNS : 1;
    const int doors = has_line(j->text, "door", "each") ? 3 : 1;

    for (size_t i = 0; i < towns; i++)
        for (int k = 0; k < doors; k++)
            if (!several || has_towns(j->text, house_towns[i]))
                run_once(j, house_towns[i], k);
}

static int
by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
find_walks(struct ctx *c, const char *folder, const char *word, struct names *out)
{
    DIR *d = opendir(folder);
    struct dirent *e;

    if (!d)
        return refuse(c, ERR_OUTSIDE, "%s: cannot be read", folder);
    while ((e = readdir(d))) {
        size_t n = strlen(e->d_name);

        if (n > 5 && strcmp(e->d_name + n - 5, ".walk") == 0
            && (!word || strstr(e->d_name, word)))
            *VEC_PUSH(c->mem, out) = arena_strdup(c->mem, e->d_name);
    }
    closedir(d);
    if (!out->n)
        return refuse(c, ERR_OUTSIDE, "%s: no walks", folder);
    qsort(out->v, out->n, sizeof *out->v, by_name);
    return true;
}

static bool
run_engine(struct ctx *c,
           char **argv,
           const struct names *names,
           const char *pg,
           struct tally *tally)
{
    struct house base;
    bool ok = house_build(c, pg, argv[2], house_towns, HOUSE_TOWNS, &base);

    for (size_t i = 0; ok && i < names->n; i++) {
        struct job j = { .base = &base,
                         .profiles = argv[2],
                         .folder = argv[1],
                         .name = names->v[i],
                         .tally = tally };

        j.text = machine_read(c->machine, c->mem,
                              arena_printf(c->mem, "%s/%s", argv[1], names->v[i]),
                              WALK_MAX, NULL);
        if (j.text)
            run_walk(&j);
        else
            tally->failed++;
    }
    house_remove(&base);
    return ok;
}

int
main(int argc, char **argv)
{
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    struct tally tally = { .passed = 0 };
    struct names names = { .n = 0 };
    const char *pg = getenv("KASANE_PG");
    const char *word = argc > 3 && *argv[3] ? argv[3] : NULL;
    const char *engine = argc > 4 ? argv[4] : "";

    if (argc < 3) {
        fputs("kasane-walk-test WALKS PROFILES [WORD [ENGINE]]\n", stderr);
        return 2;
    }
    if (!pg)
        refuse(&c, ERR_OUTSIDE, "KASANE_PG is not set; run this under tests/pg");
    if (c.err.kind != ERR_NONE || !crypt_start()
        || !find_walks(&c, argv[1], word, &names)
        || (!text_same(engine, "postgresql")
            && !run_engine(&c, argv, &names, NULL, &tally))
        || (!text_same(engine, "sqlite")
            && !run_engine(&c, argv, &names, pg, &tally))) {
        printf("FAIL %s\n", c.err.text);
        tally.failed++;
    }
    printf("%d passed, %d failed\n", tally.passed, tally.failed);
    arena_free(c.mem);
    return tally.failed ? 1 : 0;
}
