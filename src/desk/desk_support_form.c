#include "desk_support_plan.h"

#include "desk_case_head.h"
#include "desk_support_part.h"

#include "../base/vec.h"
#include "../domain/support_program.h"
#include "../domain/town.h"

bool
desk_support_goal_show(struct ctx *c,
                       struct support_goal_id id,
                       struct support_form_view *out,
                       struct form_support_goal *values)
{
    struct sql_support_plan_one_row p;
    struct sql_support_goal_one_row g;

    if (!sql_support_goal_one(
            c,
            &(struct sql_support_goal_one_in){
                .goal_id = id, .subjects = desk_subjects(c), .now = c->now },
            &g)
        || !support_load_draft(c, g.plan_id, &p))
        return false;
    *values = (struct form_support_goal){ .words = g.words,
                                          .whose = g.whose,
                                          .measure = g.measure,
                                          .version = g.version,
                                          .version_given = true };
    policy_show_support_form(c,
                             &(struct support_form_parts){ .title = "目標を直す",
                                                           .kind = "support-goals",
                                                           .id = id.id,
                                                           .rest = "",
                                                           .plan = g.plan_id,
                                                           .back = "/edit",
                                                           .button = "保存する",
                                                           .version = g.version },
                             out);
    return desk_case_head(c, p.case_id, CASE_TAB_PLAN, &out->head);
}

bool
desk_support_item_show(struct ctx *c,
                       struct support_item_id id,
                       struct support_form_view *out,
                       struct form_support_item *values,
                       struct support_plan_id *plan)
{
    struct sql_support_plan_one_row p;
    struct sql_support_item_one_row i;

    if (!sql_support_item_one(
            c,
            &(struct sql_support_item_one_in){
                .item_id = id, .subjects = desk_subjects(c), .now = c->now },
            &i)
        || !support_load_draft(c, i.plan_id, &p))
        return false;
    *plan = i.plan_id;
    *values = (struct form_support_item){
        .goal = i.goal_id,
        .issue = arena_strdup(c->mem, i.issue_id.s),
        .issue_words = i.issue_words,
        .what = i.what,
        .part = i.part,
        .desk = i.desk_id,
        .party = i.party,
        .worker = i.worker,
        .frequency = i.frequency,
        .from_on = i.from_on,
        .until_on = i.until_on,
        .review_on = i.review_on,
        .program = i.program,
        .version = i.version,
        .version_given = true,
    };
    policy_show_support_form(c,
                             &(struct support_form_parts){ .title = "支援内容を直す",
                                                           .kind = "support-items",
                                                           .id = id.id,
                                                           .rest = "",
                                                           .plan = i.plan_id,
                                                           .back = "/edit",
                                                           .button = "保存する",
                                                           .version = i.version },
                             out);
    return desk_case_head(c, p.case_id, CASE_TAB_PLAN, &out->head);
}

struct options {
    struct form_option *v;
    size_t n;
    size_t cap;
};

static struct form_options
list_of(const char *name, const struct options *o)
{
    return (struct form_options){ .name = name, .v = o->v, .n = o->n };
}

/* What a line may make use of, as answers to its field. */
static struct form_options
program_options(struct ctx *c)
{
    const struct support_programs all = support_programs(c->mem, c->town->profile);
    struct options to = { 0 };

    for (size_t i = 0; i < all.n; i++)
        *VEC_PUSH(c->mem, &to) =
            (struct form_option){ .code = all.v[i].code, .label = all.v[i].label };
    return list_of("plan_service", &to);
}

bool
desk_support_options(struct ctx *c,
                     struct support_plan_id id,
                     struct support_options *out)
{
    struct sql_support_plan_one_row p;
    struct support_content now;
    struct support_issues issues;
    struct sql_desk_list_rows desks = { 0 };
    struct options goal = { 0 };
    struct options issue = { 0 };
    struct options desk = { 0 };

    if (!support_load(c, id, &p) || !support_content(c, id, &now)
        || !support_issues(c, p.case_id, &issues) || !sql_desk_list(c, &desks))
        return false;
    for (size_t i = 0; i < now.goals.n; i++)
        *VEC_PUSH(c->mem, &goal) =
            (struct form_option){ .code = now.goals.v[i].goal_id.id.s,
                                  .label = now.goals.v[i].words };
    for (size_t i = 0; i < issues.n; i++)
        if (issues.v[i].open)
            *VEC_PUSH(c->mem, &issue) =
                (struct form_option){ .code = issues.v[i].id.s,
                                      .label = issues.v[i].label };
    for (size_t i = 0; i < desks.n; i++)
        *VEC_PUSH(c->mem, &desk) =
            (struct form_option){ .code = desks.v[i].desk_id.id.s,
                                  .label = desks.v[i].name };
    *out = (struct support_options){ .n = 4 };
    out->v[0] = list_of("goal", &goal);
    out->v[1] = list_of("case_issue", &issue);
    out->v[2] = list_of("desk", &desk);
    out->v[3] = program_options(c);
    return true;
}

const struct form_options *
desk_support_leads(struct ctx *c, const struct support_options *all, size_t *n)
{
    struct form_options *lead = ARENA_NEW(c->mem, struct form_options);

    *lead = all->v[2];
    lead->name = "lead";
    *n = 1;
    return lead;
}

bool
desk_support_compare(struct ctx *c,
                     struct support_plan_id id,
                     struct support_plan_view *now,
                     struct support_plan_view *before)
{
    struct sql_support_plan_one_row p;

    if (!sql_support_plan_one(
            c,
            &(struct sql_support_plan_one_in){
                .plan_id = id, .subjects = desk_subjects(c), .now = c->now },
            &p))
        return false;
    if (id_none(p.previous_id.id))
        return refuse(c, ERR_MISSING, "a first version");
    return desk_support_plan(c, id, now, NULL)
           && desk_support_plan(c, p.previous_id, before, NULL);
}

struct form_options
desk_support_desks(struct ctx *c, const char *field)
{
    struct sql_desk_list_rows desks = { 0 };
    struct options desk = { 0 };

    if (!sql_desk_list(c, &desks))
        return (struct form_options){ .name = field };
    for (size_t i = 0; i < desks.n; i++)
        *VEC_PUSH(c->mem, &desk) =
            (struct form_option){ .code = desks.v[i].desk_id.id.s,
                                  .label = desks.v[i].name };
    return list_of(field, &desk);
}
