#include "show_sitting.h"

#include "../base/buf.h"
#include "../base/vec.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

#include <string.h>

static const char *
state_tone(enum sitting_state s)
{
    return s == SITTING_STATE_OPEN ? "fill" : s == SITTING_STATE_CLOSED ? "ok" : "";
}

static const char *
when_text(struct ctx *c, struct day day, const char *at)
{
    return arena_printf(c->mem, "%s%s%s", day_ja(c->mem, day), *at ? "　" : "", at);
}

/* A day as calendars write it: "20260520". */
static const char *
plain_day(struct ctx *c, struct day day)
{
    const struct ymd t = day_ymd(day);

    return arena_printf(c->mem, "%04d%02d%02d", t.year, t.month, t.day);
}

void
policy_show_sittings(struct ctx *c,
                     const struct sql_sitting_list_rows *rows,
                     const char *(*name)(struct ctx *c, const char *body),
                     struct sittings_view *out)
{
    const struct day today = day_of(c->now);

    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_sitting_list_row *r = &rows->v[i];
        const struct sitting_entry_view v = {
            .id = arena_strdup(c->mem, r->sitting_id.id.s),
            .path = show_path(c, "meetings", r->sitting_id.id, ""),
            .body = name(c, r->body),
            .when = when_text(c, r->held_on, r->held_at),
            .day = plain_day(c, r->held_on),
            .place = *r->place ? r->place : NULL,
            .desk = r->desk,
            .state = sitting_state_label(r->state),
            .tone = state_tone(r->state),
            .way = r->way == SITTING_WAY_REGULAR ? NULL : sitting_way_label(r->way),
            .items = r->office ? arena_printf(c->mem, "案件 %d", (int)r->items) : NULL,
            .cancelled = r->state == SITTING_STATE_CANCELLED,
        };

        if (r->state == SITTING_STATE_CLOSED || r->state == SITTING_STATE_CANCELLED)
            *VEC_PUSH(c->mem, &out->past) = v;
        else if (r->held_on.n <= today.n)
            *VEC_PUSH(c->mem, &out->today) = v;
        else
            *VEC_PUSH(c->mem, &out->coming) = v;
    }
}

struct sitting_reader
sitting_reader_of(const struct ctx *c, const struct sitting_records *r)
{
    struct sitting_reader who = { .office = r->head.office };

    for (size_t i = 0; i < r->seats.n; i++) {
        const struct sql_attendee_list_row *t = &r->seats.v[i];

        if (id_none(t->post_id.id) || !id_same(t->post_id.id, c->viewer->post.id))
            continue;
        who.attendee = t->attendee_id;
        who.part = t->part;
        who.sworn = t->sworn_at != 0;
    }
    return who;
}

static const char *
items_text(struct ctx *c, const struct sitting_records *r, struct attendee_id id)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < r->invited.n; i++)
        if (id_same(r->invited.v[i].attendee_id.id, id.id))
            buf_printf(&b, "%s%d", b.n ? "・" : "案件 ", (int)r->invited.v[i].place);
    return b.n ? buf_text(&b) : "案件には出ません";
}

/* Whether any item of the seat asks for a confirmation. */
static bool
must_swear(const struct sitting_records *r, const struct sql_attendee_list_row *t)
{
    if (t->part == ATTENDEE_PART_RESIDENT)
        return true;
    for (size_t i = 0; i < r->invited.n; i++)
        if (r->invited.v[i].bound
            && id_same(r->invited.v[i].attendee_id.id, t->attendee_id.id))
            return true;
    return false;
}

static const char *
secrecy_text(struct ctx *c,
             const struct sitting_records *r,
             const struct sql_attendee_list_row *t)
{
    if (t->sworn_at)
        return arena_printf(c->mem, "%s　%s %s", secrecy_label(t->secrecy),
                            day_short(c->mem, day_of(t->sworn_at)),
                            instant_clock(c->mem, t->sworn_at));
    return must_swear(r, t) ? "確認はまだ" : "確認は要りません";
}

