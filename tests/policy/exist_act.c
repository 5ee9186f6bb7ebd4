/*
 * Random sequences of the acts of staff, each as a unit of work of its own. What came of them
 * is followed beside the program; after each sequence the law is asked who knows of the case.
 */
#include "existence.h"

#include "../../src/desk/desk_case.h"
#include "../../src/desk/desk_referral.h"
#include "../../src/store/store_facts.h"
#include "gen/sql.h"
#include "state.h"

#include <stdio.h>

enum { FIRST_DESK = 3, DESKS = 3, SEATS = 6, REFERRALS_MAX = 8, ACTS = 9, EVERY = 250 };

/* A hand-over as this test follows it. */
struct handing {
    struct referral_id id;
    size_t to;
    enum referral_state state;
};

struct history {
    struct case_id id;
    size_t lead;
    bool wrote[SEATS];
    struct handing v[REFERRALS_MAX];
    size_t n;
};

struct stage {
    struct office *o;
    struct seat seats[SEATS];
    uint64_t seed;
    uint64_t done;
    uint64_t refused;
    int64_t now;
};

static const struct {
    size_t desk;
    enum post_role role;
} SEAT[SEATS] = {
    { 0, POST_ROLE_DESK_WORKER },  { 0, POST_ROLE_COORDINATOR },
    { 1, POST_ROLE_DESK_WORKER },  { 2, POST_ROLE_HEAD },
    { 0, POST_ROLE_COMMISSIONER }, { 1, POST_ROLE_RESIDENT_PARTNER },
};

/* These desks are used by no other part; the one behind them has nothing to do here. */
static struct desk_id
office_desk(const struct office *o, size_t i)
{
    return o->desk[FIRST_DESK + i];
}

static size_t
draw(struct stage *k, size_t n)
{
    return (size_t)(state_draw(&k->seed) % n);
}

/* Ends an act as the writer does: kept, or undone alone when it was refused. */
static bool
end_act(struct stage *k, bool good, bool *done)
{
    struct ctx *c = &k->o->unit.c;

    *done = good;
    if (good) {
        k->done++;
        return db_release(c);
    }
    if (c->err.kind == ERR_BUG || c->err.kind == ERR_OUTSIDE)
        return false;
    forgive(c);
    k->refused++;
    return db_undo(c);
}

static bool
begin_act(struct stage *k, size_t seat)
{
    k->now += 1000;
    return office_enter(k->o, &k->seats[seat], k->now) && db_savepoint(&k->o->unit.c);
}

static bool
receive(struct stage *k, struct history *h)
{
    const size_t seat = draw(k, SEATS);
    const struct draft_id none = { .id = { .s = "" } };
    const struct form_intake f = {
        .words = "言葉",
        .name = "",
        .kana = "",
        .place = "",
        .speaker = "",
        .caller_contact = "",
        .call_back_when = "",
        .call_back_as = "",
        .method = "",
        .route = "",
        .received_on = { DAY_NONE },
        .received_at = "",
        .deputy = "",
        .brought_by = "unknown",
        .site = "",
        .area = "",
        .main_topic = "",
        .procedure_name = "",
        .agencies = "",
        .no_consent_reason = "",
        .outlook = "",
        .wanted = "",
        .responded_at = "",
    };
    struct outcome out = { .done = false };
    bool done;

    *h = (struct history){ .lead = SEAT[seat].desk };
    if (!begin_act(k, seat)
        || !end_act(k, desk_case_receive(&k->o->unit.c, &f, none, &out), &done))
        return false;
    h->id.id = out.id;
    h->wrote[seat] = true;
    return done || refuse(&k->o->unit.c, ERR_BUG, "seat %zu received nothing", seat);
}

static bool
write_note(struct stage *k, struct history *h, size_t seat)
{
    const struct form_note f = {
        .method = "telephone",
        .result = CONTACT_RESULT_MET,
        .happened_on = { DAY_NONE },
        .fact = "事実",
        .own_words = "",
        .opinion = "",
        .next_what = "",
        .next_on = { DAY_NONE },
    };
    struct outcome out = { .done = false };
    bool done;

    if (!end_act(k,
                 desk_case_note(&k->o->unit.c, h->id, &f,
                                (struct draft_id){ .id = { .s = "" } }, &out),
                 &done))
        return false;
    h->wrote[seat] |= done;
    return true;
}

