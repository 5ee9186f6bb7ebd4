#include "house.h"

#include "../../src/base/vec.h"
#include "../../src/cli/demo_staff.h"
#include "../../src/desk/desk_setup.h"
#include "../../src/store/ledger_check.h"
#include "../../src/store/store_facts.h"
#include "../../src/web/respond.h"
#include "gen/sql.h"

#include <dirent.h>
#include <errno.h>
#include <ftw.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_MAX = 64 * 1024 * 1024, TAKE = 1000 };

const char *const house_towns[HOUSE_TOWNS] = { "niiza", "chigasaki", "hiratsuka",
                                               "kasugai", "koshu" };

/* Runs one statement on the server, outside every municipality. */
static bool
on_server(struct ctx *c, const char *conninfo, const char *sql)
{
    PGconn *pg = PQconnectdb(conninfo);
    PGresult *r = PQstatus(pg) == CONNECTION_OK ? PQexec(pg, sql) : NULL;
    bool ok = r && PQresultStatus(r) == PGRES_COMMAND_OK;

    if (!ok)
        refuse(c, ERR_OUTSIDE, "%s: %s", sql, PQerrorMessage(pg));
    PQclear(r);
    PQfinish(pg);
    return ok;
}

/* A database of its own, from another if there is one. */
static bool
make_database(struct ctx *c, struct house *h, const char *template)
{
    if (!h->pg_server)
        return true;
    h->pg_name = arena_printf(c->mem, "house_%.8s_%d", id_new(c).s, (int)getpid());
    for (char *p = (char *)(uintptr_t)h->pg_name; *p; p++)
        if (*p == '-')
            *p = '_';
    h->pg = arena_printf(c->mem, "%s dbname='%s'", h->pg_server, h->pg_name);
    return on_server(c, h->pg_server,
                     template
                         ? arena_printf(c->mem,
                                        "CREATE DATABASE \"%s\" TEMPLATE \"%s\" "
                                        "STRATEGY file_copy",
                                        h->pg_name, template)
                         : arena_printf(c->mem, "CREATE DATABASE \"%s\"", h->pg_name));
}

static bool
make_folders(struct ctx *c, struct house *h)
{
    const char *tmp = getenv("TMPDIR");
    char *root = arena_printf(c->mem, "%s/kasane-house.XXXXXX", tmp ? tmp : "/tmp");

    if (!mkdtemp(root))
        return refuse(c, ERR_OUTSIDE, "%s: %s", root, strerror(errno));
    h->root = root;
    h->folders = (struct folders){
        .data = arena_printf(c->mem, "%s/data", root),
        .keys = arena_printf(c->mem, "%s/keys", root),
    };
    return true;
}

static bool
fill(struct ctx *c,
     struct house *h,
     const char *town,
     const char *file,
     const char *text)
{
    bool unknown;

    if (!db_begin(c, true))
        return false;
    if (desk_setup_profile(c, file, text) && desk_setup_demo(c)
        && demo_staff_make(c, town, CRYPT_COST_TEST, &h->tokens))
        return db_commit(c, &unknown);
    db_rollback(c);
    return false;
}

static bool
add_town(struct ctx *c, struct house *h, const char *profiles, const char *town)
{
    const char *file = arena_printf(c->mem, "%s/%s.yaml", profiles, town);
    const char *text = machine_read(c->machine, c->mem, file, FILE_MAX, NULL);
    struct opened at;
    bool ok;

    if (!text)
        return refuse(c, ERR_OUTSIDE, "%s: cannot be read", file);
    if (!place_make(c, &h->folders, town, h->pg))
        return false;
    place_find(c, &h->folders, town, &at);
    if (!place_open(c, &at, true))
        return false;
    ok = fill(c, h, town, file, text);
    db_end(&c->db);
    return ok;
}