/* Who sits or sat there, also when the seat was taken away since. */
static const char *
sitter_name(struct ctx *c, const char *desk, const char *who, const char *name)
{
    if (*who)
        return arena_printf(c->mem, "%s　%s", desk, who);
    if (*name)
        return *desk ? arena_printf(c->mem, "%s　%s", desk, name) : name;
    return arena_printf(c->mem, "%s（来る人はまだ）", desk);
}

static void
show_seats(struct ctx *c, const struct sitting_records *r, struct sitting_view *out)
{
    for (size_t i = 0; i < r->seats.n; i++) {
        const struct sql_attendee_list_row *t = &r->seats.v[i];
        const bool lacks = !t->sworn_at && must_swear(r, t);

        if (!r->head.office && !id_same(t->post_id.id, c->viewer->post.id))
            continue;
        *VEC_PUSH(c->mem, &out->seats) = (struct seat_view){
            .id = arena_strdup(c->mem, t->attendee_id.id.s),
            .who = sitter_name(c, t->desk, t->who, t->name),
            .part =
                t->part == ATTENDEE_PART_MEMBER ? NULL : attendee_part_label(t->part),
            .items = items_text(c, r, t->attendee_id),
            .secrecy = secrecy_text(c, r, t),
            .said = *t->said ? t->said : NULL,
            .tone = lacks ? "late" : "ok",
            .path = r->head.office ? show_path(c, "attendees", t->attendee_id.id, "")
                                   : NULL,
            .absent = !t->present,
        };
    }
}

static void
show_copies(struct ctx *c, const struct sitting_records *r, struct sitting_view *out)
{
    const bool over = r->head.state > SITTING_STATE_OPEN;
    struct buf missing = buf_new(c->mem);

    for (size_t i = 0; i < r->copies.n; i++) {
        const struct sql_copy_list_row *k = &r->copies.v[i];
        const bool still = !k->returned_at && !k->lost_at;
        const struct copy_view v = {
            .id = arena_strdup(c->mem, k->copy_id.id.s),
            .path = show_path(c, "copies", k->copy_id.id, ""),
            .pdf_path = over ? NULL : show_path(c, "copies", k->copy_id.id, ".pdf"),
            .number = arena_printf(c->mem, "%d", (int)k->number),
            .who = sitter_name(c, k->desk, k->who, k->name),
            .printed = arena_printf(c->mem, "%s %s　%s",
                                    day_short(c->mem, day_of(k->printed_at)),
                                    instant_clock(c->mem, k->printed_at), k->by),
            .returned =
                k->returned_at ? day_short(c->mem, day_of(k->returned_at)) : NULL,
            .lost = k->lost_at && !k->returned_at ? k->lost_why : NULL,
            .return_path = k->returned_at
                               ? NULL
                               : show_path(c, "copies", k->copy_id.id, "/return"),
            .out_path =
                k->returned_at ? show_path(c, "copies", k->copy_id.id, "/out") : NULL,
        };

        *VEC_PUSH(c->mem, &out->copies) = v;
        if (!still)
            continue;
        out->back_path = show_path(c, "meetings", r->id.id, "/returned");
        if (over)
            buf_printf(&missing, "%s%s番 %s", missing.n ? "、" : "", v.number, v.who);
    }
    out->missing = missing.n ? buf_text(&missing) : NULL;
}

/* What can be printed in one go. */
static void
offer_prints(struct ctx *c, const struct sitting_records *r, struct sitting_view *out)
{
    if (r->head.state <= SITTING_STATE_OPEN && r->seats.n)
        out->copies_path = show_path(c, "meetings", r->id.id, "/copies");
    if (r->head.state <= SITTING_STATE_OPEN && r->copies.n)
        out->set_path = show_path(c, "meetings", r->id.id, "/set.pdf");
    for (size_t i = 0; i < r->seats.n; i++)
        if (r->seats.v[i].role == POST_ROLE_COMMISSIONER)
            out->cards_path = show_path(c, "meetings", r->id.id, "/cards.pdf");
}

void
policy_show_sitting(struct ctx *c,
                    const struct sitting_records *r,
                    struct sitting_view *out)
{
    struct sitting_reader who = sitting_reader_of(c, r);

