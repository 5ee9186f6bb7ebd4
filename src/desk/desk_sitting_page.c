/* The page of one item, for the secretariat. */
#include "desk_sitting_part.h"

#include <string.h>

bool
desk_item_show(struct ctx *c,
               struct item_id id,
               struct item_page_view *out,
               struct form_item_end *values)
{
    struct sql_item_show_row i;
    struct sitting_view *s = &out->sitting;

    *out = (struct item_page_view){ .path = NULL };
    if (!sitting_item(c, id, &i) || !desk_sitting_show(c, i.sitting_id, s))
        return false;
    for (size_t k = 0; k < s->items.n; k++)
        if (strcmp(s->items.v[k].id, id.id.s) == 0)
            out->item = s->items.v[k];
    out->path = arena_printf(c->mem, "%s/items/%s", c->town->path, id.id.s);
    out->may_write = i.sitting_state == SITTING_STATE_OPEN;
    out->ended = i.state != ITEM_STATE_OPEN;
    out->may_mend = i.sitting_state == SITTING_STATE_CLOSED;
    *values = (struct form_item_end){ .state = i.state,
                                      .discussion = i.discussion,
                                      .decision = i.decision,
                                      .next_on = i.next_on,
                                      .why = "" };
    return sitting_minutes(c, id, out);
}
