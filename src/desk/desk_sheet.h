/*
 * Acts about assessment sheets: each desk writes its own, every version stays, and an
 * assessment is whole when the whole household is looked at. Source.
 */
#ifndef KASANE_DESK_SHEET_H
#define KASANE_DESK_SHEET_H

#include "../base/fields.h"
#include "../base/outcome.h"
#include "../policy/show_sheet.h"
#include "../policy/support_plan_view.h"

/* How far the assessment of a case is. */
bool desk_sheets(struct ctx *c, struct case_id id, struct sheets_view *out) MUST_USE;

/* The desk's own sheet to write; typed: what was sent and refused, or NULL. */
bool desk_sheet_write(struct ctx *c,
                      struct case_id id,
                      const char *code,
                      const struct fields *typed,
                      struct sheet_view *out) MUST_USE;

/* Any sheet to read; version 0: the newest. An old one has the form of its day. */
bool desk_sheet_read(struct ctx *c,
                     struct sheet_id id,
                     int64_t version,
                     struct sheet_view *out) MUST_USE;
bool
desk_sheet_paper(struct ctx *c, struct sheet_id id, struct paper_view *out) MUST_USE;

/*
 * Keeps what was typed as the desk's next version; what is closed to the viewer stays as it
 * was. CONFLICT when the sheet was changed since the version that was read.
 */
bool desk_sheet_save(struct ctx *c,
                     struct case_id id,
                     const char *code,
                     const struct fields *typed,
                     struct outcome *out) MUST_USE;

/*
 * Adds what the household and its people can do, from people and sheets, as far as the viewer
 * may read them; nothing for who may not write in the case. Source: R-084.
 */
bool desk_sheet_strengths(struct ctx *c,
                          struct case_id id,
                          struct support_pair_list *out) MUST_USE;

/* Notes that the assessment is whole; RULE with what is lacking when it is not. */
bool
desk_sheet_complete(struct ctx *c, struct case_id id, struct outcome *out) MUST_USE;

#endif
