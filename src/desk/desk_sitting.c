#include "desk_sitting.h"

#include "desk_sitting_part.h"

#include "../base/buf.h"
#include "../base/vec.h"
#include "../domain/plan.h"
#include "../policy/shown.h"
#include "desk_plan_say.h"
#include "desk_sitting_body.h"

#include <string.h>

enum { LIST_DAYS = 400 };

bool
sitting_load(struct ctx *c, struct sitting_id id, struct sql_sitting_show_row *row)
{
    return sql_sitting_show(
        c,
        &(struct sql_sitting_show_in){ .sitting_id = id,
                                       .desk = c->viewer->desk,
                                       .post = c->viewer->post,
                                       .shares = role_shares_desk(c->viewer->role) },
        row);
}

bool
sitting_office(struct ctx *c, struct sitting_id id, struct sql_sitting_show_row *row)
{
    return sitting_load(c, id, row)
           && (row->office || refuse(c, ERR_DENIED, "not the secretariat"));
}

bool
sitting_sync(struct ctx *c, struct sitting_id id)
{
    struct sql_sitting_reach_rows rows = { 0 };

    if (!sql_sitting_reach(c, &(struct sql_sitting_reach_in){ .sitting_id = id },
                           &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!store_reach_sync_subject(c, rows.v[i].case_id, rows.v[i].subject))
            return false;
    return true;
}

void
sitting_done(struct ctx *c, struct sitting_id id, const char *said, struct outcome *out)
{
    out->place = arena_printf(c->mem, "/meetings/%s?said=%s", id.id.s, said);
}

bool
desk_sitting_may_set(struct ctx *c)
{
    const struct facts facts = store_facts_new(c->viewer);
    const struct decision d = policy_decide(ACT_WRITE, &facts);

    return (role_shares_desk(c->viewer->role) && decision_allows(&d, ITEM_WELFARE))
           || refuse(c, ERR_DENIED, "sets no sittings");
}

/* A body is convened by its host; a meeting whose host the plan leaves open, by any desk. */
static bool
check_host(struct ctx *c, const struct plan_meeting *m)
{
    struct sql_desk_one_row desk;
    bool found;

    if (!m->host || strcmp(m->host, "city") == 0)
        return true;
    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = c->viewer->desk }, &desk,
                      &found))
        return false;
    if (!found || desk.is_lead || strncmp(desk.code, m->host, strlen(m->host)) == 0)
        return true;
    return refuse_field(c, "body", "「%s」は、%sが開きます。つなぎで頼んでください。",
                        m->name, m->host_name ? m->host_name : "主催の窓口");
}

static bool
check_times(struct ctx *c, const struct form_sitting_new *f)
{
    bool good = true;

    if (f->way != SITTING_WAY_URGENT && f->way != SITTING_WAY_TELEPHONE)
        return true;
    if (!*f->reason)
        good = refuse_field(c, "reason",
                            "「急ぐわけ」を書いてください。緊急と電話・持ち回りの会議"
                            "では、要ります。");
    if (!*f->convener)
        good = refuse_field(c, "convener", "「開くことを認めた人」を書いてください。");
    return good;
}

/* The bodies that sit together, parted by spaces. */
static const char *
also_text(struct ctx *c, const struct form_sitting_new *f)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < f->also.n; i++)
        if (strcmp(f->also.v[i], f->body) != 0
            && profile_meeting(c->town->profile, f->also.v[i]))
            buf_printf(&b, "%s%s", b.n ? " " : "", f->also.v[i]);
    return buf_text(&b);
}

bool
sitting_check_new(struct ctx *c, const struct form_sitting_new *f)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, f->body);
    bool good;

    if (!m)
        return refuse_field(c, "body", "「会議」を、一覧から選んでください。");
    good = check_host(c, m);
    if (!check_times(c, f))
        good = false;
    if (sitting_asks_consent(m) && f->consent_question == CONSENT_QUESTION_NONE)
        good = refuse_field(
            c, "consent_question",
            "「本人の同意をどう扱うか」を選んでください。この会議で同意が要るかどうか"
            "は、計画に書かれていません。");
    return good;
}

bool
desk_sitting_set(struct ctx *c, const struct form_sitting_new *f, struct outcome *out)
{
    const struct sitting_id id = { id_new(c) };

    if (!desk_sitting_may_set(c) || !sitting_check_new(c, f)
        || !sql_sitting_add(c, &(struct sql_sitting_add_in){
                                   .sitting_id = id,
                                   .body = f->body,
                                   .also = also_text(c, f),
                                   .way = f->way ? f->way : SITTING_WAY_REGULAR,
                                   .held_on = f->held_on,
                                   .held_at = f->held_at,
                                   .place = f->place,
                                   .reason = f->reason,
                                   .convener = f->convener,
                                   .consent_question = f->consent_question,
                                   .nameless = f->nameless,
                                   .trigger = f->trigger,
                                   .previous_id = f->previous,
                                   .needed = f->needed_given ? f->needed : 0,
                                   .desk_id = c->viewer->desk,
                                   .post_id = c->viewer->post,
                                   .now = c->now }))
        return false;
    out->id = id.id;
    sitting_done(c, id, "sitting_set", out);
    if (!sitting_take_waiting(c, id, f->body))
        return false;
    return id_none(f->subject.id) || sitting_add_case(c, id, f->subject, f);
}

