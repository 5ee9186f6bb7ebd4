#include "ledger_check.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define ORIGIN "kasane/niiza"

enum { LEAVES = 1000, CHECKPOINT_EVERY = 256, SPARE = 8, NOTES_MAX = 8 };

/* A store of leaves with checkpoints after 256, 512, 768 and all, and a mark beside it. */
struct store {
    struct arena *mem;
    struct sign_key key;
    size_t n;
    struct ledger_row row[LEAVES + SPARE];
    size_t n_notes;
    const char *note[NOTES_MAX];
    const char *mark;
};

static struct id
id_of(uint64_t n)
{
    unsigned char bytes[16] = { 0x40, (unsigned char)(n >> 8), (unsigned char)n };

    return id_from_bytes(bytes);
}

static struct ledger_row
row_of(struct arena *mem, uint64_t seq, const char *act)
{
    struct leaf l = {
        .at = 1790000000000 + (int64_t)seq,
        .outcome = LEAF_SERVED,
        .channel = LEAF_WEB,
        .account.id = id_of(1),
        .post.id = id_of(2),
    };
    struct bytes body;
    struct hash h;

    leaf_act(&l, act);
    assert_true(leaf_add(mem, &l, LEAF_CASE, id_of(seq), 3, 1));
    body = leaf_encode(mem, &l, seq);
    h = merkle_leaf(body.p, body.n);
    return (struct ledger_row){ .seq = seq,
                                .body = body,
                                .hash = { arena_copy(mem, h.b, HASH_LEN), HASH_LEN },
                                .indexed = true,
                                .at = l.at,
                                .post = l.post };
}

static void
note(struct store *s, const struct merkle *t)
{
    struct checkpoint cp = note_checkpoint(ORIGIN, t);

    s->note[s->n_notes++] = note_write(s->mem, &cp, &s->key);
}

static void
make(struct store *s)
{
    static const unsigned char seed[KEY_LEN] = { 5 };
    struct merkle t = { 0 };

    memset(s, 0, sizeof *s);
    s->mem = arena_new();
    s->key = crypt_sign_key(seed);
    for (uint64_t seq = 1; seq <= LEAVES; seq++) {
        struct ledger_row *r = &s->row[s->n++];
        struct hash h;

        *r = row_of(s->mem, seq, "case_show");
        memcpy(h.b, r->hash.p, HASH_LEN);
        merkle_append(&t, &h);
        if (seq % CHECKPOINT_EVERY == 0 || seq == LEAVES)
            note(s, &t);
    }
    s->mark = s->note[s->n_notes - 1];
}

static struct ledger_finding
check(const struct store *s)
{
    struct arena *mem = arena_new();
    struct ledger_finding found;
    struct ledger_check k;

    ledger_check_start(&k, mem, NULL);
    for (size_t i = 0; i < s->n_notes; i++)
        ledger_check_note(&k, s->note[i], strlen(s->note[i]), ORIGIN, s->key.open,
                          LEDGER_CHECKPOINT);
    if (s->mark)
        ledger_check_note(&k, s->mark, strlen(s->mark), ORIGIN, s->key.open,
                          LEDGER_MARK);
    for (size_t i = 0; i < s->n; i++)
        if (!ledger_check_feed(&k, &s->row[i]))
            break;
    found = ledger_check_end(&k);
    arena_free(mem);
    return found;
}

/* What somebody with the database in hands may do to it. */

static void
nothing(struct store *s)
{
    (void)s;
}

static void
delete_one(struct store *s, size_t seq)
{
    memmove(&s->row[seq - 1], &s->row[seq], (s->n - seq) * sizeof s->row[0]);
    s->n--;
}

static void
number_again(struct store *s)
{
    for (size_t i = 0; i < s->n; i++)
        s->row[i].seq = i + 1;
}

