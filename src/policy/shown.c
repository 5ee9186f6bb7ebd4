#include "shown.h"

#include "../base/vec.h"

#include <assert.h>

void
shown_note(
    struct ctx *c, enum shown_kind kind, struct id id, uint32_t items, uint32_t grounds)
{
    struct shown_list *list = c->shown;

    assert(list);
    for (size_t i = 0; i < list->n; i++)
        if (list->v[i].kind == kind && id_same(list->v[i].id, id)) {
            list->v[i].items |= items;
            list->v[i].grounds |= grounds;
            return;
        }
    *VEC_PUSH(c->mem, list) =
        (struct shown){ .kind = kind, .id = id, .items = items, .grounds = grounds };
}

void
shown_ends(struct ctx *c, int64_t at)
{
    if (at && (!c->shown->ends || at < c->shown->ends))
        c->shown->ends = at;
}
