#include "show_support_part.h"

#include "../base/day.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/plan.h"
#include "../domain/support_plan.h"
#include "../domain/support_program.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

static const struct sql_support_item_list_row *
item_before(const struct support_records *r, struct id same_as)
{
    for (size_t i = 0; r->has_before && i < r->before.items.n; i++)
        if (id_same(r->before.items.v[i].item_id.id, same_as))
            return &r->before.items.v[i];
    return NULL;
}

static const char *
who_of(struct ctx *c, const struct sql_support_item_list_row *i)
{
    const char *agency = i->desk ? i->desk : i->party;

    if (i->part == SUPPORT_PART_FAMILY)
        return *i->worker ? i->worker : "本人・家族";
    if (!*agency)
        return NULL;
    return *i->worker ? arena_printf(c->mem, "%s %s", agency, i->worker) : agency;
}

static const char *
end_of(struct ctx *c, const struct sql_support_item_list_row *i)
{
    if (day_known(i->until_on))
        return day_short(c->mem, i->until_on);
    if (day_known(i->review_on))
        return arena_printf(c->mem, "%sに見直す", day_short(c->mem, i->review_on));
    return NULL;
}

/* A line in one sentence, to be set beside the later one. */
static const char *
say_item(struct ctx *c, const struct sql_support_item_list_row *i)
{
    const char *who = who_of(c, i);
    const char *end = end_of(c, i);

    return arena_printf(c->mem, "%s　%s　%s　%s", i->what,
                        who ? who : "決まっていません", i->frequency, end ? end : "");
}

static bool
item_late(const struct support_show *m, const struct sql_support_item_list_row *i)
{
    const bool open =
        i->state == SUPPORT_ITEM_STATE_PLANNED || i->state == SUPPORT_ITEM_STATE_GOING;

    return open && support_plan_in_force(m->r->plan.state) && day_known(i->until_on)
           && i->until_on.n < day_of(m->c->now).n;
}

/* An agency reads what it is to do itself; the rest as the plan is open to it. */
static struct decision
decision_of(const struct support_show *m, const struct sql_support_item_list_row *i)
{
    struct facts f = *m->facts;

    if (m->own != OWN_NONE || !id_same(i->desk_id.id, m->c->viewer->desk.id))
        return m->d;
    f.own = role_shares_desk(m->c->viewer->role) ? OWN_DESK : OWN_NONE;
    return policy_decide(ACT_VIEW, &f);
}

static void
mark_changes(struct support_show *m,
             const struct decision *d,
             const struct sql_support_item_list_row *i,
             struct support_line_view *v)
{
    const struct sql_support_item_list_row *was = item_before(m->r, i->same_as);

    if (!m->r->has_before)
        return;
    if (!was) {
        v->mark = "追加";
        v->tone = "add";
    } else if (!text_same(say_item(m->c, was), say_item(m->c, i))) {
        v->mark = "変更";
        v->tone = "chg";
        v->was = mask_text(d, ITEM_WELFARE, say_item(m->c, was));
    }
}

/* What the line is about: an issue of the case, or in words. */
static const char *
issue_of(const struct support_show *m, const struct sql_support_item_list_row *i)
{
    for (size_t n = 0; n < m->r->issues.n; n++)
        if (id_same(m->r->issues.v[n].id, i->issue_id))
            return m->r->issues.v[n].label;
    return *i->issue_words ? i->issue_words : NULL;
}

static struct support_line_view
line_of(struct support_show *m, const struct sql_support_item_list_row *i)
{
    const struct decision d = decision_of(m, i);
    const bool ours = m->may_write || id_same(i->desk_id.id, m->c->viewer->desk.id);
    struct support_line_view v = {
        .id = i->item_id.id.s,
        .anchor = arena_printf(m->c->mem, "i-%s", i->item_id.id.s),
        .what = mask_text(&d, ITEM_WELFARE, i->what),
        .issue = mask_text(&d, ITEM_COORDINATION, issue_of(m, i)),
        .part = support_part_label(i->part),
        .who = mask_text(&d, ITEM_COORDINATION, who_of(m->c, i)),
        .program = mask_text(
            &d, ITEM_WELFARE,
            support_program_label(m->c->mem, m->c->town->profile, i->program)),
        .frequency =
            mask_text(&d, ITEM_COORDINATION, *i->frequency ? i->frequency : NULL),
        .from = day_known(i->from_on)
                    ? mask_text(&d, ITEM_COORDINATION, day_short(m->c->mem, i->from_on))
                    : NULL,
        .until = mask_text(&d, ITEM_COORDINATION, end_of(m->c, i)),
        .state = mask_text(&d, ITEM_COORDINATION, support_item_state_label(i->state)),
        .state_words =
            mask_text(&d, ITEM_WELFARE, *i->state_words ? i->state_words : NULL),
        .late = mask_flag(&d, ITEM_COORDINATION, item_late(m, i)),
    };

    mark_changes(m, &d, i, &v);
    if (m->may_write && support_plan_is_open(m->r->plan.state))
        v.mend_path = show_path(m->c, "support-items", i->item_id.id, "");
    if (ours && support_plan_in_force(m->r->plan.state))
        v.state_path = show_path(m->c, "support-items", i->item_id.id, "/state");
    return v;
}

