/*
 * Hearing of people before anybody asks: gatherings with what was heard there, notes of
 * areas, notices of the community with their reply, and the month's figures. Source: R-069,
 *
 */
#ifndef KASANE_DESK_COMMUNITY_H
#define KASANE_DESK_COMMUNITY_H

#include "../base/outcome.h"
#include "../policy/community_view.h"
#include "gen/forms.h"

bool desk_gatherings(struct ctx *c, struct gatherings_view *out) MUST_USE;
bool desk_gathering_add(struct ctx *c,
                        const struct form_gathering *f,
                        struct outcome *out) MUST_USE;
bool desk_gathering_show(struct ctx *c,
                         struct gathering_id id,
                         struct gathering_view *out) MUST_USE;
bool desk_finding_add(struct ctx *c,
                      struct gathering_id id,
                      const struct form_finding *f,
                      struct outcome *out) MUST_USE;

/* Makes an entry of outreach of a finding; it keeps the gathering's id. Source: R-195. */
bool
desk_finding_turn(struct ctx *c, struct finding_id id, struct outcome *out) MUST_USE;

/* Notes about nobody in particular, by area; all who work at desks read them. */
bool desk_areas(struct ctx *c, const char *area, struct areas_view *out) MUST_USE;
bool desk_area_note(struct ctx *c,
                    const struct form_area_note *f,
                    struct outcome *out) MUST_USE;

/* What the viewer's desk received, and what the viewer brought. */
bool desk_notices(struct ctx *c, struct notices_view *out) MUST_USE;
bool desk_notice_show(struct ctx *c,
                      struct notice_id id,
                      struct notice_page_view *out) MUST_USE;

/* Lets the leading consultation desk know; the sender never sees what came of it. */
bool desk_notice_add(struct ctx *c,
                     const struct form_notice *f,
                     struct outcome *out) MUST_USE;

/* The same from a counter of life events, to a desk of its choice. */
bool desk_notice_counter(struct ctx *c,
                         const struct form_notice_counter *f,
                         struct outcome *out) MUST_USE;
bool desk_notice_answer(struct ctx *c,
                        struct notice_id id,
                        const struct form_notice_answer *f,
                        struct outcome *out) MUST_USE;

/* Opens a case of outreach from a notice. */
bool desk_notice_turn(struct ctx *c, struct notice_id id, struct outcome *out) MUST_USE;

/* How many notices the viewer's desk has not answered. */
bool desk_notice_count(struct ctx *c, size_t *out) MUST_USE;

/* The figures of a month ("2026-05"; "" the present one): reported, and from the log now. */
bool desk_outreach_report(struct ctx *c,
                          const char *month,
                          struct outreach_report_view *out) MUST_USE;

/* Reports a month: keeps its figures as they are now. */
bool desk_outreach_report_close(struct ctx *c,
                                const char *month,
                                struct outcome *out) MUST_USE;

#endif
