#include "server.h"

#include "gen/sql.h"

#include "../base/day.h"
#include "../base/machine.h"
#include "../store/store_vault.h"
#include "../store/store_night.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/*
 * The one writer of a municipality. It takes what has queued up, runs each act in its
 * savepoint, appends each unit's leaf, and commits them together; nobody is answered before
 * the commit is durable. When a group dies its members run once more, one by one.
 */

enum { GROUP_SQLITE = 64, GROUP_PG = 32, IDLE_MS = 250, TRIES_MAX = 3 };

struct writing {
    struct place *place;
    struct server *server;
    struct ctx c; /* of the writer itself: leaves, checkpoints */
    uint64_t epoch_written;
    int64_t forgotten_at; /* when old answers were last forgotten */
    struct day night_on;  /* the day whose night's work is done */
    bool night_now;       /* it is under way */
    struct night night;
};

static struct hash
hash_of(struct unit *u)
{
    return u->req.body_hash;
}

/* Looks for an answer given to this key before. False with CONFLICT for another body. */
static bool
find_answer(struct unit *u)
{
    const struct sql_answer_find_in in = { .post_id = u->viewer.post,
                                           .route = u->req.route->pattern,
                                           .key = u->req.key };
    struct sql_answer_find_row row;
    struct hash h = hash_of(u);
    bool found;

    if (!sql_answer_find(&u->c, &in, &row, &found))
        return false;
    if (!found)
        return true;
    if (row.body_hash.n != HASH_LEN || memcmp(row.body_hash.p, h.b, HASH_LEN) != 0)
        return refuse(&u->c, ERR_CONFLICT,
                      "同じ画面から、ちがう内容がもう送られています。画面を開き直して、"
                      "今の内容を確かめてください。");
    u->out.done = true;
    u->out.replayed = true;
    u->out.place = row.place;
    u->out.id = row.made;
    return true;
}

static bool
keep_answer(struct unit *u)
{
    struct hash h = hash_of(u);

    if (!u->req.key || !u->c.viewer || !u->out.place)
        return true;
    return sql_answer_keep(&u->c, &(struct sql_answer_keep_in){
                                      .post_id = u->viewer.post,
                                      .route = u->req.route->pattern,
                                      .key = u->req.key,
                                      .body_hash = { .p = h.b, .n = HASH_LEN },
                                      .status = 303,
                                      .place = u->out.place,
                                      .made = u->out.id,
                                      .now = u->c.now,
                                  });
}

static bool
act(struct unit *u)
{
    if (!unit_identify(u))
        return false;
    if (u->req.malformed)
        return refuse(&u->c, ERR_INPUT, "%s", u->req.malformed);
    if (!unit_check_form(u))
        return false;
    if (u->req.key && u->c.viewer && !find_answer(u))
        return false;
    if (u->out.done)
        return true;
    if (!u->req.route->act(&u->c, &u->req, &u->out) || !vault_sweep(&u->c))
        return false;
    u->out.done = true;
    return keep_answer(u);
}

/* Writes what a refused act leaves. False when the whole transaction is gone. */
static bool
keep_refusal(struct unit *u)
{
    if (!u->out.refused)
        return true;
    forgive(&u->c);
    return db_savepoint(&u->c) && u->out.refused(&u->c, u->out.what)
           && db_release(&u->c);
}

/* One act in its savepoint. False when the whole transaction is gone. */
static bool
run_act(struct writing *w, struct unit *u)
{
    u->c.db = w->c.db;
    u->c.now = machine_now(w->server->machine);
    u->c.narrows = false;
    u->out = (struct outcome){ 0 };
    u->shown.n = 0;
    u->shown.ends = 0;
    forgive(&u->c);
    if (!db_savepoint(&u->c))
        return false;
    if (act(u)) {
        if (!db_release(&u->c))
            return false;
        if (u->c.narrows)
            w->place->epoch++;
        return true;
    }
    u->out.done = false;
    if (!db_alive(u->c.db) || u->c.err.kind == ERR_OUTSIDE || !db_undo(&u->c))
        return false;
    u->act_err = u->c.err;
    return keep_refusal(u);
}

