/*
 * One body of the plan as this municipality means it, and what its sittings of a fiscal year
 * came to, for a desk that sets sittings.
 */
#ifndef KASANE_DESK_SITTING_BODY_H
#define KASANE_DESK_SITTING_BODY_H

#include "../base/arena.h"
#include "../base/outcome.h"
#include "../policy/sitting_view.h"
#include "../view/body_year_view.h"
#include "../view/control.h"
#include "gen/forms.h"
#include "gen/sql.h"

#include <stdint.h>

struct ctx;
struct plan_meeting;

/*
 * Fills the page of a body; year: 0 for the present fiscal year. Counts the sittings that the
 * viewer's desk set; MISSING for who sets none. Source: R-168; practice rules 15, 22.
 */
bool desk_body_year(struct ctx *c,
                    const char *body,
                    int64_t year,
                    struct body_year_view *out) MUST_USE;

/*
 * Keeps a report, an opinion or a version of the rules of a body. One report for each body and
 * year; rules name the day of the sitting that decided them. Source.
 */
bool desk_body_entry(struct ctx *c,
                     const struct form_body_entry *f,
                     struct outcome *out) MUST_USE;

/* Adds what was reported and said in the year, and the rules of the body. */
bool body_entries(struct ctx *c,
                  const struct plan_meeting *m,
                  int year,
                  struct body_year_view *out) MUST_USE;

/* Keeps what a body says of a year, once; those above it hear of it. Source. */
bool desk_body_evaluation(struct ctx *c,
                          const struct form_body_evaluation *f,
                          struct outcome *out) MUST_USE;

/* Whether the plan has the body evaluate the year. */
bool body_judges(const struct plan_meeting *m);

/* Whether the plan puts that on the body's agenda, ever or at some moment. */
bool body_speaks_of(const struct plan_meeting *m, const char *tag);

/*
 * Finds an item without a case that a sitting of the viewer's desk decided, of the body itself
 * or of one that speaks of such things; else says what is to be mended in the field "item".
 * Source: R-161.
 */
bool body_decided(struct ctx *c,
                  struct item_id id,
                  const char *body,
                  const char *tag,
                  struct sql_decided_topics_row *out) MUST_USE;

/* Such items, for the field of that name. */
struct form_options desk_body_topics(struct ctx *c);

/* Adds what the body studies, and the subgroups that belong to it. Source. */
bool body_work(struct ctx *c,
               const struct plan_meeting *m,
               struct body_year_view *out) MUST_USE;

/* The local issues, for the field of that name. */
struct form_options desk_body_issues(struct ctx *c);

/* Keeps a theme with the practice that it came from. Source: R-156. */
bool desk_body_theme(struct ctx *c,
                     const struct form_body_theme *f,
                     struct outcome *out) MUST_USE;

/* Adds the bodies of which last year's report or evaluation is still due. Source: R-146. */
bool body_reports_due(struct ctx *c, struct sittings_view *out) MUST_USE;

/* Adds what the plan says of the body itself. */
void
body_of_plan(struct ctx *c, const struct plan_meeting *m, struct body_year_view *out);

/* Which version of the rules of the town's plan meeting held on a day; NULL: none yet. */
bool body_rule_on(struct ctx *c, struct day day, const char **out) MUST_USE;

/* What the body's name means here, in sentences made from the plan. Source: R-170. */
const char *sitting_help(struct ctx *c, const struct plan_meeting *m);

#endif
