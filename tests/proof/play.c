#include "proof.h"

#include "../../src/cli/demo_staff.h"
#include "../walk/paper_text.h"
#include "gen/sql.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * The model household's year, S-00 to S-19, played against a server that is killed at random and
 * started again. Every act bears a key of its own, as a page gives it. What was acknowledged
 * before a death must be there after it, what was not is there whole or not at all; either way
 * the same act is sent once more, and the play goes on. In the end the ledger must tell of each
 * act as often as in a play that nothing disturbed.
 */

enum {
    SCENES_MAX = 600,
    STATE_MAX = 32 * 1024,
    WALK_MAX = 256 * 1024,
    ALIVE_MS = 250,   /* a life is that long at most, longer if it came nowhere */
    DURABLE_MAX = 36, /* and so for the durable call it dies at */
    ACTS_MAX = 8      /* and for the act */
};

/* One request of the walk with what is looked for in its answer, as a walk of its own. */
struct scene {
    const char *text;
    bool posts;
    bool acts; /* and is done */
};

struct play {
    struct proof *p;
    struct house h;
    enum channel door;
    struct scene scenes[SCENES_MAX];
    size_t n;
    size_t due[SCENES_MAX + 1]; /* acts in the ledger before a scene */
    size_t lives;
    size_t deaths;
    size_t between; /* deaths after which an act was there of which nobody was told */
    size_t lost;    /* deaths after which the act under way was not there */
};

/*
 * What outlives the killed: two states, of which the one that turn is odd or even for is whole.
 */
struct slate {
    _Atomic size_t turn;
    atomic_bool over;    /* the child ended the play, or could not go on */
    _Atomic int64_t now; /* never goes back, as no clock should */
    struct state {
        size_t scene; /* the next one */
        size_t n;
        char kept[STATE_MAX]; /* names and values, each ended by NUL */
    } state[2];
    char cause[600];
};

static bool
starts(const char *line, const char *word)
{
    const size_t n = strlen(word);

    return strncmp(line, word, n) == 0 && (line[n] == ' ' || line[n] == '\t');
}

/* A line that begins a scene, at one door perhaps: all before the next belongs to it. */
static bool
begins(const char *line)
{
    const bool at_door = starts(line, "on");
    static const char *const WORDS[] = { "post",    "get",     "wait",   "desk",
                                         "desk_of", "post_of", "follow", "as" };

    for (int i = 0; at_door && i < 2; i++) { /* "on web get /ledger" */
        line += strcspn(line, " \t");
        line += strspn(line, " \t");
    }
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (starts(line, WORDS[i]))
            return true;
    return false;
}

/* Cuts the walk into scenes; a post gets a key of its own. */
static bool
cut(struct play *y, const char *text)
{
    struct arena *mem = y->p->c->mem;
    const char *as = "as -";

    for (const char *p = text; *p;) {
        const size_t n = strcspn(p, "\n");
        const char *line = arena_copy(mem, p, n);
        struct scene *last = y->n ? &y->scenes[y->n - 1] : NULL;

        p += n + (p[n] == '\n');
        if (starts(line, "as"))
            as = line;
        if (!*line || *line == '#' || starts(line, "as") || starts(line, "town")
            || starts(line, "door"))
            continue;
        if (!begins(line)) {
            if (last) {
                last->acts |= last->posts && strcmp(line, "status ok") == 0;
                last->text = arena_printf(mem, "%s%s\n", last->text, line);
            }
            continue;
        }
        if (!hold(y->p, y->n < SCENES_MAX, "the walk is too long"))
            return false;
        y->scenes[y->n] = (struct scene){
            .posts = starts(line, "post"),
            .text = arena_printf(
                mem, "%s\n%s%s\n", as, line,
                starts(line, "post") ? arena_printf(mem, " key=play-%zu", y->n) : ""),
        };
        y->n++;
    }
    for (size_t i = 0; i < y->n; i++)
        y->due[i + 1] = y->due[i] + y->scenes[i].acts;
    return hold(y->p, y->n > 100 && y->due[y->n] > 50, "hardly a play: %zu scenes",
                y->n);
}

static void
put_state(struct slate *s, size_t scene, const struct fields *kept, size_t turn)
{
    struct state *to = &s->state[turn % 2];
    size_t at = 0;

    to->scene = scene;
    to->n = 0;
    for (size_t i = 0; i < kept->n; i++) {
        const size_t a = strlen(kept->v[i].name) + 1;
        const size_t b = strlen(kept->v[i].value) + 1;

        if (at + a + b > STATE_MAX)
            break;
        memcpy(to->kept + at, kept->v[i].name, a);
        memcpy(to->kept + at + a, kept->v[i].value, b);
        at += a + b;
        to->n++;
    }
    atomic_store(&s->turn, turn);
}