static void
insert_at(struct store *s, size_t seq, struct ledger_row row)
{
    memmove(&s->row[seq], &s->row[seq - 1], (s->n - seq + 1) * sizeof s->row[0]);
    s->row[seq - 1] = row;
    s->n++;
    number_again(s);
}

static void
swap(struct store *s, size_t a, size_t b)
{
    struct ledger_row keep = s->row[a - 1];

    s->row[a - 1] = s->row[b - 1];
    s->row[b - 1] = keep;
    number_again(s);
}

/* Writes another leaf with its right number and hash, and all columns to fit. */
static void
rewrite(struct store *s, size_t seq)
{
    s->row[seq - 1] = row_of(s->mem, seq, "case_hide");
}

static void
delete_300(struct store *s)
{
    delete_one(s, 300);
}

static void
delete_300_and_number_again(struct store *s)
{
    delete_one(s, 300);
    number_again(s);
}

static void
delete_300_to_302_and_number_again(struct store *s)
{
    for (int i = 0; i < 3; i++)
        delete_one(s, 300);
    number_again(s);
}

static void
delete_the_first(struct store *s)
{
    delete_one(s, 1);
}

static void
delete_the_last(struct store *s)
{
    s->n--;
}

static void
cut_to_700(struct store *s)
{
    s->n = 700;
}

static void
cut_to_nothing(struct store *s)
{
    s->n = 0;
}

static void
cut_to_700_with_checkpoints(struct store *s)
{
    s->n = 700;
    s->n_notes = 2;
}

static void
an_older_copy_at_a_checkpoint(struct store *s)
{
    s->n = 768;
    s->n_notes = 3;
}

static void
an_empty_store(struct store *s)
{
    s->n = 0;
    s->n_notes = 0;
}

static void
swap_neighbours(struct store *s)
{
    swap(s, 300, 301);
}

static void
swap_far(struct store *s)
{
    swap(s, 300, 900);
}

static void
move_300_behind_900(struct store *s)
{
    struct ledger_row keep = s->row[299];

    delete_one(s, 300);
    insert_at(s, 900, keep);
}

static void
move_900_before_300(struct store *s)
{
    struct ledger_row keep = s->row[899];

    delete_one(s, 900);
    insert_at(s, 300, keep);
}

static void
change_the_number_of_300(struct store *s)
{
    struct ledger_row keep = s->row[299];

    delete_one(s, 300);
    keep.seq = 2000;
    s->row[s->n++] = keep;
}

static void
insert_one(struct store *s)
{
    insert_at(s, 300, row_of(s->mem, 300, "forged"));
}

static void
insert_three(struct store *s)
{
    for (uint64_t seq = 300; seq < 303; seq++)
        insert_at(s, seq, row_of(s->mem, seq, "forged"));
}

static void
insert_a_copy(struct store *s)
{
    insert_at(s, 301, s->row[299]);
}

static void
insert_before_the_last(struct store *s)
{
    insert_at(s, LEAVES, row_of(s->mem, LEAVES, "forged"));
}

static void
append_one(struct store *s)
{
    s->row[s->n++] = row_of(s->mem, LEAVES + 1, "forged");
}

static void
one_number_twice(struct store *s)
{
    insert_at(s, 301, row_of(s->mem, 300, "forged"));
    for (size_t i = 300; i < s->n; i++)
        s->row[i].seq = i;
}

static void
put_200_over_300(struct store *s)
{
    s->row[299] = s->row[199];
    s->row[299].seq = 300;
}

static void
put_200_over_the_last(struct store *s)
{
    s->row[LEAVES - 1] = s->row[199];
    s->row[LEAVES - 1].seq = LEAVES;
}

static void
rewrite_300(struct store *s)
{
    rewrite(s, 300);
}

static void
rewrite_the_last(struct store *s)
{
    rewrite(s, LEAVES);
}

