#include "desk_referral.h"

#include "desk_part.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/duty_rule.h"
#include "../domain/referral_default.h"
#include "../domain/referral_rule.h"
#include "../domain/working_day.h"
#include "../policy/giving.h"
#include "../policy/shown.h"
#include "../store/store_consent.h"
#include "../store/store_disclosure.h"

/*
 * What a hand-over opens to the receiver: whom it is about, how to reach them, dangers, and
 * what the sender wrote into it. Records stay with their desk.
 */
static const uint32_t HANDED_ITEMS =
    ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY) | ITEM_BIT(ITEM_CONTACT)
    | ITEM_BIT(ITEM_COORDINATION) | ITEM_BIT(ITEM_SAFETY) | ITEM_BIT(ITEM_WELFARE);

static bool
load_desk(struct ctx *c, struct desk_id id, struct sql_desk_one_row *row)
{
    bool found;

    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = id }, row, &found))
        return false;
    return found || refuse_field(c, "desk", "「つなぐ先」を、一覧から選んでください。");
}

static enum basis
default_basis(const struct ctx *c, const char *receiver_kind)
{
    return referral_default_basis(&c->town->settings, c->viewer->kind,
                                  post_kind_of_agency(receiver_kind));
}

static bool
already_there(struct ctx *c, struct case_id id, struct desk_id desk, bool *out)
{
    struct sql_referral_open_between_rows rows = { 0 };

    if (!sql_referral_open_between(
            c,
            &(struct sql_referral_open_between_in){ .case_id = id,
                                                    .to_desk = desk,
                                                    .subjects = desk_subjects(c),
                                                    .now = c->now },
            &rows))
        return false;
    *out = rows.n > 0;
    return true;
}

/* What the fields ask of one another and of the desk that is to receive. */
static bool
check_new(struct ctx *c, struct case_id id, const struct form_referral_new *f)
{
    struct sql_desk_one_row desk;
    struct sql_split_barred_row other_side;
    bool there;
    bool good = desk_check_codes(c, &form_referral_new_def, f);

    if (!load_desk(c, f->desk, &desk))
        return false;
    if (id_same(f->desk.id, c->viewer->desk.id))
        good = refuse_field(
            c, "desk", "「つなぐ先」が、いまの窓口です。ほかの窓口を選んでください。");
    if (referral_basis_needs_reason(f->basis) && !*f->reason)
        good = refuse_field(
            c, "reason",
            "「提供の根拠」が「%s」のときは、「根拠の理由」を書いてください。",
            basis_label(f->basis));
    if (day_known(f->due) && f->due.n < day_of(c->now).n)
        good = refuse_field(c, "due",
                            "「返事がほしい日」は、きょうからの日にしてください。");
    if (!good || !already_there(c, id, f->desk, &there)
        || !sql_split_barred(
            c, &(struct sql_split_barred_in){ .case_id = id, .desk_id = f->desk },
            &other_side))
        return false;
    if (other_side.barred)
        return refuse_field(c, "desk",
                            "この窓口には送れません。ほかの窓口を選んでください。");
    if (there)
        return refuse_field(c, "desk",
                            "「%s」には、もうつないでいます。前のつなぎが終わってから、"
                            "送ってください。",
                            desk.name);
    return true;
}

/*
 * Whether the law lets this be given on that basis: a rule of policy, not of this room. By
 * consent goes what consent covers for this receiver and no more.
 */
static bool
may_give(struct ctx *c,
         struct case_id id,
         enum basis basis,
         enum post_kind receiver,
         struct desk_id desk,
         int64_t *items)
{
    const struct db_ids to = { .v = &desk.id, .n = 1 };
    struct facts facts;
    struct decision d;

    if (!store_facts_of_case(c, id, &facts)
        || !store_consent_of_case(c, id, to, &facts.consent))
        return false;
    facts.own = facts.part == PART_LEAD ? OWN_DESK : OWN_SELF;
    facts.giving = facts_giving(basis, c->viewer->kind, receiver);
    d = policy_decide(ACT_REFER, &facts);
    *items &= d.allow;
    return decision_allows(&d, ITEM_IDENTITY)
           || refuse_item(c, &d, ACT_REFER, ITEM_IDENTITY);
}

/* A hand-over gives something about each of the people it is about. */
static bool
note_given(struct ctx *c, const struct sql_referral_add_in *in, const char *name)
{
    return store_disclosure_of_case(
        c, &(struct disclosure){ .case_id = in->case_id,
                                 .to_desk = in->to_desk,
                                 .to_name = name,
                                 .items = (uint32_t)in->items,
                                 .basis = basis_code(in->basis),
                                 .reason = in->basis_reason,
                                 .purpose = in->purpose,
                                 .way = "referral",
                                 .record = in->referral_id.id,
                                 .on = day_of(c->now) });
}

