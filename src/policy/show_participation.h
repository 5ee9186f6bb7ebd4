/*
 * From the records of participation to their view; as show.h, for one subject. What somebody
 * wishes is welfare matter; that a place is on the way, and how far, is coordination.
 */
#ifndef KASANE_POLICY_SHOW_PARTICIPATION_H
#define KASANE_POLICY_SHOW_PARTICIPATION_H

#include "../domain/match.h"
#include "gen/rows.h"
#include "participation_view.h"
#include "show_household.h"

struct participation_records {
    const struct people_records *people;
    struct sql_participation_list_rows openings;
    struct sql_wish_list_rows wishes;
    struct sql_placement_list_rows placements;
    struct sql_placement_days_rows days;
    struct sql_attendance_of_case_rows attended;
    const struct sql_wish_list_row *chosen; /* whose matches are shown; NULL: none */
};

/* Says whether the viewer may read the wish, and so what fits it. */
bool policy_wish_open(struct ctx *c,
                      const struct facts *facts,
                      const struct people_records *people,
                      const struct sql_wish_list_row *wish) MUST_USE;

/*
 * Begins the page; conference: what has to decide first, NULL where a reason is enough.
 * n: how many places fit.
 */
void policy_show_participation_page(struct ctx *c,
                                    const struct case_head_view *head,
                                    const struct participation_records *r,
                                    const char *conference,
                                    struct participation_view *out);
void policy_show_fit_pages(struct ctx *c,
                           const struct participation_records *r,
                           size_t n,
                           size_t per_page,
                           int64_t page,
                           struct participation_view *out);

/* Fills openings, wishes and placements. */
void policy_show_participation(struct ctx *c,
                               const struct facts *facts,
                               const struct participation_records *r,
                               struct participation_view *out);

/*
 * Fills what fits the chosen wish, from the first on, most at most. rows: the places that
 * were matched, in the order of the match's places.
 */
void policy_show_fits(struct ctx *c,
                      const struct sql_place_list_rows *rows,
                      const struct match_place *places,
                      const struct match_result *match,
                      size_t first,
                      size_t most,
                      struct participation_view *out);

/* The points of one hit in a line: "手を動かす＋20、…", to be kept with a proposal. */
const char *policy_points_text(struct ctx *c, const struct match_hit *hit);

/* Fills one placement with its days; false when it is not for the viewer. */
bool policy_show_placement(struct ctx *c,
                           const struct facts *facts,
                           const struct participation_records *r,
                           const struct sql_placement_list_row *k,
                           struct placement_view *out) MUST_USE;

/* Fills the page to propose a place. */
void policy_show_propose(struct ctx *c,
                         const struct case_head_view *head,
                         const char *place,
                         struct propose_view *out);

/* Fills the page of one placement; false when it is not for the viewer. */
bool policy_show_placement_page(struct ctx *c,
                                const struct facts *facts,
                                const struct participation_records *r,
                                const struct sql_placement_list_row *k,
                                const struct case_head_view *head,
                                struct placement_page_view *out) MUST_USE;

/* Fills the list that somebody takes along: the best fits, most at most. */
void policy_show_place_paper(struct ctx *c,
                             struct case_id id,
                             const struct sql_place_list_rows *rows,
                             const struct match_place *places,
                             const struct match_result *match,
                             size_t most,
                             struct place_paper_page_view *out);

#endif
