#include "show_participation.h"

#include "../base/vec.h"
#include "../domain/place_rule.h"
#include "../domain/placement_rule.h"
#include "../domain/town.h"
#include "mask.h"
#include "show_attendance.h"
#include "show.h"
#include "shown.h"

#include <string.h>

static const char *
or_null(const char *text)
{
    return text && *text ? text : NULL;
}

static struct decision
of_record(struct ctx *c,
          const struct facts *facts,
          const struct people_records *people,
          struct person_id person,
          struct desk_id desk,
          struct post_id post)
{
    const struct facts *of = show_facts_of(facts, people, person);

    return show_person_record(c, of, people->own, desk, post);
}

bool
policy_wish_open(struct ctx *c,
                 const struct facts *facts,
                 const struct people_records *people,
                 const struct sql_wish_list_row *wish)
{
    const struct decision d =
        of_record(c, facts, people, wish->person_id, wish->desk_id, wish->post_id);

    return decision_allows(&d, ITEM_WELFARE);
}

static const char *
whose(struct ctx *c,
      const struct facts *facts,
      const struct people_records *people,
      struct person_id person)
{
    return id_none(person.id) ? "世帯" : show_person_name(c, facts, people, person);
}

static void
add_codes(
    struct ctx *c, const char *codes, const char *but, bool must, struct link_list *out)
{
    const char *code;

    while ((code = place_next_code(c->mem, &codes)))
        if (!match_has(but, code))
            *VEC_PUSH(c->mem, out) =
                (struct link_view){ .text = town_label(c->town, "wish", code),
                                    .current = must };
}

static void
show_openings(struct ctx *c,
              const struct facts *facts,
              const struct participation_records *r,
              struct participation_view *out)
{
    for (size_t i = 0; i < r->openings.n; i++) {
        const struct sql_participation_list_row *k = &r->openings.v[i];
        const struct decision d =
            show_person_record(c, facts, r->people->own, k->desk_id, k->post_id);

        *VEC_PUSH(c->mem, &out->openings) = (struct opening_view){
            .day = day_ja(c->mem, k->opened_on),
            .reason = mask_text(&d, ITEM_WELFARE, k->reason),
            .decided = *k->decided ? mask_text(&d, ITEM_WELFARE, k->decided) : NULL,
            .who = k->desk,
        };
    }
    out->opened = r->openings.n > 0;
}

static void
show_wishes(struct ctx *c,
            const struct facts *facts,
            const struct participation_records *r,
            struct participation_view *out)
{
    for (size_t i = 0; i < r->wishes.n; i++) {
        const struct sql_wish_list_row *w = &r->wishes.v[i];
        struct wish_view *v;

        if (!policy_wish_open(c, facts, r->people, w))
            continue;
        v = VEC_PUSH(c->mem, &out->wishes);
        *v = (struct wish_view){
            .id = arena_strdup(c->mem, w->wish_id.id.s),
            .path = show_path(
                c, "cases", r->people->id.id,
                arena_printf(c->mem, "/places?wish=%s#s-fits", w->wish_id.id.s)),
            .whose = whose(c, facts, r->people, w->person_id),
            .day = day_short(c->mem, w->heard_on),
            .words = w->words,
            .strengths = or_null(w->strengths),
            .current = r->chosen == w,
        };
        if (*w->area)
            v->area =
                arena_printf(c->mem, "%s%s", town_label(c->town, "plan_area", w->area),
                             w->area_only ? "のなかだけ" : "");
        add_codes(c, w->musts, "", true, &v->wishes);
        add_codes(c, w->wishes, w->musts, false, &v->wishes);
        shown_note(c, SHOWN_CASE, r->people->id.id, ITEM_BIT(ITEM_WELFARE), 0);
    }
}

/* Why points were given, as a sentence. */
static const char *
point_sentence(struct ctx *c, const char *code)
{
    if (strcmp(code, "settled") == 0)
        return "前に落ち着いた人がいます";
    if (strcmp(code, "old") == 0)
        return "先方に長く確かめていません";
    return arena_printf(c->mem, "「%s」がかないます",
                        town_label(c->town, "wish", code));
}

static const char *
points_number(struct ctx *c, int points)
{
    return points < 0 ? arena_printf(c->mem, "−%d", -points)
                      : arena_printf(c->mem, "＋%d", points);
}

