/* Who sits there, and whether secrecy is confirmed. */
#include "desk_sitting_part.h"

#include "../base/buf.h"
#include "../domain/plan.h"
#include "../policy/shown.h"

#include <string.h>

bool
sitter_read(struct ctx *c, const char *who, const char *name, struct sitter *out)
{
    struct sql_post_one_row post;
    struct sql_desk_one_row desk;
    struct id id;
    bool found = false;

    *out = (struct sitter){ .name = name };
    if (!*who)
        return *name
               || refuse_field(c, "who",
                               "「だれを招くか」か「一覧にない人」を書いてくだ"
                               "さい。");
    if ((who[0] != 'p' && who[0] != 'd') || who[1] != '.' || !id_read(who + 2, &id))
        return refuse_field(c, "who", "「だれを招くか」を、一覧から選んでください。");
    out->name = "";
    if (who[0] == 'd') {
        out->desk = (struct desk_id){ id };
        if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = out->desk }, &desk,
                          &found))
            return false;
    } else {
        out->post = (struct post_id){ id };
        if (!sql_post_one(c, &(struct sql_post_one_in){ .post_id = out->post }, &post,
                          &found))
            return false;
        found = found && post.until_at > c->now && !post.suspended;
        if (found) {
            out->desk = post.desk_id;
            out->role = post.role;
        }
    }
    return found
           || refuse_field(c, "who", "「だれを招くか」を、一覧から選んでください。");
}

bool
sitter_pledge(struct ctx *c,
              struct post_id post,
              enum secrecy *secrecy,
              int64_t *sworn_at)
{
    struct sql_pledge_of_row row;
    bool found;

    *secrecy = SECRECY_NONE;
    *sworn_at = 0;
    if (id_none(post.id))
        return true;
    if (!sql_pledge_of(
            c, &(struct sql_pledge_of_in){ .post_id = post, .today = day_of(c->now) },
            &row, &found))
        return false;
    if (found) {
        *secrecy = SECRECY_PLEDGE;
        *sworn_at = row.given_at;
    }
    return true;
}

/* Invites to the items chosen, or to all there are. */
static bool
invite(struct ctx *c,
       struct sitting_id sitting,
       struct attendee_id id,
       const struct form_codes *chosen)
{
    struct sql_item_list_rows items = { 0 };

    if (!sql_item_list(c,
                       &(struct sql_item_list_in){ .sitting_id = sitting,
                                                   .office = true,
                                                   .post = c->viewer->post },
                       &items))
        return false;
    for (size_t i = 0; i < items.n; i++) {
        bool wanted = chosen->n == 0;

        for (size_t k = 0; k < chosen->n && !wanted; k++)
            wanted = strcmp(chosen->v[k], items.v[i].item_id.id.s) == 0;
        if (wanted
            && !sql_attendee_item_add(
                c, &(struct sql_attendee_item_add_in){ .attendee_id = id,
                                                       .item_id = items.v[i].item_id }))
            return false;
    }
    return true;
}

static bool
still_open(struct ctx *c, enum sitting_state state)
{
    return state <= SITTING_STATE_OPEN
           || refuse(c, ERR_CONFLICT, "この会議は、いま「%s」です。",
                     sitting_state_label(state));
}

static enum attendee_part
part_of(const struct form_seat_new *f, const struct sitter *s)
{
    if (s->role == POST_ROLE_RESIDENT_PARTNER)
        return ATTENDEE_PART_RESIDENT;
    return f->part ? f->part : ATTENDEE_PART_MEMBER;
}

bool
desk_seat_add(struct ctx *c,
              struct sitting_id id,
              const struct form_seat_new *f,
              struct outcome *out)
{
    struct sql_sitting_show_row row;
    struct sitter s;
    struct sql_attendee_add_in in = { .attendee_id = { id_new(c) }, .sitting_id = id };

