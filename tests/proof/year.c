#include "year_part.h"

#include "../../src/cli/walk_text.h"
#include "gen/sql.h"

#include <stdio.h>
#include <string.h>

/*
 * A town lives through a year by the acts that staff use, under a clock that moves: intake,
 * triage, hand-over, acceptance or return, contacts, steps, plans, sittings, closing; somebody
 * leaves without a word, somebody hands over in spring. Much is left undone on purpose. Each
 * month one question is put to the store: has every open case somebody who answers for it, a
 * next step and a date, and has every hand-over arrived or stands on a work list?
 */

enum { INTAKES = 400, NIGHTS_MAX = 200 };
#define DAY_MS INT64_C(86400000)

static const char *const NAMES[WHAT_N] = { "triage",   "refer", "answer", "contact",
                                           "complete", "plan",  "close" };

/* The account of 100003, whom the list of successors names. */
static const char *
successor(struct year *y, const char *as, const char *target)
{
    struct answer a;
    const char *id;

    ask_get(y->h->server, y->p->c->mem, as, target, &a);
    id = walk_match(y->p->c->mem,
                    "\"id\": ?\"([A-Za-z0-9_-]{22})\", \"name\": ?\"見本 三枝\"",
                    a.body);
    return id ? id : "";
}

static bool
hand_over(struct year *y, const char *as, const char *post)
{
    struct arena *mem = y->p->c->mem;
    const char *list = arena_printf(mem, "/handovers?post=%s", post);
    struct answer a;

    ask_post(y->h->server, mem, as, "/handovers",
             arena_printf(mem, "from=%s to=%s mind=春の引きつぎ", post,
                          successor(y, as, list)),
             &a);
    if (!hold(y->p, done(&a), "hand-over: status %d: %s", a.status, a.body))
        return false;
    ask_post(y->h->server, mem, "100003", "/handovers/accept", "", &a);
    return hold(y->p, done(&a), "successor: status %d: %s", a.status, a.body);
}

static bool
leave(struct year *y, const char *post)
{
    struct arena *mem = y->p->c->mem;
    struct answer a;

    ask_post(y->h->server, mem, "100008", arena_printf(mem, "/posts/%s/end", post),
             arena_printf(mem, "until_on=%s", year_day(y, 0)), &a);
    return hold(y->p, done(&a), "%s leaves: status %d: %s", post, a.status, a.body);
}

/* Posts end with the fiscal year; who stays gets one of the next, ahead of time. */
static bool
renew(struct year *y)
{
    static const struct {
        const char *login;
        const char *role;
        const char *kind;
    } STAY[] = { { "100002", "desk_worker", "city" },
                 { "100003", "coordinator", "city" },
                 { "100008", "admin", "city" },
                 { "100009", "head", "city" },
                 { "200001", "contractor", "commissioned" },
                 { "200002", "contractor", "commissioned" } };
    struct arena *mem = y->p->c->mem;
    struct answer all;
    struct answer a;

    ask_get(y->h->server, mem, "100008", "/users", &all);
    for (size_t i = 0; i < sizeof STAY / sizeof *STAY; i++) {
        const char *who = walk_match(
            mem,
            arena_printf(mem, "users/([A-Za-z0-9_-]{22})\", \"login\": ?\"%s\"",
                         STAY[i].login),
            all.body);

        ask_post(y->h->server, mem, "100008",
                 arena_printf(mem, "/users/%s/posts", who ? who : "-"),
                 arena_printf(mem,
                              "desk=%s role=%s kind=%s from_on=2027-04-01 "
                              "until_on=2028-03-31",
                              desk_of(y->p, y->h, STAY[i].login), STAY[i].role,
                              STAY[i].kind),
                 &a);
        if (!hold(y->p, done(&a), "%s stays: status %d: %s", STAY[i].login, a.status,
                  a.body))
            return false;
    }
    return true;
}

/*
 * 100004 leaves at new year without a word, and the head finds it by what the night puts on
 * the list; 100001 hands all over on the last day of March.
 */
static bool
staff(struct year *y)
{
    const struct ymd d = day_ymd(day_of(atomic_load(&y->h->clock.now)));

    if (d.month == 12 && d.day == 28 && !leave(y, y->promoter_post))
        return false;
    if (d.month == 12 && d.day == 29)
        y->gone = true;
    if (d.month == 1 && d.day == 8)
        return hand_over(y, "100009", y->promoter_post);
    if (d.month == 3 && d.day == 20)
        return renew(y);
    if (d.month == 3 && d.day == 31) {
        if (!hand_over(y, "100001", y->lead_post) || !leave(y, y->lead_post))
            return false;
        y->spring = true;
    }
    return true;
}

