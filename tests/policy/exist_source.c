/*
 * States of the sources: for each role a post whose desk leads or not, with consultations (or
 * what was heard by who reaches out), notes (or attempts to reach the person) and a hand-over
 * in each state, before, while and after the post is in force.
 */
#include "existence.h"

#include "../../src/base/vec.h"
#include "../../src/store/store_facts.h"
#include "gen/sql.h"
#include "state.h"

#include <stdio.h>

/* Who wrote a record: nobody of this desk, the viewer, somebody else at the desk. */
enum writer { WRITER_ELSEWHERE, WRITER_SELF, WRITER_COLLEAGUE, WRITER_N };

/* A hand-over's states; on hold is two, before and after it was accepted. */
static const struct {
    enum referral_state state;
    bool owned;
} HANDED_OVER[] = {
    { REFERRAL_STATE_NONE, false },       { REFERRAL_STATE_DRAFT, false },
    { REFERRAL_STATE_REQUESTED, false },  { REFERRAL_STATE_ACCEPTED, true },
    { REFERRAL_STATE_IN_PROGRESS, true }, { REFERRAL_STATE_ON_HOLD, false },
    { REFERRAL_STATE_ON_HOLD, true },     { REFERRAL_STATE_COMPLETED, true },
    { REFERRAL_STATE_REJECTED, false },   { REFERRAL_STATE_CANCELLED, false },
    { REFERRAL_STATE_FAILED, true },
};

/*
 * Consents of the one person: whom it names, whether that is a role, how it ends.
 */
enum spoke { SPOKE_NOT, SPOKE_STANDS, SPOKE_WITHDRAWN, SPOKE_LAPSES, SPOKE_N };

enum {
    HANDED_OVERS = sizeof HANDED_OVER / sizeof *HANDED_OVER,
    STATES = 2 * WRITER_N * WRITER_N * HANDED_OVERS * 2,
    /* beside few of those: lead or not, the desk wrote or not, waiting or not */
    CONSENTS = 2 * 2 * 2 * (SPOKE_N - 1) * 2 * 2,
    DAY_MS = 86400000
};

/* Everything is recorded in one instant and moved in a later one. */
#define POST_FROM HOUSE_MORNING
#define RECORDED (POST_FROM + DAY_MS)
#define MOVED (RECORDED + 1000)
#define LAPSED (MOVED + 1000)
#define POST_UNTIL (POST_FROM + INT64_C(30) * DAY_MS)

struct source {
    struct case_id id;
    struct referral_id referral;
    size_t seat; /* whose "self" it is */
    bool lead;
    bool closed;
    enum writer consulted;
    enum writer noted;
    bool heard; /* not taken as a consultation but heard of by who reaches out */
    bool tried; /* not noted but an attempt to reach the person */
    size_t handed;
    enum spoke spoke;
    bool joins; /* the consent gives a role */
    bool
        named; /* it names the viewer's desk, and the post where that stands for itself */
};

struct scene {
    struct office *o;
    struct seat seats[OFFICE_ROLES]; /* one of each role, all at the first desk */
    struct seat colleague;
    struct seat other; /* at the second desk */
    struct source *v;
    size_t n;
    size_t cap;
};

static struct source
nth_state(size_t seat, unsigned i)
{
    struct source s = { .seat = seat };

    s.lead = i % 2;
    i /= 2;
    s.closed = i % 2;
    i /= 2;
    s.consulted = (enum writer)(i % WRITER_N);
    i /= WRITER_N;
    s.noted = (enum writer)(i % WRITER_N);
    s.handed = i / WRITER_N;
    s.heard = s.handed % 2;
    s.tried = s.handed / 2 % 2;
    return s;
}

static struct source
nth_consent(size_t seat, unsigned i)
{
    struct source s = { .seat = seat };

    s.lead = i % 2;
    i /= 2;
    s.consulted = i % 2 ? WRITER_COLLEAGUE : WRITER_ELSEWHERE;
    i /= 2;
    s.handed = i % 2 ? 2 : 0;
    i /= 2;
    s.joins = i % 2;
    i /= 2;
    s.named = i % 2;
    s.spoke = (enum spoke)(SPOKE_STANDS + i / 2);
    return s;
}

static const struct seat *
writer_seat(const struct scene *k, const struct source *s, enum writer w)
{
    if (w == WRITER_SELF)
        return &k->seats[s->seat];
    return w == WRITER_COLLEAGUE ? &k->colleague : &k->other;
}

