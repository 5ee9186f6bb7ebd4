/*
 * Which cases multi-agency work takes: a text with criteria, of which every version stays.
 */
#ifndef KASANE_DESK_DEFINITION_H
#define KASANE_DESK_DEFINITION_H

#include "../base/ctx.h"
#include "../base/outcome.h"
#include "../view/definition_view.h"
#include "gen/forms.h"

/* The versions, newest first. */
bool desk_definitions(struct ctx *c, struct definition_view *out) MUST_USE;

/* Adds a version, in force from now on; hand-overs keep the one they went under. R-058. */
bool desk_definition_add(struct ctx *c,
                         const struct form_definition *f,
                         struct outcome *out) MUST_USE;

#endif