static void
rewrite_all_and_their_checkpoints(struct store *s)
{
    static const unsigned char seed[KEY_LEN] = { 6 };
    struct sign_key mine = crypt_sign_key(seed);
    struct merkle t = { 0 };

    s->n_notes = 0;
    for (uint64_t seq = 1; seq <= LEAVES; seq++) {
        struct checkpoint cp;
        struct hash h;

        rewrite(s, seq);
        memcpy(h.b, s->row[seq - 1].hash.p, HASH_LEN);
        merkle_append(&t, &h);
        cp = note_checkpoint(ORIGIN, &t);
        if (seq == LEAVES)
            s->note[s->n_notes++] = note_write(s->mem, &cp, &mine);
    }
}

static void
rewrite_and_drop_the_checkpoints(struct store *s)
{
    rewrite(s, 300);
    s->n_notes = 1;
}

static void
change_the_time_beside(struct store *s)
{
    s->row[299].at++;
}

static void
change_the_post_beside(struct store *s)
{
    s->row[299].post.id = id_of(7);
}

static void
cut_the_hash(struct store *s)
{
    s->row[299].hash.n--;
}

static void
drop_the_mark(struct store *s)
{
    s->mark = NULL;
}

static void
a_mark_of_another_log(struct store *s)
{
    struct merkle t = { 0 };
    struct checkpoint cp = note_checkpoint("kasane/other", &t);

    s->mark = note_write(s->mem, &cp, &s->key);
}

static void
a_mark_that_lags(struct store *s)
{
    s->mark = s->note[1];
}

static void
each_tampering_is_found_at_its_leaf(void **state)
{
    static const struct {
        const char *what;
        void (*tamper)(struct store *);
        enum ledger_fault want;
        uint64_t seq;
        uint64_t until;
    } t[] = {
#define ROW(tamper, want, seq, until) { #tamper, tamper, LEDGER_##want, seq, until }
        ROW(nothing, WHOLE, 0, 0),
        ROW(drop_the_mark, WHOLE, 0, 0),
        ROW(a_mark_that_lags, WHOLE, 0, 0),
        ROW(delete_300, MISSING, 300, 300),
        ROW(delete_300_and_number_again, MISSING, 300, 300),
        ROW(delete_300_to_302_and_number_again, MISSING, 300, 300),
        ROW(delete_the_first, MISSING, 1, 1),
        ROW(delete_the_last, CUT_OFF, 1000, 1000),
        ROW(cut_to_700, CUT_OFF, 701, 1000),
        ROW(cut_to_nothing, CUT_OFF, 1, 1000),
        ROW(cut_to_700_with_checkpoints, ROLLED_BACK, 701, 1000),
        ROW(an_older_copy_at_a_checkpoint, ROLLED_BACK, 769, 1000),
        ROW(an_empty_store, ROLLED_BACK, 1, 1000),
        ROW(swap_neighbours, MOVED, 300, 300),
        ROW(swap_far, MOVED, 300, 300),
        ROW(move_300_behind_900, MOVED, 300, 300),
        ROW(move_900_before_300, MOVED, 300, 300),
        ROW(change_the_number_of_300, MOVED, 300, 300),
        ROW(insert_one, ADDED, 300, 300),
        ROW(insert_three, ADDED, 300, 300),
        ROW(insert_a_copy, ADDED, 300, 300), /* 300 and 301 are the same leaf */
        ROW(insert_before_the_last, REWRITTEN, 769, 1000),
        ROW(append_one, WHOLE, 0, 0), /* as a leaf that came after: see the next test */
        ROW(one_number_twice, ADDED, 300, 300),
        ROW(put_200_over_300, ADDED, 300, 300),
        ROW(put_200_over_the_last, ADDED, 1000, 1000),
        ROW(rewrite_300, REWRITTEN, 257, 512),
        ROW(rewrite_the_last, REWRITTEN, 769, 1000),
        ROW(rewrite_all_and_their_checkpoints, BAD_CHECKPOINT, 0, 0),
        ROW(rewrite_and_drop_the_checkpoints, REWRITTEN, 257, 1000),
        ROW(change_the_time_beside, INDEX, 300, 300),
        ROW(change_the_post_beside, INDEX, 300, 300),
        ROW(cut_the_hash, CHANGED, 300, 300),
        ROW(a_mark_of_another_log, BAD_MARK, 0, 0),
#undef ROW
    };
    struct store s;

    (void)state;
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        struct ledger_finding got;

        make(&s);
        t[i].tamper(&s);
        got = check(&s);
        if (got.fault != t[i].want || got.seq != t[i].seq || got.until != t[i].until)
            print_error("%s: %s %lu-%lu\n", t[i].what, ledger_fault_code(got.fault),
                        (unsigned long)got.seq, (unsigned long)got.until);
        assert_int_equal(t[i].want, got.fault);
        assert_int_equal(t[i].seq, got.seq);
        assert_int_equal(t[i].until, got.until);
        assert_true(*ledger_fault_sentence(s.mem, &got));
        arena_free(s.mem);
    }
}

