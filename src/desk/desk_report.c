#include "desk_report.h"

#include "desk_intake_rows.h"
#include "desk_small.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/codes.h"
#include "../domain/profile_json.h"
#include "../domain/small_count.h"
#include "../domain/town.h"
#include "../policy/viewer.h"
#include "gen/sql.h"

#include <stdio.h>

/* The time that a statement counts over: instants, and the months they lie in. */
struct span_asked {
    int64_t from;
    int64_t until; /* exclusive */
    const char *first;
    const char *last;
    const char *filter;
};

#define REPORT(name)                                                                   \
    static bool run_##name(struct ctx *c, const struct span_asked *s,                  \
                           struct sql_report_by_desk_rows *rows)                       \
    {                                                                                  \
        return sql_report_##name(                                                      \
            c,                                                                         \
            &(struct sql_report_##name##_in){                                          \
                .from = s->from, .until = s->until, .filter = s->filter },             \
            rows);                                                                     \
    }

REPORT(by_desk)
REPORT(by_site)
REPORT(by_source)
REPORT(by_topic)
REPORT(by_area)
REPORT(linked_areas)
REPORT(by_route)
REPORT(by_procedure)
REPORT(by_issue)
REPORT(dropped)
REPORT(courses)
REPORT(first_answer)

static bool
run_gaps(struct ctx *c,
         const struct span_asked *s,
         struct sql_report_by_desk_rows *rows)
{
    return sql_report_gaps(c,
                           &(struct sql_report_gaps_in){ .first = s->first,
                                                         .last = s->last,
                                                         .filter = s->filter },
                           rows);
}

static bool
run_without_desk(struct ctx *c,
                 const struct span_asked *s,
                 struct sql_report_by_desk_rows *rows)
{
    return sql_report_without_desk(
        c, &(struct sql_report_without_desk_in){ .filter = s->filter }, rows);
}

/* A report: what it is called, what its groups are, and the statement. */
static const struct report {
    const char *name;
    const char *title;
    const char *heading_a;
    const char *list_a; /* of codes; NULL: the text as it is; "way", "state": an enum */
    const char *heading_b;
    const char *list_b;
    const char *heading_n;
    const char *filter; /* list that filters; NULL: none */
    bool minutes;       /* one row each: median and longest are told */
    bool groups;        /* the groups do not exclude one another: no sum is told */
    bool (*run)(struct ctx *c,
                const struct span_asked *s,
                struct sql_report_by_desk_rows *rows);
    const char *source;
} REPORTS[] = {
    { "by_desk", "相談の受付（窓口ごと）", "窓口", NULL, NULL, NULL, "件", "brought_by",
      false, false, run_by_desk, "R-065" },
    { "by_site", "相談の受付（会場ごと）", "窓口", NULL, "会場", "intake_site", "件",
      "brought_by", false, false, run_by_site, "R-047" },
    { "by_source", "相談の受付（持ちこんだ人ごと）", "持ちこんだ人", "brought_by", NULL,
      NULL, "件", "brought_by", false, false, run_by_source, "R-052, R-067" },
    { "by_route", "相談の受付（相談経路ごと）", "相談経路", "consultation_route", NULL,
      NULL, "件", "brought_by", false, false, run_by_route, "R-048" },
    { "by_procedure", "ほかの手続きのついでの相談", "手続き", NULL, "窓口", NULL, "件",
      "brought_by", false, false, run_by_procedure, "R-048" },
    { "by_topic", "相談の受付（困りごとごと）", "困りごと", "consultation_topic", NULL,
      NULL, "件", "brought_by", false, true, run_by_topic, "R-066" },
    { "by_issue", "課題（種類ごと）", "課題", "issue", "いまのようす", "state", "件",
      NULL, false, false, run_by_issue, "R-051" },
    { "by_area", "つながった圏域", "圏域", "plan_area", NULL, NULL, "件", "brought_by",
      false, false, run_by_area, "R-068" },
    { "linked_areas", "つないだ圏域の数", "数え方", "linked", NULL, NULL, "圏域",
      "brought_by", false, true, run_linked_areas, "R-068" },
    { "courses", "決めた方針", "方針", "way", NULL, NULL, "件", NULL, false, false,
      run_courses, "R-053" },
    { "dropped", "途切れた相談", "途切れたわけ", "drop_reason", NULL, NULL, "件", NULL,
      false, false, run_dropped, "R-062" },
    { "first_answer", "最初に応じるまでの時間", "窓口", NULL, NULL, NULL, "件",
      "brought_by", true, false, run_first_answer, "R-076" },
    { "gaps", "受けられるところがなかったこと", "ことがら", "local_issue", "地区",
      "plan_area", "件", NULL, false, false, run_gaps, "設計 6" },
    { "without_desk", "窓口のない支援中のケース（いつも0件）", "窓口", NULL, NULL, NULL,
      "件", NULL, false, false, run_without_desk, "R-061" },
};

