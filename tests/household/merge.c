/*
 * Random merges of people and of cases, undone in their order: every row of the cases must be
 * what it was, byte for byte. Which tables go over is made from
 * sql/case_tables.def, which the build holds against the migrations.
 *
 *     kasane-merge-test PROFILES [SEQUENCES [sqlite|postgresql]]
 *
 * PostgreSQL is reached by KASANE_PG; without it the program fails.
 */
#include "town.h"

#include "../../src/base/crypt.h"
#include "../../src/desk/desk_merge.h"
#include "../../src/desk/desk_people.h"
#include "gen/sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SEQUENCES = 300, DEPTH = 3, AN_HOUR = 3600000 };

static const char *
dump(struct trial *t, const size_t *at, size_t n)
{
    struct ctx *c = &t->o.unit.c;
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < n; i++) {
        const struct case_id id = t->cases[at[i]].id;
        struct sql_merge_dump_rows rows = { 0 };

        if (!sql_merge_dump(c, &(struct sql_merge_dump_in){ id, id }, &rows)) {
            printf("FAIL dump: %s\n", c->err.text);
            exit(1);
        }
        for (size_t k = 0; k < rows.n; k++)
            if (strcmp(rows.v[k].kind, "recent") != 0) /* made anew from the others */
                buf_printf(&b, "%s %s\n", rows.v[k].kind, rows.v[k].body);
    }
    return buf_text(&b);
}

/* Whether the merge took a plan over. */
static bool
has_plan(struct trial *t, const struct outcome *out)
{
    struct sql_merge_rows_of_kind_row n;

    return sql_merge_rows_of_kind(&t->o.unit.c,
                                  &(struct sql_merge_rows_of_kind_in){
                                      .merge_id = { out->id }, .kind = "support_plan" },
                                  &n)
           && n.n > 0;
}

/* What keeps the others from a case. */
static void
guards_of(struct trial *t, struct case_id id, struct sql_reach_guard_row *out)
{
    struct ctx *c = &t->o.unit.c;

    for (size_t i = 0; i < OTHERS; i++)
        if (!sql_reach_guard(
                c,
                &(struct sql_reach_guard_in){
                    .case_id = id, .subject = t->other[i].post.id, .now = c->now },
                &out[i])) {
            printf("FAIL guard: %s\n", c->err.text);
            exit(1);
        }
}

static bool
shut(const struct sql_reach_guard_row *g)
{
    return g->conflict || g->other_side || (g->sealed && !g->named);
}

/* Whether nobody gets at what is one case now who was kept from either of the two. */
static bool
stays_closed(struct trial *t,
             const struct sql_reach_guard_row *kept,
             const struct sql_reach_guard_row *gone,
             struct case_id id)
{
    struct sql_reach_guard_row now[OTHERS];
    bool good = true;
    bool any = false;

    guards_of(t, id, now);
    for (size_t i = 0; i < OTHERS; i++) {
        const bool before = shut(&kept[i]) || shut(&gone[i]);

        any |= before;
        good &= shut(&now[i]) == before && now[i].guarded >= kept[i].guarded
                && now[i].guarded >= gone[i].guarded;
    }
    t->closed += any;
    return good;
}

static struct case_id
case_of_number(const struct trial *t, const char *number)
{
    for (size_t i = 0; i < CASES; i++)
        if (strcmp(t->cases[i].number, number) == 0)
            return t->cases[i].id;
    return (struct case_id){ { "" } };
}

static void fail(struct trial *t, const char *what);

static bool
merge_cases(struct trial *t,
            const struct home *into,
            const struct home *from,
            struct outcome *out)
{
    const struct form_case_merge f = { .number = from->number, .why = "試験" };
    struct sql_reach_guard_row kept[OTHERS];
    struct sql_reach_guard_row gone[OTHERS];

    guards_of(t, into->id, kept);
    guards_of(t, case_of_number(t, from->number), gone);
    if (!desk_case_merge(enter(t), into->id, &f, out))
        return false;
    t->carried += has_plan(t, out);
    if (!stays_closed(t, kept, gone, into->id))
        fail(t, "a merge opened what was closed");
    return true;
}

/* One merge, of people or of cases; false when it was refused, and then nothing changed. */
static bool
merge_once(struct trial *t, const size_t *at, size_t n, struct merge_id *merge)
{
    const struct home *into = &t->cases[at[draw(t, (uint32_t)n)]];
    const struct home *from = &t->cases[at[draw(t, (uint32_t)n)]];
    struct outcome out = { 0 };
    bool done;

    if (draw(t, 2)) {
        done = merge_cases(t, into, from, &out);
    } else {
        struct form_person_merge f = { .why = "試験" };
        struct people_view v = { .path = NULL };

        if (!desk_people(enter(t), into->id, &v) || !v.people.n)
            return false;
        f.kept = someone(t, &v);
        f.gone = someone(t, &v);
        done = desk_person_merge(enter(t), into->id, &f, &out);
    }
    merge->id = out.id;
    return done;
}

