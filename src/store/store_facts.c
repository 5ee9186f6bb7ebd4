#include "store_facts.h"

#include "gen/sql.h"
#include "store_consent.h"

#include "../domain/town.h"
#include "../policy/narrow.h"
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
        .childcare = v->childcare ? CHILDCARE_CENTER : CHILDCARE_OUTSIDE,
        .keep = v->keep,
    };
}

struct facts
store_facts_new(const struct viewer *v)
{
    struct facts f = facts_of_viewer(v);

    f.own = OWN_SELF;
    return f;
}

/* The strictest that stands: a conflict before the other side before a sealed household. */
static enum barrier
barrier_of(const struct sql_reach_guard_row *g)
{
    if (g->conflict)
        return BARRIER_CONFLICT;
    if (g->other_side)
        return BARRIER_OTHER_SIDE;
    return g->sealed && !g->named ? BARRIER_SEALED : BARRIER_NONE;
}

static enum protect
protect_of(int64_t guarded, int64_t listed)
{
    if (!guarded)
        return PROTECT_NONE;
    return listed == guarded ? PROTECT_LISTED : PROTECT_SHUT;
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
    /* a seat opens the papers of its item, never the case: GROUND_SITTING and
       GROUND_MULTILAYER stay out here and are set by who shows the item */
    if (ground == GROUND_SECRETARIAT)
        f->sitting = SITTING_OFFICE;
    if (ground == GROUND_DECIDED)
        f->decided = DECIDED_HELD;
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

/* What stands between the viewer's post and the case, and what an emergency has opened. */
static void
add_guard(struct ctx *c, const struct sql_reach_guard_row *g, struct facts *f)
{
    f->barrier = barrier_of(g);
    f->protect = protect_of(g->guarded, g->listed);
    f->emergency = g->glass    ? EMERGENCY_GLASS
                   : g->lookup ? EMERGENCY_LOOKUP
                               : EMERGENCY_NONE;
    shown_ends(c, g->named ? g->named_until : 0);
    shown_ends(c, g->lookup_until);
    shown_ends(c, g->glass_until);
}

bool
store_reached(struct ctx *c, struct case_id case_id, struct reached *out)
{
    const struct sql_reach_of_case_in in = {
        .case_id = case_id,
        .subjects = { .v = c->viewer->subjects, .n = c->viewer->n_subjects },
        .now = c->now,
    };
    const struct sql_reach_guard_in between = {
        .case_id = case_id,
        .subject = c->viewer->post.id,
        .now = c->now,
    };
    struct facts *f = &out->facts;
    struct sql_reach_guard_row guard;
    size_t reached = 0;

    *out = (struct reached){ .id = case_id, .facts = facts_of_viewer(c->viewer) };
    sql_reach_of_case_later(c, &in, &out->grounds);
    sql_reach_guard_later(c, &between, &guard);
    if (!db_gather(c))
        return false;
    for (size_t i = 0; i < out->grounds.n; i++) {
        const struct sql_reach_of_case_row *row = &out->grounds.v[i];

        add_ground(f, (enum ground)row->ground);
        /* a seat at a sitting opens its papers, not the case */
        reached += row->ground != GROUND_SITTING && row->ground != GROUND_MULTILAYER;
        out->named |= row->ground == GROUND_CONSENT;
        shown_ends(c, row->until_at);
    }
    add_guard(c, &guard, f);
    if (f->part == PART_PAST && out->grounds.n > 1)
        f->part = PART_NONE; /* another ground holds: nothing of it has ended */
    if (!add_handed(c, case_id, f))
        return false;
    return reached || refuse(c, ERR_MISSING, "no reach");
}

static struct db_ids
subjects_of(const struct viewer *v)
{
    return (struct db_ids){ .v = v->subjects, .n = v->n_subjects };
}

bool
store_facts_reached(struct ctx *c, const struct reached *r, struct facts *out)
{
    *out = r->facts;
    return !r->named
           || store_consent_of_case(c, r->id, subjects_of(c->viewer), &out->consent);
}

bool
store_facts_of_case(struct ctx *c, struct case_id case_id, struct facts *out)
{
    struct reached r;

    return store_reached(c, case_id, &r) && store_facts_reached(c, &r, out);
}

static enum protect
protect_of_person(const struct sql_protected_people_rows *rows, struct person_id id)
{
    for (size_t i = 0; i < rows->n; i++)
        if (id_same(rows->v[i].person_id.id, id.id))
            return rows->v[i].listed ? PROTECT_LISTED : PROTECT_SHUT;
    return PROTECT_NONE;
}

/* The facts about one person who is in the case. */
static bool
facts_of_person(struct ctx *c,
                const struct reached *r,
                const struct sql_protected_people_rows *guarded,
                struct person_id person,
                struct facts *out)
{
    *out = r->facts;
    out->protect = protect_of_person(guarded, person);
    return !r->named
           || store_consent_of_person(c, r->id, person, subjects_of(c->viewer),
                                      &out->consent);
}

bool
store_facts_of_people(struct ctx *c,
                      const struct reached *r,
                      const struct sql_case_people_rows *people,
                      struct facts *out)
{
    const struct sql_protected_people_in in = { .case_id = r->id,
                                                .post_id = c->viewer->post };
    struct sql_protected_people_rows guarded = { 0 };

    if (!sql_protected_people(c, &in, &guarded))
        return false;
    for (size_t i = 0; i < people->n; i++)
        if (!facts_of_person(c, r, &guarded, people->v[i].person_id, &out[i]))
            return false;
    return true;
}

bool
store_facts_of_person(struct ctx *c,
                      struct case_id case_id,
                      struct person_id person,
                      struct facts *out)
{
    struct sql_consent_people_rows people = { 0 };
    struct sql_protected_people_rows guarded = { 0 };
    const struct sql_protected_people_in in = { .case_id = case_id,
                                                .post_id = c->viewer->post };
    struct reached r;
    bool there = false;

    if (!store_reached(c, case_id, &r)
        || !sql_consent_people(c, &(struct sql_consent_people_in){ .case_id = case_id },
                               &people)
        || !sql_protected_people(c, &in, &guarded))
        return false;
    for (size_t i = 0; i < people.n; i++)
        there |= id_same(people.v[i].person_id.id, person.id);
    if (!there)
        return refuse(c, ERR_MISSING, "no such person in the case");
    return facts_of_person(c, &r, &guarded, person, out);
}

/* The facts of a subject by what its own or, for a share in it, its desk's records say. */
static struct facts
facts_of_subject(const struct sql_reach_source_row *s, const struct viewer *v)
{
    struct facts f = facts_of_viewer(v);
    const uint32_t least = ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY);

    if (s->own)
        f.own = role_shares_desk(v->role) ? OWN_DESK : OWN_SELF;
    f.part = s->lead ? PART_LEAD : s->team ? PART_TEAM : PART_NONE;
    f.consent = s->team ? least : 0;
    f.handed = s->held ? HANDED_HELD : s->waiting ? HANDED_WAITING : HANDED_NONE;
    f.sent = s->held || s->waiting ? least : 0;
    f.decided = s->decided ? DECIDED_HELD : DECIDED_NONE;
    f.sitting = s->office ? SITTING_OFFICE : SITTING_NONE;
    return f;
}

