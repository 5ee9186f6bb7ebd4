/*
 * Correcting and withdrawing what was written of a body: reports, opinions, rules, themes,
 * events, groups, subgroups, bodies of areas. The old text stays with the reason. Not for
 * minutes (desk_sitting_decide.c) and nothing about people.
 */
#ifndef KASANE_DESK_BODY_RECORD_H
#define KASANE_DESK_BODY_RECORD_H

#include "../base/id.h"
#include "../base/outcome.h"
#include "../view/body_record_view.h"
#include "gen/forms.h"

#include <stdint.h>

/* Where a record is corrected and how it was before is read. */
const char *body_record_path(struct ctx *c, struct id id);

/* "直しました" or "取り消しました"; NULL where it is as it was written. */
const char *body_record_state(int64_t changes, bool withdrawn);

/* Fills one record with its history, for who sets sittings. MISSING for others. */
bool
desk_body_record(struct ctx *c, struct id id, struct body_record_view *out) MUST_USE;

/* Corrects it, for the desk that wrote it; what waits for a sitting because of it follows. */
bool desk_body_record_mend(struct ctx *c,
                           struct id id,
                           const struct form_body_mend *f,
                           struct outcome *out) MUST_USE;

/*
 * Withdraws it: a report or an evaluation can be written anew then, a version of rules holds no
 * longer and keeps its number. A subgroup that has reported and a group with events stay.
 */
bool desk_body_record_withdraw(struct ctx *c,
                               struct id id,
                               const struct form_body_withdraw *f,
                               struct outcome *out) MUST_USE;

#endif