static void
get_kept(struct arena *mem, const struct state *from, struct fields *out)
{
    const char *p = from->kept;

    for (size_t i = 0; i < from->n; i++) {
        const char *name = arena_strdup(mem, p);

        p += strlen(p) + 1;
        fields_add(mem, out, name, arena_strdup(mem, p));
        p += strlen(p) + 1;
    }
}

/* Plays one scene in an arena of its own. */
static bool
perform(struct play *y,
        struct server *server,
        struct walk_clock *clock,
        size_t i,
        struct fields *kept)
{
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    const struct walk_how how = {
        .door = y->door,
        .town = "niiza",
        .password = DEMO_PASSWORD,
        .totp_secret = demo_totp_secret,
        .tokens = &y->h.tokens,
        .clock = clock,
        .paper_text = paper_text,
    };
    struct walk_result r = { .line = 0 };
    bool ok;

    for (size_t k = 0; k < kept->n; k++)
        fields_add(c.mem, &r.kept, kept->v[k].name, kept->v[k].value);
    ok = walk_run(&c, server, "play", y->scenes[i].text, &how, &r);
    *kept = (struct fields){ .n = 0 };
    for (size_t k = 0; k < r.kept.n; k++)
        fields_add(y->p->c->mem, kept, arena_strdup(y->p->c->mem, r.kept.v[k].name),
                   arena_strdup(y->p->c->mem, r.kept.v[k].value));
    if (!ok)
        hold(y->p, false, "scene %zu (%s): %s", i, y->scenes[i].text, c.err.text);
    arena_free(c.mem);
    return ok;
}

/* Acts are of persons; log-ins and the night's work come as they come. */
static bool
counts(const struct leaf *l)
{
    return l->outcome == LEAF_CHANGED && l->channel != LEAF_JOB
           && strncmp(l->act, "log", 3) != 0 && strncmp(l->act, "session", 7) != 0;
}

/* How many acts the ledger of an office tells of that nobody works in. */
static bool
read_acts(struct play *y, size_t *n)
{
    struct ctx *c = y->p->c;
    struct sql_leaf_range_rows rows = { 0 };
    bool ok = sql_leaf_range(c, &(struct sql_leaf_range_in){ .after = 0, .n = 200000 },
                             &rows);

    *n = 0;
    for (size_t i = 0; ok && i < rows.n; i++) {
        struct leaf l;
        uint64_t seq;

        ok = hold(y->p,
                  leaf_decode(c->mem, rows.v[i].body.p, rows.v[i].body.n, &l, &seq)
                      == LEAF_GOOD,
                  "a leaf cannot be read");
        *n += ok && counts(&l);
    }
    return ok;
}

static bool
nothing_half(struct proof *p, const struct sql_check_whole_row *k)
{
    return hold(p,
                !k->half_cases && !k->half_referrals && !k->half_steps
                    && !k->half_duties,
                "half an act: %d cases, %d hand-overs, %d steps, %d lines",
                (int)k->half_cases, (int)k->half_referrals, (int)k->half_steps,
                (int)k->half_duties)
           && hold(p, !k->half_wishes && !k->half_placements && !k->half_plans,
                   "half an act: %d wishes, %d placements, %d plans",
                   (int)k->half_wishes, (int)k->half_placements, (int)k->half_plans);
}

/* Looks at the store after a death before the scene, or at the end. */
static bool
look_after(struct play *y, size_t scene)
{
    struct ctx *c = y->p->c;
    struct arena_mark pass = arena_mark(c->mem);
    const size_t due = y->due[scene];
    const size_t more = scene < y->n && y->scenes[scene].acts;
    struct sql_check_whole_row k;
    size_t n = 0;
    bool ok = house_sound(c, &y->h, "niiza", NULL) && house_store(c, &y->h, "niiza")
              && db_begin(c, false);

    if (ok) {
        ok = sql_check_whole(c, &k) && read_acts(y, &n);
        db_rollback(c);
        db_end(&c->db);
    }
    ok = ok && nothing_half(y->p, &k)
         && hold(y->p, n >= due && n <= due + more,
                 "before scene %zu (%s): %zu acts were acknowledged, the ledger tells "
                 "of %zu",
                 scene, scene < y->n ? y->scenes[scene].text : "the end", due, n);
    y->between += more && n > due;
    y->lost += more && n == due;
    if (ok)
        arena_rewind(c->mem, pass);
    return ok;
}

/* How a life ends; 0: not so. */
struct death {
    int call;    /* at that durable call */
    int within;  /* at the first durable call of that act */
    int between; /* when that act is durable and nobody has been told */
};