const char *
sitting_body_name(struct ctx *c, const char *body)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, body);
    const char *kind;

    if (!m)
        return body;
    kind = say_label(profile_meeting_kind_code(m->kind));
    if ((m->kind != PROFILE_MEETING_KIND_SUPPORT
         && m->kind != PROFILE_MEETING_KIND_MULTILAYER)
        || strcmp(kind, m->name) == 0)
        return m->name;
    return arena_printf(c->mem, "%s（%s）", m->name, kind);
}

const char *
sitting_asked(struct ctx *c, const struct plan_cadence *t)
{
    if (t->per_month.given)
        return arena_printf(c->mem, "月%d回%s", (int)t->per_month.v,
                            t->in_principle == TRI_YES ? "（原則）" : "");
    if (t->per_year_min.given)
        return arena_printf(
            c->mem, "年%d回%s", (int)t->per_year_min.v,
            t->per_year_max.given && t->per_year_max.v == t->per_year_min.v ? ""
                                                                            : "以上");
    return NULL;
}

static int
count_of(const struct sql_sitting_count_rows *rows,
         const char *body,
         struct day since,
         struct day until)
{
    int n = 0;

    for (size_t i = 0; i < rows->n; i++)
        if (rows->v[i].held_on.n >= since.n && rows->v[i].held_on.n <= until.n
            && (strcmp(rows->v[i].body, body) == 0
                || strstr(rows->v[i].also, body) != NULL))
            n++;
    return n;
}

/* What each body's cadence asks of this month or fiscal year. Source. */
static bool
show_cadence(struct ctx *c, struct sittings_view *out)
{
    const struct profile *p = c->town->profile;
    const struct day today = day_of(c->now);
    const struct ymd t = day_ymd(today);
    const int year = day_fiscal_year(today);
    struct sql_sitting_count_rows rows = { 0 };
    struct day month = today;
    struct day from = today;
    struct day next = today;

    if (!day_make(t.year, t.month, 1, &month) || !day_make(year, 4, 1, &from)
        || !day_make(t.month == 12 ? t.year + 1 : t.year, t.month % 12 + 1, 1, &next))
        return refuse(c, ERR_BUG, "no such day");
    if (!sql_sitting_count(c,
                           &(struct sql_sitting_count_in){
                               .since = from, .until = day_fiscal_end(today) },
                           &rows))
        return false;
    for (size_t i = 0; i < p->meetings.n; i++) {
        const struct plan_meeting *m = &p->meetings.v[i];
        const bool monthly = m->cadence.per_month.given;
        const char *asked = sitting_asked(c, &m->cadence);
        const int want = monthly ? (int)m->cadence.per_month.v
                         : m->cadence.per_year_min.given
                             ? (int)m->cadence.per_year_min.v
                             : 0;
        const int n = monthly
                          ? count_of(&rows, m->id, month, (struct day){ next.n - 1 })
                          : count_of(&rows, m->id, from, day_fiscal_end(today));

        if (!asked)
            continue;
        *VEC_PUSH(c->mem, &out->cadence) = (struct cadence_view){
            .body = sitting_body_name(c, m->id),
            .path =
                arena_printf(c->mem, "%s/meetings/year?body=%s", c->town->path, m->id),
            .asked = asked,
            .held = arena_printf(c->mem, "%s %d回", monthly ? "今月" : "今年度", n),
            .low = n < want ? arena_printf(c->mem, "あと%d回", want - n) : NULL,
        };
    }
    return true;
}

