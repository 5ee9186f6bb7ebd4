/*
 * What happened to a case, in words: one sentence for each kind of record that was kept.
 */
#ifndef KASANE_POLICY_SHOW_EVENT_H
#define KASANE_POLICY_SHOW_EVENT_H

#include "policy.h"

/*
 * The sentence for a record's first version or a later one; NULL where the decision does not
 * open what the kind belongs to. Kinds are those of desk_keep_version().
 */
const char *
show_event_text(const struct decision *d, const char *kind, int64_t version);

/* Says whether the kind has a sentence: none may be kept without. */
bool show_event_known(const char *kind);

#endif
