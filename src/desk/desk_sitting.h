/*
 * Acts about sittings of meetings: setting one, its agenda and seats, opening and closing it,
 * its papers, minutes and decisions, requests for cooperation. The desk that sets a sitting is
 * its secretariat.
 */
#ifndef KASANE_DESK_SITTING_H
#define KASANE_DESK_SITTING_H

#include "../base/outcome.h"
#include "../policy/paper_view.h"
#include "../policy/sitting_view.h"
#include "../view/control.h"
#include "gen/forms.h"

/* Sets a sitting. Source; practice rules 12, 16. */
bool desk_sitting_set(struct ctx *c,
                      const struct form_sitting_new *f,
                      struct outcome *out) MUST_USE;

/*
 * Sets all dates of a body from the first one to the end of its fiscal year: the same week
 * and day of week each month, or the same day, moved to the next working day where the
 * offices are shut. Dates that stand already are left out. Source.
 */
bool desk_sitting_series(struct ctx *c,
                         const struct form_sitting_series *f,
                         struct outcome *out) MUST_USE;

/*
 * Invites all desks that the plan and the items propose and that have no seat yet, each only
 * to the items that it has to do with.
 * Source.
 */
bool
desk_sitting_invite(struct ctx *c, struct sitting_id id, struct outcome *out) MUST_USE;

/* The list; one sitting; the page to set one (false for who may not). */
bool desk_sitting_list(struct ctx *c, struct sittings_view *out) MUST_USE;
bool desk_sitting_show(struct ctx *c,
                       struct sitting_id id,
                       struct sitting_view *out) MUST_USE;
bool desk_sitting_may_set(struct ctx *c) MUST_USE;

/*
 * Opens, closes, cancels; settles who attended; notes that secrecy was told at the
 * table to all who are there (practice rule 17).
 */
bool
desk_sitting_open(struct ctx *c, struct sitting_id id, struct outcome *out) MUST_USE;
bool
desk_sitting_close(struct ctx *c, struct sitting_id id, struct outcome *out) MUST_USE;
bool
desk_sitting_cancel(struct ctx *c, struct sitting_id id, struct outcome *out) MUST_USE;
bool
desk_sitting_roll(struct ctx *c, struct sitting_id id, struct outcome *out) MUST_USE;
bool
desk_sitting_told(struct ctx *c, struct sitting_id id, struct outcome *out) MUST_USE;

/* Gives the viewer's yearly pledge at the viewer's own seat. */
bool
desk_sitting_pledge(struct ctx *c, struct sitting_id id, struct outcome *out) MUST_USE;

/*
 * A call of a sitting by telephone or in turn; at a later sitting, that it was reported and is
 * confirmed. Source: practice rule 16.
 */
bool desk_sitting_call(struct ctx *c,
                       struct sitting_id id,
                       const struct form_sitting_call *f,
                       struct outcome *out) MUST_USE;
bool desk_sitting_confirm(struct ctx *c,
                          struct sitting_id id,
                          const struct form_sitting_confirm *f,
                          struct outcome *out) MUST_USE;

/* Puts an item on the agenda; a case from its own page. Source. */
bool desk_item_add(struct ctx *c,
                   struct sitting_id id,
                   const struct form_agenda_item_new *f,
                   struct outcome *out) MUST_USE;
bool desk_item_add_case(struct ctx *c,
                        struct case_id id,
                        const struct form_case_agenda *f,
                        struct outcome *out) MUST_USE;

/* Puts a plan that waits for the conference on its agenda. Source: R-135. */
bool desk_item_add_plan(struct ctx *c,
                        struct sitting_id id,
                        const struct form_plan_agenda *f,
                        struct outcome *out) MUST_USE;

/* The page of an item, for the secretariat; values: how it ended, to be mended. */
bool desk_item_show(struct ctx *c,
                    struct item_id id,
                    struct item_page_view *out,
                    struct form_item_end *values) MUST_USE;

/* Lays a fact before an item, takes one back. Source: R-109. */
bool desk_item_table(struct ctx *c,
                     struct item_id id,
                     const struct form_tabled_new *f,
                     struct outcome *out) MUST_USE;
bool desk_item_drop(struct ctx *c,
                    struct item_id id,
                    const struct form_tabled_drop *f,
                    struct outcome *out) MUST_USE;

/*
 * Minutes: a point of the agenda; how the item ended; what somebody is to do. After the sitting
 * they are mended with the reason; every version stays. Source.
 */
bool desk_item_point(struct ctx *c,
                     struct item_id id,
                     const struct form_item_point *f,
                     struct outcome *out) MUST_USE;
