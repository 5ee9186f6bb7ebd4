/*
 * What a profile closes beyond the rules of disclosure: for a role, an act and a class, read
 * once when the municipality is loaded. It can only take away. Source: docs/profiles.md.
 */
#ifndef KASANE_POLICY_NARROW_H
#define KASANE_POLICY_NARROW_H

#include "../domain/profile.h"
#include "policy.h"

/* By role and act: the classes that are left, and why the others are not. */
struct narrow {
    uint32_t keep[POST_ROLE_AUDITOR + 1][ACT_N];
    const struct profile_policy *rows;
};

/*
 * Makes the table of a profile; NULL when it narrows nothing. OUTSIDE, by name, for an act, a
 * role or a class that there is not, and for `know`: existence is closed by grounds alone.
 */
bool
narrow_read(struct ctx *c, const struct profile *p, const struct narrow **out) MUST_USE;

/* What is left to a role, by act; NULL: everything. */
const uint32_t *narrow_of(const struct narrow *n, enum post_role role);

/* Why the profile closes the class for the act, or NULL where it does not. */
const char *narrow_reason(const struct narrow *n,
                          enum post_role role,
                          enum policy_act act,
                          enum item_class item);

#endif
