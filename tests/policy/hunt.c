/*
 * Asks the oracle about random states until every broken decider has contradicted it; prints
 * the numbers of those that never did.
 */
#include "hunt.h"

#include "oracle.h"
#include "state.h"

#include <stdio.h>
#include <string.h>

enum { STATES = 2000000, HUNTED_MAX = 256 };

static bool
agrees(decider *decide, enum policy_act act, const struct facts *f, struct opinion o)
{
    const struct decision d = decide(act, f);

    return d.allow == o.allow && d.grounds == o.grounds
           && d.obligations == o.obligations;
}

int
main(void)
{
    bool dead[HUNTED_MAX] = { false };
    size_t alive = n_hunted;
    uint64_t seed = 2463534242ULL;

    for (unsigned i = 0; i < STATES && alive && n_hunted <= HUNTED_MAX; i++) {
        const struct facts f = state_random(&seed);
        const enum policy_act act = (enum policy_act)(ACT_NONE + 1 + i % (ACT_N - 1));
        const struct opinion o = oracle(act, &f);

        for (size_t k = 0; k < n_hunted; k++)
            if (!dead[k] && !agrees(hunted[k], act, &f, o)) {
                dead[k] = true;
                alive--;
            }
    }
    for (size_t k = 0; k < n_hunted; k++)
        if (!dead[k])
            printf("%zu\n", k);
    return 0;
}
