/* What the acts on a request for disclosure share. */
#ifndef KASANE_DESK_ACCESS_PART_H
#define KASANE_DESK_ACCESS_PART_H

#include "../base/outcome.h"
#include "../policy/show_own_report.h"
#include "gen/forms.h"
#include "gen/sql.h"

/* A request with what the paper needs; MISSING for all but the leading desk. */
bool access_load(struct ctx *c,
                 struct access_id id,
                 struct sql_access_one_row *x,
                 struct own_report_records *r) MUST_USE;

/* The request as it stands, to be changed; then written, with its line on the work list. */
struct sql_access_change_in access_change_of(struct ctx *c,
                                             struct access_id id,
                                             const struct sql_access_one_row *x,
                                             int64_t version);
bool access_change(struct ctx *c,
                   const struct sql_access_change_in *in,
                   const struct sql_access_one_row *x) MUST_USE;

/* Keeps the version and says where the outcome is seen. */
bool access_done(struct ctx *c,
                 struct access_id id,
                 const struct sql_access_one_row *x,
                 int64_t version,
                 const char *why,
                 const char *body,
                 const char *said,
                 struct outcome *out) MUST_USE;

/* Enters a request with the next number of the year. */
bool access_enter(struct ctx *c,
                  struct person_id person,
                  const struct form_access_request *f,
                  struct access_id id,
                  struct sql_access_one_row *x) MUST_USE;

/* A decision while something is to be put right: refused for that very reason, or not yet. */
bool access_mend_over(struct ctx *c,
                      struct access_id id,
                      const struct form_access_decide *f) MUST_USE;

/* Notes the copy handed to the person as a disclosure. */
bool access_copy(struct ctx *c,
                 const struct sql_access_one_row *x,
                 const struct form_access_hand *f,
                 struct disclosure_id *out) MUST_USE;

#endif
