#include "desk_support_plan.h"

#include "desk_case_head.h"
#include "desk_support_part.h"

#include "desk_watch.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/duty_rule.h"
#include "../domain/town.h"
#include "../policy/shown.h"

/* The days that a move sets on the plan. */
static struct sql_support_plan_move_in
moved(struct ctx *c,
      struct support_plan_id id,
      const struct sql_support_plan_one_row *p,
      enum support_plan_state after,
      struct day on)
{
    struct sql_support_plan_move_in in = {
        .plan_id = id,
        .before = p->state,
        .after = after,
        .decided_on = p->decided_on,
        .started_on = p->started_on,
        .ended_on = p->ended_on,
        .days_suspended = p->days_suspended,
        .suspended_on = p->suspended_on,
        .subjects = desk_subjects(c),
        .now = c->now,
    };

    if (after == SUPPORT_PLAN_STATE_DECIDED)
        in.decided_on = on;
    if (after == SUPPORT_PLAN_STATE_UNDER_WAY && !day_known(p->started_on))
        in.started_on = on;
    if (p->state == SUPPORT_PLAN_STATE_SUSPENDED && day_known(p->suspended_on)) {
        in.days_suspended += on.n - p->suspended_on.n;
        in.suspended_on = (struct day){ .n = DAY_NONE };
    }
    if (after == SUPPORT_PLAN_STATE_SUSPENDED)
        in.suspended_on = on;
    if (after == SUPPORT_PLAN_STATE_FOLLOW_UP
        || (after == SUPPORT_PLAN_STATE_CLOSED && !day_known(p->ended_on)))
        in.ended_on = on;
    return in;
}

/* The case stands where its multi-agency plan stands, unless an earlier version runs on. */
static bool
move_case(struct ctx *c,
          const struct sql_support_plan_one_row *p,
          enum support_plan_state after)
{
    const enum case_state state = support_plan_case_state(after);
    struct sql_case_show_row head;

    if (!state || p->kind != SUPPORT_PLAN_KIND_MULTI_AGENCY
        || (p->edition > 1 && !support_plan_in_force(after)
            && after < SUPPORT_PLAN_STATE_UNDER_WAY))
        return true;
    return sql_case_show(c,
                         &(struct sql_case_show_in){ .case_id = p->case_id,
                                                     .subjects = desk_subjects(c),
                                                     .now = c->now },
                         &head)
           && (head.state == state
               || sql_case_move(
                   c, &(struct sql_case_move_in){ .case_id = p->case_id,
                                                  .state = state,
                                                  .version = head.version,
                                                  .now = c->now,
                                                  .subjects = desk_subjects(c) }))
           && desk_watch_case(c, p->case_id) && store_reach_sync_case(c, p->case_id);
}

