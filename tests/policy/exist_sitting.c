/*
 * States of sittings: for each role an item of a case on each footing, at a sitting planned,
 * open or closed, with a seat of the viewer's own, of a colleague or at another item, sworn or
 * not, withdrawn or not; the viewer's desk the secretariat or not, holding a decided role or
 * not.
 */
#include "existence.h"

#include "../../src/base/vec.h"
#include "../../src/store/store_facts.h"
#include "gen/sql.h"
#include "state.h"

#include <stdio.h>

enum seated { SEATED_NOT, SEATED_SELF, SEATED_COLLEAGUE, SEATED_OTHER_ITEM, SEATED_N };
enum role_held { ROLE_NOT, ROLE_STANDS, ROLE_ENDED, ROLE_N };

static const enum item_footing FOOTING[] = { ITEM_FOOTING_LAWFUL,
                                             ITEM_FOOTING_BY_CONSENT,
                                             ITEM_FOOTING_NAMELESS };
static const enum sitting_state STATE[] = { SITTING_STATE_PLANNED, SITTING_STATE_OPEN,
                                            SITTING_STATE_CLOSED };

enum {
    FOOTINGS = sizeof FOOTING / sizeof *FOOTING,
    SITTING_STATES = sizeof STATE / sizeof *STATE,
    /* each seat at each sitting; then, sworn at an open one or without a seat, the rest */
    SEATS = FOOTINGS * SITTING_STATES * SEATED_N * 2,
    STATES = SEATS + FOOTINGS * 2 * 2 * 2 * ROLE_N,
    DAY_MS = 86400000
};

/* After all that the other parts compare. */
#define BEGUN (HOUSE_MORNING + INT64_C(100) * DAY_MS)
#define OPENED (BEGUN + 1000)
#define LOOKED (BEGUN + 2000)

struct tabled {
    struct case_id id;
    size_t seat;
    enum item_footing footing;
    enum sitting_state state;
    enum seated seated;
    bool sworn;
    bool withdrawn;
    bool office;
    enum role_held role;
};

struct stage {
    struct office *o;
    struct seat seats[OFFICE_ROLES];
    struct seat colleague;
    struct seat other; /* at another desk */
    struct tabled *v;
    size_t n;
    size_t cap;
};

static struct tabled
nth_seat(size_t seat, unsigned i)
{
    struct tabled t = { .seat = seat };

    t.footing = FOOTING[i % FOOTINGS];
    i /= FOOTINGS;
    t.state = STATE[i % SITTING_STATES];
    i /= SITTING_STATES;
    t.seated = (enum seated)(i % SEATED_N);
    t.sworn = i / SEATED_N;
    return t;
}

static struct tabled
nth_part(size_t seat, unsigned i)
{
    struct tabled t = { .seat = seat, .state = SITTING_STATE_OPEN, .sworn = true };

    t.footing = FOOTING[i % FOOTINGS];
    i /= FOOTINGS;
    t.seated = i % 2 ? SEATED_SELF : SEATED_NOT;
    i /= 2;
    t.withdrawn = i % 2;
    i /= 2;
    t.office = i % 2;
    t.role = (enum role_held)(i / 2);
    return t;
}

static bool
put_seat(struct stage *k,
         const struct tabled *t,
         struct sitting_id sitting,
         struct item_id item,
         struct item_id other)
{
    struct ctx *c = &k->o->unit.c;
    const struct seat *who =
        t->seated == SEATED_COLLEAGUE ? &k->colleague : &k->seats[t->seat];
    const struct attendee_id id = { id_new(c) };

    if (t->seated == SEATED_NOT)
        return true;
    return sql_attendee_add(
               c, &(struct sql_attendee_add_in){ .attendee_id = id,
                                                 .sitting_id = sitting,
                                                 .desk_id = who->desk,
                                                 .post_id = who->post,
                                                 .name = "",
                                                 .part = ATTENDEE_PART_MEMBER,
                                                 .secrecy = SECRECY_TOLD,
                                                 .sworn_at = t->sworn ? BEGUN : 0 })
           && sql_attendee_item_add(
               c, &(struct sql_attendee_item_add_in){
                      .attendee_id = id,
                      .item_id = t->seated == SEATED_OTHER_ITEM ? other : item });
}

