/*
 * What several acts share: steps with their line on the work list, versions of records,
 * options of forms. Only desk includes this.
 */
#ifndef KASANE_DESK_PART_H
#define KASANE_DESK_PART_H

#include "../policy/policy.h"
#include "../store/store_facts.h"
#include "desk_case.h"
#include "gen/sql.h"

/*
 * Loads the facts and decides; DENIED or the rule's own sentence when the class is not open
 * for the act. own: whose the record is. The grounds are noted for the ledger, the classes
 * by whoever shows or writes them.
 */
bool desk_allow(struct ctx *c,
                struct case_id id,
                enum policy_act act,
                enum item_class item,
                enum own own,
                struct facts *facts) MUST_USE;

/* Adds a next step of the viewer's desk and its line on the work list. */
bool desk_add_step(struct ctx *c,
                   struct case_id id,
                   struct post_id owner,
                   const char *what,
                   struct day due) MUST_USE;

/* Keeps a version of a record: who, when, why, and its content as text. */
bool desk_keep_version(struct ctx *c,
                       struct id record,
                       int64_t version,
                       const char *kind,
                       struct case_id id,
                       const char *why,
                       const char *body) MUST_USE;

/* Puts a line on a desk's work list; clears it from all lists. */
bool desk_put_duty(struct ctx *c,
                   struct case_id id,
                   const char *rule,
                   struct id subject,
                   struct desk_id desk,
                   struct post_id post,
                   struct day due) MUST_USE;
bool desk_clear_duty(struct ctx *c, const char *rule, struct id subject) MUST_USE;

/*
 * Returns the form's values as text that people can read, a line for each field: label, colon,
 * what the answer is called now. A later change of a list leaves what was kept as it was.
 */
const char *
desk_form_text(struct ctx *c, const struct form_def *def, const void *values);

/* Checks that every code of the form is in its list; notes each mistake. */
bool desk_check_codes(struct ctx *c,
                      const struct form_def *def,
                      const void *values) MUST_USE;

/* Throws away the draft that an act was written from, if there is one. */
bool desk_drop_draft(struct ctx *c, struct draft_id draft) MUST_USE;

#endif
