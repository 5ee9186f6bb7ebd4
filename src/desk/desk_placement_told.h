/*
 * What a place is told of somebody who may go there, and the register of what was told.
 */
#ifndef KASANE_DESK_PLACEMENT_TOLD_H
#define KASANE_DESK_PLACEMENT_TOLD_H

#include "desk_participation_part.h"

/*
 * Whether the place may be told of the person: by that very person's consent, which is filled
 * then; nothing to tell is always allowed. Source: practice rule 1.
 */
bool placement_may_tell(struct ctx *c,
                        struct case_id id,
                        struct person_id who,
                        const char *told,
                        struct consent_id *by) MUST_USE;

/* Notes in the register what the place is told now that it goes on. Source. */
bool placement_tell(struct ctx *c,
                    const struct participation *p,
                    struct case_id of,
                    struct placement_id id,
                    struct day on) MUST_USE;

#endif
