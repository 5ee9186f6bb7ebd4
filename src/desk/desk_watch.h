/*
 * What nobody may forget about an open case: that there is a next step, and that somebody
 * hears from the people. Lines of the work list that follow from the case as a whole.
 */
#ifndef KASANE_DESK_WATCH_H
#define KASANE_DESK_WATCH_H

#include "../base/id.h"

/*
 * Makes these lines what the case says now; called by each act that adds or finishes a step,
 * writes a contact, moves the lead or changes the state, and by the nightly comparison.
 * Source: design section 6 (work list); the days come from settings.deadlines no_contact.
 */
bool desk_watch_case(struct ctx *c, struct case_id id) MUST_USE;

#endif
