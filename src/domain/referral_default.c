#include "referral_default.h"

#include <string.h>

static enum basis
usual(enum post_kind giver, enum post_kind receiver)
{
    if (giver == POST_KIND_OWN)
        return BASIS_PRIVATE_LAW;
    if (giver == POST_KIND_CITY && receiver == POST_KIND_CITY)
        return BASIS_MAYOR;
    if (receiver == POST_KIND_OWN)
        return BASIS_CONSENT;
    if (giver == receiver)
        return BASIS_PURPOSE;
    return BASIS_COMMISSIONED;
}

enum basis
referral_default_basis(const struct profile *p,
                       enum post_kind giver,
                       enum post_kind receiver)
{
    enum basis basis;

    for (size_t i = 0; p->settings && i < p->settings->referral_bases.n; i++) {
        const struct plan_referral_basis *r = &p->settings->referral_bases.v[i];

        if (strcmp(r->giver, post_kind_code(giver)) == 0
            && strcmp(r->receiver, post_kind_code(receiver)) == 0
            && basis_read(r->basis, &basis))
            return basis;
    }
    return usual(giver, receiver);
}
