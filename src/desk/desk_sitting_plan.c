/* What the plan says of a body: its kind and age, its members, what is spoken of and when. */
#include "../base/buf.h"
#include "../base/text.h"
#include "../base/vec.h"
#include "../domain/plan.h"
#include "desk_body_group.h"
#include "desk_plan_say.h"
#include "desk_sitting_body.h"
#include "desk_sitting_part.h"

#include <string.h>

/* What the plan's own series counted, by the name of the body. Source. */
static void
show_recorded(struct ctx *c, const struct plan_meeting *m, struct body_year_view *out)
{
    const struct profile *p = c->town->profile;

    for (size_t i = 0; i < p->history.n; i++) {
        const struct plan_history *s = &p->history.v[i];

        if (strncmp(s->name, m->name, strlen(m->name)) != 0)
            continue;
        for (size_t k = 0; k < s->points.n; k++) {
            if (!s->points.v[k].fiscal_year.given)
                continue; /* how many there are, not what a year came to */
            *VEC_PUSH(c->mem, &out->recorded) = (struct body_count_view){
                .label = arena_printf(c->mem, "%s　%s", s->name,
                                      say_year(c, s->points.v[k].fiscal_year.v)),
                .value = say_number(c, s->points.v[k].value, s->unit),
            };
        }
    }
}

static void
show_lists(struct ctx *c, const struct plan_meeting *m, struct body_year_view *out)
{
    const struct profile *p = c->town->profile;

    for (size_t i = 0; i < m->agenda.n; i++)
        *VEC_PUSH(c->mem, &out->agenda) =
            (struct link_view){ .text = profile_tag_label(p, m->agenda.v[i]) };
    for (size_t i = 0; i < m->members.n; i++)
        *VEC_PUSH(c->mem, &out->members) =
            (struct link_view){ .text = m->members.v[i].name };
    for (size_t i = 0; i < p->meetings.n; i++)
        *VEC_PUSH(c->mem, &out->bodies) = (struct link_view){
            .text = sitting_body_name(c, p->meetings.v[i].id),
            .path = arena_printf(c->mem, "%s/meetings/year?body=%s", c->town->path,
                                 p->meetings.v[i].id),
        };
}

static void
show_types(struct ctx *c, const struct plan_meeting *m, struct body_year_view *out)
{
    const struct profile *p = c->town->profile;

    for (size_t i = 0; i < m->agenda_by_trigger.n; i++) {
        const struct plan_trigger_agenda *t = &m->agenda_by_trigger.v[i];

        *VEC_PUSH(c->mem, &out->types) = (struct body_type_view){
            .label = profile_tag_label(p, t->trigger),
            .agenda = plan_tags_text(c->mem, p, &t->agenda),
        };
    }
    for (size_t i = 0; i < m->related_programs.n; i++) {
        const struct plan_program *one = profile_program(p, m->related_programs.v[i]);

        *VEC_PUSH(c->mem, &out->programs) = (struct link_view){
            .text = one ? one->name : m->related_programs.v[i],
            .path = arena_printf(c->mem, "%s/plan/programs#%s", c->town->path,
                                 m->related_programs.v[i]),
        };
    }
}

/* Since when it exists and how many belong to it; all of them in one number. */
static void
show_size(struct ctx *c, const struct plan_meeting *m, struct body_year_view *out)
{
    const struct profile_settings *s = c->town->profile->settings;
    struct buf units = buf_new(c->mem);
    long all = 0;

    for (size_t i = 0; s && i < s->body_starts.n; i++)
        if (text_same(s->body_starts.v[i].body, m->id))
            out->since = say_when(c, s->body_starts.v[i].started);
    for (size_t i = 0; s && i < s->body_sizes.n; i++) {
        const struct plan_body_size *one = &s->body_sizes.v[i];
        const char *as_of = say_when(c, one->as_of);

        if (!text_same(one->body, m->id))
            continue;
        all += (long)one->count;
        buf_printf(&units, "%s%s", units.n ? "・" : "", one->unit);
        *VEC_PUSH(c->mem, &out->sizes) = (struct body_count_view){
            .label = as_of ? arena_printf(c->mem, "%s（%s時点）", one->name, as_of)
                           : one->name,
            .value = arena_printf(c->mem, "%ld%s", (long)one->count, one->unit),
        };
    }
    if (all)
        out->size = arena_printf(c->mem, "%ld（%s）", all, buf_text(&units));
}

void
body_of_plan(struct ctx *c, const struct plan_meeting *m, struct body_year_view *out)
{
    if (body_has_groups(m))
        out->groups_path =
            arena_printf(c->mem, "%s/meetings/groups?body=%s", c->town->path, m->id);
    out->kind = say_label(profile_meeting_kind_code(m->kind));
    show_recorded(c, m, out);
    show_lists(c, m, out);
    show_types(c, m, out);
    show_size(c, m, out);
}
