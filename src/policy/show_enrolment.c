#include "show_enrolment.h"

#include "../base/day.h"
#include "../base/vec.h"
#include "../domain/plan.h"
#include "../domain/town.h"
#include "mask.h"
#include "shown.h"

#include <string.h>

static const char *
service_label(struct ctx *c, const char *program, const char *code)
{
    const struct plan_services all = plan_services(c->mem, c->town->profile, program);

    for (size_t i = 0; i < all.n; i++)
        if (strcmp(all.v[i]->code, code) == 0)
            return all.v[i]->label;
    return *code ? code : NULL;
}

static struct enrolment_view
line_of(struct ctx *c,
        const struct decision *d,
        const struct sql_enrolment_list_row *r,
        bool mine)
{
    const struct plan_program *p = profile_program(c->town->profile, r->program);
    const bool open = !day_known(r->until_on);
    const char *span = arena_printf(c->mem, "%s～%s", day_ja(c->mem, r->from_on),
                                    open ? "" : day_ja(c->mem, r->until_on));

    return (struct enrolment_view){
        .program = mask_text(d, ITEM_WELFARE, p ? p->name : r->program),
        .service = mask_text(d, ITEM_WELFARE, service_label(c, r->program, r->service)),
        .item = p && p->statutory_items.n
                    ? arena_printf(c->mem, "第%d号", (int)p->statutory_items.v[0])
                    : NULL,
        .span = mask_text(d, ITEM_WELFARE, span),
        .note = *r->remark ? mask_text(d, ITEM_WELFARE, r->remark) : NULL,
        .desk = r->desk,
        .end_path = open && mine ? arena_printf(c->mem, "%s/enrolments/%s/end",
                                                c->town->path, r->enrolment_id.id.s)
                                 : NULL,
    };
}

void
policy_show_enrolments(struct ctx *c,
                       const struct facts *facts,
                       struct case_id id,
                       const struct sql_enrolment_list_rows *rows,
                       struct enrolments_view *out)
{
    struct facts of_row = *facts;

    *out = (struct enrolments_view){
        .path = arena_printf(c->mem, "%s/cases/%s/enrolments", c->town->path, id.id.s),
    };
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_enrolment_list_row *r = &rows->v[i];
        const bool mine = id_same(r->desk_id.id, c->viewer->desk.id);
        struct decision d;

        of_row.own = mine ? OWN_DESK : OWN_NONE;
        d = policy_decide(ACT_VIEW, &of_row);
        if (!decision_allows(&d, ITEM_WELFARE))
            continue;
        shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_WELFARE), d.grounds);
        if (day_known(r->until_on))
            *VEC_PUSH(c->mem, &out->past) = line_of(c, &d, r, mine);
        else
            *VEC_PUSH(c->mem, &out->present) = line_of(c, &d, r, mine);
    }
}
