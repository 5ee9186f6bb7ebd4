#include "proof.h"

#include "../../src/base/map.h"
#include "gen/sql.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

/*
 * A hand-over is returned, consent withdrawn, a seat's items taken from it, while the receiver
 * reads: the case, its plan and places, papers, the pack. No read that began after that was
 * acknowledged may show anything, and in the ledger no leaf that served it may stand behind
 * the leaf of its end.
 */

enum { READERS = 6, READS = 10000, ROUNDS_MAX = 100000, TARGETS_MAX = 6 };

/* What is in all that is raced for. */
#define WORD "競い合い"

enum way { WAY_REFERRAL, WAY_CONSENT, WAY_SEAT, WAY_N };

static const struct {
    const char *gives; /* acts of the ledger */
    const char *ends;
    const char *targets[TARGETS_MAX]; /* %s: the name of what is put in; read in turn */
} WAYS[WAY_N] = {
    { "referral.send", "referral.return", { "/cases/{case}", "/referrals/{given}" } },
    { "consent.record",
      "consent.withdraw",
      { "/cases/{case}", "/support-plans/{plan}", "/cases/{case}/record.pdf",
        "/cases/{case}/places", "/support-plans/{plan}/plan.pdf" } },
    { "seat.items", "seat.items", { "/meetings/{sitting}/pack" } },
};

struct race {
    struct server *server;
    enum way way;
    struct fields ids; /* of what the targets name */
    struct aim {
        const char *path;
        size_t which;
    } * _Atomic aim;
    atomic_bool returned; /* the end of what is aimed at was acknowledged */
    atomic_int round;
    atomic_bool over;
    atomic_int reads;
    atomic_int served[TARGETS_MAX];
    atomic_int late;  /* served although it had been returned */
    atomic_int other; /* neither served nor missing */
};

/* A pack without any item is served too. */
static bool
serves(const struct race *r, const struct answer *a)
{
    return a->status == 200 && (r->way != WAY_SEAT || strstr(a->body, WORD));
}

static void *
read_on(void *arg)
{
    struct race *r = arg;
    struct arena *mem = arena_new();

    while (!atomic_load(&r->over)) {
        const int round = atomic_load(&r->round);
        const struct aim *aim = atomic_load(&r->aim);
        const bool returned = atomic_load(&r->returned);
        struct answer a;

        ask_get(r->server, mem, "200001", aim->path, &a);
        atomic_fetch_add(&r->reads, 1);
        if (serves(r, &a)) {
            atomic_fetch_add(&r->served[aim->which], 1);
            /* the flag holds only if no new round began since it was read */
            if (returned && round == atomic_load(&r->round))
                atomic_fetch_add(&r->late, 1);
        }
        if (a.status != 200 && a.status != 404 && a.status != 503)
            atomic_fetch_add(&r->other, 1);
        arena_reset(mem);
    }
    arena_free(mem);
    return NULL;
}

/* Fills {names} in. */
static const char *
filled(struct arena *mem, const struct fields *ids, const char *path)
{
    struct buf b = buf_new(mem);

    while (*path) {
        const size_t n = strcspn(path, "{");

        buf_add(&b, path, n);
        path += n;
        if (*path) {
            const char *name = arena_copy(mem, path + 1, strcspn(path, "}") - 1);

            buf_str(&b, fields_get(ids, name));
            path += strcspn(path, "}") + 1;
        }
    }
    return buf_text(&b);
}

/* Keeps an id under its name, in place of the one before. */
static void
know(struct race *r, const char *name, const char *id)
{
    const char *kept = arena_strdup(r->server->mem, id);

    for (size_t i = 0; i < r->ids.n; i++)
        if (strcmp(r->ids.v[i].name, name) == 0) {
            r->ids.v[i].value = kept;
            return;
        }
    fields_add(r->server->mem, &r->ids, name, kept);
}

/* Does the act; what it made is known by the name from then on. */
static bool
make(struct proof *p,
     struct race *r,
     const char *name,
     const char *as,
     const char *target,
     const char *fields)
{
    struct arena *mem = p->c->mem;
    struct answer a;

    ask_post(r->server, mem, as, filled(mem, &r->ids, target),
             filled(mem, &r->ids, fields), &a);
    if (!hold(p, a.status == 201 || a.status == 200, "%s: status %d: %s", target,
              a.status, a.body))
        return false;
    if (name)
        know(r, name, made(mem, &a));
    return true;
}

