/*
 * Suspected abuse where the case is kept from nearly everybody: the duty to report stands
 * above the wish not to be known, but not above whom the report reaches. Not for open cases'
 * own routing (desk_rights_route()).
 */
#ifndef KASANE_DESK_DESK_ABUSE_H
#define KASANE_DESK_DESK_ABUSE_H

#include "../base/outcome.h"
#include "gen/forms.h"

/*
 * Puts it among today's work of who took the consultation: a sealed case is sent nowhere by
 * itself. Source: docs/decisions/abuse-in-discreet-intake.md.
 */
bool desk_abuse_minded(struct ctx *c, struct case_id id) MUST_USE;

/* As desk_rights_route(), but of a sealed case as desk_abuse_minded(). */
bool desk_abuse_route(struct ctx *c,
                      struct case_id id,
                      enum rights_need need,
                      const char *words) MUST_USE;

/* Asks for a deputy where abuse is suspected in a discreet consultation. */
bool desk_abuse_check(struct ctx *c, const struct form_intake *f) MUST_USE;

/*
 * Tells the desk that minds rights, on the ground of the abuse prevention acts. Of a sealed
 * case one person of it is named and reads it; nobody else there learns of it.
 * Source: 児童虐待防止法 6条; 高齢者虐待防止法 7条; 障害者虐待防止法 7条.
 */
bool desk_abuse_report(struct ctx *c,
                       struct case_id id,
                       const struct form_abuse_report *f,
                       struct outcome *out) MUST_USE;

#endif
