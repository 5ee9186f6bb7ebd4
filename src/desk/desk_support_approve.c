#include "desk_support_plan.h"

#include "desk_support_part.h"

#include "../base/text.h"
#include "../domain/duty_rule.h"
#include "../domain/town.h"
#include "../domain/working_day.h"
#include "../policy/shown.h"

/* The person who drafted it, in whatever post, does not approve. */
static bool
may_approve(struct ctx *c,
            const struct sql_support_plan_one_row *p,
            const struct form_support_approval *f)
{
    const bool on_paper = f->way == APPROVAL_WAY_ON_PAPER;
    struct facts facts;
    struct decision d;

    if (!store_facts_of_case(c, p->case_id, &facts))
        return false;
    facts.own = support_plan_owns(c, &facts, p->kind, p->desk_id);
    if (id_same(p->account_id.id, c->viewer->account.id))
        facts.paper = PAPER_DRAFTER;
    d = policy_decide(on_paper && facts.paper == PAPER_NONE ? ACT_WRITE : ACT_DECIDE,
                      &facts);
    if (decision_allows(&d, ITEM_WELFARE))
        return true;
    if (facts.paper == PAPER_DRAFTER)
        return refuse(
            c, ERR_RULE,
            "起案した人は、自分の案を決裁できません。ほかの決裁者に回してください。");
    return refuse_item(c, &d, ACT_DECIDE, ITEM_WELFARE);
}

static bool
check_paper(struct ctx *c,
            const struct sql_support_plan_one_row *p,
            const struct form_support_approval *f)
{
    bool good = true;

    if (f->way != APPROVAL_WAY_ON_PAPER)
        return true;
    if (!*f->approver)
        good = refuse_field(c, "approver", "「紙で決裁した人」を書いてください。");
    if (text_same(f->approver, p->who))
        good = refuse_field(
            c, "approver",
            "起案した人は、自分の案を決裁できません。決裁した人を書いてください。");
    if (!*f->paper_number)
        good = refuse_field(c, "paper_number", "「文書番号」を書いてください。");
    if (!day_known(f->paper_on) || f->paper_on.n > day_of(c->now).n)
        good = refuse_field(c, "paper_on",
                            "「決裁日」を、きょうまでの日で書いてください。");
    return good;
}

/* 後閲 looks at a box that a deputy has filled; all others fill the first that waits. */
static const struct sql_support_approval_list_row *
box_for(const struct sql_support_approval_list_rows *rows, enum approval_way way)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_support_approval_list_row *b = &rows->v[i];

        if (way == APPROVAL_WAY_AFTERWARDS ? b->way == APPROVAL_WAY_DEPUTY
                                           : b->state == APPROVAL_STATE_WAITING)
            return b;
    }
    return NULL;
}

static bool
fill(struct ctx *c,
     const struct sql_support_approval_list_row *b,
     const struct form_support_approval *f)
{
    const bool on_paper = f->way == APPROVAL_WAY_ON_PAPER;

    return sql_support_approval_fill(
        c, &(struct sql_support_approval_fill_in){
               .approval_id = b->approval_id,
               .state = APPROVAL_STATE_APPROVED,
               .way = f->way ? f->way : APPROVAL_WAY_NORMAL,
               .approver = on_paper ? f->approver : c->viewer->name,
               .post_id = c->viewer->post,
               .now = c->now,
               .paper_number = f->paper_number,
               .paper_on = f->paper_on,
               .words = f->words,
               .subjects = desk_subjects(c) });
}

/* Each box another person's: a second signature by the same hand is none. */
static bool
check_hands(struct ctx *c,
            const struct sql_support_approval_list_rows *rows,
            const struct form_support_approval *f)
{
    if (f->way == APPROVAL_WAY_ON_PAPER || f->way == APPROVAL_WAY_AFTERWARDS)
        return true;
    for (size_t i = 0; i < rows->n; i++)
        if (rows->v[i].state == APPROVAL_STATE_APPROVED
            && id_same(rows->v[i].post_id.id, c->viewer->post.id))
            return refuse(c, ERR_RULE,
                          "ひとりで2つの欄は決裁できません。ほかの決裁者に回すか、"
                          "「専決」を選んでください。");
    return true;
}

