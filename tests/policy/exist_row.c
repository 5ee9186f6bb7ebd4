/*
 * States of rows of reach: each ground by itself and each two together, in each span, for
 * posts of every role and for desks. Grounds whose sources come later are tried here first.
 */
#include "existence.h"

#include "../../src/base/vec.h"
#include "../../src/policy/reach.h"
#include "../../src/store/store_facts.h"
#include "gen/sql.h"

#include <stdio.h>

enum { HOUR = 3600000, GROUNDS_TRIED = GROUND_N + 2, SPANS = 7, DAYS = 30 };

/* Looked at in one instant; spans end before, at and after it. */
#define LOOKED (HOUSE_MORNING + INT64_C(40) * 86400000)
#define FAR (LOOKED + INT64_C(400) * 86400000)

static const struct reach_span SPAN[SPANS] = {
    { LOOKED + 1, REACH_FOREVER },    { LOOKED, REACH_FOREVER },
    { LOOKED - HOUR, LOOKED + HOUR }, { LOOKED - HOUR, LOOKED + 1 },
    { LOOKED - HOUR, LOOKED },        { LOOKED - HOUR, LOOKED - 1 },
    { LOOKED - HOUR, REACH_FOREVER },
};

static bool
open_now(size_t span)
{
    return span == 1 || span == 2 || span == 3 || span == 6;
}

/* One case with one or two rows. */
struct row_state {
    struct case_id id;
    size_t seat; /* of the post; OFFICE_ROLES: the desk's row */
    int64_t ground;
    size_t span;
    int64_t ground2; /* 0: policy wrote the rows; -1: no second one */
    size_t span2;
};

struct rows {
    struct office *o;
    struct seat seats[OFFICE_ROLES];
    struct seat other;
    struct row_state *v;
    size_t n;
    size_t cap;
};

static bool
put(struct rows *k, struct id subject, struct case_id id, int64_t ground, size_t span)
{
    /* by consent a name shows only of who consented: the row comes with its source */
    if (ground == GROUND_CONSENT
        && !office_consent(k->o, id, subject, SPAN[span].from,
                           SPAN[span].until ? SPAN[span].until : FAR, false))
        return false;
    return sql_reach_put(&k->o->unit.c,
                         &(struct sql_reach_put_in){ .subject = subject,
                                                     .case_id = id,
                                                     .ground = ground,
                                                     .from_at = SPAN[span].from,
                                                     .until_at = SPAN[span].until,
                                                     .now = SPAN[span].from });
}

/* The rows that policy makes of the facts that one ground rests on. */
static bool
put_by_policy(struct rows *k,
              struct id subject,
              enum post_role role,
              const struct row_state *s)
{
    const struct facts f = facts_of_one_ground(role, s->ground);
    struct reach_span spans[GROUND_N];
    struct reach_row out[GROUND_N];
    size_t n;

    for (size_t i = 0; i < GROUND_N; i++)
        spans[i] = SPAN[s->span];
    n = reach_rows(&f, spans, out);
    for (size_t i = 0; i < n; i++)
        if (!put(k, subject, s->id, out[i].ground, s->span))
            return false;
    return true;
}

static struct row_state *
add_case(struct rows *k, const struct row_state *s)
{
    struct row_state *at = VEC_PUSH(k->o->unit.c.mem, k);

    *at = *s;
    return office_case(k->o, k->other.desk, k->other.post, CASE_STATE_RECEIVED,
                       k->seats[0].desk, &at->id)
               ? at
               : NULL;
}

/* As policy would write them, one ground at a time, for every post and for the desk. */
static bool
fill_single(struct rows *k)
{
    for (size_t seat = 0; seat <= OFFICE_ROLES; seat++)
        for (int64_t ground = 1; ground < GROUND_N; ground++)
            for (size_t span = 0; span < SPANS; span++) {
                const bool post = seat < OFFICE_ROLES;
                const struct row_state *s =
                    add_case(k, &(struct row_state){
                                    .seat = seat, .ground = ground, .span = span });

                if (!s
                    || !put_by_policy(
                        k, post ? k->seats[seat].post.id : k->seats[0].desk.id,
                        post ? k->seats[seat].role : POST_ROLE_DESK_WORKER, s))
                    return false;
            }
    return true;
}

