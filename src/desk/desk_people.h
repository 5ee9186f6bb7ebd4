/*
 * What the acts about people share. Only desk includes this.
 */
#ifndef KASANE_DESK_PEOPLE_H
#define KASANE_DESK_PEOPLE_H

#include "../policy/show_household.h"
#include "desk_household.h"
#include "desk_part.h"

/* Loads all rows of the people of a case, and the viewer's facts about it, for who may write. */
bool desk_people_load(struct ctx *c,
                      struct case_id id,
                      struct facts *facts,
                      struct people_records *r) MUST_USE;

/* Loads the facts about each of the people; own: whose the record is. */
bool desk_people_facts(struct ctx *c,
                       struct case_id id,
                       enum own own,
                       const struct sql_case_people_rows *people,
                       const struct facts **out) MUST_USE;

/* The same from what was loaded of the case before, for a page that decides more by it. */
bool desk_reached_people(struct ctx *c,
                         const struct reached *reached,
                         enum own own,
                         const struct sql_case_people_rows *people,
                         const struct facts **out) MUST_USE;

/*
 * Loads the case of a record and says that the viewer may mend what that desk wrote; DENIED
 * when it is closed to the viewer.
 */
bool desk_people_mendable(struct ctx *c,
                          struct case_id id,
                          struct desk_id desk,
                          struct post_id post,
                          struct people_records *r) MUST_USE;

/* Finds a person among the rows; NULL for none. */
const struct sql_case_people_row *
desk_person_of(const struct people_records *r, struct person_id id);

/* Says that the person is one of the case; the field is noted when it is not. */
bool desk_person_known(struct ctx *c,
                       const struct people_records *r,
                       struct person_id id,
                       const char *field) MUST_USE;

/* The first day that fits what was said; DAY_NONE when no day does. */
struct day desk_about(struct ctx *c, const char *said);

/* Says that one row was changed; CONFLICT when it was not. */
bool desk_changed_one(struct ctx *c, size_t changed) MUST_USE;

/*
 * Ends an act about people: keeps the version, touches the case, notes it for the ledger and
 * says where the result is seen ("/people?said=added#p-…").
 */
bool desk_people_done(struct ctx *c,
                      struct case_id id,
                      struct id record,
                      int64_t version,
                      const char *kind,
                      const char *why,
                      const char *body,
                      const char *place,
                      struct outcome *out) MUST_USE;

/* Fills the page to mend a record of the case. */
bool desk_people_mend_page(struct ctx *c,
                           struct case_id id,
                           const char *title,
                           const char *kind,
                           struct id record,
                           int64_t version,
                           const char *back,
                           struct mend_view *out) MUST_USE;

#endif
