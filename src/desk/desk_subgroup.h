/*
 * What follows from an item of an agenda that was decided: a subgroup for one issue, which ends
 * with a report to the body that set it up; new versions of definitions and rules.
 * Source.
 */
#ifndef KASANE_DESK_SUBGROUP_H
#define KASANE_DESK_SUBGROUP_H

#include "../base/ctx.h"
#include "../base/outcome.h"
#include "../view/control.h"
#include "../view/subgroup_view.h"
#include "gen/forms.h"

/* What can be begun from an item, for the secretariat. */
bool
desk_item_after(struct ctx *c, struct item_id id, struct item_after_view *out) MUST_USE;

/* Sets up a subgroup by an item that was decided, if the plan has such under the body. */
bool desk_subgroup_add(struct ctx *c,
                       struct item_id id,
                       const struct form_subgroup_new *f,
                       struct outcome *out) MUST_USE;

bool desk_subgroup_show(struct ctx *c,
                        struct subgroup_id id,
                        struct subgroup_view *out) MUST_USE;

/* Ends it; the report goes on the next agenda of the body above. */
bool desk_subgroup_close(struct ctx *c,
                         struct subgroup_id id,
                         const struct form_subgroup_close *f,
                         struct outcome *out) MUST_USE;

/* Ties a place of the menu to the item that it came of. Source: R-160. */
bool desk_item_place(struct ctx *c,
                     struct item_id id,
                     const struct form_item_place *f,
                     struct outcome *out) MUST_USE;

/* The places of the menu, for the field of that name. */
struct form_options desk_item_places(struct ctx *c);

/* The places tied to the item, for the field of that name. */
struct form_options desk_item_tied(struct ctx *c, struct item_id id);

/* Unties a place from the item; the line stays with the reason. */
bool desk_item_place_drop(struct ctx *c,
                          struct item_id id,
                          const struct form_item_place_drop *f,
                          struct outcome *out) MUST_USE;

#endif
