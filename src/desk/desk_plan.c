#include "desk_plan.h"

#include "desk_plan_part.h"

#include "../base/buf.h"
#include "../base/text.h"
#include "../policy/viewer.h"

#include <inttypes.h>
#include <string.h>

static const struct {
    const char *path;
    const char *text;
} TABS[] = {
    { "/plan", "あらまし" },          { "/plan/programs", "事業" },
    { "/plan/sections", "課と団体" }, { "/plan/meetings", "会議" },
    { "/plan/indicators", "指標" },   { "/plan/initiatives", "取組" },
    { "/plan/ways", "進め方" },       { "/plan/linkages", "連携" },
    { "/plan/matrix", "分担" },       { "/plan/history", "歩み" },
    { "/plan/words", "市の言葉" },    { "/plan/registers", "台帳" },
    { "/plan/bases", "根拠" },        { "/plan/target-cases", "対象とする事例" },
    { "/plan/gaps", "狭間のニーズ" },
};

void
desk_plan_head(struct ctx *c,
               const char *here,
               const char *heading,
               const char *report,
               struct plan_head_view *out)
{
    const struct profile *p = c->town->profile;

    *out = (struct plan_head_view){
        .heading = heading,
        .title = p->plan.title,
        .edition = p->plan.edition,
        .issued = say_when(c, p->plan.issued),
        .csv_path = report ? arena_printf(c->mem, "%s/plan/report/%s.csv",
                                          c->town->path, report)
                           : NULL,
    };
    for (size_t i = 0; i < sizeof TABS / sizeof *TABS; i++) {
        if (strcmp(TABS[i].path, "/plan/initiatives") == 0 && !p->initiatives.n)
            continue;
        if (strcmp(TABS[i].path, "/plan/gaps") == 0
            && !role_shares_desk(c->viewer->role))
            continue;
        *VEC_PUSH(c->mem, &out->tabs) = (struct link_view){
            .path = arena_printf(c->mem, "%s%s", c->town->path, TABS[i].path),
            .text = TABS[i].text,
            .current = strcmp(TABS[i].path, here) == 0,
        };
    }
}

static const char *
count(struct ctx *c, size_t n, const char *unit)
{
    return arena_printf(c->mem, "%zu%s", n, unit);
}

static const char *
period_text(struct ctx *c, const struct plan_period *t)
{
    if (!t->stated)
        return NULL;
    if (t->first_fiscal_year.given && t->last_fiscal_year.given)
        return arena_printf(
            c->mem, "%sから%sまで%s", say_year(c, t->first_fiscal_year.v),
            say_year(c, t->last_fiscal_year.v),
            t->years.given ? arena_printf(c->mem, "（%" PRId64 "年）", t->years.v)
                           : "");
    return say_span(c, t->start, t->end);
}

/* What is done in which year, where the plan fixes it: the calendar of 平塚市. */
static const char *
schedule_text(struct ctx *c, const struct plan_outline *plan)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < plan->revision_schedule.n; i++)
        buf_printf(&b, "%s%s　%s", i ? "\n" : "",
                   say_year(c, plan->revision_schedule.v[i].fiscal_year),
                   plan_tag_list(c, &plan->revision_schedule.v[i].actions));
    return plan->revision_schedule.n ? buf_text(&b) : NULL;
}

static void
add_facts(struct ctx *c, struct plan_overview_view *out)
{
    const struct profile *p = c->town->profile;
    const struct plan_outline *plan = &p->plan;
    const struct maybe_int *begun = &plan->project_started_fiscal_year;
    const char *schedule = schedule_text(c, plan);

    plan_fact(c, &out->facts, "計画の期間", period_text(c, &plan->period));
    plan_fact(c, &out->facts, "策定", say_when(c, plan->issued));
    plan_fact(c, &out->facts, "根拠",
              say_law(c, plan->legal_basis.v, plan->legal_basis.n));
    plan_fact(c, &out->facts, "主管する課", plan_lead_name(p));
    plan_fact(c, &out->facts, "事業を始めた年度",
              begun->given ? say_year(c, begun->v) : NULL);
    plan_fact(c, &out->facts, "評価", say_label(plan->revision_rule.evaluation_cycle));
    plan_fact(c, &out->facts, "見直すとき",
              plan_tag_list(c, &plan->revision_rule.revise_when));
    plan_fact_said(c, &out->facts, "見直しの予定", schedule);
}

static void
add_counts(struct ctx *c, struct plan_overview_view *out)
{
    const struct profile *p = c->town->profile;

    plan_fact(c, &out->counts, "事業", count(c, p->programs.n, "件"));
    plan_fact(c, &out->counts, "課", count(c, p->departments.n, ""));
    plan_fact(c, &out->counts, "実施機関・団体", count(c, p->organizations.n, ""));
    plan_fact(c, &out->counts, "会議", count(c, p->meetings.n, ""));
    plan_fact(c, &out->counts, "指標",
              p->kpis.n ? count(c, p->kpis.n, "") : "書かれていません");
    plan_fact(c, &out->counts, "連携するもの",
              p->linkages.n ? count(c, p->linkages.n, "") : "書かれていません");
}

