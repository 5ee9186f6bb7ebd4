#include "proof.h"

#include "../../src/store/store_facts.h"
#include "gen/sql.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a store refuses, and what it finds. */

bool
prove_statements(struct proof *p)
{
    bool ok = house_store(p->c, p->base, "niiza") && db_prepare_all(p->c);

    db_end(&p->c->db);
    return ok;
}

/* Gives a desk reach that nothing supports, and takes it back by the nightly job. */
static bool
spoil_and_mend(struct proof *p)
{
    struct sql_desk_list_rows desks = { 0 };
    struct sql_reach_pairs_rows pairs = { 0 };
    struct sql_reach_pairs_in from = { .n = 1 };
    struct sql_reach_put_in wrong = { .ground = 4, .from_at = 1, .now = p->c->now };
    size_t fixed;

    if (!sql_desk_list(p->c, &desks) || !sql_reach_pairs(p->c, &from, &pairs)
        || !hold(p, pairs.n == 1 && desks.n > 2, "no reach to spoil"))
        return false;
    wrong.case_id = pairs.v[0].case_id;
    wrong.subject = desks.v[desks.n - 1].desk_id.id;
    return store_reach_rebuild(p->c, &fixed)
           && hold(p, !fixed, "%zu mended at first", fixed)
           && sql_reach_put(p->c, &wrong) && store_reach_rebuild(p->c, &fixed)
           && hold(p, fixed == 1, "%zu mended, expected 1", fixed)
           && store_reach_rebuild(p->c, &fixed)
           && hold(p, !fixed, "%zu mended afterwards", fixed);
}

bool
prove_reach_mended(struct proof *p)
{
    struct house h;
    struct answer a;
    bool ok;

    if (!house_copy(p->c, p->base, &h) || !house_open(p->c, &h))
        return false;
    ask_post(h.server, p->c->mem, "100001", "/cases", "words=見本", &a);
    house_close(&h);
    p->c->now = HOUSE_MORNING;
    ok = hold(p, done(&a), "status %d", a.status) && house_store(p->c, &h, "niiza")
         && db_begin(p->c, true) && spoil_and_mend(p);
    db_rollback(p->c);
    db_end(&p->c->db);
    house_remove(&h);
    return ok;
}

/* Says whether the store is refused with that word in the cause. */
static bool
refused_with(struct proof *p, const struct house *h, const char *word)
{
    struct ctx c = { .mem = p->c->mem, .machine = &machine_real };
    bool opened = house_store(&c, h, "niiza");

    db_end(&c.db);
    return hold(p, !opened, "it was opened")
           && hold(p, c.err.kind == ERR_OUTSIDE, "refused as kind %d", (int)c.err.kind)
           && hold(p, strstr(c.err.text, word) != NULL, "the cause is: %s", c.err.text);
}

bool
prove_newer_refused(struct proof *p)
{
    const struct sql_schema_note_in newer = { .version = 9999, .name = "x", .at = 1 };
    struct house h;
    bool unknown;
    bool ok = house_copy(p->c, p->base, &h) && house_store(p->c, &h, "niiza")
              && db_begin(p->c, true) && sql_schema_note(p->c, &newer)
              && db_commit(p->c, &unknown);

    db_end(&p->c->db);
    ok = ok && refused_with(p, &h, "newer than this program");
    house_remove(&h);
    return ok;
}

static bool
write_key(struct proof *p, const struct house *h, const char *file, const char *text)
{
    return machine_write(&machine_real,
                         arena_printf(p->c->mem, "%s/niiza/%s", h->folders.keys, file),
                         text, strlen(text), 0600)
           || hold(p, false, "%s: not written", file);
}

/* Opens the ledger of a store; refused with that word in the cause. */
static bool
ledger_refused(struct proof *p, const struct house *h, const char *word)
{
    struct ctx c = { .mem = p->c->mem, .machine = &machine_real };
    struct ledger ledger;
    struct opened at;
    bool opened;

    place_find(&c, &h->folders, "niiza", &at);
    opened = house_store(&c, h, "niiza")
             && ledger_open(&c, c.mem, "kasane/niiza", at.ledger_key, at.ledger_mark,
                            &ledger);
    db_end(&c.db);
    return hold(p, !opened, "the ledger was taken up")
           && hold(p, strstr(c.err.text, word) != NULL, "the cause is: %s", c.err.text);
}

/* Something is in the ledger, and a checkpoint is signed. */
static bool
work_in(struct proof *p, struct house *h, const char *words)
{
    struct answer a;

    if (!house_open(p->c, h))
        return false;
    ask_post(h->server, p->c->mem, "100001", "/cases", words, &a);
    house_close(h);
    return hold(p, done(&a), "status %d", a.status);
}

bool
prove_wrong_keys(struct proof *p)
{
    static const char ZEROS[] =
        "0000000000000000000000000000000000000000000000000000000000000000";
    struct house h;
    bool ok = house_copy(p->c, p->base, &h) && work_in(p, &h, "words=見本");

    ok = ok
         && write_key(p, &h, "ledger.key",
                      "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
         && ledger_refused(p, &h, "checkpoint is not ours")
         && write_key(p, &h, "ledger.key", "not a key")
         && ledger_refused(p, &h, "not a signing key");
    if (ok && !h.pg) /* PostgreSQL lies on an encrypted disk */
        ok = write_key(p, &h, "database.key", ZEROS)
             && refused_with(p, &h, "the key does not open the database")
             && write_key(p, &h, "database.key", "short")
             && refused_with(p, &h, "is not a key file");
    house_remove(&h);
    return ok;
}

/* The mark lies outside the data folder: a store put back from yesterday is behind it. */
bool
prove_older_copy(struct proof *p)
{
    struct house h;
    struct house older = { 0 };
    struct house keys;
    bool ok = house_copy(p->c, p->base, &h) && work_in(p, &h, "words=きのう")
              && house_copy(p->c, &h, &older) && work_in(p, &h, "words=きょう");

    keys = older;
    keys.folders.keys = h.folders.keys;
    ok = ok && ledger_refused(p, &keys, "older copy");
    house_remove(&older);
    house_remove(&h);
    return ok;
}
