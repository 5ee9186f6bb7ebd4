#include "show_paper_support.h"

#include "../base/buf.h"
#include "../base/day.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

#include <string.h>

struct filling {
    struct ctx *c;
    const struct support_records *r;
    const struct support_plan_view *v;
    struct decision d; /* to print it */
    struct paper_view *out;
};

static void
put(const struct filling *m, const char *name, enum item_class item, const char *text)
{
    paper_put(m->c, m->out, name, mask_text(&m->d, item, text));
}

static const char *
day_or_blank(const struct filling *m, struct day day)
{
    return day_known(day) ? day_ja(m->c->mem, day) : NULL;
}

/* Decides anew, to print: the page was only for reading. */
static void
begin(struct filling *m, const struct facts *facts)
{
    const struct sql_support_plan_one_row *p = &m->r->plan;
    struct facts f = *facts;

    f.own = support_plan_owns(m->c, facts, p->kind, p->desk_id);
    m->d = policy_decide(ACT_PRINT, &f);
    paper_begin(&m->d, m->v->head.number, m->out);
    shown_note(m->c, SHOWN_CASE, p->case_id.id, m->d.allow, m->d.grounds);
    paper_put(m->c, m->out, "town", m->c->town->name);
    put(m, "name", ITEM_IDENTITY, m->v->head.title);
    put(m, "title", ITEM_COORDINATION, m->v->title);
    put(m, "version", ITEM_COORDINATION,
        arena_printf(m->c->mem, "%d回目　第%d版", (int)p->round, (int)p->edition));
    put(m, "span", ITEM_COORDINATION, m->v->span);
    put(m, "made", ITEM_COORDINATION, day_or_blank(m, day_of(p->made_at)));
    put(m, "maker", ITEM_COORDINATION,
        arena_printf(m->c->mem, "%s　%s", p->desk, p->who));
    put(m, "lead", ITEM_COORDINATION, p->lead);
    put(m, "state", ITEM_COORDINATION, m->v->state);
}

/* The boxes as they were filled: whose, when, on what way. */
static void
add_boxes(const struct filling *m)
{
    for (size_t i = 0; i < m->v->boxes.n; i++) {
        const struct support_box_view *b = &m->v->boxes.v[i];
        struct paper_row *row = paper_row(m->c, m->out, "approval");

        paper_row_put(m->c, row, "label", b->label);
        if (b->stamp)
            paper_row_put(m->c, row, "stamp",
                          arena_printf(m->c->mem, "%s\n%s%s%s", b->stamp,
                                       b->day ? b->day : "", b->note ? "\n" : "",
                                       b->note ? b->note : ""));
    }
}

static void
add_line(const struct filling *m, const char *goal, const struct support_line_view *l)
{
    struct paper_row *row = paper_row(m->c, m->out, "lines");
    struct ctx *c = m->c;

    paper_row_put(c, row, "goal", mask_text(&m->d, ITEM_WELFARE, goal));
    paper_row_put(c, row, "issue", mask_text(&m->d, ITEM_COORDINATION, l->issue));
    paper_row_put(c, row, "what",
                  mask_text(&m->d, ITEM_WELFARE,
                            l->program && l->what ? arena_printf(c->mem, "%s\n（%s）",
                                                                 l->what, l->program)
                                                  : l->what));
    paper_row_put(c, row, "who",
                  mask_text(&m->d, ITEM_COORDINATION,
                            l->who ? arena_printf(c->mem, "%s　%s", l->part, l->who)
                                   : "決まっていません"));
    paper_row_put(c, row, "frequency",
                  mask_text(&m->d, ITEM_COORDINATION, l->frequency));
    paper_row_put(c, row, "from", mask_text(&m->d, ITEM_COORDINATION, l->from));
    paper_row_put(c, row, "until", mask_text(&m->d, ITEM_COORDINATION, l->until));
    paper_row_put(c, row, "state", mask_text(&m->d, ITEM_COORDINATION, l->state));
}

static void
add_goals(const struct filling *m)
{
    for (size_t i = 0; i < m->v->goals.n; i++) {
        const struct support_goal_view *g = &m->v->goals.v[i];
        struct paper_row *row = paper_row(m->c, m->out, "goals");

        paper_row_put(m->c, row, "number", g->number);
        paper_row_put(m->c, row, "whose", mask_text(&m->d, ITEM_WELFARE, g->whose));
        paper_row_put(m->c, row, "words", mask_text(&m->d, ITEM_WELFARE, g->words));
        paper_row_put(m->c, row, "measure", mask_text(&m->d, ITEM_WELFARE, g->measure));
        paper_row_put(m->c, row, "rating", mask_text(&m->d, ITEM_WELFARE, g->rating));
        paper_row_put(m->c, row, "remark",
                      mask_text(&m->d, ITEM_WELFARE, g->rating_words));
        for (size_t k = 0; k < g->lines.n; k++)
            add_line(m, g->number, &g->lines.v[k]);
    }
    for (size_t k = 0; k < m->v->loose.n; k++)
        add_line(m, "", &m->v->loose.v[k]);
}

