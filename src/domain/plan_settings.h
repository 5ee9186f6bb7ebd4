/*
 * What a municipality has set beyond its plan: words of its own, deadlines, closing days, the
 * usual grounds of hand-overs. The profile goes before the defaults; either may be silent.
 */
#ifndef KASANE_DOMAIN_PLAN_SETTINGS_H
#define KASANE_DOMAIN_PLAN_SETTINGS_H

#include "profile.h"

/* The settings to look into, in turn; each may be NULL. */
struct settings {
    const struct profile_settings *own;      /* of the profile */
    const struct profile_settings *defaults; /* of profiles/defaults/settings.yaml */
};

/* Returns the municipality's own text for a key of words/ja.words; NULL: the usual one. */
const char *settings_word(const struct settings *s, const char *key);

/* Returns the working days of a rule ("urgency_now"); -1 when nobody has set any. */
int64_t settings_deadline(const struct settings *s, const char *rule);

/* Returns the ground usual between such bodies, a code of enum basis; NULL: none. */
const char *
settings_basis(const struct settings *s, const char *giver, const char *receiver);

/* Returns what a rule of the municipality says ("network_first"); "" when nothing is set. */
const char *settings_rule(const struct settings *s, const char *rule);

/*
 * Returns the name of the closing days in which the day of any year falls; NULL when the
 * offices are open. A profile that states closing days replaces the defaults' as a whole.
 */
const char *settings_closed(const struct settings *s, int month, int day);

/*
 * Returns the number below which numbers of people are not told outside the office; 0: the
 * municipality has set none. Source: R-118.
 */
int64_t settings_small_below(const struct settings *s);

#endif
