#include "desk_referral.h"

#include "desk_referral_part.h"
#include "desk_triage.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/case_rule.h"
#include "../domain/duty_rule.h"
#include "../domain/intake_rule.h"
#include "../domain/referral_rule.h"
#include "../domain/working_day.h"
#include "../policy/giving.h"
#include "../policy/shown.h"

static bool
load_desk(struct ctx *c, struct desk_id id, struct sql_desk_one_row *row)
{
    bool found;

    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = id }, row, &found))
        return false;
    return found || refuse_field(c, "desk", "「つなぐ先」を、一覧から選んでください。");
}

static bool
is_multi(const struct form_referral_new *f)
{
    return text_same(f->ask, "multi_agency");
}

/*
 * Multi-agency work takes what a single agency cannot untangle: why, and in some towns what
 * the network answered and who had tried. Source.
 */
static bool
check_multi(struct ctx *c, const struct form_referral_new *f)
{
    const struct settings *s = &c->town->settings;
    bool good = true;

    if (!is_multi(f))
        return true;
    if (!*f->multi_reason)
        good = refuse_field(
            c, "multi_reason",
            "多機関協働につなぐときは、「多機関協働につなぐわけ」を選んでください。");
    if (intake_rule_is_on(s, RULE_NETWORK_FIRST) && !*f->network)
        good = refuse_field(c, "network",
                            "先に相談支援機関どうしで応じます。「相談支援機関どうしで"
                            "応じた結果」を書いてください。");
    if (intake_rule_is_on(s, RULE_TRIED_AGENCIES) && !*f->tried && !*f->tried_none)
        good = refuse_field(c, "tried",
                            "「これまでに関わった機関と、その結果」を書いてください。"
                            "どこも関わっていないときは、そのわけを書いてください。");
    return good;
}

