/*
 * きょう and drafts: what a post has before it, and what it was writing.
 */
#ifndef KASANE_DESK_WORK_H
#define KASANE_DESK_WORK_H

#include "../base/outcome.h"
#include "../policy/show.h"
#include "../policy/ledger_view.h"

/* The work list of the viewer's desk: late, today, the next two weeks; hand-overs; drafts. */
bool desk_today(struct ctx *c, struct today_view *out) MUST_USE;

/* How much waits, for the navigation: lines due by today, hand-overs to confirm. */
bool desk_counts(struct ctx *c, size_t *due, size_t *to_confirm) MUST_USE;

/*
 * Keeps what is being written under route, for the viewer's post alone. id: empty for a new
 * draft. body: the form as it was posted. title: what lists call it; no name of a person.
 */
bool desk_draft_keep(struct ctx *c,
                     struct draft_id id,
                     const char *route,
                     const char *title,
                     const char *body,
                     struct outcome *out) MUST_USE;

/* One of the viewer's own drafts: its posted form and when it was kept. */
bool desk_draft_take(struct ctx *c,
                     struct draft_id id,
                     const char **body,
                     const char **saved) MUST_USE;
bool desk_draft_drop(struct ctx *c, struct draft_id id, struct outcome *out) MUST_USE;
bool desk_draft_list(struct ctx *c, struct drafts_view *out) MUST_USE;

/* The ledger for the privacy officer; own: what the viewer looked at. whom: case number. */
bool
desk_ledger(struct ctx *c, bool own, const char *whom, struct ledger_view *out) MUST_USE;

#endif
