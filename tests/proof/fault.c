#include "proof.h"

#include "gen/sql.h"

#include <pthread.h>
#include <string.h>

/* What the office does while its store takes nothing. */

struct scene {
    struct house house;
    struct faulty faulty;
    const char *case_path;
};

/* An office with one case about somebody, on a machine that can fail. */
static bool
set_scene(struct proof *p, struct scene *s)
{
    struct answer a;

    faulty_start(&s->faulty);
    if (!house_copy(p->c, p->base, &s->house))
        return false;
    s->house.machine = &s->faulty.machine;
    if (!house_open(p->c, &s->house))
        return false;
    ask_post(s->house.server, p->c->mem, "100001", "/cases",
             "words=秘密の言葉 name=試験 秘匿子 place=秘密の町", &a);
    s->case_path = arena_printf(p->c->mem, "/cases/%s", made(p->c->mem, &a));
    return hold(p, a.status == 201, "status %d", a.status);
}

static bool
tells_nothing(struct proof *p, const struct answer *a, const char *what)
{
    return hold(p, a->status == 503, "%s: status %d", what, a->status)
           && hold(p, !strstr(a->body, "秘") && !strstr(a->body, "R8-"),
                   "%s: something personal was served", what)
           && hold(p, !a->location, "%s: points to %s", what, a->location);
}

/* Papers of the case: their text is packed, so that nothing of one may be there at all. */
static bool
prints_nothing(struct proof *p, const struct answer *a, const char *what)
{
    return tells_nothing(p, a, what)
           && hold(p, !memmem(a->body, a->n, "%PDF", 4), "%s: a paper was served",
                   what);
}

static bool
refuse_prints(struct proof *p, struct scene *s, const struct visitor *v)
{
    static const char *const PAPERS[] = { "/record.pdf", "/papers/reception_a.pdf",
                                          "/pictures.pdf" };
    struct server *server = s->house.server;
    struct answer a;

    for (size_t i = 0; i < sizeof PAPERS / sizeof *PAPERS; i++) {
        const char *target = arena_printf(p->c->mem, "%s%s", s->case_path, PAPERS[i]);
        bool paper;

        atomic_store(&s->faulty.refuse, false);
        web_get(server, p->c->mem, v, target, &a);
        paper = a.n > 4 && memcmp(a.body, "%PDF", 4) == 0;
        if (!hold(p, a.status == 200 && paper, "%s: status %d before", target,
                  a.status))
            return false;
        atomic_store(&s->faulty.refuse, true);
        web_get(server, p->c->mem, v, target, &a);
        if (!prints_nothing(p, &a, target))
            return false;
        ask_get(server, p->c->mem, "100001", target, &a);
        if (!prints_nothing(p, &a, target))
            return false;
    }
    return true;
}

static bool
refuse_leaves(struct proof *p, struct scene *s)
{
    static const char *const ADDRESSES[] = { NULL, "/cases", "/today", "/referrals" };
    struct server *server = s->house.server;
    struct visitor v;
    struct answer a;

    if (!hold(p, enter(server, p->c->mem, "100001", &v), "no log-in"))
        return false;
    for (size_t i = 0; i < sizeof ADDRESSES / sizeof *ADDRESSES; i++) {
        const char *target = ADDRESSES[i] ? ADDRESSES[i] : s->case_path;

        atomic_store(&s->faulty.refuse, false);
        web_get(server, p->c->mem, &v, target, &a);
        if (!hold(p, a.status == 200, "%s: status %d before", target, a.status))
            return false;
        atomic_store(&s->faulty.refuse, true);
        web_get(server, p->c->mem, &v, target, &a);
        if (!tells_nothing(p, &a, target))
            return false;
        ask_get(server, p->c->mem, "100001", target, &a);
        if (!tells_nothing(p, &a, target))
            return false;
    }
    if (!refuse_prints(p, s, &v))
        return false;
    atomic_store(&s->faulty.refuse, false);
    web_get(server, p->c->mem, &v, s->case_path, &a);
    return hold(p, a.status == 200 && strstr(a.body, "試験 秘匿子"), "not well again");
}

bool
prove_refused_leaf(struct proof *p)
{
    struct scene s = { .case_path = NULL };
    bool ok = set_scene(p, &s) && refuse_leaves(p, &s);

    house_close(&s.house);
    ok = ok && house_sound(p->c, &s.house, "niiza", NULL);
    house_remove(&s.house);
    return ok;
}