/* What a draft must hold is asked once more: it may have lost its consent meanwhile. */
static bool
check_whole(struct ctx *c,
            struct support_plan_id id,
            const struct sql_support_plan_one_row *p)
{
    struct support_stock stock;
    uint32_t lacks;

    if (!support_stock(c, id, p, &stock))
        return false;
    lacks = support_plan_lacks(
        SUPPORT_PLAN_MOVE_APPROVE, p->kind,
        support_plan_demands(c->town->profile, &c->town->settings), &stock.facts);
    for (int i = 1; i < SUPPORT_DEMAND_N; i++)
        if (lacks & SUPPORT_DEMAND(i))
            refuse_field(c, support_demand_code((enum support_demand)i),
                         "「%s」がないので、支援決定できません。",
                         support_demand_label((enum support_demand)i));
    return lacks == 0;
}

static bool
load_boxes(struct ctx *c,
           struct support_plan_id id,
           struct sql_support_approval_list_rows *rows)
{
    *rows = (struct sql_support_approval_list_rows){ 0 };
    return sql_support_approval_list(
        c,
        &(struct sql_support_approval_list_in){
            .plan_id = id, .subjects = desk_subjects(c), .now = c->now },
        rows);
}

static bool
all_filled(const struct sql_support_approval_list_rows *rows)
{
    for (size_t i = 0; i < rows->n; i++)
        if (rows->v[i].state != APPROVAL_STATE_APPROVED)
            return false;
    return true;
}

/* Who was away looks at it within the term of the town. Source: practice rule 19. */
static bool
put_after(struct ctx *c,
          struct support_plan_id id,
          const struct sql_support_plan_one_row *p)
{
    return desk_put_duty(c, p->case_id, DUTY_SUPPORT_AFTER, id.id, p->desk_id,
                         (struct post_id){ .id = { .s = "" } },
                         deadline_after(day_of(c->now), "deputy_approval_follow_up",
                                        &c->town->settings));
}

/* From the decision on each agency has its tasks; a changed plan's old ones end. */
static bool
put_decided(struct ctx *c,
            struct support_plan_id id,
            const struct sql_support_plan_one_row *p)
{
    const struct day today = day_of(c->now);

    return desk_clear_duty(c, DUTY_SUPPORT_APPROVE, id.id)
           && (id_none(p->previous_id.id) || support_clear_duties(c, p->previous_id))
           && support_put_duties(c, id, p)
           && desk_put_duty(c, p->case_id, DUTY_SUPPORT_START, id.id, p->desk_id,
                            p->post_id, p->from_on.n > today.n ? p->from_on : today);
}

bool
desk_support_approve(struct ctx *c,
                     struct support_plan_id id,
                     const struct form_support_approval *f,
                     struct outcome *out)
{
    const bool afterwards = f->way == APPROVAL_WAY_AFTERWARDS;
    struct sql_support_approval_list_rows rows;
    struct sql_support_plan_one_row p;
    const struct sql_support_approval_list_row *box;

    if (!support_load(c, id, &p) || !may_approve(c, &p, f) || !load_boxes(c, id, &rows))
        return false;
    box = box_for(&rows, f->way);
    if (!box || (!afterwards && p.state != SUPPORT_PLAN_STATE_JUDGED))
        return refuse(c, ERR_CONFLICT,
                      "このプランは、いま「%s」です。決裁を待つ欄がありません。",
                      support_plan_state_label(p.state));
    if (!check_paper(c, &p, f) || !check_hands(c, &rows, f))
        return false;
    if (!afterwards && !check_whole(c, id, &p))
        return false;
    if (!fill(c, box, f) || !load_boxes(c, id, &rows))
        return false;
    while (f->way == APPROVAL_WAY_DELEGATED && (box = box_for(&rows, f->way)) != NULL)
        if (!fill(c, box, f) || !load_boxes(c, id, &rows))
            return false;
    shown_note(c, SHOWN_CASE, p.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->id = id.id;
    out->place = support_place(c, id, "approved");
    if (afterwards)
        return desk_clear_duty(c, DUTY_SUPPORT_AFTER, id.id);
    if (f->way == APPROVAL_WAY_DEPUTY && !put_after(c, id, &p))
        return false;
    if (!all_filled(&rows))
        return true;
    return put_decided(c, id, &p)
           && support_put_move(c, id, &p, SUPPORT_PLAN_MOVE_APPROVE,
                               &(struct support_how){ .way = SUPPORT_WAY_HEAD,
                                                      .held_on = f->paper_on,
                                                      .words = f->words });
}