/* What the store says in the morning; night: whether the night's work is done. */
static bool
question(struct year *y, struct sql_check_open_row *k, bool *night)
{
    struct ctx *c = y->p->c;
    struct sql_setting_get_row row;
    struct day told = { DAY_NONE };
    const int64_t now = atomic_load(&y->h->clock.now);
    bool found = false;
    bool ok;

    ok = house_store(c, y->h, "niiza") && db_begin(c, false)
         && sql_setting_get(c, &(struct sql_setting_get_in){ .name = "night_on" }, &row,
                            &found)
         && sql_check_open(c, &(struct sql_check_open_in){ .now = now }, k);
    db_rollback(c);
    *night = ok && found && day_read(row.value, &told) && told.n >= day_of(now).n;
    db_end(&c->db);
    return ok;
}

/* What the acts themselves have to see to, before any night puts it right. */
static bool
forgotten(struct year *y, const struct sql_check_open_row *k, const char *when)
{
    return hold(y->p, k->cases == (int64_t)y->n, "day %d %s: %d cases of %zu", y->today,
                when, (int)k->cases, y->n)
           && hold(y->p, !k->no_step && !k->no_line && !k->no_contact && !k->lost,
                   "day %d %s: of %d open cases %d have no next step, %d no day of "
                   "contact; %d steps have no line; %d hand-overs are lost",
                   y->today, when, (int)k->open, (int)k->no_step, (int)k->no_contact,
                   (int)k->no_line, (int)k->lost);
}

/* The night's work goes on while others work; asks until it is done, then puts the question. */
static bool
ask_the_store(struct year *y)
{
    struct sql_check_open_row k = { 0 };
    bool night = false;

    house_close(y->h);
    if (!question(y, &k, &night) || !forgotten(y, &k, "in the evening")
        || !house_open(y->p->c, y->h))
        return false;
    for (int i = 0; !night && i < NIGHTS_MAX; i++) {
        struct answer a;

        for (int j = 0; j < 50; j++)
            ask_get(y->h->server, y->p->c->mem, "100009", "/today", &a);
        house_close(y->h);
        if (!question(y, &k, &night) || !house_open(y->p->c, y->h))
            return false;
    }
    y->most_open = k.open > y->most_open ? k.open : y->most_open;
    return hold(y->p, night, "day %d: the night's work does not end", y->today)
           && forgotten(y, &k, "in the morning")
           && hold(y->p, !k.no_owner && !k.unseen,
                   "day %d: %d cases have no owner, %d lines stand where nobody works",
                   y->today, (int)k.no_owner, (int)k.unseen);
}

static bool
one_day(struct year *y, size_t intakes)
{
    struct events *e = &y->days[y->today];

    if (!staff(y))
        return false;
    for (size_t i = 0; i < intakes; i++) {
        struct arena_mark pass = arena_mark(y->p->c->mem);

        if (!year_receive(y))
            return false;
        arena_rewind(y->p->c->mem, pass);
    }
    for (size_t i = 0; i < e->n; i++) { /* what follows on the same day comes behind */
        struct arena_mark pass = arena_mark(y->p->c->mem);

        if (!year_run(y, e->v[i]))
            return false;
        arena_rewind(y->p->c->mem, pass);
    }
    return true;
}

static bool
live(struct year *y, size_t all)
{
    bool ok = true;

    for (int i = 0; i < WHO_N; i++)
        y->desks[i] = arena_strdup(y->lives_mem, desk_of(y->p, y->h, year_logins[i]));
    y->lead_post = arena_strdup(y->lives_mem, post_of(y->p, y->h, "100001"));
    y->promoter_post = arena_strdup(y->lives_mem, post_of(y->p, y->h, "100004"));
    for (y->today = 0; ok && y->today < DAYS; y->today++) {
        const struct ymd d = day_ymd(day_of(atomic_load(&y->h->clock.now)));
        const size_t until = all * (size_t)(y->today + 1) / DAYS;

        ok = (d.day != 1 || ask_the_store(y)) && one_day(y, until - y->n);
        atomic_fetch_add(&y->h->clock.now, DAY_MS);
    }
    return ok && ask_the_store(y);
}

static void
tell(const struct year *y)
{
    printf("     year: %zu cases, at most %d open at the end of a month;", y->n,
           (int)y->most_open);
    for (int i = 0; i < WHAT_N; i++)
        printf(" %s %d+%d", NAMES[i], (int)y->done[i], (int)y->refused[i]);
    putchar('\n');
}

bool
prove_year(struct proof *p)
{
    const size_t all = (size_t)(INTAKES * p->scale);
    struct year y = { .p = p, .lives_mem = arena_new(), .seed = 20260507 };
    struct house h;
    bool ok = house_copy(p->c, p->base, &h) && house_open(p->c, &h);

    y.h = &h;
    y.lives = ARENA_ARRAY(y.lives_mem, all, struct life);
    ok = ok && live(&y, all);
    tell(&y);
    for (int i = 0; ok && i < WHAT_N; i++)
        ok = hold(p, y.done[i] > 0, "%s was never done", NAMES[i]);
    if (h.server)
        house_close(&h);
    ok = ok && house_sound(p->c, &h, "niiza", NULL);
    house_remove(&h);
    arena_free(y.lives_mem);
    return ok;
}
