/* The six parts that a sitting leaves: who was asked, agenda, papers, who came, minutes, tasks. */
#include "desk_sitting_part.h"

#include "../base/vec.h"

static void
add(struct ctx *c, struct sitting_view *out, const char *text, bool done)
{
    *VEC_PUSH(c->mem, &out->parts) =
        (struct link_view){ .text = text, .current = done };
}

/* Items of which the minutes say something. */
static size_t
minuted(const struct sitting_records *r)
{
    size_t n = 0;

    for (size_t i = 0; i < r->items.n; i++) {
        bool said = *r->items.v[i].discussion || *r->items.v[i].decision;

        for (size_t k = 0; k < r->points.n && !said; k++)
            said = id_same(r->points.v[k].item_id.id, r->items.v[i].item_id.id);
        n += said;
    }
    return n;
}

/* Items with papers: facts laid before them, or what is to be spoken of. */
static size_t
with_papers(const struct sitting_records *r)
{
    size_t n = 0;

    for (size_t i = 0; i < r->items.n; i++) {
        bool there = *r->items.v[i].purpose != '\0';

        for (size_t k = 0; k < r->facts.n && !there; k++)
            there = id_same(r->facts.v[k].item_id.id, r->items.v[i].item_id.id);
        n += there;
    }
    return n;
}

bool
sitting_origin(struct ctx *c, const struct sitting_records *r, struct sitting_view *out)
{
    struct sql_sitting_origin_row row;
    bool found;

    if (!r->head.office)
        return true;
    if (!sql_sitting_origin(c, &(struct sql_sitting_origin_in){ .sitting_id = r->id },
                            &row, &found))
        return false;
    if (found)
        *VEC_PUSH(c->mem, &out->way_on) = (struct link_view){
            .path =
                arena_printf(c->mem, "%s/items/%s", c->town->path, row.item_id.id.s),
            .text = "この会議を企画した案件",
        };
    return true;
}

void
sitting_whole(struct ctx *c, const struct sitting_records *r, struct sitting_view *out)
{
    size_t present = 0;
    size_t ended = 0;

    if (!r->head.office || r->head.state == SITTING_STATE_CANCELLED)
        return;
    for (size_t i = 0; i < r->seats.n; i++)
        present += r->seats.v[i].present;
    for (size_t i = 0; i < r->items.n; i++)
        ended += r->items.v[i].state != ITEM_STATE_OPEN;
    add(c, out, arena_printf(c->mem, "案内：%zu人", r->seats.n), r->seats.n != 0);
    add(c, out, arena_printf(c->mem, "次第：案件%zu件", r->items.n), r->items.n != 0);
    add(c, out, arena_printf(c->mem, "資料：%zu件", with_papers(r)),
        r->items.n && with_papers(r) == r->items.n);
    add(c, out,
        r->head.roll_at ? arena_printf(c->mem, "出席：%zu人", present)
                        : "出席：名簿を確定していません",
        r->head.roll_at != 0);
    add(c, out, arena_printf(c->mem, "議事録：%zu件", minuted(r)),
        r->items.n && minuted(r) == r->items.n);
    add(c, out, arena_printf(c->mem, "決定：%zu件、仕事%zu件", ended, r->decided.n),
        r->items.n && ended == r->items.n);
}