static void
add_lines(struct support_show *m,
          struct support_goal_id goal,
          struct support_line_list *to)
{
    const struct sql_support_item_list_rows *rows = &m->r->now.items;

    for (size_t i = 0; i < rows->n; i++)
        if (id_same(rows->v[i].goal_id.id, goal.id)) {
            const struct decision d = decision_of(m, &rows->v[i]);

            if (decision_allows(&d, ITEM_COORDINATION))
                *VEC_PUSH(m->c->mem, to) = line_of(m, &rows->v[i]);
        }
}

static const struct sql_support_goal_list_row *
goal_before(const struct support_records *r, struct id same_as)
{
    for (size_t i = 0; r->has_before && i < r->before.goals.n; i++)
        if (id_same(r->before.goals.v[i].goal_id.id, same_as))
            return &r->before.goals.v[i];
    return NULL;
}

static const char *
goal_mark(const struct support_show *m, const struct sql_support_goal_list_row *g)
{
    const struct sql_support_goal_list_row *was = goal_before(m->r, g->same_as);

    if (!m->r->has_before)
        return NULL;
    if (!was)
        return "追加";
    return text_same(was->words, g->words) && text_same(was->measure, g->measure)
               ? NULL
               : "変更";
}

/* The last word on how far the goal was reached. */
static void
add_rating(struct support_show *m,
           const struct sql_support_goal_list_row *g,
           struct support_goal_view *v)
{
    const enum support_plan_state state = m->r->plan.state;

    for (size_t i = 0; i < m->r->ratings.n && !v->rating; i++) {
        const struct sql_support_rating_list_row *r = &m->r->ratings.v[i];

        if (!id_same(r->goal_id.id, g->goal_id.id))
            continue;
        v->rating = mask_text(&m->d, ITEM_WELFARE, support_rating_label(r->rating));
        v->rating_words = mask_text(&m->d, ITEM_WELFARE, r->words);
    }
    if (m->may_write
        && (state == SUPPORT_PLAN_STATE_REVIEW
            || state == SUPPORT_PLAN_STATE_SUSPENDED))
        v->rate_path = show_path(m->c, "support-goals", g->goal_id.id, "/rating");
}

/* A goal is shown to who reads the plan, or has a line under it. */
static void
add_goal(struct support_show *m, const struct sql_support_goal_list_row *g, size_t n)
{
    struct support_goal_view v = {
        .id = g->goal_id.id.s,
        .anchor = arena_printf(m->c->mem, "g-%s", g->goal_id.id.s),
        .number = arena_printf(m->c->mem, "%zu", n),
        .words = mask_text(&m->d, ITEM_WELFARE, g->words),
        .whose = mask_text(&m->d, ITEM_WELFARE, *g->whose ? g->whose : NULL),
        .measure = mask_text(&m->d, ITEM_WELFARE, *g->measure ? g->measure : NULL),
        .mark = goal_mark(m, g),
    };

    add_rating(m, g, &v);
    add_lines(m, g->goal_id, &v.lines);
    if (m->may_write && support_plan_is_open(m->r->plan.state))
        v.mend_path = show_path(m->c, "support-goals", g->goal_id.id, "");
    if (v.words || v.lines.n)
        *VEC_PUSH(m->c->mem, &m->out->goals) = v;
}

static const char *
reason_for(const struct support_records *r, struct id issue)
{
    for (size_t i = 0; i < r->uncovered.n; i++)
        if (id_same(r->uncovered.v[i].issue_id, issue))
            return r->uncovered.v[i].reason;
    return NULL;
}

/* Issues without a line: why, or that nothing is said yet. Source: R-086. */
static void
show_bare(struct support_show *m)
{
    for (size_t n = 0; n < m->r->issues.n; n++) {
        const struct support_issue *issue = &m->r->issues.v[n];
        const char *reason = reason_for(m->r, issue->id);
        bool covered = !issue->open;

        for (size_t i = 0; i < m->r->now.items.n && !covered; i++)
            covered = id_same(m->r->now.items.v[i].issue_id, issue->id);
        if (covered || !decision_allows(&m->d, ITEM_WELFARE))
            continue;
        *VEC_PUSH(m->c->mem, &m->out->bare) = (struct support_pair_view){
            .label = issue->label,
            .text = reason ? reason : "支援内容も、書かない理由もありません",
            .late = !reason,
        };
    }
}

void
show_support_content(struct support_show *m)
{
    const struct support_goal_id none = { .id = { .s = "" } };

    for (size_t i = 0; i < m->r->now.goals.n; i++)
        add_goal(m, &m->r->now.goals.v[i], i + 1);
    add_lines(m, none, &m->out->loose);
    show_bare(m);
}
