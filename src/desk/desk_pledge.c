#include "desk_pledge.h"

#include "../base/vec.h"
#include "desk_part.h"
#include "desk_sitting.h"

bool
desk_pledges(struct ctx *c, struct pledges_view *out)
{
    struct sql_pledge_list_rows posts = { 0 };
    struct sql_sworn_list_rows others = { 0 };

    *out = (struct pledges_view){ .lines = { .n = 0 } };
    if (!desk_sitting_may_set(c)
        || !sql_pledge_list(c, &(struct sql_pledge_list_in){ .now = c->now }, &posts)
        || !sql_sworn_list(c, &(struct sql_sworn_list_in){ .desk = c->viewer->desk },
                           &others))
        return false;
    for (size_t i = 0; i < posts.n; i++)
        *VEC_PUSH(c->mem, &out->lines) = (struct pledge_view){
            .who = posts.v[i].who,
            .desk = arena_printf(c->mem, "%s　%s", posts.v[i].desk, posts.v[i].title),
            .how = arena_printf(c->mem, "%d年度の約束",
                                day_fiscal_year(posts.v[i].until_on)),
            .given = day_ja(c->mem, day_of(posts.v[i].given_at)),
            .over = posts.v[i].over,
        };
    for (size_t i = 0; i < others.n; i++)
        *VEC_PUSH(c->mem, &out->lines) = (struct pledge_view){
            .who = others.v[i].who,
            .desk = *others.v[i].desk ? others.v[i].desk : NULL,
            .how = secrecy_label(others.v[i].secrecy),
            .given = day_ja(c->mem, day_of(others.v[i].sworn_at)),
        };
    return true;
}
