#include "desk_body_area.h"

#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/codes.h"
#include "../domain/plan.h"
#include "../domain/town.h"
#include "desk_body_record.h"
#include "desk_sitting_part.h"

#include <string.h>

static const struct profile_settings *
settings_of(struct ctx *c)
{
    static const struct profile_settings NONE = { .body_areas = { .n = 0 } };
    const struct profile_settings *s = c->town->profile->settings;

    return s ? s : &NONE;
}

/* Whether the code is of an area of that kind: "welfare_areas_3". */
static bool
is_of(const char *code, const char *kind)
{
    const size_t n = strlen(kind);

    return strncmp(code, kind, n) == 0 && code[n] == '_';
}

static const char *
name_of(struct ctx *c, const char *body)
{
    const struct plan_meeting *m = profile_meeting(c->town->profile, body);

    return m ? m->name : body;
}

/* Adds what the area has of one kind. */
static void
add_cell(struct ctx *c,
         const char *area,
         const char *label,
         const struct plan_body_area *kind,
         const struct sql_area_body_list_rows *rows,
         struct area_row_view *row,
         struct area_bodies_view *out)
{
    struct area_cell_view v = { .kind = name_of(c, kind->body) };

    for (size_t i = 0; i < rows->n; i++) {
        const struct sql_area_body_list_row *b = &rows->v[i];

        if (!text_same(b->area, area) || !text_same(b->body, kind->body))
            continue;
        v.name = b->name;
        v.path = body_record_path(c, b->area_body_id.id);
        v.since = arena_printf(c->mem, "%sから", day_ja(c->mem, b->from_on));
        v.end_path = arena_printf(c->mem, "%s/area-bodies/%s/end", c->town->path,
                                  b->area_body_id.id.s);
    }
    if (!v.name)
        *VEC_PUSH(c->mem, &out->missing) = (struct link_view){
            .text = arena_printf(c->mem, "%s　%s", label, v.kind),
        };
    *VEC_PUSH(c->mem, &row->cells) = v;
}

bool
desk_area_bodies(struct ctx *c, struct area_bodies_view *out)
{
    const struct profile_settings *s = settings_of(c);
    const struct code_options areas =
        codes_options(c->mem, c->town->codes, "plan_area", day_of(c->now));
    struct sql_area_body_list_rows rows = { 0 };

    if (!desk_sitting_may_set(c) || !sql_area_body_list(c, &rows))
        return false;
    *out = (struct area_bodies_view){
        .path = arena_printf(c->mem, "%s/meetings/areas", c->town->path),
    };
    for (size_t i = 0; i < s->body_areas.n; i++)
        *VEC_PUSH(c->mem, &out->kinds) = (struct link_view){
            .text = name_of(c, s->body_areas.v[i].body),
            .path = arena_printf(c->mem, "%s/meetings/year?body=%s", c->town->path,
                                 s->body_areas.v[i].body),
        };
    for (size_t i = 0; i < areas.n; i++) {
        struct area_row_view row = { .area = areas.v[i]->label };

        for (size_t k = 0; k < s->body_areas.n; k++)
            if (is_of(areas.v[i]->code, s->body_areas.v[k].area))
                add_cell(c, areas.v[i]->code, areas.v[i]->label, &s->body_areas.v[k],
                         &rows, &row, out);
        if (row.cells.n)
            *VEC_PUSH(c->mem, &out->rows) = row;
    }
    return true;
}

static bool
check_area(struct ctx *c, const struct form_area_body *f)
{
    const struct profile_settings *s = settings_of(c);
    const struct code_options areas =
        codes_options(c->mem, c->town->codes, "plan_area", day_of(c->now));
    struct sql_area_body_list_rows rows = { 0 };
    bool known = false;
    bool there = false;

    for (size_t i = 0; i < areas.n; i++)
        there |= text_same(areas.v[i]->code, f->area);
    if (!there)
        return refuse_field(c, "area", "「圏域」を、一覧から選んでください。");
    for (size_t i = 0; i < s->body_areas.n; i++)
        known |= text_same(s->body_areas.v[i].body, f->body)
                 && is_of(f->area, s->body_areas.v[i].area);
    if (!known)
        return refuse_field(
            c, "body",
            "「会議の種類」を、圏域ごとに置く会議の一覧から選んでください。");
    if (!sql_area_body_list(c, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (text_same(rows.v[i].body, f->body) && text_same(rows.v[i].area, f->area))
            return refuse_field(c, "area", "この圏域には、もう%s「%s」があります。",
                                name_of(c, f->body), rows.v[i].name);
    return true;
}

bool
desk_area_body(struct ctx *c, const struct form_area_body *f, struct outcome *out)
{
    const struct sql_area_body_add_in in = {
        .area_body_id = { id_new(c) },
        .body = f->body,
        .area = f->area,
        .name = f->name,
        .from_on = day_known(f->from_on) ? f->from_on : day_of(c->now),
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .now = c->now,
    };

    if (!desk_sitting_may_set(c) || !check_area(c, f))
        return false;
    out->id = in.area_body_id.id;
    out->place =
        arena_printf(c->mem, "/meetings/areas?said=entry_kept&at=%s", out->id.s);
    return sql_area_body_add(c, &in);
}

bool
desk_area_body_end(struct ctx *c, struct area_body_id id, struct outcome *out)
{
    const struct sql_area_body_end_in in = { .area_body_id = id,
                                             .until_on = day_of(c->now) };
    size_t n;

    if (!desk_sitting_may_set(c) || !sql_area_body_end_changed(c, &in, &n))
        return false;
    if (!n)
        return refuse(c, ERR_MISSING, "no such body of an area");
    out->place = arena_strdup(c->mem, "/meetings/areas?said=ended");
    return true;
}

struct form_options
desk_area_body_kinds(struct ctx *c)
{
    const struct profile_settings *s = settings_of(c);
    struct form_option *v =
        ARENA_ARRAY(c->mem, s->body_areas.n + 1, struct form_option);

    for (size_t i = 0; i < s->body_areas.n; i++)
        v[i] = (struct form_option){ .code = s->body_areas.v[i].body,
                                     .label = name_of(c, s->body_areas.v[i].body) };
    return (
        struct form_options){ .name = "area_body_kind", .v = v, .n = s->body_areas.n };
}