bool desk_item_end(struct ctx *c,
                   struct item_id id,
                   const struct form_item_end *f,
                   struct outcome *out) MUST_USE;
bool desk_item_decide(struct ctx *c,
                      struct item_id id,
                      const struct form_decided_new *f,
                      struct outcome *out) MUST_USE;
bool desk_decided_end(struct ctx *c, struct role_id id, struct outcome *out) MUST_USE;

/* Asks for cooperation; the letter; its answer. Source: R-112. */
bool desk_request_send(struct ctx *c,
                       struct item_id id,
                       const struct form_request_new *f,
                       struct outcome *out) MUST_USE;
bool desk_request_show(struct ctx *c,
                       struct request_id id,
                       struct request_view *out) MUST_USE;
bool desk_request_answer(struct ctx *c,
                         struct request_id id,
                         const struct form_request_answer *f,
                         struct outcome *out) MUST_USE;

/* Seats. */
bool desk_seat_add(struct ctx *c,
                   struct sitting_id id,
                   const struct form_seat_new *f,
                   struct outcome *out) MUST_USE;
bool desk_seat_show(struct ctx *c,
                    struct attendee_id id,
                    struct seat_page_view *out,
                    struct form_seat_items *values) MUST_USE;
struct form_options desk_seat_agenda(struct ctx *c, struct attendee_id id);
bool desk_seat_sit(struct ctx *c,
                   struct attendee_id id,
                   const struct form_seat_sit *f,
                   struct outcome *out) MUST_USE;
bool desk_seat_swear(struct ctx *c,
                     struct attendee_id id,
                     const struct form_seat_swear *f,
                     struct outcome *out) MUST_USE;
bool desk_seat_items(struct ctx *c,
                     struct attendee_id id,
                     const struct form_seat_items *f,
                     struct outcome *out) MUST_USE;
bool
desk_seat_absent(struct ctx *c, struct attendee_id id, struct outcome *out) MUST_USE;
bool
desk_seat_leave(struct ctx *c, struct attendee_id id, struct outcome *out) MUST_USE;

/*
 * The papers for the viewer; a numbered copy for an attendee, on the screen and as a paper,
 * with what that very person may read; copies for all who have none yet.
 */
bool
desk_pack_show(struct ctx *c, struct sitting_id id, struct pack_view *out) MUST_USE;
bool desk_copy_make(struct ctx *c, struct attendee_id id, struct outcome *out) MUST_USE;
bool
desk_copies_make(struct ctx *c, struct sitting_id id, struct outcome *out) MUST_USE;
bool desk_copy_show(struct ctx *c, struct copy_id id, struct pack_view *out) MUST_USE;
bool desk_copy_paper(struct ctx *c, struct copy_id id, struct paper_set *out) MUST_USE;

/* What the secretariat needs at the table and all copies that are out; reply cards. */
bool desk_sitting_papers(struct ctx *c,
                         struct sitting_id id,
                         struct paper_set *out) MUST_USE;
bool
desk_sitting_cards(struct ctx *c, struct sitting_id id, struct paper_set *out) MUST_USE;

/* Copies that came back; that one did not after all; that one is lost. */
bool desk_copy_return(struct ctx *c, struct copy_id id, struct outcome *out) MUST_USE;
bool desk_copies_back(struct ctx *c,
                      struct sitting_id id,
                      const struct form_copies_back *f,
                      struct outcome *out) MUST_USE;
bool desk_copy_out(struct ctx *c, struct copy_id id, struct outcome *out) MUST_USE;
bool desk_copy_lost(struct ctx *c,
                    struct copy_id id,
                    const struct form_copy_lost *f,
                    struct outcome *out) MUST_USE;

/* The tab of a case. */
bool desk_case_meetings(struct ctx *c,
                        struct case_id id,
                        struct case_meetings_view *out) MUST_USE;

/* Answers to the fields of these forms. */
struct form_options desk_sitting_bodies(struct ctx *c);
struct form_options desk_sitting_triggers(struct ctx *c);
struct form_options desk_sitting_acting(struct ctx *c);
struct form_options desk_sitting_desks(struct ctx *c);
struct form_options desk_sitting_seats(struct ctx *c);
struct form_options desk_sitting_plans(struct ctx *c, const struct sitting_view *v);
struct form_options desk_sitting_agenda(struct ctx *c, const struct sitting_view *v);
struct form_options desk_sitting_seated(struct ctx *c, const struct sitting_view *v);
struct form_options desk_sitting_copies(struct ctx *c, const struct sitting_view *v);
struct form_options
desk_sitting_points(struct ctx *c, const struct item_page_view *page);

#endif
