#include "desk_agency_meeting.h"

#include "../base/vec.h"
#include "desk_sitting_body.h"
#include "desk_sitting_part.h"

#define ARRANGES "arrange_agency_support_meetings"

/* Whether the plan has the body arrange meetings of agencies for such an item. */
static bool
arranges(struct ctx *c, const struct sql_item_show_row *i)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, i->acts_as);

    return m && !id_none(i->case_id.id) && body_speaks_of(m, ARRANGES);
}

static bool
check_item(struct ctx *c, const struct sql_item_show_row *i, const char *field)
{
    return arranges(c, i)
           || refuse_field(
               c, field,
               "支援機関の会議を企画できるのは、計画がそう定めている会議の、"
               "ケースの案件からだけです。");
}

static bool
check_day(struct ctx *c, const char *field, const char *label, struct day day)
{
    return day.n >= day_of(c->now).n
           || refuse_field(c, field, "「%s」は、きょうからの日にしてください。", label);
}

bool
desk_role_propose(struct ctx *c,
                  struct item_id id,
                  const struct form_role_proposal *f,
                  struct outcome *out)
{
    struct sql_role_propose_in in = { .proposal_id = { id_new(c) },
                                      .item_id = id,
                                      .desk_id = f->desk,
                                      .what = f->what,
                                      .due_on = f->due,
                                      .now = c->now };
    struct sql_item_show_row i;

    if (!sitting_item(c, id, &i) || !check_item(c, &i, "desk")
        || !check_day(c, "due", "いつまでに", f->due))
        return false;
    in.case_id = i.case_id;
    out->id = in.proposal_id.id;
    out->place = arena_printf(c->mem, "/items/%s/after?said=entry_kept&at=%s", id.id.s,
                              out->id.s);
    return sql_role_propose(c, &in);
}

/* Sets the sitting with the case on its agenda; item: the case's item there. */
static bool
set_meeting(struct ctx *c,
            struct item_id from,
            const struct sql_item_show_row *i,
            const struct form_agency_meeting *f,
            struct sitting_id id,
            struct item_id *item)
{
    const struct form_sitting_new of = {
        .why = i->reason,
        .trigger = "",
        .consenting = i->footing == ITEM_FOOTING_BY_CONSENT,
    };
    struct sql_sitting_first_item_row first;

    if (!sql_sitting_add(c, &(struct sql_sitting_add_in){ .sitting_id = id,
                                                          .body = i->acts_as,
                                                          .also = "",
                                                          .way = SITTING_WAY_ADHOC,
                                                          .held_on = f->held_on,
                                                          .held_at = f->held_at,
                                                          .place = f->place,
                                                          .reason = "",
                                                          .convener = "",
                                                          .nameless = i->nameless,
                                                          .trigger = "",
                                                          .desk_id = c->viewer->desk,
                                                          .post_id = c->viewer->post,
                                                          .now = c->now })
        || !sql_sitting_arranged(
            c, &(struct sql_sitting_arranged_in){ .sitting_id = id, .item_id = from })
        || !sitting_add_case(c, id, i->case_id, &of)
        || !sql_sitting_first_item(
            c, &(struct sql_sitting_first_item_in){ .sitting_id = id }, &first))
        return false;
    *item = first.item_id;
    return true;
}

/* Invites each desk that is to have a role, once. */
static bool
invite(struct ctx *c,
       struct sitting_id id,
       struct item_id item,
       const struct sql_roles_proposed_rows *roles)
{
    for (size_t i = 0; i < roles->n; i++) {
        struct form_seat_new seat = {
            .who = arena_printf(c->mem, "d.%s", roles->v[i].desk_id.id.s),
            .name = "",
        };
        struct outcome out = { .done = false };
        bool again =
            !id_none(roles->v[i].for_item_id.id) || roles->v[i].withdrawn_at != 0;

        for (size_t k = 0; k < i; k++)
            again |= id_none(roles->v[k].for_item_id.id) && !roles->v[k].withdrawn_at
                     && id_same(roles->v[k].desk_id.id, roles->v[i].desk_id.id);
        if (again)
            continue;
        *VEC_PUSH(c->mem, &seat.items) = arena_strdup(c->mem, item.id.s);
        if (!desk_seat_add(c, id, &seat, &out))
            return false;
    }
    return true;
}

bool
desk_agency_meeting(struct ctx *c,
                    struct item_id id,
                    const struct form_agency_meeting *f,
                    struct outcome *out)
{
    const struct sitting_id sitting = { id_new(c) };
    struct sql_roles_proposed_rows roles = { 0 };
    struct sql_item_show_row i;
    struct item_id item;
    size_t waiting = 0;

    if (!sitting_item(c, id, &i) || !check_item(c, &i, "held_on")
        || !check_day(c, "held_on", "日", f->held_on)
        || !sql_roles_proposed(c, &(struct sql_roles_proposed_in){ .item_id = id },
                               &roles))
        return false;
    for (size_t k = 0; k < roles.n; k++)
        waiting += id_none(roles.v[k].for_item_id.id) && !roles.v[k].withdrawn_at;
    if (!waiting)
        return refuse_field(c, "held_on",
                            "会議の前に、提案する役割をひとつは書いてください。");
    if (!set_meeting(c, id, &i, f, sitting, &item)
        || !sql_roles_move(
            c, &(struct sql_roles_move_in){ .item_id = id, .for_item_id = item })
        || !invite(c, sitting, item, &roles))
        return false;
    out->id = sitting.id;
    sitting_done(c, sitting, "sitting_set", out);
    return true;
}