enum { REPORT_N = sizeof REPORTS / sizeof *REPORTS };

static const struct report *
find(const char *name)
{
    for (size_t i = 0; i < REPORT_N; i++)
        if (!*name || text_same(REPORTS[i].name, name))
            return &REPORTS[i];
    return NULL;
}

static const char *
label(const struct ctx *c, const char *list, const char *code)
{
    enum triage_way way;
    enum issue_state state;

    if (!list)
        return code;
    if (text_same(list, "linked"))
        return "つながりのあった圏域の数（重ねて数えない）";
    if (text_same(list, "state"))
        return issue_state_read(code, &state) ? issue_state_label(state) : code;
    if (text_same(list, "way"))
        return triage_way_read(code, &way) ? triage_way_label(way) : code;
    return *code ? town_label(c->town, list, code) : "書かれていない";
}

/* The days of the period: those given, the month, the fiscal year, else this year's. */
static void
period(const struct ctx *c,
       const struct report_ask *ask,
       struct day *from,
       struct day *until)
{
    int64_t year =
        ask->fiscal_year ? ask->fiscal_year : day_fiscal_year(day_of(c->now));
    int y;
    int m;

    *from = ask->from;
    *until = ask->until;
    if (day_known(*from) && day_known(*until))
        return;
    if (sscanf(ask->month, "%4d-%2d", &y, &m) == 2 && day_make(y, m, 1, from)) {
        if (!day_make(m == 12 ? y + 1 : y, m == 12 ? 1 : m + 1, 1, until))
            *until = *from;
        until->n--;
        return;
    }
    if (!day_make((int)year, 4, 1, from))
        *from = day_of(c->now);
    *until = day_fiscal_end(*from);
}

static const char *
month_text(struct ctx *c, struct day day)
{
    const struct ymd v = day_ymd(day);

    return arena_printf(c->mem, "%04d-%02d", v.year, v.month);
}

static void
add_links(struct ctx *c,
          const struct report *r,
          const struct report_ask *ask,
          struct day from,
          struct report_view *out)
{
    const char *base = arena_printf(c->mem, "%s/reports", c->town->path);
    const bool small = desk_small_below(c, ask->outside) > 0;
    const char *keep = small && ask->outside ? "&for=outside" : "";
    const int now = day_fiscal_year(day_of(c->now)) - small;
    const int shown = day_fiscal_year(from);

    for (size_t i = 0; i < REPORT_N; i++)
        *VEC_PUSH(c->mem, &out->reports) = (struct link_view){
            .path = arena_printf(c->mem, "%s?report=%s&year=%d%s", base,
                                 REPORTS[i].name, shown, keep),
            .text = REPORTS[i].title,
            .current = &REPORTS[i] == r,
        };
    for (int y = now - 2; y <= now; y++)
        *VEC_PUSH(c->mem, &out->periods) = (struct link_view){
            .path =
                arena_printf(c->mem, "%s?report=%s&year=%d%s", base, r->name, y, keep),
            .text = arena_printf(c->mem, "%s年度", era_year(c->mem, y)),
            .current = y == shown && !*ask->month && !day_known(ask->from),
        };
    for (int m = 0; m < 12 && !small; m++) {
        const int year = m < 9 ? shown : shown + 1;
        const int month = m < 9 ? m + 4 : m - 8;
        const char *key = arena_printf(c->mem, "%04d-%02d", year, month);

        *VEC_PUSH(c->mem, &out->periods) = (struct link_view){
            .path = arena_printf(c->mem, "%s?report=%s&month=%s", base, r->name, key),
            .text = arena_printf(c->mem, "%d月", month),
            .current = text_same(ask->month, key),
        };
    }
}

static void
add_filters(struct ctx *c,
            const struct report *r,
            const struct report_ask *ask,
            const char *span,
            struct report_view *out)
{
    const char *base =
        arena_printf(c->mem, "%s/reports?report=%s&%s", c->town->path, r->name, span);
    struct code_options all;