static bool
send(struct stage *k, struct history *h)
{
    const size_t to = draw(k, DESKS);
    const struct draft_id none = { .id = { .s = "" } };
    const struct form_referral_new f = {
        .desk = office_desk(k->o, to),
        .ask = "watch",
        .purpose = "見守り",
        .handed = "伝える",
        .basis = BASIS_MAYOR,
        .reason = "",
        .due = { DAY_NONE },
        .joint_visit_on = { DAY_NONE },
        .multi_reason = "",
        .network = "",
        .tried = "",
        .tried_none = "",
        .area = "",
    };
    struct outcome out = { .done = false };
    bool done;

    if (!end_act(k, desk_referral_send(&k->o->unit.c, h->id, &f, none, &out), &done))
        return false;
    if (done)
        h->v[h->n++] = (struct handing){ { out.id }, to, REFERRAL_STATE_REQUESTED };
    return true;
}

static bool
move(struct stage *k, struct handing *r, size_t how)
{
    struct ctx *c = &k->o->unit.c;
    const struct form_referral_accept accept = { .reply = "",
                                                 .first_contact = { DAY_NONE } };
    const struct form_referral_return back = { .reason = "wrong_desk",
                                               .explain = "ちがう",
                                               .other = "" };
    const struct form_referral_complete complete = { .first_contact_on = day_of(k->now),
                                                     .outcome = "connected",
                                                     .result = "" };
    struct outcome out = { .done = false };
    static const enum referral_state AFTER[] = { REFERRAL_STATE_ACCEPTED,
                                                 REFERRAL_STATE_REJECTED,
                                                 REFERRAL_STATE_COMPLETED,
                                                 REFERRAL_STATE_CANCELLED };
    bool good = how == 0   ? desk_referral_accept(c, r->id, &accept, &out)
                : how == 1 ? desk_referral_return(c, r->id, &back, &out)
                : how == 2 ? desk_referral_complete(c, r->id, &complete, &out)
                           : desk_referral_cancel(c, r->id, &out);
    bool done;

    if (!end_act(k, good, &done))
        return false;
    if (done)
        r->state = AFTER[how];
    return true;
}

static struct facts
fold(const struct history *h, size_t seat)
{
    struct facts f = facts_of_one_ground(SEAT[seat].role, GROUND_NONE);
    const bool resident = SEAT[seat].role == POST_ROLE_COMMISSIONER
                          || SEAT[seat].role == POST_ROLE_RESIDENT_PARTNER;

    for (size_t i = 0; i < SEATS; i++)
        if (h->wrote[i] && SEAT[i].desk == SEAT[seat].desk && f.own == OWN_NONE)
            f.own = OWN_DESK;
    if (h->wrote[seat])
        f.own = OWN_SELF;
    if (resident)
        return f;
    f.part = h->lead == SEAT[seat].desk ? PART_LEAD : PART_NONE;
    for (size_t i = 0; i < h->n; i++) {
        if (h->v[i].to != SEAT[seat].desk)
            continue;
        if (h->v[i].state == REFERRAL_STATE_REQUESTED && f.handed == HANDED_NONE)
            f.handed = HANDED_WAITING;
        if (h->v[i].state == REFERRAL_STATE_ACCEPTED
            || h->v[i].state == REFERRAL_STATE_COMPLETED)
            f.handed = HANDED_HELD;
    }
    f.sent = f.handed == HANDED_NONE ? 0 : ITEMS_PLAIN;
    return f;
}

/* Mostly somebody who knows of the case. */
static size_t
draw_knower(struct stage *k, const struct history *h)
{
    const size_t seat = draw(k, SEATS);
    const struct facts f = fold(h, seat);

    return exists_by_law(&f).known || draw(k, 8) == 0 ? seat : draw_knower(k, h);
}

/* Mostly somebody whose turn it is: the receiver, or the one who may take it back. */
static size_t
draw_mover(struct stage *k, const struct handing *r, size_t how)
{
    const size_t seat = draw(k, SEATS);
    const bool receives = SEAT[seat].desk == r->to;

    return receives == (how < 3) || draw(k, 3) == 0 ? seat : draw_mover(k, r, how);
}

static bool
act(struct stage *k, struct history *h)
{
    const size_t what = draw(k, 8);
    struct handing *r;

    if (what < 2) {
        const size_t seat = draw_knower(k, h);

        return begin_act(k, seat) && write_note(k, h, seat);
    }
    if (h->n == 0 || (what < 4 && h->n < REFERRALS_MAX))
        return begin_act(k, draw_knower(k, h)) && send(k, h);
    r = &h->v[draw(k, h->n)];
    return begin_act(k, draw_mover(k, r, what % 4)) && move(k, r, what % 4);
}

