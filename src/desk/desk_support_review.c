#include "desk_support_plan.h"

#include "desk_case_head.h"
#include "desk_support_part.h"

#include "../base/buf.h"
#include "../base/text.h"
#include "../domain/duty_rule.h"
#include "../policy/shown.h"

static const char *
codes_text(struct ctx *c, const struct form_codes *codes)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < codes->n; i++)
        buf_printf(&b, "%s%s", i ? " " : "", codes->v[i]);
    return buf_text(&b);
}

/* What the fields of a review ask of one another. */
static bool
check_review(struct ctx *c, const struct form_support_review *f)
{
    bool good = desk_check_codes(c, &form_support_review_def, f);

    if (f->held_on.n > day_of(c->now).n)
        good = refuse_field(c, "held_on",
                            "「見直した日」は、きょうまでの日にしてください。");
    if (!support_outcome_allowed(f->kind, f->outcome))
        good = refuse_field(c, "outcome",
                            "モニタリングの結果は「続ける」「変える」「終える」から"
                            "選んでください。中断は、評価をしてから決めます。");
    if (f->outcome == SUPPORT_OUTCOME_GO_ON
        && (!day_known(f->next_on) || f->next_on.n <= f->held_on.n))
        good = refuse_field(c, "next_on",
                            "続けるときは、「次のモニタリング」を見直した日よりあとの日"
                            "で書いてください。");
    if (f->kind == SUPPORT_REVIEW_KIND_EVALUATION && !*f->situation)
        good = refuse_field(c, "situation",
                            "「現在の状況と残された課題」を書いてください。");
    return good;
}

static bool
may_review(struct ctx *c,
           const struct sql_support_plan_one_row *p,
           enum support_review_kind kind)
{
    const bool runs = p->state == SUPPORT_PLAN_STATE_UNDER_WAY;
    const bool looked = p->state == SUPPORT_PLAN_STATE_REVIEW
                        || p->state == SUPPORT_PLAN_STATE_SUSPENDED;

    if (runs || (looked && kind == SUPPORT_REVIEW_KIND_EVALUATION))
        return true;
    return refuse(
        c, ERR_CONFLICT,
        "このプランは、いま「%s」です。「%s」を書けるのは、支援中か見直しのときです。",
        support_plan_state_label(p->state), support_review_kind_label(kind));
}

static bool
put_review(struct ctx *c,
           struct support_plan_id id,
           const struct sql_support_plan_one_row *p,
           const struct form_support_review *f,
           struct id review)
{
    return sql_support_review_add(c, &(struct sql_support_review_add_in){
                                         .review_id = review,
                                         .plan_id = id,
                                         .case_id = p->case_id,
                                         .kind = f->kind,
                                         .held_on = f->held_on,
                                         .outcome = f->outcome,
                                         .changes = codes_text(c, &f->changes),
                                         .cooperation = codes_text(c, &f->cooperation),
                                         .household = f->household,
                                         .situation = f->situation,
                                         .own_view = f->own_view,
                                         .own_wish = f->own_wish,
                                         .staff_view = f->staff_view,
                                         .supporters = f->supporters,
                                         .gap = f->gap,
                                         .next_on = f->next_on,
                                         .desk_id = c->viewer->desk,
                                         .post_id = c->viewer->post,
                                         .now = c->now });
}

static bool
set_monitor(struct ctx *c,
            struct support_plan_id id,
            const struct sql_support_plan_one_row *p,
            struct day next)
{
    return sql_support_plan_monitor_on(
               c,
               &(struct sql_support_plan_monitor_on_in){ .plan_id = id,
                                                         .monitor_on = next,
                                                         .subjects = desk_subjects(c),
                                                         .now = c->now })
           && desk_put_duty(c, p->case_id, DUTY_SUPPORT_MONITOR, id.id, p->desk_id,
                            p->post_id, next);
}

