#include "worlds_part.h"

#include "../../src/base/map.h"
#include "../../src/base/vec.h"
#include "../../src/cli/walk_text.h"
#include "../../src/server/route.h"
#include "../../src/web/routes.h"

#include "../walk/paper_text.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/*
 * Two offices, alike but for a case that the readers may not know of. Ids, numbers, tokens
 * and times come from the label of each act, so that both worlds have the same; every page
 * that the readers can ask for must then be the same, byte for byte.
 */

static int64_t
fate_now(void *self)
{
    return atomic_load(&((struct fate *)self)->now);
}

/* Random numbers are the hash of the label and of how many were drawn under it. */
static void
fate_random(void *self, void *out, size_t n)
{
    struct fate *f = self;
    unsigned char *p = out;

    while (n) {
        const uint64_t at = atomic_fetch_add(&f->drawn, 1);
        const struct bytes parts[] = { { f->label, strlen(f->label) },
                                       { &at, sizeof at } };
        const struct hash h = crypt_sha256_parts(parts, 2);
        const size_t take = n < HASH_LEN ? n : HASH_LEN;

        memcpy(p, h.b, take);
        p += take;
        n -= take;
    }
}

static bool
fate_durable(void *self, const char *what)
{
    (void)self;
    (void)what;
    return true;
}

void
worlds_label(struct fate *f, const char *label)
{
    snprintf(f->label, sizeof f->label, "%s", label);
    atomic_store(&f->drawn, 0);
}

/* Refusals carry a number of their own and are many: in bytes, what is kept of one to be shown. */
enum { TRIES = 5, KEPT_OF_REFUSED = 200 };

static bool
begins(const char *target, const char *how)
{
    return strncmp(target, how, strlen(how)) == 0;
}

/* Looks or writes at the web door; out: what came of it. */
static bool
by_web(struct world *w,
       const struct happening *h,
       const char *target,
       const char *fields,
       struct answer *out)
{
    struct arena *mem = w->p->c->mem;
    struct visitor v;

    if (!hold(w->p, enter(w->house.server, mem, h->as, &v), "%s: no log-in", h->as))
        return false;
    if (begins(target, "GET "))
        web_get(w->house.server, mem, &v, target + strlen("GET "), out);
    else
        web_post(w->house.server, mem, &v, target + strlen("WEB "), fields, out);
    return true;
}

static bool
happen(struct world *w, const struct happening *h)
{
    struct arena *mem = w->p->c->mem;
    const bool looks = begins(h->target, "GET ");
    const char *missing = "";
    struct answer a;
    const char *target;
    const char *fields = NULL;
    const char *id;

    if (!hold(w->p,
              walk_expand(mem, h->target, w->kept, &target, &missing)
                  && (looks || walk_expand(mem, h->fields, w->kept, &fields, &missing)),
              "%s: nothing kept as %s", h->name, missing))
        return false;
    worlds_label(&w->fate, h->name);
    if (*target == '/')
        ask_post(w->house.server, mem, h->as, target, fields, &a);
    else if (!by_web(w, h, target, fields, &a))
        return false;
    if (!hold(w->p, done(&a), "%s: status %d: %s", h->name, a.status, a.body))
        return false;
    id = looks ? walk_match(mem, h->fields, a.body) : made(mem, &a);
    if (!hold(w->p, id != NULL, "%s: not at %s", h->name, target))
        return false;
    walk_keep(mem, w->kept, h->name, id);
    /* only what both worlds know takes time */
    if (!h->hidden)
        atomic_fetch_add(&w->fate.now, 60000);
    return true;
}

/* Most answers say the same, that nothing is there: each text is kept once. */
static const char *
kept_text(struct world *w, const char *text)
{
    const char *known = map_get(&w->texts, text);

    if (known)
        return known;
    text = arena_strdup(w->p->c->mem, text);
    map_add(w->p->c->mem, &w->texts, text, text);
    return text;
}

