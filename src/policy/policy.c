#include "policy.h"

#include "../domain/town.h"
#include "narrow.h"

/* The first rule in force that speaks and closes the class for one of the acts. */
static enum forbid
spoken(const struct decision *d, uint32_t acts, enum item_class item)
{
    for (enum forbid n = FORBID_NONE + 1; d->tell && n < FORBID_N; n++)
        for (enum policy_act a = ACT_NONE + 1; a < ACT_N; a++)
            if ((d->forbids & FORBID_BIT(n)) && *policy_forbids[n].text
                && (acts & (1U << a)) && (policy_closes[n][a] & ITEM_BIT(item)))
                return n;
    return FORBID_NONE;
}

static bool
refuse_by(struct ctx *c, enum forbid n)
{
    return n == FORBID_NONE ? refuse(c, ERR_DENIED, "policy denies")
                            : refuse(c, ERR_RULE, "%s", policy_forbids[n].text);
}

bool
refuse_item(struct ctx *c,
            const struct decision *d,
            enum policy_act act,
            enum item_class item)
{
    const char *why = d->narrowed & ITEM_BIT(item) && c->town && c->viewer
                          ? narrow_reason(c->town->narrow, c->viewer->role, act, item)
                          : NULL;

    /* a ground had opened it: who tried knows that it exists */
    if (why)
        return refuse(c, ERR_RULE, "%s", why);
    return refuse_by(c, spoken(d, 1U << act, item));
}

bool
refusal_tells_chair(const struct decision *d, enum policy_act act, enum item_class item)
{
    return policy_forbids[spoken(d, 1U << act, item)].tell_chair;
}

bool
refuse_decision(struct ctx *c, const struct decision *d)
{
    return refuse_by(c, spoken(d, ~0U, ITEM_EXISTENCE));
}

bool
decision_meet(struct ctx *c,
              const struct decision *d,
              const char *reason,
              const char *purpose)
{
    bool ok = true;

    if (decision_owes(d, OBLIGATION_REASON) && !*reason)
        ok =
            refuse_field(c, "reason", "%s", policy_obligations[OBLIGATION_REASON].text);
    if (decision_owes(d, OBLIGATION_PURPOSE) && !*purpose)
        ok = refuse_field(c, "purpose", "%s",
                          policy_obligations[OBLIGATION_PURPOSE].text);
    if (ok && decision_owes(d, OBLIGATION_FRESH) && (!c->viewer || !c->viewer->fresh))
        ok = refuse(c, ERR_RULE, "%s", policy_obligations[OBLIGATION_FRESH].text);
    return ok;
}

static const struct policy_info *
ground_info(enum ground g)
{
    return &policy_grounds[(unsigned)g < GROUND_N ? g : GROUND_NONE];
}

const char *
ground_label(enum ground g)
{
    return ground_info(g)->label;
}

const char *
ground_seal(enum ground g)
{
    return ground_info(g)->seal;
}

const char *
ground_style(enum ground g)
{
    return ground_info(g)->style;
}

bool
policy_emergency_alone(const struct facts *f)
{
    return f->emergency != EMERGENCY_NONE && f->part != PART_LEAD
           && f->handed != HANDED_HELD;
}
