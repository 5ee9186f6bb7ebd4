#include "desk_plan_part.h"

#include "../base/buf.h"
#include "../domain/profile.h"

#include <inttypes.h>

void
plan_fact(struct ctx *c, struct fact_list *to, const char *name, const char *text)
{
    *VEC_PUSH(c->mem, to) = (struct fact_view){ .name = name, .text = text };
}

void
plan_fact_said(struct ctx *c, struct fact_list *to, const char *name, const char *text)
{
    if (text)
        plan_fact(c, to, name, text);
}

void
plan_line(struct ctx *c, struct link_list *to, const char *text)
{
    *VEC_PUSH(c->mem, to) = (struct link_view){ .text = text };
}

void
plan_tick(struct ctx *c, struct tick_list *to, const char *name, bool on)
{
    *VEC_PUSH(c->mem, to) = (struct tick_view){ .name = name, .text = on ? "○" : NULL };
}

void
plan_lines(struct ctx *c, struct link_list *to, const struct texts *tags)
{
    for (size_t i = 0; i < tags->n; i++)
        plan_line(c, to, profile_tag_label(c->town->profile, tags->v[i]));
}

void
plan_miles(struct ctx *c, struct fact_list *to)
{
    const struct plan_milestones m = plan_chronology(c->mem, c->town->profile);

    for (size_t i = 0; i < m.n; i++)
        plan_fact(c, to, say_when(c, m.v[i]->date), m.v[i]->event);
}

void
plan_editions(struct ctx *c, struct related_plan_list *to)
{
    const struct plan_outline *plan = &c->town->profile->plan;

    for (size_t i = 0; i < plan->other_editions.n; i++) {
        const struct plan_edition *e = &plan->other_editions.v[i];

        *VEC_PUSH(c->mem, to) = (struct related_plan_view){
            .name = e->title,
            .relation = e->provisional
                            ? arena_printf(c->mem, "%s（予定）", say_label(e->relation))
                            : say_label(e->relation),
            .period = say_span(c, e->start, e->end),
            .note = e->note,
        };
    }
}

const char *
plan_ref(struct ctx *c, const char *id)
{
    const struct profile *p = c->town->profile;
    const struct plan_meeting *m = profile_meeting(p, id);
    const struct plan_program *program = profile_program(p, id);
    const char *body = profile_body_name(p, id);

    return m ? m->name : program ? program->name : body ? body : id;
}

static const char *
joined(struct ctx *c, const struct texts *list, bool tags, bool refs)
{
    struct buf b = buf_new(c->mem);

    for (size_t i = 0; i < list->n; i++) {
        const char *s = list->v[i];

        if (tags)
            s = profile_tag_label(c->town->profile, s);
        if (refs)
            s = plan_ref(c, s);
        buf_printf(&b, "%s%s", i ? "、" : "", s);
    }
    return list->n ? buf_text(&b) : NULL;
}

const char *
plan_refs(struct ctx *c, const struct texts *ids)
{
    return joined(c, ids, false, true);
}

const char *
plan_list_text(struct ctx *c, const struct texts *list)
{
    return joined(c, list, false, false);
}

const char *
plan_tag_list(struct ctx *c, const struct texts *tags)
{
    return joined(c, tags, true, false);
}

const char *
plan_delivery_sites(struct ctx *c,
                    const struct plan_program *program,
                    const struct plan_delivery *d)
{
    if (d->sites.given)
        return arena_printf(c->mem, "%" PRId64 "%s", d->sites.v,
                            profile_unit_code(d->site_unit));
    return program->delivery.n == 1 ? plan_sites_text(c->mem, program) : NULL;
}
