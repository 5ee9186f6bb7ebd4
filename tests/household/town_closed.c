#include "town.h"

#include "gen/sql.h"

static bool
name_post(struct trial *t,
          struct restriction_id of,
          struct case_id id,
          struct post_id post)
{
    struct ctx *c = &t->o.unit.c;

    return sql_named_add(c, &(struct sql_named_add_in){ .named_id = id_new(c),
                                                        .restriction_id = of,
                                                        .case_id = id,
                                                        .post_id = post,
                                                        .reason = "",
                                                        .now = c->now,
                                                        .added_by = t->seat.post });
}

static bool
restrict_case(struct trial *t,
              struct case_id id,
              enum restriction_kind kind,
              struct id subject,
              struct restriction_id *out)
{
    struct ctx *c = enter(t);

    out->id = id_new(c);
    t->guards++;
    return sql_restriction_add(
        c, &(struct sql_restriction_add_in){ .restriction_id = *out,
                                             .group_id = id_new(c),
                                             .kind = kind,
                                             .case_id = id,
                                             .subject = subject,
                                             .decided = true,
                                             .from_on = day_of(c->now),
                                             .until_on = { DAY_NONE },
                                             .reason = "試験",
                                             .now = c->now,
                                             .post_id = c->viewer->post });
}

/* Sealed with who writes and one other on its list; a desk kept from it; dangers noted. */
bool
add_guards(struct trial *t, struct case_id id)
{
    const struct id nobody = { "" };
    struct restriction_id of;
    struct ctx *c;

    if (!draw(t, 3)
        && (!restrict_case(t, id, RESTRICTION_KIND_SEALED, nobody, &of)
            || !name_post(t, of, id, t->seat.post)
            || !name_post(t, of, id, t->other[draw(t, OTHERS)].post)))
        return false;
    if (!draw(t, 3)
        && !restrict_case(t, id, RESTRICTION_KIND_CONFLICT,
                          t->other[draw(t, OTHERS)].post.id, &of))
        return false;
    c = enter(t);
    if (!draw(t, 4)
        && !sql_safety_put(c, &(struct sql_safety_put_in){ .case_id = id,
                                                           .dangers = "試験の注意",
                                                           .call_order = "",
                                                           .now = c->now,
                                                           .post_id = c->viewer->post,
                                                           .version = 0 }))
        return false;
    return draw(t, 4)
           || sql_emergency_add(
               c, &(struct sql_emergency_add_in){ .use_id = { id_new(c) },
                                                  .kind = EMERGENCY_KIND_LOOKUP,
                                                  .post_id = t->other[0].post,
                                                  .desk_id = t->other[0].desk,
                                                  .case_id = id,
                                                  .reason = "試験",
                                                  .now = c->now - 2000,
                                                  .until_at = c->now - 1000 });
}

bool
add_sitting(struct trial *t, struct case_id id)
{
    struct ctx *c = enter(t);
    const struct sitting_id sitting = { id_new(c) };
    const struct item_id item = { id_new(c) };

    if (draw(t, 3))
        return true;
    t->sittings++;
    return sql_sitting_add(c, &(struct sql_sitting_add_in){ .sitting_id = sitting,
                                                            .body = "試験の会議",
                                                            .also = "",
                                                            .way = SITTING_WAY_REGULAR,
                                                            .held_on = day_of(c->now),
                                                            .held_at = "",
                                                            .place = "",
                                                            .reason = "",
                                                            .convener = "",
                                                            .trigger = "",
                                                            .desk_id = c->viewer->desk,
                                                            .post_id = c->viewer->post,
                                                            .now = c->now })
           && sql_item_add(c, &(struct sql_item_add_in){ .item_id = item,
                                                         .sitting_id = sitting,
                                                         .acts_as = "",
                                                         .case_id = id,
                                                         .title = "試験の案件",
                                                         .trigger = "",
                                                         .reason = "",
                                                         .purpose = "",
                                                         .desk_id = c->viewer->desk,
                                                         .post_id = c->viewer->post,
                                                         .now = c->now })
           && sql_decided_add(c, &(struct sql_decided_add_in){ .role_id = { id_new(c) },
                                                               .case_id = id,
                                                               .item_id = item,
                                                               .desk_id = t->o.desk[2],
                                                               .what = "試験の役割",
                                                               .due_on = day_of(c->now),
                                                               .now = c->now });
}

bool
add_hand_over(struct trial *t, struct case_id id)
{
    struct ctx *c = enter(t);
    const struct db_ids who = { .v = c->viewer->subjects, .n = c->viewer->n_subjects };

    if (draw(t, 3))
        return true;
    t->successions++;
    return sql_succession_put(
        c, &(struct sql_succession_put_in){ .succession_id = id_new(c),
                                            .case_id = id,
                                            .from_post = c->viewer->post,
                                            .to_account = t->other[1].account,
                                            .desk_id = c->viewer->desk,
                                            .mind = "試験",
                                            .asked_by = c->viewer->post,
                                            .subjects = who,
                                            .now = c->now });
}
