#include "giving.h"

#include <stdbool.h>

static bool
fits(enum basis basis, enum post_kind giver, enum post_kind receiver)
{
    const bool from_city = giver == POST_KIND_CITY;
    const bool to_city = receiver == POST_KIND_CITY;
    const bool from_own = giver == POST_KIND_OWN;

    switch (basis) {
    case BASIS_NONE:
        return false;
    case BASIS_CONSENT:
    case BASIS_REQUEST_106_6:
    case BASIS_OTHER_LAW:
        return true;
    case BASIS_PURPOSE:
        return !from_own;
    case BASIS_COMMISSIONED:
        return (from_city && receiver == POST_KIND_COMMISSIONED)
               || (giver == POST_KIND_COMMISSIONED && to_city);
    case BASIS_MAYOR:
    case BASIS_PUBLIC_BODY:
        return from_city && to_city;
    case BASIS_SPECIAL_REASON:
        return from_city && !to_city;
    case BASIS_PRIVATE_LAW:
        return from_own;
    }
    return false;
}

enum giving
facts_giving(enum basis basis, enum post_kind giver, enum post_kind receiver)
{
    if (!fits(basis, giver, receiver))
        return GIVING_NONE;
    return basis == BASIS_CONSENT ? GIVING_BY_CONSENT : GIVING_LAWFUL;
}

enum post_kind
post_kind_of_agency(const char *code)
{
    enum post_kind kind;

    return post_kind_read(code, &kind) && kind ? kind : POST_KIND_OWN;
}
