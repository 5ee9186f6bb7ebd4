/*
 * Proofs of the promises that hold however things go: nothing acknowledged is lost, nothing
 * is half done, nothing is served without its leaf or after its ground ended, and what is
 * hidden leaves no trace. Both engines.
 *
 *     kasane-proof PROFILES [NAME|all [SCALE [ENGINE]]]     under tests/pg
 *
 * ENGINE is sqlite or postgresql, for a long run on one of them; sqlite alone needs no server.
 */
#include "proof.h"

#include "../../src/base/buf.h"
#include "../../src/base/text.h"
#include "../../src/cli/demo_staff.h"
#include "../../src/cli/walk_text.h"
#include "gen/sql.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool
hold(struct proof *p, bool holds, const char *fmt, ...)
{
    va_list ap;
    const char *text;

    if (holds)
        return true;
    va_start(ap, fmt);
    text = arena_vprintf(p->c->mem, fmt, ap);
    va_end(ap);
    return refuse(p->c, ERR_RULE, "%s", text);
}

static void
ask(struct server *s, struct arena *mem, struct call *call, struct answer *out)
{
    call->town = "niiza";
    call->remote = call->as ? call->as : "proof";
    call_server(s, mem, call, out);
}

void
ask_get(struct server *s,
        struct arena *mem,
        const char *as,
        const char *target,
        struct answer *out)
{
    struct call call = {
        .channel = CHANNEL_CLI, .method = METHOD_GET, .as = as, .target = target
    };

    ask(s, mem, &call, out);
}

void
ask_post(struct server *s,
         struct arena *mem,
         const char *as,
         const char *target,
         const char *fields,
         struct answer *out)
{
    struct call call = {
        .channel = CHANNEL_CLI, .method = METHOD_POST, .as = as, .target = target
    };

    walk_fields(mem, fields, &call.form);
    call.key = fields_get(&call.form, "key");
    ask(s, mem, &call, out);
}

const char *
made(struct arena *mem, const struct answer *a)
{
    const char *id = walk_match(mem, "\"id\":\"([^\"]+)\"", a->body);

    return id ? id : "";
}

bool
done(const struct answer *a)
{
    return a->status == 200 || a->status == 201 || a->status == 303;
}

bool
enter(struct server *s, struct arena *mem, const char *login, struct visitor *out)
{
    struct call call = { .channel = CHANNEL_WEB,
                         .method = METHOD_POST,
                         .target = "/login",
                         .remote = login };
    struct answer a;

    *out = (struct visitor){ .login = login };
    fields_add(mem, &call.form, "number", login);
    fields_add(mem, &call.form, "password", DEMO_PASSWORD);
    ask(s, mem, &call, &a);
    if (a.status != 303 || !a.cookie)
        return false;
    out->token = walk_match(mem, "=([A-Za-z0-9_-]+);", a.cookie);
    web_get(s, mem, out, "/session", &a);
    out->csrf = walk_hidden(mem, a.body, "csrf");
    return out->csrf != NULL;
}

void
web_get(struct server *s,
        struct arena *mem,
        const struct visitor *v,
        const char *target,
        struct answer *out)
{
    struct call call = { .channel = CHANNEL_WEB,
                         .method = METHOD_GET,
                         .token = v->token,
                         .target = target };

    ask(s, mem, &call, out);
}

void
web_post(struct server *s,
         struct arena *mem,
         const struct visitor *v,
         const char *target,
         const char *fields,
         struct answer *out)
{
    struct call call = { .channel = CHANNEL_WEB,
                         .method = METHOD_POST,
                         .token = v->token,
                         .target = target };

    walk_fields(mem, fields, &call.form);
    fields_add(mem, &call.form, "csrf", v->csrf);
    call.key = fields_get(&call.form, "key");
    ask(s, mem, &call, out);
}

/* What the walk's word ("desk_of") tells of the log-in. */
static const char *
told_of(struct proof *p, const struct house *h, const char *word, const char *login)
{
    const struct walk_how how = { .town = "niiza" };
    struct walk_result r = { .line = 0 };
    struct ctx c = { .mem = p->c->mem, .machine = &machine_real };

    if (!walk_run(&c, h->server, word,
                  arena_printf(p->c->mem, "%s d = %s", word, login), &how, &r))
        return "";
    return fields_get(&r.kept, "d");
}

const char *
desk_of(struct proof *p, const struct house *h, const char *login)
{
    return told_of(p, h, "desk_of", login);
}

const char *
post_of(struct proof *p, const struct house *h, const char *login)
{
    return told_of(p, h, "post_of", login);
}

