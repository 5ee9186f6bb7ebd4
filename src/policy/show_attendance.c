#include "show_attendance.h"

#include "../base/vec.h"
#include "../domain/town.h"
#include "mask.h"
#include "show.h"
#include "shown.h"

#include <inttypes.h>
#include <string.h>

static const struct attendance_case *
case_of(const struct attendance_case *cases, size_t n, struct case_id id)
{
    for (size_t i = 0; i < n; i++)
        if (id_same(cases[i].people.id.id, id.id))
            return &cases[i];
    return NULL;
}

/* Who came is part of the record of whoever wrote it down. */
static bool
open_to(struct ctx *c,
        const struct facts *facts,
        const struct people_records *people,
        struct person_id person,
        struct desk_id desk,
        struct post_id post)
{
    const struct decision d = show_person_record(
        c, show_facts_of(facts, people, person), people->own, desk, post);

    if (!decision_allows(&d, ITEM_WELFARE))
        return false;
    shown_note(c, SHOWN_CASE, people->id.id, ITEM_BIT(ITEM_WELFARE), d.grounds);
    return true;
}

static struct place_session_view *
session_of(struct place_sessions_view *out, struct place_session_id id)
{
    for (size_t i = 0; i < out->sessions.n; i++)
        if (strcmp(out->sessions.v[i].id, id.id.s) == 0)
            return &out->sessions.v[i];
    return NULL;
}

/* Adds up what one session came to over the rows shown. */
static void
sum_session(struct ctx *c,
            const struct sql_attendance_at_rows *rows,
            const bool *shown,
            struct place_session_view *s)
{
    int64_t n = 0;

    for (size_t i = 0; i < rows->n; i++)
        if (shown[i] && strcmp(rows->v[i].place_session_id.id.s, s->id) == 0)
            n += rows->v[i].times;
    if (n)
        s->recorded = arena_printf(c->mem, "%" PRId64 "回", n);
}

static void
add_person(struct ctx *c,
           const struct attendance_case *k,
           const struct sql_attendance_at_row *r,
           struct place_sessions_view *out)
{
    *VEC_PUSH(c->mem, &out->people) = (struct attendant_view){
        .who = show_person_name(c, &k->facts, &k->people, r->person_id),
        .number = r->number,
        .path = show_path(c, "cases", r->case_id.id, "/places"),
    };
}

static void
add_held(struct ctx *c,
         const struct sql_place_session_list_row *r,
         struct place_sessions_view *out)
{
    const bool mine = id_same(r->desk_id.id, c->viewer->desk.id);

    *VEC_PUSH(c->mem, &out->sessions) = (struct place_session_view){
        .id = arena_strdup(c->mem, r->place_session_id.id.s),
        .kind = session_kind_label(r->kind),
        .title = r->title,
        .day = day_short(c->mem, r->held_on),
        .desk = r->desk,
        .came = arena_printf(c->mem, "%" PRId64 "人", r->came),
        .withdrawn = *r->withdrawn ? r->withdrawn : NULL,
        .withdraw_path = mine && !*r->withdrawn ? show_path(c, "places/entries",
                                                            r->place_session_id.id, "")
                                                : NULL,
    };
}

void
policy_show_place_sessions(struct ctx *c,
                           struct place_id id,
                           const char *place,
                           const struct sql_place_session_sums_row *sums,
                           const struct sql_place_session_list_rows *rows,
                           struct place_sessions_view *out)
{
    *out = (struct place_sessions_view){
        .place = place,
        .place_path = show_path(c, "places", id.id, ""),
        .path = show_path(c, "places", id.id, "/sessions"),
        .held = arena_printf(c->mem, "%" PRId64 "回　のべ %" PRId64 "人", sums->held,
                             sums->came),
    };
    for (size_t i = 0; i < rows->n; i++)
        add_held(c, &rows->v[i], out);
}

void
policy_show_attendants_left_out(struct place_sessions_view *out)
{
    out->more = "ほかにも記録があります。ケースの「参加」で見てください。";
}

void
policy_show_attendants(struct ctx *c,
                       const struct attendance_case *cases,
                       size_t n,
                       const struct sql_attendance_at_rows *rows,
                       struct place_sessions_view *out)
{
    bool *shown = ARENA_ARRAY(c->mem, rows->n + 1, bool);
    const struct sql_attendance_at_row *last = NULL;
    int64_t total = 0;

    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_attendance_at_row *r = &rows->v[i];
        const struct attendance_case *k = case_of(cases, n, r->case_id);
        const struct place_session_view *s = session_of(out, r->place_session_id);
        struct attendant_view *v;

        shown[i] =
            k && s
            && open_to(c, &k->facts, &k->people, r->person_id, r->desk_id, r->post_id);
        if (!shown[i])
            continue;
        if (!last || !id_same(last->person_id.id, r->person_id.id)) {
            add_person(c, k, r, out);
            total = 0;
        }
        last = r;
        total += r->times;
        v = &out->people.v[out->people.n - 1];
        *VEC_PUSH(c->mem, &v->each) =
            (struct link_view){ .text = arena_printf(c->mem, "%s（%" PRId64 "回）",
                                                     s->title, r->times) };
        v->total =
            arena_printf(c->mem, "%zuつの会　のべ %" PRId64 "回", v->each.n, total);
    }
    for (size_t i = 0; i < out->sessions.n; i++)
        sum_session(c, rows, shown, &out->sessions.v[i]);
}

void
policy_show_attended(struct ctx *c,
                     const struct facts *facts,
                     const struct people_records *people,
                     const struct sql_attendance_of_case_rows *rows,
                     struct attended_list *out)
{
    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_attendance_of_case_row *r = &rows->v[i];

        if (open_to(c, facts, people, r->person_id, r->desk_id, r->post_id))
            *VEC_PUSH(c->mem, out) = (struct attended_view){
                .id = arena_strdup(c->mem, r->attendance_id.id.s),
                .place = r->place,
                .place_path = show_path(c, "places", r->place_id.id, "/sessions"),
                .title = r->title,
                .kind = session_kind_label(r->kind),
                .day = day_short(c->mem, r->held_on),
                .whose = show_person_name(c, facts, people, r->person_id),
                .times = arena_printf(c->mem, "%" PRId64 "回", r->times),
            };
    }
}
