#include "show_alone.h"

#include "../base/vec.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

void
policy_show_alone(struct ctx *c,
                  int64_t days,
                  int64_t issues,
                  const struct sql_alone_list_rows *rows,
                  struct alone_view *out)
{
    *out = (struct alone_view){
        .rule =
            arena_printf(c->mem,
                         "課題が%d種類以上あり、%d日のあいだ、主担当のほかにだれも"
                         "関わっていない世帯です。あなたが見てよいものだけが出ます。",
                         (int)issues, (int)days),
    };
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_alone_list_row *r = &rows->v[i];

        *VEC_PUSH(c->mem, &out->lines) = (struct alone_line_view){
            .path = show_path(c, "cases", r->case_id.id, ""),
            .number = r->number,
            .owner = arena_printf(c->mem, "%s　%s", r->desk, r->owner),
            .kinds = arena_printf(c->mem, "%d種類", (int)r->kinds),
            .since =
                arena_printf(c->mem, "%sから", day_ja(c->mem, day_of(r->opened_at))),
            .refer_path = show_path(c, "cases", r->case_id.id, "/meetings"),
        };
        shown_note(c, SHOWN_CASE, r->case_id.id,
                   ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_COORDINATION),
                   GROUND_BIT(r->ground));
    }
}
