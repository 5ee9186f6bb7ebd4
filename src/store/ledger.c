#include "ledger.h"

#include "gen/sql.h"

#include "../base/machine.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { CHECKPOINT_EVERY = 256, TAKE = 1000, MARK_MAX = 4096 };

bool
ledger_read_key(struct ctx *c, const char *key_path, struct sign_key *out)
{
    unsigned char seed[KEY_LEN];
    size_t n = 0;
    char *text = machine_read(c->machine, c->mem, key_path, 256, &n);

    if (text && n && text[n - 1] == '\n')
        n--;
    if (!text || !crypt_base64_read(text, n, seed, sizeof seed))
        return refuse(c, ERR_OUTSIDE, "%s: not a signing key", key_path);
    *out = crypt_sign_key(seed);
    crypt_wipe(seed, sizeof seed);
    return true;
}

/* Where the tree stood at the newest checkpoint, and that its root is the signed one. */
static bool
take_edge(struct ctx *c, struct ledger *l)
{
    struct sql_checkpoint_last_row last;
    struct sql_setting_get_row edge;
    struct checkpoint cp;
    struct hash root;
    unsigned char bytes[MERKLE_EDGE_MAX];
    size_t length;
    size_t n;
    bool found;

    if (!sql_checkpoint_last(c, &last, &found))
        return false;
    if (!found)
        return true;
    if (note_read(last.note_text, strlen(last.note_text), l->origin, l->key.open, &cp)
        != NOTE_GOOD)
        return refuse(c, ERR_OUTSIDE, "ledger: the newest checkpoint is not ours");
    if (!sql_setting_get(c, &(struct sql_setting_get_in){ .name = "ledger_edge" },
                         &edge, &found))
        return false;
    length = found ? strlen(edge.value) : 0;
    n = length / 4 * 3 - (length > 0 && edge.value[length - 1] == '=')
        - (length > 1 && edge.value[length - 2] == '=');
    if (!n || n > sizeof bytes || !crypt_base64_read(edge.value, length, bytes, n)
        || !merkle_read(bytes, n, &l->tree))
        return refuse(c, ERR_OUTSIDE, "ledger: its edge cannot be read");
    root = merkle_root(&l->tree);
    if (l->tree.n != cp.size || !crypt_hash_same(&root, &cp.root))
        return refuse(c, ERR_OUTSIDE, "ledger: differs from its newest checkpoint");
    l->noted = cp.size;
    l->noted_committed = cp.size;
    return true;
}

/* Reads the mark; false when there is one that is not ours. */
static bool
take_mark(struct ctx *c, const struct ledger *l, struct checkpoint *out)
{
    size_t n = 0;
    const char *text = machine_read(c->machine, c->mem, l->mark_path, MARK_MAX, &n);

    *out = (struct checkpoint){ .size = 0 };
    if (!text)
        return true;
    n = strlen(text);
    if (note_read(text, n, l->origin, l->key.open, out) != NOTE_GOOD)
        return refuse(c, ERR_OUTSIDE, "%s: is not this ledger's mark", l->mark_path);
    return true;
}

static bool
check_mark(struct ctx *c, const struct ledger *l, const struct checkpoint *mark)
{
    struct hash root = merkle_root(&l->tree);

    if (mark->size == l->tree.n && mark->size && !crypt_hash_same(&root, &mark->root))
        return refuse(c, ERR_OUTSIDE, "ledger: differs from its mark at leaf %llu",
                      (unsigned long long)mark->size);
    return true;
}

/* Appends the leaves behind the checkpoint, comparing each body with its hash. */
static bool
take_leaves(struct ctx *c, struct ledger *l, const struct checkpoint *mark)
{
    struct arena_mark pass = arena_mark(c->mem);

    for (;;) {
        struct sql_leaf_range_rows rows = { 0 };
        const struct sql_leaf_range_in in = { .after = (int64_t)l->tree.n, .n = TAKE };

        if (!sql_leaf_range(c, &in, &rows))
            return false;
        for (size_t i = 0; i < rows.n; i++) {
            struct hash h = merkle_leaf(rows.v[i].body.p, rows.v[i].body.n);

            if (rows.v[i].seq != (int64_t)l->tree.n + 1 || rows.v[i].hash.n != HASH_LEN
                || memcmp(rows.v[i].hash.p, h.b, HASH_LEN) != 0)
                return refuse(c, ERR_OUTSIDE, "ledger: leaf %lld was changed",
                              (long long)l->tree.n + 1);
            merkle_append(&l->tree, &h);
            if (!check_mark(c, l, mark))
                return false;
        }
        if (rows.n < TAKE)
            return true;
        arena_rewind(c->mem, pass);
    }
}

