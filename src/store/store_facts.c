#include "store_facts.h"

#include "gen/sql.h"
#include "store_consent.h"

#include "../policy/reach.h"
#include "../policy/shown.h"

static struct facts
facts_of_viewer(const struct viewer *v)
{
    return (struct facts){
        .role = v->role,
        .standing = STANDING_ACTIVE, /* a post out of force never becomes a viewer */
        .protect = PROTECT_NONE,
        .informant = INFORMANT_OPEN,
        .barrier = BARRIER_NONE,
        .paper = PAPER_NONE,
    };
}

struct facts
store_facts_new(const struct viewer *v)
{
    struct facts f = facts_of_viewer(v);

    f.own = OWN_SELF;
    return f;
}

static void
add_ground(struct facts *f, enum ground ground)
{
    if (ground == GROUND_LEAD)
        f->part = PART_LEAD;
    if (ground == GROUND_SENT && f->handed == HANDED_NONE)
        f->handed = HANDED_WAITING;
    if (ground == GROUND_HELD)
        f->handed = HANDED_HELD;
    if (ground == GROUND_CONSENT && f->part != PART_LEAD)
        f->part = PART_TEAM;
    if (ground == GROUND_PAST && f->part == PART_NONE)
        f->part = PART_PAST;
}

struct facts
store_facts_of_ground(const struct viewer *v, enum ground ground)
{
    struct facts f = facts_of_viewer(v);

    add_ground(&f, ground);
    if (ground == GROUND_OWN)
        f.own = role_shares_desk(v->role) ? OWN_DESK : OWN_SELF;
    if (ground == GROUND_HELD)
        f.sent = ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY)
                 | ITEM_BIT(ITEM_COORDINATION);
    if (ground == GROUND_CONSENT)
        f.consent = ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY)
                    | ITEM_BIT(ITEM_COORDINATION);
    return f;
}