/* A sealed household is open to who is named in it for as long as that lasts. */
static struct reach_span
span_of(const struct sql_reach_guard_row *g, int64_t from, int64_t until)
{
    const int64_t named = g->sealed ? g->named_until : REACH_FOREVER;

    if (named != REACH_FOREVER && (until == REACH_FOREVER || named < until))
        until = named;
    return (struct reach_span){ .from = from, .until = until };
}

/*
 * A role by consent leaves, from its end on, the one line that it ended: another time, so
 * facts of their own. Source: practice rule 10.
 */
static void
add_past(const struct facts *present,
         const struct sql_reach_source_row *s,
         const struct sql_reach_guard_row *g,
         struct reach_row *rows,
         size_t *n)
{
    struct facts f = *present;
    struct reach_span spans[GROUND_N] = { 0 };
    struct reach_row past[GROUND_N];
    size_t more;

    if (!s->past || s->lead)
        return;
    f.part = PART_PAST;
    f.consent = 0;
    f.sitting = SITTING_NONE;
    f.decided = DECIDED_NONE;
    f.own = OWN_NONE;
    f.handed = HANDED_NONE;
    spans[GROUND_PAST] = span_of(g, s->past, REACH_FOREVER);
    more = reach_rows(&f, spans, past);
    for (size_t i = 0; i < more && *n < GROUND_N; i++)
        rows[(*n)++] = past[i];
}

