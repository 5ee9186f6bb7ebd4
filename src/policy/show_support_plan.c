#include "show_support_plan.h"

#include "../base/day.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/plan.h"
#include "../domain/support_plan.h"
#include "mask.h"
#include "show.h"
#include "show_support_part.h"
#include "shown.h"

enum own
support_plan_owns(struct ctx *c,
                  const struct facts *facts,
                  enum support_plan_kind kind,
                  struct desk_id desk)
{
    if (id_same(desk.id, c->viewer->desk.id))
        return role_shares_desk(c->viewer->role) ? OWN_DESK : OWN_NONE;
    return kind == SUPPORT_PLAN_KIND_MULTI_AGENCY && facts->part == PART_LEAD
               ? OWN_DESK
               : OWN_NONE;
}

static const char *
days_of(struct ctx *c, struct day from, struct day until)
{
    if (!day_known(from) && !day_known(until))
        return NULL;
    return arena_printf(c->mem, "%s から %s",
                        day_known(from) ? day_ja(c->mem, from) : "―",
                        day_known(until) ? day_ja(c->mem, until) : "―");
}

static const char *
title_of(struct ctx *c, enum support_plan_kind kind, int64_t round, int64_t edition)
{
    const char *again = round > 1 ? arena_printf(c->mem, "（%d回目）", (int)round) : "";

    return arena_printf(c->mem, "%s%s　第%d版", support_plan_kind_label(kind), again,
                        (int)edition);
}

static const char *
full(const char *s)
{
    return s && *s ? s : NULL;
}

static void
show_versions(struct support_show *m)
{
    const struct sql_support_plan_list_rows *rows = &m->r->plans;

    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_support_plan_list_row *p = &rows->v[i];
        const bool current = id_same(p->plan_id.id, m->r->id.id);

        *VEC_PUSH(m->c->mem, &m->out->versions) = (struct link_view){
            .path = show_path(m->c, "support-plans", p->plan_id.id, ""),
            .text = arena_printf(m->c->mem, "%s　%s",
                                 title_of(m->c, p->kind, p->round, p->edition),
                                 support_plan_state_label(p->state)),
            .current = current,
        };
    }
}

static const struct sql_support_step_list_row *
step_with(const struct support_records *r, enum support_plan_move move)
{
    for (size_t i = 0; i < r->steps.n; i++)
        if (r->steps.v[i].move == move)
            return &r->steps.v[i];
    return NULL;
}

/* The four moments of a plan: made, changed, ended, suspended. */
static void
show_stages(struct support_show *m)
{
    const struct sql_support_plan_one_row *p = &m->r->plan;
    const bool first = p->edition == 1;
    const bool ended = p->state == SUPPORT_PLAN_STATE_CLOSED
                       || p->state == SUPPORT_PLAN_STATE_FOLLOW_UP;
    const bool ending = p->state == SUPPORT_PLAN_STATE_ENDING;
    const bool stopped = p->state == SUPPORT_PLAN_STATE_SUSPENDED
                         || p->state == SUPPORT_PLAN_STATE_PAUSING;
    const char *decided =
        day_known(p->decided_on) ? day_short(m->c->mem, p->decided_on) : "まだ";
    const struct support_stage_view all[] = {
        { "1", "策定", first ? decided : "済み",
          first && !day_known(p->decided_on) ? "now" : "done" },
        { "2", "変更", first ? "まだ" : decided,
          first                      ? ""
          : day_known(p->decided_on) ? "done"
                                     : "now" },
        { "3", "終結", ended ? day_short(m->c->mem, p->ended_on) : "まだ",
          ended    ? "done"
          : ending ? "now"
                   : "" },
        { "4", "中断",
          p->state == SUPPORT_PLAN_STATE_SUSPENDED ? "中断しています"
                                                   : "連絡がとれないとき",
          stopped ? "now" : "" },
    };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        *VEC_PUSH(m->c->mem, &m->out->stages) = all[i];
}

static void
add_pair(struct support_show *m,
         struct support_pair_list *to,
         const char *label,
         enum item_class item,
         const char *text,
         bool late)
{
    text = mask_text(&m->d, item, full(text));
    if (text)
        *VEC_PUSH(m->c->mem, to) =
            (struct support_pair_view){ .label = label, .text = text, .late = late };
}

static const char *
use_text(struct ctx *c, enum support_use use, const char *why)
{
    return use ? arena_printf(c->mem, "%s　%s", support_use_label(use), why) : why;
}

