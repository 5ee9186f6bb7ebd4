/*
 * From emergencies to their views; as show.h, for one kind of record.
 */
#ifndef KASANE_POLICY_SHOW_EMERGENCY_H
#define KASANE_POLICY_SHOW_EMERGENCY_H

#include "emergency_view.h"
#include "gen/rows.h"
#include "policy.h"

/* Makes the page; unreviewed: how many of the viewer's uses wait. */
void policy_show_emergency(struct ctx *c,
                           bool duty,
                           int64_t unreviewed,
                           struct emergency_view *out);

/* Adds a case that is open now. facts: of the viewer about it. */
void policy_show_rescue(struct ctx *c,
                        const struct facts *facts,
                        const struct sql_emergency_open_row *r,
                        const struct named_list *callers,
                        struct emergency_view *out);

/* Fills the page that asks before one case is opened. */
void policy_show_glass(struct ctx *c,
                       struct case_id id,
                       const char *number,
                       struct glass_view *out);

/* Fills the queue of the review; it names no case. */
void policy_show_review(struct ctx *c,
                        const struct sql_emergency_queue_rows *waiting,
                        const struct sql_emergency_past_rows *past,
                        const struct sql_duty_post_list_rows *duty,
                        struct review_view *out);

#endif
