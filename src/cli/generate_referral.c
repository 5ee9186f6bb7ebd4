#include "generate_part.h"

#include "generate_words.h"

#include "../desk/desk_part.h"
#include "../domain/duty_rule.h"
#include "gen/sql.h"

/* What a hand-over opens, as desk_referral_send() gives it. */
static const uint32_t ITEMS = ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY)
                              | ITEM_BIT(ITEM_CONTACT) | ITEM_BIT(ITEM_COORDINATION)
                              | ITEM_BIT(ITEM_SAFETY) | ITEM_BIT(ITEM_WELFARE);

/* A hand-over while it is written. */
struct handing {
    struct referral_id id;
    const struct gen_desk *to;
    struct post_id receiver;
    struct day due;
    int64_t sent;
    int64_t taken;
    int64_t ended;
    enum referral_state state;
    int64_t version;
};

/* An open case may have one under way; what is over has one that is over. */
static enum referral_state
draw_state(struct generator *g, bool open)
{
    static const enum referral_state OPEN[] = {
        REFERRAL_STATE_REQUESTED,   REFERRAL_STATE_REQUESTED, REFERRAL_STATE_REQUESTED,
        REFERRAL_STATE_ACCEPTED,    REFERRAL_STATE_ACCEPTED,  REFERRAL_STATE_ACCEPTED,
        REFERRAL_STATE_IN_PROGRESS, REFERRAL_STATE_ON_HOLD,   REFERRAL_STATE_DRAFT,
        REFERRAL_STATE_REJECTED
    };
    static const enum referral_state OVER[] = {
        REFERRAL_STATE_COMPLETED, REFERRAL_STATE_COMPLETED, REFERRAL_STATE_COMPLETED,
        REFERRAL_STATE_COMPLETED, REFERRAL_STATE_COMPLETED, REFERRAL_STATE_REJECTED,
        REFERRAL_STATE_CANCELLED, REFERRAL_STATE_FAILED
    };

    if (open && gen_often(g, 500))
        return OPEN[gen_below(g, sizeof OPEN / sizeof *OPEN)];
    return OVER[gen_below(g, sizeof OVER / sizeof *OVER)];
}

static bool
was_taken(enum referral_state s)
{
    return s == REFERRAL_STATE_ACCEPTED || s == REFERRAL_STATE_IN_PROGRESS
           || s == REFERRAL_STATE_ON_HOLD || s == REFERRAL_STATE_COMPLETED
           || s == REFERRAL_STATE_FAILED;
}

static bool
is_over(enum referral_state s)
{
    return s == REFERRAL_STATE_COMPLETED || s == REFERRAL_STATE_FAILED
           || s == REFERRAL_STATE_REJECTED || s == REFERRAL_STATE_CANCELLED;
}

static void
draw(struct generator *g, const struct gen_case *k, struct handing *h)
{
    *h = (struct handing){ .id = { id_new(g->c) },
                           .to = gen_desk(g, k->desk),
                           .state = draw_state(g, k->open),
                           .version = 1 };
    h->receiver = gen_post(g, h->to);
    h->sent = h->state == REFERRAL_STATE_REQUESTED ? gen_moment(g, k, 970, 980)
                                                   : gen_moment(g, k, 100, 300);
    h->taken = gen_moment(g, k, 310, 400);
    h->ended = gen_moment(g, k, 700, 900);
    h->due = (struct day){ .n = day_of(h->sent).n + 5 };
}

static bool
sync_reach(struct generator *g,
           const struct gen_case *k,
           const struct handing *h,
           int64_t at)
{
    size_t put = 0;

    g->c->now = at;
    if (!gen_flush(g) || !store_reach_sync(g->c, k->id, h->to->id, &put))
        return false;
    g->out->reach += (int64_t)put;
    return true;
}

static bool
send(struct generator *g, const struct gen_case *k, const struct handing *h)
{
    const struct sql_referral_add_in in = {
        .referral_id = h->id,
        .case_id = k->id,
        .from_desk = k->desk->id,
        .from_post = k->owner,
        .to_desk = h->to->id,
        .basis = BASIS_CONSENT,
        .basis_reason = "",
        .ask = gen_word(g, GEN_ASK),
        .purpose = gen_word(g, GEN_PURPOSE),
        .handed = gen_word(g, GEN_HANDED),
        .items = ITEMS,
        .urgency = k->urgency,
        .due_on = h->due,
        .now = h->sent,
        .subjects = gen_as(g, k->desk, h->sent),
        .multi_reason = "",
        .network = "",
        .tried = "",
        .tried_none = "",
        .joint_visit_on = { .n = DAY_NONE },
        .by_rule = "",
        .area = "",
    };

    sql_referral_add_later(g->c, gen_keep(g, &in, sizeof in));
    return gen_declared(g, &g->out->referrals)
           && gen_version(g, k, k->owner, h->id.id, 1, "referral", "送りました",
                          in.purpose)
           && sync_reach(g, k, h, h->sent);
}

