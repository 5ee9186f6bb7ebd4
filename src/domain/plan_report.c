#include "plan_report.h"

#include <inttypes.h>
#include <stdlib.h>

#include "../base/buf.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "plan_desk.h"
#include "plan_flow.h"
#include "plan_list.h"
#include "profile_json.h"

struct report {
    struct arena *mem;
    const struct profile *p;
    const struct plan_query *query;
    struct table *t;
};

struct column {
    const char *key;
    const char *label;
};

static void
columns(const struct report *r, const struct column *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        table_add_column(r->t, list[i].key, list[i].label);
}

#define COLUMNS(r, list) columns((r), (list), sizeof(list) / sizeof *(list))

static struct cell
texts_cell(const struct report *r, const struct texts *list)
{
    return cell_of_text(plan_texts(r->mem, list));
}

static struct cell
tags_cell(const struct report *r, const struct texts *tags)
{
    return cell_of_text(plan_tags_text(r->mem, r->p, tags));
}

/* "1・2": the statutory items. */
static struct cell
items_cell(const struct report *r, const struct plan_program *program)
{
    struct buf b = buf_new(r->mem);

    for (size_t i = 0; i < program->statutory_items.n; i++)
        buf_printf(&b, "%s%" PRId64, i ? "・" : "", program->statutory_items.v[i]);
    return cell_of_text(buf_text(&b));
}

static void
report_programs(const struct report *r)
{
    static const struct column list[] = {
        { "id", "番号" },
        { "name", "事業" },
        { "local_name", "通称" },
        { "items", "号" },
        { "category", "区分" },
        { "fields", "分野" },
        { "target_people", "対象" },
        { "sections", "所管" },
        { "sites", "か所数" },
        { "sites_text", "か所の表記" },
        { "tasks", "内容" },
        { "source", "出典" },
    };
    struct plan_programs programs = plan_programs(r->mem, r->p, &r->query->filter);

    COLUMNS(r, list);
    for (size_t i = 0; i < programs.n; i++) {
        const struct plan_program *program = programs.v[i];
        struct cell *row = table_add_row(r->t);

        row[0] = cell_of_text(program->id);
        row[1] = cell_of_text(program->name);
        row[2] = cell_of_text(program->local_name);
        row[3] = items_cell(r, program);
        row[4] = cell_of_text(profile_category_code(program->category));
        row[5] = cell_of_text(plan_fields_text(r->mem, r->p, &program->fields));
        row[6] = texts_cell(r, &program->target_people);
        row[7] = cell_of_text(plan_sections_text(r->mem, r->p, &program->departments));
        row[8] = cell_of_maybe(program->sites_total, NULL);
        row[9] = cell_of_text(plan_sites_text(r->mem, program));
        row[10] = tags_cell(r, &program->tasks);
        row[11] = cell_of_text(program->source);
    }
}

/* The sites of a delivery, or what the plan prints in their place for its program. */
static struct cell
delivery_sites(const struct plan_program *program, const struct plan_delivery *d)
{
    if (d->sites.given)
        return cell_of_maybe(d->sites, profile_unit_code(d->site_unit));
    return cell_of_text(program->delivery.n == 1 ? program->sites_text : NULL);
}

static void
setup_row(const struct report *r,
          const struct plan_program *program,
          const struct plan_delivery *d)
{
    const struct plan_staff_role *role = profile_staff_role(r->p, d->staff_role);
    struct cell *row = table_add_row(r->t);

    row[0] = items_cell(r, program);
    row[1] = cell_of_text(program->name);
    row[2] = cell_of_text(plan_fields_text(r->mem, r->p, &program->fields));
    row[3] = cell_of_text(plan_sections_text(r->mem, r->p, &program->departments));
    row[4] = cell_of_text(profile_body_name(r->p, d->body));
    row[5] = cell_of_text(plan_forms_text(r->mem, &d->operation_forms));
    row[6] = delivery_sites(program, d);
    row[7] = cell_of_text(d->setup_type);
    row[8] = cell_of_text(role ? role->name : NULL);
    row[9] = tags_cell(r, &d->tasks);
    row[10] = cell_of_text(d->note);
}

