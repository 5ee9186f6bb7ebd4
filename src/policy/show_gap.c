#include "show_gap.h"

#include "../base/day.h"
#include "../base/vec.h"
#include "../domain/town.h"
#include "show.h"
#include "shown.h"

#include <string.h>

enum { YEARS = 5 };

static void
add_links(struct ctx *c,
          const struct sql_gap_cases_rows *cases,
          const char *kind,
          struct link_list *out)
{
    for (size_t i = 0; i < cases->n; i++) {
        const struct sql_gap_cases_row *r = &cases->v[i];

        if (strcmp(r->kind, kind) != 0
            || (out->n && strcmp(out->v[out->n - 1].text, r->number) == 0))
            continue;
        *VEC_PUSH(c->mem, out) =
            (struct link_view){ .path = show_path(c, "cases", r->case_id.id, "/issues"),
                                .text = r->number };
        shown_note(c, SHOWN_CASE, r->case_id.id, ITEM_BIT(ITEM_EXISTENCE),
                   GROUND_BIT(r->ground));
    }
}

void
policy_show_gaps(struct ctx *c,
                 int year,
                 const struct sql_gap_counts_rows *counts,
                 const struct sql_gap_cases_rows *cases,
                 struct gaps_view *out)
{
    const int now = day_fiscal_year(day_of(c->now));
    int64_t total = 0;

    *out = (struct gaps_view){
        .year = arena_printf(c->mem, "%s年度", era_year(c->mem, year)),
        .issues_path = arena_printf(c->mem, "%s/local-issues", c->town->path),
        .print_path =
            arena_printf(c->mem, "%s/plan/gaps.pdf?year=%d", c->town->path, year),
    };
    for (size_t i = 0; i < counts->n; i++) {
        const struct sql_gap_counts_row *r = &counts->v[i];
        struct gap_line_view *v = VEC_PUSH(c->mem, &out->lines);

        total += r->needs;
        *v = (struct gap_line_view){
            .kind =
                *r->kind ? town_label(c->town, "local_issue", r->kind) : "種類は未定",
            .needs = arena_printf(c->mem, "%d件", (int)r->needs),
            .cases = arena_printf(c->mem, "%d世帯", (int)r->cases),
        };
        add_links(c, cases, r->kind, &v->links);
    }
    out->total = arena_printf(c->mem, "%d件", (int)total);
    for (int y = now; y > now - YEARS; y--)
        *VEC_PUSH(c->mem, &out->years) = (struct link_view){
            .path = arena_printf(c->mem, "%s/plan/gaps?year=%d", c->town->path, y),
            .text = arena_printf(c->mem, "%s年度", era_year(c->mem, y)),
            .current = y == year,
        };
}

void
policy_show_gaps_paper(struct ctx *c, const struct gaps_view *v, struct paper_view *out)
{
    *out = (struct paper_view){ .watermark = false };
    paper_put(c, out, "town", c->town->name);
    paper_put(c, out, "year", v->year);
    paper_put(c, out, "total", v->total);
    for (size_t i = 0; i < v->lines.n; i++) {
        struct paper_row *row = paper_row(c, out, "gaps");

        paper_row_put(c, row, "kind", v->lines.v[i].kind);
        paper_row_put(c, row, "needs", v->lines.v[i].needs);
        paper_row_put(c, row, "cases", v->lines.v[i].cases);
    }
}
