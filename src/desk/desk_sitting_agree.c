/*
 * Plans before a conference: those that wait for it, the log of contacts before a suspension,
 * and what follows from its word. Source.
 */
#include "desk_sitting_part.h"

#include "../base/text.h"
#include "../domain/support_plan.h"
#include "desk_participation.h"
#include "desk_sitting_body.h"
#include "desk_support_plan.h"

#define SUSPENSION "suspension_decision"

static bool
holds(const struct texts *list, const char *tag)
{
    for (size_t i = 0; tag && i < list->n; i++)
        if (text_same(list->v[i], tag))
            return true;
    return false;
}

/* The moment for which this town's plan wants a conference; NULL: none. */
static const char *
moment_of(struct ctx *c, const struct sql_plan_proposals_row *r)
{
    const struct plan_lifecycle *life = &c->town->profile->plan_lifecycle;
    const char *tag = support_plan_moment(r->state, r->edition);

    return holds(&life->decision_triggers, tag)
                   && holds(&life->plan_types, support_plan_type(r->kind))
               ? tag
               : NULL;
}

static bool
load(struct ctx *c, struct sql_plan_proposals_rows *rows)
{
    *rows = (struct sql_plan_proposals_rows){ 0 };
    return sql_plan_proposals(
        c,
        &(struct sql_plan_proposals_in){
            .desk = c->viewer->desk, .subjects = desk_subjects(c), .now = c->now },
        rows);
}

bool
sitting_waiting_plans(struct ctx *c, struct waiting_plan_list *out)
{
    struct sql_plan_proposals_rows rows;

    if (!load(c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const char *tag = moment_of(c, &rows.v[i]);

        if (tag)
            policy_show_waiting_plan(c, &rows.v[i],
                                     profile_tag_label(c->town->profile, tag), out);
    }
    return true;
}

bool
sitting_offer_plans(struct ctx *c,
                    const struct sitting_records *r,
                    struct sitting_view *out)
{
    const char *body = c->town->profile->plan_lifecycle.decided_in;

    if (!r->head.office || r->head.state != SITTING_STATE_PLANNED || !body
        || !sitting_counts_for(r->head.body, r->head.also, body))
        return true;
    if (!sitting_waiting_plans(c, &out->plans))
        return false;
    if (out->plans.n)
        out->plans_path = arena_printf(c->mem, "%s/plans", out->path);
    return true;
}

bool
desk_item_add_plan(struct ctx *c,
                   struct sitting_id id,
                   const struct form_plan_agenda *f,
                   struct outcome *out)
{
    struct sql_plan_proposals_rows rows;

    if (!load(c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const char *tag = moment_of(c, &rows.v[i]);

        if (tag && id_same(rows.v[i].plan_id.id, f->plan.id))
            return sitting_add_plan(c, id, rows.v[i].case_id, f, tag, out);
    }
    return refuse_field(c, "plan", "「プラン」を、会議を待つものから選んでください。");
}

bool
sitting_check_contact(struct ctx *c,
                      struct case_id id,
                      const char *trigger,
                      const char *field)
{
    const struct sql_contact_log_in in = { .case_id = id,
                                           .subjects = desk_subjects(c),
                                           .now = c->now };
    struct sql_contact_log_rows rows = { 0 };
    enum contact_result *tries;

    if (!text_same(trigger, SUSPENSION) || id_none(id.id)
        || !holds(&c->town->profile->plan_lifecycle.suspension_when,
                  "contact_completely_lost"))
        return true;
    if (!sql_contact_log(c, &in, &rows))
        return false;
    tries = ARENA_ARRAY(c->mem, rows.n + 1, enum contact_result);
    for (size_t i = 0; i < rows.n; i++)
        tries[i] = rows.v[i].result;
    return sitting_contact_lost(tries, rows.n)
           || refuse_field(
               c, field,
               "中断を話せるのは、連絡がまったく取れないときだけです。最後に"
               "会えたあとに、会えなかった記録がありません。");
}

bool
sitting_check_word(struct ctx *c,
                   const struct sql_item_show_row *i,
                   const struct form_item_end *f)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, i->acts_as);
    bool good = true;

    if (f->verdict && id_none(i->plan_id.id))
        good = refuse_field(c, "verdict",
                            "「プランのこと」は、プランの案件でだけ選べます。");
    if (!f->verdict && !id_none(i->plan_id.id) && text_same(i->trigger, SUSPENSION)
        && f->state == ITEM_STATE_DECIDED)
        good = refuse_field(c, "verdict",
                            "「プランのこと」で、中断するかどうかを選んでください。");
    if (f->participation
        && (!m || id_none(i->case_id.id)
            || !body_speaks_of(m, "decide_participation_support")))
        good = refuse_field(c, "participation",
                            "「%s」で参加支援の要否を決めることは、計画にありません。",
                            m ? m->name : i->acts_as);
    return good;
}

/* The move that the word of the conference makes; NULL: it is made on the plan's own page. */
static const char *
move_of(const struct sql_item_show_row *i, enum plan_verdict verdict)
{
    const bool yes = verdict == PLAN_VERDICT_AS_LAID;

    if (text_same(i->trigger, SUSPENSION))
        return support_plan_move_code(yes ? SUPPORT_PLAN_MOVE_PAUSE
                                          : SUPPORT_PLAN_MOVE_STAY);
    if (text_same(i->trigger, "closing_decision"))
        return yes ? NULL : support_plan_move_code(SUPPORT_PLAN_MOVE_STAY);
    return support_plan_move_code(yes ? SUPPORT_PLAN_MOVE_FIT : SUPPORT_PLAN_MOVE_MEND);
}

static bool
move_plan(struct ctx *c,
          struct item_id id,
          const struct sql_item_show_row *i,
          const struct form_item_end *f)
{
    const char *word = move_of(i, f->verdict);
    const struct form_support_move move = { .item = id,
                                            .held_on = { .n = DAY_NONE },
                                            .closing = "",
                                            .pausing = "",
                                            .reason = f->decision,
                                            .words = f->discussion,
                                            .follow_on = { .n = DAY_NONE },
                                            .follow_how = "",
                                            .follow_why = "" };
    struct outcome out = { .done = false };

    return !word || desk_support_move(c, i->plan_id, word, &move, &out);
}

bool
sitting_carry_out(struct ctx *c,
                  struct item_id id,
                  const struct sql_item_show_row *i,
                  const struct form_item_end *f)
{
    const struct form_participation opening = { .reason = f->decision,
                                                .item = id,
                                                .opened_on = { .n = DAY_NONE } };
    struct outcome out = { .done = false };

    if (f->state != ITEM_STATE_DECIDED || i->sitting_state != SITTING_STATE_OPEN)
        return true;
    if (f->verdict && !id_none(i->plan_id.id) && !move_plan(c, id, i, f))
        return false;
    return !f->participation || desk_participation_open(c, i->case_id, &opening, &out);
}

struct form_options
desk_sitting_plans(struct ctx *c, const struct sitting_view *s)
{
    struct form_option *v = ARENA_ARRAY(c->mem, s->plans.n + 1, struct form_option);

    for (size_t i = 0; i < s->plans.n; i++)
        v[i] = (struct form_option){
            .code = s->plans.v[i].id,
            .label = arena_printf(c->mem, "%s　%s　%s", s->plans.v[i].number,
                                  s->plans.v[i].kind, s->plans.v[i].moment),
        };
    return (struct form_options){ .name = "support_plan", .v = v, .n = s->plans.n };
}
