#include "outreach_rule.h"

#include "../base/text.h"
#include "../base/vec.h"

struct plan_desks
outreach_desks(struct arena *mem, const struct profile *p)
{
    const struct plan_desks all = plan_desks(mem, p);
    struct plan_desks out = { 0 };

    for (size_t i = 0; i < all.n; i++)
        for (size_t j = 0; j < all.v[i].programs.n; j++)
            if (all.v[i].programs.v[j]->category == PROFILE_CATEGORY_OUTREACH) {
                *VEC_PUSH(mem, &out) = all.v[i];
                break;
            }
    return out;
}

static bool
has(const struct texts *list, const char *tag)
{
    for (size_t i = 0; i < list->n; i++)
        if (text_same(list->v[i], tag))
            return true;
    return false;
}

bool
outreach_wants_policy(const struct profile *p)
{
    return has(&p->outreach.methods, "visit_by_related_agencies");
}

bool
outreach_wants_consent(const struct profile *p)
{
    return has(&p->outreach.exit_when, "consent_obtained")
           || has(&p->outreach.exit_when, "agreed_to_receive_support");
}

bool
outreach_is_visit(enum outreach_way way)
{
    return way == OUTREACH_WAY_VISIT || way == OUTREACH_WAY_ACCOMPANY;
}

enum outreach_state
outreach_state_after(enum outreach_state now, enum contact_result result)
{
    if ((now == OUTREACH_STATE_HEARD_OF || now == OUTREACH_STATE_LOCATED)
        && (result == CONTACT_RESULT_MET || result == CONTACT_RESULT_SPOKE))
        return OUTREACH_STATE_CONTACTED;
    return now;
}

int
outreach_turns(int every_days, int weeks)
{
    const int n = weeks * 7 / every_days;

    return n ? n : 1;
}
