#include "proof.h"

#include "../../src/base/vec.h"
#include "../../src/cli/walk_text.h"
#include "../../src/server/route.h"
#include "../../src/web/routes.h"

#include <stdio.h>
#include <string.h>

/*
 * Two offices, alike but for a case that the readers may not know of. Ids, numbers, tokens
 * and times come from the label of each act, so that both worlds have the same; every page
 * that the readers can ask for must then be the same, byte for byte.
 */

struct fate {
    struct machine machine;
    _Atomic int64_t now;
    char label[128];
    _Atomic uint64_t drawn;
};

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

static void
fate_label(struct fate *f, const char *label)
{
    snprintf(f->label, sizeof f->label, "%s", label);
    atomic_store(&f->drawn, 0);
}

/* An act on the way to the world; its id is kept under its name. {name} in texts. */
struct happening {
    const char *name;
    bool hidden;
    const char *as;
    const char *target;
    const char *fields;
};

static const struct happening STORY[] = {
    { "花", false, "100001", "/cases", "words=眠れない name=世界 花 place=栗原" },
    { "影", true, "200002", "/cases",
      "words=眠れない name=世界 影 place=栗原 urgency=now" },
    { "花の記録", false, "100001", "/cases/{花}/notes",
      "method=telephone result=spoke fact=話した next_what=訪ねる next_on=2026-05-08" },
    { "影の記録", true, "200002", "/cases/{影}/notes",
      "method=visit result=met fact=かくれた事実 next_what=また訪ねる "
      "next_on=2026-05-08" },
    { "花のつなぎ", false, "100001", "/cases/{花}/referrals",
      "desk={200001の窓口} ask=advice purpose=助言 handed=眠れないと言う" },
    { "影のつなぎ", true, "200002", "/cases/{影}/referrals",
      "desk={100002の窓口} ask=take_over purpose=引き受けて handed=かくれた中身" },
    { "影の受け取り", true, "100002", "/referrals/{影のつなぎ}/accept",
      "reply=受けた" },
    { "花の受け取り", false, "200001", "/referrals/{花のつなぎ}/accept",
      "reply=受けた" },
    { "影の対応", true, "100002", "/cases/{影}/steps",
      "what=かくれた対応 due=2026-05-09" },
    { "花の対応", false, "100001", "/cases/{花}/steps",
      "what=見える対応 due=2026-05-09" },
    { "影の下書き", true, "200002", "/cases", "draft=1 words=かくれた下書き" },
    { "花の下書き", false, "100001", "/cases", "draft=1 words=見える下書き" },
    /* a sealed household at the readers' own desk */
    { "封", true, "100005", "/cases",
      "words=かくれた相談 name=世界 封 place=封印町1番" },
    { "封の伏せ", true, "100005", "/cases/{封}/protection/seal",
      "reason=かくれたわけ" },
    /* somebody whom the readers know, and where she is, which they do not */
    { "守", false, "100005", "/cases", "words=家を出たい name=世界 守" },
    { "守の保護", true, "100005", "/cases/{守}/protection/whereabouts",
      "address=かくれた町7丁目77番 telephone=090-0000-7777 from_whom=かくれた夫" },
    { "守の住まい", true, "100005", "/restrictions/{守の保護}/whereabouts",
      "address=かくれた町8丁目88番" },
    /* two sides of a household: the readers serve the one and know nothing of the other */
    { "右", false, "100005", "/cases", "words=片方の相談 name=世界 右" },
    { "左", true, "100005", "/cases", "words=かくれた片方 name=世界 左" },
    { "左の分け", true, "100005", "/cases/{左}/protection/split",
      "other={右の番号} reason=かくれた暴力 across=100001 100003 100004 100009" },
    { "月", false, "100003", "/cases", "words=同じ名前の人 name=世界 影" },
    { "月のつなぎ", false, "100003", "/cases/{月}/referrals",
      "desk={200001の窓口} ask=watch purpose=見守り handed=見守ってほしい" },
    { "月の返し", false, "200001", "/referrals/{月のつなぎ}/return",
      "reason=no_capacity explain=いっぱいです" },
};

static const char *const READERS[] = { "100001", "100003", "100004", "100008",
                                       "100009", "200001", "300001", "300002" };

