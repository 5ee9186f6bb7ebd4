/* Sittings by telephone or in turn: the calls, what they wait for, how they are confirmed. */
#include "desk_sitting_part.h"

#include "../base/buf.h"
#include "../base/vec.h"

#include <string.h>

static bool
by_telephone(const struct sitting_records *r)
{
    return r->head.way == SITTING_WAY_TELEPHONE;
}

static bool
is_answer(enum call_answer a)
{
    return a == CALL_ANSWER_AGREED || a == CALL_ANSWER_RESERVED
           || a == CALL_ANSWER_OPPOSED;
}

/* Whether somebody has answered: by the last call that reached the person. */
static bool
answered(const struct sitting_records *r, struct attendee_id id)
{
    bool good = false;

    for (size_t i = 0; i < r->calls.n; i++)
        if (id_same(r->calls.v[i].attendee_id.id, id.id)
            && r->calls.v[i].answer != CALL_ANSWER_UNREACHED)
            good = is_answer(r->calls.v[i].answer);
    return good;
}

/* How many are asked, how many of them have answered. */
static void
count(const struct sitting_records *r, size_t *asked, size_t *given)
{
    *asked = 0;
    *given = 0;
    for (size_t i = 0; i < r->seats.n; i++) {
        if (!r->seats.v[i].present)
            continue;
        ++*asked;
        *given += answered(r, r->seats.v[i].attendee_id);
    }
}

static size_t
wanted(const struct sitting_records *r)
{
    size_t asked;
    size_t given;

    count(r, &asked, &given);
    return by_telephone(r) ? sitting_answers_wanted((long)r->head.needed, asked, given)
                           : 0;
}

static bool
load_unconfirmed(struct ctx *c,
                 const struct sitting_records *r,
                 struct sql_sitting_unconfirmed_rows *rows)
{
    return sql_sitting_unconfirmed(
        c,
        &(struct sql_sitting_unconfirmed_in){
            .sitting_id = r->id, .body = r->head.body, .desk = c->viewer->desk },
        rows);
}

const char *
sitting_waits(struct ctx *c, const struct sitting_records *r)
{
    const size_t n = wanted(r);
    struct sql_sitting_unconfirmed_rows rows = { 0 };

    if (n)
        return arena_printf(
            c->mem, "返事があと%zu人分要ります。そろうと、会議を終えられます。", n);
    if (by_telephone(r) || !load_unconfirmed(c, r, &rows) || !rows.n)
        return NULL;
    return arena_printf(
        c->mem,
        "%sの電話・持ち回りの会議の確認がまだです。報告して確認してから、"
        "会議を終えてください。",
        day_short(c->mem, rows.v[0].held_on));
}

bool
sitting_answered(struct ctx *c, const struct sitting_records *r)
{
    const size_t n = wanted(r);

    return !n || r->head.state != SITTING_STATE_OPEN
           || refuse(c, ERR_RULE,
                     "返事があと%zu人分要ります。電話の記録を書いてから終えてくださ"
                     "い。",
                     n);
}

bool
sitting_confirmed(struct ctx *c, const struct sitting_records *r)
{
    struct sql_sitting_unconfirmed_rows rows = { 0 };

    if (by_telephone(r))
        return true;
    if (!load_unconfirmed(c, r, &rows))
        return false;
    return !rows.n || r->head.state != SITTING_STATE_OPEN
           || refuse(c, ERR_RULE,
                     "%sの電話・持ち回りの会議の確認がまだです。報告して確認してから、"
                     "会議を終えてください。",
                     day_ja(c->mem, rows.v[0].held_on));
}