static void
a_head_tells_of_leaves_that_came_or_went(void **state)
{
    static const struct {
        uint64_t head;
        enum ledger_fault want;
        uint64_t seq;
    } t[] = {
        { LEAVES, LEDGER_WHOLE, 0 },
        { LEAVES - 1, LEDGER_ADDED, LEAVES },
        { LEAVES + 1, LEDGER_CUT_OFF, LEAVES + 1 },
    };
    struct store s;

    (void)state;
    make(&s);
    for (size_t i = 0; i < sizeof t / sizeof t[0]; i++) {
        struct merkle tree = { 0 };
        struct ledger_finding got;
        struct ledger_check k;
        struct hash root;

        for (size_t j = 0; j < t[i].head; j++) {
            struct hash h;

            memcpy(h.b, s.row[j < LEAVES ? j : 0].hash.p, HASH_LEN);
            merkle_append(&tree, &h);
        }
        root = merkle_root(&tree);
        ledger_check_start(&k, s.mem, NULL);
        ledger_check_expect(&k, t[i].head, &root, LEDGER_HEAD);
        for (size_t j = 0; j < s.n; j++)
            assert_true(ledger_check_feed(&k, &s.row[j]));
        got = ledger_check_end(&k);
        assert_int_equal(t[i].want, got.fault);
        assert_int_equal(t[i].seq, got.seq);
    }
    arena_free(s.mem);
}

/* Feeds one leaf to a check that stands right before it; says whether it is found bad. */
static bool
leaf_is_found(const struct store *s,
              const struct merkle *before,
              const struct ledger_row *r)
{
    struct ledger_finding got;
    struct ledger_check k;
    bool more;

    ledger_check_start(&k, s->mem, before);
    more = ledger_check_feed(&k, r);
    (void)more;
    got = ledger_check_end(&k);
    return got.fault != LEDGER_WHOLE && got.seq == before->n + 1;
}

/* Changes each bit of the bytes; counts those that are not found. */
static size_t
unseen_bits(const struct store *s,
            const struct merkle *before,
            struct ledger_row r,
            struct bytes *part)
{
    struct arena_mark pass = arena_mark(s->mem);
    unsigned char *bad = (unsigned char *)arena_copy(s->mem, part->p, part->n);
    size_t unseen = 0;

    for (size_t i = 0; i < 8 * part->n; i++) {
        struct ledger_row changed = r;

        bad[i / 8] ^= (unsigned char)(1 << i % 8);
        if (part->n == HASH_LEN)
            changed.hash.p = bad;
        else
            changed.body.p = bad;
        unseen += !leaf_is_found(s, before, &changed);
        bad[i / 8] ^= (unsigned char)(1 << i % 8);
    }
    arena_rewind(s->mem, pass);
    return unseen;
}

