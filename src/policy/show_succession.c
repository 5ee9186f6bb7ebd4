#include "show_succession.h"

#include "../base/vec.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

static const char *
name_text(const struct decision *d, const char *name, enum person_known known)
{
    return mask_text(d, ITEM_IDENTITY, *name ? name : person_known_label(known));
}

static const char *
next_text(struct ctx *c, const struct sql_succession_cases_row *r)
{
    if (!day_known(r->next_on))
        return NULL;
    return arena_printf(c->mem, "%s　%s", r->next_what, day_short(c->mem, r->next_on));
}

void
policy_show_succession_cases(struct ctx *c,
                             const struct sql_succession_cases_rows *rows,
                             bool may_give,
                             struct succession_case_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_succession_cases_row *r = &rows->v[i];
        const struct decision d = show_row(c, r->ground, false);
        const char *to = arena_printf(c->mem, "%s　受け取り待ち", r->to_name);

        *VEC_PUSH(c->mem, out) = (struct succession_case_view){
            .path = show_path(c, "cases", r->case_id.id, ""),
            .number = r->number,
            .name = name_text(&d, r->name, r->known),
            .state = mask_text(&d, ITEM_COORDINATION, case_state_label(r->state)),
            .next = mask_text(&d, ITEM_COORDINATION, next_text(c, r)),
            .steps = arena_printf(c->mem, "次の対応 %d件", (int)r->steps),
            .to = id_none(r->succession_id) ? NULL : to,
            .mind = *r->mind ? mask_text(&d, ITEM_COORDINATION, r->mind) : NULL,
            .id = arena_strdup(c->mem, r->case_id.id.s),
            .give_path =
                may_give ? show_path(c, "cases", r->case_id.id, "/handover") : NULL,
        };
        shown_note(c, SHOWN_CASE, r->case_id.id, d.allow, d.grounds);
    }
}

void
policy_show_succession_asks(struct ctx *c,
                            const struct sql_succession_asked_rows *rows,
                            struct succession_ask_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_succession_asked_row *r = &rows->v[i];
        const struct decision d = show_row(c, r->ground, false);

        *VEC_PUSH(c->mem, out) = (struct succession_ask_view){
            .case_path = show_path(c, "cases", r->case_id.id, ""),
            .number = r->number,
            .name = name_text(&d, r->name, r->known),
            .from = r->from_name,
            .mind = *r->mind ? mask_text(&d, ITEM_COORDINATION, r->mind) : NULL,
            .when = day_short(c->mem, day_of(r->asked_at)),
            .accept_path = show_path(c, "handovers", r->succession_id, "/accept"),
            .decline_path = show_path(c, "handovers", r->succession_id, "/decline"),
        };
        shown_note(c, SHOWN_CASE, r->case_id.id, d.allow, d.grounds);
    }
}
