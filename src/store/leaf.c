#include "leaf.h"

#include "../base/buf.h"
#include "../base/vec.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES_ID = 16, BYTES_THING = 1 + BYTES_ID + 4 + 4 };

static bool
act_char(char ch)
{
    return (ch >= 'a' && ch <= 'z') || (ch >= '0' && ch <= '9') || ch == '_'
           || ch == '.';
}

static bool
act_good(const char *code, size_t n)
{
    if (n == 0 || n > LEAF_ACT_MAX)
        return false;
    for (size_t i = 0; i < n; i++)
        if (!act_char(code[i]))
            return false;
    return true;
}

void
leaf_act(struct leaf *l, const char *code)
{
    size_t n = strlen(code);

    assert(act_good(code, n));
    memset(l->act, 0, sizeof l->act);
    memcpy(l->act, code, n <= LEAF_ACT_MAX ? n : LEAF_ACT_MAX);
}

/* No id, or the one of sixteen zeros, which somebody may have typed and nothing has. */
static bool
id_zero(struct id id)
{
    static const unsigned char none[BYTES_ID] = { 0 };
    unsigned char bytes[BYTES_ID];

    return !id_to_bytes(id, bytes) || memcmp(bytes, none, sizeof bytes) == 0;
}

static struct leaf_thing *
find(const struct leaf *l, enum leaf_kind kind, struct id id)
{
    for (size_t i = 0; i < l->things.n; i++)
        if (l->things.v[i].kind == kind && id_same(l->things.v[i].id, id))
            return &l->things.v[i];
    return NULL;
}

bool
leaf_add(struct arena *mem,
         struct leaf *l,
         enum leaf_kind kind,
         struct id id,
         uint32_t items,
         uint32_t grounds)
{
    struct leaf_thing *t;

    if (id_zero(id))
        return true;
    t = find(l, kind, id);
    if (!t) {
        if (l->things.n == LEAF_THINGS_MAX)
            return false;
        t = VEC_PUSH(mem, &l->things);
        *t = (struct leaf_thing){ .kind = kind, .id = id };
    }
    t->items |= items;
    t->grounds |= grounds;
    l->items |= items;
    l->grounds |= grounds;
    return true;
}

void
leaf_ground_ends(struct leaf *l, int64_t at)
{
    if (at && (l->grounds_end == 0 || at < l->grounds_end))
        l->grounds_end = at;
}

static void
put(struct buf *b, uint64_t v, unsigned width)
{
    while (width--)
        buf_char(b, (char)(v >> (8 * width) & 255));
}

static void
put_id(struct buf *b, struct id id)
{
    unsigned char bytes[BYTES_ID] = { 0 };

    if (!id_none(id) && !id_to_bytes(id, bytes))
        abort(); /* ids are checked where they are read */
    buf_add(b, bytes, sizeof bytes);
}

/* The order of things: by kind, then by the sixteen bytes of the id. */
static int
compare(const struct leaf_thing *a, const struct leaf_thing *b)
{
    unsigned char x[BYTES_ID];
    unsigned char y[BYTES_ID];

    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (!id_to_bytes(a->id, x) || !id_to_bytes(b->id, y))
        abort();
    return memcmp(x, y, sizeof x);
}

static int
compare_void(const void *a, const void *b)
{
    return compare(a, b);
}

static void
put_things(struct buf *b, struct leaf_things *things)
{
    if (things->n > 1)
        qsort(things->v, things->n, sizeof *things->v, compare_void);
    put(b, things->n, 2);
    for (size_t i = 0; i < things->n; i++) {
        put(b, things->v[i].kind, 1);
        put_id(b, things->v[i].id);
        put(b, things->v[i].items, 4);
        put(b, things->v[i].grounds, 4);
    }
}

struct bytes
leaf_encode(struct arena *mem, struct leaf *l, uint64_t seq)
{
    struct buf b = buf_new(mem);
    size_t act = strlen(l->act);

    assert(l->outcome && l->channel && act && seq && l->at >= 0 && l->grounds_end >= 0);
    put(&b, LEAF_VERSION, 1);
    put(&b, seq, 8);
    put(&b, (uint64_t)l->at, 8);
    put(&b, l->outcome, 1);
    put(&b, l->channel, 1);
    put(&b, act, 1);
    buf_add(&b, l->act, act);
    put_id(&b, l->account.id);
    put_id(&b, l->post.id);
    put_id(&b, l->desk.id);
    put_id(&b, l->session.id);
    put(&b, l->epoch, 8);
    put(&b, (uint64_t)l->grounds_end, 8);
    put(&b, l->fence, 8);
    put(&b, l->count, 8);
    put(&b, l->items, 4);
    put(&b, l->grounds, 4);
    put_things(&b, &l->things);
    return (struct bytes){ b.p, b.n };
}