bool
house_build(struct ctx *c,
            const char *server,
            const char *profiles,
            const char *const *towns,
            size_t n,
            struct house *out)
{
    *out = (struct house){ .pg_server = server };
    walk_clock_start(&out->clock, HOUSE_MORNING);
    out->machine = &out->clock.machine;
    c->now = HOUSE_MORNING;
    if (!make_folders(c, out) || !make_database(c, out, NULL))
        return false;
    for (size_t i = 0; i < n; i++)
        if (!add_town(c, out, profiles, towns[i]))
            return false;
    return true;
}

static bool
copy_file(struct ctx *c, const char *from, const char *to)
{
    struct arena_mark pass = arena_mark(c->mem);
    size_t n = 0;
    const char *p = machine_read(c->machine, c->mem, from, FILE_MAX, &n);
    FILE *f = p ? fopen(to, "wb") : NULL;
    bool ok = f && fwrite(p, 1, n, f) == n;

    if (f && fclose(f) != 0)
        ok = false;
    arena_rewind(c->mem, pass);
    return (ok && chmod(to, 0600) == 0)
           || refuse(c, ERR_OUTSIDE, "%s: not copied", from);
}

/* Copies a folder of folders of files; the line that names a database is written anew. */
static bool
copy_tree(
    struct ctx *c, const struct house *h, const char *from, const char *to, int deep)
{
    DIR *d = opendir(from);
    struct dirent *e;
    bool ok = d && mkdir(to, 0700) == 0;

    while (ok && (e = readdir(d))) {
        const char *source = arena_printf(c->mem, "%s/%s", from, e->d_name);
        const char *target = arena_printf(c->mem, "%s/%s", to, e->d_name);

        if (e->d_name[0] == '.')
            continue;
        if (deep)
            ok = copy_tree(c, h, source, target, deep - 1);
        else if (strcmp(e->d_name, "postgresql") == 0)
            ok = machine_write(&machine_real, target, h->pg, strlen(h->pg), 0600);
        else
            ok = copy_file(c, source, target);
    }
    if (d)
        closedir(d);
    return ok || refuse(c, ERR_OUTSIDE, "%s: not copied", from);
}

bool
house_copy(struct ctx *c, const struct house *from, struct house *out)
{
    *out = (struct house){ .pg_server = from->pg_server, .tokens = from->tokens };
    walk_clock_start(&out->clock, HOUSE_MORNING);
    out->machine = &out->clock.machine;
    return make_folders(c, out) && make_database(c, out, from->pg_name)
           && copy_tree(c, out, from->folders.data, out->folders.data, 1)
           && copy_tree(c, out, from->folders.keys, out->folders.keys, 1);
}

bool
house_open(struct ctx *c, struct house *h)
{
    const struct server_conf conf = {
        .data = h->folders.data,
        .keys = h->folders.keys,
        .readers = h->readers ? h->readers : 2,
        .cheap_passwords = true,
        .quiet = !h->loud,
        .machine = h->machine,
        .front = &web_front,
    };
    const struct machine *before = c->machine;
    bool ok;

    c->machine = h->machine;
    ok = server_start(c, &conf, &h->server);
    c->machine = before;
    return ok;
}

void
house_close(struct house *h)
{
    if (h->server)
        server_stop(h->server);
    h->server = NULL;
}

static int
remove_one(const char *path, const struct stat *st, int kind, struct FTW *at)
{
    (void)st;
    (void)kind;
    (void)at;
    return remove(path);
}

void
house_remove(struct house *h)
{
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };

    house_close(h);
    if (h->root)
        nftw(h->root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
    if (h->pg_name
        && !on_server(
            &c, h->pg_server,
            arena_printf(c.mem, "DROP DATABASE \"%s\" WITH (FORCE)", h->pg_name)))
        fprintf(stderr, "%s\n", c.err.text);
    arena_free(c.mem);
}

bool
house_store(struct ctx *c, const struct house *h, const char *town)
{
    struct opened at;

    place_find(c, &h->folders, town, &at);
    return place_open(c, &at, false);
}