static bool
put_role(struct stage *k, const struct tabled *t, struct item_id item)
{
    struct ctx *c = &k->o->unit.c;
    const struct role_id id = { id_new(c) };

    if (t->role == ROLE_NOT)
        return true;
    return sql_decided_add(c,
                           &(struct sql_decided_add_in){ .role_id = id,
                                                         .case_id = t->id,
                                                         .item_id = item,
                                                         .kind = DECISION_KIND_ROLE,
                                                         .desk_id = k->colleague.desk,
                                                         .what = "",
                                                         .named = true,
                                                         .due_on = day_of(c->now),
                                                         .now = c->now,
                                                         .until_on = { DAY_NONE } })
           && (t->role == ROLE_STANDS
               || sql_decided_end(
                   c, &(struct sql_decided_end_in){ .role_id = id, .now = c->now }));
}

static bool
add_item(struct stage *k,
         const struct tabled *t,
         struct sitting_id sitting,
         struct case_id case_id,
         struct item_id *out)
{
    struct ctx *c = &k->o->unit.c;

    *out = (struct item_id){ id_new(c) };
    return sql_item_add(c, &(struct sql_item_add_in){ .item_id = *out,
                                                      .sitting_id = sitting,
                                                      .acts_as = "",
                                                      .footing = t->footing,
                                                      .bound = true,
                                                      .case_id = case_id,
                                                      .title = "",
                                                      .trigger = "",
                                                      .reason = "",
                                                      .purpose = "",
                                                      .desk_id = k->other.desk,
                                                      .post_id = k->other.post,
                                                      .now = c->now });
}

/* What rests on consent says whom it is about. */
static bool
put_matter(struct stage *k, const struct tabled *t, struct item_id item)
{
    struct ctx *c = &k->o->unit.c;
    struct sql_consent_people_rows people = { 0 };

    if (t->footing != ITEM_FOOTING_BY_CONSENT)
        return true;
    if (!sql_consent_people(c, &(struct sql_consent_people_in){ .case_id = t->id },
                            &people))
        return false;
    for (size_t i = 0; i < people.n; i++)
        if (!sql_matter_add(
                c, &(struct sql_matter_add_in){ .item_id = item,
                                                .person_id = people.v[i].person_id }))
            return false;
    return true;
}

static bool
put_sitting(struct stage *k, const struct tabled *t)
{
    struct ctx *c = &k->o->unit.c;
    const struct seat *host = t->office ? &k->colleague : &k->other;
    const struct sitting_id id = { id_new(c) };
    const struct case_id none = { .id = { .s = "" } };
    struct item_id item;
    struct item_id topic;

    return sql_sitting_add(c, &(struct sql_sitting_add_in){ .sitting_id = id,
                                                            .body = "",
                                                            .also = "",
                                                            .held_on = day_of(c->now),
                                                            .held_at = "",
                                                            .place = "",
                                                            .reason = "",
                                                            .convener = "",
                                                            .trigger = "",
                                                            .desk_id = host->desk,
                                                            .post_id = host->post,
                                                            .now = c->now })
           && add_item(k, t, id, t->id, &item) && add_item(k, t, id, none, &topic)
           && put_matter(k, t, item) && put_seat(k, t, id, item, topic)
           && put_role(k, t, item)
           && (!t->withdrawn
               || sql_item_end(c,
                               &(struct sql_item_end_in){ .item_id = item,
                                                          .state = ITEM_STATE_WITHDRAWN,
                                                          .discussion = "",
                                                          .decision = "",
                                                          .next_on = { DAY_NONE },
                                                          .version = 1 }))
           && sql_sitting_move(c, &(struct sql_sitting_move_in){ .sitting_id = id,
                                                                 .state = t->state,
                                                                 .opened_at = OPENED,
                                                                 .version = 1 });
}

static bool
add_state(struct stage *k, size_t seat, unsigned i)
{
    struct ctx *c = &k->o->unit.c;
    struct tabled *t = VEC_PUSH(c->mem, k);
    const struct seat *self = &k->seats[seat];

    *t = i < SEATS ? nth_seat(seat, i) : nth_part(seat, i - SEATS);
    if (!office_case(k->o, k->other.desk, k->other.post, CASE_STATE_RECEIVED,
                     k->colleague.desk, &t->id))
        return false;
    if (t->footing == ITEM_FOOTING_BY_CONSENT
        && (!office_consent(k->o, t->id, self->desk.id, BEGUN, LOOKED + DAY_MS, false)
            || !office_consent(k->o, t->id, self->post.id, BEGUN, LOOKED + DAY_MS,
                               false)))
        return false;
    c->now = OPENED;
    if (!put_sitting(k, t) || !store_reach_sync_consent(c, t->id)
        || !store_reach_sync_subject(c, t->id, self->post.id)
        || !store_reach_sync_subject(c, t->id, k->colleague.post.id)
        || !store_reach_sync_subject(c, t->id, self->desk.id)
        || !store_reach_sync_subject(c, t->id, k->other.desk.id))
        return false;
    c->now = BEGUN;
    return true;
}