bool
sitting_calls(struct ctx *c, const struct sitting_records *r, struct sitting_view *out)
{
    const bool open = r->head.state == SITTING_STATE_OPEN;
    struct sql_sitting_unconfirmed_rows rows = { 0 };
    size_t asked;
    size_t given;

    if (!r->head.office)
        return true;
    if (by_telephone(r)) {
        count(r, &asked, &given);
        policy_show_sitting_calls(c, r, out);
        out->answers = arena_printf(
            c->mem, "返事 %zu / %zu", given,
            given + sitting_answers_wanted((long)r->head.needed, asked, given));
        if (open && out->seats.n)
            out->call_path = arena_printf(c->mem, "%s/calls", out->path);
        if (day_known(r->head.confirmed_on))
            out->confirmed = arena_printf(c->mem, "%sの会議で確認しました",
                                          day_short(c->mem, r->head.confirmed_on));
        return true;
    }
    if (!open)
        return true;
    if (!load_unconfirmed(c, r, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *VEC_PUSH(c->mem, &out->unconfirmed) = (struct link_view){
            .path = arena_strdup(c->mem, rows.v[i].sitting_id.id.s),
            .text = arena_printf(c->mem, "%sの電話・持ち回りの会議",
                                 day_short(c->mem, rows.v[i].held_on)),
        };
    if (rows.n)
        out->confirm_path = arena_printf(c->mem, "%s/confirm", out->path);
    return true;
}

static const struct sql_attendee_list_row *
seat_of(const struct sitting_records *r, const char *id)
{
    for (size_t i = 0; i < r->seats.n; i++)
        if (strcmp(r->seats.v[i].attendee_id.id.s, id) == 0)
            return &r->seats.v[i];
    return NULL;
}

/* Nothing is told before secrecy is. Source: practice rules 16, 17. */
static bool
check_call(struct ctx *c,
           const struct sitting_records *r,
           const struct sql_attendee_list_row *t,
           const struct form_sitting_call *f)
{
    if (!by_telephone(r))
        return refuse(c, ERR_RULE, "この会議は、電話・持ち回りの会議ではありません。");
    if (r->head.state != SITTING_STATE_OPEN)
        return refuse(c, ERR_CONFLICT,
                      "会議を始めてから、電話の記録を書いてください。");
    if (!t)
        return refuse_field(c, "who", "「だれに」を、招いた人から選んでください。");
    if (is_answer(f->answer) && !f->told && !t->sworn_at)
        return refuse_field(
            c, "told",
            "返事を聞く前に、秘密を守ることを説明してください。説明したら"
            "「先に、秘密を守ることを説明した」を選びます。");
    if (is_answer(f->answer) && t->part == ATTENDEE_PART_RESIDENT && !t->sworn_at)
        return refuse_field(c, "told",
                            "住民の人には、先に書面の約束が要ります。「出席」から確認を"
                            "書いてください。");
    return true;
}

bool
desk_sitting_call(struct ctx *c,
                  struct sitting_id id,
                  const struct form_sitting_call *f,
                  struct outcome *out)
{
    const struct sql_attendee_list_row *t;
    struct sitting_records r;
    struct sql_call_add_in in = { .call_id = { id_new(c) },
                                  .sitting_id = id,
                                  .called_at = f->called_at,
                                  .answer = f->answer,
                                  .told = f->told,
                                  .said = f->said,
                                  .post_id = c->viewer->post,
                                  .now = c->now };

    if (!sitting_records(c, id, &r))
        return false;
    if (!r.head.office)
        return refuse(c, ERR_DENIED, "not the secretariat");
    t = seat_of(&r, f->who);
    if (!check_call(c, &r, t, f))
        return false;
    in.attendee_id = t->attendee_id;
    if (!sql_call_add(c, &in))
        return false;
    if (f->told && !t->sworn_at && t->part != ATTENDEE_PART_RESIDENT
        && !sql_attendee_swear(
            c, &(struct sql_attendee_swear_in){ .attendee_id = t->attendee_id,
                                                .secrecy = SECRECY_TOLD,
                                                .sworn_at = c->now,
                                                .sworn_by = c->viewer->post,
                                                .said = t->said }))
        return false;
    out->id = in.call_id.id;
    sitting_done(c, id, "called", out);
    return sitting_sync(c, id);
}

bool
desk_sitting_confirm(struct ctx *c,
                     struct sitting_id id,
                     const struct form_sitting_confirm *f,
                     struct outcome *out)
{
    struct sql_sitting_unconfirmed_rows rows = { 0 };
    struct sitting_records r;
    bool found = false;

    if (!sitting_records(c, id, &r))
        return false;
    if (!r.head.office)
        return refuse(c, ERR_DENIED, "not the secretariat");
    if (r.head.state != SITTING_STATE_OPEN || by_telephone(&r))
        return refuse(c, ERR_CONFLICT, "集まって開いている会議で、確認してください。");
    if (!load_unconfirmed(c, &r, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        found |= id_same(rows.v[i].sitting_id.id, f->previous.id);
    if (!found)
        return refuse_field(c, "previous",
                            "確認する会議がないか、もう確認しています。");
    sitting_done(c, id, "confirmed", out);
    return sql_sitting_confirm(
        c, &(struct sql_sitting_confirm_in){ .sitting_id = f->previous,
                                             .confirmed_id = id,
                                             .desk = c->viewer->desk });
}

struct form_options
desk_sitting_seated(struct ctx *c, const struct sitting_view *v)
{
    struct form_option *o = ARENA_ARRAY(c->mem, v->seats.n + 1, struct form_option);

    for (size_t i = 0; i < v->seats.n; i++)
        o[i] = (struct form_option){ .code = v->seats.v[i].id,
                                     .label = v->seats.v[i].who };
    return (struct form_options){ .name = "seated", .v = o, .n = v->seats.n };
}
