/*
 * What every page under a case begins with.
 */
#ifndef KASANE_DESK_CASE_HEAD_H
#define KASANE_DESK_CASE_HEAD_H

#include "../policy/case_head_view.h"
#include "../policy/policy.h"

/*
 * The head of one of the case's pages, with its tabs. Every page under /cases/{id}/ begins
 * with it. MISSING when the viewer does not reach the case.
 */
bool desk_case_head(struct ctx *c,
                    struct case_id id,
                    enum case_tab tab,
                    struct case_head_view *out) MUST_USE;

#endif