static bool
put_referral(struct ctx *c, const struct sql_referral_add_in *in)
{
    size_t added;

    if (!sql_referral_add_changed(c, in, &added))
        return false;
    if (added != 1)
        return refuse(c, ERR_MISSING, "no such case");
    return desk_put_duty(c, in->case_id, DUTY_CONFIRM, in->referral_id.id, in->to_desk,
                         (struct post_id){ .id = { .s = "" } }, in->due_on)
           && desk_put_duty(c, in->case_id, DUTY_UNCONFIRMED, in->referral_id.id,
                            in->from_desk, c->viewer->post,
                            (struct day){ .n = in->due_on.n + 1 })
           && store_reach_sync(c, in->case_id, in->to_desk, NULL);
}

bool
desk_referral_send(struct ctx *c,
                   struct case_id id,
                   const struct form_referral_new *f,
                   struct draft_id draft,
                   struct outcome *out)
{
    struct sql_desk_one_row desk;
    struct facts facts;
    struct sql_referral_add_in in = {
        .referral_id = { id_new(c) },
        .case_id = id,
        .from_desk = c->viewer->desk,
        .from_post = c->viewer->post,
        .to_desk = f->desk,
        .basis_reason = f->reason,
        .ask = f->ask,
        .purpose = f->purpose,
        .handed = f->handed,
        .items = HANDED_ITEMS,
        .urgency = f->urgency,
        .now = c->now,
        .subjects = desk_subjects(c),
    };

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !check_new(c, id, f) || !load_desk(c, f->desk, &desk))
        return false;
    in.basis = f->basis ? f->basis : default_basis(c, desk.kind);
    in.due_on = day_known(f->due) ? f->due
                                  : deadline_of_confirm(day_of(c->now), f->urgency,
                                                        &c->town->settings);
    if (!may_give(c, id, in.basis, post_kind_of_agency(desk.kind), f->desk, &in.items)
        || !put_referral(c, &in) || !note_given(c, &in, desk.name)
        || !desk_keep_version(c, in.referral_id.id, 1, "referral", id, "送りました",
                              desk_form_text(c, &form_referral_new_def, f))
        || !desk_drop_draft(c, draft))
        return false;
    shown_note(c, SHOWN_CASE, id.id, HANDED_ITEMS, 0);
    shown_note(c, SHOWN_REFERRAL, in.referral_id.id, HANDED_ITEMS, 0);
    out->id = in.referral_id.id;
    out->place = arena_printf(c->mem, "/referrals/%s?said=sent", in.referral_id.id.s);
    return true;
}

static bool
load_referral(struct ctx *c, struct referral_id id, struct sql_referral_show_row *r)
{
    return sql_referral_show(
        c,
        &(struct sql_referral_show_in){ .referral_id = id,
                                        .desk = c->viewer->desk,
                                        .subjects = desk_subjects(c),
                                        .now = c->now },
        r);
}

/* Who moves it, whether it may move now, and whether policy lets the post receive. */
static bool
check_move(struct ctx *c,
           const struct sql_referral_show_row *r,
           enum referral_move move,
           enum referral_state *after)
{
    const bool receiver = id_same(r->to_desk.id, c->viewer->desk.id);
    struct facts facts;

    if (referral_by_receiver(move) != receiver)
        return refuse(c, ERR_DENIED, "the other side's move");
    if (receiver
            ? !desk_allow(c, r->case_id, ACT_RECEIVE, ITEM_EXISTENCE, OWN_NONE, &facts)
            : !desk_allow(c, r->case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts))
        return false;
    *after = referral_after(r->state, move);
    return *after
           || refuse(c, ERR_CONFLICT,
                     "このつなぎは、いま「%s」です。画面を開き直して、今のようすを"
                     "確かめてください。",
                     referral_state_label(r->state));
}

