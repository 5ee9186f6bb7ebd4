#include "desk_triage.h"

#include "desk_case_head.h"
#include "desk_send.h"
#include "desk_triage_part.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/case_rule.h"
#include "../domain/intake_rule.h"
#include "../domain/working_day.h"
#include "../policy/show_course.h"

bool
desk_rights_route(struct ctx *c,
                  struct case_id id,
                  enum rights_need need,
                  const char *words)
{
    const bool abuse = need == RIGHTS_NEED_ABUSE;
    const struct rule_referral r = {
        .rule = RULE_RIGHTS_DESK,
        .basis = abuse ? BASIS_OTHER_LAW : BASIS_NONE,
        .basis_reason = abuse
                            ? "虐待のうたがい（児童虐待防止法6条・高齢者虐待防止法7条・"
                              "障害者虐待防止法7条）"
                            : "",
        .ask = "take_over",
        .purpose = abuse
                       ? "虐待のうたがいです。きょうのうちに確かめてください。"
                       : "権利擁護・成年後見の要否を、きょうのうちに確かめてください。",
        .handed = words,
        .items = HANDED_ITEMS | (abuse ? ITEM_BIT(ITEM_ABUSE) : 0),
        .urgency = URGENCY_NOW,
    };
    const char *what = abuse ? "虐待のうたがい：きょうのうちに確かめる"
                             : "権利擁護・成年後見：きょうのうちに確かめる";
    bool sent;
    bool own;

    if (!desk_send_by_rule(c, id, &r, &sent, &own))
        return false;
    return !own || desk_add_step(c, id, c->viewer->post, what, day_of(c->now));
}

static void
add_calls(struct ctx *c, struct helpline_list *out)
{
    const struct settings *s = &c->town->settings;
    const struct profile_settings *at =
        s->own && s->own->contacts.n ? s->own : s->defaults;

    for (size_t i = 0; at && i < at->contacts.n; i++)
        *VEC_PUSH(c->mem, out) = (struct helpline_view){
            .name = at->contacts.v[i].name,
            .phone = at->contacts.v[i].phone,
        };
}

static bool
load(struct ctx *c, struct case_id id, struct course_records *r)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_case_show_in head = { id, who, c->now };
    const struct sql_triage_list_in decisions = { id, who, c->now };
    const struct sql_course_referrals_in chain = { id, who, c->now };
    const struct sql_lead_change_list_in leads = { id, who, c->now };
    const struct sql_course_contacts_in contacts = { id, who, c->now };

    *r = (struct course_records){ .id = id };
    sql_case_show_later(c, &head, &r->head);
    sql_triage_list_later(c, &decisions, &r->decisions);
    sql_course_referrals_later(c, &chain, &r->chain);
    sql_lead_change_list_later(c, &leads, &r->leads);
    sql_course_contacts_later(c, &contacts, &r->contacts);
    return db_gather(c);
}

static const char *
path(struct ctx *c, struct case_id id, const char *rest)
{
    return arena_printf(c->mem, "%s/cases/%s%s", c->town->path, id.id.s, rest);
}

/* Whether any desk has taken the case, so that it may be handed on. */
static bool
held_elsewhere(const struct sql_course_referrals_rows *chain)
{
    for (size_t i = 0; i < chain->n; i++)
        if (desk_course_held(chain, chain->v[i].to_desk))
            return true;
    return false;
}

/* What may be done now, by this desk, in this state. */
static void
add_acts(struct ctx *c,
         struct case_id id,
         const struct facts *facts,
         const struct course_records *r,
         struct course_view *out)
{
    const bool closed = r->head.state == CASE_STATE_CLOSED;
    const bool lead = facts->part == PART_LEAD;

    if (closed) {
        out->reopen_path = lead ? path(c, id, "/reopen") : NULL;
        return;
    }
    out->decide_path = path(c, id, "/triage");
    out->refer_path = path(c, id, "/referrals/new");
    if (lead && r->decisions.n && case_after(r->head.state, CASE_CLOSE))
        out->close_path = path(c, id, "/close");
    out->leave_path = lead && held_elsewhere(&r->chain) ? path(c, id, "/leave") : NULL;
    if (!r->decisions.n)
        out->by =
            day_short(c->mem, deadline_of_triage(day_of(r->head.opened_at),
                                                 r->head.urgency, &c->town->settings));
}

static bool
add_definition(struct ctx *c, struct course_view *out)
{
    struct sql_definition_list_rows rows = { 0 };

    if (!sql_definition_list(c, &rows))
        return false;
    if (rows.n)
        *VEC_PUSH(c->mem, &out->definition) = (struct link_view){
            .path = arena_printf(c->mem, "%s/plan/target-cases", c->town->path),
            .text = arena_printf(c->mem, "多機関協働の対象とする事例　第%d版（%s　%s）",
                                 (int)rows.v->version, rows.v->meeting,
                                 day_ja(c->mem, rows.v->decided_on)),
        };
    return true;
}

bool
desk_course(struct ctx *c, struct case_id id, struct course_view *out)
{
    struct course_records r;
    struct facts facts;
    struct case_head_view head;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !load(c, id, &r) || !desk_case_head(c, id, CASE_TAB_COURSE, &head))
        return false;
    *out = (struct course_view){
        .head = head,
        .requests_path = path(c, id, "/requests"),
        .urgent_offer = intake_has_urgent_meeting(c->town->profile),
    };
    for (size_t i = 0; i < r.decisions.n && !out->conference_path; i++)
        if (r.decisions.v[i].conference)
            out->conference_path =
                arena_printf(c->mem, "%s/meetings/new?case=%s", c->town->path, id.id.s);
    add_acts(c, id, &facts, &r, out);
    add_calls(c, &out->calls);
    facts.own = OWN_NONE;
    policy_show_course(c, &facts, &r, out);
    return add_definition(c, out);
}
