#include "desk_outreach_pass.h"

#include "desk_outreach_part.h"

#include "../domain/duty_rule.h"

static bool
check(struct ctx *c, const struct form_outreach_pass *f)
{
    bool good = true;

    if (id_same(f->desk.id, c->viewer->desk.id))
        good = refuse_field(c, "desk", "つぎの機関には、ほかの機関を選んでください。");
    if (f->next_on.n < day_of(c->now).n)
        good = refuse_field(c, "next_on",
                            "「つぎの訪問の日」は、きょうからの日にしてください。");
    return good;
}

/* The visit of the next agency that is planned already is put on the day; else a new one. */
static bool
set_turn(struct ctx *c,
         struct case_id id,
         const struct form_outreach_pass *f,
         struct turn_id *out)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_turn_next_in next = { id, f->desk, who, c->now };
    const struct sql_turn_add_in in = { .turn_id = { id_new(c) },
                                        .case_id = id,
                                        .series_id = id_new(c),
                                        .place = 1,
                                        .due_on = f->next_on,
                                        .to_desk = f->desk,
                                        .desk_id = c->viewer->desk,
                                        .post_id = c->viewer->post,
                                        .subjects = who,
                                        .now = c->now };
    struct sql_turn_next_row row;
    bool found;

    if (!sql_turn_next(c, &next, &row, &found))
        return false;
    *out = found ? row.turn_id : in.turn_id;
    return (found ? sql_turn_move(
                c, &(struct sql_turn_move_in){ row.turn_id, f->next_on, who, c->now })
                  : sql_turn_add(c, &in))
           && desk_put_duty(c, id, DUTY_OUTREACH_VISIT, out->id, f->desk,
                            (struct post_id){ { "" } }, f->next_on);
}

bool
desk_outreach_pass(struct ctx *c,
                   struct case_id id,
                   const struct form_outreach_pass *f,
                   struct outcome *out)
{
    struct sql_passing_add_in in = { .passing_id = id_new(c),
                                     .case_id = id,
                                     .to_desk = f->desk,
                                     .learned = f->learned,
                                     .next_on = f->next_on,
                                     .desk_id = c->viewer->desk,
                                     .post_id = c->viewer->post,
                                     .subjects = desk_subjects(c),
                                     .now = c->now };
    struct sql_outreach_show_row row;
    struct facts facts;
    bool given;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !outreach_load(c, id, &row) || !check(c, f)
        || !outreach_visitor(c, id, "desk", f->desk)
        || !outreach_give(c, id, f->desk, "つづけて訪ねてください。",
                          "訪問の順番を渡しました。", &given))
        return false;
    if (!given)
        return refuse_field(c, "desk",
                            "この機関へは、本人の同意か特別の理由がなければ渡せません。"
                            "先に「つなぐ」から根拠を選んで送ってください。");
    if (!set_turn(c, id, f, &in.turn_id) || !sql_passing_add(c, &in))
        return false;
    out->id = in.passing_id;
    out->place = arena_printf(c->mem, "/cases/%s/outreach?said=passed#plan", id.id.s);
    return desk_keep_version(c, in.passing_id, 1, "passing", id, "つぎの機関へ渡した",
                             desk_form_text(c, &form_outreach_pass_def, f))
           && outreach_touch(c, id);
}