    out->id = arena_strdup(c->mem, r->id.id.s);
    out->when = when_text(c, r->head.held_on, r->head.held_at);
    out->place = *r->head.place ? r->head.place : NULL;
    out->desk = r->head.desk;
    out->state = sitting_state_label(r->head.state);
    out->tone = state_tone(r->head.state);
    out->way =
        r->head.way == SITTING_WAY_REGULAR ? NULL : sitting_way_label(r->head.way);
    out->office = r->head.office;
    out->reason = r->head.office && *r->head.reason ? r->head.reason : NULL;
    out->convener = r->head.office && *r->head.convener ? r->head.convener : NULL;
    out->path = show_path(c, "meetings", r->id.id, "");
    policy_show_items(c, r, &who, &out->items);
    show_seats(c, r, out);
    if (r->head.office) {
        show_copies(c, r, out);
        offer_prints(c, r, out);
    }
}

void
policy_show_sitting_calls(struct ctx *c,
                          const struct sitting_records *r,
                          struct sitting_view *out)
{
    for (size_t i = 0; i < r->calls.n; i++) {
        const struct sql_call_list_row *k = &r->calls.v[i];

        *VEC_PUSH(c->mem, &out->calls) = (struct sitting_call_view){
            .at = k->called_at,
            .who = sitter_name(c, k->desk, k->who, k->name),
            .answer = call_answer_label(k->answer),
            .tone = k->answer == CALL_ANSWER_AGREED || k->answer == CALL_ANSWER_RESERVED
                        ? "ok"
                    : k->answer == CALL_ANSWER_OPPOSED ? "late"
                                                       : "",
            .told = k->told ? "秘密を守ることを説明しました" : NULL,
            .said = k->said,
            .by = arena_printf(c->mem, "%s　%s %sに書きました", k->by,
                               day_short(c->mem, day_of(k->noted_at)),
                               instant_clock(c->mem, k->noted_at)),
        };
    }
}

void
policy_show_requests(struct ctx *c,
                     const struct sql_request_list_rows *rows,
                     struct item_id item,
                     bool open_only,
                     struct request_line_list *out)
{
    const int today = day_of(c->now).n;

    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_request_list_row *q = &rows->v[i];
        const int age = today - day_of(q->sent_at).n;

        if ((open_only && q->answered_at)
            || (!id_none(item.id) && !id_same(item.id, q->item_id.id)))
            continue;
        *VEC_PUSH(c->mem, out) = (struct request_line_view){
            .id = arena_strdup(c->mem, q->request_id.id.s),
            .path = show_path(c, "requests", q->request_id.id, ""),
            .party = q->party,
            .asked = q->asked,
            .due = show_due(c, q->due_on),
            .age = age ? arena_printf(c->mem, "%d日前に求めました", age)
                       : "きょう求めました",
            .answer = q->answered_at ? q->answer : NULL,
            .item = arena_printf(c->mem, "案件%d　%s", (int)q->place,
                                 day_short(c->mem, q->held_on)),
            .late = !q->answered_at && q->due_on.n < today,
        };
    }
}

void
policy_show_decided(struct ctx *c,
                    const struct facts *facts,
                    const struct sql_decided_of_case_rows *rows,
                    struct decided_list *out)
{
    struct facts f = *facts;
    struct decision d;

    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_decided_of_case_row *r = &rows->v[i];
        const bool over =
            r->ended_at != 0
            || (day_known(r->until_on) && r->until_on.n < day_of(c->now).n);

        f.own = OWN_NONE;
        d = policy_decide(ACT_VIEW, &f);
        if (!decision_allows(&d, ITEM_COORDINATION))
            continue;
        *VEC_PUSH(c->mem, out) = (struct decided_view){
            .what = mask_text(&d, ITEM_COORDINATION, r->what),
            .desk = r->desk,
            .kind = decision_kind_label(r->kind),
            .due = show_due(c, r->due_on),
            .until = day_known(r->until_on) ? day_short(c->mem, r->until_on) : NULL,
            .state = over ? "終わった" : "続いている",
            .tone = over ? "" : "ok",
            .lead = r->lead,
        };
    }
}