    if (!sitting_office(c, id, &row) || !still_open(c, row.state)
        || !sitter_read(c, f->who, f->name, &s)
        || !sitter_pledge(c, s.post, &in.secrecy, &in.sworn_at))
        return false;
    in.desk_id = s.desk;
    in.post_id = s.post;
    in.name = s.name;
    in.part = part_of(f, &s);
    if (!sql_attendee_add(c, &in) || !invite(c, id, in.attendee_id, &f->items))
        return false;
    out->id = in.attendee_id.id;
    out->place =
        arena_printf(c->mem, "/attendees/%s?said=invited", in.attendee_id.id.s);
    return sitting_sync(c, id);
}

static bool
load_seat(struct ctx *c, struct attendee_id id, struct sql_attendee_one_row *row)
{
    return sql_attendee_one(
        c,
        &(struct sql_attendee_one_in){ .attendee_id = id,
                                       .desk = c->viewer->desk,
                                       .shares = role_shares_desk(c->viewer->role) },
        row);
}

/* The items that the seat has now. */
static bool
items_of(struct ctx *c,
         struct sitting_id sitting,
         struct attendee_id id,
         struct form_codes *out)
{
    struct sql_attendee_items_rows rows = { 0 };
    const char **v;

    if (!sql_attendee_items(c, &(struct sql_attendee_items_in){ .sitting_id = sitting },
                            &rows))
        return false;
    v = ARENA_ARRAY(c->mem, rows.n + 1, const char *);
    *out = (struct form_codes){ .v = v };
    for (size_t i = 0; i < rows.n; i++)
        if (id_same(rows.v[i].attendee_id.id, id.id))
            v[out->n++] = arena_strdup(c->mem, rows.v[i].item_id.id.s);
    return true;
}

bool
desk_seat_show(struct ctx *c,
               struct attendee_id id,
               struct seat_page_view *out,
               struct form_seat_items *values)
{
    struct sql_attendee_one_row t;
    struct sql_sitting_show_row row;

    *values = (struct form_seat_items){ .items = { .n = 0 } };
    if (!load_seat(c, id, &t) || !sitting_load(c, t.sitting_id, &row)
        || !items_of(c, t.sitting_id, id, &values->items))
        return false;
    *out = (struct seat_page_view){
        .who = *t.who    ? arena_printf(c->mem, "%s　%s", t.desk, t.who)
               : *t.name ? t.name
                         : t.desk,
        .sitting = arena_printf(c->mem, "%s　%s", sitting_body_name(c, row.body),
                                day_ja(c->mem, row.held_on)),
        .sitting_path =
            arena_printf(c->mem, "%s/meetings/%s", c->town->path, t.sitting_id.id.s),
        .path = arena_printf(c->mem, "%s/attendees/%s", c->town->path, id.id.s),
    };
    return true;
}