/* The instant behind a role's last day, or REACH_FOREVER. */
static int64_t
role_ends(const struct sql_reach_source_row *s)
{
    if (s->decided_open || !day_known(s->decided_until))
        return REACH_FOREVER;
    return day_begin((struct day){ .n = s->decided_until.n + 1 });
}

/* By what is recorded: of the desk for a post with a share in it. */
static bool
by_source(struct ctx *c,
          struct case_id case_id,
          struct id subject,
          const struct viewer *v,
          const struct sql_reach_guard_row *g,
          struct reach_row rows[GROUND_N],
          size_t *n)
{
    const struct sql_reach_source_in in = { .case_id = case_id, .subject = subject };
    struct reach_span spans[GROUND_N] = { 0 };
    struct sql_reach_source_row s;
    struct facts f;

    if (!sql_reach_source(c, &in, &s))
        return false;
    f = facts_of_subject(&s, v);
    f.barrier = barrier_of(g);
    spans[GROUND_OWN] = span_of(g, s.own, REACH_FOREVER);
    spans[GROUND_LEAD] = span_of(g, s.lead, REACH_FOREVER);
    spans[GROUND_SENT] = span_of(g, s.waiting, REACH_FOREVER);
    spans[GROUND_HELD] = span_of(g, s.held, REACH_FOREVER);
    spans[GROUND_CONSENT] = span_of(g, s.team, s.team_until);
    spans[GROUND_SECRETARIAT] = span_of(g, s.office, REACH_FOREVER);
    spans[GROUND_DECIDED] = span_of(g, s.decided, role_ends(&s));
    *n = reach_rows(&f, spans, rows);
    add_past(&f, &s, g, rows, n);
    return true;
}

/* What opens a case to one post in spite of all: a list it is on, an emergency. */
static void
by_guard(const struct viewer *v,
         const struct sql_reach_guard_row *g,
         struct reach_row rows[GROUND_N],
         size_t *n)
{
    struct reach_span spans[GROUND_N] = { 0 };
    struct facts f = facts_of_viewer(v);

    f.barrier = barrier_of(g);
    f.protect = g->listed ? PROTECT_LISTED : PROTECT_NONE;
    f.emergency = g->lookup ? EMERGENCY_LOOKUP : EMERGENCY_NONE;
    spans[GROUND_LISTED] = span_of(g, g->listed_from, REACH_FOREVER);
    spans[GROUND_LOOKUP] =
        (struct reach_span){ .from = g->lookup, .until = g->lookup_until };
    *n += reach_rows(&f, spans, rows + *n);
}

/* What a post reaches by its seats at sittings that are open now. */
static bool
by_seat(struct ctx *c,
        struct case_id case_id,
        struct id subject,
        const struct viewer *v,
        const struct sql_reach_guard_row *g,
        struct reach_row rows[GROUND_N],
        size_t *n)
{
    const struct sql_reach_seat_in in = { .case_id = case_id, .subject = subject };
    struct reach_span spans[GROUND_N] = { 0 };
    struct facts f = facts_of_viewer(v);
    struct sql_reach_seat_row s;

    if (!sql_reach_seat(c, &in, &s))
        return false;
    f.barrier = barrier_of(g);
    f.sitting = s.lawful   ? SITTING_ATTENDS
                : s.agreed ? SITTING_BY_CONSENT
                           : SITTING_NONE;
    f.consent = s.agreed ? ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY) : 0;
    spans[GROUND_SITTING] = span_of(g, s.lawful, REACH_FOREVER);
    spans[GROUND_MULTILAYER] = span_of(g, s.agreed, s.agreed_until);
    *n += reach_rows(&f, spans, rows + *n);
    return true;
}