    if (!r->filter)
        return;
    all = codes_options(c->mem, c->town->codes, r->filter, day_of(c->now));
    *VEC_PUSH(c->mem, &out->filters) =
        (struct link_view){ .path = base, .text = "すべて", .current = !*ask->filter };
    for (size_t i = 0; i < all.n; i++)
        *VEC_PUSH(c->mem, &out->filters) = (struct link_view){
            .path = arena_printf(c->mem, "%s&filter=%s", base, all.v[i]->code),
            .text = all.v[i]->label,
            .current = text_same(ask->filter, all.v[i]->code),
        };
}

/* A line of the report before it is known whether its number is told. */
struct line {
    const char *a;
    const char *b;
    const char *more; /* of minutes */
};

struct lines {
    struct line *v;
    size_t n;
    size_t cap;
    struct small_cell *cells; /* as many */
};

/* Rows of minutes, ordered within their desk, as one line a desk. */
static void
take_minutes(struct ctx *c,
             const struct sql_report_by_desk_rows *rows,
             struct lines *out)
{
    for (size_t i = 0, end; i < rows->n; i = end) {
        const struct sql_report_by_desk_row *v = rows->v + i;
        size_t n;
        int64_t median;

        for (end = i; end < rows->n && text_same(rows->v[end].a, v->a);)
            end++;
        n = end - i;
        median = n % 2 ? v[n / 2].n : (v[n / 2 - 1].n + v[n / 2].n) / 2;
        out->cells[out->n].n = (int64_t)n;
        *VEC_PUSH(c->mem, out) =
            (struct line){ v->a, "",
                           arena_printf(c->mem, "中央値 %lld分　最長 %lld分",
                                        (long long)median, (long long)v[n - 1].n) };
    }
}

static void
take_lines(struct ctx *c,
           const struct report *r,
           const struct sql_report_by_desk_rows *rows,
           struct lines *out)
{
    *out = (struct lines){ .cells = ARENA_ARRAY(c->mem, rows->n, struct small_cell) };
    if (r->minutes) {
        take_minutes(c, rows, out);
        return;
    }
    for (size_t i = 0; i < rows->n; i++) {
        out->cells[i].n = rows->v[i].n;
        *VEC_PUSH(c->mem, out) = (struct line){ rows->v[i].a, rows->v[i].b, NULL };
    }
}

static void
add_row(struct ctx *c,
        const struct report *r,
        const struct line *l,
        const struct small_cell *k,
        struct report_view *out,
        struct table *table)
{
    struct cell *cell = table_add_row(table);
    const char *more = k->hidden && r->minutes ? SMALL_COUNT_MARK : l->more;

    *cell++ = cell_of_text(label(c, r->list_a, l->a));
    if (r->heading_b)
        *cell++ = cell_of_text(label(c, r->list_b, l->b));
    *cell++ = k->hidden ? cell_of_text(SMALL_COUNT_MARK) : cell_of_int(k->n);
    if (r->minutes)
        *cell = cell_of_text(more);
    *VEC_PUSH(c->mem, &out->lines) = (struct report_line_view){
        .a = label(c, r->list_a, l->a),
        .b = r->heading_b ? label(c, r->list_b, l->b) : NULL,
        .n = k->hidden ? SMALL_COUNT_MARK
                       : arena_printf(c->mem, "%lld", (long long)k->n),
        .more = k->hidden ? NULL : more,
    };
}

/* The limit of this report; districts are nobody, and so none of them is small. */
static int64_t
limit_of(const struct report *r, int64_t below)
{
    return r->run == run_linked_areas ? 0 : below;
}

/* Puts the lines into page and table, without the small ones where there is a limit. */
static void
add_counts(struct ctx *c,
           const struct report *r,
           const struct sql_report_by_desk_rows *rows,
           int64_t below,
           struct report_view *out,
           struct table *table)
{
    struct lines lines;
    int64_t total = 0;
    bool hidden;

    take_lines(c, r, rows, &lines);
    hidden = small_count_hide(lines.cells, lines.n, limit_of(r, below), !r->groups);
    for (size_t i = 0; i < lines.n; i++) {
        add_row(c, r, &lines.v[i], &lines.cells[i], out, table);
        total += lines.cells[i].n;
    }
    if (!r->groups)
        out->total =
            hidden ? SMALL_COUNT_MARK : arena_printf(c->mem, "%lld", (long long)total);
}

/* The plan's target that this number is measured against; NULL: it has none for the year. */
static const char *
aim_of(struct ctx *c, const struct report *r, int year)
{
    const char *id =
        settings_rule(&c->town->settings, arena_printf(c->mem, "kpi_%s", r->name));
    const struct plan_kpi *k = *id ? profile_kpi(c->town->profile, id) : NULL;

    for (size_t i = 0; k && i < k->targets.n; i++) {
        const struct plan_kpi_target *t = k->targets.v + i;

        if (t->fiscal_year == year && t->value.number.given)
            return arena_printf(
                c->mem, "%s　%s年度の目標値　%s%s", k->name, era_year(c->mem, year),
                decimal_text(c->mem, t->value.number), k->unit ? k->unit : "");
    }
    return NULL;
}

