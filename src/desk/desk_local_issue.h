/*
 * Local issues: raised at a meeting when resources are lacking, followed until something is
 * there. Every desk reads them; nobody is named. Not for needs of one household: those are
 * issues of its case.
 */
#ifndef KASANE_DESK_LOCAL_ISSUE_H
#define KASANE_DESK_LOCAL_ISSUE_H

#include "../base/outcome.h"
#include "../view/control.h"
#include "../view/local_issue_view.h"
#include "gen/forms.h"

/* All of them, those that are open first. Source: R-187. */
bool desk_local_issues(struct ctx *c, struct local_issues_view *out) MUST_USE;

/* Raises one; sitting, if given, must be one that the viewer's desk set. */
bool desk_local_issue_add(struct ctx *c,
                          const struct form_local_issue *f,
                          struct outcome *out) MUST_USE;

/* One of them with its steps; values: for the form. */
bool desk_local_issue_show(struct ctx *c,
                           struct local_issue_id id,
                           struct local_issue_view *out,
                           struct form_local_issue_step *values) MUST_USE;

/* Notes a step; where something was made, it must be named. */
bool desk_local_issue_step(struct ctx *c,
                           struct local_issue_id id,
                           const struct form_local_issue_step *f,
                           struct outcome *out) MUST_USE;

/* The sittings of the last year that the viewer's desk set, for the field of that name. */
struct form_options desk_local_issue_sittings(struct ctx *c);

#endif
