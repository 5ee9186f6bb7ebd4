/*
 * Loads every state of existence into both engines and compares what the viewers' own
 * queries find with the oracle.
 *
 *     existence PROFILES [SEQUENCES]
 *
 * PostgreSQL is reached by KASANE_PG; without it the program fails rather than skip.
 */
#include "existence.h"

#include "oracle.h"

#include "../../src/base/vec.h"
#include "../../src/policy/show.h"
#include "gen/sql.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ALL = 1000000, SEQUENCES = 2000 };

struct existing
exists_by_law(const struct facts *f)
{
    const struct opinion know = oracle(ACT_KNOW, f);
    const struct opinion list = oracle(ACT_LIST, f);
    struct existing e = {
        .known = know.allow & ITEM_BIT(ITEM_EXISTENCE),
        .named = list.allow & ITEM_BIT(ITEM_IDENTITY),
    };

    for (enum ground g = GROUND_N; g > GROUND_NONE + 1;) {
        g--;
        if (know.grounds & GROUND_BIT(g))
            e.strongest = g;
    }
    return e;
}

struct found_list {
    struct found *v;
    size_t n;
    size_t cap;
};

static int
by_case(const void *a, const void *b)
{
    return strcmp(((const struct found *)a)->case_id.s,
                  ((const struct found *)b)->case_id.s);
}

static bool
look_at_work(struct office *o, struct desk_id list, struct seen *out)
{
    struct ctx *c = &o->unit.c;
    struct found_list all = { 0 };
    struct sql_duty_list_rows rows = { 0 };
    const struct sql_duty_list_in in = {
        .desk = list,
        .until = { day_of(c->now).n + 40000 },
        .subjects = { .v = c->viewer->subjects, .n = c->viewer->n_subjects },
        .now = c->now,
        .n = ALL,
    };

    if (!sql_duty_list(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, &all) = (struct found){ .case_id = rows.v[i].case_id.id,
                                                  .ground = rows.v[i].ground };
    if (all.n)
        qsort(all.v, all.n, sizeof *all.v, by_case);
    out->known = all.v;
    out->n_known = all.n;
    return true;
}

/* The list goes through policy, as on the page: a name that is masked is not seen. */
static bool
look_at_list(struct office *o, struct seen *out)
{
    struct ctx *c = &o->unit.c;
    struct found_list all = { 0 };
    struct case_line_list lines = { 0 };
    struct sql_case_list_rows rows = { 0 };
    const struct sql_case_list_in in = {
        .subjects = { .v = c->viewer->subjects, .n = c->viewer->n_subjects },
        .now = c->now,
        .number = "",
        .n = ALL,
    };

    if (!sql_case_list(c, &in, &rows))
        return false;
    policy_show_cases(c, &rows, "", &lines);
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, &all) = (struct found){ .case_id = rows.v[i].case_id.id,
                                                  .ground = rows.v[i].ground,
                                                  .named = lines.v[i].name };
    if (all.n)
        qsort(all.v, all.n, sizeof *all.v, by_case);
    out->listed = all.v;
    out->n_listed = all.n;
    return true;
}

/* No case twice, and the counts of the page the same as its lines. */
static bool
look_at_counts(struct office *o, struct desk_id list, const struct seen *s)
{
    struct ctx *c = &o->unit.c;
    struct sql_work_counts_row row;
    const struct sql_work_counts_in in = {
        .desk = list,
        .today = { day_of(c->now).n + 40000 },
        .subjects = { .v = c->viewer->subjects, .n = c->viewer->n_subjects },
        .now = c->now,
        .most = 1000000,
    };

    if (!sql_work_counts(c, &in, &row))
        return false;
    office_check(o, row.due == (int64_t)s->n_known, "%d counted, %zu listed",
                 (int)row.due, s->n_known);
    for (size_t i = 1; i < s->n_known; i++)
        office_check(o, by_case(&s->known[i - 1], &s->known[i]) != 0, "a case twice");
    for (size_t i = 1; i < s->n_listed; i++)
        office_check(o, by_case(&s->listed[i - 1], &s->listed[i]) != 0,
                     "a case twice in the list");
    return true;
}

bool
seen_by_viewer(struct office *o, struct desk_id list, struct seen *out)
{
    *out = (struct seen){ 0 };
    if (!o->unit.c.viewer)
        return true;
    return look_at_work(o, list, out) && look_at_list(o, out)
           && look_at_counts(o, list, out);
}

static const struct found *
find(const struct found *v, size_t n, struct id id)
{
    const struct found key = { .case_id = id };

    return n ? bsearch(&key, v, n, sizeof *v, by_case) : NULL;
}

void
seen_compare(struct office *o,
             const struct seen *s,
             struct id case_id,
             const struct existing *want,
             const char *what)
{
    const struct found *known = find(s->known, s->n_known, case_id);
    const struct found *listed = find(s->listed, s->n_listed, case_id);

    office_check(o, (known != NULL) == want->known, "%s: known %d, law %d", what,
                 known != NULL, want->known);
    if (known && want->known)
        office_check(o, known->ground == (int64_t)want->strongest,
                     "%s: by ground %d, law %d", what, (int)known->ground,
                     (int)want->strongest);
    office_check(o, (listed && listed->named) == want->named, "%s: named %d, law %d",
                 what, listed && listed->named, want->named);
    office_check(o, !listed || want->known, "%s: listed though not known", what);
}

static bool
run_all(struct office *o, int sequences)
{
    uint64_t sources = 0;
    uint64_t rows = 0;
    uint64_t sittings = 0;
    uint64_t acts = 0;

    if (!existence_by_act(o, sequences, &acts) || !existence_by_source(o, &sources)
        || !existence_by_row(o, &rows) || !existence_by_sitting(o, &sittings))
        return false;
    printf("existence %s: %llu states of sources, %llu of rows, %llu of "
           "sittings, %llu after acts; "
           "%llu comparisons, %llu differences\n",
           o->engine, (unsigned long long)sources, (unsigned long long)rows,
           (unsigned long long)sittings, (unsigned long long)acts,
           (unsigned long long)o->checks, (unsigned long long)o->failed);
    fflush(stdout);
    return true;
}

static bool
run_engine(const char *pg, const char *profiles, int sequences)
{
    struct office o;
    bool ok = office_open(&o, pg, profiles) && run_all(&o, sequences);

    if (!ok)
        printf("FAIL %s: %s\n", o.engine, o.unit.c.err.text);
    ok = ok && o.checks && !o.failed;
    office_close(&o);
    return ok;
}

int
main(int argc, char **argv)
{
    const char *pg = getenv("KASANE_PG");
    const int sequences = argc > 2 ? (int)strtol(argv[2], NULL, 10) : SEQUENCES;
    int passed;

    if (argc < 2 || !crypt_start()) {
        fputs("existence PROFILES [SEQUENCES]\n", stderr);
        return 2;
    }
    if (!pg)
        puts("FAIL KASANE_PG is not set; run this under tests/pg");
    passed = run_engine(NULL, argv[1], sequences)
             + (pg && run_engine(pg, argv[1], sequences));
    printf("%d passed, %d failed\n", passed, 2 - passed);
    return passed == 2 ? 0 : 1;
}