bool
desk_role_settle(struct ctx *c, struct role_proposal_id id, struct outcome *out)
{
    const struct sql_role_proposal_one_in in = {
        .proposal_id = id,
        .desk = c->viewer->desk,
        .shares = role_shares_desk(c->viewer->role),
    };
    struct sql_role_proposal_one_row r;
    bool found;

    if (!sql_role_proposal_one(c, &in, &r, &found))
        return false;
    if (!found)
        return refuse(c, ERR_MISSING, "no such proposal");
    if (!id_none(r.role_id.id))
        return refuse(c, ERR_CONFLICT, "この役割は、もう決まっています。");
    return desk_item_decide(c, r.item_id,
                            &(struct form_decided_new){ .kind = DECISION_KIND_ROLE,
                                                        .what = r.what,
                                                        .desk = r.desk_id,
                                                        .due = r.due_on,
                                                        .until = { .n = DAY_NONE } },
                            out)
           && sql_role_settled(c, &(struct sql_role_settled_in){
                                      .proposal_id = id, .role_id = { out->id } });
}

static bool
still_open(const struct sql_roles_proposed_row *r)
{
    return id_none(r->role_id.id) && !r->withdrawn_at;
}

struct form_options
desk_role_proposals(struct ctx *c, struct item_id id)
{
    struct sql_roles_proposed_rows rows = { 0 };
    struct form_option *v;
    size_t n = 0;

    if (!sql_roles_proposed(c, &(struct sql_roles_proposed_in){ .item_id = id }, &rows))
        rows.n = 0;
    v = ARENA_ARRAY(c->mem, rows.n + 1, struct form_option);
    for (size_t i = 0; i < rows.n; i++)
        if (still_open(&rows.v[i]))
            v[n++] = (struct form_option){
                .code = arena_strdup(c->mem, rows.v[i].proposal_id.id.s),
                .label = arena_printf(c->mem, "%s　%s", rows.v[i].desk, rows.v[i].what),
            };
    return (struct form_options){ .name = "proposal", .v = v, .n = n };
}

bool
desk_role_withdraw(struct ctx *c,
                   struct item_id id,
                   const struct form_role_withdraw *f,
                   struct outcome *out)
{
    const struct sql_role_proposal_withdraw_in in = { .proposal_id = f->proposal,
                                                      .why = f->reason,
                                                      .now = c->now };
    struct sql_roles_proposed_rows rows = { 0 };
    struct sql_item_show_row i;
    bool found = false;

    if (!sitting_item(c, id, &i)
        || !sql_roles_proposed(c, &(struct sql_roles_proposed_in){ .item_id = id },
                               &rows))
        return false;
    for (size_t k = 0; k < rows.n; k++)
        found |=
            id_same(rows.v[k].proposal_id.id, f->proposal.id) && still_open(&rows.v[k]);
    if (!found)
        return refuse_field(c, "proposal",
                            "「取り下げる役割」は、まだ決まっていないものから選んでくだ"
                            "さい。");
    out->id = f->proposal.id;
    out->place = arena_printf(c->mem, "/items/%s/after?said=record_withdrawn", id.id.s);
    return sql_role_proposal_withdraw(c, &in);
}

static bool
show_meetings(struct ctx *c, struct item_id id, struct item_after_view *out)
{
    struct sql_meetings_arranged_rows rows = { 0 };

    if (!sql_meetings_arranged(c, &(struct sql_meetings_arranged_in){ .item_id = id },
                               &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, &out->meetings) = (struct link_view){
            .path = arena_printf(c->mem, "%s/meetings/%s", c->town->path,
                                 rows.v[i].sitting_id.id.s),
            .text = arena_printf(c->mem, "%s（%s）", day_ja(c->mem, rows.v[i].held_on),
                                 sitting_state_label(rows.v[i].state)),
        };
    return true;
}

bool
agency_after(struct ctx *c,
             struct item_id id,
             const struct sql_item_show_row *i,
             struct item_after_view *out)
{
    const char *town = c->town->path;
    struct sql_roles_proposed_rows roles = { 0 };

    if (!arranges(c, i))
        return true;
    out->propose_path = arena_printf(c->mem, "%s/items/%s/proposals", town, id.id.s);
    out->arrange_path =
        arena_printf(c->mem, "%s/items/%s/agency-meeting", town, id.id.s);
    if (!sql_roles_proposed(c, &(struct sql_roles_proposed_in){ .item_id = id },
                            &roles))
        return false;
    for (size_t k = 0; k < roles.n; k++) {
        const struct sql_roles_proposed_row *r = &roles.v[k];
        const bool here = id_same(r->for_item_id.id, id.id);

        *VEC_PUSH(c->mem, &out->roles) = (struct role_proposal_view){
            .desk = r->desk,
            .what = r->what,
            .due = day_ja(c->mem, r->due_on),
            .state = !id_none(r->role_id.id) ? "決まった"
                     : r->withdrawn_at       ? "取り下げ"
                                             : "提案",
            .why = r->withdrawn_at ? r->withdrawn_why : NULL,
            .settle_path = here && id_none(r->role_id.id) && !r->withdrawn_at
                               ? arena_printf(c->mem, "%s/role-proposals/%s/settle",
                                              town, r->proposal_id.id.s)
                               : NULL,
        };
    }
    for (size_t k = 0; k < roles.n; k++)
        if (still_open(&roles.v[k]))
            out->withdraw_path =
                arena_printf(c->mem, "%s/items/%s/proposals/withdraw", town, id.id.s);
    return show_meetings(c, id, out);
}
