/*
 * Support plans: drafting them, laying them before a meeting, deciding, starting. Each act
 * runs in the transaction that its door opened, for the viewer of the context.
 */
#ifndef KASANE_DESK_SUPPORT_PLAN_H
#define KASANE_DESK_SUPPORT_PLAN_H

#include "../base/outcome.h"
#include "../policy/paper_view.h"
#include "../policy/support_plan_view.h"
#include "../view/control.h"
#include "gen/forms.h"

/* The plan of a case that is worked on, or one without content when there is none yet. */
bool desk_support_plans(struct ctx *c,
                        struct case_id id,
                        struct support_plan_view *out) MUST_USE;

/* One version of a plan; values: its content for the form. */
bool desk_support_plan(struct ctx *c,
                       struct support_plan_id id,
                       struct support_plan_view *out,
                       struct form_support_plan *values) MUST_USE;

/*
 * Begins a plan, or the next version of the one in force, whose content it copies. Where the
 * town asks for it, only after the intake of that kind. Source.
 */
bool desk_support_new(struct ctx *c,
                      struct case_id id,
                      const struct form_support_plan_new *f,
                      struct outcome *out) MUST_USE;

/* Writes the content of a draft; CONFLICT when it was changed since it was read. */
bool desk_support_save(struct ctx *c,
                       struct support_plan_id id,
                       const struct form_support_plan *f,
                       struct outcome *out) MUST_USE;

/* Adds a goal or a line to a draft, mends one or takes it out. Source: R-087. */
bool desk_support_goal(struct ctx *c,
                       struct support_plan_id id,
                       const struct form_support_goal *f,
                       struct outcome *out) MUST_USE;
bool desk_support_goal_save(struct ctx *c,
                            struct support_goal_id id,
                            const struct form_support_goal *f,
                            struct outcome *out) MUST_USE;
bool desk_support_item(struct ctx *c,
                       struct support_plan_id id,
                       const struct form_support_item *f,
                       struct outcome *out) MUST_USE;
bool desk_support_item_save(struct ctx *c,
                            struct support_item_id id,
                            const struct form_support_item *f,
                            struct outcome *out) MUST_USE;

/* Their pages, with what stands there now. */
bool desk_support_goal_show(struct ctx *c,
                            struct support_goal_id id,
                            struct support_form_view *out,
                            struct form_support_goal *values) MUST_USE;
bool desk_support_item_show(struct ctx *c,
                            struct support_item_id id,
                            struct support_form_view *out,
                            struct form_support_item *values,
                            struct support_plan_id *plan) MUST_USE;

/* Says why an issue has no line. Source: R-086. */
bool desk_support_uncovered(struct ctx *c,
                            struct support_plan_id id,
                            const struct form_support_uncovered *f,
                            struct outcome *out) MUST_USE;

/* Notes an intake or the application. Source. */
bool desk_support_request(struct ctx *c,
                          struct case_id id,
                          const struct form_support_request *f,
                          struct outcome *out) MUST_USE;

/* What the fields of the forms offer: goals and issues of a plan, desks, programmes. */
struct support_options {
    struct form_options v[4];
    size_t n;
};
bool desk_support_options(struct ctx *c,
                          struct support_plan_id id,
                          struct support_options *out) MUST_USE;

/* The desks among them, for the field of the lead. n: of the list that is returned. */
const struct form_options *
desk_support_leads(struct ctx *c, const struct support_options *all, size_t *n);

/* All desks, as answers to the field of that name; none when the store fails. */
struct form_options desk_support_desks(struct ctx *c, const char *field);

/* The items of sittings of the viewer's desk on which the plan's case stood. */
struct form_options desk_support_sittings(struct ctx *c, struct support_plan_id id);

/*
 * A version as a paper: F4a, F4b, F4c by its kind, whose layout is named; as_then: what was
 * decided, without how it stands now. Source; domain research 2.7, 2.8.
 */
bool desk_support_paper(struct ctx *c,
                        struct support_plan_id id,
                        bool as_then,
                        struct paper_view *out,
                        const char **layout) MUST_USE;

/* The version of the multi-agency plan that held on a day; MISSING when there was none. */
bool desk_support_on(struct ctx *c,
                     struct case_id id,
                     struct day on,
                     struct support_plan_id *out) MUST_USE;

