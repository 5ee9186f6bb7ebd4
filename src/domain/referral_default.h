/*
 * The basis that a new hand-over proposes, so that the usual case costs no click.
 */
#ifndef KASANE_DOMAIN_REFERRAL_DEFAULT_H
#define KASANE_DOMAIN_REFERRAL_DEFAULT_H

#include "gen/enums.h"
#include "plan_settings.h"

/*
 * Returns the basis that the settings name for the two; the person's consent where they are
 * silent. Source: practice rule 1.
 */
enum basis referral_default_basis(const struct settings *s,
                                  enum post_kind giver,
                                  enum post_kind receiver);

#endif