/* One row per delivery: program × section × body × form. Source: R-036. */
static void
report_matrix(const struct report *r)
{
    static const struct column list[] = {
        { "items", "号" },
        { "program", "事業" },
        { "fields", "分野" },
        { "sections", "所管" },
        { "body", "実施主体" },
        { "forms", "運営形態" },
        { "sites", "か所数" },
        { "setup_type", "設置形態" },
        { "staff_role", "配置する職" },
        { "tasks", "担当する内容" },
        { "note", "備考" },
    };
    struct plan_programs programs = plan_programs(r->mem, r->p, &r->query->filter);

    COLUMNS(r, list);
    for (size_t i = 0; i < programs.n; i++)
        for (size_t j = 0; j < programs.v[i]->delivery.n; j++)
            setup_row(r, programs.v[i], &programs.v[i]->delivery.v[j]);
}

/* As the matrix, with a row for each program whose bodies the plan does not name. */
static void
report_setup(const struct report *r)
{
    static const struct plan_delivery none = { 0 };
    struct plan_programs programs = plan_programs(r->mem, r->p, &r->query->filter);
    struct plan_query nothing = { .filter = { .item = -1 } };
    struct report head = *r;

    head.query = &nothing;
    report_matrix(&head);
    for (size_t i = 0; i < programs.n; i++) {
        for (size_t j = 0; j < programs.v[i]->delivery.n; j++)
            setup_row(r, programs.v[i], &programs.v[i]->delivery.v[j]);
        if (!programs.v[i]->delivery.n)
            setup_row(r, programs.v[i], &none);
    }
}

static void
sites_row(const struct report *r,
          const char *name,
          const struct plan_programs *programs)
{
    struct plan_sites s = plan_sites(programs);
    struct cell *row = table_add_row(r->t);

    row[0] = cell_of_text(name);
    row[1] = cell_of_int((int64_t)programs->n);
    row[2] = cell_of_maybe(s.places, "か所");
    row[3] = cell_of_maybe(s.bases, "拠点");
    row[4] = cell_of_maybe(s.areas, "圏域");
    row[5] = cell_of_maybe(s.unitless, NULL);
}

/* Totals per statutory item; what is not stated is passed over. Source. */
static void
report_sites(const struct report *r)
{
    static const struct column list[] = {
        { "item", "号" },    { "programs", "事業数" }, { "places", "か所" },
        { "bases", "拠点" }, { "areas", "圏域" },      { "unitless", "単位の記載なし" },
    };

    COLUMNS(r, list);
    for (int64_t item = 1; item <= ITEM_LAST; item++) {
        struct plan_filter filter = r->query->filter;
        struct plan_programs programs;

        filter.item = item;
        programs = plan_programs(r->mem, r->p, &filter);
        sites_row(r, plan_item_name(item), &programs);
    }
}

static void
body_row(const struct report *r, const struct plan_body *body)
{
    struct cell *row = table_add_row(r->t);

    row[0] = cell_of_text(body->id);
    row[1] = cell_of_text(body->name);
    row[2] = cell_of_text(body->kind);
    row[3] = cell_of_text(body->bureau);
    row[4] = cell_of_text(body->operator_name);
    row[5] = cell_of_maybe(body->sites, NULL);
    row[6] = cell_of_text(body->aliases ? plan_texts(r->mem, body->aliases) : NULL);
    row[7] = cell_of_text(plan_program_names(r->mem, &body->programs));
    row[8] = cell_of_int((int64_t)body->programs.n);
}

static void
bodies(const struct report *r, bool all)
{
    static const struct column list[] = {
        { "id", "番号" },      { "name", "名前" },     { "kind", "種別" },
        { "bureau", "部局" },  { "operator", "運営" }, { "sites", "か所数" },
        { "aliases", "別名" }, { "programs", "事業" }, { "entries", "表に出る数" },
    };
    struct plan_bodies b = plan_bodies(r->mem, r->p);

    COLUMNS(r, list);
    for (size_t i = 0; i < b.n; i++)
        if (all || (b.v[i].aliases && b.v[i].programs.n))
            body_row(r, &b.v[i]);
}

/* Each section and body once. Source: R-008. */
static void
report_bodies(const struct report *r)
{
    bodies(r, true);
}

