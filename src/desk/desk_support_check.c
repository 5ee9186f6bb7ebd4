#include "desk_support_plan.h"

#include "desk_support_part.h"

#include "../domain/town.h"

/* The field of the form where a missing part is mended; the demand's own name else. */
static bool
say_lacks(struct ctx *c, uint32_t lacks, const struct support_stock *stock)
{
    for (int i = 1; i < SUPPORT_DEMAND_N; i++) {
        const enum support_demand d = (enum support_demand)i;

        if (!(lacks & SUPPORT_DEMAND(d)))
            continue;
        if (d == SUPPORT_DEMAND_EACH_ISSUE) {
            for (size_t b = support_plan_bare_issue(&stock->facts, 0);
                 b < stock->facts.n_issues;
                 b = support_plan_bare_issue(&stock->facts, b + 1))
                refuse_field(c, stock->issues.v[b].id.s,
                             "課題「%s」に、支援内容か、書かない理由を書いてください。",
                             stock->issues.v[b].label);
        } else if (d == SUPPORT_DEMAND_REASON) {
            refuse_field(c, "reason", "「理由」を書いてください。");
        } else if (d == SUPPORT_DEMAND_FOLLOW_UP) {
            refuse_field(
                c, "follow_use",
                "「フォローアップ」が要るときは日と方法を、要らないときは理由を"
                "書いてください。");
        } else if (d == SUPPORT_DEMAND_GOALS_RATED) {
            refuse_field(c, "goals_rated",
                         "「目標ごとの評価」がそろっていません。%zuのうち%zuです。",
                         stock->facts.n_goals, stock->facts.n_rated);
        } else if (d == SUPPORT_DEMAND_OWN_GOAL) {
            refuse_field(c, "own_goal",
                         "「本人の目標」を書くか、まだ聞けない理由を書いてください。");
        } else if (d == SUPPORT_DEMAND_AGREEMENT) {
            refuse_field(c, "agreement",
                         "プランに名前のある機関の合意がそろっていません。"
                         "%zu機関のうち%zu機関です。",
                         stock->facts.n_parties, stock->facts.n_agreed);
        } else {
            refuse_field(c, support_demand_code(d), "「%s」がありません。",
                         support_demand_label(d));
        }
    }
    return lacks == 0;
}

bool
support_is_end(enum support_plan_move move)
{
    return move == SUPPORT_PLAN_MOVE_END || move == SUPPORT_PLAN_MOVE_END_FOLLOWED
           || move == SUPPORT_PLAN_MOVE_PROPOSE_END;
}

static bool
is_pause(enum support_plan_move move)
{
    return move == SUPPORT_PLAN_MOVE_PAUSE || move == SUPPORT_PLAN_MOVE_PROPOSE_PAUSE;
}

/* What the form of the move adds to what the plan holds. */
static void
take_form(const struct sql_support_plan_one_row *p,
          enum support_plan_move move,
          const struct form_support_move *f,
          struct support_plan_facts *facts)
{
    facts->reason = *f->reason != '\0';
    if (is_pause(move))
        facts->reason |= *f->pausing != '\0';
    if (!support_is_end(move))
        return;
    facts->reason |= *f->closing != '\0' || *p->closing_reason != '\0';
    facts->lead_after |= !id_none(f->lead_after.id);
    if (f->follow_use)
        facts->follow_up = f->follow_use == SUPPORT_USE_NEEDED
                               ? day_known(f->follow_on) && *f->follow_how
                               : *f->follow_why != '\0';
    if (*f->closing)
        facts->closes_itself = support_closes_itself(f->closing);
}

bool
support_load_stock(struct ctx *c,
                   struct support_plan_id id,
                   const struct sql_support_plan_one_row *p,
                   enum support_plan_move move,
                   struct support_stock *stock)
{
    if (!support_plan_after(p->state, move))
        return refuse(
            c, ERR_CONFLICT,
            "このプランは、いま「%s」です。「%s」はできません。画面を開き直して、"
            "今のようすを確かめてください。",
            support_plan_state_label(p->state), support_plan_move_label(move));
    return support_stock(c, id, p, stock);
}

bool
support_check_whole(struct ctx *c,
                    const struct sql_support_plan_one_row *p,
                    enum support_plan_move move,
                    const struct form_support_move *f,
                    struct support_stock *stock)
{
    const uint32_t demands = support_plan_demands(c->town->profile, &c->town->settings);

    take_form(p, move, f, &stock->facts);
    return say_lacks(c, support_plan_lacks(move, p->kind, demands, &stock->facts),
                     stock);
}

static bool
needs_way(enum support_plan_move move)
{
    return move == SUPPORT_PLAN_MOVE_FIT || move == SUPPORT_PLAN_MOVE_MEND
           || move == SUPPORT_PLAN_MOVE_END || move == SUPPORT_PLAN_MOVE_END_FOLLOWED
           || move == SUPPORT_PLAN_MOVE_STAY || move == SUPPORT_PLAN_MOVE_PAUSE
           || move == SUPPORT_PLAN_MOVE_RESUME;
}

bool
support_check_way(struct ctx *c,
                  const struct sql_support_plan_one_row *p,
                  enum support_plan_move move,
                  const struct form_support_move *f,
                  bool consent)
{
    bool good = true;

    if (day_known(f->held_on) && f->held_on.n > day_of(c->now).n)
        good = refuse_field(c, "held_on",
                            "「決めた日」は、きょうまでの日にしてください。");
    if (!needs_way(move))
        return good;
    if (!day_known(f->held_on))
        good = refuse_field(c, "held_on", "「決めた日・会議の日」を書いてください。");
    if (!f->way)
        return refuse_field(c, "way", "「どこで決めたか」を選んでください。");
    if (!support_way_allowed(move, p->kind, f->way, consent))
        return refuse_field(
            c, "way",
            consent
                ? "本人の同意があるので、重層的支援会議で決めます。"
                : "有効な同意がありません。支援会議か所属長の決裁で決めるか、先に同意を"
                  "確かめてください。");
    return good;
}