static bool
works_for_desk(enum post_role role)
{
    return role == POST_ROLE_DESK_WORKER || role == POST_ROLE_COORDINATOR
           || role == POST_ROLE_PROMOTER || role == POST_ROLE_CONTRACTOR
           || role == POST_ROLE_HEAD;
}

/* Folds the state as facts.h says, without a look at how the program does it. */
static struct facts
fold(const struct stage *k, const struct tabled *t, size_t seat)
{
    const enum post_role role = k->seats[seat].role;
    const bool desk = works_for_desk(role);
    const bool self = seat == t->seat && t->seated == SEATED_SELF && t->sworn
                      && t->state == SITTING_STATE_OPEN && !t->withdrawn;
    struct facts f = facts_of_one_ground(role, GROUND_NONE);

    if (t->footing == ITEM_FOOTING_BY_CONSENT && (desk || seat == t->seat)) {
        f.part = PART_TEAM;
        f.consent = ITEMS_PLAIN;
    }
    if (desk && t->role == ROLE_STANDS)
        f.decided = DECIDED_HELD;
    if (desk && t->office && !t->withdrawn)
        f.sitting = SITTING_OFFICE;
    if (self && t->footing == ITEM_FOOTING_LAWFUL)
        f.sitting = SITTING_ATTENDS;
    if (self && t->footing == ITEM_FOOTING_BY_CONSENT)
        f.sitting = SITTING_BY_CONSENT;
    return f;
}

static bool
compare_seat(struct stage *k, size_t seat, uint64_t *states)
{
    struct ctx *c = &k->o->unit.c;
    const struct arena_mark pass = arena_mark(c->mem);
    struct seen seen;

    if (!office_enter(k->o, &k->seats[seat], LOOKED)
        || !seen_by_viewer(k->o, k->colleague.desk, &seen))
        return false;
    for (size_t i = 0; i < k->n; i++) {
        const struct tabled *t = &k->v[i];
        const struct facts f = fold(k, t, seat);
        const struct existing want = exists_by_law(&f);
        char what[160];

        snprintf(what, sizeof what,
                 "sitting: role %d self %d footing %d state %d seated %d sworn %d "
                 "withdrawn %d office %d decided %d",
                 (int)f.role, seat == t->seat, (int)t->footing, (int)t->state,
                 (int)t->seated, t->sworn, t->withdrawn, t->office, (int)t->role);
        seen_compare(k->o, &seen, t->id.id, &want, what);
    }
    *states += k->n;
    arena_rewind(c->mem, pass);
    return true;
}

static bool
fill(struct stage *k)
{
    struct office *o = k->o;
    const int64_t until = BEGUN + INT64_C(30) * DAY_MS;

    for (size_t i = 0; i < OFFICE_ROLES; i++)
        if (!office_seat(o, o->desk[2], (enum post_role)(i + 1), BEGUN, until,
                         &k->seats[i]))
            return false;
    if (!office_seat(o, o->desk[2], POST_ROLE_DESK_WORKER, BEGUN, until, &k->colleague)
        || !office_seat(o, o->desk[3], POST_ROLE_DESK_WORKER, BEGUN, until, &k->other))
        return false;
    o->unit.c.now = BEGUN;
    for (size_t seat = 0; seat < OFFICE_ROLES; seat++)
        for (unsigned i = 0; i < STATES; i++)
            if (!add_state(k, seat, i))
                return false;
    return true;
}

bool
existence_by_sitting(struct office *o, uint64_t *states)
{
    struct stage k = { .o = o };
    size_t fixed;

    if (!office_begin(o) || !fill(&k) || !office_keep(o) || !office_begin(o))
        return false;
    for (size_t seat = 0; seat < OFFICE_ROLES; seat++)
        if (!compare_seat(&k, seat, states))
            return false;
    o->unit.c.now = LOOKED;
    if (!store_reach_rebuild(&o->unit.c, &fixed))
        return false;
    office_check(o, fixed == 0, "the rebuild mended %zu rows of sittings", fixed);
    return office_keep(o);
}