static const char *
canary_in(const char *text)
{
    for (const char *const *word = worlds_canaries; *word; word++)
        if (strstr(text, *word))
            return *word;
    return NULL;
}

void
worlds_keep(struct world *w, const char *what, const struct answer *a)
{
    struct arena *mem = w->pass;
    const bool paper = a->n > 4 && memcmp(a->body, "%PDF", 4) == 0;
    const char *text = paper ? paper_text(mem, a->body, a->n) : a->body;

    w->papers += paper && *text;
    *VEC_PUSH(w->p->c->mem, &w->pages) = (struct page){
        .what = arena_strdup(w->p->c->mem, what),
        .status = a->status,
        .says = canary_in(text),
        .whole = crypt_sha256(text, strlen(text)),
        .body = kept_text(
            w, arena_printf(mem, "%s\n%.*s", a->location ? a->location : "",
                            a->status == 200 ? INT_MAX : KEPT_OF_REFUSED, text)),
    };
    arena_reset(mem);
}

/* Drawing a paper may take longer than it may while others use the machine: once more, then. */
static bool
too_busy(const struct answer *a, int tries)
{
    return a->status == 503 && tries < TRIES;
}

static void
look_at(struct world *w,
        const struct visitor *v,
        const struct route *r,
        const char *target)
{
    struct arena *mem = w->pass;
    const char *what = arena_printf(w->p->c->mem, "%s GET %s", v->login, target);
    struct answer a = { .status = 503 };

    for (int i = 0; too_busy(&a, i); i++) {
        worlds_label(&w->fate, what);
        web_get(w->house.server, mem, v, target, &a);
    }
    w->reached[r - web_routes] += a.status == 200;
    worlds_keep(w, arena_printf(mem, "web %s", what), &a);
    if (!r->api)
        return;
    a.status = 503;
    for (int i = 0; too_busy(&a, i); i++) {
        worlds_label(&w->fate, what);
        ask_get(w->house.server, mem, v->login, target, &a);
    }
    w->reached[r - web_routes] += a.status == 200;
    worlds_keep(w, arena_printf(mem, "cli %s", what), &a);
}

/* An address with a query, whose pattern is that of its path. */
static void
look(struct world *w,
     const struct visitor *v,
     const char *pattern,
     const char *id,
     const char *query)
{
    const struct route *r = web_routes;

    while (r->pattern && (r->method != METHOD_GET || strcmp(r->pattern, pattern) != 0))
        r++;
    if (hold(w->p, r->pattern != NULL, "no address %s", pattern))
        look_at(w, v, r,
                arena_printf(w->p->c->mem, "%s?%s",
                             worlds_address(w->p->c->mem, pattern, id), query));
}

/* "/cases/{id}/notes" with the id in its place. */
const char *
worlds_address(struct arena *mem, const char *pattern, const char *id)
{
    const char *brace = strstr(pattern, "{id}");

    if (!brace)
        return pattern;
    return arena_printf(mem, "%.*s%s%s", (int)(brace - pattern), pattern, id,
                        brace + strlen("{id}"));
}

/* The address with each word in the place of {word}, where it has one. */
static void
look_words(struct world *w,
           const struct visitor *v,
           const struct route *r,
           const char *target)
{
    const char *brace = strstr(target, "{word}");

    if (!brace)
        look_at(w, v, r, target);
    for (const char *const *word = worlds_words; brace && *word; word++)
        look_at(w, v, r,
                arena_printf(w->p->c->mem, "%.*s%s%s", (int)(brace - target), target,
                             *word, brace + strlen("{word}")));
}

