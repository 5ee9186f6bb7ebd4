#include "show.h"

#include "../base/buf.h"
#include "../base/vec.h"
#include "../domain/referral_rule.h"
#include "mask.h"
#include "shown.h"

static const char *
tone_of(enum referral_state state, const char *late)
{
    if (late)
        return "late";
    if (state == REFERRAL_STATE_REJECTED || state == REFERRAL_STATE_FAILED)
        return "warn";
    return state == REFERRAL_STATE_COMPLETED || state == REFERRAL_STATE_ACCEPTED ? "ok"
                                                                                 : "";
}

/* What follows from the state for this side, in a sentence. */
static const char *
next_text(enum referral_state state, bool receiver)
{
    switch (state) {
    case REFERRAL_STATE_REQUESTED:
        return receiver ? "受け取るか、わけをつけて返してください。受け取るまでは、"
                          "送った側も担当です。"
                        : "相手が受け取るまでは、こちらも担当です。期限が過ぎたら、"
                          "電話で確かめてください。";
    case REFERRAL_STATE_ACCEPTED:
    case REFERRAL_STATE_IN_PROGRESS:
    case REFERRAL_STATE_ON_HOLD:
        return receiver ? "最初に連絡がついたら、その日と結果を書いて終えます。"
                        : "相手が受け取りました。結果が届くのを待ちます。";
    case REFERRAL_STATE_REJECTED:
        return receiver ? "返しました。"
                        : "返されました。ほかの窓口へつなぐか、こちらで"
                          "続けるかを決めてください。";
    case REFERRAL_STATE_COMPLETED:
        return "このつなぎは終わりました。";
    case REFERRAL_STATE_CANCELLED:
        return "このつなぎは取り下げられました。";
    case REFERRAL_STATE_FAILED:
        return "つながりませんでした。";
    case REFERRAL_STATE_NONE:
    case REFERRAL_STATE_DRAFT:
        return NULL;
    }
    return NULL;
}

static void
show_events(struct ctx *c,
            const struct sql_referral_events_rows *events,
            struct referral_view *out)
{
    for (size_t i = 0; i < events->n; i++) {
        const struct sql_referral_events_row *e = &events->v[i];

        *VEC_PUSH(c->mem, &out->events) = (struct referral_event_view){
            .when = instant_ja(c->mem, e->at),
            .text = e->why,
            .who = arena_printf(c->mem, "%s　%s", e->desk, e->who),
        };
    }
}

static void
show_moves(struct ctx *c,
           struct referral_id id,
           const struct sql_referral_show_row *r,
           bool receiver,
           struct referral_view *out)
{
    out->may_accept = receiver && referral_after(r->state, REFERRAL_ACCEPT);
    out->may_return = receiver && referral_after(r->state, REFERRAL_RETURN);
    out->may_complete =
        (receiver || *r->paper_by) && referral_after(r->state, REFERRAL_COMPLETE);
    out->may_cancel = !receiver && referral_after(r->state, REFERRAL_CANCEL);
    out->may_hold = receiver && referral_after(r->state, REFERRAL_HOLD);
    out->may_resume = receiver && referral_after(r->state, REFERRAL_RESUME);
    out->may_fail = !receiver && referral_after(r->state, REFERRAL_FAIL);
    out->hold_path = show_path(c, "referrals", id.id, "/hold");
    out->resume_path = show_path(c, "referrals", id.id, "/resume");
    out->fail_path = show_path(c, "referrals", id.id, "/fail");
    if (!receiver && r->state == REFERRAL_STATE_REQUESTED)
        out->paper_reply_path =
            arena_printf(c->mem, "%s/referrals/reply", c->town->path);
    out->accept_path = show_path(c, "referrals", id.id, "/accept");
    out->return_path = show_path(c, "referrals", id.id, "/return");
    out->complete_path = show_path(c, "referrals", id.id, "/complete");
    out->cancel_path = show_path(c, "referrals", id.id, "/cancel");
    if (!receiver || !referral_both_responsible(r->state))
        out->print_path = show_path(c, "referrals", id.id, "/sheet.pdf");
}

