/*
 * From consultations and applications to their view; as show.h, for one page.
 */
#ifndef KASANE_POLICY_SHOW_SERVICE_H
#define KASANE_POLICY_SHOW_SERVICE_H

#include "gen/rows.h"
#include "policy.h"
#include "service_view.h"

/*
 * Fills the consultations of a case, each under the facts of its own record; write: the viewer
 * may add applications.
 */
void policy_show_consultations(struct ctx *c,
                               const struct facts *facts,
                               struct case_id id,
                               bool write,
                               const struct sql_consultation_list_rows *rows,
                               const struct sql_service_request_list_rows *requests,
                               struct consultations_view *out);

#endif
