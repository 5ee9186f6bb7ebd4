#include "desk_succession.h"

#include "desk_succession_part.h"

#include "../base/vec.h"
#include "../domain/duty_rule.h"
#include "../domain/town.h"
#include "../policy/show_succession.h"
#include "../policy/shown.h"

static const char *
in_town(struct ctx *c, const char *path)
{
    return arena_printf(c->mem, "%s%s", c->town->path, path);
}

/* Where to go on; the page of whose cases they are. */
static const char *
place_of(struct ctx *c, struct post_id post, const char *said)
{
    return arena_printf(c->mem, "/handovers?post=%s&said=%s", post.id.s, said);
}

bool
succession_move(struct ctx *c,
                struct case_id id,
                struct post_id from,
                struct post_id to)
{
    return sql_case_give(c, &(struct sql_case_give_in){ .case_id = id,
                                                        .from_post = from,
                                                        .to_post = to,
                                                        .now = c->now })
           && sql_steps_give(c, &(struct sql_steps_give_in){ .case_id = id,
                                                             .from_post = from,
                                                             .to_post = to })
           && sql_duties_give(c, &(struct sql_duties_give_in){ .case_id = id,
                                                               .from_post = from,
                                                               .to_post = to })
           && sql_referrals_give(c, &(struct sql_referrals_give_in){ .case_id = id,
                                                                     .from_post = from,
                                                                     .to_post = to });
}

/* One's own cases, as head those of the desk, and anybody's whose post has ended. */
static bool
may_give(struct ctx *c, struct post_id from, struct sql_post_one_row *row, bool *may)
{
    bool found;

    if (!role_shares_desk(c->viewer->role))
        return refuse(c, ERR_DENIED, "no work at a desk");
    if (!sql_post_one(c, &(struct sql_post_one_in){ .post_id = from }, row, &found))
        return false;
    if (!found || !id_same(row->desk_id.id, c->viewer->desk.id))
        return refuse(c, ERR_MISSING, "no post of this desk");
    *may = id_same(row->account_id.id, c->viewer->account.id)
           || c->viewer->role == POST_ROLE_HEAD || row->until_at <= c->now
           || row->suspended || row->account_ended;
    return true;
}