static const char *
filled(const char *s)
{
    return *s ? s : NULL;
}

/* What is said beyond other hand-overs when multi-agency work is asked for. */
static const char *
multi_text(struct ctx *c, const struct sql_referral_show_row *r)
{
    struct buf b = buf_new(c->mem);

    if (!*r->multi_reason)
        return NULL;
    buf_printf(&b, "つなぐわけ：%s",
               town_label(c->town, "multi_agency_reason", r->multi_reason));
    if (*r->network)
        buf_printf(&b, "\n相談支援機関どうしで応じた結果：%s", r->network);
    if (*r->tried)
        buf_printf(&b, "\nこれまでに関わった機関：%s", r->tried);
    else if (*r->tried_none)
        buf_printf(&b, "\nこれまでに関わった機関：なし（%s）", r->tried_none);
    return buf_text(&b);
}

void
policy_show_referral(struct ctx *c,
                     const struct facts *facts,
                     struct referral_id id,
                     const struct sql_referral_show_row *r,
                     const struct sql_case_people_rows *people,
                     const struct sql_referral_events_rows *events,
                     struct referral_view *out)
{
    const bool receiver = id_same(r->to_desk.id, c->viewer->desk.id);
    const bool waits = referral_both_responsible(r->state);
    struct facts f = *facts;
    struct decision d;

    f.own = receiver ? f.own : OWN_DESK;
    d = policy_decide(ACT_VIEW, &f);
    *out = (struct referral_view){
        .title = arena_printf(c->mem, "%s から %s へ", r->from_name, r->to_name),
        .number = r->number,
        .case_path =
            receiver && waits ? NULL : show_path(c, "cases", r->case_id.id, ""),
        .from = r->from_name,
        .from_who = r->from_who,
        .to = r->to_name,
        .state = referral_state_label(r->state),
        .late = waits ? show_late(c, r->due_on) : NULL,
        .sent = instant_ja(c->mem, r->sent_at),
        .due = day_ja(c->mem, r->due_on),
        .basis = basis_label(r->basis),
        .basis_reason = filled(r->basis_reason),
        .seal = show_seal(decision_ground(&d)),
        .urgency = r->urgency >= URGENCY_WATCH ? urgency_label(r->urgency) : NULL,
        .ask = town_label(c->town, "referral_ask", r->ask),
        .purpose = mask_text(&d, ITEM_WELFARE, r->purpose),
        .handed = mask_text(&d, ITEM_WELFARE, r->handed),
        .both = waits,
        .reply = filled(r->reply),
        .reason =
            r->state == REFERRAL_STATE_REJECTED ? arena_printf(
                c->mem, "%s\n%s",
                town_label(c->town, "return_reason", r->return_reason), r->return_text)
                                                : NULL,
        .result = mask_text(&d, ITEM_WELFARE, filled(r->result)),
        .next = next_text(r->state, receiver),
    };
    if (*r->area)
        out->area =
            mask_text(&d, ITEM_WELFARE, town_label(c->town, "plan_area", r->area));
    out->tone = tone_of(r->state, out->late);
    out->multi = mask_text(&d, ITEM_WELFARE, multi_text(c, r));
    if (r->definition_version)
        out->definition_path = arena_printf(c->mem, "%s/plan/target-cases#v%d",
                                            c->town->path, (int)r->definition_version);
    if (r->definition_version)
        out->definition =
            arena_printf(c->mem, "対象とする事例　第%d版", (int)r->definition_version);
    if (day_known(r->joint_visit_on))
        out->joint_visit = day_ja(c->mem, r->joint_visit_on);
    if (people->n)
        out->name = mask_text(&d, ITEM_IDENTITY,
                              *people->v->name ? people->v->name
                                               : person_known_label(people->v->known));
    if (*r->paper_by) {
        out->to_who = arena_printf(c->mem, "%s（紙の返事）", r->paper_by);
        out->paper =
            arena_printf(c->mem, "%s　%s", day_ja(c->mem, r->paper_on), r->paper_by);
        if (!receiver && r->state == REFERRAL_STATE_ACCEPTED)
            out->next = "相手は紙で受け取りを知らせました。結果が紙や電話で届いたら、"
                        "ここに写します。";
    } else {
        out->to_who = filled(r->owner_name);
    }
    show_moves(c, id, r, receiver, out);
    show_events(c, events, out);
    shown_note(c, SHOWN_REFERRAL, id.id, d.allow, d.grounds);
    shown_note(c, SHOWN_CASE, r->case_id.id, d.allow, d.grounds);
    if (people->n)
        shown_note(c, SHOWN_PERSON, people->v->person_id.id, d.allow, d.grounds);
}

