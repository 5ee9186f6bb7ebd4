#include "plan.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "../base/buf.h"
#include "../base/map.h"
#include "../base/text.h"
#include "../base/vec.h"

static bool
ints_have(const struct ints *list, int64_t v)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->v[i] == v)
            return true;
    return false;
}

static bool
texts_have(const struct texts *list, const char *s)
{
    for (size_t i = 0; i < list->n; i++)
        if (text_same(list->v[i], s))
            return true;
    return false;
}

/* Says whether the body delivers the program, or runs a body that does. */
static bool
delivers(const struct profile *p, const struct plan_program *program, const char *body)
{
    for (size_t i = 0; i < program->delivery.n; i++) {
        const char *id = program->delivery.v[i].body;
        const struct plan_organization *o = profile_organization(p, id);

        if (id && (text_same(id, body) || (o && text_same(o->operator, body))))
            return true;
    }
    return false;
}

bool
plan_program_passes(const struct profile *p,
                    const struct plan_program *program,
                    const struct plan_filter *f)
{
    return (!f->item || ints_have(&program->statutory_items, f->item))
           && (!f->category || program->category == f->category)
           && (!f->field || ints_have(&program->fields, f->field))
           && (!f->department || texts_have(&program->departments, f->department))
           && (!f->body || delivers(p, program, f->body))
           && (!f->group || text_same(program->group, f->group));
}

struct plan_programs
plan_programs(struct arena *mem,
              const struct profile *p,
              const struct plan_filter *filter)
{
    struct plan_programs list = { 0 };

    for (size_t i = 0; i < p->programs.n; i++)
        if (plan_program_passes(p, &p->programs.v[i], filter))
            *VEC_PUSH(mem, &list) = &p->programs.v[i];
    return list;
}

static void
sum(struct maybe_int *to, int64_t v)
{
    to->v += v;
    to->given = true;
}

static struct maybe_int *
sites_in(struct plan_sites *s, enum profile_unit unit)
{
    switch (unit) {
    case PROFILE_UNIT_PLACE:
        return &s->places;
    case PROFILE_UNIT_BASE:
        return &s->bases;
    case PROFILE_UNIT_AREA:
        return &s->areas;
    case PROFILE_UNIT_NONE:
        break;
    }
    return &s->unitless;
}

/* Returns the one unit that all deliveries with sites share; NONE otherwise. */
static enum profile_unit
unit_of(const struct plan_program *program)
{
    enum profile_unit unit = PROFILE_UNIT_NONE;

    for (size_t i = 0; i < program->delivery.n; i++) {
        const struct plan_delivery *d = &program->delivery.v[i];

        if (!d->site_unit || d->site_unit == unit)
            continue;
        if (unit)
            return PROFILE_UNIT_NONE;
        unit = d->site_unit;
    }
    return unit;
}

struct plan_sites
plan_sites(const struct plan_programs *programs)
{
    struct plan_sites s = { 0 };

    for (size_t i = 0; i < programs->n; i++) {
        const struct plan_program *program = programs->v[i];

        if (program->sites_total.given) {
            sum(sites_in(&s, unit_of(program)), program->sites_total.v);
            continue;
        }
        for (size_t j = 0; j < program->delivery.n; j++) {
            const struct plan_delivery *d = &program->delivery.v[j];

            if (d->sites.given)
                sum(sites_in(&s, d->site_unit), d->sites.v);
        }
    }
    return s;
}

const char *
plan_sites_text(struct arena *mem, const struct plan_program *program)
{
    if (program->sites_text)
        return program->sites_text;
    if (!program->sites_total.given)
        return NULL;
    return arena_printf(mem, "%" PRId64 "%s", program->sites_total.v,
                        profile_unit_code(unit_of(program)));
}

static void
join(struct buf *b, const char *s)
{
    buf_str(b, b->n ? "・" : "");
    buf_str(b, s);
}

const char *
plan_forms_text(struct arena *mem, const struct ints *forms)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < forms->n; i++)
        join(&b, profile_form_code((enum profile_form)forms->v[i]));
    return forms->n ? buf_text(&b) : NULL;
}

const char *
plan_fields_text(struct arena *mem, const struct profile *p, const struct ints *fields)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < fields->n; i++)
        join(&b, profile_field_label(p, (enum profile_field)fields->v[i]));
    return fields->n ? buf_text(&b) : NULL;
}

const char *
plan_tags_text(struct arena *mem, const struct profile *p, const struct texts *tags)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < tags->n; i++)
        join(&b, profile_tag_label(p, tags->v[i]));
    return tags->n ? buf_text(&b) : NULL;
}

const char *
plan_texts(struct arena *mem, const struct texts *list)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < list->n; i++)
        join(&b, list->v[i]);
    return list->n ? buf_text(&b) : NULL;
}

const char *
plan_sections_text(struct arena *mem,
                   const struct profile *p,
                   const struct texts *departments)
{
    struct buf b = buf_new(mem);

    for (size_t i = 0; i < departments->n; i++)
        join(&b, profile_body_name(p, departments->v[i]));
    return departments->n ? buf_text(&b) : NULL;
}

const char *
plan_item_name(int64_t item)
{
    static const char *const names[] = { "",
                                         "包括的相談支援事業",
                                         "参加支援事業",
                                         "地域づくり事業",
                                         "アウトリーチ等を通じた継続的支援事業",
                                         "多機関協働事業",
                                         "支援プランの作成" };

    return item >= 1 && item <= ITEM_LAST ? names[item] : "";
}

