/*
 * Bodies of which each area of the plan can have one, and the areas that lack them.
 * Source: R-166.
 */
#ifndef KASANE_DESK_BODY_AREA_H
#define KASANE_DESK_BODY_AREA_H

#include "../base/ctx.h"
#include "../base/outcome.h"
#include "../view/body_group_view.h"
#include "../view/control.h"
#include "gen/forms.h"

/* The areas of the plan with what each has and what it lacks. */
bool desk_area_bodies(struct ctx *c, struct area_bodies_view *out) MUST_USE;

/* One body of each kind in each area at a time. */
bool desk_area_body(struct ctx *c,
                    const struct form_area_body *f,
                    struct outcome *out) MUST_USE;
bool
desk_area_body_end(struct ctx *c, struct area_body_id id, struct outcome *out) MUST_USE;

/* The kinds of which areas have one, for the field of that name. */
struct form_options desk_area_body_kinds(struct ctx *c);

#endif
