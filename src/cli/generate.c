#include "generate_part.h"

#include "generate_words.h"

#include "../store/db_open.h"
#include "gen/sql.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum {
    CASES_PER_COMMIT = 5000,
    COMMITS_MAX = 10,
    CACHE_MIB_MAX = 2048,
    CASES_MAX = 3000000
};

static const int64_t DAY_MS = 86400000;

int64_t
generated_rows(const struct generated *g)
{
    return g->posts + g->cases + g->people + g->consultations + g->notes + g->steps
           + g->duties + g->referrals + g->versions + g->reach;
}

/* splitmix64 */
static uint64_t
next(struct generator *g)
{
    uint64_t z = g->state += 0x9e3779b97f4a7c15u;

    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    return z ^ z >> 31;
}

static void
fill_random(void *self, void *out, size_t n)
{
    unsigned char *p = out;

    while (n) {
        uint64_t v = next(self);
        size_t take = n < sizeof v ? n : sizeof v;

        memcpy(p, &v, take);
        p += take;
        n -= take;
    }
}

static bool
is_durable(void *self, const char *what)
{
    (void)self;
    (void)what;
    return true;
}

static int64_t
still(void *self)
{
    const struct generator *g = self;

    return g->now;
}

uint64_t
gen_below(struct generator *g, uint64_t n)
{
    return next(g) % n;
}

bool
gen_often(struct generator *g, unsigned thousandths)
{
    return gen_below(g, 1000) < thousandths;
}

const struct gen_desk *
gen_desk(struct generator *g, const struct gen_desk *but)
{
    for (;;) {
        uint32_t at = (uint32_t)gen_below(g, 1000000);
        size_t i = 0;

        while (i + 1 < g->n_desks && at >= g->desks[i].share)
            at -= g->desks[i++].share;
        if (&g->desks[i] != but)
            return &g->desks[i];
    }
}

struct post_id
gen_post(struct generator *g, const struct gen_desk *desk)
{
    return desk->posts[gen_below(g, GENERATE_POSTS)];
}

void *
gen_keep(struct generator *g, const void *in, size_t n)
{
    return memcpy(arena_alloc(g->c->mem, n), in, n);
}

bool
gen_declared(struct generator *g, int64_t *count)
{
    ++*count;
    return ++g->declared < DB_LATER_MAX || gen_flush(g);
}

bool
gen_flush(struct generator *g)
{
    g->declared = 0;
    return db_gather(g->c);
}

/*
 * Shares fall from desk to desk by one ratio, so that the first reaches half a town and the
 * last a handful: what a page costs shows at both ends.
 */
static void
share_out(struct generator *g)
{
    double ratio = g->n_desks > 1 ? pow(0.0003, 1.0 / (double)(g->n_desks - 1)) : 1;
    double sum = 0;
    double share = 1;

    for (size_t i = 0; i < g->n_desks; i++, share *= ratio)
        sum += share;
    share = 1;
    for (size_t i = 0; i < g->n_desks; i++, share *= ratio)
        g->desks[i].share = (uint32_t)(1000000 * share / sum);
}

/* Somebody with a post and no way to log in: a token or --as makes use of it. */
static bool
add_staff(struct generator *g, struct gen_desk *desk, size_t number, size_t seat)
{
    static const enum post_role ROLES[GENERATE_POSTS] = {
        POST_ROLE_DESK_WORKER, POST_ROLE_DESK_WORKER, POST_ROLE_DESK_WORKER,
        POST_ROLE_DESK_WORKER, POST_ROLE_DESK_WORKER, POST_ROLE_HEAD
    };
    struct ctx *c = g->c;
    const struct sql_account_add_in account = {
        .account_id = { id_new(c) },
        .login = arena_printf(c->mem, "8%05zu", number),
        .name = gen_words_staff(g, number),
        .password = "",
        .now = g->now - (GENERATE_YEARS + 1) * 366 * DAY_MS,
    };
    const struct sql_post_add_in post = {
        .post_id = { id_new(c) },
        .account_id = account.account_id,
        .desk_id = desk->id,
        .role = ROLES[seat],
        .kind = desk->kind,
        .title = post_role_label(ROLES[seat]),
        .from_at = account.now,
        .until_at =
            day_begin((struct day){ .n = day_fiscal_end(day_of(g->now)).n + 1 }),
    };

    desk->posts[seat] = post.post_id;
    g->out->posts++;
    return sql_account_add(c, &account) && sql_post_add(c, &post);
}

