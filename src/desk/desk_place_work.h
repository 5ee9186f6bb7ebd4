/*
 * What is done about places beside single people: surveys, contact with platforms, widening
 * resources, and the figures of a year. Each act runs in the transaction of its door.
 */
#ifndef KASANE_DESK_PLACE_WORK_H
#define KASANE_DESK_PLACE_WORK_H

#include "../base/outcome.h"
#include "../domain/table.h"
#include "../view/place_work_view.h"
#include "gen/forms.h"

/* Figures of a fiscal year; 0: this one. Office numbers. Source. */
bool desk_place_figures(struct ctx *c,
                        int64_t year,
                        struct place_figures_view *out) MUST_USE;

/* Work of a fiscal year, with platforms long without contact. Source. */
bool desk_place_works(struct ctx *c,
                      int64_t year,
                      struct place_work_page_view *out) MUST_USE;

/* The report on contracted work of a fiscal year as a table. Source: R-225. */
bool desk_place_work_table(struct ctx *c, int64_t year, struct table *out) MUST_USE;

bool desk_place_work_add(struct ctx *c,
                         const struct form_place_work *f,
                         struct outcome *out) MUST_USE;

/* Surveys with how many answered; one with its rates and the needs in it. Source: R-220. */
bool desk_surveys(struct ctx *c, struct surveys_view *out) MUST_USE;
bool desk_survey(struct ctx *c, struct survey_id id, struct survey_view *out) MUST_USE;
bool desk_survey_add(struct ctx *c,
                     const struct form_survey *f,
                     struct outcome *out) MUST_USE;

/* Keeps an answer; refuses one more than were asked of its kind. */
bool desk_survey_answer(struct ctx *c,
                        struct survey_id id,
                        const struct form_survey_answer *f,
                        struct outcome *out) MUST_USE;

/* Withdraws an entry of one's own desk; it stays to be read. CONFLICT when it is already. */
bool desk_place_entry(struct ctx *c,
                      struct entry_id id,
                      struct place_withdraw_view *out) MUST_USE;
bool desk_place_withdraw(struct ctx *c,
                         struct entry_id id,
                         const struct form_place_withdraw *f,
                         struct outcome *out) MUST_USE;

#endif
