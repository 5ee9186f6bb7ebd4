/*
 * What keeps a case, or where a person is, from somebody: protected whereabouts, sealed
 * households, the two sides of a split one, conflicts of interest. It begins at once with
 * one; desk_restriction.h has the rest of its life. Nothing of it is told to whom it does not
 * name, in any page, so that a page is the same with it and without.
 */
#ifndef KASANE_DESK_PROTECTION_H
#define KASANE_DESK_PROTECTION_H

#include "../base/outcome.h"
#include "../policy/protection_view.h"
#include "gen/forms.h"

/* The page of a case: what names the viewer, dangers, and what can be begun. */
bool
desk_protection(struct ctx *c, struct case_id id, struct protection_view *out) MUST_USE;

/*
 * Protects where a person is: what is typed is sealed, what stood open of it is sealed too
 * and struck out of every text of the case. Who begins it is on the list, nobody else is.
 * A second one on a person already protected is taken in the same way and opens nothing.
 * Source: DV等支援措置（住民基本台帳事務処理要領 第5の10）; domain research 8.5.
 */
bool desk_protect(struct ctx *c,
                  struct case_id id,
                  const struct form_whereabouts *f,
                  struct outcome *out) MUST_USE;

/* Hides a case from all but who does it, with a deputy. Source: practice rules 11, 19. */
bool desk_seal(struct ctx *c,
               struct case_id id,
               const struct form_seal *f,
               struct outcome *out) MUST_USE;

/* Shuts a post out at once: oneself, or one's desk's as its head. Source: design section 5. */
bool desk_conflict(struct ctx *c,
                   struct case_id id,
                   const struct form_conflict *f,
                   struct outcome *out) MUST_USE;

/* The lead has seen that something similar came to another desk. Practice rule 11. */
bool desk_arrival_seen(struct ctx *c, struct case_id id, struct outcome *out) MUST_USE;

/* Writes dangers and whom to call first. Source: practice rule 6. */
bool desk_safety(struct ctx *c,
                 struct case_id id,
                 const struct form_safety *f,
                 struct outcome *out) MUST_USE;

#endif
