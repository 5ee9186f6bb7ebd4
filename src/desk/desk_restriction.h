/*
 * The life of a restriction after it began: who is named, what was decided, lifting by two,
 * what is sealed, and the deputy in an absence. Found only by whom it names.
 */
#ifndef KASANE_DESK_RESTRICTION_H
#define KASANE_DESK_RESTRICTION_H

#include "../base/outcome.h"
#include "../policy/protection_view.h"
#include "gen/forms.h"

bool desk_restriction(struct ctx *c,
                      struct restriction_id id,
                      struct restriction_view *out) MUST_USE;

/* Names one more, or a deputy; takes a name off. Source: practice rules 11, 19. */
bool desk_restriction_name(struct ctx *c,
                           struct restriction_id id,
                           const struct form_restriction_name *f,
                           struct outcome *out) MUST_USE;
bool desk_restriction_unname(struct ctx *c,
                             struct restriction_id id,
                             struct id named,
                             struct outcome *out) MUST_USE;

/* It was decided, until a day; sets the day to decide anew. */
bool desk_restriction_decide(struct ctx *c,
                             struct restriction_id id,
                             const struct form_restriction_decide *f,
                             struct outcome *out) MUST_USE;

/*
 * One asks to lift it; another person confirms, in time; anybody named takes the asking back.
 * Source: practice rule 19.
 */
bool desk_restriction_lift(struct ctx *c,
                           struct restriction_id id,
                           const struct form_restriction_lift *f,
                           struct outcome *out) MUST_USE;
bool desk_restriction_confirm(struct ctx *c,
                              struct restriction_id id,
                              struct outcome *out) MUST_USE;
bool desk_restriction_keep(struct ctx *c,
                           struct restriction_id id,
                           struct outcome *out) MUST_USE;

/* What is sealed, opened for this look; now: its fields, to be edited. */
bool desk_whereabouts(struct ctx *c,
                      struct restriction_id id,
                      struct whereabouts_view *out,
                      struct form_whereabouts *now) MUST_USE;

/* Seals a new version of it. */
bool desk_whereabouts_change(struct ctx *c,
                             struct restriction_id id,
                             const struct form_whereabouts *f,
                             struct outcome *out) MUST_USE;

/* The sealed households whose deputy the viewer is; opening one for a day, with the reason. */
bool desk_deputies(struct ctx *c, struct deputies_view *out) MUST_USE;
bool desk_deputy_open(struct ctx *c,
                      struct restriction_id id,
                      const struct form_deputy_open *f,
                      struct outcome *out) MUST_USE;

#endif
