#include "proof.h"

#include "../../src/base/map.h"
#include "gen/sql.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

/*
 * A hand-over is returned while its receiver reads it. No read that began after the return
 * was acknowledged may show it, and in the ledger no leaf that served it may stand behind
 * the leaf of its return.
 */

enum { READERS = 6, READS = 10000, ROUNDS_MAX = 100000 };

struct race {
    struct server *server;
    const char *_Atomic target;
    atomic_bool returned; /* the return of the present target was acknowledged */
    atomic_int round;
    atomic_bool over;
    atomic_int reads;
    atomic_int late;  /* served although it had been returned */
    atomic_int other; /* neither served nor missing */
};

static void *
read_on(void *arg)
{
    struct race *r = arg;
    struct arena *mem = arena_new();

    while (!atomic_load(&r->over)) {
        const int round = atomic_load(&r->round);
        const char *target = atomic_load(&r->target);
        const bool returned = atomic_load(&r->returned);
        struct answer a;

        ask_get(r->server, mem, "200001", target, &a);
        atomic_fetch_add(&r->reads, 1);
        /* the flag holds only if no new round began since it was read */
        if (a.status == 200 && returned && round == atomic_load(&r->round))
            atomic_fetch_add(&r->late, 1);
        if (a.status != 200 && a.status != 404 && a.status != 503)
            atomic_fetch_add(&r->other, 1);
        arena_reset(mem);
    }
    arena_free(mem);
    return NULL;
}

/* Sends a hand-over, lets it be read, returns it. */
static bool
play_round(struct proof *p, struct race *r, const char *case_id, const char *desk)
{
    struct arena_mark pass = arena_mark(p->c->mem);
    struct server *s = r->server;
    struct answer a;
    const char *id;
    const char *target;

    atomic_fetch_add(&r->round, 1);
    atomic_store(&r->returned, false);
    ask_post(s, p->c->mem, "100001",
             arena_printf(p->c->mem, "/cases/%s/referrals", case_id),
             arena_printf(p->c->mem,
                          "desk=%s ask=advice purpose=競い合い handed=競い合い", desk),
             &a);
    if (!hold(p, a.status == 201, "send: status %d: %s", a.status, a.body))
        return false;
    id = made(p->c->mem, &a);
    /* targets outlive the round: a reader may still hold the one before */
    target =
        arena_printf(s->mem, atomic_load(&r->round) % 2 ? "/referrals/%s" : "/cases/%s",
                     atomic_load(&r->round) % 2 ? id : case_id);
    atomic_store(&r->target, target);
    for (int from = atomic_load(&r->reads); atomic_load(&r->reads) < from + READERS;)
        sched_yield();
    ask_post(s, p->c->mem, "200001",
             arena_printf(p->c->mem, "/referrals/%s/return", id),
             "reason=other explain=競い合い", &a);
    atomic_store(&r->returned, true);
    if (!hold(p, a.status == 200, "return: status %d: %s", a.status, a.body))
        return false;
    for (int from = atomic_load(&r->reads); atomic_load(&r->reads) < from + READERS;)
        sched_yield();
    arena_rewind(p->c->mem, pass);
    return true;
}

static bool
run_race(struct proof *p, struct house *h)
{
    struct race *r = ARENA_NEW(p->c->mem, struct race);
    const char *desk = desk_of(p, h, "200001");
    pthread_t t[READERS];
    struct answer a;
    const char *case_id;
    bool ok = true;

    ask_post(h->server, p->c->mem, "100001", "/cases", "words=競い合い", &a);
    case_id = made(p->c->mem, &a);
    r->server = h->server;
    atomic_store(&r->target, arena_printf(h->server->mem, "/cases/%s", case_id));
    for (int i = 0; i < READERS; i++)
        if (pthread_create(&t[i], NULL, read_on, r) != 0)
            return hold(p, false, "no thread");
    for (int i = 0; ok && i < ROUNDS_MAX && atomic_load(&r->reads) < READS * p->scale;
         i++)
        ok = play_round(p, r, case_id, desk);
    atomic_store(&r->over, true);
    for (int i = 0; i < READERS; i++)
        pthread_join(t[i], NULL);
    return ok
           && hold(p, !atomic_load(&r->late), "%d served late", atomic_load(&r->late))
           && hold(p, !atomic_load(&r->other), "%d odd answers",
                   atomic_load(&r->other));
}

/* What the leaves said so far. */
struct tracks {
    struct map returned; /* hand-overs */
    size_t served;
    size_t missing;
    size_t returns;
    bool open; /* the one case is open to the receiver now */
};

static bool
read_leaf(struct proof *p, const struct leaf *l, uint64_t seq, struct tracks *k)
{
    const bool reads = l->outcome == LEAF_SERVED;

    k->missing += l->outcome == LEAF_MISSING;
    if (strcmp(l->act, "referral.send") == 0 && l->outcome == LEAF_CHANGED)
        k->open = true;
    for (size_t i = 0; i < l->things.n; i++) {
        const struct leaf_thing *t = &l->things.v[i];
        const char *id = arena_strdup(p->c->mem, t->id.s);

        if (t->kind == LEAF_REFERRAL && strcmp(l->act, "referral.return") == 0
            && l->outcome == LEAF_CHANGED) {
            map_add(p->c->mem, &k->returned, id, "");
            k->returns++;
            k->open = false;
        }
        if (reads && t->kind == LEAF_REFERRAL && map_has(&k->returned, id))
            return hold(p, false, "leaf %d served a returned one", (int)seq);
        if (reads && t->kind == LEAF_CASE && !k->open)
            return hold(p, false, "leaf %d served a case that was closed", (int)seq);
        k->served += reads;
    }
    return true;
}

/* Reads all leaves in order; only the receiver reads in this office. */
static bool
order_holds(struct proof *p, const struct house *h)
{
    struct sql_leaf_range_rows rows = { 0 };
    struct tracks k = { .served = 0 };
    bool ok = house_store(p->c, h, "niiza") && db_begin(p->c, false)
              && sql_leaf_range(
                  p->c, &(struct sql_leaf_range_in){ .after = 0, .n = 200000 }, &rows);

    for (size_t i = 0; ok && i < rows.n; i++) {
        struct leaf l;
        uint64_t seq;

        ok = hold(p,
                  leaf_decode(p->c->mem, rows.v[i].body.p, rows.v[i].body.n, &l, &seq)
                      == LEAF_GOOD,
                  "a leaf cannot be read")
             && read_leaf(p, &l, seq, &k);
    }
    db_rollback(p->c);
    db_end(&p->c->db);
    printf("     race: %zu returns, %zu things served, %zu reads that found nothing\n",
           k.returns, k.served, k.missing);
    return ok && hold(p, k.served && k.missing && k.returns, "nothing was raced");
}

bool
prove_race(struct proof *p)
{
    struct house h;
    bool ok = house_copy(p->c, p->base, &h) && house_open(p->c, &h) && run_race(p, &h);

    house_close(&h);
    ok = ok && order_holds(p, &h) && house_sound(p->c, &h, "niiza", NULL);
    house_remove(&h);
    return ok;
}