/* Says whether the answer was built from what still holds. */
static bool
still_holds(const struct writing *w, const struct unit *u)
{
    return u->epoch == w->place->epoch
           && (!u->shown.ends || u->shown.ends > machine_now(w->server->machine));
}

static bool
touch_session(struct writing *w, const struct unit *u)
{
    if (id_none(u->session.id.id) || !u->session.seen_at
        || u->c.now - u->session.seen_at < 60000)
        return true;
    return sql_session_touch(&w->c, &(struct sql_session_touch_in){
                                        .session_id = u->session.id, .now = u->c.now });
}

/* Appends the unit's leaf if it is due now. False when the transaction is gone. */
static bool
add_leaf(struct writing *w, struct unit *u)
{
    struct leaf leaf;

    if (w->server->conf.ledger_off)
        return true;
    if (u->phase == PHASE_ACT && !u->out.done)
        return true; /* its one leaf follows when the answer is built */
    if (u->phase == PHASE_LEAF && !still_holds(w, u))
        return true; /* built again, or given up */
    if (u->phase == PHASE_ACT)
        u->epoch = w->place->epoch;
    return unit_leaf(u, &leaf) && ledger_append(&w->c, &w->place->ledger, &leaf, NULL)
           && touch_session(w, u);
}

static bool
note_epoch(struct writing *w)
{
    const char *text;

    if (w->epoch_written == w->place->epoch)
        return true;
    text = arena_printf(w->c.mem, "%llu", (unsigned long long)w->place->epoch);
    return sql_setting_put(
        &w->c, &(struct sql_setting_put_in){ .name = "policy_epoch", .value = text });
}

static bool
has_act(const struct unit *first)
{
    for (const struct unit *u = first; u; u = u->next)
        if (u->phase == PHASE_ACT && (u->out.done || u->out.refused))
            return true;
    return false;
}

/* Runs a group in one transaction; true when it is durable. */
static bool
run_group(struct writing *w, struct unit *first)
{
    bool unknown = false;
    bool ok;

    forgive(&w->c);
    w->c.now = machine_now(w->server->machine);
    ok = db_begin(&w->c, true);
    for (struct unit *u = first; ok && u; u = u->next) {
        if (u->phase == PHASE_ACT)
            ok = run_act(w, u);
        ok = ok && add_leaf(w, u);
    }
    ok = ok && db_gather(&w->c) && note_epoch(w)
         && ledger_checkpoint(&w->c, &w->place->ledger, false) && db_alive(w->c.db)
         && db_commit(&w->c, &unknown);
    if (ok) {
        ledger_committed(&w->c, &w->place->ledger);
        w->epoch_written = w->place->epoch;
        atomic_store(&w->place->shown_epoch, w->place->epoch);
        if (has_act(first))
            atomic_fetch_add(&w->place->acts, 1);
        atomic_store(&w->place->long_log, db_log_is_long(w->c.db));
        atomic_store(&w->place->full, false);
        return true;
    }
    atomic_store(&w->place->full, db_is_full(w->c.db));
    db_rollback(&w->c);
    ledger_rolled_back(&w->place->ledger);
    w->place->epoch = w->epoch_written;
    return false;
}

/* What a unit does after its group is durable. */
static void
settle(struct writing *w, struct unit *u)
{
    const struct front *front = w->server->conf.front;

    if (u->phase == PHASE_ACT) {
        u->phase = u->out.done ? PHASE_SEND : PHASE_SHOW;
        if (u->out.done)
            front->done(&u->c, &u->req, &u->out, &u->rep);
    } else if (w->server->conf.ledger_off || still_holds(w, u)) {
        u->phase = PHASE_SEND;
    } else if (++u->tries < TRIES_MAX) {
        u->phase = PHASE_SHOW;
    } else {
        u->shown.n = 0;
        forgive(&u->c);
        refuse(&u->c, ERR_OUTSIDE, "the grounds changed three times while reading");
        u->rep.body.n = 0;
        front->error(&u->c, &u->req, &u->rep);
        u->phase = PHASE_SEND;
    }
}

