/*
 * Compares every decision with the oracle and tries the laws.
 *
 *     compare           every state; facts of giving and of drafts turn for the acts that
 *                       they are about and are drawn at random for the others
 *     compare --full    the whole product for every act, laws on every 512th state
 *     compare --quick   random states until the first difference, for mutants
 */
#include "laws.h"
#include "oracle.h"
#include "src/policy/policy.h"
#include "state.h"

#include <stdio.h>
#include <string.h>

struct tally {
    uint64_t decisions;
    uint64_t differences;
};

static void
report(enum policy_act act,
       const struct facts *f,
       const struct decision *d,
       const struct opinion *o)
{
    printf("difference: act %s program %#x/%#x/%#x oracle %#x/%#x/%#x: ",
           policy_acts[act].code, d->allow, d->grounds, d->obligations, o->allow,
           o->grounds, o->obligations);
    state_print(f);
}

static bool
same(enum policy_act act, const struct facts *f, struct tally *t)
{
    const struct decision d = policy_decide(act, f);
    const struct opinion o = oracle(act, f);

    t->decisions++;
    if (d.allow == o.allow && d.grounds == o.grounds && d.obligations == o.obligations)
        return true;
    if (t->differences++ < 10)
        report(act, f, &d, &o);
    return false;
}

static void
set_all(struct facts *f, const unsigned at[DIM_N])
{
    for (enum dim d = 0; d < DIM_N; d++)
        state_set(f, d, at[d]);
}

static bool
turns(enum policy_act act, enum dim dim)
{
    if (dim == DIM_CHILDCARE)
        return act == ACT_VIEW || act == ACT_WRITE;
    if (dim == DIM_GIVING)
        return act == ACT_REFER || act == ACT_TABLE;
    return act == ACT_KNOW || act == ACT_VIEW || act == ACT_DECIDE;
}

/*
 * All states of one act. What does not turn is drawn anew for each state, so that a rule
 * that used it by mistake would still be seen.
 */
static void
enumerate(enum policy_act act, bool full, struct tally *t, struct law_count *laws)
{
    uint64_t seed = 88172645463325252ULL + (uint64_t)act;
    unsigned at[DIM_N] = { [DIM_STANDING] = full ? 0 : STANDING_ACTIVE };
    unsigned n_giving = full || turns(act, DIM_GIVING) ? state_sizes[DIM_GIVING] : 1;
    unsigned n_paper = full || turns(act, DIM_PAPER) ? state_sizes[DIM_PAPER] : 1;
    unsigned n_care =
        full || turns(act, DIM_CHILDCARE) ? state_sizes[DIM_CHILDCARE] : 1;
    const uint64_t every = full ? 512 : 1024;
    struct facts f = { 0 };

    for (unsigned i = 0; i < n_giving * n_paper * n_care; i++) {
        at[DIM_GIVING] = i % n_giving;
        at[DIM_PAPER] = i / n_giving % n_paper;
        at[DIM_CHILDCARE] = i / n_giving / n_paper;
        set_all(&f, at);
        do {
            uint64_t draw = state_draw(&seed);

            if (n_giving == 1)
                f.giving = (enum giving)(draw % 4);
            if (n_paper == 1)
                f.paper = (enum paper)(draw / 4 % 3);
            if (n_care == 1)
                f.childcare = (enum childcare)(draw / 12 % 2);
            same(act, &f, t);
            if (draw / 64 % every == 0)
                laws_try(&f, laws);
        } while (state_next(&f, at, full ? DIM_STANDING : DIM_ROLE));
    }
}

static int
quick(void)
{
    struct tally t = { 0 };
    uint64_t seed = 2463534242ULL;

    for (uint64_t i = 0; i < 3000000; i++) {
        struct facts f = state_random(&seed);

        if (!same((enum policy_act)(ACT_NONE + 1 + i % (ACT_N - 1)), &f, &t))
            return 1;
    }
    return 0;
}

/* Random states, also of ended posts, with random sets of classes. */
static void
sample(struct tally *t, struct law_count *laws)
{
    uint64_t seed = 1181783497276652981ULL;

    for (uint64_t i = 0; i < 4000000; i++) {
        struct facts f = state_random(&seed);

        same((enum policy_act)(ACT_NONE + 1 + i % (ACT_N - 1)), &f, t);
    }
    for (uint64_t i = 0; i < 20000; i++) {
        struct facts f = state_random(&seed);
        const uint32_t least = ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY);

        if (f.consent)
            f.consent |= least; /* as facts.h has it */
        laws_try(&f, laws);
    }
}

int
main(int argc, char **argv)
{
    bool full = argc > 1 && strcmp(argv[1], "--full") == 0;
    struct tally t = { 0 };
    struct law_count laws = { 0 };
    uint64_t product = ACT_N - 1;

    if (argc > 1 && strcmp(argv[1], "--quick") == 0)
        return quick();
    for (enum dim d = 0; d < DIM_N; d++)
        product *= state_sizes[d];
    for (enum policy_act act = ACT_NONE + 1; act < ACT_N; act++)
        enumerate(act, full, &t, &laws);
    sample(&t, &laws);
    printf("policy: %llu decisions compared (the whole product is %llu), "
           "%llu differences; %llu law checks, %llu broken\n",
           (unsigned long long)t.decisions, (unsigned long long)product,
           (unsigned long long)t.differences, (unsigned long long)laws.checks,
           (unsigned long long)laws.broken);
    printf("%d passed, %d failed\n", !t.differences + !laws.broken,
           !!t.differences + !!laws.broken);
    return t.differences || laws.broken;
}
