/*
 * Fills the views of reaching out; as show.h, for one kind of record.
 */
#ifndef KASANE_POLICY_SHOW_OUTREACH_H
#define KASANE_POLICY_SHOW_OUTREACH_H

#include "gen/rows.h"
#include "outreach_view.h"
#include "policy.h"

/* All records of one relation, as the store has them. */
struct outreach_records {
    struct case_id id;
    bool begun;
    struct sql_outreach_show_row head;
    struct sql_outreach_sources_rows sources;
    struct sql_contact_list_rows contacts;
    struct sql_turn_list_rows turns;
    struct sql_tie_list_rows ties;
    struct sql_outreach_moves_rows moves;
    struct sql_outreach_policies_rows policies;
    struct sql_passing_list_rows passings;
};

void policy_show_outreach(struct ctx *c,
                          const struct facts *facts,
                          const struct outreach_records *r,
                          struct outreach_view *out);

/* Fills lines of the list; each row carries its strongest ground. */
void policy_show_outreach_list(struct ctx *c,
                               const struct sql_outreach_list_rows *rows,
                               struct outreach_line_list *out);

#endif