/* Principles stand in the order of the plan, under its own groups. Source: R-033. */
static void
add_principles(struct ctx *c, struct plan_overview_view *out)
{
    const struct profile *p = c->town->profile;
    const char *group = NULL;

    for (size_t i = 0; i < p->plan.principles.n; i++) {
        const struct plan_principle *x = &p->plan.principles.v[i];

        if (!i || !text_same(x->group, group))
            *VEC_PUSH(c->mem, &out->principles) =
                (struct saying_view){ .name = x->group };
        group = x->group;
        plan_line(c, &out->principles.v[out->principles.n - 1].lines,
                  profile_tag_label(p, x->tag));
    }
}

static void
add_related(struct ctx *c, struct plan_overview_view *out)
{
    const struct plan_outline *plan = &c->town->profile->plan;

    for (size_t i = 0; i < plan->related_plans.n; i++) {
        const struct plan_related_plan *r = &plan->related_plans.v[i];

        *VEC_PUSH(c->mem, &out->related) = (struct related_plan_view){
            .name = r->name,
            .relation = say_label(r->relation),
            .period = say_span(c, r->start, r->end),
            .note = r->note,
        };
    }
}

void
desk_plan_overview(struct ctx *c, struct plan_overview_view *out)
{
    const struct profile *p = c->town->profile;

    *out = (struct plan_overview_view){ .facts = { 0 } };
    desk_plan_head(c, "/plan", "実施計画のあらまし", "plan", &out->head);
    add_facts(c, out);
    add_counts(c, out);
    plan_lines(c, &out->aims, &p->plan.aims);
    plan_lines(c, &out->effects, &p->plan.expected_effects);
    add_principles(c, out);
    add_related(c, out);
    plan_editions(c, &out->editions);
    plan_miles(c, &out->milestones);
    for (size_t i = 0; i < p->source.lost_figures.n; i++)
        plan_line(c, &out->notes, p->source.lost_figures.v[i].label);
}

static const char *
role_text(const struct plan_department *d)
{
    switch (d->role) {
    case PROFILE_ROLE_LEAD:
        return "主管課";
    case PROFILE_ROLE_PARTNER:
        return "関係課";
    case PROFILE_ROLE_LINKED:
        return "連携する課";
    case PROFILE_ROLE_NONE:
        break;
    }
    return NULL;
}

static void
add_bodies(struct ctx *c, struct plan_bodies_view *out)
{
    const struct profile *p = c->town->profile;
    const struct plan_bodies all = plan_bodies(c->mem, p);

    for (size_t i = 0; i < all.n; i++) {
        const struct plan_body *b = &all.v[i];
        const struct plan_department *d = profile_department(p, b->id);
        const char *programs = plan_program_names(c->mem, &b->programs);
        const char *units = d ? plan_list_text(c, &d->units) : NULL;

        if (d)
            *VEC_PUSH(c->mem, &out->sections) = (struct body_view){
                .name = b->name,
                .kind = role_text(d),
                .part = d->bureau && units
                            ? arena_printf(c->mem, "%s　%s", d->bureau, units)
                        : d->bureau ? d->bureau
                                    : units,
                .programs = programs,
            };
        else
            *VEC_PUSH(c->mem, &out->bodies) = (struct body_view){
                .name = b->name,
                .kind = say_kind(c, b->kind),
                .part = b->operator_name,
                .sites = b->sites.given ? arena_printf(c->mem, "%" PRId64, b->sites.v)
                                        : NULL,
                .alias = b->aliases ? plan_list_text(c, b->aliases) : NULL,
                .programs = programs,
            };
    }
}

static void
add_staff(struct ctx *c, struct plan_bodies_view *out)
{
    const struct profile *p = c->town->profile;

    for (size_t i = 0; i < p->staff_roles.n; i++) {
        const struct plan_staff_role *r = &p->staff_roles.v[i];
        const char *also = plan_list_text(c, &r->concurrent_roles);

        *VEC_PUSH(c->mem, &out->staff) = (struct body_view){
            .name = r->name,
            .alias = plan_list_text(c, &r->aliases),
            .kind = plan_list_text(c, &r->qualifications),
            .part = also ? arena_printf(c->mem, "%s\n兼ねる職　%s",
                                        r->placed_at ? r->placed_at : "", also)
                         : r->placed_at,
            .programs = plan_tag_list(c, &r->duties),
        };
    }
}

void
desk_plan_bodies(struct ctx *c, struct plan_bodies_view *out)
{
    const struct profile *p = c->town->profile;

    *out = (struct plan_bodies_view){ .sections = { 0 } };
    desk_plan_head(c, "/plan/sections", "課と団体", "bodies", &out->head);
    add_bodies(c, out);
    add_staff(c, out);
    for (size_t i = 0; i < p->areas.n; i++) {
        const struct plan_area *a = &p->areas.v[i];
        const char *members = plan_list_text(c, &a->members);

        *VEC_PUSH(c->mem, &out->areas) = (struct body_view){
            .name = a->name,
            .kind = say_label(a->kind),
            .part = members ? members : a->note,
            .sites =
                a->count.given ? arena_printf(c->mem, "%" PRId64, a->count.v) : NULL,
        };
    }
}