const char *
policy_points_text(struct ctx *c, const struct match_hit *hit)
{
    const char *text = arena_printf(c->mem, "%d点", hit->score);

    for (size_t i = 0; i < hit->points.n; i++)
        text = arena_printf(c->mem, "%s　%s%s", text,
                            point_sentence(c, hit->points.v[i].code),
                            points_number(c, hit->points.v[i].points));
    return text;
}

static const char *
unmet_text(struct ctx *c, const struct match_hit *hit)
{
    const char *text = NULL;

    for (size_t i = 0; i < hit->unmet.n; i++)
        text = arena_printf(c->mem, "%s%s%s", text ? text : "", text ? "、" : "",
                            town_label(c->town, "wish", hit->unmet.v[i]));
    return text;
}

static const char *
room_text(struct ctx *c, const struct sql_place_list_row *p)
{
    if (p->capacity < 0)
        return "受け入れは相談";
    return arena_printf(c->mem, "いま %d人　／　受け入れ あと%d人", (int)p->taken,
                        (int)(p->capacity - p->taken));
}

static const char *
about_text(struct ctx *c, const struct sql_place_list_row *p)
{
    const char *text = town_label(c->town, "resource_kind", p->kind);
    const char *const more[] = { p->host, p->address, p->days, p->fee };

    for (size_t i = 0; i < sizeof more / sizeof *more; i++)
        if (*more[i])
            text = arena_printf(c->mem, "%s　／　%s", text, more[i]);
    return text;
}

static void
show_fit(struct ctx *c,
         const struct sql_place_list_row *p,
         const struct match_hit *hit,
         size_t rank,
         struct participation_view *out)
{
    struct fit_view *v = VEC_PUSH(c->mem, &out->fits);

    *v = (struct fit_view){
        .path = show_path(c, "places", p->place_id.id, ""),
        .propose_path = out->opened ? arena_printf(c->mem, "%s/places/propose?place=%s",
                                                   out->head.path, p->place_id.id.s)
                                    : NULL,
        .id = arena_strdup(c->mem, p->place_id.id.s),
        .rank = arena_printf(c->mem, "%d", (int)rank),
        .name = p->name,
        .about = about_text(c, p),
        .room = room_text(c, p),
        .score = arena_printf(c->mem, "%d", hit->score),
        .checked = day_known(p->checked_on) ? arena_printf(
                       c->mem, "%sに確かめた", day_short(c->mem, p->checked_on))
                                            : "まだ確かめていない",
        .old = hit->place->old,
        .unmet = unmet_text(c, hit),
    };
    for (size_t i = 0; i < hit->points.n; i++)
        *VEC_PUSH(c->mem, &v->points) = (struct fit_point_view){
            .text = point_sentence(c, hit->points.v[i].code),
            .points = points_number(c, hit->points.v[i].points),
            .minus = hit->points.v[i].points < 0,
        };
}

void
policy_show_fits(struct ctx *c,
                 const struct sql_place_list_rows *rows,
                 const struct match_place *places,
                 const struct match_result *match,
                 size_t first,
                 size_t most,
                 struct participation_view *out)
{
    out->found = arena_printf(c->mem, "%zu件", match->hits.n);
    if (match->opened && strcmp(match->relax, "area") == 0)
        out->relax =
            arena_printf(c->mem, "圏域を広げると、あと%zu件あります。", match->opened);
    else if (match->opened)
        out->relax =
            arena_printf(c->mem, "「%s」をゆずれると、あと%zu件あります。",
                         town_label(c->town, "wish", match->relax), match->opened);
    for (size_t i = first; i < match->hits.n && i < first + most; i++)
        show_fit(c, &rows->v[match->hits.v[i].place - places], &match->hits.v[i], i + 1,
                 out);
}

static void
add_step(struct ctx *c,
         struct placement_view *v,
         enum placement_state state,
         struct day day,
         enum placement_state now)
{
    if (day_known(day))
        *VEC_PUSH(c->mem, &v->steps) = (struct link_view){
            .text = arena_printf(c->mem, "%s　%s", placement_state_label(state),
                                 day_short(c->mem, day)),
            .current = state == now,
        };
}

