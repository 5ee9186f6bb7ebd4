/* Where a plan was decided: items of the sittings that the viewer's desk holds. */
#include "desk_support_plan.h"

#include "desk_sitting_part.h"
#include "desk_support_part.h"

#include "../base/vec.h"
#include "../domain/profile.h"
#include "../domain/town.h"

static bool
load_items(struct ctx *c, struct case_id id, struct sql_case_items_rows *out)
{
    *out = (struct sql_case_items_rows){ 0 };
    return sql_case_items(
        c,
        &(struct sql_case_items_in){ .case_id = id,
                                     .desk = c->viewer->desk,
                                     .shares = role_shares_desk(c->viewer->role) },
        out);
}

/* What a decision of that meeting is called in a plan's life; NONE: none at all. */
static enum support_way
way_of(struct ctx *c, const char *body)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, body);

    if (m && m->kind == PROFILE_MEETING_KIND_MULTILAYER)
        return SUPPORT_WAY_MULTILAYER;
    if (m && m->kind == PROFILE_MEETING_KIND_SUPPORT)
        return SUPPORT_WAY_CONFERENCE;
    return SUPPORT_WAY_NONE;
}

static const struct sql_case_items_row *
item_of(const struct sql_case_items_rows *rows, struct item_id id)
{
    for (size_t i = 0; i < rows->n; i++)
        if (id_same(rows->v[i].item_id.id, id.id))
            return &rows->v[i];
    return NULL;
}

bool
support_take_item(struct ctx *c,
                  const struct sql_support_plan_one_row *p,
                  struct form_support_move *f,
                  const char **body)
{
    const struct sql_case_items_row *item;
    struct sql_case_items_rows rows;
    enum support_way way;

    if (id_none(f->item.id))
        return true;
    if (!load_items(c, p->case_id, &rows))
        return false;
    item = item_of(&rows, f->item);
    way = item ? way_of(c, item->acts_as) : SUPPORT_WAY_NONE;
    if (!item || !way)
        return refuse_field(
            c, "item", "「決めた会議の案件」を、このケースの案件から選んでください。");
    if (item->state != ITEM_STATE_DECIDED)
        return refuse_field(c, "item",
                            "この案件は、まだ決まっていません。会議で「決まった」と"
                            "してから選んでください。");
    if ((f->way && f->way != way)
        || (day_known(f->held_on) && f->held_on.n != item->held_on.n))
        return refuse_field(c, "item",
                            "選んだ案件の会議と、書いた会議か日が合いません。");
    f->way = way;
    f->held_on = item->held_on;
    *body = sitting_body_name(c, item->acts_as);
    return true;
}

struct form_options
desk_support_sittings(struct ctx *c, struct support_plan_id id)
{
    struct {
        struct form_option *v;
        size_t n;
        size_t cap;
    } to = { 0 };
    struct sql_support_plan_one_row p;
    struct sql_case_items_rows rows;

    if (!support_load(c, id, &p) || !load_items(c, p.case_id, &rows))
        return (struct form_options){ .name = "item" };
    for (size_t i = 0; i < rows.n; i++)
        if (rows.v[i].state == ITEM_STATE_DECIDED && way_of(c, rows.v[i].acts_as))
            *VEC_PUSH(c->mem, &to) = (struct form_option){
                .code = rows.v[i].item_id.id.s,
                .label = arena_printf(
                    c->mem, "%s　%s　案件%d", day_ja(c->mem, rows.v[i].held_on),
                    sitting_body_name(c, rows.v[i].acts_as), (int)rows.v[i].place),
            };
    return (struct form_options){ .name = "item", .v = to.v, .n = to.n };
}