static void
look_at_all(struct world *w, const struct visitor *v)
{
    struct arena *mem = w->p->c->mem;

    for (const struct route *r = web_routes; r->pattern; r++) {
        if (r->method != METHOD_GET || strcmp(r->pattern, "/logged-out") == 0)
            continue;
        if (!strstr(r->pattern, "{id}")) {
            look_words(w, v, r, r->pattern);
            continue;
        }
        for (size_t i = 0; i < w->kept->n; i++)
            if (*w->kept->v[i].value)
                look_words(w, v, r,
                           worlds_address(mem, r->pattern, w->kept->v[i].value));
        look_words(w, v, r, worlds_address(mem, r->pattern, "AAAAAAAAAAAAAAAAAAAAAA"));
    }
    look(w, v, "/cases", "", "show=all");
    look(w, v, "/cases", "", "page=2");
    look(w, v, "/intake", "",
         arena_printf(mem, "draft=%s", fields_get(w->kept, "影の下書き")));
    look(w, v, "/meetings/year", "", "body=system_review_meeting");
    look(w, v, "/meetings/groups", "", "body=support_conference");
    look(w, v, "/plan/registers/program", "", "id=multi_agency&year=2026");
    look(w, v, "/cases/{id}/places/propose", fields_get(w->kept, "花"),
         arena_printf(mem, "place=%s&person=%s", fields_get(w->kept, "場"),
                      fields_get(w->kept, "花の人")));
    look(w, v, "/cases/{id}/places/propose", fields_get(w->kept, "花"),
         arena_printf(mem, "place=%s&person=%s", fields_get(w->kept, "場"),
                      fields_get(w->kept, "影の人")));
    worlds_post(w, v, "/search", "q=世界");
    worlds_post(w, v, "/search", "q=影");
    worlds_post(w, v, "/search", "q=かくれた");
    worlds_post(w, v, "/search", "q=封印町");
    worlds_post(w, v, "/search", "q=世界 左");
    worlds_post(w, v, "/search",
                arena_printf(mem, "q=%s", fields_get(w->kept, "影の番号")));
}

static bool
read_world(struct world *w)
{
    for (size_t i = 0; worlds_readers[i]; i++) {
        struct visitor v;

        worlds_label(&w->fate,
                     arena_printf(w->p->c->mem, "%s logs in", worlds_readers[i]));
        if (!hold(w->p, enter(w->house.server, w->p->c->mem, worlds_readers[i], &v),
                  "%s: no log-in", worlds_readers[i]))
            return false;
        look_at_all(w, &v);
        worlds_try_hidden(w, &v);
    }
    return worlds_try_all(w);
}

/* Standard error goes into a file in memory until it is read. */
static bool
log_begin(int *was, int *to)
{
    *was = dup(STDERR_FILENO);
    *to = memfd_create("log", MFD_CLOEXEC);
    return *was >= 0 && *to >= 0 && dup2(*to, STDERR_FILENO) >= 0;
}

static const char *
log_read(struct arena *mem, int was, int from)
{
    const off_t n = lseek(from, 0, SEEK_END);
    char *bytes = arena_alloc(mem, (size_t)(n < 0 ? 0 : n) + 1);
    const ssize_t got = pread(from, bytes, (size_t)(n < 0 ? 0 : n), 0);

    bytes[got < 0 ? 0 : got] = '\0';
    dup2(was, STDERR_FILENO);
    close(was);
    close(from);
    return bytes;
}

/*
 * 100005 has a post at the readers' own desk and one elsewhere, and writes in the one whose id
 * comes first: the other is ended, so that what is hidden lies where the readers work.
 */
static bool
settle(struct world *w)
{
    struct arena *mem = w->p->c->mem;
    const char *lead = fields_get(w->kept, "100001の窓口");
    struct answer a;

    if (strcmp(desk_of(w->p, &w->house, "100005"), lead) == 0)
        return true;
    worlds_label(&w->fate, "settle");
    ask_post(w->house.server, mem, "100008",
             arena_printf(mem, "/posts/%s/end", post_of(w->p, &w->house, "100005")), "",
             &a);
    return hold(w->p, done(&a) && strcmp(desk_of(w->p, &w->house, "100005"), lead) == 0,
                "100005 is not at the desk of the readers: %s", a.body);
}

