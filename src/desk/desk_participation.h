/*
 * Participation of the people of a case: why it is opened, wishes, places proposed, how it
 * goes on. Each act runs in the transaction that its door opened.
 */
#ifndef KASANE_DESK_PARTICIPATION_H
#define KASANE_DESK_PARTICIPATION_H

#include "../base/outcome.h"
#include "../policy/participation_view.h"
#include "../view/control.h"
#include "gen/forms.h"

/* The page of a case; wish: whose matches are shown, empty for the newest; page from 1. */
bool desk_participation(struct ctx *c,
                        struct case_id id,
                        struct wish_id wish,
                        int64_t page,
                        struct participation_view *out) MUST_USE;

/* Opens participation support; where the town wants it, by a conference. Source: R-209. */
bool desk_participation_open(struct ctx *c,
                             struct case_id id,
                             const struct form_participation *f,
                             struct outcome *out) MUST_USE;

/* Keeps what somebody wishes; what was said before stays. Source. */
bool desk_wish_add(struct ctx *c,
                   struct case_id id,
                   const struct form_wish *f,
                   struct outcome *out) MUST_USE;

/* The form to propose a place; the act. RULE without an opening, a wish, or room. */
bool desk_placement_form(struct ctx *c,
                         struct case_id id,
                         struct place_id place,
                         struct propose_view *out) MUST_USE;
bool desk_placement_add(struct ctx *c,
                        struct case_id id,
                        const struct form_placement *f,
                        struct outcome *out) MUST_USE;

/* One placement; moving it on; a day on which to call on those who receive. */
bool desk_placement_show(struct ctx *c,
                         struct placement_id id,
                         struct placement_page_view *out) MUST_USE;
bool desk_placement_move(struct ctx *c,
                         struct placement_id id,
                         const struct form_placement_move *f,
                         struct outcome *out) MUST_USE;
bool desk_placement_host(struct ctx *c,
                         struct placement_id id,
                         const struct form_placement_host *f,
                         struct outcome *out) MUST_USE;

/* The placement that a day belongs to; notes that somebody asked. */
bool desk_placement_of_day(struct ctx *c,
                           struct placement_day_id id,
                           struct placement_id *out) MUST_USE;
bool desk_placement_day(struct ctx *c,
                        struct placement_day_id id,
                        const struct form_placement_day *f,
                        struct outcome *out) MUST_USE;

/* Keeps that there is no such place, without anybody's name. Source: R-213. */
bool desk_place_missing(struct ctx *c,
                        struct case_id id,
                        const struct form_place_missing *f,
                        struct outcome *out) MUST_USE;

/* The list that somebody takes along: places, and nothing about anybody. */
bool desk_participation_paper(struct ctx *c,
                              struct case_id id,
                              struct wish_id wish,
                              struct place_paper_page_view *out) MUST_USE;

/* People of the case, decided items, sittings: answers to the fields of the forms. */
struct form_options desk_participation_people(struct ctx *c, struct case_id id);
struct form_options desk_participation_items(struct ctx *c, struct case_id id);

#endif
