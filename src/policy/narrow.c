#include "narrow.h"

#include "../base/text.h"

/* The number of a code in a list of the rules; 0 when there is none. NULL is any: -1. */
static int
number_of(const struct policy_info *list, int n, const char *code)
{
    if (!code)
        return -1;
    for (int i = 1; i < n; i++)
        if (text_same(list[i].code, code))
            return i;
    return 0;
}

static bool
hits(const struct policy_narrow *row,
     enum post_role role,
     enum policy_act act,
     enum item_class item)
{
    const int a = number_of(policy_acts, ACT_N, row->act);
    const int i = number_of(policy_items, ITEM_N, row->info);

    return a == (int)act && (i < 0 || i == (int)item)
           && (!row->role || text_same(row->role, post_role_code(role)));
}

static bool
check(struct ctx *c, const struct policy_narrow *row)
{
    const int act = number_of(policy_acts, ACT_N, row->act);
    enum post_role role;

    if (!act || act == ACT_KNOW)
        return refuse(c, ERR_OUTSIDE, "policy.narrow: act %s cannot be narrowed",
                      row->act);
    if (!number_of(policy_items, ITEM_N, row->info))
        return refuse(c, ERR_OUTSIDE, "policy.narrow: there is no class %s", row->info);
    return !row->role || post_role_read(row->role, &role)
           || refuse(c, ERR_OUTSIDE, "policy.narrow: there is no role %s", row->role);
}

bool
narrow_read(struct ctx *c, const struct profile *p, const struct narrow **out)
{
    struct narrow *n;

    *out = NULL;
    if (!p->policy || !p->policy->narrow.n)
        return true;
    n = ARENA_NEW(c->mem, struct narrow);
    n->rows = p->policy;
    for (size_t i = 0; i < p->policy->narrow.n; i++)
        if (!check(c, &p->policy->narrow.v[i]))
            return false;
    for (int role = 0; role <= POST_ROLE_AUDITOR; role++)
        for (int act = 0; act < ACT_N; act++)
            for (int item = 1; item < ITEM_N; item++)
                if (!narrow_reason(n, (enum post_role)role, (enum policy_act)act,
                                   (enum item_class)item))
                    n->keep[role][act] |= ITEM_BIT(item);
    *out = n;
    return true;
}

const uint32_t *
narrow_of(const struct narrow *n, enum post_role role)
{
    return n ? n->keep[role] : NULL;
}

const char *
narrow_reason(const struct narrow *n,
              enum post_role role,
              enum policy_act act,
              enum item_class item)
{
    for (size_t i = 0; n && i < n->rows->narrow.n; i++)
        if (hits(&n->rows->narrow.v[i], role, act, item))
            return n->rows->narrow.v[i].reason;
    return NULL;
}
