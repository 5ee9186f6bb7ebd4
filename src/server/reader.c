#include "server.h"

#include "../base/machine.h"

#include <string.h>

/*
 * Reader threads build answers from one snapshot each; slow threads prepare what takes long
 * (password hashes). Both only read.
 */

/*
 * A snapshot is kept for the units that follow as long as no act was committed: each leaf
 * that the writer adds would otherwise empty the connection's cache (SQLite forgets all
 * pages when the file changes) although nothing that pages show has changed. It ends when an
 * act is committed, when nobody asks for a moment, when the log grows long, and in any case
 * after a second, so that the log can be moved into the file.
 */
enum { SNAPSHOT_MS = 1000, SNAPSHOT_IDLE_MS = 20 };

struct snapshot {
    bool open;
    uint64_t acts;  /* committed before it was taken */
    uint64_t epoch; /* of policy, likewise */
    int64_t since;
};

/* A thread's read-only connections, one for each municipality it has served. */
struct reading {
    struct server *server;
    struct db *db[PLACES_MAX];
    struct snapshot snapshots[PLACES_MAX];
    size_t n_open;
};

static bool
connect_to(struct reading *r, struct unit *u)
{
    struct place *p = u->place;

    if (r->db[p->index] || db_open(&u->c, &p->db, true, false, &r->db[p->index])) {
        u->c.db = r->db[p->index];
        return true;
    }
    return false;
}

static void
forget_snapshot(struct reading *r, size_t i)
{
    if (r->snapshots[i].open)
        r->n_open--;
    r->snapshots[i].open = false;
}

/* Ends the snapshot on the unit's connection, if one is kept. */
static bool
end_snapshot(struct reading *r, struct unit *u)
{
    bool unknown;

    if (!r->snapshots[u->place->index].open)
        return true;
    forget_snapshot(r, u->place->index);
    return db_commit(&u->c, &unknown);
}

/* Nothing is to be done: no snapshot may hold up the log. */
static void
end_snapshots(struct reading *r)
{
    struct ctx c = { .mem = r->n_open ? arena_new() : NULL,
                     .machine = r->server->machine };

    for (size_t i = 0; r->n_open && i < PLACES_MAX; i++) {
        if (!r->snapshots[i].open)
            continue;
        c.db = r->db[i];
        db_rollback(&c);
        forget_snapshot(r, i);
    }
    arena_free(c.mem);
}

/* The ledger's own pages show leaves, which are no acts. */
static bool
wants_newest(const struct unit *u)
{
    return strncmp(u->req.route->code, "ledger.", 7) == 0;
}

static bool
still_good(const struct snapshot *s, const struct unit *u)
{
    return s->open && s->acts == atomic_load(&u->place->acts)
           && u->c.now - s->since < SNAPSHOT_MS && u->c.now >= s->since
           && !atomic_load(&u->place->long_log) && !wants_newest(u);
}

/* Takes a snapshot for the unit or goes on with the one that is kept. */
static bool
begin_snapshot(struct reading *r, struct unit *u)
{
    struct snapshot *s = &r->snapshots[u->place->index];

    if (!still_good(s, u)) {
        if (!end_snapshot(r, u))
            return false;
        /* taken before the snapshot: what narrows later is noticed at the leaf */
        *s = (struct snapshot){ .acts = atomic_load(&u->place->acts),
                                .epoch = atomic_load(&u->place->shown_epoch),
                                .since = u->c.now };
        if (!db_begin(&u->c, false))
            return false;
        s->open = true;
        r->n_open++;
    }
    u->epoch = s->epoch;
    return true;
}

/* After a broken connection the next unit opens a new one. */
static void
disconnect_if_broken(struct reading *r, struct unit *u)
{
    size_t i = u->place->index;

    if (u->c.err.kind != ERR_OUTSIDE || !r->db[i])
        return;
    forget_snapshot(r, i);
    db_close(r->db[i]);
    r->db[i] = NULL;
    u->c.db = NULL;
}

static void
fail(struct unit *u)
{
    u->server->conf.front->error(&u->c, &u->req, &u->rep);
}

/* What an earlier try left in the answer. */
static void
start_again(struct unit *u)
{
    u->rep.body.n = 0;
    u->rep.status = 0;
    u->shown.n = 0;
    u->shown.ends = 0;
    forgive(&u->c);
}

/* Runs the show phase; true when a page was made, also one that says what is to mend. */
static void
show(struct unit *u)
{
    const struct route *r = u->req.route;

    if (!unit_identify(u)
        || (!r->act && u->req.method == METHOD_POST && !unit_check_form(u))) {
        fail(u);
        return;
    }
    if (u->act_err.kind != ERR_NONE
        && (!r->show || u->req.channel != CHANNEL_WEB
            || (u->act_err.kind != ERR_INPUT && u->act_err.kind != ERR_RULE
                && !(r->merge && u->act_err.kind == ERR_CONFLICT)))) {
        u->c.err = u->act_err;
        fail(u);
        return;
    }
    if (r->show(&u->c, &u->req, &u->out, &u->rep))
        return;
    u->shown.n = 0;
    u->rep.body.n = 0;
    fail(u);
}

static void
run_show(struct reading *r, struct unit *u)
{
    start_again(u);
    u->c.now = machine_now(u->server->machine);
    if (!connect_to(r, u) || !begin_snapshot(r, u)) {
        disconnect_if_broken(r, u);
        fail(u);
        u->phase = PHASE_SEND;
        return;
    }
    show(u);
    if (u->c.err.kind == ERR_OUTSIDE || u->c.err.kind == ERR_BUG) {
        forget_snapshot(r, u->place->index);
        db_rollback(&u->c);
    }
    disconnect_if_broken(r, u);
    u->c.db = NULL;
    /* nobody's look at nobody's data is no disclosure: the log-in page has no leaf */
    u->phase = u->session.stage || u->shown.n || u->req.method == METHOD_POST
                   ? PHASE_LEAF
                   : PHASE_SEND;
}

static void
run_prepare(struct reading *r, struct unit *u)
{
    bool unknown;
    bool ok = connect_to(r, u) && end_snapshot(r, u) && db_begin(&u->c, false);

    if (ok) {
        ok = u->req.route->prepare(&u->c, &u->req);
        if (db_alive(u->c.db) && !db_commit(&u->c, &unknown))
            ok = false;
    }
    disconnect_if_broken(r, u);
    u->c.db = NULL;
    u->act_err = u->c.err;
    u->phase = ok ? PHASE_ACT : PHASE_SHOW;
}

static void
read_loop(struct server *s, struct queue *q)
{
    struct reading r = { .server = s };
    bool done = false;

    while (!done) {
        struct unit *u = queue_take(q, 1, r.n_open ? SNAPSHOT_IDLE_MS : -1, &done);

        if (!u) {
            end_snapshots(&r);
            continue;
        }
        if (u->phase == PHASE_PREPARE)
            run_prepare(&r, u);
        else
            run_show(&r, u);
        unit_forward(u);
    }
    for (size_t i = 0; i < PLACES_MAX; i++)
        db_close(r.db[i]);
}

void *
reader_main(void *server)
{
    struct server *s = server;

    read_loop(s, &s->reads);
    return NULL;
}

void *
slow_main(void *server)
{
    struct server *s = server;

    read_loop(s, &s->slow);
    return NULL;
}