static bool
add_desks(struct generator *g)
{
    struct sql_desk_list_rows rows = { 0 };

    if (!sql_desk_list(g->c, &rows))
        return false;
    if (rows.n < 2)
        return refuse(g->c, ERR_OUTSIDE, "the municipality has fewer than two desks");
    g->n_desks = rows.n;
    g->desks = ARENA_ARRAY(g->c->mem, rows.n, struct gen_desk);
    for (size_t i = 0; i < rows.n; i++) {
        g->desks[i].id = rows.v[i].desk_id;
        if (!post_kind_read(rows.v[i].kind, &g->desks[i].kind))
            g->desks[i].kind = POST_KIND_COMMISSIONED;
        for (size_t seat = 0; seat < GENERATE_POSTS; seat++)
            if (!add_staff(g, &g->desks[i], i * GENERATE_POSTS + seat, seat))
                return false;
    }
    share_out(g);
    return true;
}

static bool
is_empty(struct ctx *c)
{
    struct sql_reach_pairs_rows rows = { 0 };

    if (!sql_reach_pairs(c, &(struct sql_reach_pairs_in){ .n = 1 }, &rows))
        return false;
    return !rows.n
           || refuse(c, ERR_CONFLICT,
                     "the municipality holds cases; only an empty one "
                     "is filled");
}

/* Some cases in one transaction; memory is given back after each. */
static bool
add_cases(struct generator *g, int64_t n)
{
    struct ctx *c = g->c;
    const struct arena_mark pass = arena_mark(c->mem);
    bool unknown;
    bool ok = db_begin(c, true);

    for (int64_t i = 0; ok && i < n; i++) {
        ok = gen_case(g) && gen_flush(g);
        if (ok)
            arena_rewind(c->mem, pass);
    }
    if (ok)
        return db_commit(c, &unknown);
    db_rollback(c);
    return false;
}

static bool
add_staff_first(struct generator *g)
{
    bool unknown;

    if (!db_begin(g->c, true))
        return false;
    if (is_empty(g->c) && add_desks(g))
        return db_commit(g->c, &unknown);
    db_rollback(g->c);
    return false;
}

/* Cache for the pages that random ids touch everywhere: 6 KiB a case. */
static int
cache_mib(int64_t cases)
{
    int64_t mib = 32 + cases * 6 / 1024;

    return (int)(mib < CACHE_MIB_MAX ? mib : CACHE_MIB_MAX);
}

static bool
fill_town(struct generator *g, const struct generate_conf *conf)
{
    int64_t group = conf->cases / COMMITS_MAX;

    if (group < CASES_PER_COMMIT)
        group = CASES_PER_COMMIT;
    if (!db_load_begin(g->c, cache_mib(conf->cases)) || !add_staff_first(g))
        return false;
    for (int64_t done = 0; done < conf->cases; done += group) {
        int64_t left = conf->cases - done;

        if (!add_cases(g, left < group ? left : group))
            return false;
        if (conf->progress)
            conf->progress(g->out);
    }
    return db_load_end(g->c);
}

bool
generate_town(struct ctx *c, const struct generate_conf *conf, struct generated *out)
{
    const struct machine *before = c->machine;
    struct generator g = { .c = c, .state = conf->seed, .out = out };
    bool ok;

    *out = (struct generated){ 0 };
    if (conf->cases < 1 || conf->cases > CASES_MAX)
        return refuse(c, ERR_INPUT, "--cases: from 1 to %d", CASES_MAX);
    /* the same day gives the same town, at whatever hour it is made */
    g.now = day_begin(day_of(c->now));
    g.machine = (struct machine){ still, fill_random, is_durable, &g };
    c->machine = &g.machine;
    c->now = g.now;
    ok = fill_town(&g, conf);
    c->machine = before;
    return ok;
}