/* F5: the newest evaluation of a version; MISSING while there is none. Source: R-184. */
bool desk_support_evaluation_paper(struct ctx *c,
                                   struct support_plan_id id,
                                   struct paper_view *out) MUST_USE;

/* A version and the one before it, to be set side by side; MISSING for a first one. */
bool desk_support_compare(struct ctx *c,
                          struct support_plan_id id,
                          struct support_plan_view *now,
                          struct support_plan_view *before) MUST_USE;

/*
 * Moves a plan on; word: a code of enum support_plan_move. RULE with what is missing, in
 * fields named after the demand or the id of the issue. Source; practice 18.
 */
bool desk_support_move(struct ctx *c,
                       struct support_plan_id id,
                       const char *word,
                       const struct form_support_move *f,
                       struct outcome *out) MUST_USE;

/* The page of a move, with its check list. */
bool desk_support_move_show(struct ctx *c,
                            struct support_plan_id id,
                            const char *word,
                            struct support_form_view *out) MUST_USE;

/* Keeps what an agency says. Source: R-173. */
bool desk_support_agree(struct ctx *c,
                        struct support_plan_id id,
                        const struct form_support_agreement *f,
                        struct outcome *out) MUST_USE;

/*
 * Fills the next box of approval; the last one decides the plan. The drafter never approves.
 * Source: practice rules 18, 19.
 */
bool desk_support_approve(struct ctx *c,
                          struct support_plan_id id,
                          const struct form_support_approval *f,
                          struct outcome *out) MUST_USE;

/*
 * Looks at a plan again: monitoring or evaluation. What is to be changed opens the next
 * version as a proposal. Source.
 */
bool desk_support_review(struct ctx *c,
                         struct support_plan_id id,
                         const struct form_support_review *f,
                         struct outcome *out) MUST_USE;
bool desk_support_review_show(struct ctx *c,
                              struct support_plan_id id,
                              struct support_form_view *out) MUST_USE;

/* Says how far a goal was reached. Source: R-179. */
bool desk_support_rate(struct ctx *c,
                       struct support_goal_id id,
                       const struct form_support_rating *f,
                       struct outcome *out) MUST_USE;
bool desk_support_rate_show(struct ctx *c,
                            struct support_goal_id id,
                            struct support_form_view *out) MUST_USE;

/* Says how a line stands: by the plan's desk or by the agency whose line it is. R-183. */
bool desk_support_state(struct ctx *c,
                        struct support_item_id id,
                        const struct form_support_state *f,
                        struct outcome *out) MUST_USE;
bool desk_support_state_show(struct ctx *c,
                             struct support_item_id id,
                             struct support_form_view *out) MUST_USE;

/* Who watches over the household, and that somebody has looked in. Source: R-182. */
bool desk_support_watch(struct ctx *c,
                        struct support_plan_id id,
                        const struct form_support_watch *f,
                        struct outcome *out) MUST_USE;
bool desk_support_watch_done(struct ctx *c,
                             struct support_watch_id id,
                             const struct form_support_watch_done *f,
                             struct outcome *out) MUST_USE;
bool desk_support_watch_show(struct ctx *c,
                             struct support_watch_id id,
                             struct support_form_view *out) MUST_USE;

/* The meeting was told, without a name, of what was decided without consent. Practice 3. */
bool desk_support_reported(struct ctx *c,
                           struct support_plan_id id,
                           struct outcome *out) MUST_USE;

/* Notes a case that the agencies settled among themselves. Source: R-188. */
bool desk_support_direct(struct ctx *c,
                         struct case_id id,
                         const struct form_direct_settlement *f,
                         struct outcome *out) MUST_USE;

/* Plans of other schemes; each is its desk's own to write. Source: R-185. */
bool desk_scheme_plan(struct ctx *c,
                      struct case_id id,
                      const struct form_scheme_plan *f,
                      struct outcome *out) MUST_USE;
bool desk_scheme_plan_save(struct ctx *c,
                           struct scheme_plan_id id,
                           const struct form_scheme_plan *f,
                           struct outcome *out) MUST_USE;
bool desk_scheme_plan_show(struct ctx *c,
                           struct scheme_plan_id id,
                           struct support_form_view *out,
                           struct form_scheme_plan *values) MUST_USE;

/* What is watched over, and the evaluations of a fiscal year; 0: this one.. */
bool desk_support_after(struct ctx *c,
                        int64_t year,
                        struct support_after_view *out) MUST_USE;

#endif
