#include "support_program.h"

#include "plan.h"
#include "profile.h"

#include "../base/text.h"
#include "../base/vec.h"

enum { PARTICIPATION = 2 }; /* 社会福祉法106条の4第2項2号 */

static void
offer(struct arena *mem,
      struct support_programs *to,
      const char *code,
      const char *label)
{
    for (size_t i = 0; i < to->n; i++)
        if (text_same(to->v[i].code, code))
            return;
    *VEC_PUSH(mem, to) = (struct support_program){ .code = code, .label = label };
}

static bool
is_participation(const struct plan_program *x)
{
    for (size_t i = 0; i < x->statutory_items.n; i++)
        if (x->statutory_items.v[i] == PARTICIPATION)
            return true;
    return false;
}

struct support_programs
support_programs(struct arena *mem, const struct profile *p)
{
    struct support_programs all = { 0 };

    for (size_t i = 0; i < p->programs.n; i++) {
        const struct plan_program *x = &p->programs.v[i];
        const struct plan_services kinds = plan_services(mem, p, x->id);

        offer(mem, &all, x->id, x->name);
        for (size_t k = 0; k < kinds.n; k++)
            offer(mem, &all, arena_printf(mem, "%s.%s", x->id, kinds.v[k]->code),
                  arena_printf(mem, "%s　%s", x->name, kinds.v[k]->label));
        for (size_t k = 0; is_participation(x) && k < x->tasks.n; k++)
            offer(mem, &all, arena_printf(mem, "%s.%s", x->id, x->tasks.v[k]),
                  arena_printf(mem, "%s　%s", x->name,
                               profile_tag_label(p, x->tasks.v[k])));
    }
    return all;
}

const char *
support_program_label(struct arena *mem, const struct profile *p, const char *code)
{
    const struct support_programs all = support_programs(mem, p);

    for (size_t i = 0; *code && i < all.n; i++)
        if (text_same(all.v[i].code, code))
            return all.v[i].label;
    return NULL;
}