static void
add_steps(struct ctx *c,
          const struct sql_placement_list_row *k,
          struct placement_view *v)
{
    add_step(c, v, PLACEMENT_STATE_PROPOSED, k->proposed_on, k->state);
    add_step(c, v, PLACEMENT_STATE_ACCEPTED, k->accepted_on, k->state);
    add_step(c, v, PLACEMENT_STATE_VISIT, k->visit_on, k->state);
    add_step(c, v, PLACEMENT_STATE_TRIAL, k->trial_on, k->state);
    add_step(c, v, PLACEMENT_STATE_REGULAR, k->regular_on, k->state);
    add_step(c, v, PLACEMENT_STATE_ROLE, k->role_on, k->state);
    add_step(c, v, PLACEMENT_STATE_DECLINED, k->declined_on, k->state);
    add_step(c, v, PLACEMENT_STATE_ENDED, k->ended_on, k->state);
}

static void
add_days(struct ctx *c,
         const struct decision *d,
         const struct participation_records *r,
         const struct sql_placement_list_row *k,
         struct placement_view *v)
{
    for (size_t i = 0; i < r->days.n; i++) {
        const struct sql_placement_days_row *y = &r->days.v[i];
        const bool done = day_known(y->done_on);
        const bool late = !done && !y->dropped && y->due_on.n < day_of(c->now).n;

        if (!id_same(y->placement_id.id, k->placement_id.id))
            continue;
        *VEC_PUSH(c->mem, &v->days) = (struct placement_day_view){
            .id = arena_strdup(c->mem, y->day_id.id.s),
            .kind = placement_day_kind_label(y->kind),
            .day = day_short(c->mem, y->due_on),
            .state = y->dropped ? "取りやめ"
                     : done     ? "済み"
                     : late     ? "抜けた"
                                : "予定",
            .tone = done   ? "ok"
                    : late ? "late"
                           : "",
            .words = *y->words ? mask_text(d, ITEM_WELFARE, y->words) : NULL,
            .done_path = done || y->dropped
                             ? NULL
                             : show_path(c, "placement-days", y->day_id.id, ""),
        };
    }
}

bool
policy_show_placement(struct ctx *c,
                      const struct facts *facts,
                      const struct participation_records *r,
                      const struct sql_placement_list_row *k,
                      struct placement_view *out)
{
    const struct facts page = show_facts_of_page(facts);
    const struct decision whole = policy_decide(ACT_VIEW, &page);
    const struct decision d =
        of_record(c, facts, r->people, k->person_id, k->desk_id, k->post_id);

    if (!decision_allows(&whole, ITEM_COORDINATION))
        return false;
    *out = (struct placement_view){
        .path = show_path(c, "placements", k->placement_id.id, ""),
        .id = arena_strdup(c->mem, k->placement_id.id.s),
        .place = k->place,
        .place_path = show_path(c, "places", k->place_id.id, ""),
        .kind = town_label(c->town, "resource_kind", k->kind),
        .whose = whose(c, facts, r->people, k->person_id),
        .state = placement_state_label(k->state),
        .tone = placement_is_there(k->state) ? "ok" : "",
        .told = *k->told ? mask_text(&d, ITEM_WELFARE, k->told) : NULL,
        .reasons = *k->reasons ? mask_text(&d, ITEM_WELFARE, k->reasons) : NULL,
        .wish =
            id_none(k->wish_id.id)
                ? NULL
                : mask_text(&d, ITEM_WELFARE, arena_strdup(c->mem, k->wish_id.id.s)),
        .words = *k->words ? mask_text(&d, ITEM_WELFARE, k->words) : NULL,
        .ended = *k->end_words ? mask_text(&d, ITEM_WELFARE, k->end_words) : NULL,
        .next = day_known(k->next_on) ? day_short(c->mem, k->next_on) : NULL,
        .who = k->desk,
        .open =
            k->state != PLACEMENT_STATE_ENDED && k->state != PLACEMENT_STATE_DECLINED,
    };
    if (out->told && day_known(k->consent_on)) {
        out->told_by = mask_text(
            &d, ITEM_WELFARE,
            arena_printf(c->mem, "%sの同意", day_short(c->mem, k->consent_on)));
        out->told_over = !k->consent_stands;
    }
    add_steps(c, k, out);
    add_days(c, &d, r, k, out);
    shown_note(c, SHOWN_CASE, r->people->id.id,
               ITEM_BIT(ITEM_COORDINATION) | (d.allow & ITEM_BIT(ITEM_WELFARE)),
               whole.grounds | d.grounds);
    return true;
}

