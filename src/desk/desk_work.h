/*
 * きょう and drafts: what a post has before it, and what it was writing.
 */
#ifndef KASANE_DESK_WORK_H
#define KASANE_DESK_WORK_H

#include "../base/outcome.h"
#include "../domain/table.h"
#include "../policy/show.h"
#include "../policy/ledger_view.h"

/*
 * The work list of the viewer's desk, or of the viewer alone: late, today, the next two weeks;
 * hand-overs; drafts. page counts from 1. A head also gets how much each desk of the agency
 * has before it, in numbers.
 */
bool
desk_today(struct ctx *c, bool mine, int64_t page, struct today_view *out) MUST_USE;

enum { DESK_COUNT_MOST = 99 }; /* what is more is told as more, and not counted */

/*
 * How much waits, for the navigation: lines due by today, hand-overs to confirm; one above
 * DESK_COUNT_MOST where there is more.
 */
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

enum { LEDGER_FILE_MAX = 20000 };

/* What is asked of the ledger; texts as they were typed, "" for all. */
struct ledger_query {
    bool own;         /* the viewer's own looks; the rest is then ignored */
    const char *who;  /* log-in name */
    const char *whom; /* number of a case */
    const char *from; /* days */
    const char *until;
    int64_t before; /* place in the ledger; 0: from the newest */
    bool whole;     /* for a file: LEDGER_FILE_MAX lines instead of a page */
};

/* The ledger: everybody's for the privacy officer and the auditor, one's own for all. */
bool desk_ledger(struct ctx *c,
                 const struct ledger_query *q,
                 struct ledger_view *out) MUST_USE;

/*
 * Returns what was done in words (words/acts.words); the code itself of what an earlier
 * version wrote.
 */
const char *desk_act_label(struct arena *mem, const char *code);

/* The lines of a ledger as a table, for a file. */
struct table desk_ledger_table(struct ctx *c, const struct ledger_view *v);

#endif
