#include "ledger_check.h"

#include "../base/vec.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

void
ledger_check_start(struct ledger_check *k, struct arena *mem, const struct merkle *from)
{
    *k = (struct ledger_check){ .mem = mem };
    if (from)
        k->tree = *from;
    k->good = k->tree.n;
}

static void
find(struct ledger_check *k, enum ledger_fault fault, uint64_t seq, uint64_t until)
{
    if (k->found.fault == LEDGER_WHOLE)
        k->found = (struct ledger_finding){ fault, seq, until };
}

void
ledger_check_expect(struct ledger_check *k,
                    uint64_t size,
                    const struct hash *root,
                    enum ledger_source source)
{
    assert(!k->sorted);
    if (size < k->tree.n)
        return;
    *VEC_PUSH(k->mem, &k->expects) =
        (struct ledger_expect){ .size = size, .root = *root, .source = source };
}

void
ledger_check_note(struct ledger_check *k,
                  const char *text,
                  size_t n,
                  const char *origin,
                  const unsigned char open[KEY_LEN],
                  enum ledger_source source)
{
    struct checkpoint cp;

    if (note_read(text, n, origin, open, &cp) != NOTE_GOOD)
        find(k, source == LEDGER_MARK ? LEDGER_BAD_MARK : LEDGER_BAD_CHECKPOINT, 0, 0);
    else
        ledger_check_expect(k, cp.size, &cp.root, source);
}

static int
by_size(const void *a, const void *b)
{
    const struct ledger_expect *x = a;
    const struct ledger_expect *y = b;

    if (x->size != y->size)
        return x->size < y->size ? -1 : 1;
    return (x->source < y->source)
           - (x->source > y->source); /* the signed ones first */
}

/* Compares the tree as it stands with all that was expected of this size. */
static void
compare(struct ledger_check *k)
{
    struct hash root;
    bool known = false;

    for (; k->passed < k->expects.n; k->passed++) {
        const struct ledger_expect *e = &k->expects.v[k->passed];

        if (e->size != k->tree.n)
            return;
        if (!known)
            root = merkle_root(&k->tree);
        known = true;
        if (!crypt_hash_same(&root, &e->root))
            find(k, LEDGER_REWRITTEN, k->good + (k->good < k->tree.n), k->tree.n);
        else if (e->source != LEDGER_HEAD)
            k->good = k->tree.n;
    }
}

static void
sort_once(struct ledger_check *k)
{
    if (k->sorted)
        return;
    k->sorted = true;
    if (k->expects.n > 1)
        qsort(k->expects.v, k->expects.n, sizeof *k->expects.v, by_size);
    compare(k);
}

/* The leaf at this place says another place. What follows tells more: see go_on(). */
static void
misplaced(struct ledger_check *k, uint64_t seq, uint64_t says)
{
    find(k, says > seq ? LEDGER_MISSING : LEDGER_ADDED, seq, seq);
    if (says < seq)
        k->behind = seq - says;
}

static void
look_at(struct ledger_check *k, const struct ledger_row *row, const struct hash *h)
{
    struct arena_mark pass = arena_mark(k->mem);
    struct leaf leaf;
    uint64_t says;

    if (row->hash.n != HASH_LEN || memcmp(row->hash.p, h->b, HASH_LEN) != 0
        || leaf_decode(k->mem, row->body.p, row->body.n, &leaf, &says) != LEAF_GOOD)
        find(k, LEDGER_CHANGED, row->seq, row->seq);
    else if (says != row->seq)
        misplaced(k, row->seq, says);
    else if (row->indexed
             && (row->at != leaf.at || !id_same(row->post.id, leaf.post.id)))
        find(k, LEDGER_INDEX, row->seq, row->seq);
    arena_rewind(k->mem, pass);
}

/* Returns the place that a leaf says it has; 0 when it cannot be read. */
static uint64_t
place_of(const struct ledger_check *k, const struct ledger_row *row)
{
    struct arena_mark pass = arena_mark(k->mem);
    struct leaf leaf;
    uint64_t says = 0;
    bool good =
        leaf_decode(k->mem, row->body.p, row->body.n, &leaf, &says) == LEAF_GOOD;

    arena_rewind(k->mem, pass);
    return good ? says : 0;
}

/* Leaves were put in and pushed the rest on, so the first of them is the bad one. */
static void
blame_first_added(struct ledger_check *k)
{
    k->found.seq -= k->behind;
    k->found.until = k->found.seq;
    k->behind = 0;
}