static _Noreturn void
play_on(struct play *y, struct slate *slate, struct death death)
{
    const size_t turn = atomic_load(&slate->turn);
    const struct state *from = &slate->state[turn % 2];
    struct fields kept = { .n = 0 };
    struct faulty f;
    bool ok;

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    faulty_start(&f);
    atomic_store(&f.clock.now, atomic_load(&slate->now));
    y->h.machine = &f.machine;
    get_kept(y->p->c->mem, from, &kept);
    ok = house_open(y->p->c, &y->h);
    atomic_store(&f.kill_in, death.call);
    for (size_t i = from->scene, t = turn + 1; ok && i < y->n; i++, t++) {
        atomic_fetch_add(&f.clock.now,
                         1000); /* who logs in last is known by the time */
        atomic_store(&slate->now, atomic_load(&f.clock.now));
        if (y->scenes[i].acts && death.within && --death.within == 0)
            atomic_store(&f.kill_in, 1);
        ok = perform(y, y->h.server, &f.clock, i, &kept);
        if (y->scenes[i].acts && death.between && --death.between == 0)
            kill(getpid(), SIGKILL);
        atomic_store(&slate->now, atomic_load(&f.clock.now));
        if (ok)
            put_state(slate, i + 1, &kept, t);
    }
    if (!ok)
        snprintf(slate->cause, sizeof slate->cause, "%s", y->p->c->err.text);
    atomic_store(&f.kill_in, 0);
    house_close(&y->h);
    atomic_store(&slate->over, true);
    _exit(ok ? 0 : 1);
}

/*
 * Lets a child live until it dies: killed at any time, by itself within an act, or by itself
 * behind one, in turn.
 */
static bool
one_life(struct play *y, struct slate *slate, size_t stuck)
{
    const uint32_t longer = 1 + (uint32_t)stuck;
    const size_t way = y->lives++ % 3;
    struct death death = { .call = 0 };
    uint32_t r;
    int status = 0;
    pid_t child;

    machine_random(&machine_real, &r, sizeof r);
    if (way == 0)
        death.call = 1 + (int)(r % (DURABLE_MAX * longer));
    else if (way == 1)
        death.within = 1 + (int)(r % ACTS_MAX);
    else
        death.between = 1 + (int)(r % ACTS_MAX);
    fflush(stdout);
    child = fork();
    if (child == 0)
        play_on(y, slate, death);
    if (child > 0 && way == 0) {
        usleep((useconds_t)(r % (ALIVE_MS * longer)) * 1000);
        kill(child, SIGKILL);
    }
    return hold(y->p, child > 0 && waitpid(child, &status, 0) == child, "no child")
           && hold(y->p, !slate->cause[0], "%s", slate->cause)
           && hold(y->p,
                   atomic_load(&slate->over)
                       || (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL),
                   "the child ended by itself, status %d", status);
}

/* Plays all scenes through as many lives as it takes. */
static bool
play_through(struct play *y, struct slate *slate)
{
    size_t stuck = 0;
    bool ok = true;

    put_state(slate, 0, &(struct fields){ .n = 0 }, 0);
    atomic_store(&slate->now, HOUSE_MORNING);
    while (ok && !atomic_load(&slate->over)) {
        const size_t turn = atomic_load(&slate->turn);

        y->h.machine = &y->h.clock.machine;
        ok = one_life(y, slate, stuck);
        stuck = atomic_load(&slate->turn) > turn ? 0 : stuck + 1;
        atomic_store(&y->h.clock.now, atomic_load(&slate->now));
        if (!atomic_load(&slate->over)) {
            y->deaths++;
            ok = ok && look_after(y, slate->state[atomic_load(&slate->turn) % 2].scene);
        }
    }
    return ok && look_after(y, y->n);
}

static bool
play_at(struct proof *p, const char *text, enum channel door, struct play *y)
{
    struct slate *slate = mmap(NULL, sizeof *slate, PROT_READ | PROT_WRITE,
                               MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    const size_t deaths = y->deaths;
    bool ok = hold(p, slate != MAP_FAILED, "no shared memory");

    y->p = p;
    y->door = door;
    y->n = 0;
    ok = ok && cut(y, text) && house_copy(p->c, p->base, &y->h)
         && play_through(y, slate);
    if (slate != MAP_FAILED)
        munmap(slate, sizeof *slate);
    house_remove(&y->h);
    return ok && hold(p, y->deaths > deaths + 3, "hardly ever killed");
}

bool
prove_play(struct proof *p)
{
    static const enum channel DOORS[] = { CHANNEL_CLI, CHANNEL_WEB, CHANNEL_API };
    const char *file = arena_printf(
        p->c->mem, "%s/../tests/walk/S-00-model-household-niiza.walk", p->profiles);
    const char *text = machine_read(&machine_real, p->c->mem, file, WALK_MAX, NULL);
    struct play *y = ARENA_NEW(p->c->mem, struct play);
    int64_t plays = 0;
    bool ok = hold(p, text != NULL, "%s cannot be read", file);

    for (; ok && plays < p->scale; plays++)
        ok = play_at(p, text, DOORS[plays % 3], y);
    printf("     play: %d plays of %zu scenes, %zu acts each; %zu deaths, after %zu of "
           "them the act under way was there, after %zu not\n",
           (int)plays, y->n, y->due[y->n], y->deaths, y->between, y->lost);
    return ok && hold(p, y->between && y->lost, "no act was ever under way");
}