static bool
compare(struct stage *k, const struct history *h)
{
    struct ctx *c = &k->o->unit.c;

    for (size_t seat = 0; seat < SEATS; seat++) {
        const struct facts f = fold(h, seat);
        const struct existing want = exists_by_law(&f);
        struct sql_case_show_row row;
        bool found;

        if (!office_enter(k->o, &k->seats[seat], k->now))
            return false;
        found = sql_case_show(
            c,
            &(struct sql_case_show_in){
                .case_id = h->id,
                .subjects = { .v = c->viewer->subjects, .n = c->viewer->n_subjects },
                .now = k->now },
            &row);
        if (!found && c->err.kind != ERR_MISSING)
            return false;
        forgive(c);
        office_check(k->o, found == want.known, "after acts: seat %zu finds %d, law %d",
                     seat, found, want.known);
    }
    return true;
}

/* What each act left is what the sources say: nothing is to be mended. */
static bool
reach_stands(struct stage *k, const struct history *h)
{
    size_t changed = 0;

    k->o->unit.c.now = ++k->now;
    for (size_t i = 0; i < DESKS; i++)
        if (!store_reach_sync(&k->o->unit.c, h->id, office_desk(k->o, i), &changed))
            return false;
    office_check(k->o, changed == 0, "after acts: %zu rows differ", changed);
    return true;
}

static bool
sequence(struct stage *k, struct history *h)
{
    if (!receive(k, h))
        return false;
    for (int i = 0; i < ACTS; i++)
        if (!act(k, h))
            return false;
    return compare(k, h) && reach_stands(k, h);
}

static bool
rebuild(struct stage *k, size_t want, const char *when)
{
    size_t fixed;

    k->o->unit.c.now = ++k->now;
    if (!store_reach_rebuild(&k->o->unit.c, &fixed))
        return false;
    office_check(k->o, fixed == want, "rebuild %s mended %zu rows, not %zu", when,
                 fixed, want);
    return true;
}

static bool
plant(
    struct stage *k, struct case_id id, struct id subject, int64_t ground, int64_t from)
{
    return sql_reach_put(&k->o->unit.c, &(struct sql_reach_put_in){ .subject = subject,
                                                                    .case_id = id,
                                                                    .ground = ground,
                                                                    .from_at = from,
                                                                    .now = k->now });
}

/*
 * Three mistakes that the night finds: a row too many for a stranger's post, the lead's row
 * taken away, the wrong beginning of another.
 */
static bool
plant_and_mend(struct stage *k, const struct history *h, const struct history *other)
{
    struct ctx *c = &k->o->unit.c;
    const struct id stranger = office_desk(k->o, DESKS).id;

    c->now = ++k->now;
    if (!plant(k, h->id, stranger, GROUND_CONSENT, k->now)
        || !sql_reach_end(
            c, &(struct sql_reach_end_in){ .subject = office_desk(k->o, h->lead).id,
                                           .case_id = h->id,
                                           .ground = GROUND_LEAD,
                                           .now = k->now })
        || !plant(k, other->id, office_desk(k->o, other->lead).id, GROUND_LEAD, k->now))
        return false;
    return rebuild(k, 3, "of planted rows") && rebuild(k, 0, "after mending")
           && compare(k, h) && compare(k, other);
}

bool
existence_by_act(struct office *o, int sequences, uint64_t *states)
{
    const int64_t begin = HOUSE_MORNING - INT64_C(200) * 86400000;
    struct stage k = { .o = o, .seed = 88172645463325252ULL, .now = begin };
    struct history last = { .lead = 0 };
    struct arena_mark pass;

    if (!office_begin(o))
        return false;
    for (size_t i = 0; i < SEATS; i++)
        if (!office_seat(o, office_desk(o, SEAT[i].desk), SEAT[i].role, begin,
                         begin + INT64_C(86400000) * 100, &k.seats[i]))
            return false;
    pass = arena_mark(o->unit.c.mem);
    for (int i = 0; i < sequences; i++) {
        struct history h;

        if (!sequence(&k, &h))
            return false;
        *states += SEATS;
        if (i % EVERY == EVERY - 1
            && (!rebuild(&k, 0, "after acts") || !plant_and_mend(&k, &h, &last)
                || !office_keep(o) || !office_begin(o)))
            return false;
        last = h;
        arena_rewind(o->unit.c.mem, pass);
    }
    printf("acts: %llu done, %llu refused\n", (unsigned long long)k.done,
           (unsigned long long)k.refused);
    return office_keep(o);
}