bool
ledger_open(struct ctx *c,
            struct arena *keep,
            const char *origin,
            const char *key_path,
            const char *mark_path,
            struct ledger *out)
{
    struct checkpoint mark;

    *out = (struct ledger){ .origin = arena_strdup(keep, origin),
                            .mark_path = arena_strdup(keep, mark_path) };
    if (!ledger_read_key(c, key_path, &out->key) || !take_edge(c, out)
        || !take_mark(c, out, &mark) || !check_mark(c, out, &mark)
        || !take_leaves(c, out, &mark))
        return false;
    if (mark.size > out->tree.n)
        return refuse(
            c, ERR_OUTSIDE,
            "ledger: the mark says %llu leaves, the store holds %llu; an older "
            "copy was put in its place",
            (unsigned long long)mark.size, (unsigned long long)out->tree.n);
    out->committed = out->tree;
    return true;
}

static bool
room_for(struct ctx *c, size_t *declared)
{
    if (++*declared % DB_LATER_MAX)
        return true;
    return db_gather(c);
}

bool
ledger_append(struct ctx *c, struct ledger *l, struct leaf *leaf, uint64_t *seq)
{
    struct sql_leaf_add_in *in = ARENA_NEW(c->mem, struct sql_leaf_add_in);
    uint64_t place = l->tree.n + 1;
    struct bytes body;
    struct hash h;
    size_t declared = 0;

    leaf->fence = l->fence;
    body = leaf_encode(c->mem, leaf, place);
    h = merkle_leaf(body.p, body.n);
    *in = (struct sql_leaf_add_in){
        .seq = (int64_t)place,
        .at = leaf->at,
        .post_id = leaf->post,
        .body = { .p = body.p, .n = body.n },
        .hash = { .p = (const unsigned char *)arena_copy(c->mem, h.b, HASH_LEN),
                  .n = HASH_LEN },
    };
    if (!db_gather(c))
        return false;
    sql_leaf_add_later(c, in);
    for (size_t i = 0; i < leaf->things.n; i++) {
        struct sql_leaf_about_in *about = ARENA_NEW(c->mem, struct sql_leaf_about_in);

        *about = (struct sql_leaf_about_in){ .subject = leaf->things.v[i].id,
                                             .seq = (int64_t)place };
        if (!room_for(c, &declared))
            return false;
        sql_leaf_about_later(c, about);
    }
    merkle_append(&l->tree, &h);
    if (seq)
        *seq = place;
    return true;
}

bool
ledger_checkpoint(struct ctx *c, struct ledger *l, bool force)
{
    unsigned char edge[MERKLE_EDGE_MAX];
    struct checkpoint cp;
    size_t n;

    if (l->tree.n == l->noted || (!force && l->tree.n - l->noted < CHECKPOINT_EVERY))
        return true;
    cp = note_checkpoint(l->origin, &l->tree);
    n = merkle_write(&l->tree, edge);
    if (!db_gather(c)
        || !sql_checkpoint_add(c,
                               &(struct sql_checkpoint_add_in){
                                   .size = (int64_t)l->tree.n,
                                   .at = c->now,
                                   .note_text = note_write(c->mem, &cp, &l->key) })
        || !sql_setting_put(
            c, &(struct sql_setting_put_in){ .name = "ledger_edge",
                                             .value = crypt_base64(c->mem, edge, n) }))
        return false;
    l->noted = l->tree.n;
    return true;
}

/* Writes the mark in place; it may lag behind the store but never leads. */
static void
put_mark(struct ctx *c, const struct ledger *l)
{
    struct checkpoint cp = note_checkpoint(l->origin, &l->committed);
    const char *note = note_write(c->mem, &cp, &l->key);
    char *padded = arena_alloc(c->mem, MARK_MAX);
    size_t n = strlen(note);
    int fd = open(l->mark_path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

    if (fd < 0)
        return;
    memcpy(padded, note, n + 1);
    if (pwrite(fd, padded, 1024, 0) != 1024) {
        close(fd);
        return;
    }
    close(fd);
}

void
ledger_committed(struct ctx *c, struct ledger *l)
{
    if (l->committed.n == l->tree.n)
        return;
    l->committed = l->tree;
    l->noted_committed = l->noted;
    put_mark(c, l);
}

void
ledger_rolled_back(struct ledger *l)
{
    l->tree = l->committed;
    l->noted = l->noted_committed;
}
