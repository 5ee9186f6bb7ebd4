#include "laws.h"

#include "state.h"

#include <stdio.h>

static const uint32_t NOT_PERSONAL = ITEM_BIT(ITEM_SETTING) | ITEM_BIT(ITEM_LEDGER);

static void
expect(bool holds,
       const char *law,
       enum policy_act act,
       const struct facts *f,
       struct law_count *n)
{
    n->checks++;
    if (holds)
        return;
    if (n->broken++ < 10) {
        printf("law broken: %s, act %s: ", law, policy_acts[act].code);
        state_print(f);
    }
}

static uint32_t
allowed(enum policy_act act, const struct facts *f)
{
    return policy_decide(act, f).allow;
}

/* Every way in which a ground ends, a step of it or all of it. */
static size_t
ended_grounds(const struct facts *f, struct facts out[16])
{
    size_t n = 0;

#define ENDED(cond, member, value)                                                     \
    if (cond)                                                                          \
    out[n] = *f, out[n++].member = (value)
    ENDED(f->own != OWN_NONE, own, OWN_NONE);
    ENDED(f->own == OWN_SELF, own, OWN_DESK);
    ENDED(f->part != PART_NONE, part, PART_NONE);
    ENDED(f->part == PART_LEAD, part, PART_TEAM);
    ENDED(f->handed == HANDED_HELD, handed, HANDED_WAITING);
    ENDED(f->handed != HANDED_NONE, handed, HANDED_NONE);
    ENDED(f->sitting != SITTING_NONE, sitting, SITTING_NONE);
    ENDED(f->sitting > SITTING_UNSWORN, sitting, SITTING_UNSWORN);
    ENDED(f->decided == DECIDED_HELD, decided, DECIDED_NONE);
    ENDED(f->emergency != EMERGENCY_NONE, emergency, EMERGENCY_NONE);
    ENDED(f->emergency == EMERGENCY_GLASS, emergency, EMERGENCY_LOOKUP);
    ENDED(f->emergency == EMERGENCY_LOOKUP, emergency, EMERGENCY_DUTY);
    ENDED(f->paper == PAPER_APPROVER, paper, PAPER_NONE);
    ENDED(f->consent != 0, consent, 0);
    ENDED(f->law != 0, law, 0);
    ENDED(f->sent != 0, sent, f->sent & ITEMS_PLAIN);
    return n;
}

/* Every way in which a forbid is added. */
static size_t
added_forbids(const struct facts *f, struct facts out[16])
{
    size_t n = 0;

    ENDED(f->standing == STANDING_ACTIVE, standing, STANDING_ENDED);
    ENDED(f->barrier == BARRIER_NONE, barrier, BARRIER_SEALED);
    ENDED(f->barrier == BARRIER_NONE, barrier, BARRIER_OTHER_SIDE);
    ENDED(f->barrier == BARRIER_NONE, barrier, BARRIER_CONFLICT);
    ENDED(f->protect == PROTECT_LISTED, protect, PROTECT_SHUT);
    ENDED(f->protect == PROTECT_NONE, protect, PROTECT_SHUT);
    ENDED(f->informant == INFORMANT_OPEN, informant, INFORMANT_SHUT);
    ENDED(f->giving == GIVING_LAWFUL, giving, GIVING_BY_CONSENT);
    ENDED(f->giving == GIVING_LAWFUL, giving, GIVING_NAMELESS);
    ENDED(f->giving != GIVING_NONE, giving, GIVING_NONE);
    ENDED(f->paper != PAPER_DRAFTER, paper, PAPER_DRAFTER);
#undef ENDED
    return n;
}

/* Row and decision agree: what visible_* does not reach, no page opens. */
static void
try_known(enum policy_act act,
          const struct facts *f,
          const struct decision *d,
          struct law_count *n)
{
    bool begins = act == ACT_BREAK_GLASS;
    bool nameless = f->sitting == SITTING_NAMELESS
                    && !(d->allow & ~ITEM_BIT(ITEM_MEETING) & ~NOT_PERSONAL);

    if (!(d->allow & ~NOT_PERSONAL) || begins || nameless)
        return;
    expect(allowed(ACT_KNOW, f) != 0, "what is open is known to exist", act, f, n);
}

static void
try_act(enum policy_act act, const struct facts *f, struct law_count *n)
{
    const struct decision d = policy_decide(act, f);
    struct facts calm = *f;
    struct facts less[16];
    size_t n_less;

    n_less = ended_grounds(f, less);
    for (size_t i = 0; i < n_less; i++)
        expect((allowed(act, &less[i]) & ~d.allow) == 0, "ending a ground narrows", act,
               f, n);
    n_less = added_forbids(f, less);
    for (size_t i = 0; i < n_less; i++)
        expect((allowed(act, &less[i]) & ~d.allow) == 0, "adding a forbid narrows", act,
               f, n);
    calm.emergency = EMERGENCY_NONE;
    expect(!(d.allow & ~allowed(act, &calm) & ITEM_BIT(ITEM_WHEREABOUTS)),
           "an emergency never opens whereabouts", act, f, n);
    expect(f->standing == STANDING_ACTIVE || !d.allow, "an ended post sees nothing",
           act, f, n);
    expect(!d.allow == !d.grounds, "what is open has a ground", act, f, n);
    expect(!d.allow == (d.reason != DENY_NONE), "a refusal has a reason", act, f, n);
    if (f->role == POST_ROLE_ADMIN || f->role == POST_ROLE_AUDITOR
        || f->role == POST_ROLE_PRIVACY_OFFICER
        || f->role == POST_ROLE_COMMITTEE_MEMBER)
        expect(!(d.allow & ~NOT_PERSONAL), "no personal data outside the work", act, f,
               n);
    try_known(act, f, &d, n);
}

void
laws_try(const struct facts *f, struct law_count *count)
{
    for (enum policy_act act = ACT_NONE + 1; act < ACT_N; act++)
        try_act(act, f, count);
}