static int64_t
faulty_now(void *self)
{
    return atomic_load(&((struct faulty *)self)->clock.now);
}

static void
faulty_random(void *self, void *out, size_t n)
{
    (void)self;
    machine_random(&machine_real, out, n);
}

static bool
faulty_durable(void *self, const char *what)
{
    struct faulty *f = self;
    int left = atomic_load(&f->fail_commits);

    if (atomic_load(&f->kill_in) > 0 && atomic_fetch_sub(&f->kill_in, 1) == 1)
        kill(getpid(), SIGKILL);
    if (atomic_load(&f->refuse))
        return false;
    if (left <= 0 || strcmp(what, "commit") != 0)
        return true;
    atomic_fetch_sub(&f->fail_commits, 1);
    return false;
}

void
faulty_start(struct faulty *f)
{
    memset(f, 0, sizeof *f);
    walk_clock_start(&f->clock, HOUSE_MORNING);
    f->machine = (struct machine){
        .now = faulty_now,
        .random = faulty_random,
        .durable = faulty_durable,
        .self = f,
    };
}

static const struct {
    const char *name;
    bool (*run)(struct proof *p);
    const char *what;
} PROOFS[] = {
    { "statements", prove_statements, "every statement fits engine and schema" },
    { "reach", prove_reach_mended, "a wrong row of reach is found and mended" },
    { "newer", prove_newer_refused, "a newer database is refused" },
    { "keys", prove_wrong_keys, "a wrong key is refused and said" },
    { "older", prove_older_copy, "an older copy in its place is refused" },
    { "leaf", prove_refused_leaf, "no leaf, no page" },
    { "group", prove_group_death, "a group that dies runs once more, once" },
    { "full", prove_full_disk, "a full disk gives the form back" },
    { "worlds", prove_worlds, "a hidden case leaves no trace" },
    { "race", prove_race, "nothing is served after its return" },
    { "year", prove_year, "nothing is forgotten in a year" },
    { "play", prove_play, "a year goes on through deaths, each act once" },
    { "kill", prove_kill, "nothing acknowledged is lost by kill -9" },
};

static int
run_engine(
    const char *pg, const char *profiles, const char *only, int64_t scale, int *ran)
{
    struct ctx c = { .mem = arena_new(), .machine = &machine_real };
    struct house base;
    const bool built = house_build(&c, pg, profiles, house_towns, 1, &base);
    int failed = !built;

    if (!built)
        printf("FAIL %s\n", c.err.text);
    for (size_t i = 0; built && i < sizeof PROOFS / sizeof *PROOFS; i++) {
        struct ctx own = { .mem = arena_new(), .machine = &machine_real };
        struct proof p = {
            .c = &own, .base = &base, .profiles = profiles, .scale = scale
        };
        bool ok;

        if (!only || strcmp(only, PROOFS[i].name) == 0) {
            ok = PROOFS[i].run(&p);
            (*ran)++;
            printf("%s %s %s: %s\n", ok ? "ok  " : "FAIL", PROOFS[i].name,
                   pg ? "postgresql" : "sqlite", ok ? PROOFS[i].what : own.err.text);
            fflush(stdout);
            failed += !ok;
        }
        arena_free(own.mem);
    }
    house_remove(&base);
    arena_free(c.mem);
    return failed;
}

int
main(int argc, char **argv)
{
    const char *pg = getenv("KASANE_PG");
    const char *only = argc > 2 && strcmp(argv[2], "all") != 0 ? argv[2] : NULL;
    int64_t scale = 1;
    const char *engine = argc > 4 ? argv[4] : "";
    const bool sqlite = !text_same(engine, "postgresql");
    const bool postgresql = !text_same(engine, "sqlite");
    int failed = 0;
    int ran = 0;

    signal(SIGPIPE, SIG_IGN);
    if (argc < 2 || (argc > 3 && !text_int(argv[3], 1, 1000, &scale))
        || (*engine && sqlite && postgresql) || !crypt_start()) {
        fputs("kasane-proof PROFILES [NAME|all [SCALE [ENGINE]]]\n", stderr);
        return 2;
    }
    if (postgresql && !pg)
        puts("FAIL KASANE_PG is not set; run this under tests/pg");
    failed += postgresql && !pg;
    if (sqlite)
        failed += run_engine(NULL, argv[1], only, scale, &ran);
    if (postgresql && pg)
        failed += run_engine(pg, argv[1], only, scale, &ran);
    if (!ran) {
        puts("FAIL no proof of that name");
        failed++;
    }
    printf("%d passed, %d failed\n", ran > failed ? ran - failed : 0, failed);
    return failed ? 1 : 0;
}