bool
support_put_move(struct ctx *c,
                 struct support_plan_id id,
                 const struct sql_support_plan_one_row *p,
                 enum support_plan_move move,
                 const struct support_how *how)
{
    const enum support_plan_state after = support_plan_after(p->state, move);
    const struct day on = day_known(how->held_on) ? how->held_on : day_of(c->now);
    const struct sql_support_plan_move_in in = moved(c, id, p, after, on);
    size_t n;

    if (!after)
        return refuse(
            c, ERR_CONFLICT,
            "このプランは、いま「%s」です。「%s」はできません。画面を開き直して、"
            "今のようすを確かめてください。",
            support_plan_state_label(p->state), support_plan_move_label(move));
    if (!sql_support_plan_move_changed(c, &in, &n))
        return false;
    if (!n)
        return refuse(
            c, ERR_CONFLICT,
            "このプランは、ほかの人がいま動かしました。画面を開き直してください。");
    shown_note(c, SHOWN_CASE, p->case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    return sql_support_step_add(c,
                                &(struct sql_support_step_add_in){
                                    .step_id = { id_new(c) },
                                    .plan_id = id,
                                    .case_id = p->case_id,
                                    .move = move,
                                    .before = p->state,
                                    .after = after,
                                    .way = how->way,
                                    .held_on = on,
                                    .body = how->body ? how->body : "",
                                    .reason = how->reason ? how->reason : "",
                                    .words = how->words ? how->words : "",
                                    .item_id = how->item,
                                    .desk_id = c->viewer->desk,
                                    .post_id = c->viewer->post,
                                    .now = c->now })
           && move_case(c, p, after);
}

/* Draws the boxes of approval, the drafter's own stamp first. */
static bool
put_boxes(struct ctx *c,
          struct support_plan_id id,
          const struct sql_support_plan_one_row *p)
{
    const struct settings *s = &c->town->settings;
    const struct profile_settings *at =
        s->own && s->own->plan_approvals.n ? s->own : s->defaults;

    for (size_t i = 0; at && i < at->plan_approvals.n; i++)
        if (!sql_support_approval_add(c, &(struct sql_support_approval_add_in){
                                             .approval_id = id_new(c),
                                             .plan_id = id,
                                             .case_id = p->case_id,
                                             .place = (int64_t)i + 1,
                                             .label = at->plan_approvals.v[i].label }))
            return false;
    return true;
}

static bool
void_boxes(struct ctx *c, struct support_plan_id id)
{
    return sql_support_approval_void(
        c, &(struct sql_support_approval_void_in){
               .plan_id = id, .subjects = desk_subjects(c), .now = c->now });
}

/* A version in force gives way to the one that starts. */
static bool
retire(struct ctx *c, struct support_plan_id id)
{
    const struct support_how how = { .held_on = { .n = DAY_NONE },
                                     .reason = "次の版の支援を始めた" };
    struct sql_support_plan_one_row p;

    if (id_none(id.id))
        return true;
    if (!support_load(c, id, &p))
        return false;
    return !support_plan_after(p.state, SUPPORT_PLAN_MOVE_REPLACE)
           || support_put_move(c, id, &p, SUPPORT_PLAN_MOVE_REPLACE, &how);
}

/* What follows from a move beside the plan's own state. */
static bool
carry_out(struct ctx *c,
          struct support_plan_id id,
          const struct sql_support_plan_one_row *p,
          enum support_plan_move move,
          bool consent)
{
    switch (move) {
    case SUPPORT_PLAN_MOVE_LAY:
        return put_boxes(c, id, p);
    case SUPPORT_PLAN_MOVE_FIT:
        return desk_put_duty(c, p->case_id, DUTY_SUPPORT_APPROVE, id.id, p->desk_id,
                             (struct post_id){ .id = { .s = "" } }, day_of(c->now));
    case SUPPORT_PLAN_MOVE_MEND:
    case SUPPORT_PLAN_MOVE_SEND_BACK:
    case SUPPORT_PLAN_MOVE_TAKE_BACK:
        return void_boxes(c, id) && desk_clear_duty(c, DUTY_SUPPORT_APPROVE, id.id);
    case SUPPORT_PLAN_MOVE_START:
        return desk_clear_duty(c, DUTY_SUPPORT_START, id.id)
               && retire(c, p->previous_id);
    case SUPPORT_PLAN_MOVE_PAUSE:
        return support_clear_duties(c, id) && support_tell_meeting(c, id, p, consent);
    case SUPPORT_PLAN_MOVE_END:
    case SUPPORT_PLAN_MOVE_END_FOLLOWED:
        return support_clear_duties(c, id) && support_tell_meeting(c, id, p, consent);
    case SUPPORT_PLAN_MOVE_RESUME:
    case SUPPORT_PLAN_MOVE_STAY:
    case SUPPORT_PLAN_MOVE_KEEP_ON:
        return support_put_duties(c, id, p);
    case SUPPORT_PLAN_MOVE_FOLLOWED:
        return desk_clear_duty(c, DUTY_SUPPORT_FOLLOW, id.id);
    case SUPPORT_PLAN_MOVE_REOPEN:
        return desk_clear_duty(c, DUTY_SUPPORT_FOLLOW, id.id)
               && support_reopen_case(c, p);
    case SUPPORT_PLAN_MOVE_REPLACE:
    case SUPPORT_PLAN_MOVE_NONE:
    case SUPPORT_PLAN_MOVE_APPROVE:
    case SUPPORT_PLAN_MOVE_LOOK_AGAIN:
    case SUPPORT_PLAN_MOVE_PROPOSE_END:
    case SUPPORT_PLAN_MOVE_PROPOSE_PAUSE:
    case SUPPORT_PLAN_MOVE_WITHDRAW:
        break;
    }
    return true;
}

/* What was decided about the time after the plan is kept with it. */
static bool
keep_ending(struct ctx *c,
            struct support_plan_id id,
            const struct sql_support_plan_one_row *p,
            enum support_plan_move move,
            const struct form_support_move *f)
{
    const bool again = f->follow_use != SUPPORT_USE_NONE;
    const struct sql_support_plan_close_in in = {
        .plan_id = id,
        .closing_reason = *f->closing ? f->closing : p->closing_reason,
        .lead_after = id_none(f->lead_after.id) ? p->lead_after : f->lead_after,
        .follow_use = again ? f->follow_use : p->follow_use,
        .follow_on = again ? f->follow_on : p->follow_on,
        .follow_how = again ? f->follow_how : p->follow_how,
        .follow_why = again ? f->follow_why : p->follow_why,
        .subjects = desk_subjects(c),
        .now = c->now,
    };

    if (!support_is_end(move))
        return true;
    if (!sql_support_plan_close(c, &in))
        return false;
    return move == SUPPORT_PLAN_MOVE_PROPOSE_END || in.follow_use != SUPPORT_USE_NEEDED
           || desk_put_duty(c, p->case_id, DUTY_SUPPORT_FOLLOW, id.id, p->desk_id,
                            p->post_id, in.follow_on);
}

/* An end that is followed up is a move of its own; the page asks for one end only. */
static enum support_plan_move
meant(const struct sql_support_plan_one_row *p,
      enum support_plan_move move,
      const struct form_support_move *f)
{
    const enum support_use use = f->follow_use ? f->follow_use : p->follow_use;

    if (move != SUPPORT_PLAN_MOVE_END && move != SUPPORT_PLAN_MOVE_END_FOLLOWED)
        return move;
    return use == SUPPORT_USE_NEEDED ? SUPPORT_PLAN_MOVE_END_FOLLOWED
                                     : SUPPORT_PLAN_MOVE_END;
}

static bool
read_move(struct ctx *c, const char *word, enum support_plan_move *out)
{
    return support_plan_move_read(word, out) || refuse(c, ERR_MISSING, "no such move");
}

/* Approving has its boxes; replacing follows from starting. */
static bool
is_pressed(enum support_plan_move move)
{
    return move != SUPPORT_PLAN_MOVE_APPROVE && move != SUPPORT_PLAN_MOVE_REPLACE;
}

bool
desk_support_move(struct ctx *c,
                  struct support_plan_id id,
                  const char *word,
                  const struct form_support_move *typed,
                  struct outcome *out)
{
    struct form_support_move given = *typed;
    const struct form_support_move *f = &given;
    struct support_how how = { .reason = f->reason,
                               .words = f->words,
                               .item = f->item };
    struct sql_support_plan_one_row p;
    struct support_stock stock;
    enum support_plan_move move;
    bool whole;

    if (!read_move(c, word, &move) || !support_load(c, id, &p)
        || !desk_check_codes(c, &form_support_move_def, f)
        || !support_take_item(c, &p, &given, &how.body))
        return false;
    how.way = f->way;
    how.held_on = f->held_on;
    move = meant(&p, move, f);
    if (!*how.reason)
        how.reason = *f->closing ? town_label(c->town, "closing_reason", f->closing)
                                 : town_label(c->town, "suspension_reason", f->pausing);
    if (!is_pressed(move))
        return refuse(c, ERR_RULE, "支援決定は、決裁の欄で行います。");
    if (!support_load_stock(c, id, &p, move, &stock))
        return false;
    whole = support_check_whole(c, &p, move, f, &stock);
    if (!support_check_way(c, &p, move, f, stock.facts.consent) || !whole
        || !support_put_move(c, id, &p, move, &how) || !keep_ending(c, id, &p, move, f)
        || !carry_out(c, id, &p, move, stock.facts.consent))
        return false;
    out->id = id.id;
    out->place = support_place(c, id, "moved");
    return true;
}

static bool
is_grave(enum support_plan_move move)
{
    return move == SUPPORT_PLAN_MOVE_WITHDRAW || move == SUPPORT_PLAN_MOVE_SEND_BACK
           || move == SUPPORT_PLAN_MOVE_END || move == SUPPORT_PLAN_MOVE_PAUSE;
}

bool
desk_support_move_show(struct ctx *c,
                       struct support_plan_id id,
                       const char *word,
                       struct support_form_view *out)
{
    struct sql_support_plan_one_row p;
    struct support_stock stock;
    enum support_plan_move move;
    uint32_t demands;

    if (!read_move(c, word, &move) || !support_load(c, id, &p)
        || !support_stock(c, id, &p, &stock))
        return false;
    demands = support_plan_demands(c->town->profile, &c->town->settings);
    stock.facts.reason = true; /* is asked on this very page */
    policy_show_support_form(
        c,
        &(struct support_form_parts){
            .title = support_plan_move_label(move),
            .lead = arena_printf(c->mem, "%s　第%d版（%s）",
                                 support_plan_kind_label(p.kind), (int)p.edition,
                                 support_plan_state_label(p.state)),
            .kind = "support-plans",
            .id = id.id,
            .rest = arena_printf(c->mem, "/moves/%s", word),
            .plan = id,
            .back = "",
            .button = support_plan_move_label(move),
            .grave = is_grave(move),
            .asked = support_plan_asked(move, p.kind, demands)
                     & ~SUPPORT_DEMAND(SUPPORT_DEMAND_REASON),
            .lacks = support_plan_lacks(move, p.kind, demands, &stock.facts) },
        out);
    return desk_case_head(c, p.case_id, CASE_TAB_PLAN, &out->head);
}

bool
desk_support_agree(struct ctx *c,
                   struct support_plan_id id,
                   const struct form_support_agreement *f,
                   struct outcome *out)
{
    struct sql_support_plan_one_row p;

    if (!support_load(c, id, &p))
        return false;
    if (p.state != SUPPORT_PLAN_STATE_LAID)
        return refuse(c, ERR_CONFLICT,
                      "合意を書けるのは、会議にかけているあいだです。");
    if (f->held_on.n > day_of(c->now).n)
        return refuse_field(c, "held_on",
                            "「会議の日」は、きょうまでの日にしてください。");
    if (!sql_support_agreement_put(
            c, &(struct sql_support_agreement_put_in){ .agreement_id = id_new(c),
                                                       .plan_id = id,
                                                       .party = f->party,
                                                       .stand = f->stand,
                                                       .words = f->words,
                                                       .held_on = f->held_on,
                                                       .post_id = c->viewer->post,
                                                       .subjects = desk_subjects(c),
                                                       .now = c->now }))
        return false;
    shown_note(c, SHOWN_CASE, p.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = id.id;
    out->place = arena_printf(c->mem, "/support-plans/%s?said=agreed#agree", id.id.s);
    return true;
}