static void
show_watch(struct support_show *m)
{
    const struct sql_support_plan_one_row *p = &m->r->plan;
    struct support_pair_list *to = &m->out->watch;
    const bool known = day_known(p->monitor_on);
    const char *monitor =
        known ? arena_printf(m->c->mem, "%s　%s", day_ja(m->c->mem, p->monitor_on),
                             p->monitor_how)
              : "決まっていません";

    add_pair(m, to, "次のモニタリング", ITEM_COORDINATION, monitor, !known);
    add_pair(m, to, "主担当機関", ITEM_COORDINATION,
             p->lead ? p->lead : "決まっていません", !p->lead);
    add_pair(m, to, "アウトリーチ", ITEM_WELFARE,
             use_text(m->c, p->outreach_use, p->outreach_why), false);
    add_pair(m, to, "参加支援", ITEM_WELFARE,
             use_text(m->c, p->participation_use, p->participation_why), false);
    add_pair(m, to, "急ぐとき", ITEM_SAFETY, p->urgent_how, false);
}

/*
 * Where it was decided. That a 支援会議 took place is known to whom the plan is, and to nobody
 * else. Source: practice rule 15.
 */
static const char *
where_of(const struct support_show *m, const struct sql_support_step_list_row *s)
{
    if (!s->way || (s->way == SUPPORT_WAY_CONFERENCE && m->own == OWN_NONE))
        return NULL;
    return *s->body ? s->body : support_way_label(s->way);
}

static void
show_events(struct support_show *m)
{
    for (size_t i = 0; i < m->r->steps.n; i++) {
        const struct sql_support_step_list_row *s = &m->r->steps.v[i];
        const struct day day = day_known(s->held_on) ? s->held_on : day_of(s->at);
        const char *why = *s->words
                              ? arena_printf(m->c->mem, "%s　%s", s->reason, s->words)
                              : s->reason;

        *VEC_PUSH(m->c->mem, &m->out->events) = (struct support_event_view){
            .day = mask_text(&m->d, ITEM_COORDINATION, day_short(m->c->mem, day)),
            .text = mask_text(&m->d, ITEM_COORDINATION,
                              arena_printf(m->c->mem, "%s　→　%s",
                                           support_plan_move_label(s->move),
                                           support_plan_state_label(s->after))),
            .where = mask_text(&m->d, ITEM_COORDINATION, where_of(m, s)),
            .who = mask_text(&m->d, ITEM_COORDINATION,
                             arena_printf(m->c->mem, "%s %s", s->desk, s->who)),
            .why = mask_text(&m->d, ITEM_WELFARE, full(why)),
        };
    }
}

static void
show_boxes(struct support_show *m)
{
    for (size_t i = 0; i < m->r->approvals.n; i++) {
        const struct sql_support_approval_list_row *b = &m->r->approvals.v[i];
        const char *note =
            b->way > APPROVAL_WAY_NORMAL ? approval_way_label(b->way) : NULL;

        if (b->way == APPROVAL_WAY_ON_PAPER)
            note = arena_printf(m->c->mem, "紙で決裁　%s", b->paper_number);
        *VEC_PUSH(m->c->mem, &m->out->boxes) = (struct support_box_view){
            .label = b->label,
            .stamp = b->state == APPROVAL_STATE_WAITING ? NULL : b->approver,
            .day = day_known(b->paper_on) ? day_short(m->c->mem, b->paper_on)
                   : b->at                ? day_short(m->c->mem, day_of(b->at))
                                          : NULL,
            .note = note,
        };
    }
}

static void
show_parties(struct support_show *m)
{
    for (size_t i = 0; i < m->r->agreements.n; i++) {
        const struct sql_support_agreement_list_row *a = &m->r->agreements.v[i];

        add_pair(m, &m->out->agreed, a->party, ITEM_COORDINATION,
                 arena_printf(m->c->mem, "%s　%s　%s", support_stand_label(a->stand),
                              a->words, day_short(m->c->mem, a->held_on)),
                 a->stand == SUPPORT_STAND_DISAGREES);
    }
}