void
policy_show_case_item(struct ctx *c,
                      const struct sql_case_items_row *r,
                      const char *body,
                      struct case_meetings_view *out)
{
    *VEC_PUSH(c->mem, &out->items) = (struct case_item_view){
        .path = show_path(c, "items", r->item_id.id, ""),
        .when = when_text(c, r->held_on, r->held_at),
        .body = body,
        .state = item_state_label(r->state),
        .tone = r->state == ITEM_STATE_DECIDED ? "ok" : "",
        .decision = *r->decision ? r->decision : NULL,
        .next = day_known(r->next_on) ? day_short(c->mem, r->next_on) : NULL,
    };
}

void
policy_show_proposal(struct ctx *c,
                     struct desk_id desk,
                     const char *name,
                     const char *why,
                     const char *item,
                     struct proposal_list *out)
{
    struct proposal_view *v = NULL;

    for (size_t i = 0; i < out->n; i++)
        if (strcmp(out->v[i].id, desk.id.s) == 0)
            v = &out->v[i];
    if (v && !v->items.n)
        return;
    if (!v) {
        v = VEC_PUSH(c->mem, out);
        *v = (struct proposal_view){ .id = arena_strdup(c->mem, desk.id.s),
                                     .desk = name,
                                     .why = why };
    }
    if (item)
        *VEC_PUSH(c->mem, &v->items) = (struct link_view){ .text = item };
}

void
policy_show_minutes(struct ctx *c,
                    const struct sql_item_versions_rows *rows,
                    struct minute_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_item_versions_row *r = &rows->v[i];

        *VEC_PUSH(c->mem, out) = (struct minute_view){
            .what = r->what,
            .when = arena_printf(c->mem, "%s %s　%s", day_short(c->mem, day_of(r->at)),
                                 instant_clock(c->mem, r->at), r->who),
            .why = *r->why ? r->why : NULL,
            .body = r->body,
        };
    }
}

void
policy_show_request(struct ctx *c,
                    const struct sql_request_one_row *q,
                    const char *body,
                    struct request_view *out)
{
    const int age = day_of(c->now).n - day_of(q->sent_at).n;

    *out = (struct request_view){
        .party = q->party,
        .asked = q->asked,
        .basis = q->basis,
        .due = day_ja(c->mem, q->due_on),
        .sent = day_ja(c->mem, day_of(q->sent_at)),
        .age = arena_printf(c->mem, "%d日前", age),
        .answer = q->answered_at ? q->answer : NULL,
        .answered = q->answered_at ? day_ja(c->mem, day_of(q->answered_at)) : NULL,
        .body = body,
        .from = arena_printf(c->mem, "%s　%s", q->agency, q->desk),
    };
}

void
policy_show_refused(struct ctx *c,
                    const struct sql_refused_facts_rows *rows,
                    struct link_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_refused_facts_row *r = &rows->v[i];

        *VEC_PUSH(c->mem, out) = (struct link_view){
            .text = arena_printf(
                c->mem, "%s「%s」を出そうとして、断られました。　%s %s　%s　%s",
                r->place ? arena_printf(c->mem, "案件%dに、", (int)r->place) : "",
                tabled_kind_label(r->kind), day_short(c->mem, day_of(r->at)),
                instant_clock(c->mem, r->at), r->desk, r->who),
        };
    }
}

void
policy_show_sittings_today(struct ctx *c,
                           const struct sql_sitting_list_rows *rows,
                           const char *(*name)(struct ctx *c, const char *body),
                           struct today_view *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_sitting_list_row *r = &rows->v[i];

        if (r->state == SITTING_STATE_CANCELLED)
            continue;
        *VEC_PUSH(c->mem, &out->sittings) = (struct sitting_line_view){
            .path = show_path(c, "meetings", r->sitting_id.id, ""),
            .clock = *r->held_at ? r->held_at : sitting_state_label(r->state),
            .name = name(c, r->body),
            .place = *r->place ? r->place : r->desk,
        };
    }
}
