#include "desk_stranded.h"

#include "../base/vec.h"
#include "../domain/town.h"
#include "../policy/show.h"
#include "../policy/viewer.h"
#include "desk_part.h"

static bool
load(struct ctx *c, struct sql_stranded_posts_rows *rows)
{
    return sql_stranded_posts(
        c, &(struct sql_stranded_posts_in){ .desk = c->viewer->desk, .now = c->now },
        rows);
}

static bool
hands_of(struct ctx *c, struct desk_id desk, struct sql_desk_hands_rows *out)
{
    *out = (struct sql_desk_hands_rows){ 0 };
    return sql_desk_hands(
        c, &(struct sql_desk_hands_in){ .desk_id = desk, .now = c->now }, out);
}

bool
stranded_lines(struct ctx *c, struct stranded_list *out)
{
    struct sql_stranded_posts_rows rows = { 0 };

    if (c->viewer->role != POST_ROLE_HEAD)
        return true;
    if (!load(c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        struct sql_desk_hands_rows hands;

        if (!hands_of(c, rows.v[i].desk_id, &hands))
            return false;
        policy_show_stranded(c, &rows.v[i], &hands, out);
    }
    return true;
}

static bool
works_there(const struct sql_desk_hands_rows *hands, struct post_id post)
{
    for (size_t i = 0; i < hands->n; i++)
        if (id_same(hands->v[i].post_id.id, post.id))
            return true;
    return false;
}

static bool
give(struct ctx *c, struct desk_id desk, const struct form_stranded *f)
{
    return sql_stranded_give(c, &(struct sql_stranded_give_in){ .desk_id = desk,
                                                                .from_post = f->from,
                                                                .to_post = f->to })
           && sql_stranded_steps_give(
               c, &(struct sql_stranded_steps_give_in){ .desk_id = desk,
                                                        .from_post = f->from,
                                                        .to_post = f->to })
           && sql_stranded_referrals_give(
               c, &(struct sql_stranded_referrals_give_in){
                      .desk_id = desk, .from_post = f->from, .to_post = f->to });
}

bool
desk_stranded_give(struct ctx *c, const struct form_stranded *f, struct outcome *out)
{
    struct sql_stranded_posts_rows rows = { 0 };
    struct sql_desk_hands_rows hands;

    if (c->viewer->role != POST_ROLE_HEAD)
        return refuse(c, ERR_DENIED, "not a head");
    if (!load(c, &rows))
        return false;
    out->place = "/today?said=stranded";
    for (size_t i = 0; i < rows.n; i++) {
        if (!id_same(rows.v[i].post_id.id, f->from.id))
            continue;
        if (!hands_of(c, rows.v[i].desk_id, &hands))
            return false;
        return works_there(&hands, f->to)
                   ? give(c, rows.v[i].desk_id, f)
                   : refuse_field(
                       c, "to",
                       "「だれに渡すか」は、その窓口で、いま役目のある人から選"
                       "んでください。");
    }
    return refuse(c, ERR_MISSING, "no such lines");
}