/* The record as it stands, to be changed by a move. */
static struct sql_referral_move_in
as_it_stands(struct ctx *c,
             struct referral_id id,
             const struct sql_referral_show_row *r)
{
    return (struct sql_referral_move_in){
        .referral_id = id,
        .version = r->version,
        .state = r->state,
        .owner_post = r->owner_post,
        .reply = r->reply,
        .return_reason = r->return_reason,
        .return_text = r->return_text,
        .first_contact_on = r->first_contact_on,
        .outcome = r->outcome,
        .result = r->result,
        .ended_at = r->ended_at,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
}

static bool
put_move(struct ctx *c,
         const struct sql_referral_move_in *in,
         struct case_id case_id,
         const char *why,
         const char *body)
{
    size_t moved;

    if (!sql_referral_move_changed(c, in, &moved))
        return false;
    if (!moved)
        return refuse(
            c, ERR_CONFLICT,
            "このつなぎは、ほかの人がいま動かしました。画面を開き直してください。");
    shown_note(c, SHOWN_CASE, case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    shown_note(c, SHOWN_REFERRAL, in->referral_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    return desk_keep_version(c, in->referral_id.id, in->version + 1, "referral",
                             case_id, why, body)
           && desk_clear_duty(c, DUTY_CONFIRM, in->referral_id.id)
           && desk_clear_duty(c, DUTY_UNCONFIRMED, in->referral_id.id)
           && desk_clear_duty(c, DUTY_REPORT, in->referral_id.id);
}

static bool
check_owner(struct ctx *c, struct post_id owner)
{
    struct sql_post_of_desk_row row;
    bool found;

    if (!sql_post_of_desk(c,
                          &(struct sql_post_of_desk_in){ .post_id = owner,
                                                         .desk_id = c->viewer->desk,
                                                         .now = c->now },
                          &row, &found))
        return false;
    return found
           || refuse_field(c, "owner",
                           "「担当する人」は、同じ窓口の人から選んでください。");
}

bool
desk_referral_accept(struct ctx *c,
                     struct referral_id id,
                     const struct form_referral_accept *f,
                     struct outcome *out)
{
    const struct post_id owner = id_none(f->owner.id) ? c->viewer->post : f->owner;
    const struct day today = day_of(c->now);
    struct sql_referral_show_row r;
    struct sql_referral_move_in in;
    enum referral_state after;

    if (!load_referral(c, id, &r) || !check_move(c, &r, REFERRAL_ACCEPT, &after)
        || !check_owner(c, owner))
        return false;
    in = as_it_stands(c, id, &r);
    in.state = after;
    in.owner_post = owner;
    in.reply = f->reply;
    if (!put_move(c, &in, r.case_id, "受け取りました",
                  desk_form_text(c, &form_referral_accept_def, f))
        || !desk_put_duty(
            c, r.case_id, DUTY_REPORT, id.id, c->viewer->desk, owner,
            day_known(f->first_contact)
                ? f->first_contact
                : deadline_after(today, DEADLINE_FIRST_CONTACT, &c->town->settings))
        || !store_reach_sync(c, r.case_id, c->viewer->desk, NULL))
        return false;
    c->narrows = false; /* waiting became held: nothing was taken away */
    out->place = arena_printf(c->mem, "/referrals/%s?said=accepted", id.id.s);
    return true;
}

bool
desk_referral_return(struct ctx *c,
                     struct referral_id id,
                     const struct form_referral_return *f,
                     struct outcome *out)
{
    struct sql_referral_show_row r;
    struct sql_referral_move_in in;
    enum referral_state after;

    if (!desk_check_codes(c, &form_referral_return_def, f) || !load_referral(c, id, &r)
        || !check_move(c, &r, REFERRAL_RETURN, &after))
        return false;
    in = as_it_stands(c, id, &r);
    in.state = after;
    in.return_reason = f->reason;
    in.return_text = f->explain;
    in.ended_at = c->now;
    if (!put_move(c, &in, r.case_id, "返しました",
                  desk_form_text(c, &form_referral_return_def, f))
        || !desk_put_duty(
            c, r.case_id, DUTY_RETURNED, id.id, r.from_desk, r.from_post,
            deadline_after(day_of(c->now), DEADLINE_RETURNED, &c->town->settings))
        || !store_reach_sync(c, r.case_id, c->viewer->desk, NULL))
        return false;
    out->place = "/referrals?said=returned";
    return true;
}

bool
desk_referral_complete(struct ctx *c,
                       struct referral_id id,
                       const struct form_referral_complete *f,
                       struct outcome *out)
{
    struct sql_referral_show_row r;
    struct sql_referral_move_in in;
    enum referral_state after;
    bool good = desk_check_codes(c, &form_referral_complete_def, f);

    if (f->first_contact_on.n > day_of(c->now).n)
        good =
            refuse_field(c, "first_contact_on",
                         "「最初に連絡がついた日」は、きょうまでの日にしてください。");
    if (!good || !load_referral(c, id, &r)
        || !check_move(c, &r, REFERRAL_COMPLETE, &after))
        return false;
    in = as_it_stands(c, id, &r);
    in.state = after;
    in.first_contact_on = f->first_contact_on;
    in.outcome = f->outcome;
    in.result = f->result;
    in.ended_at = c->now;
    if (!put_move(c, &in, r.case_id, "結果を知らせました",
                  desk_form_text(c, &form_referral_complete_def, f)))
        return false;
    out->place = arena_printf(c->mem, "/referrals/%s?said=completed", id.id.s);
    return true;
}

bool
desk_referral_cancel(struct ctx *c, struct referral_id id, struct outcome *out)
{
    struct sql_referral_show_row r;
    struct sql_referral_move_in in;
    enum referral_state after;

    if (!load_referral(c, id, &r) || !check_move(c, &r, REFERRAL_CANCEL, &after))
        return false;
    in = as_it_stands(c, id, &r);
    in.state = after;
    in.ended_at = c->now;
    if (!put_move(c, &in, r.case_id, "取り下げました", "")
        || !store_reach_sync(c, r.case_id, r.to_desk, NULL))
        return false;
    out->place = arena_printf(c->mem, "/cases/%s?said=cancelled", r.case_id.id.s);
    return true;
}

bool
desk_referral_new(struct ctx *c, struct case_id id, struct referral_new_view *out)
{
    struct sql_desk_list_rows desks = { 0 };
    struct case_view v;
    struct facts facts;
    const struct day due =
        deadline_of_confirm(day_of(c->now), URGENCY_NORMAL, &c->town->settings);

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !desk_case_show(c, id, 0, &v) || !sql_desk_list(c, &desks))
        return false;
    *out = (struct referral_new_view){
        .number = v.head.number,
        .title = v.head.title,
        .case_path = v.head.path,
        .path = show_path(c, "cases", id.id, "/referrals"),
        .default_due = day_short(c->mem, due),
        .tax_note = "税務の職員が仕事で知ったことは、本人の同意がなければ書けません。",
    };
    for (size_t i = 0; i < desks.n; i++) {
        const struct sql_desk_list_row *d = &desks.v[i];

        if (id_same(d->desk_id.id, c->viewer->desk.id))
            continue;
        *VEC_PUSH(c->mem, &out->desks) = (struct desk_choice_view){
            .id = d->desk_id.id.s,
            .name = d->name,
            .agency = text_same(d->agency, d->name) ? NULL : d->agency,
            .basis = basis_label(default_basis(c, d->kind)),
            .answer = arena_printf(
                c->mem, "%d開庁日のうち",
                (int)settings_deadline(&c->town->settings, DEADLINE_CONFIRM)),
        };
    }
    return true;
}

bool
desk_referral_show(struct ctx *c, struct referral_id id, struct referral_view *out)
{
    struct sql_referral_show_row r;
    struct sql_case_people_rows people = { 0 };
    struct sql_referral_events_rows events = { 0 };
    struct facts facts;

    if (!load_referral(c, id, &r) || !store_facts_of_case(c, r.case_id, &facts)
        || !sql_case_people(c,
                            &(struct sql_case_people_in){ .case_id = r.case_id,
                                                          .subjects = desk_subjects(c),
                                                          .now = c->now },
                            &people)
        || !sql_referral_events(
            c,
            &(struct sql_referral_events_in){
                .referral_id = id, .subjects = desk_subjects(c), .now = c->now },
            &events))
        return false;
    policy_show_referral(c, &facts, id, &r, &people, &events, out);
    return true;
}

bool
desk_referral_list(struct ctx *c, struct referral_list_view *out)
{
    const struct sql_referral_incoming_in in = { .desk = c->viewer->desk,
                                                 .subjects = desk_subjects(c),
                                                 .now = c->now };
    const struct sql_referral_outgoing_in to = { .desk = c->viewer->desk,
                                                 .subjects = desk_subjects(c),
                                                 .now = c->now };
    const struct sql_referral_ended_in ended = { .desk = c->viewer->desk,
                                                 .subjects = desk_subjects(c),
                                                 .now = c->now };
    struct sql_referral_incoming_rows incoming = { 0 };
    struct sql_referral_outgoing_rows outgoing = { 0 };
    struct sql_referral_ended_rows over = { 0 };

    sql_referral_incoming_later(c, &in, &incoming);
    sql_referral_outgoing_later(c, &to, &outgoing);
    sql_referral_ended_later(c, &ended, &over);
    if (!db_gather(c))
        return false;
    *out = (struct referral_list_view){
        .cases_path = arena_printf(c->mem, "%s/cases", c->town->path),
    };
    policy_show_incoming(c, &incoming, out);
    policy_show_outgoing(c, &outgoing, out);
    policy_show_ended(c, &over, out);
    return true;
}