/* Makes one of the two and reads all of it. */
static bool
make_world(struct world *w, bool with_hidden)
{
    struct arena *mem = w->p->c->mem;
    int was = -1;
    int to = -1;
    bool ok;

    w->fate.machine = (struct machine){
        .now = fate_now,
        .random = fate_random,
        .durable = fate_durable,
        .self = &w->fate,
    };
    atomic_store(&w->fate.now, HOUSE_MORNING);
    worlds_label(&w->fate, "start");
    if (!house_copy(w->p->c, w->p->base, &w->house))
        return false;
    w->house.machine = &w->fate.machine;
    w->house.loud = true;
    if (!log_begin(&was, &to) || !house_open(w->p->c, &w->house))
        return false;
    walk_keep(mem, w->kept, "200001の窓口", desk_of(w->p, &w->house, "200001"));
    walk_keep(mem, w->kept, "100002の窓口", desk_of(w->p, &w->house, "100002"));
    walk_keep(mem, w->kept, "100010の窓口", desk_of(w->p, &w->house, "100010"));
    walk_keep(mem, w->kept, "200002の席", post_of(w->p, &w->house, "200002"));
    walk_keep(mem, w->kept, "200001の席", post_of(w->p, &w->house, "200001"));
    walk_keep(mem, w->kept, "100001の窓口", desk_of(w->p, &w->house, "100001"));
    walk_keep(mem, w->kept, "300001の席", post_of(w->p, &w->house, "300001"));
    ok = settle(w);
    for (size_t i = 0; ok && i < worlds_story_n; i++)
        if (with_hidden || !worlds_story[i].hidden)
            ok = happen(w, &worlds_story[i]);
    ok = ok && read_world(w);
    house_close(&w->house);
    w->log = log_read(mem, was, to);
    return ok;
}

static bool
ends_with(const char *text, const char *end)
{
    const size_t n = strlen(text);
    const size_t m = strlen(end);

    return n >= m && strcmp(text + n - m, end) == 0;
}

/*
 * Office numbers are counted over all cases, for those who may have them, and so differ.
 * Source: design section 5.
 */
static bool
counts_office(const char *what)
{
    static const char *const PAGES[] = {
        "GET /reports",
        "GET /reports/by_desk.csv",
        "GET /users",
        "100009 GET /today",
        "100007 GET /plan/bases",
        "100001 GET /plan/bases",
        "100003 GET /plan/bases",
        "100004 GET /plan/bases",
        "100009 GET /plan/bases",
        "200001 GET /plan/bases",
        "200003 GET /plan/bases",
        "200004 GET /plan/bases",
        "300003 GET /plan/bases",
        "100007 GET /access-requests",
    };

    /* who watches the ledger reads what everybody did, by ids; no word of it */
    if (strstr(what, "100007 GET /ledger"))
        return true;
    /* the form of a new account stands on the page of all, with how many cases each has */
    if (strstr(what, "100008 POST /users "))
        return true;
    for (size_t i = 0; i < sizeof PAGES / sizeof *PAGES; i++)
        if (ends_with(what, PAGES[i]))
            return true;
    return false;
}

static bool
same(struct proof *p, const struct pages *a, const struct pages *b)
{
    size_t served = 0;
    size_t differ = 0;

    if (!hold(p, a->n == b->n, "%zu pages and %zu", a->n, b->n))
        return false;
    for (size_t i = 0; i < a->n; i++) {
        const struct page *x = &a->v[i];
        const struct page *y = &b->v[i];
        size_t at = 0;

        served += x->status == 200;
        while (x->body[at] && x->body[at] == y->body[at])
            at++;
        if (x->status == y->status
            && ((!x->body[at] && !y->body[at]
                 && memcmp(&x->whole, &y->whole, sizeof x->whole) == 0)
                || counts_office(x->what)))
            continue;
        differ++;
        printf("     %s: %d and %d, differ from byte %zu: …%.120s… and …%.120s…\n",
               x->what, x->status, y->status, at, x->body + (at < 40 ? 0 : at - 40),
               y->body + (at < 40 ? 0 : at - 40));
    }
    printf("     worlds: %zu pages compared, %zu of them served\n", a->n, served);
    return hold(p, !differ, "%zu pages differ", differ)
           && hold(p, served > 300, "hardly anything was served");
}

