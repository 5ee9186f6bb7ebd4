/*
 * The basis that a new hand-over proposes, so that the usual case costs no click.
 */
#ifndef KASANE_DOMAIN_REFERRAL_DEFAULT_H
#define KASANE_DOMAIN_REFERRAL_DEFAULT_H

#include "gen/enums.h"
#include "profile.h"

/* Returns the profile's basis for the two, else the usual one. Source: practice rule 1. */
enum basis referral_default_basis(const struct profile *p,
                                  enum post_kind giver,
                                  enum post_kind receiver);

#endif