/* Nobody is told more than that it did not work: what was read is not served. */
static void
give_up(struct writing *w, struct unit *u)
{
    struct err cause = w->c.err.kind != ERR_NONE ? w->c.err : u->c.err;

    fprintf(stderr, "kasane: group failed: %s\n", cause.text ? cause.text : "unknown");
    forgive(&u->c);
    refuse(&u->c, ERR_OUTSIDE, "the store did not take it");
    u->out = (struct outcome){ 0 };
    u->shown.n = 0;
    u->rep.body.n = 0;
    w->server->conf.front->error(&u->c, &u->req, &u->rep);
    u->phase = PHASE_SEND;
}

/* After a lost connection (PostgreSQL) the writer must own the municipality anew. */
static void
reconnect(struct writing *w)
{
    struct db *db;

    if (w->place->db.kind != DB_KIND_PG)
        return;
    forgive(&w->c);
    db_close(w->c.db);
    w->c.db = NULL;
    if (db_open(&w->c, &w->place->db, false, false, &db)) {
        w->c.db = db;
        if (db_own(&w->c)
            && ledger_open(&w->c, w->place->mem, w->place->ledger.origin,
                           w->place->ledger_key, w->place->ledger_mark,
                           &w->place->ledger))
            return;
    }
    fprintf(stderr, "kasane: the store is lost; the process ends\n");
    _exit(70);
}

static void
run_alone(struct writing *w, struct unit *u)
{
    u->c.db = NULL;
    if (!atomic_load(&w->place->failed) && run_group(w, u))
        settle(w, u);
    else
        give_up(w, u);
    unit_forward(u);
}

static void
serve_group(struct writing *w, struct unit *first)
{
    bool failed = atomic_load(&w->place->failed);
    bool ok = !failed && run_group(w, first);

    if (!ok && !failed && w->c.err.kind == ERR_OUTSIDE)
        reconnect(w);
    for (struct unit *u = first, *next; u; u = next) {
        next = u->next;
        u->next = NULL;
        if (ok) {
            u->c.db = NULL;
            settle(w, u);
            unit_forward(u);
        } else {
            run_alone(w, u);
        }
    }
    arena_reset(w->c.mem);
}

/* When nothing is to be done: sign a checkpoint, move the log, forget old answers. */
static void
rest(struct writing *w)
{
    bool unknown;
    const int64_t day = 86400000;

    if (w->place->ledger.tree.n == w->place->ledger.noted)
        return;
    forgive(&w->c);
    w->c.now = machine_now(w->server->machine);
    if (!db_begin(&w->c, true))
        return;
    if (!ledger_checkpoint(&w->c, &w->place->ledger, true)
        || (w->c.now - w->forgotten_at > day / 24
            && !sql_answer_forget(
                &w->c, &(struct sql_answer_forget_in){ .before = w->c.now - day }))
        || !db_commit(&w->c, &unknown)) {
        db_rollback(&w->c);
        ledger_rolled_back(&w->place->ledger);
    } else {
        w->forgotten_at = w->c.now;
        ledger_committed(&w->c, &w->place->ledger);
        db_checkpoint(&w->c);
    }
    arena_reset(w->c.mem);
}

/* From two in the morning on, once a day; at the first start there is nothing to mend. */
static bool
night_is_due(struct writing *w)
{
    const struct day today =
        day_of(machine_now(w->server->machine) - INT64_C(2) * 3600000);

    if (!w->server->conf.front->night)
        return false;
    if (!day_known(w->night_on))
        w->night_on = today;
    if (!w->night_now && today.n > w->night_on.n) {
        w->night = (struct night){ .step = NIGHT_OWNERS };
        w->night_now = true;
    }
    return w->night_now;
}

/* The whole night's work has one leaf, of a job without a post. */
static bool
note_night(struct writing *w)
{
    struct leaf leaf = { .at = w->c.now,
                         .outcome = LEAF_CHANGED,
                         .channel = LEAF_JOB,
                         .epoch = w->place->epoch,
                         .count = w->night.fixed };
    const struct day today = day_of(w->c.now - INT64_C(2) * 3600000);

    leaf_act(&leaf, "night");
    return sql_setting_put(
               &w->c, &(struct sql_setting_put_in){ .name = "night_on",
                                                    .value = day_iso(w->c.mem, today) })
           && (w->server->conf.ledger_off
               || ledger_append(&w->c, &w->place->ledger, &leaf, NULL));
}