/* A record of the first kind: a consultation, or from whom it was heard. */
static bool
put_first(struct scene *k,
          const struct source *s,
          struct person_id person,
          const struct seat *by,
          struct db_ids as)
{
    struct ctx *c = &k->o->unit.c;

    if (s->heard)
        return sql_outreach_source_add(
            c, &(struct sql_outreach_source_add_in){ .source_id = id_new(c),
                                                     .case_id = s->id,
                                                     .kind = SOURCE_KIND_AGENCY,
                                                     .party = "",
                                                     .heard_on = day_of(c->now),
                                                     .words = "",
                                                     .desk_id = by->desk,
                                                     .post_id = by->post,
                                                     .subjects = as,
                                                     .now = c->now });
    return sql_consultation_add(
        c, &(struct sql_consultation_add_in){ .consultation_id = { id_new(c) },
                                              .case_id = s->id,
                                              .person_id = person,
                                              .desk_id = by->desk,
                                              .post_id = by->post,
                                              .received_at = c->now,
                                              .now = c->now,
                                              .words = "",
                                              .speaker = "",
                                              .caller_contact = "",
                                              .call_back_when = "",
                                              .call_back_as = "",
                                              .method = "",
                                              .route = "",
                                              .topic = "" });
}

/* A record of the second kind: a note, or an attempt to reach the person. */
static bool
put_second(struct scene *k,
           const struct source *s,
           const struct seat *by,
           struct db_ids as)
{
    struct ctx *c = &k->o->unit.c;

    if (s->tried)
        return sql_contact_add(
            c, &(struct sql_contact_add_in){ .contact_id = { id_new(c) },
                                             .case_id = s->id,
                                             .way = OUTREACH_WAY_PHONE,
                                             .result = CONTACT_RESULT_NOT_MET,
                                             .happened_on = day_of(c->now),
                                             .now = c->now,
                                             .fact = "",
                                             .own_words = "",
                                             .letter_name = "",
                                             .letter = "",
                                             .answer = CONSENT_STAND_NOT_ASKED,
                                             .desk_id = by->desk,
                                             .post_id = by->post,
                                             .subjects = as });
    return sql_note_add(c, &(struct sql_note_add_in){ .note_id = { id_new(c) },
                                                      .case_id = s->id,
                                                      .desk_id = by->desk,
                                                      .post_id = by->post,
                                                      .happened_on = day_of(c->now),
                                                      .now = c->now,
                                                      .method = "",
                                                      .fact = "",
                                                      .own_words = "",
                                                      .opinion = "",
                                                      .subjects = as });
}

static bool
put_records(struct scene *k, const struct source *s)
{
    struct ctx *c = &k->o->unit.c;
    struct desk_id lead = s->lead ? k->colleague.desk : k->other.desk;
    struct sql_case_people_rows people = { 0 };
    const struct db_ids as = { .v = &lead.id, .n = 1 };

    return store_reach_sync(c, s->id, lead, NULL)
           && sql_case_people(c,
                              &(struct sql_case_people_in){
                                  .case_id = s->id, .subjects = as, .now = c->now },
                              &people)
           && put_first(k, s, people.v[0].person_id, writer_seat(k, s, s->consulted),
                        as)
           && put_second(k, s, writer_seat(k, s, s->noted), as);
}

static bool
put_referral(struct scene *k, struct source *s)
{
    struct ctx *c = &k->o->unit.c;
    struct desk_id lead = s->lead ? k->colleague.desk : k->other.desk;
    const struct sql_referral_add_in in = {
        .referral_id = { id_new(c) },
        .case_id = s->id,
        .from_desk = k->other.desk,
        .from_post = k->other.post,
        .to_desk = k->colleague.desk,
        .basis = BASIS_MAYOR,
        .basis_reason = "",
        .ask = "",
        .purpose = "",
        .handed = "",
        .items = ITEMS_PLAIN,
        .now = c->now,
        .due_on = day_of(c->now),
        .subjects = { .v = &lead.id, .n = 1 },
        .multi_reason = "",
        .network = "",
        .tried = "",
        .tried_none = "",
        .joint_visit_on = { .n = DAY_NONE },
        .by_rule = "",
    };

    s->referral = in.referral_id;
    return HANDED_OVER[s->handed].state == REFERRAL_STATE_NONE
           || sql_referral_add(c, &in);
}