static void
fail(struct trial *t, const char *what)
{
    printf("FAIL %s: %s: %s\n", t->o.engine, what, t->o.unit.c.err.text);
    t->failed++;
}

/* Undoing any but the last is refused, and undoing from the last on restores all. */
static void
sequence(struct trial *t)
{
    struct merge_id merges[DEPTH];
    const struct form_merge_undo undo = { .why = "試験" };
    size_t at[TOUCHED];
    size_t n = 0;
    const char *before;
    struct outcome out = { 0 };

    for (size_t i = 0; i < TOUCHED; i++)
        at[i] = (draw(t, CASES / TOUCHED) * TOUCHED + i) % CASES;
    (void)enter(t);
    before = dump(t, at, TOUCHED);
    for (size_t i = 0; i < DEPTH; i++) {
        const char *now = dump(t, at, TOUCHED);

        if (merge_once(t, at, TOUCHED, &merges[n])) {
            n++;
            t->merges++;
        } else {
            const enum err_kind kind = t->o.unit.c.err.kind;

            t->refused++;
            if (kind == ERR_OUTSIDE || kind == ERR_BUG)
                fail(t, "a merge broke");
            if (strcmp(now, dump(t, at, TOUCHED)) != 0)
                fail(t, "a refused merge left something behind");
        }
    }
    while (n) {
        if (!desk_merge_undo(enter(t), merges[--n], &undo, &out)) {
            fail(t, "the last merge is not undone");
            return;
        }
        t->undone++;
    }
    if (strcmp(before, dump(t, at, TOUCHED)) != 0)
        fail(t, "undone, and not as before");
}

/* A refused act leaves its half behind only until its savepoint is undone; here: at once. */
static void
run(struct trial *t, int sequences)
{
    struct ctx *c = &t->o.unit.c;

    for (int i = 0; i < sequences && t->failed < 5; i++) {
        const struct arena_mark pass = arena_mark(c->mem);

        sequence(t);
        arena_rewind(c->mem, pass);
        if (i % 50 == 49 && (!office_keep(&t->o) || !office_begin(&t->o)))
            fail(t, "the store keeps nothing");
    }
}

static bool
try_engine(struct trial *t, const char *pg, const char *profiles, int sequences)
{
    struct ctx *c = &t->o.unit.c;

    if (!office_open(&t->o, pg, profiles) || !office_begin(&t->o))
        return false;
    c->now = machine_now(c->machine);
    if (!office_seat(&t->o, t->o.desk[0], POST_ROLE_DESK_WORKER, c->now,
                     c->now + (int64_t)100000 * AN_HOUR, &t->seat))
        return false;
    for (size_t i = 0; i < OTHERS; i++)
        if (!office_seat(&t->o, t->o.desk[i / 2], POST_ROLE_DESK_WORKER, c->now,
                         c->now + (int64_t)100000 * AN_HOUR, &t->other[i]))
            return false;
    if (!make_place(t))
        return false;
    for (size_t i = 0; i < CASES; i++)
        if (!add_case(t, &t->cases[i]))
            return false;
    run(t, sequences);
    printf("%s: %d sequences, %d merges undone of %d (%d with a plan), %d refused\n",
           t->o.engine, sequences, t->undone, t->merges, t->carried, t->refused);
    printf(
        "  %d restrictions, %d sittings, %d hand-overs; %d merges of what was closed\n",
        t->guards, t->sittings, t->successions, t->closed);
    if (!t->guards || !t->sittings || !t->successions
        || (sequences >= SEQUENCES && !t->closed))
        fail(t, "no case that was closed, met on or handed over was merged");
    if (!t->plans || !t->placements || (sequences >= SEQUENCES && !t->carried))
        fail(t, "no case with a plan or a placement was merged");
    office_close(&t->o);
    return true;
}

int
main(int argc, char **argv)
{
    const char *pg = getenv("KASANE_PG");
    const int sequences = argc > 2 ? (int)strtol(argv[2], NULL, 10) : SEQUENCES;
    int passed = 0;
    int failed = 0;

    if (argc < 2 || !pg || !crypt_start()) {
        fputs("usage: KASANE_PG=... kasane-merge-test PROFILES [SEQUENCES "
              "[sqlite|postgresql]]\n",
              stderr);
        return 2;
    }
    for (int engine = 0; engine < 2; engine++) {
        if (argc > 3 && strcmp(argv[3], engine ? "postgresql" : "sqlite") != 0)
            continue;
        struct trial *t = calloc(1, sizeof *t);

        t->random = 20261121;
        if (!try_engine(t, engine ? pg : NULL, argv[1], sequences)) {
            printf("FAIL %s\n", t->o.unit.c.err.text);
            t->failed++;
        }
        passed += t->undone;
        failed += t->failed;
        free(t);
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed != 0;
}
