#include "state.h"

#include <stdio.h>

const unsigned state_sizes[DIM_N] = {
    [DIM_GIVING] = 4,  [DIM_PAPER] = 3,     [DIM_STANDING] = 2,  [DIM_ROLE] = 13,
    [DIM_BARRIER] = 4, [DIM_PROTECT] = 3,   [DIM_INFORMANT] = 2, [DIM_SITTING] = 6,
    [DIM_DECIDED] = 2, [DIM_EMERGENCY] = 4, [DIM_OWN] = 3,       [DIM_PART] = 4,
    [DIM_HANDED] = 5,  [DIM_LAW] = 2,       [DIM_CONSENT] = 3,   [DIM_CHILDCARE] = 2,
};

_Static_assert(POST_ROLE_AUDITOR == 12, "a new role: widen DIM_ROLE and the oracle");

static const uint32_t SETS[] = { 0, ITEMS_PLAIN, ITEMS_ALL };

static void
set_handed(struct facts *f, unsigned i)
{
    static const enum handed HANDED[] = { HANDED_NONE, HANDED_WAITING, HANDED_WAITING,
                                          HANDED_HELD, HANDED_HELD };
    static const uint32_t SENT[] = { 0, ITEMS_PLAIN, ITEMS_ALL, ITEMS_PLAIN,
                                     ITEMS_ALL };

    f->handed = HANDED[i];
    f->sent = SENT[i];
}

void
state_set(struct facts *f, enum dim dim, unsigned i)
{
    switch (dim) {
    case DIM_GIVING:
        f->giving = (enum giving)i;
        return;
    case DIM_PAPER:
        f->paper = (enum paper)i;
        return;
    case DIM_STANDING:
        f->standing = (enum standing)i;
        return;
    case DIM_ROLE:
        f->role = (enum post_role)i;
        return;
    case DIM_BARRIER:
        f->barrier = (enum barrier)i;
        return;
    case DIM_PROTECT:
        f->protect = (enum protect)i;
        return;
    case DIM_INFORMANT:
        f->informant = (enum informant)i;
        return;
    case DIM_SITTING:
        f->sitting = (enum sitting)i;
        return;
    case DIM_DECIDED:
        f->decided = (enum decided)i;
        return;
    case DIM_EMERGENCY:
        f->emergency = (enum emergency)i;
        return;
    case DIM_OWN:
        f->own = (enum own)i;
        return;
    case DIM_PART:
        f->part = (enum part)i;
        return;
    case DIM_HANDED:
        set_handed(f, i);
        return;
    case DIM_LAW:
        f->law = i ? ITEMS_ALL : 0;
        return;
    case DIM_CONSENT:
        f->consent = SETS[i];
        return;
    case DIM_CHILDCARE:
        f->childcare = (enum childcare)i;
        return;
    case DIM_N:
        return;
    }
}

int
state_next(struct facts *f, unsigned at[DIM_N], enum dim first)
{
    for (enum dim d = DIM_N; d > first;) {
        d--;
        at[d] = at[d] + 1 < state_sizes[d] ? at[d] + 1 : 0;
        state_set(f, d, at[d]);
        if (at[d])
            return 1;
    }
    return 0;
}

uint64_t
state_draw(uint64_t *seed)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return *seed * 0x2545F4914F6CDD1DULL >> 16;
}

static uint32_t
random_set(uint64_t *seed)
{
    uint64_t n = state_draw(seed);

    return n % 3 ? SETS[n / 3 % 3] : (uint32_t)(n >> 8) & ITEMS_ALL;
}

struct facts
state_random(uint64_t *seed)
{
    struct facts f = { 0 };

    for (enum dim d = 0; d < DIM_N; d++)
        state_set(&f, d, (unsigned)(state_draw(seed) % state_sizes[d]));
    f.standing = state_draw(seed) % 16 ? STANDING_ACTIVE : STANDING_ENDED;
    if (state_draw(seed) % 8)
        f.barrier = BARRIER_NONE;
    if (state_draw(seed) % 2)
        f.own = OWN_NONE;
    if (state_draw(seed) % 2)
        f.part = PART_NONE;
    if (state_draw(seed) % 2)
        f.sitting = SITTING_NONE;
    if (state_draw(seed) % 2)
        f.law = 0;
    else
        f.law = random_set(seed);
    if (state_draw(seed) % 2)
        f.emergency = EMERGENCY_NONE;
    if (state_draw(seed) % 2)
        f.handed = HANDED_NONE;
    if (state_draw(seed) % 2)
        f.protect = PROTECT_NONE;
    f.sent = f.handed == HANDED_NONE ? 0 : random_set(seed);
    f.consent = random_set(seed);
    return f;
}

void
state_print(const struct facts *f)
{
    printf("role=%d standing=%d own=%d part=%d handed=%d sitting=%d decided=%d "
           "emergency=%d protect=%d informant=%d barrier=%d giving=%d paper=%d "
           "consent=%#x sent=%#x law=%#x childcare=%d\n",
           (int)f->role, (int)f->standing, (int)f->own, (int)f->part, (int)f->handed,
           (int)f->sitting, (int)f->decided, (int)f->emergency, (int)f->protect,
           (int)f->informant, (int)f->barrier, (int)f->giving, (int)f->paper,
           f->consent, f->sent, f->law, (int)f->childcare);
}
