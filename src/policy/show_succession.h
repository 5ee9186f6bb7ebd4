/*
 * Fills the views of the April hand-over; as show.h.
 */
#ifndef KASANE_POLICY_SHOW_SUCCESSION_H
#define KASANE_POLICY_SHOW_SUCCESSION_H

#include "gen/rows.h"
#include "policy.h"
#include "succession_view.h"

void policy_show_succession_cases(struct ctx *c,
                                  const struct sql_succession_cases_rows *rows,
                                  bool may_give,
                                  struct succession_case_list *out);
void policy_show_succession_asks(struct ctx *c,
                                 const struct sql_succession_asked_rows *rows,
                                 struct succession_ask_list *out);

#endif