/* Reach follows each act, for the desk and, as their acts would, for the posts. */
static bool
sync(struct scene *k, const struct source *s)
{
    struct ctx *c = &k->o->unit.c;
    const struct seat *self = &k->seats[s->seat];
    struct viewer v = { .post = self->post, .desk = self->desk, .role = self->role };
    bool ok;

    c->viewer = &v;
    ok = store_reach_sync(c, s->id, self->desk, NULL)
         && store_reach_sync(c, s->id, k->other.desk, NULL);
    c->viewer = NULL;
    return ok;
}

static bool
put_consent(struct scene *k, const struct source *s)
{
    const int64_t until = s->spoke == SPOKE_LAPSES ? LAPSED : POST_UNTIL + DAY_MS;
    const struct id desk = s->named ? k->colleague.desk.id : k->other.desk.id;

    if (s->spoke == SPOKE_NOT)
        return true;
    return office_consent(k->o, s->id, desk, RECORDED, until, s->joins)
           && (!s->named
               || office_consent(k->o, s->id, k->seats[s->seat].post.id, RECORDED,
                                 until, s->joins))
           && store_reach_sync_consent(&k->o->unit.c, s->id);
}

static bool
withdraw(struct scene *k, const struct source *s)
{
    struct ctx *c = &k->o->unit.c;
    struct sql_consent_people_rows people = { 0 };

    if (s->spoke != SPOKE_WITHDRAWN)
        return true;
    return sql_consent_people(c, &(struct sql_consent_people_in){ .case_id = s->id },
                              &people)
           && sql_consent_end_sharing(
               c,
               &(struct sql_consent_end_sharing_in){ .person_id = people.v[0].person_id,
                                                     .state = CONSENT_STATE_WITHDRAWN,
                                                     .words = "",
                                                     .now = c->now })
           && store_reach_sync_consent(c, s->id);
}

static bool
add_state(struct scene *k, size_t seat, unsigned i)
{
    struct source *s = VEC_PUSH(k->o->unit.c.mem, k);
    struct desk_id lead;

    *s = i < STATES ? nth_state(seat, i) : nth_consent(seat, i - STATES);
    lead = s->lead ? k->colleague.desk : k->other.desk;
    return office_case(k->o, lead, k->other.post,
                       s->closed ? CASE_STATE_CLOSED : CASE_STATE_RECEIVED,
                       k->colleague.desk, &s->id)
           && put_records(k, s) && put_referral(k, s) && put_consent(k, s)
           && sync(k, s);
}

static bool
move_referral(struct scene *k, const struct source *s)
{
    struct ctx *c = &k->o->unit.c;
    struct desk_id lead = s->lead ? k->colleague.desk : k->other.desk;
    struct sql_referral_move_in in = {
        .referral_id = s->referral,
        .version = 1,
        .state = HANDED_OVER[s->handed].state,
        .reply = "",
        .return_reason = "",
        .return_text = "",
        .first_contact_on = { DAY_NONE },
        .outcome = "",
        .result = "",
        .subjects = { .v = &lead.id, .n = 1 },
        .now = c->now,
    };

    if (HANDED_OVER[s->handed].owned)
        in.owner_post = k->colleague.post;
    return in.state == REFERRAL_STATE_NONE || (sql_referral_move(c, &in) && sync(k, s));
}

static bool
make_seats(struct scene *k)
{
    struct office *o = k->o;

    for (size_t i = 0; i < OFFICE_ROLES; i++)
        if (!office_seat(o, o->desk[0], (enum post_role)(i + 1), POST_FROM, POST_UNTIL,
                         &k->seats[i]))
            return false;
    return office_seat(o, o->desk[0], POST_ROLE_DESK_WORKER, POST_FROM, POST_UNTIL,
                       &k->colleague)
           && office_seat(o, o->desk[1], POST_ROLE_DESK_WORKER, POST_FROM, POST_UNTIL,
                          &k->other);
}

static bool
fill(struct scene *k)
{
    if (!make_seats(k))
        return false;
    k->o->unit.c.now = RECORDED;
    for (size_t seat = 0; seat < OFFICE_ROLES; seat++)
        for (unsigned i = 0; i < STATES + CONSENTS; i++)
            if (!add_state(k, seat, i))
                return false;
    k->o->unit.c.now = MOVED;
    for (size_t i = 0; i < k->n; i++)
        if (!move_referral(k, &k->v[i]) || !withdraw(k, &k->v[i]))
            return false;
    return true;
}

