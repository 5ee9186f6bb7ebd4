#include "desk_definition.h"

#include "desk_plan_part.h"
#include "desk_sitting_body.h"
#include "desk_sitting_part.h"

#include "../base/vec.h"
#include "../domain/town.h"
#include "../policy/viewer.h"
#include "gen/sql.h"

/* Who coordinates the scheme, and the heads. */
static bool
may_write(const struct ctx *c)
{
    return c->viewer->role == POST_ROLE_COORDINATOR || c->viewer->role == POST_ROLE_HEAD
           || c->viewer->role == POST_ROLE_PROMOTER;
}

bool
desk_definitions(struct ctx *c, struct definition_view *out)
{
    struct sql_definition_list_rows rows = { 0 };

    if (!sql_definition_list(c, &rows))
        return false;
    *out = (struct definition_view){
        .path = may_write(c)
                    ? arena_printf(c->mem, "%s/plan/target-cases", c->town->path)
                    : NULL,
    };
    desk_plan_head(c, "/plan/target-cases", "多機関協働の対象とする事例", NULL,
                   &out->head);
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_definition_list_row *r = &rows.v[i];

        *VEC_PUSH(c->mem, &out->versions) = (struct definition_line_view){
            .anchor = arena_printf(c->mem, "v%d", (int)r->version),
            .label = arena_printf(c->mem, "第%d版", (int)r->version),
            .body = r->body,
            .criteria = r->criteria,
            .decided = arena_printf(c->mem, "%s　%s", day_ja(c->mem, r->decided_on),
                                    r->meeting),
            .by = arena_printf(c->mem, "%s　%s　%s", instant_ja(c->mem, r->recorded_at),
                               r->desk, r->who),
            .current = i == 0,
        };
    }
    return true;
}

/* The meeting and the day: of the item that decided it, else as written. Source: R-161. */
static bool
take_decision(struct ctx *c,
              const struct form_definition *f,
              struct sql_definition_add_in *in)
{
    struct sql_decided_topics_row item;
    bool good = true;

    if (!id_none(f->item.id)) {
        if (!body_decided(c, f->item, "", "review_case_definition", &item))
            return false;
        in->meeting = sitting_body_name(c, item.acts_as);
        in->decided_on = item.held_on;
        return true;
    }
    if (!*f->meeting)
        good = refuse_field(c, "meeting", "「決めた会議」を書いてください。");
    if (!day_known(f->decided_on))
        good = refuse_field(c, "decided_on", "「決めた日」を書いてください。");
    else if (f->decided_on.n > day_of(c->now).n)
        good = refuse_field(c, "decided_on",
                            "「決めた日」は、きょうまでの日にしてください。");
    return good;
}

bool
desk_definition_add(struct ctx *c, const struct form_definition *f, struct outcome *out)
{
    struct sql_definition_add_in in = {
        .body = f->body,
        .criteria = f->criteria,
        .meeting = f->meeting,
        .decided_on = f->decided_on,
        .item_id = f->item,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .now = c->now,
    };
    struct sql_definition_add_row row;

    if (!may_write(c))
        return refuse(c, ERR_DENIED, "not this role's to write");
    if (!take_decision(c, f, &in))
        return false;
    out->place = "/plan/target-cases?said=saved";
    return sql_definition_add(c, &in, &row);
}