const struct plan_department *
plan_lead(const struct profile *p)
{
    for (size_t i = 0; i < p->departments.n; i++)
        if (p->departments.v[i].role == PROFILE_ROLE_LEAD)
            return &p->departments.v[i];
    return NULL;
}

/* The plan names the lead in full as the host of the conference that it leads. */
const char *
plan_lead_name(const struct profile *p)
{
    const struct plan_department *lead = plan_lead(p);

    for (size_t i = 0; lead && i < p->meetings.n; i++) {
        const struct plan_meeting *m = &p->meetings.v[i];

        if (m->kind == PROFILE_MEETING_KIND_MULTILAYER && m->host_name
            && text_same(m->host, lead->id))
            return m->host_name;
    }
    return lead ? lead->name : NULL;
}

static const char *
name_now(const struct profile *p, const char *ref)
{
    const struct plan_staff_role *role = profile_staff_role(p, ref);
    const struct plan_meeting *meeting = profile_meeting(p, ref);

    if (role)
        return role->name;
    if (meeting)
        return meeting->name;
    return profile_body_name(p, ref);
}

const char *
plan_name_in(const struct profile *p, const char *ref, int64_t fiscal_year)
{
    for (size_t i = 0; p->settings && i < p->settings->names.n; i++) {
        const struct plan_dated_name *n = &p->settings->names.v[i];

        if (text_same(n->ref, ref)
            && (!n->from_fiscal_year.given || n->from_fiscal_year.v <= fiscal_year)
            && (!n->to_fiscal_year.given || fiscal_year <= n->to_fiscal_year.v))
            return n->name;
    }
    return name_now(p, ref);
}

const char *
plan_program_names(struct arena *mem, const struct plan_programs *programs)
{
    struct buf b = buf_new(mem);
    struct map seen = { 0 };

    for (size_t i = 0; i < programs->n; i++)
        if (map_add(mem, &seen, programs->v[i]->name, programs->v[i]))
            join(&b, programs->v[i]->name);
    return programs->n ? buf_text(&b) : NULL;
}

/* Returns the programs that the section answers for or delivers. */
static struct plan_programs
programs_of_section(struct arena *mem, const struct profile *p, const char *id)
{
    struct plan_programs list = { 0 };
    struct plan_filter answers = { .department = id };
    struct plan_filter does = { .body = id };

    for (size_t i = 0; i < p->programs.n; i++)
        if (plan_program_passes(p, &p->programs.v[i], &answers)
            || plan_program_passes(p, &p->programs.v[i], &does))
            *VEC_PUSH(mem, &list) = &p->programs.v[i];
    return list;
}

struct plan_bodies
plan_bodies(struct arena *mem, const struct profile *p)
{
    struct plan_bodies list = { 0 };

    for (size_t i = 0; i < p->departments.n; i++) {
        const struct plan_department *d = &p->departments.v[i];

        *VEC_PUSH(mem, &list) = (struct plan_body){
            .id = d->id,
            .name = d->name,
            .bureau = d->bureau,
            .programs = programs_of_section(mem, p, d->id),
        };
    }
    for (size_t i = 0; i < p->organizations.n; i++) {
        const struct plan_organization *o = &p->organizations.v[i];
        const char *runs = profile_body_name(p, o->operator);
        struct plan_filter filter = { .body = o->id };

        *VEC_PUSH(mem, &list) = (struct plan_body){
            .id = o->id,
            .name = o->name,
            .kind = o->kind,
            .operator_name = runs ? runs : o->operator,
            .sites = o->sites,
            .aliases = &o->aliases,
            .programs = plan_programs(mem, p, &filter),
        };
    }
    return list;
}

const char *
plan_time_key(struct arena *mem, const char *date)
{
    if (!strncmp(date, "FY", 2))
        return arena_printf(mem, "%s-04", date + 2);
    return date;
}

struct plan_milestones
plan_chronology(struct arena *mem, const struct profile *p)
{
    struct plan_milestones list = { 0 };

    for (size_t i = 0; i < p->milestones.n; i++) {
        const struct plan_milestone *m = &p->milestones.v[i];
        const char *key = plan_time_key(mem, m->date);
        size_t at = list.n;

        (void)VEC_PUSH(mem, &list);
        for (; at && strcmp(plan_time_key(mem, list.v[at - 1]->date), key) > 0; at--)
            list.v[at] =
                list.v[at - 1]; /* insertion keeps the file's order on one day */
        list.v[at] = m;
    }
    return list;
}

struct plan_statuses
plan_statuses(struct arena *mem, const struct profile *p, int64_t fiscal_year)
{
    struct plan_statuses list = { 0 };

    for (size_t i = 0; i < p->programs.n; i++)
        *VEC_PUSH(mem, &list) = (struct plan_status){
            .key = arena_printf(mem, "%s-%" PRId64, p->programs.v[i].id, fiscal_year),
            .fiscal_year = fiscal_year,
            .program = &p->programs.v[i],
        };
    return list;
}

struct plan_services
plan_services(struct arena *mem, const struct profile *p, const char *program)
{
    struct plan_services list = { 0 };

    for (size_t i = 0; p->settings && i < p->settings->service_types.n; i++)
        if (text_same(p->settings->service_types.v[i].program, program))
            *VEC_PUSH(mem, &list) = &p->settings->service_types.v[i];
    return list;
}