static void
show_requests(struct support_show *m)
{
    for (size_t i = 0; i < m->r->requests.n; i++) {
        const struct sql_support_request_list_row *q = &m->r->requests.v[i];
        struct facts f = *m->facts;
        struct decision d;

        f.own = viewer_owns(m->c->viewer, q->desk_id, q->post_id);
        if (f.own == OWN_NONE)
            f.own = m->own;
        d = policy_decide(ACT_VIEW, &f);
        if (!decision_allows(&d, ITEM_WELFARE))
            continue;
        *VEC_PUSH(m->c->mem, &m->out->requests) = (struct support_pair_view){
            .label = support_request_kind_label(q->kind),
            .text = arena_printf(
                m->c->mem, "%s　%s%s%s　%s", day_short(m->c->mem, q->on_day),
                q->requester, q->way ? "　" : "",
                q->way ? support_request_way_label(q->way) : "", q->words),
        };
    }
}

static const struct {
    enum support_plan_state state;
    enum support_plan_move move;
    const char *text;
    bool main;
} ACTS[] = {
    { SUPPORT_PLAN_STATE_DRAFT, SUPPORT_PLAN_MOVE_LAY, "会議にかける", true },
    { SUPPORT_PLAN_STATE_DRAFT, SUPPORT_PLAN_MOVE_WITHDRAW, "案を取り下げる", false },
    { SUPPORT_PLAN_STATE_LAID, SUPPORT_PLAN_MOVE_FIT, "会議で「適切」となった", true },
    { SUPPORT_PLAN_STATE_LAID, SUPPORT_PLAN_MOVE_MEND, "会議で「修正・再検討」となった",
      false },
    { SUPPORT_PLAN_STATE_LAID, SUPPORT_PLAN_MOVE_TAKE_BACK, "案に戻す", false },
    { SUPPORT_PLAN_STATE_JUDGED, SUPPORT_PLAN_MOVE_SEND_BACK, "差し戻す", false },
    { SUPPORT_PLAN_STATE_DECIDED, SUPPORT_PLAN_MOVE_START, "支援を始める", true },
    { SUPPORT_PLAN_STATE_REVIEW, SUPPORT_PLAN_MOVE_KEEP_ON, "このまま続ける", true },
    { SUPPORT_PLAN_STATE_REVIEW, SUPPORT_PLAN_MOVE_PROPOSE_END, "終結にかける", false },
    { SUPPORT_PLAN_STATE_REVIEW, SUPPORT_PLAN_MOVE_PROPOSE_PAUSE, "中断にかける",
      false },
    { SUPPORT_PLAN_STATE_ENDING, SUPPORT_PLAN_MOVE_END, "終結と決まった", true },
    { SUPPORT_PLAN_STATE_ENDING, SUPPORT_PLAN_MOVE_STAY, "終結しない", false },
    { SUPPORT_PLAN_STATE_PAUSING, SUPPORT_PLAN_MOVE_PAUSE, "中断と決まった", true },
    { SUPPORT_PLAN_STATE_PAUSING, SUPPORT_PLAN_MOVE_STAY, "中断しない", false },
    { SUPPORT_PLAN_STATE_SUSPENDED, SUPPORT_PLAN_MOVE_RESUME, "再開と決まった", true },
    { SUPPORT_PLAN_STATE_SUSPENDED, SUPPORT_PLAN_MOVE_PROPOSE_END, "終結にかける",
      false },
    { SUPPORT_PLAN_STATE_FOLLOW_UP, SUPPORT_PLAN_MOVE_FOLLOWED,
      "フォローアップを終える", true },
    { SUPPORT_PLAN_STATE_FOLLOW_UP, SUPPORT_PLAN_MOVE_REOPEN, "再び受け付ける", false },
    { SUPPORT_PLAN_STATE_CLOSED, SUPPORT_PLAN_MOVE_REOPEN, "再び受け付ける", false },
};

static void
show_acts(struct support_show *m)
{
    if (!m->may_write)
        return;
    for (size_t i = 0; i < sizeof ACTS / sizeof *ACTS; i++)
        if (ACTS[i].state == m->r->plan.state)
            *VEC_PUSH(m->c->mem, &m->out->acts) = (struct support_act_view){
                .path = show_path(m->c, "support-plans", m->r->id.id,
                                  arena_printf(m->c->mem, "/moves/%s",
                                               support_plan_move_code(ACTS[i].move))),
                .text = ACTS[i].text,
                .main = ACTS[i].main,
            };
}

/* A deputy has decided; the one who was away has yet to look at it. */
static bool
has_deputy(const struct support_records *r)
{
    for (size_t i = 0; i < r->approvals.n; i++)
        if (r->approvals.v[i].way == APPROVAL_WAY_DEPUTY)
            return true;
    return false;
}

