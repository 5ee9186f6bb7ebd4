/*
 * Fills the views of what the community lets the desks know; as show.h.
 */
#ifndef KASANE_POLICY_SHOW_COMMUNITY_H
#define KASANE_POLICY_SHOW_COMMUNITY_H

#include "community_view.h"
#include "gen/rows.h"
#include "policy.h"

void policy_show_findings(struct ctx *c,
                          const struct sql_finding_list_rows *rows,
                          struct finding_list *out);

/* Groups notes of areas; they name nobody. */
void policy_show_areas(struct ctx *c,
                       const struct sql_area_notes_rows *rows,
                       struct area_list *out);

/* Fills lines of notices; for who brought one it says nothing of what came of it. */
void policy_show_notices(struct ctx *c,
                         const struct sql_notice_list_rows *rows,
                         bool received,
                         struct notice_line_list *out);

void policy_show_notice(struct ctx *c,
                        struct notice_id id,
                        const struct sql_notice_one_row *r,
                        bool ours,
                        struct notice_page_view *out);

#endif