/* Bodies outside the town hall that carry a program. Source: R-019. */
static void
report_contractors(const struct report *r)
{
    bodies(r, false);
}

static const char *
cadence_text(const struct report *r, const struct plan_cadence *c)
{
    struct buf b = buf_new(r->mem);

    if (c->per_month.given)
        buf_printf(&b, "月%" PRId64 "回", c->per_month.v);
    if (c->per_year_min.given && c->per_year_max.given
        && c->per_year_min.v != c->per_year_max.v)
        buf_printf(&b, "年%" PRId64 "～%" PRId64 "回", c->per_year_min.v,
                   c->per_year_max.v);
    else if (c->per_year_min.given)
        buf_printf(&b, "年%" PRId64 "回%s", c->per_year_min.v,
                   c->per_year_max.given ? "" : "以上");
    if (c->in_principle == TRI_YES)
        buf_lit(&b, "（原則）");
    if (c->fixed_date == TRI_YES)
        buf_lit(&b, "（定例日）");
    if (c->adhoc == TRI_YES)
        buf_str(&b, b.n ? "と随時" : "随時");
    return b.n ? buf_text(&b) : NULL;
}

static const char *
members_text(const struct report *r, const struct plan_meeting *m)
{
    struct buf b = buf_new(r->mem);

    for (size_t i = 0; i < m->members.n; i++)
        buf_printf(&b, "%s%s", i ? "、" : "", m->members.v[i].name);
    return b.n ? buf_text(&b) : NULL;
}

static void
report_meetings(const struct report *r)
{
    static const struct column list[] = {
        { "id", "番号" },           { "name", "会議" },
        { "aliases", "別名" },      { "kind", "種別" },
        { "consent", "同意" },      { "duty", "守秘" },
        { "host", "主催" },         { "members", "構成員" },
        { "cadence", "開催" },      { "cadence_note", "開催の補足" },
        { "triggers", "きっかけ" }, { "agenda", "議題" },
        { "source", "出典" },
    };

    COLUMNS(r, list);
    for (size_t i = 0; i < r->p->meetings.n; i++) {
        const struct plan_meeting *m = &r->p->meetings.v[i];
        struct cell *row = table_add_row(r->t);

        row[0] = cell_of_text(m->id);
        row[1] = cell_of_text(m->name);
        row[2] = texts_cell(r, &m->aliases);
        row[3] = cell_of_text(profile_meeting_kind_code(m->kind));
        row[4] = cell_of_text(profile_consent_code(m->consent_required));
        row[5] = cell_of_text(profile_duty_code(m->confidentiality.duty));
        row[6] = cell_of_text(m->host_name);
        row[7] = cell_of_text(members_text(r, m));
        row[8] = cell_of_text(cadence_text(r, &m->cadence));
        row[9] = cell_of_text(m->cadence.note);
        row[10] = tags_cell(r, &m->triggers);
        row[11] = tags_cell(r, &m->agenda);
        row[12] = cell_of_text(m->source);
    }
}

struct years {
    int64_t *v;
    size_t n;
    size_t cap;
};

static void
add_year(const struct report *r, struct years *years, int64_t year)
{
    size_t at = 0;

    while (at < years->n && years->v[at] < year)
        at++;
    if (at < years->n && years->v[at] == year)
        return;
    (void)VEC_PUSH(r->mem, years);
    for (size_t i = years->n - 1; i > at; i--)
        years->v[i] = years->v[i - 1];
    years->v[at] = year;
}

static struct cell
value_cell(const struct plan_value *value, const char *unit)
{
    if (value->text)
        return cell_of_text(value->text);
    return cell_of_decimal(value->number, unit);
}

static void
indicator_row(const struct report *r,
              const struct plan_kpi *kpi,
              const struct years *years)
{
    struct cell *row = table_add_row(r->t);

    row[0] = cell_of_text(kpi->id);
    row[1] = cell_of_text(kpi->name);
    row[2] = cell_of_text(profile_body_name(r->p, kpi->owner));
    row[3] = cell_of_text(kpi->unit);
    row[4] = cell_of_maybe(kpi->baseline.fiscal_year, NULL);
    row[5] = value_cell(&kpi->baseline.value, kpi->unit);
    for (size_t i = 0; i < kpi->targets.n; i++)
        for (size_t j = 0; j < years->n; j++)
            if (years->v[j] == kpi->targets.v[i].fiscal_year)
                row[6 + j] = value_cell(&kpi->targets.v[i].value, kpi->unit);
}

