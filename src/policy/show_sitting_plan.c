/* Plans that wait for a conference: numbers alone. */
#include "show_sitting.h"

#include "../base/vec.h"
#include "show.h"

void
policy_show_waiting_plan(struct ctx *c,
                         const struct sql_plan_proposals_row *r,
                         const char *moment,
                         struct waiting_plan_list *out)
{
    *VEC_PUSH(c->mem, out) = (struct waiting_plan_view){
        .id = arena_strdup(c->mem, r->plan_id.id.s),
        .number = r->number,
        .kind = arena_printf(c->mem, "%s　第%d版", support_plan_kind_label(r->kind),
                             (int)r->edition),
        .moment = moment,
        .path = show_path(c, "support-plans", r->plan_id.id, ""),
    };
}