void
policy_show_participation_page(struct ctx *c,
                               const struct case_head_view *head,
                               const struct participation_records *r,
                               const char *conference,
                               struct participation_view *out)
{
    *out = (struct participation_view){
        .head = *head,
        .open_path = arena_printf(c->mem, "%s/participation", head->path),
        .wish_path = arena_printf(c->mem, "%s/wishes", head->path),
        .missing_path = arena_printf(c->mem, "%s/places/missing", head->path),
        .attended_path = arena_printf(c->mem, "%s/attendances", head->path),
        .places_path = arena_printf(c->mem, "%s/places", c->town->path),
        .conference = conference,
    };
    if (r->chosen)
        out->print_path = arena_printf(c->mem, "%s/places/paper?wish=%s", head->path,
                                       r->chosen->wish_id.id.s);
}

void
policy_show_fit_pages(struct ctx *c,
                      const struct participation_records *r,
                      size_t n,
                      size_t per_page,
                      int64_t page,
                      struct participation_view *out)
{
    const int64_t last = (int64_t)((n + per_page - 1) / per_page);

    for (int64_t p = 1; last > 1 && p <= last; p++)
        if (p == 1 || (p >= page - 2 && p <= page + 2))
            *VEC_PUSH(c->mem, &out->pages) = (struct link_view){
                .path = arena_printf(c->mem, "%s/places?wish=%s&page=%d#s-fits",
                                     out->head.path, r->chosen->wish_id.id.s, (int)p),
                .text = arena_printf(c->mem, "%d", (int)p),
                .current = p == page,
            };
}

void
policy_show_participation(struct ctx *c,
                          const struct facts *facts,
                          const struct participation_records *r,
                          struct participation_view *out)
{
    show_openings(c, facts, r, out);
    show_wishes(c, facts, r, out);
    for (size_t i = 0; i < r->placements.n; i++) {
        struct placement_view line;

        if (policy_show_placement(c, facts, r, &r->placements.v[i], &line))
            *VEC_PUSH(c->mem, &out->placements) = line;
    }
    policy_show_attended(c, facts, r->people, &r->attended, &out->attended);
}

void
policy_show_propose(struct ctx *c,
                    const struct case_head_view *head,
                    const char *place,
                    struct propose_view *out)
{
    *out = (struct propose_view){
        .head = *head,
        .path = arena_printf(c->mem, "%s/placements", head->path),
        .back_path = arena_printf(c->mem, "%s/places", head->path),
        .place = place,
    };
}

bool
policy_show_placement_page(struct ctx *c,
                           const struct facts *facts,
                           const struct participation_records *r,
                           const struct sql_placement_list_row *k,
                           const struct case_head_view *head,
                           struct placement_page_view *out)
{
    const char *path = show_path(c, "placements", k->placement_id.id, "");

    *out = (struct placement_page_view){
        .head = *head,
        .back_path = arena_printf(c->mem, "%s/places", head->path),
        .move_path = arena_printf(c->mem, "%s/move", path),
        .host_path = arena_printf(c->mem, "%s/host", path),
    };
    for (int s = PLACEMENT_STATE_PROPOSED; s < PLACEMENT_STATE_N; s++)
        if (placement_may_move(k->state, (enum placement_state)s))
            *VEC_PUSH(c->mem, &out->next) = (struct link_view){
                .path = placement_state_code((enum placement_state)s),
                .text = placement_state_label((enum placement_state)s),
            };
    return policy_show_placement(c, facts, r, k, &out->line);
}

void
policy_show_place_paper(struct ctx *c,
                        struct case_id id,
                        const struct sql_place_list_rows *rows,
                        const struct match_place *places,
                        const struct match_result *match,
                        size_t most,
                        struct place_paper_page_view *out)
{
    *out = (struct place_paper_page_view){
        .back_path = show_path(c, "cases", id.id, "/places"),
        .day = day_ja(c->mem, day_of(c->now)),
        .desk = c->viewer->desk_name,
    };
    for (size_t i = 0; i < match->hits.n && i < most; i++) {
        const struct sql_place_list_row *p = &rows->v[match->hits.v[i].place - places];

        *VEC_PUSH(c->mem, &out->lines) = (struct place_paper_line_view){
            .name = p->name,
            .about = about_text(c, p),
            .where = or_null(p->address),
            .fee = or_null(p->fee),
            .contact = or_null(p->contact),
        };
    }
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_WELFARE), 0);
}
