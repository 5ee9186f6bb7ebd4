/*
 * Where protected people are: sealed for its place with a key that lies beside the town's
 * keys, and taken out of everything else. Not for who may read it: that is policy.
 */
#ifndef KASANE_STORE_STORE_VAULT_H
#define KASANE_STORE_STORE_VAULT_H

#include "../base/blob.h"
#include "../base/fields.h"
#include "gen/forms.h"

/* Keeps a version of the fields, sealed. OUTSIDE when the key is missing. */
bool vault_keep(struct ctx *c,
                struct restriction_id id,
                struct case_id case_id,
                int64_t version,
                const struct fields *plain) MUST_USE;

/* Opens what was sealed; OUTSIDE when it was changed, moved, or the key is another. */
bool vault_open(struct ctx *c,
                struct restriction_id id,
                int64_t version,
                const struct db_blob *sealed,
                struct fields *out) MUST_USE;

/* The form's fields that are sealed: all but whose it is and what was decided. */
void vault_fields(struct ctx *c, const struct form_whereabouts *f, struct fields *out);

/*
 * Strikes each value of the fields out of the case's texts, their versions and everybody's
 * drafts. n: in how many texts it stood.
 */
bool vault_strike(struct ctx *c,
                  struct case_id case_id,
                  const struct fields *plain,
                  size_t *n) MUST_USE;

/* Adds a place that stood open to what is sealed, as a new version. */
bool vault_take(struct ctx *c, struct restriction_id id, const char *place) MUST_USE;

/*
 * Takes the place of every protected person that some act has written since into the vault,
 * out of the record and out of search. The writer calls it after each act.
 */
bool vault_sweep(struct ctx *c) MUST_USE;

#endif