bool
house_set(struct ctx *c,
          const struct house *h,
          const char *profiles,
          const char *town,
          const char *setting)
{
    static const char HEAD[] = "\nsettings:\n";
    const char *file = arena_printf(c->mem, "%s/%s.yaml", profiles, town);
    const char *text = machine_read(c->machine, c->mem, file, FILE_MAX, NULL);
    const char *at = text ? strstr(text, HEAD) : NULL;
    bool unknown;
    bool ok;

    if (!at)
        return refuse(c, ERR_OUTSIDE, "%s: no settings", file);
    at += strlen(HEAD);
    text = arena_printf(c->mem, "%.*s  %s\n%s", (int)(at - text), text, setting, at);
    if (!house_store(c, h, town))
        return false;
    c->now = machine_now(h->machine);
    ok = db_begin(c, true) && desk_setup_profile(c, file, text)
         && db_commit(c, &unknown);
    if (!ok)
        db_rollback(c);
    db_end(&c->db);
    return ok;
}

static bool
feed(struct ctx *c, struct ledger_check *k, uint64_t *n)
{
    struct sql_leaf_range_rows rows = { 0 };
    int64_t after = 0;

    for (*n = 0;; rows.n = 0) {
        if (!sql_leaf_range(c, &(struct sql_leaf_range_in){ .after = after, .n = TAKE },
                            &rows))
            return false;
        for (size_t i = 0; i < rows.n; i++) {
            const struct sql_leaf_range_row *r = &rows.v[i];
            const struct ledger_row row = {
                .seq = (uint64_t)r->seq,
                .body = { .p = r->body.p, .n = r->body.n },
                .hash = { .p = r->hash.p, .n = r->hash.n },
                .indexed = true,
                .at = r->at,
                .post = r->post_id,
            };

            after = r->seq;
            (*n)++;
            ledger_check_feed(k, &row);
        }
        if (rows.n < TAKE)
            return true;
    }
}

static bool
ledger_whole(struct ctx *c, const struct opened *at, const char *town, uint64_t *leaves)
{
    const char *origin = arena_printf(c->mem, "kasane/%s", town);
    const char *mark = machine_read(c->machine, c->mem, at->ledger_mark, 4096, NULL);
    struct sql_checkpoint_list_rows rows = { 0 };
    struct ledger_finding found;
    struct ledger_check k;
    struct sign_key key;
    uint64_t n;

    if (!ledger_read_key(c, at->ledger_key, &key) || !sql_checkpoint_list(c, &rows))
        return false;
    ledger_check_start(&k, c->mem, NULL);
    for (size_t i = 0; i < rows.n; i++)
        ledger_check_note(&k, rows.v[i].note_text, strlen(rows.v[i].note_text), origin,
                          key.open, LEDGER_CHECKPOINT);
    if (mark)
        ledger_check_note(&k, mark, strlen(mark), origin, key.open, LEDGER_MARK);
    if (!feed(c, &k, &n))
        return false;
    found = ledger_check_end(&k);
    if (leaves)
        *leaves = n;
    return found.fault == LEDGER_WHOLE
           || refuse(c, ERR_RULE, "%s: ledger %s at leaf %llu of %llu", town,
                     ledger_fault_code(found.fault), (unsigned long long)found.seq,
                     (unsigned long long)n);
}

static bool
reach_same(struct ctx *c, const char *town)
{
    size_t fixed;

    return store_reach_rebuild(c, &fixed)
           && (!fixed
               || refuse(c, ERR_RULE, "%s: %zu rows of reach were not right", town,
                         fixed));
}

bool
house_sound(struct ctx *c, const struct house *h, const char *town, uint64_t *leaves)
{
    struct opened at;
    bool ok;

    place_find(c, &h->folders, town, &at);
    if (!house_store(c, h, town))
        return false;
    c->now = machine_now(h->machine);
    ok = db_begin(c, true) && ledger_whole(c, &at, town, leaves) && reach_same(c, town);
    db_rollback(c);
    db_end(&c->db);
    return ok;
}
