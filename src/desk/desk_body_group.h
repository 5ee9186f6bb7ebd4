/*
 * Groups that take part in a body of the plan, and what they do together. Nobody is
 * named. Source.
 */
#ifndef KASANE_DESK_BODY_GROUP_H
#define KASANE_DESK_BODY_GROUP_H

#include "../base/ctx.h"
#include "../base/outcome.h"
#include "../view/body_group_view.h"
#include "../view/control.h"
#include "gen/forms.h"

struct plan_meeting;

/* Whether groups take part in such a body: platforms, networks. */
bool body_has_groups(const struct plan_meeting *m);

/* The groups of a body as of a day (unknown: today), with all that they did together. */
bool desk_body_groups(struct ctx *c,
                      const char *body,
                      struct day on,
                      struct body_groups_view *out) MUST_USE;

bool desk_body_group(struct ctx *c,
                     const struct form_body_group *f,
                     struct outcome *out) MUST_USE;
bool desk_body_group_end(struct ctx *c,
                         struct group_id id,
                         const struct form_body_group_end *f,
                         struct outcome *out) MUST_USE;

/* Keeps what groups did together; work that ties them needs two. */
bool desk_body_event(struct ctx *c,
                     const struct form_body_event *f,
                     struct outcome *out) MUST_USE;

/* The groups of now, for the field of that name. */
struct form_options desk_body_group_options(struct ctx *c, const char *body);

#endif
