/*
 * Papers about one support plan: what each says, masked for printing. The layouts are
 * papers/plan_*.yaml.
 */
#ifndef KASANE_POLICY_SHOW_PAPER_SUPPORT_H
#define KASANE_POLICY_SHOW_PAPER_SUPPORT_H

#include "show_paper.h"
#include "show_support_plan.h"

/*
 * F4a, F4b, F4c: one version of a plan. v: its page as the viewer may see it. as_then: as it
 * was when it was decided, without how its lines stand now. Source: domain research 2.7, 2.8.
 */
void policy_show_paper_support(struct ctx *c,
                               const struct facts *facts,
                               const struct support_records *r,
                               const struct support_plan_view *v,
                               bool as_then,
                               struct paper_view *out);

/* F5: the newest evaluation of a version, with how far each goal was reached. */
void policy_show_paper_evaluation(struct ctx *c,
                                  const struct facts *facts,
                                  const struct support_records *r,
                                  const struct support_plan_view *v,
                                  struct paper_view *out);

/* Adds the places that were proposed, with how far somebody has come there. Source: R-226. */
void policy_show_paper_places(struct ctx *c,
                              const struct facts *facts,
                              const struct sql_placement_list_rows *rows,
                              struct paper_view *out);

#endif