/* Counts the cases of a closed office; nothing of them is half done. */
static bool
whole_cases(struct proof *p, const struct house *h, int64_t expected)
{
    struct sql_check_whole_row row;
    bool ok = house_store(p->c, h, "niiza") && db_begin(p->c, false)
              && sql_check_whole(p->c, &row);

    db_rollback(p->c);
    db_end(&p->c->db);
    return ok
           && hold(p, row.cases == expected, "%d cases, expected %d", (int)row.cases,
                   (int)expected)
           && hold(p,
                   !row.half_cases && !row.half_referrals && !row.half_steps
                       && !row.half_duties,
                   "half an act: %d %d %d %d", (int)row.half_cases,
                   (int)row.half_referrals, (int)row.half_steps, (int)row.half_duties);
}

enum { MEMBERS = 8, DEATHS = 25 };

struct member {
    struct server *server;
    const char *fields;
    int status;
};

static void *
take_part(void *arg)
{
    struct member *m = arg;
    struct arena *mem = arena_new();
    struct answer a;

    ask_post(m->server, mem, "100001", "/cases", m->fields, &a);
    m->status = a.status;
    arena_free(mem);
    return NULL;
}

/* Two of the members send the same form: one case comes of both. */
static bool
die_once(struct proof *p, struct scene *s, int round)
{
    struct member m[MEMBERS];
    pthread_t t[MEMBERS];

    for (int i = 0; i < MEMBERS; i++) {
        const int key = i == MEMBERS - 1 ? 0 : i;

        m[i] = (struct member){
            .server = s->house.server,
            .fields = arena_printf(p->c->mem, "words=組 %d %d key=k%d-%d", round, key,
                                   round, key),
        };
    }
    atomic_store(&s->faulty.fail_commits, 1);
    for (int i = 0; i < MEMBERS; i++)
        if (pthread_create(&t[i], NULL, take_part, &m[i]) != 0)
            return hold(p, false, "no thread");
    for (int i = 0; i < MEMBERS; i++)
        pthread_join(t[i], NULL);
    for (int i = 0; i < MEMBERS; i++)
        if (!hold(p, m[i].status == 201 || m[i].status == 200,
                  "member %d of round %d: status %d", i, round, m[i].status))
            return false;
    return hold(p, atomic_load(&s->faulty.fail_commits) == 0, "no commit failed");
}

bool
prove_group_death(struct proof *p)
{
    struct scene s = { .case_path = NULL };
    bool ok = set_scene(p, &s);

    for (int i = 0; ok && i < DEATHS * p->scale; i++)
        ok = die_once(p, &s, i);
    house_close(&s.house);
    ok = ok && house_sound(p->c, &s.house, "niiza", NULL)
         && whole_cases(p, &s.house, 1 + (MEMBERS - 1) * DEATHS * p->scale);
    house_remove(&s.house);
    return ok;
}

static bool
fill_disk(struct proof *p, struct scene *s)
{
    static const char FORM[] = "words=長い話を書いた name=試験 満子 key=full-1";
    struct server *server = s->house.server;
    struct visitor v;
    struct answer a;

    if (!hold(p, enter(server, p->c->mem, "100001", &v), "no log-in"))
        return false;
    atomic_store(&s->faulty.refuse, true);
    web_post(server, p->c->mem, &v, "/cases", FORM, &a);
    if (!hold(p, a.status == 503, "status %d", a.status)
        || !hold(p, strstr(a.body, "長い話を書いた") && strstr(a.body, "試験 満子"),
                 "what was typed is gone"))
        return false;
    ask_post(server, p->c->mem, "100001", "/cases", FORM, &a);
    if (!hold(p, a.status == 503, "command line: status %d", a.status))
        return false;
    atomic_store(&s->faulty.refuse, false);
    web_post(server, p->c->mem, &v, "/cases", FORM, &a);
    if (!hold(p, a.status == 303, "afterwards: status %d", a.status))
        return false;
    web_post(server, p->c->mem, &v, "/cases", FORM, &a);
    return hold(p, a.status == 303, "once more: status %d", a.status);
}

bool
prove_full_disk(struct proof *p)
{
    struct scene s = { .case_path = NULL };
    bool ok = set_scene(p, &s) && fill_disk(p, &s);

    house_close(&s.house);
    ok =
        ok && house_sound(p->c, &s.house, "niiza", NULL) && whole_cases(p, &s.house, 2);
    house_remove(&s.house);
    return ok;
}
