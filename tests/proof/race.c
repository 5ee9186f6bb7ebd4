#include "proof.h"

#include "../../src/base/map.h"
#include "gen/sql.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

/*
 * A hand-over is returned, or consent withdrawn, while the receiver reads. No read that began
 * after that was acknowledged may show anything, and in the ledger no leaf that served it may
 * stand behind the leaf of its end.
 */

enum { READERS = 6, READS = 10000, ROUNDS_MAX = 100000 };

struct race {
    struct server *server;
    bool consent; /* what ends is consent, not a hand-over */
    const char *_Atomic target;
    atomic_bool returned; /* the end of the present target was acknowledged */
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

/* Gives: a hand-over to the desk, or consent that names it. */
static bool
give(struct proof *p,
     struct race *r,
     const char *case_id,
     const char *desk,
     struct answer *a)
{
    const char *kind = r->consent ? "consents" : "referrals";
    const char *fields =
        r->consent
            ? arena_printf(p->c->mem,
                           "answer=given sharing=1 parties=%s items=welfare "
                           "purpose=競い合い how=paper until_on=2029-03-31",
                           desk)
            : arena_printf(p->c->mem,
                           "desk=%s ask=advice purpose=競い合い handed=競い合い", desk);

    ask_post(r->server, p->c->mem, "100001",
             arena_printf(p->c->mem, "/cases/%s/%s", case_id, kind), fields, a);
    return hold(p, a->status == 201, "%s: status %d: %s", kind, a->status, a->body);
}

/* Takes it back: the receiver returns it, or the person withdraws. */
static bool
take_back(struct proof *p, struct race *r, const char *id, struct answer *a)
{
    if (r->consent)
        ask_post(r->server, p->c->mem, "100001",
                 arena_printf(p->c->mem, "/consents/%s/withdraw", id), "words=競い合い",
                 a);
    else
        ask_post(r->server, p->c->mem, "200001",
                 arena_printf(p->c->mem, "/referrals/%s/return", id),
                 "reason=other explain=競い合い", a);
    atomic_store(&r->returned, true);
    return hold(p, a->status == 200, "the end: status %d: %s", a->status, a->body);
}

/* Gives, lets it be read, takes it back. */
static bool
play_round(struct proof *p, struct race *r, const char *case_id, const char *desk)
{
    struct arena_mark pass = arena_mark(p->c->mem);
    struct answer a;
    const char *id;
    const char *target;

    atomic_fetch_add(&r->round, 1);
    atomic_store(&r->returned, false);
    if (!give(p, r, case_id, desk, &a))
        return false;
    id = made(p->c->mem, &a);
    /* targets outlive the round: a reader may still hold the one before */
    target = !r->consent && atomic_load(&r->round) % 2
                 ? arena_printf(r->server->mem, "/referrals/%s", id)
                 : arena_printf(r->server->mem, "/cases/%s", case_id);
    atomic_store(&r->target, target);
    for (int from = atomic_load(&r->reads); atomic_load(&r->reads) < from + READERS;)
        sched_yield();
    if (!take_back(p, r, id, &a))
        return false;
    for (int from = atomic_load(&r->reads); atomic_load(&r->reads) < from + READERS;)
        sched_yield();
    arena_rewind(p->c->mem, pass);
    return true;
}

static bool
run_race(struct proof *p, struct house *h, bool consent)
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
    r->consent = consent;
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
    const bool changed = l->outcome == LEAF_CHANGED;

    k->missing += l->outcome == LEAF_MISSING;

    if (changed
        && (strcmp(l->act, "referral.send") == 0
            || strcmp(l->act, "consent.record") == 0))
        k->open = true;
    if (changed && strcmp(l->act, "consent.withdraw") == 0) {
        k->open = false;
        k->returns++;
    }
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

static bool
race(struct proof *p, bool consent)
{
    struct house h;
    bool ok = house_copy(p->c, p->base, &h) && house_open(p->c, &h)
              && run_race(p, &h, consent);

    house_close(&h);
    ok = ok && order_holds(p, &h) && house_sound(p->c, &h, "niiza", NULL);
    house_remove(&h);
    return ok;
}

bool
prove_race(struct proof *p)
{
    return race(p, false) && race(p, true);
}