/* Whether any issue may want a reason for having no line in the plan. */
static bool
open_issues(const struct support_issues *all)
{
    for (size_t i = 0; i < all->n; i++)
        if (all->v[i].open)
            return true;
    return false;
}

static void
show_paths(struct support_show *m)
{
    struct support_plan_view *v = m->out;
    const struct id id = m->r->id.id;
    const enum support_plan_state state = m->r->plan.state;

    v->path = show_path(m->c, "support-plans", id, "");
    v->print_path = show_path(m->c, "support-plans", id, "/print");
    v->paper_path = show_path(m->c, "support-plans", id, "/plan.pdf");
    if (day_known(m->r->plan.decided_on))
        v->then_path = show_path(m->c, "support-plans", id, "/plan.pdf?as=decided");
    for (size_t i = 0; i < m->r->reviews.n; i++)
        if (m->r->reviews.v[i].kind == SUPPORT_REVIEW_KIND_EVALUATION)
            v->rated_path = show_path(m->c, "support-plans", id, "/evaluation.pdf");
    if (m->r->has_before)
        v->compare_path = show_path(m->c, "support-plans", id, "/compare");
    if (!m->may_write)
        return;
    if (m->r->to_report)
        v->report_path = show_path(m->c, "support-plans", id, "/reported");
    if (support_plan_is_open(state)) {
        v->may_write = true;
        v->edit_path = show_path(m->c, "support-plans", id, "/edit");
        v->save_path = v->path;
        v->goal_path = show_path(m->c, "support-plans", id, "/goals");
        v->item_path = show_path(m->c, "support-plans", id, "/items");
        if (open_issues(&m->r->issues))
            v->bare_path = show_path(m->c, "support-plans", id, "/uncovered");
    }
    if (state == SUPPORT_PLAN_STATE_LAID || state == SUPPORT_PLAN_STATE_ENDING
        || state == SUPPORT_PLAN_STATE_PAUSING)
        v->agenda_path = show_path(m->c, "cases", m->case_id.id, "/meetings");
    if (state == SUPPORT_PLAN_STATE_LAID)
        v->agree_path = show_path(m->c, "support-plans", id, "/agreements");
    if (state >= SUPPORT_PLAN_STATE_DECIDED && state <= SUPPORT_PLAN_STATE_SUSPENDED)
        v->watch_path = show_path(m->c, "support-plans", id, "/watchers");
    if (state == SUPPORT_PLAN_STATE_UNDER_WAY || state == SUPPORT_PLAN_STATE_REVIEW
        || state == SUPPORT_PLAN_STATE_SUSPENDED)
        v->review_path = show_path(m->c, "support-plans", id, "/review");
    if (state == SUPPORT_PLAN_STATE_JUDGED || has_deputy(m->r))
        v->approve_path = show_path(m->c, "support-plans", id, "/approvals");
}

/* What a line of each kind of plan is counted under. Source: R-004. */
static const char *
law_of(enum support_plan_kind kind)
{
    return kind == SUPPORT_PLAN_KIND_MULTI_AGENCY ? "第5号・第6号"
           : kind == SUPPORT_PLAN_KIND_OUTREACH   ? "第4号"
                                                  : "第2号";
}

static void
show_plan(struct support_show *m)
{
    const struct sql_support_plan_one_row *p = &m->r->plan;
    struct support_plan_view *v = m->out;
    const struct decision *d = &m->d;
    const struct sql_support_step_list_row *laid =
        step_with(m->r, SUPPORT_PLAN_MOVE_LAY);

    v->there = true;
    v->id = arena_strdup(m->c->mem, m->r->id.id.s);
    v->title =
        arena_printf(m->c->mem, "%s%s", title_of(m->c, p->kind, p->round, p->edition),
                     p->state == SUPPORT_PLAN_STATE_DRAFT ? "（案）" : "");
    v->state = support_plan_state_label(p->state);
    v->tone = support_plan_in_force(p->state) ? "ok" : "";
    v->items_of_law = law_of(p->kind);
    v->span = mask_text(d, ITEM_COORDINATION, days_of(m->c, p->from_on, p->until_on));
    v->made = mask_text(
        d, ITEM_COORDINATION,
        arena_printf(m->c->mem, "作成　%s %s　%s", p->desk, p->who,
                     day_short(m->c->mem, day_of(laid ? laid->at : p->made_at))));
    v->problem = mask_text(d, ITEM_WELFARE, full(p->problem));
    v->own_goal = mask_text(d, ITEM_WELFARE, full(p->own_goal));
    v->unheard = mask_text(d, ITEM_WELFARE, full(p->unheard));
    v->household_goal = mask_text(d, ITEM_WELFARE, full(p->household_goal));
    v->interim_goal = mask_text(d, ITEM_WELFARE, full(p->interim_goal));
    v->policy = mask_text(d, ITEM_WELFARE, full(p->policy));
    v->own_part = mask_text(d, ITEM_WELFARE, full(p->own_part));
    if (!*p->interim_goal
        && m->r->demands & SUPPORT_DEMAND(SUPPORT_DEMAND_INTERIM_GOAL))
        v->interim_missing = mask_text(d, ITEM_WELFARE, "決まっていません");
    v->version = arena_printf(m->c->mem, "%lld", (long long)p->version);
    v->consent = mask_text(d, ITEM_COORDINATION,
                           m->r->consent ? "同意あり" : "有効な同意がありません");
    v->consent_late = !m->r->consent;
}

