/*
 * Papers: what is printed about a case or a hand-over. Each print is a unit of work with its
 * own leaf; what may be on it is decided for ACT_PRINT.
 */
#ifndef KASANE_DESK_PAPER_H
#define KASANE_DESK_PAPER_H

#include "../policy/papers_view.h"
#include "../policy/show_paper_case.h"

/* The page of papers, for who may print about the case. */
bool desk_papers(struct ctx *c, struct case_id id, struct papers_view *out) MUST_USE;

/* F3, the list of the record within the wish. */
bool desk_paper_record(struct ctx *c,
                       struct case_id id,
                       const struct record_wish *wish,
                       struct paper_view *out) MUST_USE;

/* F1a and F1b, the sheet of reception. */
bool
desk_paper_reception(struct ctx *c, struct case_id id, struct paper_view *out) MUST_USE;

/* F8, the consent and its withdrawal. */
bool
desk_paper_consent(struct ctx *c, struct case_id id, struct paper_view *out) MUST_USE;

/* F7, the sheet of a hand-over with its reply part. */
bool desk_paper_referral(struct ctx *c,
                         struct referral_id id,
                         struct paper_view *out) MUST_USE;

#endif
