/*
 * Acts about a case: taking a consultation, reading a case, writing its record and its next
 * steps. Each runs in the transaction that its door opened, for the viewer of the context.
 */
#ifndef KASANE_DESK_CASE_H
#define KASANE_DESK_CASE_H

#include "../base/outcome.h"
#include "../policy/show.h"
#include "gen/forms.h"

/*
 * Takes a consultation: makes the case, whom it is about, its number and its first next step
 * (decide the course by the day that the urgency allows). draft: what it was written from, or
 * empty. Source: R-044; practice rule 20.
 */
bool desk_case_receive(struct ctx *c,
                       const struct form_intake *f,
                       struct draft_id draft,
                       struct outcome *out) MUST_USE;

/* Draws a case number that is not taken. */
bool desk_case_number(struct ctx *c, const char **out) MUST_USE;

/* The page for taking a consultation; urgency sets the day by which the course is due. */
bool desk_case_intake(struct ctx *c, struct intake_view *out) MUST_USE;

/* What the page says after a consultation was taken. */
bool
desk_case_receipt(struct ctx *c, struct case_id id, struct receipt_view *out) MUST_USE;

/* One case; before: records older than this instant, 0 for the newest. */
bool desk_case_show(struct ctx *c,
                    struct case_id id,
                    int64_t before,
                    struct case_view *out) MUST_USE;

/* The cases that the viewer reaches; search: number or part of a name, "" for all. */
bool desk_case_list(struct ctx *c,
                    const char *search,
                    bool open_only,
                    int64_t skip,
                    struct case_line_list *out,
                    bool *more) MUST_USE;

/*
 * Adds to the record, and a next step if one is given. draft: what it was written from, or
 * empty.
 */
bool desk_case_note(struct ctx *c,
                    struct case_id id,
                    const struct form_note *f,
                    struct draft_id draft,
                    struct outcome *out) MUST_USE;

/*
 * The beginning of an entry as a text in frequent use: METHOD.RESULT.NUMBER of the town's list
 * note_template; false when the list does not know the code. All of them, as links to path.
 */
bool desk_note_begin(const struct ctx *c, const char *code, struct form_note *out);
struct link_list desk_note_begins(const struct ctx *c, const char *path);

/*
 * Mends an entry of the record: the old version stays, with the reason. CONFLICT when it was
 * changed since the version that the form was read from.
 */
bool desk_case_mend(struct ctx *c,
                    struct note_id id,
                    const struct form_note_mend *f,
                    struct outcome *out) MUST_USE;

/* The page to mend an entry, with what stands there now. */
bool desk_case_mend_show(struct ctx *c,
                         struct note_id id,
                         struct case_form_view *out,
                         struct form_note_mend *now) MUST_USE;

/* Adds a next step; finishes one. */
bool desk_case_step(struct ctx *c,
                    struct case_id id,
                    const struct form_next_step *f,
                    struct outcome *out) MUST_USE;
bool desk_case_step_done(struct ctx *c,
                         struct step_id id,
                         const struct form_next_step_done *f,
                         struct outcome *out) MUST_USE;

/* The pages to add a step and to finish one. */
bool desk_case_step_new(struct ctx *c,
                        struct case_id id,
                        struct case_form_view *out) MUST_USE;
bool desk_case_step_show(struct ctx *c,
                         struct step_id id,
                         struct case_form_view *out) MUST_USE;

/* All versions of a record. */
bool
desk_case_history(struct ctx *c, struct id record, struct history_view *out) MUST_USE;

/* The viewer's subjects and instant, as every statement through visible_* takes them. */
struct db_ids desk_subjects(const struct ctx *c);

#endif