/* Those who work for the desk; all others stand for themselves (practice rule 14). */
static bool
works_for_desk(enum post_role role)
{
    return role == POST_ROLE_DESK_WORKER || role == POST_ROLE_COORDINATOR
           || role == POST_ROLE_PROMOTER || role == POST_ROLE_CONTRACTOR
           || role == POST_ROLE_HEAD;
}

/* What consent leaves the viewer at that time: part of the team, or of what was. */
static void
fold_consent(const struct source *s, bool theirs, int64_t now, struct facts *f)
{
    const bool over =
        s->spoke == SPOKE_WITHDRAWN || (s->spoke == SPOKE_LAPSES && now >= LAPSED);

    if (!theirs || s->spoke == SPOKE_NOT)
        return;
    if (!over)
        f->consent = ITEMS_PLAIN;
    if (f->part == PART_NONE)
        f->part = !over ? PART_TEAM : s->joins ? PART_PAST : PART_NONE;
}

/* Folds the state as facts.h says, without a look at how the program does it. */
static struct facts
fold(const struct scene *k,
     const struct source *s,
     size_t seat,
     bool in_force,
     int64_t now)
{
    const enum post_role role = k->seats[seat].role;
    struct facts f = facts_of_one_ground(role, GROUND_NONE);
    const bool self =
        seat == s->seat && (s->consulted == WRITER_SELF || s->noted == WRITER_SELF);
    const bool desk = s->consulted != WRITER_ELSEWHERE || s->noted != WRITER_ELSEWHERE;

    f.standing = in_force ? STANDING_ACTIVE : STANDING_ENDED;
    f.own = self ? OWN_SELF : desk ? OWN_DESK : OWN_NONE;
    if (!works_for_desk(role)) {
        fold_consent(s, s->named && seat == s->seat, now, &f);
        return f;
    }
    f.part = s->lead ? PART_LEAD : PART_NONE;
    fold_consent(s, s->named, now, &f);
    switch (HANDED_OVER[s->handed].state) {
    case REFERRAL_STATE_REQUESTED:
        f.handed = HANDED_WAITING;
        break;
    case REFERRAL_STATE_ACCEPTED:
    case REFERRAL_STATE_IN_PROGRESS:
        f.handed = HANDED_HELD;
        break;
    case REFERRAL_STATE_ON_HOLD:
        f.handed = HANDED_OVER[s->handed].owned ? HANDED_HELD : HANDED_WAITING;
        break;
    case REFERRAL_STATE_COMPLETED:
        f.handed = s->closed ? HANDED_NONE : HANDED_HELD;
        break;
    case REFERRAL_STATE_NONE:
    case REFERRAL_STATE_DRAFT:
    case REFERRAL_STATE_REJECTED:
    case REFERRAL_STATE_CANCELLED:
    case REFERRAL_STATE_FAILED:
        break;
    }
    f.sent = f.handed == HANDED_NONE ? 0 : ITEMS_PLAIN;
    return f;
}

/* What has come to a desk; the page shows a hundred at most. */
static bool
compare_incoming(struct scene *k, size_t seat)
{
    struct ctx *c = &k->o->unit.c;
    struct sql_referral_incoming_rows rows = { 0 };
    size_t want = 0;

    if (!c->viewer)
        return true;
    for (size_t i = 0; i < k->n; i++) {
        const enum referral_state state = HANDED_OVER[k->v[i].handed].state;
        const struct facts f = fold(k, &k->v[i], seat, true, c->now);

        want +=
            exists_by_law(&f).known
            && (state == REFERRAL_STATE_REQUESTED || state == REFERRAL_STATE_ACCEPTED
                || state == REFERRAL_STATE_IN_PROGRESS
                || state == REFERRAL_STATE_ON_HOLD);
    }
    if (!sql_referral_incoming(
            c,
            &(struct sql_referral_incoming_in){
                .desk = k->colleague.desk,
                .subjects = { .v = c->viewer->subjects, .n = c->viewer->n_subjects },
                .now = c->now },
            &rows))
        return false;
    if (c->now < RECORDED)
        want = 0;
    office_check(k->o, rows.n == (want < 100 ? want : 100),
                 "role %d: %zu came, law %zu", (int)k->seats[seat].role, rows.n, want);
    return true;
}