/*
 * What reach should be for the pair, by ground. A post with a share in its desk needs none
 * of its own, unless something stands between the case and a post of that desk: then the
 * desk has none and each of its posts its own.
 */
static bool
wanted(struct ctx *c,
       struct case_id case_id,
       struct id subject,
       struct reach_row rows[3 * GROUND_N],
       size_t *n)
{
    const struct sql_reach_guard_in in = { .case_id = case_id,
                                           .subject = subject,
                                           .now = c->now };
    struct sql_reach_guard_row g;
    struct viewer v = { .role = POST_ROLE_DESK_WORKER };
    bool post;
    bool shares;

    *n = 0;
    if (!sql_reach_guard(c, &in, &g))
        return false;
    post = g.role != POST_ROLE_NONE;
    if (post)
        v.role = g.role;
    shares = post && role_shares_desk(g.role);
    if (g.parted ? post : !shares)
        if (!by_source(c, case_id, shares ? g.desk_id.id : subject, &v, &g, rows, n))
            return false;
    if (post)
        by_guard(&v, &g, rows, n);
    return !post || by_seat(c, case_id, subject, &v, &g, rows, n);
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

/* An end that comes earlier than it did takes away as much as ending at once. */
static bool
ends_sooner(const struct sql_reach_of_pair_rows *have, const struct reach_row *want)
{
    for (size_t i = 0; i < have->n; i++)
        if (have->v[i].ground == (int64_t)want->ground)
            return want->span.until
                   && (!have->v[i].until_at || have->v[i].until_at > want->span.until);
    return false;
}

static bool
sync_subject(struct ctx *c, struct case_id case_id, struct id subject, size_t *fixed)
{
    struct reach_row want[3 * GROUND_N];
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
        c->narrows |= ends_sooner(&have, &want[i]);
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

/* Where something stands between a case and posts of the desk, each has reach of its own. */
static bool
sync_posts(struct ctx *c, struct case_id case_id, struct id desk, size_t *fixed)
{
    const struct sql_reach_posts_in in = { .case_id = case_id, .desk_id = { desk } };
    struct sql_reach_posts_rows rows = { 0 };

    if (!sql_reach_posts(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!sync_subject(c, case_id, rows.v[i].subject, fixed))
            return false;
    return true;
}

/* A desk that came to one side of a split household is kept from the other from then on. */
static bool
follow_split(struct ctx *c, struct case_id case_id, struct desk_id desk)
{
    const struct sql_reach_of_pair_in pair = { .subject = desk.id, .case_id = case_id };
    struct sql_split_other_rows others = { 0 };
    struct sql_reach_of_pair_rows have = { 0 };
    size_t fixed = 0;

    if (!c->viewer
        || !sql_split_other(c, &(struct sql_split_other_in){ .case_id = case_id },
                            &others))
        return c->viewer == NULL;
    if (others.n && !sql_reach_of_pair(c, &pair, &have))
        return false;
    for (size_t i = 0; i < others.n && have.n; i++) {
        const struct case_id other = others.v[i].case_id;
        struct sql_split_barred_row there;

        if (!sql_split_barred(
                c, &(struct sql_split_barred_in){ .case_id = other, .desk_id = desk },
                &there))
            return false;
        if (there.barred)
            continue;
        if (!sql_restriction_add(
                c,
                &(struct sql_restriction_add_in){ .restriction_id = { id_new(c) },
                                                  .group_id = others.v[i].group_id,
                                                  .kind = RESTRICTION_KIND_OTHER_SIDE,
                                                  .case_id = other,
                                                  .subject = desk.id,
                                                  .decided = true,
                                                  .from_on = day_of(c->now),
                                                  .until_on = { DAY_NONE },
                                                  .reason = "",
                                                  .now = c->now,
                                                  .post_id = c->viewer->post })
            || !sync_subject(c, other, desk.id, &fixed))
            return false;
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

    if (!sync_subject(c, case_id, desk.id, &fixed)
        || !sync_posts(c, case_id, desk.id, &fixed) || !follow_split(c, case_id, desk))
        return false;
    if (v && id_same(v->desk.id, desk.id) && !role_shares_desk(v->role)
        && !sync_subject(c, case_id, v->post.id, &fixed))
        return false;
    if (changed)
        *changed += fixed;
    return true;
}

bool
store_reach_sync_case(struct ctx *c, struct case_id case_id)
{
    struct sql_reach_subjects_rows rows = { 0 };
    size_t fixed = 0;

    if (!sql_reach_subjects(c, &(struct sql_reach_subjects_in){ .case_id = case_id },
                            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!sync_subject(c, case_id, rows.v[i].subject, &fixed))
            return false;
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
        if (!sync_subject(c, case_id, rows.v[i].subject, &fixed)
            || !sync_posts(c, case_id, rows.v[i].subject, &fixed))
            return false;
    return true;
}

bool
store_reach_sync_subject(struct ctx *c, struct case_id case_id, struct id subject)
{
    size_t fixed = 0;

    return sync_subject(c, case_id, subject, &fixed);
}

bool
store_facts_at_seat(struct ctx *c, struct case_id case_id, struct facts *out)
{
    struct sql_reach_guard_row guard;

    *out = facts_of_viewer(c->viewer);
    if (!sql_reach_guard(c,
                         &(struct sql_reach_guard_in){ .case_id = case_id,
                                                       .subject = c->viewer->post.id,
                                                       .now = c->now },
                         &guard))
        return false;
    add_guard(c, &guard, out);
    out->emergency = EMERGENCY_NONE;
    return true;
}

bool
store_facts_of_seat(struct ctx *c,
                    enum post_role role,
                    struct id subject,
                    const struct case_id *cases,
                    size_t n,
                    struct facts *out)
{
    struct sql_reach_guard_in *in =
        ARENA_ARRAY(c->mem, n + 1, struct sql_reach_guard_in);
    struct sql_reach_guard_row *guard =
        ARENA_ARRAY(c->mem, n + 1, struct sql_reach_guard_row);

    for (size_t i = 0; i < n; i++) {
        in[i] = (struct sql_reach_guard_in){ .case_id = cases[i],
                                             .subject = subject,
                                             .now = c->now };
        sql_reach_guard_later(c, &in[i], &guard[i]);
        if (((i + 1) % DB_LATER_MAX == 0 || i + 1 == n) && !db_gather(c))
            return false;
    }
    for (size_t i = 0; i < n; i++) {
        out[i] = (struct facts){ .role = role,
                                 .standing = STANDING_ACTIVE,
                                 .paper = PAPER_NONE,
                                 .keep = narrow_of(c->town->narrow, role) };
        add_guard(c, &guard[i], &out[i]);
        out[i].emergency = EMERGENCY_NONE;
    }
    return true;
}

enum { CASES_A_PASS = 200 };

bool
store_reach_pass(struct ctx *c, struct id *after, size_t *fixed, bool *more)
{
    const struct sql_reach_pairs_in in = { .after = *after, .n = CASES_A_PASS };
    struct sql_reach_pairs_rows rows = { 0 };

    if (!sql_reach_pairs(c, &in, &rows))
        return false;
    *more = rows.n > 0;
    for (size_t i = 0; i < rows.n; i++) {
        if (!sync_subject(c, rows.v[i].case_id, rows.v[i].subject, fixed))
            return false;
        *after = rows.v[i].case_id.id;
    }
    return true;
}

bool
store_reach_rebuild(struct ctx *c, size_t *fixed)
{
    struct arena_mark pass = arena_mark(c->mem);
    struct id after = { .s = "" };
    bool more = true;

    *fixed = 0;
    while (more) {
        if (!store_reach_pass(c, &after, fixed, &more))
            return false;
        arena_rewind(c->mem, pass);
    }
    return true;
}