/* Any number at all in the table, the desk's and the first post's row together. */
static bool
fill_double(struct rows *k)
{
    for (int64_t g = 1; g < GROUNDS_TRIED; g++)
        for (int64_t g2 = 0; g2 < GROUNDS_TRIED; g2++)
            for (size_t i = 0; i < 16; i++) {
                static const size_t TRIED[] = { 0, 3, 4, 6 };
                const struct row_state *s =
                    add_case(k, &(struct row_state){ .ground = g,
                                                     .span = TRIED[i % 4],
                                                     .ground2 = g2 ? g2 : -1,
                                                     .span2 = TRIED[i / 4] });

                if (!s || !put(k, k->seats[0].post.id, s->id, g, s->span)
                    || (g2 && !put(k, k->seats[0].desk.id, s->id, g2, s->span2)))
                    return false;
            }
    return true;
}

static bool
works_for_desk(enum post_role role)
{
    return role >= POST_ROLE_DESK_WORKER && role <= POST_ROLE_HEAD;
}

static void
join(struct existing *e, const struct existing *more)
{
    if (more->known && (!e->known || more->strongest < e->strongest))
        e->strongest = more->strongest;
    e->known = e->known || more->known;
    e->named = e->named || more->named;
}

/* What one row of that ground opens by itself: glass brings a look-up's row along. */
static struct existing
one_row(enum post_role role, int64_t ground)
{
    const struct facts f = facts_of_one_ground(role, ground);
    const struct existing e = exists_by_law(&f);

    return e.strongest == (enum ground)ground ? e : (struct existing){ .known = false };
}

/* What the law says for the viewer of a seat. */
static struct existing
want(const struct rows *k, const struct row_state *s, size_t seat)
{
    const enum post_role role = k->seats[seat].role;
    const struct facts f = facts_of_one_ground(role, s->ground);
    struct existing all = { .known = false };
    struct existing one = s->ground2 ? one_row(role, s->ground) : exists_by_law(&f);
    const bool theirs =
        s->seat == seat || (s->seat == OFFICE_ROLES && works_for_desk(role));

    if (theirs && open_now(s->span))
        join(&all, &one);
    one = one_row(role, s->ground2);
    if (s->ground2 > 0 && works_for_desk(role) && open_now(s->span2))
        join(&all, &one);
    return all;
}

static bool
compare(struct rows *k, size_t seat, uint64_t *states)
{
    struct ctx *c = &k->o->unit.c;
    const struct arena_mark pass = arena_mark(c->mem);
    struct seen seen;

    if (!office_enter(k->o, &k->seats[seat], LOOKED)
        || !seen_by_viewer(k->o, k->seats[0].desk, &seen))
        return false;
    for (size_t i = 0; i < k->n; i++) {
        const struct row_state *s = &k->v[i];
        const struct existing e = want(k, s, seat);
        char what[120];

        snprintf(what, sizeof what,
                 "role %d row of %zu ground %d span %zu and %d span %zu",
                 (int)k->seats[seat].role, s->seat, (int)s->ground, s->span,
                 (int)s->ground2, s->span2);
        seen_compare(k->o, &seen, s->id.id, &e, what);
    }
    *states += k->n;
    arena_rewind(c->mem, pass);
    return true;
}

bool
existence_by_row(struct office *o, uint64_t *states)
{
    struct rows k = { .o = o };
    const int64_t until = LOOKED + INT64_C(86400000) * DAYS;
    size_t fixed;

    if (!office_begin(o))
        return false;
    for (size_t i = 0; i < OFFICE_ROLES; i++)
        if (!office_seat(o, o->desk[2], (enum post_role)(i + 1), HOUSE_MORNING, until,
                         &k.seats[i]))
            return false;
    if (!office_seat(o, o->desk[1], POST_ROLE_DESK_WORKER, HOUSE_MORNING, until,
                     &k.other)
        || !fill_single(&k) || !fill_double(&k) || !office_keep(o)
        || !db_load_end(&o->unit.c) || !office_begin(o))
        return false;
    for (size_t i = 0; i < OFFICE_ROLES; i++)
        if (!compare(&k, i, states))
            return false;
    o->unit.c.now = until;
    /* few of these rows have a source: the night takes away all others that are open */
    if (!store_reach_rebuild(&o->unit.c, &fixed))
        return false;
    office_check(o, fixed > 0, "rows without a source stayed");
    if (!store_reach_rebuild(&o->unit.c, &fixed))
        return false;
    office_check(o, fixed == 0, "the second rebuild mended %zu rows", fixed);
    return office_keep(o);
}
