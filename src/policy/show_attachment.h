/*
 * From files to their view; as show.h, for one kind of record.
 */
#ifndef KASANE_POLICY_SHOW_ATTACHMENT_H
#define KASANE_POLICY_SHOW_ATTACHMENT_H

#include "attachment_view.h"
#include "gen/rows.h"
#include "policy.h"

/*
 * Fills the files beside an entry. facts: of the viewer about the case. False, with nothing
 * filled, when the entry is not open to the viewer: hidden and absent are one answer.
 */
bool policy_show_attachments(struct ctx *c,
                             const struct facts *facts,
                             struct note_id id,
                             const struct sql_note_show_row *note,
                             const struct sql_attachment_list_rows *rows,
                             struct attachments_view *out) MUST_USE;

/* Says whether the bytes of a file may leave, and notes it for the ledger. */
bool policy_show_file(struct ctx *c,
                      const struct facts *facts,
                      const struct sql_attachment_show_row *row) MUST_USE;

#endif
