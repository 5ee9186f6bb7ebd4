/*
 * A local issue on its way from the meeting where it came up to the highest body.
 * Source: R-154.
 */
#ifndef KASANE_DESK_LOCAL_ISSUE_LIFT_H
#define KASANE_DESK_LOCAL_ISSUE_LIFT_H

#include "../base/outcome.h"
#include "../view/control.h"
#include "../view/local_issue_view.h"
#include "gen/forms.h"
#include "gen/sql.h"

/*
 * Hands an issue to a body above the one that it has come to; it goes on that body's next
 * agenda. Source: R-154.
 */
bool desk_local_issue_lift(struct ctx *c,
                           struct local_issue_id id,
                           const struct form_local_issue_lift *f,
                           struct outcome *out) MUST_USE;

/* The bodies above it, for the field of that name. */
struct form_options desk_local_issue_above(struct ctx *c, struct local_issue_id id);

/* Adds the levels that an issue has come to, from the row of where it came up. */
bool local_issue_levels(struct ctx *c,
                        struct local_issue_id id,
                        const struct sql_local_issue_one_row *r,
                        struct local_issue_view *out) MUST_USE;

#endif