static void
add_pairs(const struct filling *m,
          const char *table,
          enum item_class item,
          const struct support_pair_list *list)
{
    for (size_t i = 0; i < list->n; i++) {
        struct paper_row *row = paper_row(m->c, m->out, table);

        paper_row_put(m->c, row, "label", mask_text(&m->d, item, list->v[i].label));
        paper_row_put(m->c, row, "text", mask_text(&m->d, item, list->v[i].text));
    }
}

static void
tick_use(const struct filling *m,
         const char *group,
         enum support_use use,
         const char *why_name,
         const char *why)
{
    if (decision_allows(&m->d, ITEM_WELFARE) && use)
        paper_tick(m->c, m->out, group, support_use_code(use));
    put(m, why_name, ITEM_WELFARE, why);
}

/* Where it was judged and decided; which words of the meeting are on the page. */
static void
add_decision(const struct filling *m)
{
    const struct support_records *r = m->r;

    for (size_t i = 0; i < r->steps.n; i++) {
        const struct sql_support_step_list_row *s = &r->steps.v[i];

        if (s->move == SUPPORT_PLAN_MOVE_FIT) {
            put(m, "meeting", ITEM_COORDINATION,
                *s->body ? s->body : support_way_label(s->way));
            put(m, "meeting_day", ITEM_COORDINATION, day_or_blank(m, s->held_on));
            put(m, "meeting_words", ITEM_WELFARE, s->words);
            paper_tick(m->c, m->out, "judged", "fit");
            break;
        }
    }
    if (day_known(r->plan.decided_on))
        paper_tick(m->c, m->out, "decided", "yes");
    put(m, "decided_on", ITEM_COORDINATION, day_or_blank(m, r->plan.decided_on));
}

void
policy_show_paper_support(struct ctx *c,
                          const struct facts *facts,
                          const struct support_records *r,
                          const struct support_plan_view *v,
                          bool as_then,
                          struct paper_view *out)
{
    struct filling m = { .c = c, .r = r, .v = v, .out = out };
    const struct sql_support_plan_one_row *p = &r->plan;

    begin(&m, facts);
    add_boxes(&m);
    put(&m, "problem", ITEM_WELFARE, v->problem);
    put(&m, "own_goal", ITEM_WELFARE, v->own_goal);
    if (!v->own_goal && v->unheard)
        put(&m, "own_goal", ITEM_WELFARE,
            arena_printf(c->mem, "まだ聞けていません（%s）", v->unheard));
    put(&m, "household_goal", ITEM_WELFARE, v->household_goal);
    put(&m, "interim_goal", ITEM_WELFARE, v->interim_goal);
    put(&m, "policy", ITEM_WELFARE, v->policy);
    put(&m, "own_part", ITEM_WELFARE, v->own_part);
    put(&m, "monitor_on", ITEM_COORDINATION, day_or_blank(&m, p->monitor_on));
    put(&m, "monitor_how", ITEM_COORDINATION, p->monitor_how);
    put(&m, "urgent_how", ITEM_SAFETY, p->urgent_how);
    tick_use(&m, "outreach", p->outreach_use, "outreach_why", p->outreach_why);
    tick_use(&m, "participation", p->participation_use, "participation_why",
             p->participation_why);
    add_goals(&m);
    add_pairs(&m, "strengths", ITEM_WELFARE, &v->strengths);
    add_pairs(&m, "agreed", ITEM_COORDINATION, &v->agreed);
    add_pairs(&m, "requests", ITEM_WELFARE, &v->requests);
    add_pairs(&m, "uncovered", ITEM_WELFARE, &v->bare);
    put(&m, "consent", ITEM_COORDINATION, v->consent);
    add_decision(&m);
    if (as_then)
        put(&m, "as_then", ITEM_COORDINATION, "決まったときの内容です。");
    else
        put(&m, "progress", ITEM_COORDINATION, v->progress);
}