/*
 * A monitoring that goes on leaves the plan as it is. Anything else begins a review; one
 * that is to change something opens the next version as a proposal. Source.
 */
static bool
follow_review(struct ctx *c,
              struct support_plan_id id,
              const struct sql_support_plan_one_row *p,
              const struct form_support_review *f,
              struct outcome *out)
{
    const struct support_how how = { .held_on = f->held_on,
                                     .reason = support_outcome_label(f->outcome),
                                     .words = f->situation };
    const bool runs = p->state == SUPPORT_PLAN_STATE_UNDER_WAY;
    const bool goes_on = f->outcome == SUPPORT_OUTCOME_GO_ON;
    const bool looks = f->kind == SUPPORT_REVIEW_KIND_EVALUATION || !goes_on;

    if (goes_on && !set_monitor(c, id, p, f->next_on))
        return false;
    if (runs && looks
        && !support_put_move(c, id, p, SUPPORT_PLAN_MOVE_LOOK_AGAIN, &how))
        return false;
    if (looks && !goes_on && !desk_clear_duty(c, DUTY_SUPPORT_MONITOR, id.id))
        return false;
    return f->outcome != SUPPORT_OUTCOME_ADJUST
           || desk_support_new(c, p->case_id,
                               &(struct form_support_plan_new){ .kind = p->kind }, out);
}

bool
desk_support_review(struct ctx *c,
                    struct support_plan_id id,
                    const struct form_support_review *f,
                    struct outcome *out)
{
    const struct id review = id_new(c);
    struct sql_support_plan_one_row p;

    if (!support_load(c, id, &p) || !may_review(c, &p, f->kind) || !check_review(c, f)
        || !put_review(c, id, &p, f, review))
        return false;
    shown_note(c, SHOWN_CASE, p.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = id.id;
    out->place = support_place(c, id, "plan_reviewed");
    return desk_keep_version(c, review, 1, "support_review", p.case_id,
                             support_review_kind_label(f->kind),
                             desk_form_text(c, &form_support_review_def, f))
           && follow_review(c, id, &p, f, out);
}

bool
desk_support_review_show(struct ctx *c,
                         struct support_plan_id id,
                         struct support_form_view *out)
{
    struct sql_support_plan_one_row p;

    if (!support_load(c, id, &p))
        return false;
    policy_show_support_form(
        c,
        &(struct support_form_parts){
            .title = "プランを見直す",
            .lead = arena_printf(c->mem, "%s　第%d版（%s）",
                                 support_plan_kind_label(p.kind), (int)p.edition,
                                 support_plan_state_label(p.state)),
            .kind = "support-plans",
            .id = id.id,
            .rest = "/review",
            .plan = id,
            .back = "",
            .button = "書く" },
        out);
    return desk_case_head(c, p.case_id, CASE_TAB_PLAN, &out->head);
}

static bool
load_goal(struct ctx *c,
          struct support_goal_id id,
          struct sql_support_goal_one_row *g,
          struct sql_support_plan_one_row *p)
{
    return sql_support_goal_one(
               c,
               &(struct sql_support_goal_one_in){
                   .goal_id = id, .subjects = desk_subjects(c), .now = c->now },
               g)
           && support_load(c, g->plan_id, p);
}

bool
desk_support_rate(struct ctx *c,
                  struct support_goal_id id,
                  const struct form_support_rating *f,
                  struct outcome *out)
{
    struct sql_support_goal_one_row g;
    struct sql_support_plan_one_row p;