/* What is left to read; bad once more was asked for than there is. */
struct reader {
    const unsigned char *p;
    size_t n;
    bool bad;
};

static const unsigned char *
take(struct reader *in, size_t n)
{
    const unsigned char *p = in->p;

    if (in->bad || n > in->n) {
        in->bad = true;
        return NULL;
    }
    in->p += n;
    in->n -= n;
    return p;
}

static uint64_t
take_number(struct reader *in, unsigned width)
{
    const unsigned char *p = take(in, width);
    uint64_t v = 0;

    for (unsigned i = 0; p && i < width; i++)
        v = v << 8 | p[i];
    return v;
}

static int64_t
take_instant(struct reader *in)
{
    uint64_t v = take_number(in, 8);

    if (v > INT64_MAX) {
        in->bad = true;
        return 0;
    }
    return (int64_t)v;
}

static unsigned
take_choice(struct reader *in, unsigned end)
{
    uint64_t v = take_number(in, 1);

    if (v == 0 || v >= end)
        in->bad = true;
    return in->bad ? 0 : (unsigned)v;
}

static struct id
take_id(struct reader *in)
{
    static const unsigned char none[BYTES_ID] = { 0 };
    const unsigned char *p = take(in, BYTES_ID);

    if (!p || memcmp(p, none, sizeof none) == 0)
        return (struct id){ .s = "" };
    return id_from_bytes(p);
}

static void
take_act(struct reader *in, char out[LEAF_ACT_MAX + 1])
{
    size_t n = (size_t)take_number(in, 1);
    const unsigned char *p = take(in, n);

    memset(out, 0, LEAF_ACT_MAX + 1);
    if (p && act_good((const char *)p, n))
        memcpy(out, p, n);
    else
        in->bad = true;
}

static void
take_things(struct reader *in, struct arena *mem, struct leaf_things *out)
{
    size_t n = (size_t)take_number(in, 2);

    if (in->bad || n > LEAF_THINGS_MAX || in->n != n * BYTES_THING) {
        in->bad = true;
        return;
    }
    out->v = ARENA_ARRAY(mem, n ? n : 1, struct leaf_thing);
    out->cap = n;
    for (size_t i = 0; i < n && !in->bad; i++) {
        struct leaf_thing *t = &out->v[i];

        t->kind = (enum leaf_kind)take_choice(in, LEAF_KIND_N);
        t->id = take_id(in);
        t->items = (uint32_t)take_number(in, 4);
        t->grounds = (uint32_t)take_number(in, 4);
        if (in->bad || id_none(t->id) || (i && compare(t - 1, t) >= 0)) {
            in->bad = true;
            return;
        }
        out->n = i + 1;
    }
}

enum leaf_verdict
leaf_decode(struct arena *mem, const void *p, size_t n, struct leaf *out, uint64_t *seq)
{
    struct reader in = { p, n, false };
    uint64_t version = take_number(&in, 1);

    *out = (struct leaf){ 0 };
    *seq = 0;
    if (in.bad || version != LEAF_VERSION)
        return version > LEAF_VERSION ? LEAF_BAD_VERSION : LEAF_BAD_FORM;
    *seq = take_number(&in, 8);
    out->at = take_instant(&in);
    out->outcome = (enum leaf_outcome)take_choice(&in, LEAF_OUTCOME_N);
    out->channel = (enum leaf_channel)take_choice(&in, LEAF_CHANNEL_N);
    take_act(&in, out->act);
    out->account.id = take_id(&in);
    out->post.id = take_id(&in);
    out->desk.id = take_id(&in);
    out->session.id = take_id(&in);
    out->epoch = take_number(&in, 8);
    out->grounds_end = take_instant(&in);
    out->fence = take_number(&in, 8);
    out->count = take_number(&in, 8);
    out->items = (uint32_t)take_number(&in, 4);
    out->grounds = (uint32_t)take_number(&in, 4);
    take_things(&in, mem, &out->things);
    return in.bad || *seq == 0 ? LEAF_BAD_FORM : LEAF_GOOD;
}

const char *
leaf_outcome_code(enum leaf_outcome o)
{
    static const char *const codes[LEAF_OUTCOME_N] = { "", "served", "changed",
                                                       "refused", "missing" };

    return codes[o];
}

const char *
leaf_channel_code(enum leaf_channel ch)
{
    static const char *const codes[LEAF_CHANNEL_N] = { "", "web", "api", "cli", "job" };

    return codes[ch];
}

const char *
leaf_kind_code(enum leaf_kind k)
{
    static const char *const codes[LEAF_KIND_N] = {
        "",        "case",      "person", "consultation", "referral",
        "meeting", "household", "draft",  "account",      "post",
        "desk",    "paper",     "other",
    };

    return codes[k];
}