/* "体験 5月8日" and below it "通っている 5月9日". */
static const char *
steps_text(struct ctx *c, const struct sql_placement_list_row *k)
{
    const struct {
        enum placement_state state;
        struct day day;
    } steps[] = {
        { PLACEMENT_STATE_PROPOSED, k->proposed_on },
        { PLACEMENT_STATE_VISIT, k->visit_on },
        { PLACEMENT_STATE_TRIAL, k->trial_on },
        { PLACEMENT_STATE_REGULAR, k->regular_on },
        { PLACEMENT_STATE_ROLE, k->role_on },
        { PLACEMENT_STATE_ENDED, k->ended_on },
    };
    const char *text = "";

    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (day_known(steps[i].day))
            text = arena_printf(c->mem, "%s%s%s %s", text, *text ? "\n" : "",
                                placement_state_label(steps[i].state),
                                day_short(c->mem, steps[i].day));
    return text;
}

void
policy_show_paper_places(struct ctx *c,
                         const struct facts *facts,
                         const struct sql_placement_list_rows *rows,
                         struct paper_view *out)
{
    const struct facts page = show_facts_of_page(facts);
    const struct decision d = policy_decide(ACT_PRINT, &page);

    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_placement_list_row *k = &rows->v[i];
        struct paper_row *row;

        if (k->state == PLACEMENT_STATE_DECLINED)
            continue;
        row = paper_row(c, out, "places");
        paper_row_put(c, row, "place", mask_text(&d, ITEM_COORDINATION, k->place));
        paper_row_put(
            c, row, "stage",
            mask_text(&d, ITEM_COORDINATION, placement_state_label(k->state)));
        paper_row_put(c, row, "steps",
                      mask_text(&d, ITEM_COORDINATION, steps_text(c, k)));
    }
}

static const struct sql_support_review_list_row *
newest_evaluation(const struct support_records *r)
{
    for (size_t i = 0; i < r->reviews.n; i++)
        if (r->reviews.v[i].kind == SUPPORT_REVIEW_KIND_EVALUATION)
            return &r->reviews.v[i];
    return NULL;
}

/* Codes with spaces between them: each ticks its box. */
static const char *
labels(const struct filling *m, const char *list, const char *codes)
{
    struct buf b = buf_new(m->c->mem);

    while (*codes) {
        const size_t n = strcspn(codes, " ");

        if (n)
            buf_printf(&b, "%s%s", b.n ? "、" : "",
                       town_label(m->c->town, list, arena_copy(m->c->mem, codes, n)));
        codes += n + (codes[n] != '\0');
    }
    return buf_text(&b);
}

void
policy_show_paper_evaluation(struct ctx *c,
                             const struct facts *facts,
                             const struct support_records *r,
                             const struct support_plan_view *v,
                             struct paper_view *out)
{
    const struct sql_support_review_list_row *e = newest_evaluation(r);
    struct filling m = { .c = c, .r = r, .v = v, .out = out };

    begin(&m, facts);
    add_goals(&m);
    for (size_t i = 0; i < v->ending.n; i++) {
        struct paper_row *row = paper_row(c, out, "ending");

        paper_row_put(c, row, "label", v->ending.v[i].label);
        paper_row_put(c, row, "text",
                      mask_text(&m.d, ITEM_COORDINATION, v->ending.v[i].text));
    }
    add_pairs(&m, "watchers", ITEM_COORDINATION, &v->watchers);
    put(&m, "duration", ITEM_COORDINATION, v->duration);
    if (!e)
        return;
    put(&m, "held_on", ITEM_COORDINATION, day_or_blank(&m, e->held_on));
    put(&m, "who", ITEM_COORDINATION, e->who);
    put(&m, "changes", ITEM_WELFARE, labels(&m, "change", e->changes));
    put(&m, "cooperation", ITEM_WELFARE,
        labels(&m, "cooperation_change", e->cooperation));
    put(&m, "household", ITEM_WELFARE, e->household);
    put(&m, "situation", ITEM_WELFARE, e->situation);
    put(&m, "own_view", ITEM_WELFARE, e->own_view);
    put(&m, "own_wish", ITEM_WELFARE,
        e->own_wish ? support_wish_label(e->own_wish) : NULL);
    put(&m, "staff_view", ITEM_WELFARE, e->staff_view);
    put(&m, "supporters", ITEM_WELFARE, e->supporters);
    put(&m, "gap", ITEM_WELFARE, e->gap);
    if (decision_allows(&m.d, ITEM_COORDINATION))
        paper_tick(c, out, "outcome", support_outcome_code(e->outcome));
}
