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

/* An office to copy, with the towns that a walk needs; built when the first walk asks. */
struct base {
    struct house house;
    const char *const *towns;
    size_t n;
    bool built;
};

struct job {
    struct ctx *c;      /* outlives the walk */
    struct base *bases; /* one for each town, and one with all */
    const char *pg;     /* NULL: SQLite */
    const char *profiles;
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

/* The town that a walk played for one town needs; NULL when it goes to several. */
static const char *
only_town(const char *text, const char *played)
{
    const char *line = NULL;

    for (const char *p = text; (p = strstr(p, "town ")); p++) {
        if (p != text && p[-1] != '\n')
            continue;
        if (line)
            return NULL;
        line = p + strlen("town ");
    }
    if (!line)
        return played;
    line += strspn(line, " ");
    for (size_t i = 0; i < HOUSE_TOWNS; i++) {
        const size_t n = strlen(house_towns[i]);

        if (strncmp(line, house_towns[i], n) == 0 && line[n] == '\n')
            return house_towns[i];
    }
    return played;
}

/* Finds the office to copy; builds it when it is the first time. */
static bool
base_for(struct ctx *c, const struct job *j, const char *played, struct base **out)
{
    const char *town = only_town(j->text, played);
    size_t i = 0;

    while (i < HOUSE_TOWNS && !(town && text_same(town, house_towns[i])))
        i++;
    *out = &j->bases[i];
    if ((*out)->built)
        return true;
    (*out)->towns = i < HOUSE_TOWNS ? &house_towns[i] : house_towns;
    (*out)->n = i < HOUSE_TOWNS ? 1 : HOUSE_TOWNS;
    (*out)->built =
        house_build(j->c, j->pg, j->profiles, (*out)->towns, (*out)->n, &(*out)->house);
    return (*out)->built || refuse(c, ERR_OUTSIDE, "no office: %s", j->c->err.text);
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
    struct base *base;
    bool ok;

    if (!base_for(c, j, town, &base) || !house_copy(c, &base->house, h)
        || !make_settings(c, j, h, town))
        return false;
    h->readers = 1; /* who walks alone waits for nobody */
    if (!house_open(c, h))
        return false;
    ok = walk_run(c, h->server, j->name, j->text, &how, &result);
    house_close(h);
    for (size_t i = 0; ok && i < base->n; i++)
        ok = house_sound(c, h, base->towns[i], NULL);
    return ok;
}

static void
run_once(const struct job *j, const char *town, int door)
{
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    struct house h = { .root = NULL };
    bool ok = walk_in(&c, j, &h, town, door);

    printf("%s %s %s %s %s\n", ok ? "ok  " : "FAIL", j->name,
           j->pg ? "postgresql" : "sqlite", DOORS[door], town);
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

static void
run_engine(struct ctx *c,
           char **argv,
           const struct names *names,
           const char *pg,
           struct tally *tally)
{
    struct base bases[HOUSE_TOWNS + 1] = { { .n = 0 } };

    for (size_t i = 0; i < names->n; i++) {
        struct job j = { .c = c,
                         .bases = bases,
                         .pg = pg,
                         .profiles = argv[2],
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
    for (size_t i = 0; i <= HOUSE_TOWNS; i++)
        house_remove(&bases[i].house);
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
        || !find_walks(&c, argv[1], word, &names)) {
        printf("FAIL %s\n", c.err.text);
        tally.failed++;
    } else {
        if (!text_same(engine, "postgresql"))
            run_engine(&c, argv, &names, NULL, &tally);
        if (!text_same(engine, "sqlite"))
            run_engine(&c, argv, &names, pg, &tally);
    }
    printf("%d passed, %d failed\n", tally.passed, tally.failed);
    arena_free(c.mem);
    return tally.failed ? 1 : 0;
}
