#include "desk_plan_part.h"

#include "../base/buf.h"

#include <inttypes.h>
#include <string.h>

static const char *
consent_text(struct ctx *c, const struct plan_meeting *m)
{
    const char *text = NULL;

    switch (m->consent_required) {
    case PROFILE_CONSENT_YES:
        text = "要る";
        break;
    case PROFILE_CONSENT_NO:
        text = "要らない";
        break;
    case PROFILE_CONSENT_MIXED:
        text = "案件による";
        break;
    case PROFILE_CONSENT_NOT_APPLICABLE:
        return "個別の案件なし";
    case PROFILE_CONSENT_NOT_STATED:
    case PROFILE_CONSENT_NONE:
        return NULL;
    }
    return m->consent_basis == PROFILE_STATED_IMPLIED
               ? arena_printf(c->mem, "%s（文から読み取り）", text)
               : text;
}

static const char *
duty_text(const struct plan_confidentiality *d)
{
    switch (d->duty) {
    case PROFILE_DUTY_STATUTORY:
        return "法律による守秘義務";
    case PROFILE_DUTY_APPLIES:
        return "同じ決まりによる";
    case PROFILE_DUTY_ANONYMISED:
        return "個人がわかることを伏せる";
    case PROFILE_DUTY_NOT_STATED:
    case PROFILE_DUTY_NONE:
        break;
    }
    return NULL;
}

static const char *
secrecy_text(struct ctx *c, const struct plan_confidentiality *d)
{
    const char *duty = duty_text(d);
    struct buf b = buf_new(c->mem);

    if (!duty)
        return NULL;
    buf_str(&b, duty);
    if (d->basis)
        buf_printf(&b, "（%s）", d->basis);
    if (d->scope.n)
        buf_printf(&b, "\n守るもの　%s", plan_tag_list(c, &d->scope));
    if (d->excluded_data.n)
        buf_printf(&b, "\n出さないもの　%s", plan_tag_list(c, &d->excluded_data));
    return buf_text(&b);
}

static const char *
figures_text(struct ctx *c, const struct plan_cadence *t)
{
    struct buf b = buf_new(c->mem);

    if (t->per_month.given)
        buf_printf(&b, "月%" PRId64 "回", t->per_month.v);
    if (t->per_year_min.given && t->per_year_max.given
        && t->per_year_max.v != t->per_year_min.v)
        buf_printf(&b, "年%" PRId64 "～%" PRId64 "回", t->per_year_min.v,
                   t->per_year_max.v);
    else if (t->per_year_min.given)
        buf_printf(&b, "年%" PRId64 "回%s", t->per_year_min.v,
                   t->per_year_max.given ? "" : "以上");
    if (t->in_principle == TRI_YES)
        buf_lit(&b, "（原則）");
    if (t->fixed_date == TRI_YES)
        buf_lit(&b, "（定例日）");
    if (t->adhoc == TRI_YES)
        buf_str(&b, b.n ? "、随時" : "随時");
    return b.n ? buf_text(&b) : NULL;
}

/* The plan's own sentence when it counts; else the figures and what it adds to them. */
static const char *
cadence_text(struct ctx *c, const struct plan_cadence *t)
{
    const char *figures = t->stated ? figures_text(c, t) : NULL;

    if (!t->note || !figures)
        return t->note ? t->note : figures;
    if (strstr(t->note, "回") || strstr(t->note, "毎"))
        return t->note;
    return arena_printf(c->mem, "%s\n%s", figures, t->note);
}

static const char *
members_text(struct ctx *c, const struct plan_meeting *m)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < m->members.n; i++)
        buf_printf(&b, "%s%s", i ? "\n" : "", m->members.v[i].name);
    if (m->members_vary == TRI_YES)
        buf_str(&b, b.n ? "\n（案件ごとに変わります）" : "案件ごとに変わります");
    return b.n ? buf_text(&b) : NULL;
}

/* The seal of the ground on which a case is spoken of there. */
static void
add_seal(const struct plan_meeting *m, struct meeting_body_view *v)
{
    if (m->kind == PROFILE_MEETING_KIND_SUPPORT) {
        v->mark = "会";
        v->tone = "meeting";
        v->seal = "支援会議（社会福祉法106条の6）";
    } else if (m->kind == PROFILE_MEETING_KIND_MULTILAYER
               && m->consent_required == PROFILE_CONSENT_YES) {
        v->mark = "同";
        v->tone = "consent";
        v->seal = "本人の同意";
    }
}