/* Who had the seat reads nothing there any more. */
static bool
sync_former(struct ctx *c, struct sitting_id id, struct post_id post)
{
    struct sql_attendee_items_rows rows = { 0 };

    if (id_none(post.id))
        return true;
    if (!sql_attendee_items(c, &(struct sql_attendee_items_in){ .sitting_id = id },
                            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!id_none(rows.v[i].case_id.id)
            && !store_reach_sync_subject(c, rows.v[i].case_id, post.id))
            return false;
    return true;
}

bool
desk_seat_sit(struct ctx *c,
              struct attendee_id id,
              const struct form_seat_sit *f,
              struct outcome *out)
{
    struct sql_attendee_one_row t;
    struct sql_attendee_sit_in in = { .attendee_id = id };
    struct sitter s;

    if (!load_seat(c, id, &t) || !still_open(c, t.state)
        || !sitter_read(c, f->who, f->name, &s)
        || !sitter_pledge(c, s.post, &in.secrecy, &in.sworn_at))
        return false;
    in.desk_id = s.desk;
    in.post_id = s.post;
    in.name = s.name;
    sitting_done(c, t.sitting_id, "seated", out);
    return sql_attendee_sit(c, &in) && sitting_sync(c, t.sitting_id)
           && sync_former(c, t.sitting_id, t.post_id);
}

/* What the seat had, and has no more, is read by it no more. */
bool
desk_seat_items(struct ctx *c,
                struct attendee_id id,
                const struct form_seat_items *f,
                struct outcome *out)
{
    struct sql_attendee_items_rows had = { 0 };
    struct sql_attendee_one_row t;

    if (!load_seat(c, id, &t) || !still_open(c, t.state)
        || !sql_attendee_items(
            c, &(struct sql_attendee_items_in){ .sitting_id = t.sitting_id }, &had)
        || !sql_attendee_item_drop(
            c, &(struct sql_attendee_item_drop_in){ .attendee_id = id })
        || (f->items.n && !invite(c, t.sitting_id, id, &f->items)))
        return false;
    sitting_done(c, t.sitting_id, "seat_items", out);
    for (size_t i = 0; i < had.n && !id_none(t.post_id.id); i++)
        if (id_same(had.v[i].attendee_id.id, id.id) && !id_none(had.v[i].case_id.id)
            && !store_reach_sync_subject(c, had.v[i].case_id, t.post_id.id))
            return false;
    return sitting_sync(c, t.sitting_id);
}

struct form_options
desk_seat_agenda(struct ctx *c, struct attendee_id id)
{
    struct sql_item_list_rows items = { 0 };
    struct sql_attendee_one_row t;
    struct form_option *v;

    if (!load_seat(c, id, &t)
        || !sql_item_list(c,
                          &(struct sql_item_list_in){ .sitting_id = t.sitting_id,
                                                      .office = true,
                                                      .post = c->viewer->post },
                          &items))
        items.n = 0;
    v = ARENA_ARRAY(c->mem, items.n + 1, struct form_option);
    for (size_t i = 0; i < items.n; i++)
        v[i] = (struct form_option){
            .code = arena_strdup(c->mem, items.v[i].item_id.id.s),
            .label =
                arena_printf(c->mem, "案件%d　%s", (int)items.v[i].place,
                             *items.v[i].number ? items.v[i].number : items.v[i].title),
        };
    return (struct form_options){ .name = "agenda", .v = v, .n = items.n };
}

bool
desk_seat_swear(struct ctx *c,
                struct attendee_id id,
                const struct form_seat_swear *f,
                struct outcome *out)
{
    struct sql_attendee_one_row t;

    if (!load_seat(c, id, &t) || !still_open(c, t.state))
        return false;
    sitting_done(c, t.sitting_id, "sworn", out);
    return sql_attendee_swear(
               c, &(struct sql_attendee_swear_in){ .attendee_id = id,
                                                   .secrecy = f->secrecy,
                                                   .sworn_at = c->now,
                                                   .sworn_by = c->viewer->post,
                                                   .said = f->said })
           && sitting_sync(c, t.sitting_id);
}

bool
desk_seat_absent(struct ctx *c, struct attendee_id id, struct outcome *out)
{
    struct sql_attendee_one_row t;

    if (!load_seat(c, id, &t))
        return false;
    sitting_done(c, t.sitting_id, "absent", out);
    return sql_attendee_absent(
        c, &(struct sql_attendee_absent_in){ .attendee_id = id, .present = false });
}

bool
desk_seat_leave(struct ctx *c, struct attendee_id id, struct outcome *out)
{
    struct sql_attendee_one_row t;

    if (!load_seat(c, id, &t) || !still_open(c, t.state))
        return false;
    sitting_done(c, t.sitting_id, "unseated", out);
    return sql_attendee_leave(
               c, &(struct sql_attendee_leave_in){ .attendee_id = id, .now = c->now })
           && sitting_sync(c, t.sitting_id);
}

/* The wording that the pledge was given to: the notice of the sitting's body. */
static const char *
wording(struct ctx *c, const struct sql_sitting_show_row *row)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, row->body);
    const char *notice = m ? sitting_notice(c, m) : NULL;

    return notice ? notice : "この会議で知ったことを、ほかの人に話しません。";
}

