#include "desk_send.h"

#include "desk_reply.h"

#include "../domain/duty_rule.h"
#include "../domain/intake_rule.h"
#include "../domain/referral_default.h"
#include "../domain/working_day.h"
#include "../policy/giving.h"
#include "../policy/shown.h"
#include "../store/store_consent.h"
#include "../store/store_disclosure.h"

enum basis
desk_default_basis(const struct ctx *c, const char *receiver_kind)
{
    return referral_default_basis(&c->town->settings, c->viewer->kind,
                                  post_kind_of_agency(receiver_kind));
}

bool
desk_referral_there(
    struct ctx *c, struct case_id id, struct desk_id desk, const char *rule, bool *out)
{
    struct sql_referral_open_between_rows rows = { 0 };

    if (!sql_referral_open_between(
            c,
            &(struct sql_referral_open_between_in){ .case_id = id,
                                                    .to_desk = desk,
                                                    .rule = rule,
                                                    .subjects = desk_subjects(c),
                                                    .now = c->now },
            &rows))
        return false;
    *out = rows.n > 0;
    return true;
}

bool
desk_may_give(struct ctx *c, struct sql_referral_add_in *in, enum post_kind receiver)
{
    const struct db_ids to = { .v = &in->to_desk.id, .n = 1 };
    struct facts facts;
    struct decision d;

    if (!store_facts_of_case(c, in->case_id, &facts)
        || !store_consent_of_case(c, in->case_id, to, &facts.consent))
        return false;
    facts.own = facts.part == PART_LEAD ? OWN_DESK : OWN_SELF;
    facts.giving = facts_giving(in->basis, c->viewer->kind, receiver);
    d = policy_decide(ACT_REFER, &facts);
    in->items &= d.allow;
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

bool
desk_put_referral(struct ctx *c, const struct sql_referral_add_in *in, const char *to)
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
           && store_reach_sync(c, in->case_id, in->to_desk, NULL)
           && desk_reply_code_put(c, in->referral_id) && note_given(c, in, to);
}

bool
desk_send_to(struct ctx *c,
             struct case_id id,
             const struct rule_referral *r,
             struct desk_id to)
{
    struct sql_desk_one_row desk;
    bool found;
    const struct day due =
        deadline_of_confirm(day_of(c->now), r->urgency, &c->town->settings);
    struct sql_referral_add_in in = {
        .referral_id = { id_new(c) },
        .case_id = id,
        .from_desk = c->viewer->desk,
        .from_post = c->viewer->post,
        .to_desk = to,
        .basis = r->basis,
        .basis_reason = r->basis_reason,
        .ask = r->ask,
        .purpose = r->purpose,
        .handed = r->handed,
        .items = r->items ? r->items : HANDED_ITEMS,
        .urgency = r->urgency,
        .due_on = due,
        .now = c->now,
        .subjects = desk_subjects(c),
        .joint_visit_on = { DAY_NONE },
        .multi_reason = "",
        .network = "",
        .tried = "",
        .tried_none = "",
        .by_rule = r->rule,
        .area = "",
    };

    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = to }, &desk, &found))
        return false;
    if (!found)
        return refuse(c, ERR_BUG, "no desk");
    if (!in.basis)
        in.basis = desk_default_basis(c, desk.kind);
    if (!desk_may_give(c, &in, post_kind_of_agency(desk.kind))
        || !desk_put_referral(c, &in, desk.name))
        return false;
    shown_note(c, SHOWN_REFERRAL, in.referral_id.id, (uint32_t)in.items, 0);
    return desk_keep_version(c, in.referral_id.id, 1, "referral", id,
                             "決まりにより送りました",
                             arena_printf(c->mem, "%s\n%s", r->purpose, r->handed));
}

bool
desk_send_by_rule(struct ctx *c,
                  struct case_id id,
                  const struct rule_referral *r,
                  bool *sent,
                  bool *own)
{
    const char *code =
        intake_desk_code(c->mem, c->town->profile, &c->town->settings, r->rule);
    struct sql_desk_by_code_row desk;
    struct sql_split_barred_row other_side;
    bool found = false;
    bool there;

    *sent = false;
    *own = false;
    if (!*code)
        return true;
    if (!sql_desk_by_code(c, &(struct sql_desk_by_code_in){ .code = code }, &desk,
                          &found))
        return false;
    if (!found)
        return true;
    *own = id_same(desk.desk_id.id, c->viewer->desk.id);
    if (*own)
        return true;
    if (!desk_referral_there(c, id, desk.desk_id, r->rule, &there)
        || !sql_split_barred(
            c, &(struct sql_split_barred_in){ .case_id = id, .desk_id = desk.desk_id },
            &other_side))
        return false;
    if (other_side.barred)
        *own = true; /* the other side of a split household is there: it stays here */
    if (there || other_side.barred)
        return true;
    *sent = true;
    return desk_send_to(c, id, r, desk.desk_id);
}