/* What is there before anything is given. */
static bool
prepare(struct proof *p, struct race *r)
{
    return make(p, r, "case", "100001", "/cases", "words=" WORD " name=" WORD)
           && make(p, r, "plan", "100001", "/cases/{case}/plan", "kind=multi_agency")
           && make(p, r, "wish", "100001", "/cases/{case}/wishes", "words=" WORD)
           && (r->way != WAY_SEAT
               || (make(p, r, "sitting", "100001", "/meetings",
                        "body=support_conference held_on=2026-05-07")
                   && make(p, r, "item", "100001", "/cases/{case}/agenda",
                           "sitting={sitting} why=02 purpose=" WORD)
                   && make(p, r, "seat", "100001", "/meetings/{sitting}/attendees",
                           "who=p.{post}")
                   && make(p, r, NULL, "100001", "/attendees/{seat}/secrecy",
                           "secrecy=signed")
                   && make(p, r, NULL, "100001", "/meetings/{sitting}/open", "")
                   && make(p, r, NULL, "100001", "/attendees/{seat}/items", "")));
}

/* Gives: a hand-over to the desk, consent that names it, an item to the seat. */
static bool
give(struct proof *p, struct race *r)
{
    switch (r->way) {
    case WAY_REFERRAL:
        return make(p, r, "given", "100001", "/cases/{case}/referrals",
                    "desk={desk} ask=advice purpose=" WORD " handed=" WORD);
    case WAY_CONSENT:
        return make(p, r, "given", "100001", "/cases/{case}/consents",
                    "answer=given sharing=1 parties={desk} items=welfare "
                    "items=coordination "
                    "purpose=" WORD " how=paper until_on=2029-03-31");
    default:
        return make(p, r, NULL, "100001", "/attendees/{seat}/items", "items={item}");
    }
}

/* Takes it back: the receiver returns it, the person withdraws, the seat loses the item. */
static bool
take_back(struct proof *p, struct race *r)
{
    bool ok;

    switch (r->way) {
    case WAY_REFERRAL:
        ok = make(p, r, NULL, "200001", "/referrals/{given}/return",
                  "reason=other explain=" WORD);
        break;
    case WAY_CONSENT:
        ok = make(p, r, NULL, "100001", "/consents/{given}/withdraw", "words=" WORD);
        break;
    default:
        ok = make(p, r, NULL, "100001", "/attendees/{seat}/items", "");
    }
    atomic_store(&r->returned, true);
    return ok;
}

/* Aims at the next of the way's targets; an aim outlives its round, some may still read it. */
static void
aim_at(struct race *r, size_t round)
{
    struct arena *mem = r->server->mem;
    struct aim *aim = ARENA_NEW(mem, struct aim);
    size_t n = 0;

    while (n < TARGETS_MAX && WAYS[r->way].targets[n])
        n++;
    aim->which = round % n;
    aim->path = filled(mem, &r->ids, WAYS[r->way].targets[aim->which]);
    atomic_store(&r->aim, aim);
}

static void
let_read(struct race *r)
{
    const int from = atomic_load(&r->reads);

    while (atomic_load(&r->reads) < from + READERS)
        sched_yield();
}

/* Gives, lets it be read, takes it back. */
static bool
play_round(struct proof *p, struct race *r)
{
    struct arena_mark pass = arena_mark(p->c->mem);
    bool ok;

    atomic_fetch_add(&r->round, 1);
    atomic_store(&r->returned, false);
    ok = give(p, r);
    if (ok) {
        aim_at(r, (size_t)atomic_load(&r->round));
        let_read(r);
        ok = take_back(p, r);
        let_read(r);
        arena_rewind(p->c->mem, pass);
    }
    return ok;
}

