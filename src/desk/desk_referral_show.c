#include "desk_referral.h"

#include "desk_referral_part.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/intake_rule.h"
#include "../domain/working_day.h"
#include "../policy/giving.h"

bool
desk_referral_new(struct ctx *c, struct case_id id, struct referral_new_view *out)
{
    struct sql_desk_list_rows desks = { 0 };
    struct sql_definition_list_rows definitions = { 0 };
    struct case_view v;
    struct facts facts;
    const struct day due =
        deadline_of_confirm(day_of(c->now), URGENCY_NORMAL, &c->town->settings);

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !desk_case_show(c, id, 0, &v) || !sql_desk_list(c, &desks)
        || !sql_definition_list(c, &definitions))
        return false;
    *out = (struct referral_new_view){
        .number = v.head.number,
        .title = v.head.title,
        .case_path = v.head.path,
        .path = show_path(c, "cases", id.id, "/referrals"),
        .default_due = day_short(c->mem, due),
        .multi = true,
        .network = intake_rule_is_on(&c->town->settings, RULE_NETWORK_FIRST),
        .tried = intake_rule_is_on(&c->town->settings, RULE_TRIED_AGENCIES),
        .tax_note = "税務の職員が仕事で知ったことは、本人の同意がなければ書けません。",
    };
    if (definitions.n)
        out->definition =
            arena_printf(c->mem, "対象とする事例（第%d版）：%s",
                         (int)definitions.v->version, definitions.v->body);
    for (size_t i = 0; i < desks.n; i++) {
        const struct sql_desk_list_row *d = &desks.v[i];

        if (id_same(d->desk_id.id, c->viewer->desk.id))
            continue;
        *VEC_PUSH(c->mem, &out->desks) = (struct desk_choice_view){
            .id = d->desk_id.id.s,
            .name = d->name,
            .agency = text_same(d->agency, d->name) ? NULL : d->agency,
            .basis = basis_label(desk_default_basis(c, d->kind)),
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

    if (!desk_referral_load(c, id, &r) || !store_facts_of_case(c, r.case_id, &facts)
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
        .paper_reply_path = arena_printf(c->mem, "%s/referrals/reply", c->town->path),
    };
    policy_show_incoming(c, &incoming, out);
    policy_show_outgoing(c, &outgoing, out);
    policy_show_ended(c, &over, out);
    return true;
}
