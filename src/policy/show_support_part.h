/*
 * A support plan while its page is filled; what the files of show_support_*.c share.
 */
#ifndef KASANE_POLICY_SHOW_SUPPORT_PART_H
#define KASANE_POLICY_SHOW_SUPPORT_PART_H

#include "show_support_plan.h"

struct support_show {
    struct ctx *c;
    struct case_id case_id;
    const struct facts *facts; /* of the case as a whole */
    const struct support_records *r;
    struct support_plan_view *out;
    struct decision d; /* about the plan */
    enum own own;
    bool may_write;
};

/* Fills goals with their lines, with what differs from the version before. */
void show_support_content(struct support_show *m);

/* Fills what was found when looking again, what changed, how it ends; plans of others. */
void show_support_reviews(struct support_show *m);
void show_support_schemes(struct support_show *m);

#endif