static bool
move(struct generator *g,
     const struct gen_case *k,
     struct handing *h,
     enum referral_state state,
     int64_t at)
{
    const bool taken = was_taken(state);
    const bool over = is_over(state);
    const struct sql_referral_move_in in = {
        .referral_id = h->id,
        .version = h->version,
        .state = state,
        .owner_post = taken ? h->receiver : (struct post_id){ .id = { .s = "" } },
        .reply = taken ? "受け取りました。まず電話をします。" : "",
        .return_reason =
            state == REFERRAL_STATE_REJECTED ? gen_word(g, GEN_RETURN) : "",
        .return_text = state == REFERRAL_STATE_REJECTED ? "いまは受けられません。" : "",
        .first_contact_on = state == REFERRAL_STATE_COMPLETED
                                ? day_of(at)
                                : (struct day){ .n = DAY_NONE },
        .outcome = state == REFERRAL_STATE_COMPLETED ? gen_word(g, GEN_OUTCOME) : "",
        .result = over && taken ? "話を聞き、続けて関わることになりました。" : "",
        .ended_at = over ? at : 0,
        .subjects = gen_as(g, state == REFERRAL_STATE_CANCELLED ? k->desk : h->to, at),
        .now = at,
    };
    int64_t uncounted = 0;

    sql_referral_move_later(g->c, gen_keep(g, &in, sizeof in));
    h->version++;
    return gen_declared(g, &uncounted)
           && gen_version(g, k, taken ? h->receiver : k->owner, h->id.id, h->version,
                          "referral", referral_state_label(state), in.reply)
           && sync_reach(g, k, h, at);
}

/* The receiver writes into the record too, and so has a ground of its own. */
static bool
add_notes(struct generator *g, const struct gen_case *k, const struct handing *h)
{
    const size_t n = gen_often(g, 400) ? 1 + gen_below(g, 3) : 0;

    for (size_t i = 0; i < n; i++)
        if (!gen_note(g, k, h->to, gen_moment(g, k, 400, 700)))
            return false;
    return !n || sync_reach(g, k, h, h->ended);
}

static bool
add_duties(struct generator *g, const struct gen_case *k, const struct handing *h)
{
    const struct post_id nobody = { .id = { .s = "" } };
    const struct day today = day_of(g->now);

    if (h->state == REFERRAL_STATE_REQUESTED)
        return gen_duty(g, k, DUTY_CONFIRM, h->id.id, h->to->id, nobody, h->due)
               && gen_duty(g, k, DUTY_UNCONFIRMED, h->id.id, k->desk->id, k->owner,
                           (struct day){ .n = h->due.n + 1 });
    if (was_taken(h->state) && !is_over(h->state))
        return gen_duty(g, k, DUTY_REPORT, h->id.id, h->to->id, h->receiver,
                        (struct day){ .n = today.n - 3 + (int32_t)gen_below(g, 30) });
    if (h->state == REFERRAL_STATE_REJECTED && k->open)
        return gen_duty(g, k, DUTY_RETURNED, h->id.id, k->desk->id, k->owner,
                        (struct day){ .n = today.n + (int32_t)gen_below(g, 10) });
    return true;
}

bool
gen_referral(struct generator *g, const struct gen_case *k)
{
    struct handing h;

    draw(g, k, &h);
    if (!send(g, k, &h))
        return false;
    if (was_taken(h.state)
        && (!move(g, k, &h, REFERRAL_STATE_ACCEPTED, h.taken) || !add_notes(g, k, &h)))
        return false;
    if (h.state != REFERRAL_STATE_REQUESTED && h.state != REFERRAL_STATE_ACCEPTED
        && !move(g, k, &h, h.state, is_over(h.state) ? h.ended : h.taken + 1000))
        return false;
    return add_duties(g, k, &h);
}
