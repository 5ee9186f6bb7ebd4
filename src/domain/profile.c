#include "profile.h"

#include "../base/text.h"
#include "profile_schema.h"

#define FIND(p, list, key)                                                             \
    for (size_t i = 0; (key) && i < (p)->list.n; i++)                                  \
        if (text_same((p)->list.v[i].id, (key)))                                       \
            return &(p)->list.v[i];                                                    \
    return NULL

const struct plan_department *
profile_department(const struct profile *p, const char *id)
{
    FIND(p, departments, id);
}

const struct plan_organization *
profile_organization(const struct profile *p, const char *id)
{
    FIND(p, organizations, id);
}

const struct plan_staff_role *
profile_staff_role(const struct profile *p, const char *id)
{
    FIND(p, staff_roles, id);
}

const struct plan_program *
profile_program(const struct profile *p, const char *id)
{
    FIND(p, programs, id);
}

const struct plan_meeting *
profile_meeting(const struct profile *p, const char *id)
{
    FIND(p, meetings, id);
}

const struct plan_kpi *
profile_kpi(const struct profile *p, const char *id)
{
    FIND(p, kpis, id);
}

const char *
profile_body_name(const struct profile *p, const char *id)
{
    const struct plan_department *department = profile_department(p, id);
    const struct plan_organization *organization = profile_organization(p, id);

    if (department)
        return department->name;
    return organization ? organization->name : NULL;
}

const char *
profile_tag_label(const struct profile *p, const char *tag)
{
    for (size_t i = 0; i < p->tag_labels.n; i++)
        if (text_same(p->tag_labels.v[i].key, tag))
            return p->tag_labels.v[i].text;
    return tag;
}

const char *
profile_field_label(const struct profile *p, enum profile_field field)
{
    for (size_t i = 0; i < p->municipality.field_labels.n; i++)
        if (p->municipality.field_labels.v[i].field == field)
            return p->municipality.field_labels.v[i].label;
    return profile_field_code(field);
}

const char *
profile_category_code(enum profile_category v)
{
    return key_word(profile_categories, v);
}

const char *
profile_field_code(enum profile_field v)
{
    return key_word(profile_fields, v);
}

const char *
profile_form_code(enum profile_form v)
{
    return key_word(profile_forms, v);
}

const char *
profile_unit_code(enum profile_unit v)
{
    return key_word(profile_units, v);
}

const char *
profile_meeting_kind_code(enum profile_meeting_kind v)
{
    return key_word(profile_meeting_kinds, v);
}

const char *
profile_consent_code(enum profile_consent v)
{
    return key_word(profile_consents, v);
}

const char *
profile_duty_code(enum profile_duty v)
{
    return key_word(profile_duties, v);
}