static bool
play_rounds(struct proof *p, struct race *r)
{
    const int64_t reads = r->way == WAY_REFERRAL ? READS : READS / 2;
    pthread_t t[READERS];
    bool ok = true;

    aim_at(r, 0);
    for (int i = 0; i < READERS; i++)
        if (pthread_create(&t[i], NULL, read_on, r) != 0)
            return hold(p, false, "no thread");
    for (int i = 0; ok && i < ROUNDS_MAX && atomic_load(&r->reads) < reads * p->scale;
         i++)
        ok = play_round(p, r);
    atomic_store(&r->over, true);
    for (int i = 0; i < READERS; i++)
        pthread_join(t[i], NULL);
    return ok;
}

static bool
run_race(struct proof *p, struct house *h, enum way way)
{
    struct race *r = ARENA_NEW(p->c->mem, struct race);
    bool ok;

    r->server = h->server;
    r->way = way;
    know(r, "desk", desk_of(p, h, "200001"));
    know(r, "post", post_of(p, h, "200001"));
    know(r, "given", "");
    ok = prepare(p, r) && play_rounds(p, r);
    for (size_t i = 0; ok && i < TARGETS_MAX && WAYS[way].targets[i]; i++)
        ok = hold(p, atomic_load(&r->served[i]) > 0, "%s was never served",
                  WAYS[way].targets[i]);
    return ok
           && hold(p, !atomic_load(&r->late), "%d served late", atomic_load(&r->late))
           && hold(p, !atomic_load(&r->other), "%d odd answers",
                   atomic_load(&r->other));
}

/* What the leaves said so far. */
struct tracks {
    enum way way;
    struct map returned; /* hand-overs */
    size_t served;
    size_t missing;
    size_t returns;
    bool open; /* the one case is open to the receiver now */
};

/* Follows what the acts open and end; the items of a seat are given and taken by one act. */
static void
follow(struct tracks *k, const struct leaf *l)
{
    const bool gives = strcmp(l->act, WAYS[k->way].gives) == 0;
    const bool ends = strcmp(l->act, WAYS[k->way].ends) == 0;
    const bool was = k->open;

    if (l->outcome != LEAF_CHANGED || (!gives && !ends))
        return;
    k->open = gives && ends ? !was : gives;
    k->returns += was && !k->open;
}

static bool
read_leaf(struct proof *p, const struct leaf *l, uint64_t seq, struct tracks *k)
{
    const bool reads = l->outcome == LEAF_SERVED;
    size_t cases = 0;

    follow(k, l);
    for (size_t i = 0; i < l->things.n; i++) {
        const struct leaf_thing *t = &l->things.v[i];
        const char *id = arena_strdup(p->c->mem, t->id.s);

        if (t->kind == LEAF_REFERRAL && strcmp(l->act, "referral.return") == 0
            && l->outcome == LEAF_CHANGED)
            map_add(p->c->mem, &k->returned, id, "");
        if (reads && t->kind == LEAF_REFERRAL && map_has(&k->returned, id))
            return hold(p, false, "leaf %d served a returned one", (int)seq);
        cases += t->kind == LEAF_CASE;
        if (reads && t->kind == LEAF_CASE && !k->open)
            return hold(p, false, "leaf %d served a case that was closed", (int)seq);
        k->served += reads;
    }
    k->missing += l->outcome == LEAF_MISSING || (reads && !cases);
    return true;
}

/* Reads all leaves in order; only the receiver reads in this office. */
static bool
order_holds(struct proof *p, const struct house *h, enum way way)
{
    struct sql_leaf_range_rows rows = { 0 };
    struct tracks k = { .way = way, .open = way == WAY_SEAT }; /* invited for all */
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
    printf(
        "     race by %s: %zu ends, %zu things served, %zu reads that found nothing\n",
        WAYS[way].ends, k.returns, k.served, k.missing);
    return ok && hold(p, k.served && k.missing && k.returns, "nothing was raced");
}

static bool
race(struct proof *p, enum way way)
{
    struct house h;
    bool ok =
        house_copy(p->c, p->base, &h) && house_open(p->c, &h) && run_race(p, &h, way);

    house_close(&h);
    ok = ok && order_holds(p, &h, way) && house_sound(p->c, &h, "niiza", NULL);
    house_remove(&h);
    return ok;
}

bool
prove_race(struct proof *p)
{
    return race(p, WAY_REFERRAL) && race(p, WAY_CONSENT) && race(p, WAY_SEAT);
}