static size_t
unseen_numbers(const struct store *s, const struct merkle *before, struct ledger_row r)
{
    size_t unseen = 0;

    for (unsigned bit = 0; bit < 63; bit++) {
        struct ledger_finding got;
        struct ledger_check k;
        struct ledger_row changed = r;
        bool more;

        changed.seq ^= (uint64_t)1 << bit;
        ledger_check_start(&k, s->mem, before);
        more = ledger_check_feed(&k, &changed);
        (void)more;
        got = ledger_check_end(&k);
        unseen += got.fault == LEDGER_WHOLE || got.seq > before->n + 1;
    }
    return unseen;
}

static void
every_single_bit_of_every_leaf_is_watched(void **state)
{
    struct store s;
    struct merkle t = { 0 };

    (void)state;
    make(&s);
    for (size_t i = 0; i < s.n; i++) {
        struct ledger_row *r = &s.row[i];
        struct hash h;

        assert_int_equal(0, unseen_bits(&s, &t, *r, &r->body));
        assert_int_equal(0, unseen_bits(&s, &t, *r, &r->hash));
        assert_int_equal(0, unseen_numbers(&s, &t, *r));
        memcpy(h.b, r->hash.p, HASH_LEN);
        merkle_append(&t, &h);
    }
    arena_free(s.mem);
}

static void
every_single_bit_of_checkpoints_and_mark_is_watched(void **state)
{
    struct store s;

    (void)state;
    make(&s);
    for (size_t which = 0; which <= s.n_notes; which++) {
        const char *text = which < s.n_notes ? s.note[which] : s.mark;
        size_t n = strlen(text);
        char *bad = arena_strdup(s.mem, text);

        for (size_t i = 0; i < 8 * n; i++) {
            struct ledger_finding got;
            struct ledger_check k;

            bad[i / 8] ^= (char)(1 << i % 8);
            ledger_check_start(&k, s.mem, NULL);
            ledger_check_note(&k, bad, n, ORIGIN, s.key.open,
                              which < s.n_notes ? LEDGER_CHECKPOINT : LEDGER_MARK);
            got = ledger_check_end(&k);
            assert_int_equal(
                which < s.n_notes ? LEDGER_BAD_CHECKPOINT : LEDGER_BAD_MARK, got.fault);
            bad[i / 8] ^= (char)(1 << i % 8);
        }
    }
    arena_free(s.mem);
}

static void
a_check_of_the_tail_starts_from_a_signed_tree(void **state)
{
    struct store s;
    struct merkle t = { 0 };
    struct ledger_finding got;
    struct ledger_check k;

    (void)state;
    make(&s);
    for (size_t i = 0; i < 512; i++) {
        struct hash h;

        memcpy(h.b, s.row[i].hash.p, HASH_LEN);
        merkle_append(&t, &h);
    }
    for (int wrong = 0; wrong < 2; wrong++) {
        t.edge[9].b[0] ^= (unsigned char)wrong; /* 512 leaves: one subtree */
        ledger_check_start(&k, s.mem, &t);
        for (size_t i = 0; i < s.n_notes; i++)
            ledger_check_note(&k, s.note[i], strlen(s.note[i]), ORIGIN, s.key.open,
                              LEDGER_CHECKPOINT);
        for (size_t i = 512; i < s.n && ledger_check_feed(&k, &s.row[i]); i++)
            ;
        got = ledger_check_end(&k);
        assert_int_equal(wrong ? LEDGER_REWRITTEN : LEDGER_WHOLE, got.fault);
        assert_int_equal(wrong ? 512 : 0, got.until);
    }
    arena_free(s.mem);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_tampering_is_found_at_its_leaf),
        cmocka_unit_test(a_head_tells_of_leaves_that_came_or_went),
        cmocka_unit_test(every_single_bit_of_every_leaf_is_watched),
        cmocka_unit_test(every_single_bit_of_checkpoints_and_mark_is_watched),
        cmocka_unit_test(a_check_of_the_tail_starts_from_a_signed_tree),
    };

    return crypt_start() ? cmocka_run_group_tests(tests, NULL, NULL) : 1;
}
