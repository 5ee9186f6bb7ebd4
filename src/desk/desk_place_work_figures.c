#include "desk_place_work_part.h"

#include "../base/vec.h"
#include "../domain/placement_rule.h"
#include "../domain/town.h"

#include <inttypes.h>
#include <string.h>

enum { YEARS = 5 };

const char *
place_number(struct ctx *c, int64_t n)
{
    return arena_printf(c->mem, "%" PRId64, n);
}

struct figure_row_view *
place_row(struct ctx *c, struct figure_row_list *to, const char *head)
{
    struct figure_row_view *v = VEC_PUSH(c->mem, to);

    *v = (struct figure_row_view){ .head = head, .tone = "" };
    return v;
}

int
place_year(struct ctx *c, int64_t year, struct day *from, struct day *until)
{
    const int y = year ? (int)year : day_fiscal_year(day_of(c->now));

    if (!day_make(y, 4, 1, from))
        *from = day_of(c->now);
    *until = day_fiscal_end(*from);
    return y;
}

void
place_years(struct ctx *c, const char *page, int chosen, struct link_list *out)
{
    const int now = day_fiscal_year(day_of(c->now));

    for (int y = now; y > now - YEARS; y--)
        *VEC_PUSH(c->mem, out) = (struct link_view){
            .path = place_path(c, arena_printf(c->mem, "%s?year=%d", page, y)),
            .text = arena_printf(c->mem, "%s年度", era_year(c->mem, y)),
            .current = y == chosen,
        };
}

static bool
add_menus(struct ctx *c, struct day from, struct day until, struct figure_row_list *out)
{
    const struct sql_placement_menu_in in = { from, until,
                                              viewer_sees_hidden_places(c->viewer),
                                              c->viewer->desk };
    struct sql_placement_menu_rows rows = { 0 };

    if (!sql_placement_menu(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_placement_menu_row *r = &rows.v[i];
        struct figure_row_view *v = place_row(c, out, r->name);

        v->path = place_path(c, arena_printf(c->mem, "/%s", r->place_id.id.s));
        v->more = *r->host ? r->host : NULL;
        v->a = place_number(c, r->cases);
        v->b = place_number(c, r->active);
        v->c = place_number(c, r->ended);
    }
    return true;
}

/* Corporations with what they do for the public good, each once. Source: R-219. */
static bool
add_corporate(struct ctx *c,
              struct day from,
              struct day until,
              struct figure_row_list *out)
{
    const struct sql_placement_corporations_in in = {
        from, until, PLACE_KIND_PUBLIC_GOOD, viewer_sees_hidden_places(c->viewer),
        c->viewer->desk
    };
    struct sql_placement_corporations_rows rows = { 0 };

    if (!sql_placement_corporations(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        struct figure_row_view *v = place_row(c, out, rows.v[i].host);

        v->a = place_number(c, rows.v[i].places);
        v->b = place_number(c, rows.v[i].cases);
        v->c = place_number(c, rows.v[i].active);
    }
    return true;
}

/* Each body once, with the menus it made. Source: R-223. */
static bool
add_bodies(struct ctx *c, struct figure_row_list *out)
{
    const struct sql_menu_bodies_in in = { viewer_sees_hidden_places(c->viewer),
                                           c->viewer->desk };
    struct sql_menu_bodies_rows rows = { 0 };
    int64_t n = 0;

    if (!sql_menu_bodies(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const bool same = i && strcmp(rows.v[i].body, rows.v[i - 1].body) == 0;
        const struct plan_meeting *m =
            profile_meeting(c->town->profile, rows.v[i].body);
        struct figure_row_view *v =
            same ? &out->v[out->n - 1]
                 : place_row(c, out, m ? m->name : rows.v[i].body);

        n = same ? n + 1 : 1;
        v->a = place_number(c, n);
        v->b = same ? arena_printf(c->mem, "%s、%s", v->b, rows.v[i].name)
                    : rows.v[i].name;
    }
    return true;
}

/* How often each kind was held, and how many came. Source: R-222. */
static bool
add_sessions(struct ctx *c,
             struct day from,
             struct day until,
             struct figure_row_list *out)
{
    struct sql_place_session_figures_rows rows = { 0 };

    if (!sql_place_session_figures(
            c, &(struct sql_place_session_figures_in){ from, until }, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        struct figure_row_view *v =
            place_row(c, out, session_kind_label(rows.v[i].kind));

        v->a = place_number(c, rows.v[i].held);
        v->b = place_number(c, rows.v[i].came);
    }
    return true;
}

bool
desk_place_figures(struct ctx *c, int64_t year, struct place_figures_view *out)
{
    struct sql_placement_totals_row totals;
    struct day from;
    struct day until;
    const int y = place_year(c, year, &from, &until);

    if (!place_may_write(c)
        || !sql_placement_totals(c, &(struct sql_placement_totals_in){ from, until },
                                 &totals))
        return false;
    *out = (struct place_figures_view){
        .year = arena_printf(c->mem, "%s年度", era_year(c->mem, y)),
        .opened = place_number(c, totals.opened),
        .cases = place_number(c, totals.cases),
        .active = place_number(c, totals.active),
        .work_path = place_path(c, "/work"),
        .surveys_path = place_path(c, "/surveys"),
    };
    place_years(c, "/figures", y, &out->years);
    return add_menus(c, from, until, &out->menus)
           && add_corporate(c, from, until, &out->corporate)
           && add_sessions(c, from, until, &out->sessions)
           && add_bodies(c, &out->bodies);
}