/* One pass; true when it is durable. */
static bool
run_night(struct writing *w, struct night *n)
{
    bool unknown;
    bool ok;

    forgive(&w->c);
    w->c.now = machine_now(w->server->machine);
    w->c.narrows = false;
    ok = db_begin(&w->c, true) && w->server->conf.front->night(&w->c, n);
    if (ok && w->c.narrows)
        w->place->epoch++;
    w->night = ok ? *n : w->night;
    return ok && (n->step != NIGHT_DONE || note_night(w)) && db_gather(&w->c)
           && note_epoch(w) && ledger_checkpoint(&w->c, &w->place->ledger, false)
           && db_alive(w->c.db) && db_commit(&w->c, &unknown);
}

/* Does passes until the work is done or somebody waits; mends it again the next night. */
static void
night(struct writing *w, int passes)
{
    const struct town *town = place_pin(w->place);

    w->c.town = town;
    for (int i = 0; town && w->night_now && i < passes; i++) {
        struct night n = w->night;

        if (run_night(w, &n)) {
            ledger_committed(&w->c, &w->place->ledger);
            w->epoch_written = w->place->epoch;
            atomic_store(&w->place->shown_epoch, w->place->epoch);
            atomic_fetch_add(&w->place->acts, 1);
            w->night_now = n.step != NIGHT_DONE;
        } else {
            fprintf(stderr, "kasane: %s: the night's work failed: %s\n", w->place->id,
                    w->c.err.text ? w->c.err.text : "unknown");
            db_rollback(&w->c);
            ledger_rolled_back(&w->place->ledger);
            w->place->epoch = w->epoch_written;
            w->night_now = false;
        }
        if (!w->night_now)
            w->night_on =
                day_of(machine_now(w->server->machine) - INT64_C(2) * 3600000);
        arena_reset(w->c.mem);
    }
    w->c.town = NULL;
    place_unpin(town);
}

/* Passes before a group is served: enough for a small office, little for a large one. */
enum { PASSES_AT_REST = 8, PASSES_AT_WORK = 8 };

static bool
open_store(struct writing *w)
{
    struct place *p = w->place;
    struct sql_setting_get_row row;
    bool found;

    if (!db_open(&w->c, &p->db, false, false, &w->c.db) || !db_own(&w->c)
        || !db_migrate(&w->c)
        || !ledger_open(&w->c, p->mem, arena_printf(p->mem, "kasane/%s", p->id),
                        p->ledger_key, p->ledger_mark, &p->ledger)
        || !sql_setting_get(&w->c,
                            &(struct sql_setting_get_in){ .name = "policy_epoch" },
                            &row, &found))
        return false;
    p->epoch = found ? strtoull(row.value, NULL, 10) : 0;
    w->night_on.n = DAY_NONE;
    if (!sql_setting_get(&w->c, &(struct sql_setting_get_in){ .name = "night_on" },
                         &row, &found))
        return false;
    if (found && !day_read(row.value, &w->night_on))
        w->night_on.n = DAY_NONE;
    w->epoch_written = p->epoch;
    atomic_store(&p->shown_epoch, p->epoch);
    return true;
}

void *
writer_main(void *place)
{
    struct place *p = place;
    struct writing w = {
        .place = p,
        .server = p->server,
        .c = { .mem = arena_new(), .machine = p->server->machine },
    };
    bool done = false;

    w.c.now = machine_now(w.server->machine);
    if (!open_store(&w)) {
        fprintf(stderr, "kasane: %s: %s\n", p->id, w.c.err.text);
        atomic_store(&p->failed, true);
    }
    arena_reset(w.c.mem);
    atomic_store(&p->ready, true);
    while (!done) {
        struct unit *u =
            queue_take(&p->writes, p->db.kind == DB_KIND_PG ? GROUP_PG : GROUP_SQLITE,
                       IDLE_MS, &done);

        if (!atomic_load(&p->failed) && night_is_due(&w))
            night(&w, u ? PASSES_AT_WORK : PASSES_AT_REST);
        if (u)
            serve_group(&w, u);
        else if (!atomic_load(&p->failed))
            rest(&w);
    }
    if (!atomic_load(&p->failed))
        rest(&w);
    db_close(w.c.db);
    arena_free(w.c.mem);
    return NULL;
}
