/*
 * What is to be put before a body at its next sitting: the report of a subgroup, a local issue
 * from the body below, what another body found in the year. Source.
 */
#include "../base/vec.h"
#include "desk_sitting_part.h"

/* Puts a matter on the agenda as a topic without a person. */
static bool
put_topic(struct ctx *c,
          struct sitting_id sitting,
          const struct plan_meeting *body,
          const struct sql_waiting_list_row *w)
{
    const struct item_id item = { id_new(c) };

    return sql_item_add(c, &(struct sql_item_add_in){ .item_id = item,
                                                      .sitting_id = sitting,
                                                      .acts_as = body->id,
                                                      .footing = ITEM_FOOTING_TOPIC,
                                                      .bound = sitting_binds(body),
                                                      .title = w->title,
                                                      .trigger = "",
                                                      .reason = "",
                                                      .purpose = w->words,
                                                      .desk_id = c->viewer->desk,
                                                      .post_id = c->viewer->post,
                                                      .now = c->now })
           && sql_waiting_place(c, &(struct sql_waiting_place_in){
                                       .waiting_id = w->waiting_id, .item_id = item });
}

bool
sitting_take_waiting(struct ctx *c, struct sitting_id id, const char *body)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, body);
    struct sql_waiting_list_rows rows = { 0 };

    if (!m
        || !sql_waiting_list(c, &(struct sql_waiting_list_in){ .body = body }, &rows))
        return m == NULL;
    for (size_t i = 0; i < rows.n; i++)
        if (!put_topic(c, id, m, &rows.v[i]))
            return false;
    return true;
}

bool
sitting_place_waiting(struct ctx *c, const char *body)
{
    struct sql_sitting_next_row next;
    bool found;

    if (!sql_sitting_next(
            c, &(struct sql_sitting_next_in){ .body = body, .today = day_of(c->now) },
            &next, &found))
        return false;
    return !found || sitting_take_waiting(c, next.sitting_id, body);
}

bool
sitting_wait(struct ctx *c, const struct waiting *w)
{
    return sql_waiting_add(c, &(struct sql_waiting_add_in){ .waiting_id = { id_new(c) },
                                                            .body = w->body,
                                                            .kind = w->kind,
                                                            .title = w->title,
                                                            .words = w->words,
                                                            .source_id = w->source,
                                                            .desk_id = c->viewer->desk,
                                                            .post_id = c->viewer->post,
                                                            .now = c->now })
           && sitting_place_waiting(c, w->body);
}

bool
sitting_release_waiting(struct ctx *c, struct sitting_id id, const char *body)
{
    return sql_waiting_release(c, &(struct sql_waiting_release_in){ .sitting_id = id })
           && sitting_place_waiting(c, body);
}

bool
sitting_show_waiting(struct ctx *c, const char *body, struct body_entry_list *out)
{
    struct sql_waiting_list_rows rows = { 0 };

    if (!sql_waiting_list(c, &(struct sql_waiting_list_in){ .body = body }, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, out) = (struct body_entry_view){
            .body = rows.v[i].title,
            .kind = waiting_kind_label(rows.v[i].kind),
            .words = rows.v[i].words,
            .when = day_short(c->mem, day_of(rows.v[i].made_at)),
        };
    return true;
}
