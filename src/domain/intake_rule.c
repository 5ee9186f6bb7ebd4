#include "intake_rule.h"

#include "../base/text.h"
#include "plan_desk.h"

bool
intake_rule_is_on(const struct settings *s, const char *rule)
{
    return text_same(settings_rule(s, rule), "yes");
}

int64_t
intake_rule_number(const struct settings *s, const char *rule, int64_t otherwise)
{
    int64_t n;

    return text_int(settings_rule(s, rule), 0, 100000, &n) ? n : otherwise;
}

const struct profile_settings *
intake_ways(const struct settings *s)
{
    return s->own && s->own->triage_ways.n ? s->own : s->defaults;
}

bool
intake_has_urgent_meeting(const struct profile *p)
{
    for (size_t i = 0; i < p->meetings.n; i++) {
        const struct plan_meeting *m = &p->meetings.v[i];

        if (m->kind != PROFILE_MEETING_KIND_SUPPORT)
            continue;
        for (size_t j = 0; j < m->triggers.n; j++)
            if (text_same(m->triggers.v[j], "urgent_case"))
                return true;
    }
    return false;
}

const char *
intake_desk_code(struct arena *mem,
                 const struct profile *p,
                 const struct settings *s,
                 const char *rule)
{
    const char *value = settings_rule(s, rule);
    const struct plan_desks all = plan_desks(mem, p);

    if (text_same(value, "pool"))
        value = settings_rule(s, RULE_POOL_DESK);
    if (!text_same(value, "lead"))
        return value;
    for (size_t i = 0; i < all.n; i++)
        if (all.v[i].lead)
            return all.v[i].code;
    return "";
}

bool
intake_desk_is_multi(struct arena *mem, const struct profile *p, const char *code)
{
    const struct plan_desks all = plan_desks(mem, p);

    for (size_t i = 0; i < all.n; i++) {
        if (!text_same(all.v[i].code, code))
            continue;
        for (size_t j = 0; j < all.v[i].programs.n; j++)
            if (all.v[i].programs.v[j]->category == PROFILE_CATEGORY_MULTI_AGENCY)
                return true;
    }
    return false;
}