void
policy_show_support_checks(struct ctx *c,
                           uint32_t asked,
                           uint32_t lacks,
                           struct support_check_list *out)
{
    for (int i = 1; i < SUPPORT_DEMAND_N; i++)
        if (asked & SUPPORT_DEMAND(i))
            *VEC_PUSH(c->mem, out) = (struct support_check_view){
                .label = support_demand_label((enum support_demand)i),
                .done = !(lacks & SUPPORT_DEMAND(i)),
                .note = lacks & SUPPORT_DEMAND(i) ? "まだです" : NULL,
            };
}

void
policy_show_support_form(struct ctx *c,
                         const struct support_form_parts *p,
                         struct support_form_view *out)
{
    *out = (struct support_form_view){
        .title = p->title,
        .lead = p->lead,
        .path = show_path(c, p->kind, p->id, p->rest),
        .back_path = id_none(p->case_id.id)
                         ? show_path(c, "support-plans", p->plan.id, p->back)
                         : show_path(c, "cases", p->case_id.id, "/plan"),
        .button = p->button,
        .version =
            p->version ? arena_printf(c->mem, "%lld", (long long)p->version) : NULL,
        .grave = p->grave,
    };
    policy_show_support_checks(c, p->asked, p->lacks, &out->checks);
}

static void
show_checks(struct support_show *m)
{
    const struct support_records *r = m->r;

    if (!r->next || !m->may_write)
        return;
    m->out->checks_title =
        arena_printf(m->c->mem, "「%s」の前に", support_plan_move_label(r->next));
    policy_show_support_checks(m->c,
                               support_plan_asked(r->next, r->plan.kind, r->demands),
                               r->lacks, &m->out->checks);
}

void
policy_show_support_plan(struct ctx *c,
                         const struct facts *facts,
                         struct case_id id,
                         const struct support_records *r,
                         struct support_plan_view *out)
{
    struct support_show m = {
        .c = c, .case_id = id, .facts = facts, .r = r, .out = out
    };
    struct facts f = *facts;
    struct decision d;

    f.own = r->plan.state ? support_plan_owns(c, facts, r->plan.kind, r->plan.desk_id)
                          : OWN_NONE;
    m.own = f.own;
    m.d = policy_decide(ACT_VIEW, &f);
    d = policy_decide(ACT_WRITE, &f);
    m.may_write = decision_allows(&d, ITEM_WELFARE);
    f.own = OWN_SELF;
    d = policy_decide(ACT_WRITE, &f);
    *out = (struct support_plan_view){
        .plan_path = show_path(c, "cases", id.id, "/plan"),
        .new_path = decision_allows(&d, ITEM_WELFARE)
                        ? show_path(c, "cases", id.id, "/plan")
                        : NULL,
        .request_path = show_path(c, "cases", id.id, "/plan/requests"),
        .scheme_path = show_path(c, "cases", id.id, "/plan/schemes"),
        .direct_path = show_path(c, "cases", id.id, "/plan/direct"),
    };
    show_requests(&m);
    show_support_schemes(&m);
    shown_note(c, SHOWN_CASE, id.id, m.d.allow, m.d.grounds);
    show_versions(&m);
    if (!r->plan.state)
        return;
    show_plan(&m);
    show_stages(&m);
    show_support_content(&m);
    show_support_reviews(&m);
    show_watch(&m);
    show_events(&m);
    show_boxes(&m);
    show_parties(&m);
    show_paths(&m);
    show_acts(&m);
    show_checks(&m);
}