static bool
add_handed(struct ctx *c, struct case_id case_id, struct facts *f)
{
    struct sql_referral_handed_rows rows = { 0 };
    const struct sql_referral_handed_in in = { .case_id = case_id,
                                               .desk = c->viewer->desk };

    if (f->handed == HANDED_NONE)
        return true;
    if (!sql_referral_handed(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        f->sent |= (uint32_t)rows.v[i].items;
    return true;
}

/* Everything but what consent covers; named: consent names the viewer now. */
static bool
facts_by_reach(struct ctx *c, struct case_id case_id, struct facts *out, bool *named)
{
    struct sql_reach_of_case_rows rows = { 0 };
    const struct sql_reach_of_case_in in = {
        .case_id = case_id,
        .subjects = { .v = c->viewer->subjects, .n = c->viewer->n_subjects },
        .now = c->now,
    };

    *out = facts_of_viewer(c->viewer);
    *named = false;
    if (!sql_reach_of_case(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        add_ground(out, (enum ground)rows.v[i].ground);
        *named |= rows.v[i].ground == GROUND_CONSENT;
        shown_ends(c, rows.v[i].until_at);
    }
    if (!add_handed(c, case_id, out))
        return false;
    return rows.n || refuse(c, ERR_MISSING, "no reach");
}

static struct db_ids
subjects_of(const struct viewer *v)
{
    return (struct db_ids){ .v = v->subjects, .n = v->n_subjects };
}

bool
store_facts_of_case(struct ctx *c, struct case_id case_id, struct facts *out)
{
    bool named;

    return facts_by_reach(c, case_id, out, &named)
           && (!named
               || store_consent_of_case(c, case_id, subjects_of(c->viewer),
                                        &out->consent));
}

bool
store_facts_of_person(struct ctx *c,
                      struct case_id case_id,
                      struct person_id person,
                      struct facts *out)
{
    struct sql_consent_people_rows people = { 0 };
    bool named;
    bool there = false;

    if (!facts_by_reach(c, case_id, out, &named)
        || !sql_consent_people(c, &(struct sql_consent_people_in){ .case_id = case_id },
                               &people))
        return false;
    for (size_t i = 0; i < people.n; i++)
        there |= id_same(people.v[i].person_id.id, person.id);
    if (!there)
        return refuse(c, ERR_MISSING, "no such person in the case");
    return !named
           || store_consent_of_person(c, case_id, person, subjects_of(c->viewer),
                                      &out->consent);
}

static struct facts
facts_of_subject(const struct sql_reach_source_row *s)
{
    const bool post = s->role != POST_ROLE_NONE;
    const struct viewer v = { .role = post ? s->role : POST_ROLE_DESK_WORKER };
    struct facts f = facts_of_viewer(&v);
    const uint32_t least = ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY);

    if (s->own)
        f.own = post ? OWN_SELF : OWN_DESK;
    f.part = s->lead ? PART_LEAD : s->team ? PART_TEAM : PART_NONE;
    f.consent = s->team ? least : 0;
    f.handed = s->held ? HANDED_HELD : s->waiting ? HANDED_WAITING : HANDED_NONE;
    f.sent = s->held || s->waiting ? least : 0;
    return f;
}

/*
 * A role by consent leaves, from its end on, the one line that it ended: another time, so
 * facts of their own. Source: practice rule 10.
 */
static void
add_past(const struct sql_reach_source_row *s, struct reach_row *rows, size_t *n)
{
    struct facts f = facts_of_subject(s);
    struct reach_span spans[GROUND_N] = { 0 };
    struct reach_row past[GROUND_N];
    size_t more;

    if (!s->past || s->lead)
        return;
    f.part = PART_PAST;
    f.consent = 0;
    f.own = OWN_NONE;
    f.handed = HANDED_NONE;
    spans[GROUND_PAST].from = s->past;
    more = reach_rows(&f, spans, past);
    for (size_t i = 0; i < more && *n < GROUND_N; i++)
        rows[(*n)++] = past[i];
}

/* What reach should be for the pair, by ground; a post with a share in its desk needs none. */
static bool
wanted(struct ctx *c,
       struct case_id case_id,
       struct id subject,
       struct reach_row rows[GROUND_N],
       size_t *n)
{
    const struct sql_reach_source_in in = { .case_id = case_id, .subject = subject };
    struct reach_span spans[GROUND_N] = { 0 };
    struct sql_reach_source_row s;
    struct facts f;

    *n = 0;
    if (!sql_reach_source(c, &in, &s))
        return false;
    if (role_shares_desk(s.role))
        return true;
    f = facts_of_subject(&s);
    spans[GROUND_OWN].from = s.own;
    spans[GROUND_LEAD].from = s.lead;
    spans[GROUND_SENT].from = s.waiting;
    spans[GROUND_HELD].from = s.held;
    spans[GROUND_CONSENT] =
        (struct reach_span){ .from = s.team, .until = s.team_until };
    *n = reach_rows(&f, spans, rows);
    add_past(&s, rows, n);
    return true;
}

static bool
put_row(struct ctx *c,
        struct case_id case_id,
        struct id subject,
        const struct reach_row *row)
{
    return sql_reach_put(c, &(struct sql_reach_put_in){ .subject = subject,
                                                        .case_id = case_id,
                                                        .ground = row->ground,
                                                        .from_at = row->span.from,
                                                        .until_at = row->span.until,
                                                        .now = c->now });
}

static bool
end_row(struct ctx *c, struct case_id case_id, struct id subject, int64_t ground)
{
    c->narrows = true;
    return sql_reach_end(c, &(struct sql_reach_end_in){ .subject = subject,
                                                        .case_id = case_id,
                                                        .ground = ground,
                                                        .now = c->now });
}

static bool
row_stands(const struct sql_reach_of_pair_rows *have, const struct reach_row *want)
{
    for (size_t i = 0; i < have->n; i++)
        if (have->v[i].ground == (int64_t)want->ground)
            return have->v[i].until_at == want->span.until
                   && have->v[i].from_at == want->span.from;
    return false;
}

static bool
is_wanted(const struct reach_row *want, size_t n, int64_t ground)
{
    for (size_t i = 0; i < n; i++)
        if ((int64_t)want[i].ground == ground)
            return true;
    return false;
}

static bool
sync_subject(struct ctx *c, struct case_id case_id, struct id subject, size_t *fixed)
{
    struct reach_row want[GROUND_N];
    struct sql_reach_of_pair_rows have = { 0 };
    const struct sql_reach_of_pair_in in = { .subject = subject, .case_id = case_id };
    size_t n;

    if (!wanted(c, case_id, subject, want, &n) || !sql_reach_of_pair(c, &in, &have))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (row_stands(&have, &want[i]))
            continue;
        if (!put_row(c, case_id, subject, &want[i]))
            return false;
        ++*fixed;
    }
    for (size_t i = 0; i < have.n; i++) {
        if (is_wanted(want, n, have.v[i].ground)
            || (have.v[i].until_at && have.v[i].until_at <= c->now))
            continue;
        if (!end_row(c, case_id, subject, have.v[i].ground))
            return false;
        ++*fixed;
    }
    return true;
}

bool
store_reach_sync(struct ctx *c,
                 struct case_id case_id,
                 struct desk_id desk,
                 size_t *changed)
{
    const struct viewer *v = c->viewer;
    size_t fixed = 0;

    if (!sync_subject(c, case_id, desk.id, &fixed))
        return false;
    if (v && id_same(v->desk.id, desk.id) && !role_shares_desk(v->role)
        && !sync_subject(c, case_id, v->post.id, &fixed))
        return false;
    if (changed)
        *changed += fixed;
    return true;
}

bool
store_reach_sync_consent(struct ctx *c, struct case_id case_id)
{
    struct sql_consent_subjects_rows rows = { 0 };
    size_t fixed = 0;

    if (!sql_consent_subjects(
            c, &(struct sql_consent_subjects_in){ .case_id = case_id }, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!sync_subject(c, case_id, rows.v[i].subject, &fixed))
            return false;
    return true;
}

enum { CASES_A_PASS = 200 };

bool
store_reach_rebuild(struct ctx *c, size_t *fixed)
{
    struct sql_reach_pairs_in in = { .n = CASES_A_PASS };
    struct arena_mark pass = arena_mark(c->mem);

    *fixed = 0;
    for (;;) {
        struct sql_reach_pairs_rows rows = { 0 };

        if (!sql_reach_pairs(c, &in, &rows))
            return false;
        if (!rows.n)
            return true;
        for (size_t i = 0; i < rows.n; i++)
            if (!sync_subject(c, rows.v[i].case_id, rows.v[i].subject, fixed))
                return false;
        in.after = rows.v[rows.n - 1].case_id.id;
        arena_rewind(c->mem, pass);
    }
}