struct pages {
    struct page {
        const char *what;
        int status;
        struct hash hash;
        const char *body;
    } * v;
    size_t n;
    size_t cap;
};

struct world {
    struct proof *p;
    struct house house;
    struct fate fate;
    struct fields *kept; /* ids by name, those of the hidden too */
    struct pages pages;
};

/* What somebody might have seen on paper. */
static void
keep_number(struct world *w, const char *as, const char *name)
{
    struct arena *mem = w->p->c->mem;
    const char *path = arena_printf(mem, "/cases/%s", fields_get(w->kept, name));
    struct answer a;

    ask_get(w->house.server, mem, as, path, &a);
    walk_keep(mem, w->kept, arena_printf(mem, "%sの番号", name),
              walk_match(mem, "R8-[0-9]{6}-[0-9]", a.body));
}

static bool
happen(struct world *w, const struct happening *h)
{
    struct arena *mem = w->p->c->mem;
    const char *missing = "";
    struct answer a;
    const char *target;
    const char *fields;

    if (!hold(w->p,
              walk_expand(mem, h->target, w->kept, &target, &missing)
                  && walk_expand(mem, h->fields, w->kept, &fields, &missing),
              "nothing kept as %s", missing))
        return false;
    fate_label(&w->fate, h->name);
    ask_post(w->house.server, mem, h->as, target, fields, &a);
    if (!hold(w->p, done(&a), "%s: status %d: %s", h->name, a.status, a.body))
        return false;
    walk_keep(mem, w->kept, h->name, made(mem, &a));
    if (strcmp(h->name, "右") == 0)
        keep_number(w, "100005", h->name);
    /* only what both worlds know takes time */
    if (!h->hidden)
        atomic_fetch_add(&w->fate.now, 60000);
    return true;
}

static void
keep_page(struct world *w, const char *what, const struct answer *a)
{
    struct arena *mem = w->p->c->mem;

    *VEC_PUSH(mem, &w->pages) = (struct page){
        .what = what,
        .status = a->status,
        .body = arena_printf(mem, "%s\n%s", a->location ? a->location : "", a->body),
        .hash = crypt_sha256(a->body, a->n),
    };
}

static void
look(struct world *w, const struct visitor *v, const char *target)
{
    struct arena *mem = w->p->c->mem;
    const char *what = arena_printf(mem, "%s GET %s", v->login, target);
    struct answer a;

    fate_label(&w->fate, what);
    web_get(w->house.server, mem, v, target, &a);
    keep_page(w, arena_printf(mem, "web %s", what), &a);
    fate_label(&w->fate, what);
    ask_get(w->house.server, mem, v->login, target, &a);
    keep_page(w, arena_printf(mem, "cli %s", what), &a);
}

static void
try_post(struct world *w,
         const struct visitor *v,
         const char *target,
         const char *fields)
{
    struct arena *mem = w->p->c->mem;
    const char *what = arena_printf(mem, "%s POST %s %s", v->login, target, fields);
    struct answer a;

    fate_label(&w->fate, what);
    web_post(w->house.server, mem, v, target, fields, &a);
    keep_page(w, what, &a);
}

/* "/cases/{id}/notes" with the id in its place. */
static const char *
address(struct arena *mem, const char *pattern, const char *id)
{
    const char *brace = strstr(pattern, "{id}");

    if (!brace)
        return pattern;
    return arena_printf(mem, "%.*s%s%s", (int)(brace - pattern), pattern, id,
                        brace + strlen("{id}"));
}

static void
look_at_all(struct world *w, const struct visitor *v)
{
    struct arena *mem = w->p->c->mem;

    for (const struct route *r = web_routes; r->pattern; r++) {
        if (r->method != METHOD_GET || strcmp(r->pattern, "/logged-out") == 0)
            continue;
        if (!strstr(r->pattern, "{id}")) {
            look(w, v, r->pattern);
            continue;
        }
        for (size_t i = 0; i < w->kept->n; i++)
            if (*w->kept->v[i].value)
                look(w, v, address(mem, r->pattern, w->kept->v[i].value));
        look(w, v, address(mem, r->pattern, "AAAAAAAAAAAAAAAAAAAAAA"));
    }
    look(w, v, "/cases?show=all");
    look(w, v, "/cases?page=2");
    look(w, v,
         arena_printf(mem, "/intake?draft=%s", fields_get(w->kept, "影の下書き")));
    try_post(w, v, "/search", "q=世界");
    try_post(w, v, "/search", "q=影");
    try_post(w, v, "/search", "q=かくれた");
    try_post(w, v, "/search", "q=封印町");
    try_post(w, v, "/search", "q=世界 左");
    try_post(w, v, "/search",
             arena_printf(mem, "q=%s", fields_get(w->kept, "影の番号")));
}