bool
desk_sitting_pledge(struct ctx *c, struct sitting_id id, struct outcome *out)
{
    struct sql_sitting_show_row row;
    size_t sworn;

    if (!sitting_load(c, id, &row) || !still_open(c, row.state))
        return false;
    if (!sql_attendee_swear_self_changed(
            c,
            &(struct sql_attendee_swear_self_in){
                .sitting_id = id, .post = c->viewer->post, .now = c->now },
            &sworn))
        return false;
    if (!sworn)
        return refuse(c, ERR_CONFLICT, "確認する席がないか、もう確認しています。");
    sitting_done(c, id, "pledged", out);
    return sql_pledge_put(c, &(struct sql_pledge_put_in){ .post_id = c->viewer->post,
                                                          .until_on = day_fiscal_end(
                                                              day_of(c->now)),
                                                          .wording = wording(c, &row),
                                                          .now = c->now })
           && sitting_sync(c, id);
}

/* Whether the seat asks for a confirmation that is missing. */
static bool
lacks(const struct sitting_records *r, const struct sql_attendee_list_row *t)
{
    bool bound = t->part == ATTENDEE_PART_RESIDENT;

    for (size_t i = 0; i < r->invited.n; i++)
        bound = bound
                || (r->invited.v[i].bound
                    && id_same(r->invited.v[i].attendee_id.id, t->attendee_id.id));
    return bound && t->present && !t->sworn_at;
}

bool
desk_sitting_told(struct ctx *c, struct sitting_id id, struct outcome *out)
{
    struct sitting_records r;

    if (!sitting_records(c, id, &r))
        return false;
    if (!r.head.office)
        return refuse(c, ERR_DENIED, "not the secretariat");
    if (!still_open(c, r.head.state))
        return false;
    for (size_t i = 0; i < r.seats.n; i++)
        if (r.seats.v[i].present && !r.seats.v[i].sworn_at
            && r.seats.v[i].part != ATTENDEE_PART_RESIDENT
            && !sql_attendee_swear(c, &(struct sql_attendee_swear_in){
                                          .attendee_id = r.seats.v[i].attendee_id,
                                          .secrecy = SECRECY_TOLD,
                                          .sworn_at = c->now,
                                          .sworn_by = c->viewer->post,
                                          .said = r.seats.v[i].said }))
            return false;
    sitting_done(c, id, "told_all", out);
    return sitting_sync(c, id);
}

bool
desk_sitting_roll(struct ctx *c, struct sitting_id id, struct outcome *out)
{
    struct sitting_records r;
    struct buf names = buf_new(c->mem);

    if (!sitting_records(c, id, &r))
        return false;
    if (!r.head.office)
        return refuse(c, ERR_DENIED, "not the secretariat");
    if (r.head.state != SITTING_STATE_OPEN && r.head.state != SITTING_STATE_CLOSED)
        return refuse(c, ERR_CONFLICT, "会議を開いてから、名簿を確定してください。");
    for (size_t i = 0; i < r.seats.n; i++)
        if (lacks(&r, &r.seats.v[i]))
            buf_printf(&names, "%s%s", names.n ? "、" : "",
                       *r.seats.v[i].who    ? r.seats.v[i].who
                       : *r.seats.v[i].name ? r.seats.v[i].name
                                            : r.seats.v[i].desk);
    if (names.n)
        return refuse(
            c, ERR_RULE,
            "秘密を守る確認がまだの人がいます：%s。確認を書くか、欠席にしてから、"
            "名簿を確定してください。",
            buf_text(&names));
    sitting_done(c, id, "roll", out);
    return sql_sitting_roll(
        c, &(struct sql_sitting_roll_in){ .sitting_id = id, .now = c->now });
}
