/*
 * Meetings of agencies that a conference arranges from one of its items, with the roles that it
 * proposes for them. They count for no body of the plan. Source: R-169.
 */
#ifndef KASANE_DESK_AGENCY_MEETING_H
#define KASANE_DESK_AGENCY_MEETING_H

#include "../base/ctx.h"
#include "../base/outcome.h"
#include "../view/subgroup_view.h"
#include "gen/forms.h"
#include "gen/sql.h"

/* Proposes a role for the meeting that is to be arranged from an item about a case. */
bool desk_role_propose(struct ctx *c,
                       struct item_id id,
                       const struct form_role_proposal *f,
                       struct outcome *out) MUST_USE;

/* Sets the meeting: the case on its agenda, those invited who are to have a role. */
bool desk_agency_meeting(struct ctx *c,
                         struct item_id id,
                         const struct form_agency_meeting *f,
                         struct outcome *out) MUST_USE;

/* Decides a proposed role at that meeting while it is open. */
bool desk_role_settle(struct ctx *c,
                      struct role_proposal_id id,
                      struct outcome *out) MUST_USE;

/* Adds proposed roles and arranged meetings to what follows from an item. */
bool agency_after(struct ctx *c,
                  struct item_id id,
                  const struct sql_item_show_row *i,
                  struct item_after_view *out) MUST_USE;

/* The roles of an item that can still be taken back, for the field of that name. */
struct form_options desk_role_proposals(struct ctx *c, struct item_id id);

/* Takes back a proposed role that is not decided; the line stays with the reason. */
bool desk_role_withdraw(struct ctx *c,
                        struct item_id id,
                        const struct form_role_withdraw *f,
                        struct outcome *out) MUST_USE;

#endif
