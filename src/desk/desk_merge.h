/*
 * Making two entries of one person, or two cases of one household, one; and undoing it to the
 * byte, as long as nothing written since stands in the way.
 */
#ifndef KASANE_DESK_MERGE_H
#define KASANE_DESK_MERGE_H

#include "../base/outcome.h"
#include "../policy/household_view.h"
#include "gen/forms.h"

/*
 * Makes one of two entries of a case: what named the second names the first, which takes over
 * what was not known of it. Refused while consent or protection is written for the second.
 */
bool desk_person_merge(struct ctx *c,
                       struct case_id id,
                       const struct form_person_merge *f,
                       struct outcome *out) MUST_USE;

/*
 * Moves all of another case into this one: consultations keep their times, desks and words.
 * Only for who may write in both; refused where both have what a case has once (a plan of one
 * kind, outreach), for sides of a split household, and where a restriction would take the case
 * from a lead. Restrictions go along: what either was kept from stays closed. Source: R-073.
 */
bool desk_case_merge(struct ctx *c,
                     struct case_id id,
                     const struct form_case_merge *f,
                     struct outcome *out) MUST_USE;

/* Undoes a merge; RULE with what stands in the way. */
bool desk_merge_undo(struct ctx *c,
                     struct merge_id id,
                     const struct form_merge_undo *f,
                     struct outcome *out) MUST_USE;

/* The page to undo a merge. */
bool desk_merge_show(struct ctx *c, struct merge_id id, struct mend_view *out) MUST_USE;

#endif