    if (!load_goal(c, id, &g, &p))
        return false;
    if (p.state != SUPPORT_PLAN_STATE_REVIEW && p.state != SUPPORT_PLAN_STATE_SUSPENDED)
        return refuse(
            c, ERR_CONFLICT,
            "達成のようすを書けるのは、見直しのときです。先に見直しを始めてください。");
    if (!sql_support_rating_add(
            c, &(struct sql_support_rating_add_in){ .rating_id = id_new(c),
                                                    .goal_id = id,
                                                    .plan_id = g.plan_id,
                                                    .case_id = p.case_id,
                                                    .rating = f->rating,
                                                    .words = f->words,
                                                    .post_id = c->viewer->post,
                                                    .now = c->now }))
        return false;
    shown_note(c, SHOWN_CASE, p.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = g.plan_id.id;
    out->place = support_place(c, g.plan_id, "rated");
    return true;
}

bool
desk_support_rate_show(struct ctx *c,
                       struct support_goal_id id,
                       struct support_form_view *out)
{
    struct sql_support_goal_one_row g;
    struct sql_support_plan_one_row p;

    if (!load_goal(c, id, &g, &p))
        return false;
    policy_show_support_form(
        c,
        &(struct support_form_parts){ .title = "達成のようすを書く",
                                      .lead = g.words,
                                      .kind = "support-goals",
                                      .id = id.id,
                                      .rest = "/rating",
                                      .plan = g.plan_id,
                                      .back = "",
                                      .button = "書く" },
        out);
    return desk_case_head(c, p.case_id, CASE_TAB_PLAN, &out->head);
}

/* The plan's own desk, or the agency whose line it is. */
static bool
load_line(struct ctx *c,
          struct support_item_id id,
          struct sql_support_item_one_row *i,
          struct sql_support_plan_one_row *p)
{
    struct facts facts;

    if (!sql_support_item_one(
            c,
            &(struct sql_support_item_one_in){
                .item_id = id, .subjects = desk_subjects(c), .now = c->now },
            i))
        return false;
    if (!id_same(i->desk_id.id, c->viewer->desk.id))
        return support_load(c, i->plan_id, p);
    return sql_support_plan_one(
               c,
               &(struct sql_support_plan_one_in){
                   .plan_id = i->plan_id, .subjects = desk_subjects(c), .now = c->now },
               p)
           && desk_allow(c, p->case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts);
}

bool
desk_support_state(struct ctx *c,
                   struct support_item_id id,
                   const struct form_support_state *f,
                   struct outcome *out)
{
    const bool over =
        f->state == SUPPORT_ITEM_STATE_DONE || f->state == SUPPORT_ITEM_STATE_STOPPED;
    struct sql_support_item_one_row i;
    struct sql_support_plan_one_row p;

    if (!load_line(c, id, &i, &p))
        return false;
    if (!support_plan_in_force(p.state))
        return refuse(c, ERR_CONFLICT,
                      "このプランは、いま「%"
                      "s」です。ようすを書けるのは、支援しているあいだです。",
                      support_plan_state_label(p.state));
    if (!sql_support_item_state(
            c, &(struct sql_support_item_state_in){ .item_id = id,
                                                    .state = f->state,
                                                    .state_words = f->words,
                                                    .subjects = desk_subjects(c),
                                                    .now = c->now })
        || (over && !desk_clear_duty(c, DUTY_SUPPORT_ITEM, id.id)))
        return false;
    shown_note(c, SHOWN_CASE, p.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = i.plan_id.id;
    out->place = support_place(c, i.plan_id, "noted");
    return desk_keep_version(c, id_new(c), 1, "support_state", p.case_id,
                             support_item_state_label(f->state),
                             desk_form_text(c, &form_support_state_def, f));
}

bool
desk_support_state_show(struct ctx *c,
                        struct support_item_id id,
                        struct support_form_view *out)
{
    struct sql_support_item_one_row i;
    struct sql_support_plan_one_row p;

    if (!load_line(c, id, &i, &p))
        return false;
    policy_show_support_form(
        c,
        &(struct support_form_parts){ .title = "役割のようすを書く",
                                      .lead = i.what,
                                      .kind = "support-items",
                                      .id = id.id,
                                      .rest = "/state",
                                      .plan = i.plan_id,
                                      .back = "",
                                      .button = "書く" },
        out);
    return desk_case_head(c, p.case_id, CASE_TAB_PLAN, &out->head);
}
