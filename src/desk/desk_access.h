/*
 * The register of requests by which people ask what is recorded about them: received, decided
 * within a term that may be prolonged once, handed over with a number. The leading desk of the
 * case answers; the privacy officer sees numbers and days. Source: 個人情報保護法 76条から87条.
 */
#ifndef KASANE_DESK_ACCESS_H
#define KASANE_DESK_ACCESS_H

#include "../view/control.h"
#include "../base/outcome.h"
#include "../policy/access_view.h"
#include "gen/forms.h"

/* Enters a request; the decision is due on the leading desk's work list. */
bool desk_access_receive(struct ctx *c,
                         struct person_id person,
                         const struct form_access_request *f,
                         struct outcome *out) MUST_USE;

/* The page of a request; lines: the options of the lines to be read by hand. */
bool desk_access_show(struct ctx *c,
                      struct access_id id,
                      struct access_view *out,
                      struct form_options *lines) MUST_USE;

/* The register of the fiscal year; DENIED for all but the privacy officer and auditors. */
bool desk_accesses(struct ctx *c, struct accesses_view *out) MUST_USE;

/* How many wait, for the privacy officer's navigation. */
bool desk_access_count(struct ctx *c, size_t *open) MUST_USE;

/* Prolongs the term once; decides; notes the lines that tell of the person; hands over the
 * report, which gets the next copy number; takes the request back. */
bool desk_access_extend(struct ctx *c,
                        struct access_id id,
                        const struct form_access_extend *f,
                        struct outcome *out) MUST_USE;
bool desk_access_decide(struct ctx *c,
                        struct access_id id,
                        const struct form_access_decide *f,
                        struct outcome *out) MUST_USE;
bool desk_access_check(struct ctx *c,
                       struct access_id id,
                       const struct form_access_check *f,
                       struct outcome *out) MUST_USE;
bool desk_access_hand(struct ctx *c,
                      struct access_id id,
                      const struct form_access_hand *f,
                      struct outcome *out) MUST_USE;
bool desk_access_back(struct ctx *c,
                      struct access_id id,
                      const struct form_access_back *f,
                      struct outcome *out) MUST_USE;

#endif