static bool
add_choices(struct ctx *c, struct id but, struct succession_choice_list *out)
{
    struct sql_succession_heirs_rows rows = { 0 };

    if (!sql_succession_heirs(c,
                              &(struct sql_succession_heirs_in){
                                  .desk_id = c->viewer->desk, .now = c->now },
                              &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!id_same(rows.v[i].account_id.id, but))
            *VEC_PUSH(c->mem, out) = (struct succession_choice_view){
                .id = arena_strdup(c->mem, rows.v[i].account_id.id.s),
                .name = rows.v[i].name,
            };
    return true;
}

static bool
add_people(struct ctx *c, struct post_id shown, struct succession_person_list *out)
{
    struct sql_succession_people_rows rows = { 0 };

    if (!sql_succession_people(
            c,
            &(struct sql_succession_people_in){ .desk_id = c->viewer->desk,
                                                .subjects = desk_subjects(c),
                                                .now = c->now },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_succession_people_row *r = &rows.v[i];
        const bool over = r->until_at <= c->now;

        if (!over && c->viewer->role != POST_ROLE_HEAD
            && !id_same(r->post_id.id, c->viewer->post.id))
            continue;
        *VEC_PUSH(c->mem, out) = (struct succession_person_view){
            .path =
                in_town(c, arena_printf(c->mem, "/handovers?post=%s", r->post_id.id.s)),
            .name = r->name,
            .until =
                arena_printf(c->mem, "%sまで", day_ja(c->mem, day_of(r->until_at - 1))),
            .n = arena_printf(c->mem, "%d件", (int)r->cases),
            .over = over,
            .current = id_same(r->post_id.id, shown.id),
        };
    }
    return true;
}

static bool
load_cases(struct ctx *c, struct post_id from, struct sql_succession_cases_rows *rows)
{
    return sql_succession_cases(
        c,
        &(struct sql_succession_cases_in){ .desk_id = c->viewer->desk,
                                           .from_post = from,
                                           .subjects = desk_subjects(c),
                                           .now = c->now },
        rows);
}

static bool
load_asks(struct ctx *c, struct sql_succession_asked_rows *rows)
{
    return sql_succession_asked(
        c,
        &(struct sql_succession_asked_in){ .account_id = c->viewer->account,
                                           .desk_id = c->viewer->desk,
                                           .subjects = desk_subjects(c),
                                           .now = c->now },
        rows);
}

bool
desk_successions(struct ctx *c, struct post_id post, struct successions_view *out)
{
    const struct post_id from = id_none(post.id) ? c->viewer->post : post;
    struct sql_succession_cases_rows cases = { 0 };
    struct sql_succession_asked_rows asks = { 0 };
    struct sql_post_one_row who;
    int open = 0;
    bool may;

    if (!may_give(c, from, &who, &may) || !load_cases(c, from, &cases)
        || !load_asks(c, &asks))
        return false;
    if (!may)
        return refuse(c, ERR_DENIED, "a colleague's cases");
    *out = (struct successions_view){
        .title = arena_printf(c->mem, "%sさんの引きつぎ", who.name),
        .post = arena_strdup(c->mem, from.id.s),
        .until = arena_printf(c->mem, "役目は%sまで",
                              day_ja(c->mem, day_of(who.until_at - 1))),
        .path = in_town(c, "/handovers"),
        .accept_path = in_town(c, "/handovers/accept"),
        .paper_path =
            in_town(c, arena_printf(c->mem, "/handovers/paper?post=%s", from.id.s)),
        .may_give = may,
    };
    for (size_t i = 0; i < cases.n; i++)
        open += id_none(cases.v[i].succession_id);
    if (open)
        out->open = arena_printf(c->mem, "%d件に、引きつぐ人が決まっていません", open);
    policy_show_succession_cases(c, &cases, may, &out->cases);
    policy_show_succession_asks(c, &asks, &out->asks);
    return add_people(c, from, &out->people)
           && add_choices(c, who.account_id.id, &out->choices);
}

bool
desk_succession_owner(struct ctx *c, struct case_id id, struct post_id *out)
{
    struct sql_case_show_row row;

    if (!sql_case_show(c,
                       &(struct sql_case_show_in){
                           .case_id = id, .subjects = desk_subjects(c), .now = c->now },
                       &row))
        return false;
    *out = row.owner_post;
    return true;
}

/* The successor works at the same desk, now or from next year on. */
static bool
check_heir(struct ctx *c, struct account_id to)
{
    struct succession_choice_list all = { 0 };

    if (!add_choices(c, (struct id){ .s = "" }, &all))
        return false;
    for (size_t i = 0; i < all.n; i++) {
        struct id id;

        if (id_read(all.v[i].id, &id) && id_same(id, to.id))
            return true;
    }
    return refuse_field(c, "to", "「引きつぐ人」は、同じ窓口の人から選んでください。");
}

static bool
ask(struct ctx *c,
    struct case_id id,
    struct post_id from,
    struct account_id to,
    const char *mind)
{
    const struct sql_succession_put_in in = {
        .succession_id = id_new(c),
        .case_id = id,
        .from_post = from,
        .to_account = to,
        .desk_id = c->viewer->desk,
        .mind = mind,
        .asked_by = c->viewer->post,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    size_t put;

    if (!sql_succession_withdraw(
            c, &(struct sql_succession_withdraw_in){ .case_id = id,
                                                     .from_post = from,
                                                     .subjects = in.subjects,
                                                     .now = c->now })
        || !desk_clear_duty(c, DUTY_SUCCESSION, id.id)
        || !sql_succession_put_changed(c, &in, &put))
        return false;
    if (put != 1)
        return refuse(c, ERR_MISSING, "no such case");
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    return desk_put_duty(c, id, DUTY_SUCCESSION, id.id, c->viewer->desk,
                         (struct post_id){ .id = { .s = "" } }, day_of(c->now))
           && desk_keep_version(c, in.succession_id, 1, "succession", id,
                                "担当の引きつぎを頼んだ", mind);
}

bool
desk_succession_all(struct ctx *c, const struct form_handover *f, struct outcome *out)
{
    struct sql_succession_cases_rows cases = { 0 };
    struct sql_post_one_row who;
    size_t asked = 0;
    bool may;

    if (!may_give(c, f->from, &who, &may))
        return false;
    if (!may)
        return refuse(c, ERR_DENIED, "a colleague's cases");
    if (!check_heir(c, f->to) || !load_cases(c, f->from, &cases))
        return false;
    for (size_t i = 0; i < cases.n; i++) {
        if (!id_none(cases.v[i].succession_id))
            continue;
        if (!ask(c, cases.v[i].case_id, f->from, f->to, f->mind))
            return false;
        asked++;
    }
    if (!asked)
        return refuse(c, ERR_CONFLICT, "引きつぐケースは、もうありません。");
    out->place = place_of(c, f->from, "handover");
    return true;
}

bool
desk_succession_one(struct ctx *c,
                    struct case_id id,
                    const struct form_handover_one *f,
                    struct outcome *out)
{
    struct sql_succession_cases_rows cases = { 0 };
    struct sql_post_one_row who;
    bool may;

    if (!may_give(c, f->from, &who, &may))
        return false;
    if (!may)
        return refuse(c, ERR_DENIED, "a colleague's case");
    if (!check_heir(c, f->to) || !load_cases(c, f->from, &cases))
        return false;
    for (size_t i = 0; i < cases.n; i++)
        if (id_same(cases.v[i].case_id.id, id.id)) {
            out->place = place_of(c, f->from, "handover");
            return ask(c, id, f->from, f->to, f->mind);
        }
    return refuse(c, ERR_MISSING, "not a case of that post");
}

static bool
load_one(struct ctx *c, struct id succession, struct sql_succession_one_row *row)
{
    bool found;

    if (!sql_succession_one(
            c,
            &(struct sql_succession_one_in){ .succession_id = succession,
                                             .subjects = desk_subjects(c),
                                             .now = c->now },
            row, &found))
        return false;
    return (found && id_same(row->to_account.id, c->viewer->account.id)
            && id_same(row->desk_id.id, c->viewer->desk.id))
           || refuse(c, ERR_MISSING, "nothing asked of the viewer");
}

static bool
end_one(struct ctx *c,
        struct id succession,
        struct case_id id,
        const char *state,
        const char *reply)
{
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    return sql_succession_end(
               c, &(struct sql_succession_end_in){ .succession_id = succession,
                                                   .state = state,
                                                   .reply = reply,
                                                   .subjects = desk_subjects(c),
                                                   .now = c->now })
           && desk_clear_duty(c, DUTY_SUCCESSION, id.id);
}

static bool
accept(struct ctx *c, struct id succession)
{
    struct sql_succession_one_row row;

    return load_one(c, succession, &row)
           && succession_move(c, row.case_id, row.from_post, c->viewer->post)
           && end_one(c, succession, row.case_id, "accepted", "")
           && desk_clear_duty(c, DUTY_NO_OWNER, row.case_id.id)
           && desk_keep_version(c, succession, 2, "succession", row.case_id,
                                "担当を引きついだ", "");
}

bool
desk_succession_accept(struct ctx *c, struct id succession, struct outcome *out)
{
    out->place = "/handovers?said=took_over";
    return accept(c, succession);
}

bool
desk_succession_accept_all(struct ctx *c, struct outcome *out)
{
    struct sql_succession_asked_rows asks = { 0 };

    if (!load_asks(c, &asks))
        return false;
    if (!asks.n)
        return refuse(c, ERR_CONFLICT, "受け取る引きつぎは、もうありません。");
    for (size_t i = 0; i < asks.n; i++)
        if (!accept(c, asks.v[i].succession_id))
            return false;
    out->place = "/handovers?said=took_over";
    return true;
}

bool
desk_succession_decline(struct ctx *c,
                        struct id succession,
                        const struct form_handover_answer *f,
                        struct outcome *out)
{
    struct sql_succession_one_row row;

    out->place = "/handovers?said=not_taken";
    return load_one(c, succession, &row)
           && end_one(c, succession, row.case_id, "declined", f->reply)
           && desk_put_duty(c, row.case_id, DUTY_NO_OWNER, row.case_id.id, row.desk_id,
                            row.from_post, day_of(c->now))
           && desk_keep_version(c, succession, 2, "succession", row.case_id,
                                "担当の引きつぎを受け取れなかった", f->reply);
}