static void
add_meeting(struct ctx *c, size_t i, struct plan_meetings_view *out)
{
    const struct plan_meeting *m = &c->town->profile->meetings.v[i];
    struct meeting_body_view v = {
        .anchor = arena_printf(c->mem, "m-%zu", i + 1),
        .name = m->name,
        .kind = say_label(profile_meeting_kind_code(m->kind)),
        .law = say_law(c, m->legal_basis.v, m->legal_basis.n),
        .host = m->host_name ? m->host_name
                : m->host    ? plan_ref(c, m->host)
                             : NULL,
        .cadence = cadence_text(c, &m->cadence),
        .consent = consent_text(c, m),
        .secrecy = secrecy_text(c, &m->confidentiality),
        .members = members_text(c, m),
        .triggers = plan_tag_list(c, &m->triggers),
        .agenda = plan_tag_list(c, &m->agenda),
        .programs = plan_refs(c, &m->related_programs),
        .note = m->note,
        .source = m->source,
        .acts_as = plan_refs(c, &m->may_act_as),
        .reports_to = plan_refs(c, &m->reports_to),
    };

    add_seal(m, &v);
    for (size_t j = 0; j < m->agenda_by_trigger.n; j++)
        plan_fact(
            c, &v.agendas,
            profile_tag_label(c->town->profile, m->agenda_by_trigger.v[j].trigger),
            plan_tag_list(c, &m->agenda_by_trigger.v[j].agenda));
    *VEC_PUSH(c->mem, &out->bodies) = v;
}

void
desk_plan_meetings(struct ctx *c, struct plan_meetings_view *out)
{
    *out = (struct plan_meetings_view){ .bodies = { 0 } };
    desk_plan_head(c, "/plan/meetings", "会議", "meetings", &out->head);
    for (size_t i = 0; i < c->town->profile->meetings.n; i++)
        add_meeting(c, i, out);
}

struct years {
    int64_t *v;
    size_t n;
    size_t cap;
};

static void
add_year(struct ctx *c, struct years *years, int64_t year)
{
    size_t at = 0;

    while (at < years->n && years->v[at] < year)
        at++;
    if (at < years->n && years->v[at] == year)
        return;
    (void)VEC_PUSH(c->mem, years);
    for (size_t i = years->n - 1; i > at; i--)
        years->v[i] = years->v[i - 1];
    years->v[at] = year;
}

static const char *
value_text(struct ctx *c, const struct plan_value *v, const char *unit)
{
    return v->text ? v->text : say_number(c, v->number, unit);
}

static const char *
baseline_text(struct ctx *c, const struct plan_kpi *k)
{
    const char *value = value_text(c, &k->baseline.value, k->unit);

    if (!value || !k->baseline.fiscal_year.given)
        return value;
    return arena_printf(c->mem, "%s\n%s", value,
                        say_year(c, k->baseline.fiscal_year.v));
}

static const char *
sum_text(const struct plan_kpi *k)
{
    if (k->kind == PROFILE_KPI_KIND_QUALITATIVE)
        return "数ではなく、ことばで評価します";
    if (k->cumulative == TRI_YES)
        return "始まりからの累計";
    return k->cumulative == TRI_NO ? "年度ごとの数" : NULL;
}

/* A year without a target stays blank: no figure is made up between two. Source: D-21. */
static void
add_indicator(struct ctx *c,
              const struct plan_kpi *k,
              const struct years *years,
              struct plan_indicators_view *out)
{
    struct indicator_view *row = VEC_PUSH(c->mem, &out->rows);

    *row = (struct indicator_view){
        .name = k->name,
        .owner = k->owner ? plan_ref(c, k->owner) : NULL,
        .unit = k->unit,
        .cumulative = sum_text(k),
        .baseline = baseline_text(c, k),
    };
    for (size_t i = 0; i < years->n; i++) {
        const char *value = NULL;

        for (size_t j = 0; j < k->targets.n; j++)
            if (k->targets.v[j].fiscal_year == years->v[i])
                value = value_text(c, &k->targets.v[j].value, k->unit);
        *VEC_PUSH(c->mem, &row->targets) =
            (struct target_view){ .label = say_year(c, years->v[i]), .value = value };
    }
}

void
desk_plan_indicators(struct ctx *c, struct plan_indicators_view *out)
{
    const struct profile *p = c->town->profile;
    struct years years = { 0 };

    *out = (struct plan_indicators_view){ .rows = { 0 } };
    desk_plan_head(c, "/plan/indicators", "指標と目標値", "indicators", &out->head);
    for (size_t i = 0; i < p->kpis.n; i++)
        for (size_t j = 0; j < p->kpis.v[i].targets.n; j++)
            add_year(c, &years, p->kpis.v[i].targets.v[j].fiscal_year);
    for (size_t i = 0; i < years.n; i++)
        plan_line(c, &out->years, say_year(c, years.v[i]));
    for (size_t i = 0; i < p->kpis.n; i++)
        add_indicator(c, &p->kpis.v[i], &years, out);
    plan_fact(c, &out->evaluation, "いつ", say_label(p->evaluation.cycle));
    plan_fact(c, &out->evaluation, "やり方", plan_tag_list(c, &p->evaluation.methods));
    for (size_t i = 0; i < p->evaluation.bodies.n; i++)
        plan_fact(c, &out->evaluation, plan_ref(c, p->evaluation.bodies.v[i].meeting),
                  p->evaluation.bodies.v[i].role);
}

/* By enum profile_linkage. */
static const char *const LINKAGES[] = { NULL,   "制度", "会議体・団体",
                                        "計画", "分野", "法律" };

