#include "server.h"

#include "../base/machine.h"

#include <string.h>

/*
 * Reader threads build answers from one snapshot each; slow threads prepare what takes long
 * (password hashes). Both only read.
 */

/* A thread's read-only connections, one for each municipality it has served. */
struct reading {
    struct server *server;
    struct db *db[PLACES_MAX];
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

/* After a broken connection the next unit opens a new one. */
static void
disconnect_if_broken(struct reading *r, struct unit *u)
{
    size_t i = u->place->index;

    if (u->c.err.kind != ERR_OUTSIDE || !r->db[i])
        return;
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
    bool unknown;

    start_again(u);
    /* taken before the snapshot: what narrows later is noticed at the leaf */
    u->epoch = atomic_load(&u->place->shown_epoch);
    u->c.now = machine_now(u->server->machine);
    if (!connect_to(r, u) || !db_begin(&u->c, false)) {
        disconnect_if_broken(r, u);
        fail(u);
        u->phase = PHASE_SEND;
        return;
    }
    show(u);
    if (u->c.err.kind == ERR_OUTSIDE || u->c.err.kind == ERR_BUG)
        db_rollback(&u->c);
    else if (!db_commit(&u->c, &unknown))
        fail(u);
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
    bool ok = connect_to(r, u) && db_begin(&u->c, false);

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
        struct unit *u = queue_take(q, 1, -1, &done);

        if (!u)
            continue;
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