/* Targets by year; a year without a target stays blank. Source: D-21. */
static void
report_indicators(const struct report *r)
{
    static const struct column list[] = {
        { "id", "番号" },
        { "name", "指標" },
        { "owner", "担当" },
        { "unit", "単位" },
        { "baseline_year", "基準年度" },
        { "baseline", "基準値" },
    };
    struct years years = { 0 };

    for (size_t i = 0; i < r->p->kpis.n; i++)
        for (size_t j = 0; j < r->p->kpis.v[i].targets.n; j++)
            add_year(r, &years, r->p->kpis.v[i].targets.v[j].fiscal_year);
    COLUMNS(r, list);
    for (size_t i = 0; i < years.n; i++)
        table_add_column(r->t, arena_printf(r->mem, "%" PRId64, years.v[i]),
                         arena_printf(r->mem, "%" PRId64 "年度", years.v[i]));
    for (size_t i = 0; i < r->p->kpis.n; i++)
        indicator_row(r, &r->p->kpis.v[i], &years);
}

/* Source: R-024: 3.5名 is printed as it is. */
static void
report_history(const struct report *r)
{
    static const struct column list[] = {
        { "id", "番号" },          { "name", "項目" },  { "category", "区分" },
        { "fiscal_year", "年度" }, { "as_of", "時点" }, { "value", "値" },
        { "partial", "年度途中" },
    };

    COLUMNS(r, list);
    for (size_t i = 0; i < r->p->history.n; i++) {
        const struct plan_history *h = &r->p->history.v[i];

        for (size_t j = 0; j < h->points.n; j++) {
            const struct plan_history_point *point = &h->points.v[j];
            struct cell *row = table_add_row(r->t);

            row[0] = cell_of_text(h->id);
            row[1] = cell_of_text(h->name);
            row[2] = cell_of_text(h->category);
            row[3] = cell_of_maybe(point->fiscal_year, NULL);
            row[4] = cell_of_text(point->as_of);
            row[5] = cell_of_decimal(point->value, h->unit);
            row[6] = cell_of_text(point->partial == TRI_YES ? "はい" : NULL);
        }
    }
}

static void
report_chronology(const struct report *r)
{
    static const struct column list[] = {
        { "date", "時期" },
        { "event", "できごと" },
        { "source", "出典" },
    };
    struct plan_milestones m = plan_chronology(r->mem, r->p);

    COLUMNS(r, list);
    for (size_t i = 0; i < m.n; i++) {
        struct cell *row = table_add_row(r->t);

        row[0] = cell_of_text(m.v[i]->date);
        row[1] = cell_of_text(m.v[i]->event);
        row[2] = cell_of_text(m.v[i]->source);
    }
}

/* Source: R-033: in order, with the group that the plan puts them in. */
static void
report_principles(const struct report *r)
{
    static const struct column list[] = {
        { "number", "番号" },
        { "group", "まとまり" },
        { "text", "理念" },
    };

    COLUMNS(r, list);
    for (size_t i = 0; i < r->p->plan.principles.n; i++) {
        const struct plan_principle *principle = &r->p->plan.principles.v[i];
        struct cell *row = table_add_row(r->t);

        row[0] = cell_of_int(principle->number);
        row[1] = cell_of_text(principle->group);
        row[2] = cell_of_text(profile_tag_label(r->p, principle->tag));
    }
}

static const char *
role_programs(const struct report *r, const struct plan_staff_role *role)
{
    struct plan_programs list = { 0 };

    for (size_t i = 0; i < r->p->programs.n; i++)
        for (size_t j = 0; j < r->p->programs.v[i].delivery.n; j++)
            if (text_same(r->p->programs.v[i].delivery.v[j].staff_role, role->id))
                *VEC_PUSH(r->mem, &list) = &r->p->programs.v[i];
    return plan_program_names(r->mem, &list);
}