/* The version of the definition in force, which the hand-over is sent under; 0: none. */
static bool
definition_now(struct ctx *c, const struct form_referral_new *f, int64_t *out)
{
    struct sql_definition_list_rows rows = { 0 };

    *out = 0;
    if (!is_multi(f))
        return true;
    if (!sql_definition_list(c, &rows))
        return false;
    *out = rows.n ? rows.v->version : 0;
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
    good = check_multi(c, f) && good;
    if (day_known(f->joint_visit_on) && f->joint_visit_on.n < day_of(c->now).n)
        good = refuse_field(c, "joint_visit_on",
                            "「いっしょに会う日」は、きょうからの日にしてください。");
    if (day_known(f->due) && f->due.n < day_of(c->now).n)
        good = refuse_field(c, "due",
                            "「返事がほしい日」は、きょうからの日にしてください。");
    if (!good || !desk_referral_there(c, id, f->desk, "", &there)
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

/* The hand-over that came back and is sent on: of this case and this desk, else none. */
static bool
check_previous(struct ctx *c,
               struct case_id id,
               struct referral_id previous,
               struct referral_id *out)
{
    const struct sql_course_referrals_in in = { id, desk_subjects(c), c->now };
    struct sql_course_referrals_rows rows = { 0 };

    *out = (struct referral_id){ .id = { .s = "" } };
    if (!sql_course_referrals(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if ((id_same(rows.v[i].referral_id.id, previous.id)
             || (id_none(previous.id)
                 && (rows.v[i].state == REFERRAL_STATE_REJECTED
                     || rows.v[i].state == REFERRAL_STATE_FAILED)))
            && id_same(rows.v[i].from_desk.id, c->viewer->desk.id))
            *out = rows.v[i].referral_id;
    return true;
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
        .multi_reason = f->multi_reason,
        .network = f->network,
        .tried = f->tried,
        .tried_none = f->tried_none,
        .joint_visit_on = f->joint_visit_on,
        .by_rule = "",
        .area = f->area,
    };

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !check_new(c, id, f) || !load_desk(c, f->desk, &desk)
        || !definition_now(c, f, &in.definition_version)
        || !check_previous(c, id, f->previous, &in.previous_id))
        return false;
    in.basis = f->basis ? f->basis : desk_default_basis(c, desk.kind);
    in.due_on = day_known(f->due) ? f->due
                                  : deadline_of_confirm(day_of(c->now), f->urgency,
                                                        &c->town->settings);
    if (!desk_may_give(c, &in, post_kind_of_agency(desk.kind))
        || !desk_put_referral(c, &in, desk.name)
        || !desk_keep_version(c, in.referral_id.id, 1, "referral", id, "送りました",
                              desk_form_text(c, &form_referral_new_def, f))
        || !desk_clear_duty(c, DUTY_RETURNED, in.previous_id.id)
        || !desk_drop_draft(c, draft))
        return false;
    shown_note(c, SHOWN_CASE, id.id, HANDED_ITEMS, 0);
    shown_note(c, SHOWN_REFERRAL, in.referral_id.id, HANDED_ITEMS, 0);
    out->id = in.referral_id.id;
    out->place = arena_printf(c->mem, "/referrals/%s?said=sent", in.referral_id.id.s);
    return true;
}

bool
desk_referral_load(struct ctx *c,
                   struct referral_id id,
                   struct sql_referral_show_row *r)
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
bool
desk_referral_check(struct ctx *c,
                    const struct sql_referral_show_row *r,
                    enum referral_move move,
                    enum referral_state *after)
{
    const bool receiver = id_same(r->to_desk.id, c->viewer->desk.id);
    const bool by_paper = *r->paper_by && move == REFERRAL_COMPLETE;
    struct facts facts;

    if (referral_by_receiver(move) != receiver && !by_paper)
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
struct sql_referral_move_in
desk_referral_stands(struct ctx *c,
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

bool
desk_referral_moved(struct ctx *c,
                    struct referral_id id,
                    int64_t version,
                    struct case_id case_id,
                    const char *why,
                    const char *body)
{
    shown_note(c, SHOWN_CASE, case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    shown_note(c, SHOWN_REFERRAL, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    return desk_keep_version(c, id.id, version, "referral", case_id, why, body)
           && desk_clear_duty(c, DUTY_CONFIRM, id.id)
           && desk_clear_duty(c, DUTY_UNCONFIRMED, id.id)
           && desk_clear_duty(c, DUTY_REPORT, id.id)
           && desk_clear_duty(c, DUTY_RETURNED, id.id)
           && desk_clear_duty(c, DUTY_OUTCOME, id.id);
}

bool
desk_referral_put(struct ctx *c,
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
    return desk_referral_moved(c, in->referral_id, in->version + 1, case_id, why, body);
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
desk_referral_hand_on(struct ctx *c, struct case_id id)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_triage_list_in in = { id, who, c->now };
    const struct sql_case_show_in head_in = { id, who, c->now };
    struct sql_triage_list_rows decisions = { 0 };
    struct sql_case_show_row head;
    enum case_state to;

    if (!sql_triage_list(c, &in, &decisions) || !sql_case_show(c, &head_in, &head))
        return false;
    if (!decisions.n || !triage_needs_target(decisions.v->way))
        return true;
    to = case_after(head.state, CASE_HAND_ON);
    return !to || desk_case_go(c, id, to);
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
    const struct day contact =
        day_known(f->first_contact)
            ? f->first_contact
            : deadline_after(today, DEADLINE_FIRST_CONTACT, &c->town->settings);
    struct sql_referral_move_in in;
    enum referral_state after;

    if (!desk_referral_load(c, id, &r)
        || !desk_referral_check(c, &r, REFERRAL_ACCEPT, &after)
        || !check_owner(c, owner))
        return false;
    in = desk_referral_stands(c, id, &r);
    in.state = after;
    in.owner_post = owner;
    in.reply = f->reply;
    if (!desk_referral_put(c, &in, r.case_id, "受け取りました",
                           desk_form_text(c, &form_referral_accept_def, f))
        || !desk_put_duty(c, r.case_id, DUTY_REPORT, id.id, c->viewer->desk, owner,
                          contact)
        || !desk_put_duty(c, r.case_id, DUTY_OUTCOME, id.id, r.from_desk, r.from_post,
                          (struct day){ contact.n + 1 })
        || !desk_referral_hand_on(c, r.case_id)
        || !store_reach_sync(c, r.case_id, c->viewer->desk, NULL))
        return false;
    c->narrows = false; /* waiting became held: nothing was taken away */
    out->place = arena_printf(c->mem, "/referrals/%s?said=accepted", id.id.s);
    return true;
}

/* Whoever answers for the case alone cannot give it back: a day would have nobody. */
static bool
not_alone(struct ctx *c, const struct sql_referral_show_row *r)
{
    struct facts facts;

    return store_facts_of_case(c, r->case_id, &facts)
           && (facts.part != PART_LEAD
               || refuse(c, ERR_RULE,
                         "いまは、こちらが主担当です。返すと担当がなくなります。先に"
                         "主担当を引き継いでください。"));
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

    if (!desk_check_codes(c, &form_referral_return_def, f)
        || !desk_referral_load(c, id, &r)
        || !desk_referral_check(c, &r, REFERRAL_RETURN, &after) || !not_alone(c, &r))
        return false;
    in = desk_referral_stands(c, id, &r);
    in.state = after;
    in.return_reason = f->reason;
    in.return_text = f->explain;
    in.ended_at = c->now;
    if (!desk_referral_put(c, &in, r.case_id, "返しました",
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
    if (!good || !desk_referral_load(c, id, &r)
        || !desk_referral_check(c, &r, REFERRAL_COMPLETE, &after))
        return false;
    if (f->first_contact_on.n < day_of(r.sent_at).n)
        return refuse_field(
            c, "first_contact_on",
            "「最初に連絡がついた日」は、つなぎが送られた日からの日にしてください。");
    in = desk_referral_stands(c, id, &r);
    in.state = after;
    in.first_contact_on = f->first_contact_on;
    in.outcome = f->outcome;
    in.result = f->result;
    in.ended_at = c->now;
    if (!desk_referral_put(c, &in, r.case_id, "結果を知らせました",
                           desk_form_text(c, &form_referral_complete_def, f)))
        return false;
    /* only who is connected is off the sender's hands; else it is theirs to decide */
    if (!referral_connects(f->outcome)
        && !desk_put_duty(
            c, r.case_id, DUTY_RETURNED, id.id, r.from_desk, r.from_post,
            deadline_after(day_of(c->now), DEADLINE_RETURNED, &c->town->settings)))
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

    if (!desk_referral_load(c, id, &r)
        || !desk_referral_check(c, &r, REFERRAL_CANCEL, &after))
        return false;
    in = desk_referral_stands(c, id, &r);
    in.state = after;
    in.ended_at = c->now;
    if (!desk_referral_put(c, &in, r.case_id, "取り下げました", "")
        || !store_reach_sync(c, r.case_id, r.to_desk, NULL))
        return false;
    out->place = arena_printf(c->mem, "/cases/%s?said=cancelled", r.case_id.id.s);
    return true;
}