bool
desk_sitting_list(struct ctx *c, struct sittings_view *out)
{
    const bool shares = role_shares_desk(c->viewer->role);
    const struct day today = day_of(c->now);
    struct sql_sitting_list_rows rows = { 0 };
    struct sql_request_list_rows requests = { 0 };

    *out = (struct sittings_view){
        .feed_path = arena_printf(c->mem, "%s/meetings/calendar.ics", c->town->path),
    };
    if (!sql_sitting_list(
            c,
            &(struct sql_sitting_list_in){ .desk = c->viewer->desk,
                                           .post = c->viewer->post,
                                           .shares = shares,
                                           .since = { today.n - LIST_DAYS },
                                           .until = { today.n + LIST_DAYS } },
            &rows))
        return false;
    policy_show_sittings(c, &rows, sitting_body_name, out);
    if (!shares)
        return true;
    out->new_path = arena_printf(c->mem, "%s/meetings/new", c->town->path);
    out->series_path = arena_printf(c->mem, "%s/meetings/series", c->town->path);
    out->pledges_path = arena_printf(c->mem, "%s/pledges", c->town->path);
    if (c->town->profile->settings && c->town->profile->settings->body_areas.n)
        out->areas_path = arena_printf(c->mem, "%s/meetings/areas", c->town->path);
    if (!sql_request_list(
            c, &(struct sql_request_list_in){ .desk = c->viewer->desk, .all = true },
            &requests))
        return false;
    policy_show_requests(c, &requests, (struct item_id){ .id = { .s = "" } }, true,
                         &out->requests);
    for (size_t i = 0; i < c->town->profile->meetings.n; i++)
        *VEC_PUSH(c->mem, &out->bodies) = (struct link_view){
            .text = sitting_body_name(c, c->town->profile->meetings.v[i].id),
            .path = arena_printf(c->mem, "%s/meetings/year?body=%s", c->town->path,
                                 c->town->profile->meetings.v[i].id),
        };
    return sitting_waiting_plans(c, &out->plans) && body_reports_due(c, out)
           && show_cadence(c, out);
}

/* What stands between the viewer and each item's case. */
static bool
add_seats(struct ctx *c, struct sitting_records *r)
{
    struct facts *seat = ARENA_ARRAY(c->mem, r->items.n + 1, struct facts);

    for (size_t i = 0; i < r->items.n; i++)
        if (!store_facts_at_seat(c, r->items.v[i].case_id, &seat[i]))
            return false;
    r->seat = seat;
    return true;
}

bool
sitting_records(struct ctx *c, struct sitting_id id, struct sitting_records *out)
{
    *out = (struct sitting_records){ .id = id };
    if (!sitting_load(c, id, &out->head))
        return false;
    sql_item_list_later(c,
                        &(struct sql_item_list_in){ .sitting_id = id,
                                                    .office = out->head.office,
                                                    .post = c->viewer->post },
                        &out->items);
    sql_attendee_list_later(c, &(struct sql_attendee_list_in){ .sitting_id = id },
                            &out->seats);
    sql_attendee_items_later(c, &(struct sql_attendee_items_in){ .sitting_id = id },
                             &out->invited);
    sql_tabled_list_later(c, &(struct sql_tabled_list_in){ .sitting_id = id },
                          &out->facts);
    sql_item_people_later(c, &(struct sql_item_people_in){ .sitting_id = id },
                          &out->people);
    sql_matter_list_later(c, &(struct sql_matter_list_in){ .sitting_id = id },
                          &out->matter);
    sql_item_points_later(c, &(struct sql_item_points_in){ .sitting_id = id },
                          &out->points);
    sql_decided_of_sitting_later(
        c, &(struct sql_decided_of_sitting_in){ .sitting_id = id }, &out->decided);
    sql_request_list_later(
        c, &(struct sql_request_list_in){ .desk = c->viewer->desk, .sitting_id = id },
        &out->requests);
    sql_copy_list_later(c, &(struct sql_copy_list_in){ .sitting_id = id },
                        &out->copies);
    sql_call_list_later(c, &(struct sql_call_list_in){ .sitting_id = id }, &out->calls);
    return db_gather(c) && add_seats(c, out);
}

/* What the viewer may do with the sitting now. */
static void
offer_acts(struct ctx *c, const struct sitting_records *r, struct sitting_view *out)
{
    const struct sitting_reader who = sitting_reader_of(c, r);
    const bool open = r->head.state == SITTING_STATE_OPEN;
    size_t undone = 0;

    for (size_t i = 0; i < r->items.n; i++)
        undone += r->items.v[i].state == ITEM_STATE_OPEN;
    if (!id_none(who.attendee.id) && !who.sworn && r->head.state <= SITTING_STATE_OPEN)
        out->pledge_path = arena_printf(c->mem, "%s/pledge", out->path);
    if (open || (r->head.office && r->head.state != SITTING_STATE_CANCELLED))
        out->pack_path = arena_printf(c->mem, "%s/pack", out->path);
    else
        out->pack_shut = r->head.state == SITTING_STATE_PLANNED
                             ? "資料は、会議が始まると開きます。"
                             : "会議は終わりました。資料は閉じています。";
    if (!r->head.office)
        return;
    if (r->head.state == SITTING_STATE_PLANNED) {
        out->open_path = arena_printf(c->mem, "%s/open", out->path);
        out->cancel_path = arena_printf(c->mem, "%s/cancel", out->path);
    }
    if (r->head.state <= SITTING_STATE_OPEN)
        out->told_path = arena_printf(c->mem, "%s/told", out->path);
    if (open && undone)
        out->closing =
            arena_printf(c->mem,
                         "終わっていない案件が%zu件あります。決まった・続けて"
                         "話し合う・取り下げた、のどれかを書いてください。",
                         undone);
    else if (open)
        out->closing = sitting_waits(c, r);
    if (open && !out->closing)
        out->close_path = arena_printf(c->mem, "%s/close", out->path);
    if (r->head.roll_at)
        out->roll = arena_printf(c->mem, "名簿は%sに確定しました",
                                 day_short(c->mem, day_of(r->head.roll_at)));
    else if (r->head.state == SITTING_STATE_OPEN
             || r->head.state == SITTING_STATE_CLOSED)
        out->roll_path = arena_printf(c->mem, "%s/roll", out->path);
}