/* The page of one case: found, or absent in the same way as one that never was. */
static bool
compare_page(struct scene *k, const struct source *s, const struct existing *want)
{
    struct ctx *c = &k->o->unit.c;
    struct sql_case_show_row row;
    struct facts facts;
    bool found = sql_case_show(
        c,
        &(struct sql_case_show_in){
            .case_id = s->id,
            .subjects = { .v = c->viewer->subjects, .n = c->viewer->n_subjects },
            .now = c->now },
        &row);

    if (!found && c->err.kind != ERR_MISSING)
        return false;
    forgive(c);
    office_check(k->o, found == want->known, "page found %d, law %d", found,
                 want->known);
    found = store_facts_of_case(c, s->id, &facts);
    if (!found && c->err.kind != ERR_MISSING)
        return false;
    forgive(c);
    office_check(k->o, found == want->known, "facts found %d, law %d", found,
                 want->known);
    return true;
}

static bool
compare_seat(struct scene *k, size_t seat, int64_t now, bool in_force, bool pages)
{
    struct ctx *c = &k->o->unit.c;
    const struct arena_mark pass = arena_mark(c->mem);
    const bool recorded = now >= RECORDED;
    struct seen seen;

    if (!office_enter(k->o, &k->seats[seat], now)
        || !seen_by_viewer(k->o, k->colleague.desk, &seen)
        || !compare_incoming(k, seat))
        return false;
    office_check(k->o, (c->viewer != NULL) == in_force, "role %d at %lld: viewer %d",
                 (int)k->seats[seat].role, (long long)now, c->viewer != NULL);
    for (size_t i = 0; i < k->n; i++) {
        const struct source *s = &k->v[i];
        const struct facts f = fold(k, s, seat, in_force, now);
        const struct existing want =
            recorded ? exists_by_law(&f) : (struct existing){ .known = false };
        char what[160];

        snprintf(what, sizeof what,
                 "role %d self %d lead %d closed %d consulted %d noted %d handed %zu "
                 "consent %d joins %d named %d at %lld",
                 (int)f.role, seat == s->seat, s->lead, s->closed, (int)s->consulted,
                 (int)s->noted, s->handed, (int)s->spoke, s->joins, s->named,
                 (long long)(now - RECORDED));
        seen_compare(k->o, &seen, s->id.id, &want, what);
        if (pages && c->viewer && s->seat == seat && !compare_page(k, s, &want))
            return false;
    }
    arena_rewind(c->mem, pass);
    return true;
}

static bool
compare_at(struct scene *k, int64_t now, bool in_force, bool pages, uint64_t *states)
{
    for (size_t seat = 0; seat < OFFICE_ROLES; seat++) {
        if (!compare_seat(k, seat, now, in_force, pages))
            return false;
        *states += k->n;
    }
    return true;
}

static bool
suspend_all(struct scene *k, bool suspended)
{
    for (size_t i = 0; i < OFFICE_ROLES; i++)
        if (!office_suspend(k->o, &k->seats[i], suspended))
            return false;
    return true;
}

static bool
end_accounts(struct scene *k)
{
    k->o->unit.c.now = MOVED;
    for (size_t i = 0; i < OFFICE_ROLES; i++)
        if (!office_end_account(k->o, &k->seats[i]))
            return false;
    return true;
}

static bool
compare_all(struct scene *k, uint64_t *n)
{
    return compare_at(k, POST_FROM - 1, false, false, n)
           && compare_at(k, POST_FROM, true, false, n)
           && compare_at(k, RECORDED - 1, true, false, n)
           && compare_at(k, MOVED, true, true, n)
           && compare_at(k, LAPSED - 1, true, false, n)
           && compare_at(k, LAPSED, true, true, n)
           && compare_at(k, POST_UNTIL - 1, true, true, n)
           && compare_at(k, POST_UNTIL, false, false, n)
           && compare_at(k, POST_UNTIL + 1, false, false, n) && suspend_all(k, true)
           && compare_at(k, MOVED, false, false, n) && suspend_all(k, false)
           && compare_at(k, MOVED, true, false, n) && end_accounts(k)
           && compare_at(k, MOVED + 1, false, false, n);
}

bool
existence_by_source(struct office *o, uint64_t *states)
{
    struct scene k = { .o = o };
    size_t fixed;

    if (!office_begin(o) || !fill(&k) || !office_keep(o) || !db_load_end(&o->unit.c)
        || !office_begin(o) || !compare_all(&k, states))
        return false;
    o->unit.c.now = MOVED + 1;
    if (!store_reach_rebuild(&o->unit.c, &fixed))
        return false;
    office_check(o, fixed == 0, "the rebuild mended %zu rows", fixed);
    return office_keep(o);
}
