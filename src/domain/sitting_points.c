#include "sitting_points.h"

#include "../base/text.h"
#include "codes.h"
#include "plan.h"

/* The parts of a tag in the list; NULL when it stands for itself. */
static size_t
parts_of(const struct town *t, const char *tag, struct agenda_point *out)
{
    const struct code_list *list = codes_list(t->codes, "meeting_point");
    size_t n = 0;

    for (size_t i = 0; list && i < list->codes.n; i++) {
        const struct code *k = &list->codes.v[i];

        if (!k->parent || !text_same(k->parent, tag))
            continue;
        if (out)
            out[n] = (struct agenda_point){ .code = k->code, .label = k->label };
        n++;
    }
    return n;
}

static const struct texts *
agenda_of(const struct plan_meeting *m, const char *trigger, bool *by_trigger)
{
    *by_trigger = false;
    for (size_t i = 0; *trigger && i < m->agenda_by_trigger.n; i++)
        if (text_same(m->agenda_by_trigger.v[i].trigger, trigger)) {
            *by_trigger = true;
            return &m->agenda_by_trigger.v[i].agenda;
        }
    return &m->agenda;
}

struct agenda_points
sitting_points(struct arena *mem,
               const struct town *t,
               const char *body,
               const char *trigger)
{
    const struct plan_meeting *m = profile_meeting(t->profile, body);
    struct agenda_points out = { .v = NULL };
    const struct texts *agenda;
    struct agenda_point *v;
    size_t n = 0;
    bool by_trigger;

    if (!m)
        return out;
    agenda = agenda_of(m, trigger, &by_trigger);
    for (size_t i = 0; i < agenda->n; i++)
        n += 1 + parts_of(t, agenda->v[i], NULL);
    v = ARENA_ARRAY(mem, n + 1, struct agenda_point);
    n = 0;
    for (size_t i = 0; i < agenda->n; i++) {
        const char *tags[1] = { agenda->v[i] };
        const struct texts one = { .v = tags, .n = 1 };
        const size_t parts = parts_of(t, agenda->v[i], v + n);

        if (!parts)
            v[n] = (struct agenda_point){
                .code = agenda->v[i],
                .label = plan_tags_text(mem, t->profile, &one),
            };
        n += parts ? parts : 1;
    }
    out.v = v;
    out.n = n;
    out.demanded =
        by_trigger
        && text_same(settings_rule(&t->settings, RULE_MINUTES_POINTS), "yes");
    return out;
}