/*
 * After a leaf that was not in its place: a missing one that turns up further on was moved;
 * when the next is as far behind too, leaves were put in before it. False when nothing more
 * can be learned.
 */
static bool
go_on(struct ledger_check *k, const struct ledger_row *row)
{
    uint64_t says = place_of(k, row);

    if (k->found.fault == LEDGER_MISSING) {
        if (says == k->found.seq)
            k->found.fault = LEDGER_MOVED;
        return k->found.fault == LEDGER_MISSING;
    }
    if (k->behind && says && says + k->behind == row->seq)
        blame_first_added(k);
    k->behind = 0;
    return false;
}

bool
ledger_check_feed(struct ledger_check *k, const struct ledger_row *row)
{
    uint64_t next = k->tree.n + 1;
    struct hash h;

    sort_once(k);
    if (k->found.fault == LEDGER_WHOLE && row->seq > next)
        find(k, LEDGER_MISSING, next, next);
    if (k->found.fault == LEDGER_WHOLE && row->seq < next)
        find(k, LEDGER_ADDED, row->seq, row->seq);
    if (k->found.fault != LEDGER_WHOLE)
        return go_on(k, row);
    h = merkle_leaf(row->body.p, row->body.n);
    look_at(k, row, &h);
    merkle_append(&k->tree, &h);
    compare(k);
    return k->found.fault == LEDGER_WHOLE || k->found.fault == LEDGER_MISSING
           || k->behind;
}

/* Whoever knows of more leaves than came; the store itself is asked first. */
static void
find_cut(struct ledger_check *k)
{
    const struct ledger_expect *most = NULL;

    for (size_t i = k->passed; i < k->expects.n; i++) {
        const struct ledger_expect *e = &k->expects.v[i];

        if (!most || e->source != LEDGER_MARK || most->source == LEDGER_MARK)
            most = e;
    }
    if (most)
        find(k, most->source == LEDGER_MARK ? LEDGER_ROLLED_BACK : LEDGER_CUT_OFF,
             k->tree.n + 1, most->size);
}

/* More leaves came than the store's own note of its size knows. */
static void
find_surplus(struct ledger_check *k)
{
    for (size_t i = 0; i < k->passed; i++)
        if (k->expects.v[i].source == LEDGER_HEAD && k->expects.v[i].size < k->tree.n)
            find(k, LEDGER_ADDED, k->expects.v[i].size + 1, k->tree.n);
}

struct ledger_finding
ledger_check_end(struct ledger_check *k)
{
    sort_once(k);
    if (k->behind
        && (!k->expects.n || k->expects.v[k->expects.n - 1].size < k->found.seq))
        blame_first_added(k); /* there are more leaves than anybody knows of */
    find_cut(k);
    find_surplus(k);
    return k->found;
}

const char *
ledger_fault_code(enum ledger_fault f)
{
    static const char *const codes[] = {
        "whole",   "changed",     "missing",   "moved",          "added",    "index",
        "cut_off", "rolled_back", "rewritten", "bad_checkpoint", "bad_mark",
    };

    return codes[f];
}

const char *
ledger_fault_sentence(struct arena *mem, const struct ledger_finding *f)
{
    unsigned long long seq = f->seq;
    unsigned long long until = f->until;

    switch (f->fault) {
    case LEDGER_WHOLE:
        return "記録は変わっていません。";
    case LEDGER_CHANGED:
        return arena_printf(mem, "%llu番の記録が書き換えられています。", seq);
    case LEDGER_MISSING:
        return arena_printf(mem, "%llu番の記録がなくなっています。", seq);
    case LEDGER_MOVED:
        return arena_printf(mem, "%llu番の記録がほかの場所に移されています。", seq);
    case LEDGER_ADDED:
        return arena_printf(mem, "%llu番に、あとから入れられた記録があります。", seq);
    case LEDGER_INDEX:
        return arena_printf(mem, "%llu番の索引が記録と違います。", seq);
    case LEDGER_CUT_OFF:
        return arena_printf(mem, "%llu番から%llu番までの記録が切り取られています。",
                            seq, until);
    case LEDGER_ROLLED_BACK:
        return arena_printf(
            mem,
            "%llu番から%llu番までの記録がありません。古い写しと入れ替えられ"
            "ています。",
            seq, until);
    case LEDGER_REWRITTEN:
        return arena_printf(mem, "%llu番から%llu番までのどれかが作り直されています。",
                            seq, until);
    case LEDGER_BAD_CHECKPOINT:
        return "署名の合わない確認点があります。";
    case LEDGER_BAD_MARK:
        return "控えの署名が合いません。";
    }
    return "";
}