static void
report_staff(const struct report *r)
{
    static const struct column list[] = {
        { "id", "番号" },
        { "name", "職" },
        { "aliases", "別名" },
        { "placed_at", "配置先" },
        { "qualifications", "資格" },
        { "concurrent", "兼務" },
        { "duties", "職務" },
        { "programs", "事業" },
        { "source", "出典" },
    };

    COLUMNS(r, list);
    for (size_t i = 0; i < r->p->staff_roles.n; i++) {
        const struct plan_staff_role *role = &r->p->staff_roles.v[i];
        struct cell *row = table_add_row(r->t);

        row[0] = cell_of_text(role->id);
        row[1] = cell_of_text(role->name);
        row[2] = texts_cell(r, &role->aliases);
        row[3] = cell_of_text(role->placed_at);
        row[4] = texts_cell(r, &role->qualifications);
        row[5] = texts_cell(r, &role->concurrent_roles);
        row[6] = tags_cell(r, &role->duties);
        row[7] = cell_of_text(role_programs(r, role));
        row[8] = cell_of_text(role->source);
    }
}

static void
report_desks(const struct report *r)
{
    static const struct column list[] = {
        { "code", "番号" },    { "name", "窓口" },
        { "agency", "機関" },  { "city", "市の窓口" },
        { "lead", "主管" },    { "consultation", "相談を受ける" },
        { "sites", "か所数" }, { "programs", "事業" },
    };
    struct plan_desks desks = plan_desks(r->mem, r->p);

    COLUMNS(r, list);
    for (size_t i = 0; i < desks.n; i++) {
        const struct plan_desk *desk = &desks.v[i];
        struct cell *row = table_add_row(r->t);

        row[0] = cell_of_text(desk->code);
        row[1] = cell_of_text(desk->name);
        row[2] = cell_of_text(desk->agency_name);
        row[3] = cell_of_text(desk->city ? "はい" : "いいえ");
        row[4] = cell_of_text(desk->lead ? "はい" : "いいえ");
        row[5] = cell_of_text(desk->consultation ? "はい" : "いいえ");
        row[6] = cell_of_maybe(desk->sites, NULL);
        row[7] = cell_of_text(plan_program_names(r->mem, &desk->programs));
    }
}

static void
report_flow(const struct report *r)
{
    static const char *const kinds[] = { "つなぎ", "開催", "報告" };
    static const struct column list[] = {
        { "kind", "線" },
        { "from", "から" },
        { "to", "へ" },
        { "when", "とき" },
    };
    struct plan_flow flow = plan_flow(r->mem, r->p);

    COLUMNS(r, list);
    for (size_t i = 0; i < flow.edges.n; i++) {
        const struct flow_edge *edge = &flow.edges.v[i];
        struct cell *row = table_add_row(r->t);

        row[0] = cell_of_text(kinds[edge->kind]);
        row[1] = cell_of_text(flow.nodes.v[edge->from].name);
        row[2] = cell_of_text(flow.nodes.v[edge->to].name);
        row[3] = cell_of_text(edge->label);
    }
}

static void
report_portfolio(const struct report *r)
{
    struct plan_portfolio portfolio = plan_portfolio(r->mem, r->p);

    table_add_column(r->t, "partner", "関わる機関・団体");
    for (size_t i = 0; i < portfolio.projects.n; i++)
        table_add_column(r->t,
                         arena_printf(r->mem, "initiative_%" PRId64,
                                      portfolio.projects.v[i]->number),
                         portfolio.projects.v[i]->name);
    for (size_t i = 0; i < portfolio.partners.n; i++) {
        struct cell *row = table_add_row(r->t);

        row[0] = cell_of_text(portfolio.partners.v[i].name);
        for (size_t j = 0; j < portfolio.projects.n; j++)
            row[1 + j] = cell_of_text(portfolio.partners.v[i].active[j] ? "○" : "");
    }
}