bool
desk_sitting_show(struct ctx *c, struct sitting_id id, struct sitting_view *out)
{
    struct sitting_records r;

    *out = (struct sitting_view){ .id = NULL };
    if (!sitting_records(c, id, &r))
        return false;
    policy_show_sitting(c, &r, out);
    sitting_texts(c, &r, out);
    offer_acts(c, &r, out);
    sitting_whole(c, &r, out);
    if (!sitting_origin(c, &r, out) || !sitting_offer_plans(c, &r, out))
        return false;
    return sitting_calls(c, &r, out) && sitting_chair(c, &r, out)
           && sitting_propose(c, &r, out);
}

/* Moves the sitting on and makes reach anew. */
static bool
move(struct ctx *c,
     struct sitting_id id,
     const struct sql_sitting_show_row *row,
     enum sitting_state state)
{
    struct sql_sitting_move_in in = { .sitting_id = id,
                                      .state = state,
                                      .opened_at = row->opened_at,
                                      .closed_at = row->closed_at,
                                      .version = row->version };
    size_t moved;

    if (state == SITTING_STATE_OPEN)
        in.opened_at = c->now;
    else
        in.closed_at = c->now;
    if (!sql_sitting_move_changed(c, &in, &moved))
        return false;
    if (!moved)
        return refuse(c, ERR_CONFLICT,
                      "この会議は、ほかの人がいま動かしました。画面を開き直してくださ"
                      "い。");
    return sitting_sync(c, id);
}

bool
desk_sitting_open(struct ctx *c, struct sitting_id id, struct outcome *out)
{
    struct sql_sitting_show_row row;

    if (!sitting_office(c, id, &row))
        return false;
    if (row.state != SITTING_STATE_PLANNED)
        return refuse(c, ERR_CONFLICT, "この会議は、いま「%s」です。",
                      sitting_state_label(row.state));
    if (row.held_on.n > day_of(c->now).n)
        return refuse(c, ERR_RULE, "会議の日は%sです。その日になったら開いてください。",
                      day_ja(c->mem, row.held_on));
    sitting_done(c, id, "sitting_open", out);
    return move(c, id, &row, SITTING_STATE_OPEN);
}

bool
desk_sitting_close(struct ctx *c, struct sitting_id id, struct outcome *out)
{
    struct sitting_records r;
    size_t undone = 0;

    if (!sitting_records(c, id, &r))
        return false;
    if (!r.head.office)
        return refuse(c, ERR_DENIED, "not the secretariat");
    for (size_t i = 0; i < r.items.n; i++)
        undone += r.items.v[i].state == ITEM_STATE_OPEN;
    if (!sitting_answered(c, &r) || !sitting_confirmed(c, &r))
        return false;
    switch (sitting_may_close(r.head.state, undone)) {
    case CLOSING_NOT_OPEN:
        return refuse(c, ERR_CONFLICT, "この会議は、いま「%s」です。",
                      sitting_state_label(r.head.state));
    case CLOSING_ITEM_OPEN:
        return refuse(c, ERR_RULE,
                      "終わっていない案件が%zu件あります。決まった・続けて話し合う・"
                      "取り下げた、のどれかを書いてから終えてください。",
                      undone);
    case CLOSING_YES:
        break;
    }
    sitting_done(c, id, "sitting_closed", out);
    return move(c, id, &r.head, SITTING_STATE_CLOSED);
}

bool
desk_sitting_cancel(struct ctx *c, struct sitting_id id, struct outcome *out)
{
    struct sql_sitting_show_row row;

    if (!sitting_office(c, id, &row))
        return false;
    if (row.state != SITTING_STATE_PLANNED)
        return refuse(c, ERR_CONFLICT, "この会議は、いま「%s」です。",
                      sitting_state_label(row.state));
    sitting_done(c, id, "sitting_cancelled", out);
    return move(c, id, &row, SITTING_STATE_CANCELLED)
           && sitting_release_waiting(c, id, row.body);
}