void
desk_plan_linkages(struct ctx *c, struct plan_linkages_view *out)
{
    const struct profile *p = c->town->profile;

    *out = (struct plan_linkages_view){ .rows = { 0 } };
    desk_plan_head(c, "/plan/linkages", "連携", "linkages", &out->head);
    for (size_t i = 0; i < p->linkages.n; i++) {
        const struct plan_linkage *l = &p->linkages.v[i];

        *VEC_PUSH(c->mem, &out->rows) = (struct linkage_view){
            .number = l->listed ? arena_printf(c->mem, "%" PRId64, l->number) : NULL,
            .name = l->name,
            .kind = LINKAGES[l->kind],
            .parts = plan_list_text(c, &l->parts),
        };
    }
}

static const char *
series_name(struct ctx *c, const struct plan_history *h)
{
    return h->category ? arena_printf(c->mem, "%s（%s）", h->name, h->category)
                       : h->name;
}

void
desk_plan_history(struct ctx *c, struct plan_history_view *out)
{
    const struct profile *p = c->town->profile;

    *out = (struct plan_history_view){ .series = { 0 } };
    desk_plan_head(c, "/plan/history", "歩みと実績", "chronology", &out->head);
    plan_miles(c, &out->milestones);
    plan_editions(c, &out->editions);
    for (size_t i = 0; i < p->history.n; i++) {
        const struct plan_history *h = &p->history.v[i];
        struct series_view *s = VEC_PUSH(c->mem, &out->series);

        *s = (struct series_view){ .name = series_name(c, h),
                                   .unit = h->unit,
                                   .note = h->note };
        for (size_t j = 0; j < h->points.n; j++) {
            const struct plan_history_point *x = &h->points.v[j];
            const char *when = x->fiscal_year.given ? say_year(c, x->fiscal_year.v)
                                                    : say_when(c, x->as_of);

            *VEC_PUSH(c->mem, &s->points) = (struct target_view){
                .label = when && x->partial == TRI_YES
                             ? arena_printf(c->mem, "%s（途中）", when)
                             : when,
                .value = say_number(c, x->value, h->unit),
            };
        }
    }
}

static void
add_initiative(struct ctx *c,
               const struct plan_initiative *x,
               struct plan_initiatives_view *out)
{
    const struct profile *p = c->town->profile;
    struct initiative_view *v = VEC_PUSH(c->mem, &out->initiatives);

    *v = (struct initiative_view){
        .anchor = arena_printf(c->mem, "i-%" PRId64, x->number),
        .number = arena_printf(c->mem, "取組%" PRId64, x->number),
        .name = x->name,
        .subtitle = x->subtitle,
    };
    for (size_t i = 0; i < x->current.n; i++)
        plan_line(c, &v->states, plan_tag_list(c, &x->current.v[i].tags));
    for (size_t i = 0; i < x->next_actions.n; i++)
        plan_line(c, &v->actions, plan_tag_list(c, &x->next_actions.v[i].tags));
    for (size_t i = 0; i < p->self_evaluations.n; i++) {
        const struct plan_self_evaluation *e = &p->self_evaluations.v[i];

        if (e->initiative == x->number)
            plan_fact(c, &v->marks,
                      e->mark == PROFILE_MARK_RESULT ? "○ 成果" : "▲ 課題",
                      profile_tag_label(p, e->tag));
    }
}

/* The leading projects with their partners, each once. Source: R-038. */
static void
add_portfolio(struct ctx *c, struct plan_initiatives_view *out)
{
    const struct plan_portfolio all = plan_portfolio(c->mem, c->town->profile);

    for (size_t i = 0; i < all.projects.n; i++)
        plan_line(c, &out->projects,
                  arena_printf(c->mem, "取組%" PRId64 "　%s", all.projects.v[i]->number,
                               all.projects.v[i]->name));
    for (size_t i = 0; i < all.partners.n; i++) {
        struct matrix_row_view *row = VEC_PUSH(c->mem, &out->partners);

        *row =
            (struct matrix_row_view){ .name = all.partners.v[i].name, .first = true };
        for (size_t j = 0; j < all.projects.n; j++)
            plan_tick(c, &row->cells, out->projects.v[j].text,
                      all.partners.v[i].active[j]);
    }
}

void
desk_plan_initiatives(struct ctx *c, struct plan_initiatives_view *out)
{
    const struct profile *p = c->town->profile;

    *out = (struct plan_initiatives_view){ .directions = { 0 } };
    desk_plan_head(c, "/plan/initiatives", "取組と自己評価", "initiatives", &out->head);
    for (size_t i = 0; i < p->directions.n; i++)
        plan_fact(c, &out->directions,
                  arena_printf(c->mem, "方向性%s", p->directions.v[i].id),
                  p->directions.v[i].role
                      ? arena_printf(c->mem, "%s（%s）", p->directions.v[i].name,
                                     p->directions.v[i].role)
                      : p->directions.v[i].name);
    for (size_t i = 0; i < p->initiatives.n; i++)
        add_initiative(c, &p->initiatives.v[i], out);
    add_portfolio(c, out);
}