void
policy_show_incoming(struct ctx *c,
                     const struct sql_referral_incoming_rows *rows,
                     struct referral_list_view *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_referral_incoming_row *r = &rows->v[i];
        const bool waits = r->state == REFERRAL_STATE_REQUESTED;
        const char *late = waits ? show_late(c, r->due_on) : NULL;

        *VEC_PUSH(c->mem, waits ? &out->incoming : &out->under_way) =
            (struct referral_line_view){
                .path = show_path(c, "referrals", r->referral_id.id, ""),
                .party = arena_printf(c->mem, "%s %s", r->party, r->who),
                .number = r->number,
                .what = town_label(c->town, "referral_ask", r->ask),
                .state = referral_state_label(r->state),
                .tone = tone_of(r->state, late),
                .sent = day_short(c->mem, day_of(r->sent_at)),
                .due = day_short(c->mem, r->due_on),
                .late = late,
                .act = waits ? "受け取る" : "結果を書く",
            };
        shown_note(c, SHOWN_CASE, r->case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    }
}

void
policy_show_outgoing(struct ctx *c,
                     const struct sql_referral_outgoing_rows *rows,
                     struct referral_list_view *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_referral_outgoing_row *r = &rows->v[i];
        const bool waits = r->state == REFERRAL_STATE_REQUESTED;
        const char *late = waits ? show_late(c, r->due_on) : NULL;

        *VEC_PUSH(c->mem, waits ? &out->outgoing : &out->under_way) =
            (struct referral_line_view){
                .path = show_path(c, "referrals", r->referral_id.id, ""),
                .party = r->party,
                .number = r->number,
                .what = town_label(c->town, "referral_ask", r->ask),
                .state = referral_state_label(r->state),
                .tone = tone_of(r->state, late),
                .sent = day_short(c->mem, day_of(r->sent_at)),
                .due = day_short(c->mem, r->due_on),
                .late = late,
                .act = late ? "電話して確かめる" : NULL,
            };
        shown_note(c, SHOWN_CASE, r->case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    }
}

void
policy_show_ended(struct ctx *c,
                  const struct sql_referral_ended_rows *rows,
                  struct referral_list_view *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_referral_ended_row *r = &rows->v[i];
        const bool sent = id_same(r->from_desk.id, c->viewer->desk.id);

        *VEC_PUSH(c->mem, &out->ended) = (struct referral_line_view){
            .path = show_path(c, "referrals", r->referral_id.id, ""),
            .party = sent ? r->to_name : r->from_name,
            .number = r->number,
            .what = town_label(c->town, "referral_ask", r->ask),
            .state = referral_state_label(r->state),
            .tone = tone_of(r->state, NULL),
            .sent = day_short(c->mem, day_of(r->sent_at)),
            .due = r->ended_at ? day_short(c->mem, day_of(r->ended_at)) : "",
        };
        shown_note(c, SHOWN_CASE, r->case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    }
}
