/*
 * The head of every page of one case; as show.h, for one kind of view.
 */
#ifndef KASANE_POLICY_SHOW_HEAD_H
#define KASANE_POLICY_SHOW_HEAD_H

#include "case_head_view.h"
#include "gen/rows.h"
#include "policy.h"

/*
 * Fills the head of a page of a case. facts: of the viewer about the case as a whole; tab: the
 * page that is shown. The tabs depend on what the viewer may do, never on what there is.
 */
void policy_show_head(struct ctx *c,
                      const struct facts *facts,
                      struct case_id id,
                      const struct sql_case_show_row *head,
                      const struct sql_case_people_rows *people,
                      enum case_tab tab,
                      struct case_head_view *out);

/* "高田さん世帯" of the person the case is about, or its number where no name may be shown. */
const char *show_case_title(struct ctx *c,
                            const struct decision *d,
                            const struct sql_case_show_row *head,
                            const struct sql_case_people_rows *people);

#endif
