/*
 * Complex cases that one person carries alone, so that somebody can offer advice. Source: R-063.
 */
#ifndef KASANE_DESK_ALONE_H
#define KASANE_DESK_ALONE_H

#include "../base/ctx.h"
#include "../policy/alone_view.h"

/* Within what the viewer reaches by name; from how many issues and days is a rule of the town. */
bool desk_alone(struct ctx *c, struct alone_view *out) MUST_USE;

/* Where the list lies; NULL for who has none. */
const char *desk_alone_path(struct ctx *c);

#endif