/* An empty form per program and fiscal year, the same for all bodies. Source: R-042. */
static void
report_status(const struct report *r)
{
    static const struct column list[] = {
        { "key", "番号" },      { "fiscal_year", "年度" },    { "program", "事業" },
        { "sections", "所管" }, { "tasks", "内容" },          { "done", "実施状況" },
        { "issues", "課題" },   { "next", "次年度に向けて" },
    };
    const struct maybe_int *first = &r->p->plan.period.first_fiscal_year;
    int64_t year = r->query->fiscal_year ? r->query->fiscal_year : first->v;
    struct plan_statuses forms = plan_statuses(r->mem, r->p, year);

    COLUMNS(r, list);
    for (size_t i = 0; year && i < forms.n; i++) {
        const struct plan_program *program = forms.v[i].program;
        struct cell *row = table_add_row(r->t);

        row[0] = cell_of_text(forms.v[i].key);
        row[1] = cell_of_int(forms.v[i].fiscal_year);
        row[2] = cell_of_text(program->name);
        row[3] = cell_of_text(plan_sections_text(r->mem, r->p, &program->departments));
        row[4] = tags_cell(r, &program->tasks);
    }
}

static void
report_plan(const struct report *r)
{
    static const struct column list[] = { { "name", "項目" },
                                          { "value", "計画の記載" } };
    const struct plan_outline *plan = &r->p->plan;
    const struct {
        const char *name;
        struct cell value;
    } rows[] = {
        { "計画の名前", cell_of_text(plan->title) },
        { "版", cell_of_text(plan->edition) },
        { "策定", cell_of_text(plan->issued) },
        { "期間の始まり", cell_of_text(plan->period.start) },
        { "期間の終わり", cell_of_text(plan->period.end) },
        { "最初の年度", cell_of_maybe(plan->period.first_fiscal_year, NULL) },
        { "最後の年度", cell_of_maybe(plan->period.last_fiscal_year, NULL) },
        { "年数", cell_of_maybe(plan->period.years, "年") },
        { "事業の開始年度", cell_of_maybe(plan->project_started_fiscal_year, NULL) },
        { "主管", cell_of_text(plan_lead_name(r->p)) },
        { "めざすこと", tags_cell(r, &plan->aims) },
        { "期待する効果", tags_cell(r, &plan->expected_effects) },
    };

    COLUMNS(r, list);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct cell *row = table_add_row(r->t);

        row[0] = cell_of_text(rows[i].name);
        row[1] = rows[i].value;
    }
}

static const struct plan_report_name NAMES[] = {
    { "plan", "計画のあらまし" },
    { "programs", "事業の一覧" },
    { "setup", "設置の一覧" },
    { "matrix", "事業・所管・実施主体の一覧" },
    { "sites", "か所数の集計" },
    { "bodies", "部署と団体" },
    { "contractors", "受託・実施団体と事業" },
    { "desks", "窓口" },
    { "meetings", "会議体" },
    { "indicators", "指標と目標" },
    { "history", "実績の推移" },
    { "chronology", "事業のあゆみ" },
    { "principles", "基本理念・方針" },
    { "staff", "職の一覧" },
    { "flow", "つなぎの流れ" },
    { "portfolio", "重点の取組と関わる機関" },
    { "status", "実施状況報告書" },
    { NULL, NULL },
};

static void (*const BUILDERS[])(const struct report *) = {
    report_plan,       report_programs,   report_setup,       report_matrix,
    report_sites,      report_bodies,     report_contractors, report_desks,
    report_meetings,   report_indicators, report_history,     report_chronology,
    report_principles, report_staff,      report_flow,        report_portfolio,
    report_status,
};

_Static_assert(sizeof BUILDERS / sizeof *BUILDERS + 1 == sizeof NAMES / sizeof *NAMES,
               "each report has a name");

const struct plan_report_name *
plan_reports(void)
{
    return NAMES;
}

bool
plan_report(struct arena *mem,
            const struct profile *p,
            const char *key,
            const struct plan_query *query,
            struct table *out)
{
    struct report r = { mem, p, query, out };

    for (size_t i = 0; NAMES[i].key; i++) {
        if (!text_same(NAMES[i].key, key))
            continue;
        *out = table_new(mem, key, NAMES[i].title);
        BUILDERS[i](&r);
        return true;
    }
    return plan_list(mem, p, key, out);
}