/* What is tried on the hidden: all of it must fail alike. */
static void
try_hidden(struct world *w, const struct visitor *v)
{
    struct arena *mem = w->p->c->mem;
    const char *id = fields_get(w->kept, "影");
    const char *referral = fields_get(w->kept, "影のつなぎ");

    try_post(w, v, arena_printf(mem, "/cases/%s/notes", id),
             "method=visit result=met fact=x key=a1");
    try_post(w, v, arena_printf(mem, "/cases/%s/steps", id),
             "what=x due=2026-05-09 key=a2");
    try_post(w, v, arena_printf(mem, "/cases/%s/referrals", id),
             arena_printf(mem, "desk=%s ask=advice purpose=x handed=x key=a3",
                          fields_get(w->kept, "100002の窓口")));
    try_post(w, v, arena_printf(mem, "/referrals/%s/accept", referral), "key=a4");
    try_post(w, v, arena_printf(mem, "/referrals/%s/return", referral),
             "reason=other explain=x key=a5");
    try_post(w, v, arena_printf(mem, "/referrals/%s/cancel", referral), "key=a6");
    try_post(w, v,
             arena_printf(mem, "/drafts/%s/drop", fields_get(w->kept, "影の下書き")),
             "key=a7");
}

static bool
read_world(struct world *w)
{
    for (size_t i = 0; i < sizeof READERS / sizeof *READERS; i++) {
        struct visitor v;

        fate_label(&w->fate, arena_printf(w->p->c->mem, "%s logs in", READERS[i]));
        if (!hold(w->p, enter(w->house.server, w->p->c->mem, READERS[i], &v),
                  "%s: no log-in", READERS[i]))
            return false;
        look_at_all(w, &v);
        try_hidden(w, &v);
    }
    return true;
}

/* Makes one of the two and reads all of it. */
static bool
make_world(struct world *w, bool with_hidden)
{
    struct arena *mem = w->p->c->mem;
    bool ok;

    w->fate.machine = (struct machine){
        .now = fate_now,
        .random = fate_random,
        .durable = fate_durable,
        .self = &w->fate,
    };
    atomic_store(&w->fate.now, HOUSE_MORNING);
    fate_label(&w->fate, "start");
    if (!house_copy(w->p->c, w->p->base, &w->house))
        return false;
    w->house.machine = &w->fate.machine;
    if (!house_open(w->p->c, &w->house))
        return false;
    walk_keep(mem, w->kept, "200001の窓口", desk_of(w->p, &w->house, "200001"));
    walk_keep(mem, w->kept, "100002の窓口", desk_of(w->p, &w->house, "100002"));
    ok = true;
    for (size_t i = 0; ok && i < sizeof STORY / sizeof *STORY; i++)
        if (with_hidden || !STORY[i].hidden)
            ok = happen(w, &STORY[i]);
    if (ok && with_hidden)
        keep_number(w, "200002", "影");
    ok = ok && read_world(w);
    house_close(&w->house);
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
        "GET /reports",           "GET /users",
        "100009 GET /today",      "100001 GET /plan/bases",
        "100003 GET /plan/bases", "100004 GET /plan/bases",
        "100009 GET /plan/bases", "200001 GET /plan/bases",
    };

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
            && ((!x->body[at] && !y->body[at]) || counts_office(x->what)))
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
    without->p = p;
    without->kept = &kept;
    ok = make_world(with, true) && make_world(without, false)
         && same(p, &with->pages, &without->pages) && sees_difference(p, with);
    house_remove(&with->house);
    house_remove(&without->house);
    return ok;
}