/* No word of what is hidden stands in anything that was served, whatever the format. */
static bool
silent(struct proof *p, const struct pages *pages)
{
    for (size_t i = 0; i < pages->n; i++)
        if (pages->v[i].says && strstr(pages->v[i].what, " GET "))
            return hold(p, false, "%s says %s", pages->v[i].what, pages->v[i].says);
    return true;
}

/* Nor in what the server logged, of which there must be a line for each thing asked. */
static bool
tells_no_log(struct proof *p, const struct world *w)
{
    size_t lines = 0;

    for (const char *at = w->log; *at; at++)
        lines += *at == '\n';
    printf("     worlds: %zu lines of the server's log, %zu papers read\n", lines,
           w->papers);
    for (const char *const *word = worlds_canaries; *word; word++)
        if (!hold(p, !strstr(w->log, *word), "the log says %s", *word))
            return false;
    return hold(p, lines >= w->pages.n, "hardly anything was logged")
           && hold(p, w->papers > 0, "no paper was read");
}

/* Nor in the raw bytes of the store and of what it writes ahead. SQLite alone is in files. */
static bool
sealed(struct proof *p, const struct house *h)
{
    static const char *const FILES[] = { "kasane.db", "kasane.db-wal" };

    for (size_t i = 0; !h->pg && i < sizeof FILES / sizeof *FILES; i++) {
        const char *path =
            arena_printf(p->c->mem, "%s/niiza/%s", h->folders.data, FILES[i]);
        size_t n = 0;
        const char *bytes =
            machine_read(&machine_real, p->c->mem, path, (size_t)256 << 20, &n);

        if (!hold(p, bytes || i, "%s cannot be read", path))
            return false;
        for (const char *const *word = worlds_canaries; bytes && *word; word++)
            if (!hold(p, !memmem(bytes, n, *word, strlen(*word)), "%s says %s", path,
                      *word))
                return false;
    }
    return true;
}

/* The comparison can see: one who reaches the hidden case must get other pages. */
static bool
sees_difference(struct proof *p, struct world *with)
{
    struct answer a;

    if (!house_open(p->c, &with->house))
        return false;
    ask_get(with->house.server, p->c->mem, "100002", "/cases", &a);
    house_close(&with->house);
    return hold(p, strstr(a.body, "世界 影") != NULL, "the hidden case is nowhere");
}

bool
prove_worlds(struct proof *p)
{
    struct fields kept = { .n = 0 };
    struct world *with = ARENA_NEW(p->c->mem, struct world);
    struct world *without = ARENA_NEW(p->c->mem, struct world);
    bool ok;

    with->p = p;
    with->kept = &kept;
    with->pass = arena_new();
    with->reached = ARENA_ARRAY(p->c->mem, worlds_routes_n(), size_t);
    without->p = p;
    without->kept = &kept;
    without->pass = arena_new();
    without->reached = ARENA_ARRAY(p->c->mem, worlds_routes_n(), size_t);
    ok = make_world(with, true) && make_world(without, false)
         && same(p, &with->pages, &without->pages) && silent(p, &with->pages)
         && tells_no_log(p, with) && sealed(p, &with->house) && sees_difference(p, with)
         && worlds_said(p, &with->house, &kept) && worlds_reached(p, with);
    house_remove(&with->house);
    house_remove(&without->house);
    arena_free(with->pass);
    arena_free(without->pass);
    return ok;
}
