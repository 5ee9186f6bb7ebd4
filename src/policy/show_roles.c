#include "show_support_plan.h"

#include "../base/day.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"

static bool
same_issue(const struct sql_case_roles_row *a, const struct sql_case_roles_row *b)
{
    if (!id_none(a->issue_id) || !id_none(b->issue_id))
        return id_same(a->issue_id, b->issue_id);
    return text_same(a->words, b->words);
}

static const char *
agency_of(struct ctx *c, const struct sql_case_roles_row *r)
{
    const char *agency = r->desk ? r->desk : r->party;

    if (!agency || !*agency)
        return NULL;
    return r->worker && *r->worker ? arena_printf(c->mem, "%s %s", agency, r->worker)
                                   : agency;
}

/* What a line says is the plan's; who and until when is coordination. */
static const char *
task_of(struct ctx *c, const struct facts *facts, const struct sql_case_roles_row *r)
{
    struct facts f = *facts;
    struct decision d;

    f.own = id_same(r->desk_id.id, c->viewer->desk.id)
                ? OWN_DESK
                : support_plan_owns(c, facts, r->kind, r->plan_desk);
    if (!role_shares_desk(c->viewer->role))
        f.own = OWN_NONE;
    d = policy_decide(ACT_VIEW, &f);
    return mask_text(&d, ITEM_WELFARE, r->what);
}

static void
take_line(struct ctx *c,
          const struct facts *facts,
          const struct sql_case_roles_row *r,
          struct role_view *v)
{
    const struct day end = day_known(r->until_on) ? r->until_on : r->review_on;
    const char *who = agency_of(c, r);

    if (!who)
        return;
    if (!v->lead && r->part == SUPPORT_PART_MAIN) {
        v->lead = who;
        v->task = task_of(c, facts, r);
        v->until = day_known(end) ? day_short(c->mem, end) : NULL;
    } else {
        v->others = v->others ? arena_printf(c->mem, "%s、%s", v->others, who) : who;
    }
}

void
policy_show_roles(struct ctx *c,
                  const struct facts *facts,
                  struct case_id id,
                  const struct sql_case_roles_rows *rows,
                  const char *may_write,
                  struct role_list *out)
{
    const struct decision d = policy_decide(ACT_VIEW, facts);

    if (!decision_allows(&d, ITEM_COORDINATION))
        return;
    for (size_t i = 0; i < rows->n;) {
        const struct sql_case_roles_row *first = &rows->v[i];
        struct role_view v = {
            .issue =
                first->code ? town_label(c->town, "issue", first->code) : first->words,
            .whose = first->household ? "世帯" : NULL,
        };

        for (; i < rows->n && same_issue(first, &rows->v[i]); i++)
            take_line(c, facts, &rows->v[i], &v);
        if (!v.lead && may_write)
            v.path = show_path(c, "cases", id.id, "/plan");
        *VEC_PUSH(c->mem, out) = v;
    }
}
