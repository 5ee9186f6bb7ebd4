/*
 * From pregnancies and children born to their view; as show.h. Each function decides anew that
 * the class is open: nothing of it is shown anywhere else.
 */
#ifndef KASANE_POLICY_SHOW_CHILDCARE_H
#define KASANE_POLICY_SHOW_CHILDCARE_H

#include "childcare_view.h"
#include "show_household.h"

/* All rows of one case, as the store has them. */
struct childcare_records {
    struct people_records people;
    struct sql_pregnancy_list_rows pregnancies;
    struct sql_newborn_list_rows newborns;
};

/* Fills the page of a case; false when it is not for the viewer. */
bool policy_show_childcare(struct ctx *c,
                           const struct facts *facts,
                           const struct childcare_records *r,
                           struct childcare_view *out) MUST_USE;

/* Fills the page of one pregnancy; false when it is none of the case's or not for the viewer. */
bool policy_show_pregnancy(struct ctx *c,
                           const struct facts *facts,
                           const struct childcare_records *r,
                           struct pregnancy_id id,
                           const struct sql_childcare_versions_rows *history,
                           struct pregnancy_page_view *out) MUST_USE;

/* Fills the page of one child; false as above. */
bool policy_show_newborn(struct ctx *c,
                         const struct facts *facts,
                         const struct childcare_records *r,
                         struct newborn_id id,
                         struct newborn_page_view *out) MUST_USE;

#endif
