#include "plan_desk.h"

#include <string.h>

#include "../base/text.h"
#include "../base/vec.h"

struct desks {
    struct arena *mem;
    const struct profile *p;
    struct plan_desks list;
};

const struct plan_desk *
plan_desk_find(const struct plan_desks *desks, const char *name)
{
    for (size_t i = 0; i < desks->n; i++)
        if (text_same(desks->v[i].code, name) || text_same(desks->v[i].name, name))
            return &desks->v[i];
    return NULL;
}

/* Returns the section's unit that the delivery names in its note; NULL for the section. */
static const char *
unit_of(const struct plan_department *d, const char *note)
{
    for (size_t i = 0; d && note && i < d->units.n; i++)
        if (strstr(note, d->units.v[i]))
            return d->units.v[i];
    return NULL;
}

static struct plan_desk *
desk_named(struct desks *k, const char *code)
{
    for (size_t i = 0; i < k->list.n; i++)
        if (text_same(k->list.v[i].code, code))
            return &k->list.v[i];
    return NULL;
}

/* Says by whom the desk's work is answered for: the municipality, or the contracted body. */
static void
set_agency(const struct desks *k,
           struct plan_desk *desk,
           const struct plan_organization *organization,
           bool direct)
{
    const char *runs = organization ? organization->operator: NULL;
    const char *known = profile_body_name(k->p, runs);

    desk->city = !organization || direct;
    if (desk->city) {
        desk->agency = k->p->municipality.id;
        desk->agency_name = k->p->municipality.name;
    } else if (known) {
        desk->agency = runs;
        desk->agency_name = known;
    } else {
        desk->agency = organization->id;
        desk->agency_name = organization->name;
    }
}

/* Finds the desk of a body, or makes it. unit: NULL for the body itself. */
static struct plan_desk *
desk_of(struct desks *k, const char *body, const char *unit, bool direct)
{
    const struct plan_organization *o = profile_organization(k->p, body);
    const char *name = profile_body_name(k->p, body);
    const char *code = unit ? arena_printf(k->mem, "%s/%s", body, unit) : body;
    struct plan_desk *desk = desk_named(k, code);

    if (desk)
        return desk;
    desk = VEC_PUSH(k->mem, &k->list);
    *desk = (struct plan_desk){
        .code = code,
        .name = unit ? arena_printf(k->mem, "%s%s", name, unit) : name,
        .body = body,
        .unit = unit,
    };
    if (o)
        desk->sites = o->sites;
    set_agency(k, desk, o, direct);
    return desk;
}

static void
add_program(const struct desks *k,
            struct plan_desk *desk,
            const struct plan_program *program)
{
    for (size_t i = 0; i < desk->programs.n; i++)
        if (desk->programs.v[i] == program)
            return;
    *VEC_PUSH(k->mem, &desk->programs) = program;
}

/* Community building goes on at sites, not at desks. */
static bool
has_desks(const struct plan_program *program)
{
    return program->category != PROFILE_CATEGORY_COMMUNITY;
}

static bool
is_direct(const struct plan_delivery *d)
{
    for (size_t i = 0; i < d->operation_forms.n; i++)
        if (d->operation_forms.v[i] != PROFILE_FORM_DIRECT)
            return false;
    return d->operation_forms.n > 0;
}

static void
add_delivery(struct desks *k,
             const struct plan_program *program,
             const struct plan_delivery *d)
{
    const struct plan_department *section = profile_department(k->p, d->body);
    struct plan_desk *desk;

    if (!d->body)
        return;
    desk = desk_of(k, d->body, unit_of(section, d->note), is_direct(d));
    desk->consultation |= program->category == PROFILE_CATEGORY_CONSULTATION;
    desk->form_stated |= d->operation_forms.n > 0;
    add_program(k, desk, program);
}

/* A program without a delivery is done by the sections that answer for it. */
static void
add_sections(struct desks *k, const struct plan_program *program)
{
    for (size_t i = 0; i < program->departments.n; i++) {
        struct plan_desk *desk = desk_of(k, program->departments.v[i], NULL, true);

        desk->consultation |= program->category == PROFILE_CATEGORY_CONSULTATION;
        add_program(k, desk, program);
    }
}

static void
add_lead(struct desks *k)
{
    const struct plan_department *lead = plan_lead(k->p);
    struct plan_desk *desk;

    if (!lead)
        return;
    desk = desk_of(k, lead->id, lead->units.n ? lead->units.v[0] : NULL, true);
    desk->lead = true;
}

static bool
consults(const struct plan_organization *o)
{
    static const char *const kinds[] = { "elderly_center", "disability_center",
                                         "poverty_desk", "childcare_center",
                                         "consultation_desk" };

    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (text_same(o->kind, kinds[i]))
            return true;
    return false;
}

/* Bodies that take consultations although no program of the plan is tied to them. */
static void
add_named(struct desks *k)
{
    for (size_t i = 0; i < k->p->organizations.n; i++) {
        const struct plan_organization *o = &k->p->organizations.v[i];
        struct plan_filter does = { .body = o->id };

        if (consults(o) && !plan_programs(k->mem, k->p, &does).n)
            desk_of(k, o->id, NULL, false)->consultation = true;
    }
}

struct plan_desks
plan_desks(struct arena *mem, const struct profile *p)
{
    struct desks k = { .mem = mem, .p = p };

    add_lead(&k);
    for (size_t i = 0; i < p->programs.n; i++) {
        const struct plan_program *program = &p->programs.v[i];

        if (!has_desks(program))
            continue;
        for (size_t j = 0; j < program->delivery.n; j++)
            add_delivery(&k, program, &program->delivery.v[j]);
        if (!program->delivery.n)
            add_sections(&k, program);
    }
    add_named(&k);
    return k.list;
}
