/*
 * The list of those who are bound by the secrecy of meetings, also after their post ended.
 * Not for giving a pledge (desk_sitting_pledge()).
 */
#ifndef KASANE_DESK_DESK_PLEDGE_H
#define KASANE_DESK_DESK_PLEDGE_H

#include "../base/ctx.h"
#include "../view/pledge_view.h"

/*
 * Fills who pledged: every post, and who without one confirmed secrecy at sittings of the
 * viewer's desk. For who sets sittings. Source: R-117; 社会福祉法 106条の6第5項.
 */
bool desk_pledges(struct ctx *c, struct pledges_view *out) MUST_USE;

#endif
