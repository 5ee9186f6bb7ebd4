#include "show_support_plan.h"

#include "../base/day.h"
#include "../base/vec.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

static void
add_watch(struct ctx *c,
          const struct sql_support_watches_row *w,
          struct support_after_view *out)
{
    const struct decision d = show_row(c, w->ground, false);
    const char *name = mask_text(&d, ITEM_IDENTITY, *w->name ? w->name : NULL);

    if (!decision_allows(&d, ITEM_COORDINATION))
        return;
    *VEC_PUSH(c->mem, &out->watches) = (struct support_after_line){
        .path = show_path(c, "support-watches", w->watch_id.id, ""),
        .number = w->number,
        .name = name,
        .text = arena_printf(c->mem, "%s　%d日ごと", w->desk ? w->desk : w->party,
                             (int)w->every_days),
        .when = day_short(c->mem, w->next_on),
        .late = show_late(c, w->next_on) != NULL,
    };
    shown_note(c, SHOWN_CASE, w->case_id.id, d.allow, d.grounds);
}

static void
add_evaluation(struct ctx *c,
               const struct sql_support_evaluations_row *e,
               struct support_after_view *out)
{
    const struct decision d = show_row(c, e->ground, false);

    if (!decision_allows(&d, ITEM_COORDINATION))
        return;
    *VEC_PUSH(c->mem, &out->evaluations) = (struct support_after_line){
        .path = show_path(c, "support-plans", e->plan_id.id, ""),
        .number = e->number,
        .text =
            arena_printf(c->mem, "%s　第%d版　%s　%s", support_plan_kind_label(e->kind),
                         (int)e->edition, support_outcome_label(e->outcome),
                         town_label(c->town, "closing_reason", e->closing_reason)),
        .when = day_short(c->mem, e->ended_on),
    };
    shown_note(c, SHOWN_CASE, e->case_id.id, d.allow, d.grounds);
}

void
policy_show_support_after(struct ctx *c,
                          int year,
                          const struct support_after_records *r,
                          struct support_after_view *out)
{
    const int64_t both = r->counts.direct + r->counts.multi;

    *out = (struct support_after_view){
        .issues_path = arena_printf(c->mem, "%s/local-issues", c->town->path),
        .year = arena_printf(c->mem, "%s年度", era_year(c->mem, year)),
        .active = arena_printf(c->mem, "%lld", (long long)r->counts.active),
        .watched = arena_printf(c->mem, "%lld", (long long)r->counts.watched),
        .direct = arena_printf(c->mem, "%lld", (long long)r->counts.direct),
        .multi = arena_printf(c->mem, "%lld", (long long)r->counts.multi),
        .share = both ? arena_printf(c->mem, "%lld％",
                                     (long long)(r->counts.direct * 100 / both))
                      : "―",
    };
    for (size_t i = 0; i < r->watches.n; i++)
        add_watch(c, &r->watches.v[i], out);
    for (size_t i = 0; i < r->evaluations.n; i++)
        add_evaluation(c, &r->evaluations.v[i], out);
}