static struct table
begin_table(struct ctx *c, const struct report *r, const char *title)
{
    struct table t = table_new(c->mem, r->name, title);

    table_add_column(&t, "group", r->heading_a);
    if (r->heading_b)
        table_add_column(&t, "group2", r->heading_b);
    table_add_column(&t, "count", r->heading_n);
    if (r->minutes)
        table_add_column(&t, "minutes", "分");
    return t;
}

/* What is asked for, as far as it may be told where small numbers are hidden. */
static struct report_ask
narrowed(const struct ctx *c, const struct report_ask *ask, int64_t below)
{
    struct report_ask out = *ask;

    if (!below)
        return out;
    out.month = out.filter = "";
    out.from = out.until = (struct day){ DAY_NONE };
    out.fiscal_year = desk_small_year(c, ask->fiscal_year);
    return out;
}

/* The ways between the whole table and that which may leave the office. */
static void
add_outside(struct ctx *c,
            const struct report *r,
            int64_t below,
            struct report_view *out)
{
    const char *path =
        arena_printf(c->mem, "%s/reports?report=%s", c->town->path, r->name);

    out->small = below ? desk_small_note(c, below) : NULL;
    if (!desk_small_offered(c))
        return;
    out->full_path = below ? path : NULL;
    out->outside_path = below ? NULL : arena_printf(c->mem, "%s&for=outside", path);
}

bool
desk_report(struct ctx *c,
            const struct report_ask *asked,
            struct report_view *out,
            struct table *table)
{
    const struct report *r = find(asked->report);
    const int64_t below = desk_small_below(c, asked->outside);
    const struct report_ask narrow = narrowed(c, asked, below);
    const struct report_ask *ask = &narrow;
    struct sql_report_by_desk_rows rows = { 0 };
    const struct day today = day_of(c->now);
    struct day from;
    struct day until;
    struct span_asked span;
    const char *days;

    if (!r || !role_counts_office(c->viewer->role))
        return refuse(c, ERR_MISSING, "no such report");
    period(c, ask, &from, &until);
    span = (struct span_asked){
        .from = day_begin(from),
        .until = day_begin((struct day){ until.n + 1 }),
        .first = month_text(c, from),
        .last = month_text(c, until),
        .filter = ask->filter,
    };
    if (!r->run(c, &span, &rows))
        return false;
    days = arena_printf(c->mem, "from=%s&until=%s", day_iso(c->mem, from),
                        day_iso(c->mem, until));
    *out = (struct report_view){
        .title = r->title,
        .path = arena_printf(c->mem, "%s/reports", c->town->path),
        .name = r->name,
        .intake_path = !below && desk_intake_may_export(c) ? arena_printf(
                           c->mem, "%s/reports/intake/rows.csv?%s", c->town->path, days)
                                                           : NULL,
        .csv_path = below ? arena_printf(c->mem, "%s/reports/%s.csv?year=%d%s",
                                         c->town->path, r->name, day_fiscal_year(from),
                                         asked->outside ? "&for=outside" : "")
                          : arena_printf(c->mem, "%s/reports/%s.csv?%s&filter=%s",
                                         c->town->path, r->name, days, ask->filter),
        .period =
            arena_printf(c->mem, "%s～%s", day_ja(c->mem, from), day_ja(c->mem, until)),
        .part = until.n >= today.n ? arena_printf(c->mem, "途中の数です（%sまで）",
                                                  day_ja(c->mem, today))
                                   : NULL,
        .source = r->source,
        .heading_a = r->heading_a,
        .heading_b = r->heading_b,
        .heading_n = r->heading_n,
        .from = day_iso(c->mem, from),
        .until = day_iso(c->mem, until),
        .filter = *ask->filter && r->filter ? label(c, r->filter, ask->filter) : NULL,
    };
    *table = begin_table(
        c, r,
        out->part ? arena_printf(c->mem, "%s　%s　%s", r->title, out->period, out->part)
                  : arena_printf(c->mem, "%s　%s", r->title, out->period));
    add_counts(c, r, &rows, below, out, table);
    add_outside(c, r, below, out);
    table->note = out->small;
    out->aim = aim_of(c, r, day_fiscal_year(from));
    add_links(c, r, ask, from, out);
    if (!below)
        add_filters(c, r, ask, days, out);
    return true;
}
