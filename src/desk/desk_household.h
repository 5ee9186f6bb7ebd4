/*
 * Acts about the people of a case: who they are, their households and relations, who is there
 * for them, what weighs on them, what changed in their lives. Every change keeps the version
 * before it.
 */
#ifndef KASANE_DESK_HOUSEHOLD_H
#define KASANE_DESK_HOUSEHOLD_H

#include "../base/outcome.h"
#include "../policy/household_view.h"
#include "gen/forms.h"

/* The page of people, of issues and changes; MISSING for who may not write in the case. */
bool desk_people(struct ctx *c, struct case_id id, struct people_view *out) MUST_USE;
bool desk_issues(struct ctx *c, struct case_id id, struct issues_view *out) MUST_USE;

/*
 * Adds a person to a case; nothing of them need be known. Mends what is known of one: fields
 * whose class is closed to the viewer stay as they are. CONFLICT when it was changed since
 * the version that the form was read from. Source.
 */
bool desk_person_add(struct ctx *c,
                     struct case_id id,
                     const struct form_person *f,
                     struct outcome *out) MUST_USE;
bool desk_person_mend(struct ctx *c,
                      struct person_id id,
                      const struct form_person *f,
                      struct outcome *out) MUST_USE;
bool desk_person_mend_show(struct ctx *c,
                           struct person_id id,
                           struct mend_view *out,
                           struct form_person *now) MUST_USE;

/* A household, and who is part of it from when to when. */
bool desk_household_add(struct ctx *c,
                        struct case_id id,
                        const struct form_household *f,
                        struct outcome *out) MUST_USE;
bool desk_household_mend(struct ctx *c,
                         struct household_id id,
                         const struct form_household *f,
                         struct outcome *out) MUST_USE;
bool desk_household_mend_show(struct ctx *c,
                              struct household_id id,
                              struct mend_view *out,
                              struct form_household *now) MUST_USE;
bool desk_membership_add(struct ctx *c,
                         struct case_id id,
                         const struct form_membership *f,
                         struct outcome *out) MUST_USE;
bool desk_membership_mend(struct ctx *c,
                          struct membership_id id,
                          const struct form_membership *f,
                          struct outcome *out) MUST_USE;
bool desk_membership_mend_show(struct ctx *c,
                               struct membership_id id,
                               struct mend_view *out,
                               struct form_membership *now) MUST_USE;

/* What one person is to another. */
bool desk_relation_add(struct ctx *c,
                       struct case_id id,
                       const struct form_relation *f,
                       struct outcome *out) MUST_USE;
bool desk_relation_mend(struct ctx *c,
                        struct relation_id id,
                        const struct form_relation *f,
                        struct outcome *out) MUST_USE;
bool desk_relation_mend_show(struct ctx *c,
                             struct relation_id id,
                             struct mend_view *out,
                             struct form_relation *now) MUST_USE;

/* Who is already there for a person. Source: R-088. */
bool desk_involvement_add(struct ctx *c,
                          struct case_id id,
                          const struct form_involvement *f,
                          struct outcome *out) MUST_USE;
bool desk_involvement_mend(struct ctx *c,
                           struct involvement_id id,
                           const struct form_involvement *f,
                           struct outcome *out) MUST_USE;
bool desk_involvement_mend_show(struct ctx *c,
                                struct involvement_id id,
                                struct mend_view *out,
                                struct form_involvement *now) MUST_USE;

/*
 * An issue of a person or of the household; resolving one leaves the others and the case as
 * they are. Source.
 */
bool desk_issue_add(struct ctx *c,
                    struct case_id id,
                    const struct form_issue *f,
                    struct outcome *out) MUST_USE;
bool desk_issue_mend(struct ctx *c,
                     struct issue_id id,
                     const struct form_issue *f,
                     struct outcome *out) MUST_USE;
bool desk_issue_mend_show(struct ctx *c,
                          struct issue_id id,
                          struct mend_view *out,
                          struct form_issue *now) MUST_USE;

/* A change in a life, for the family's years and for looking at a plan again. Source: R-092. */
bool desk_situation_add(struct ctx *c,
                        struct case_id id,
                        const struct form_situation *f,
                        struct outcome *out) MUST_USE;
bool desk_situation_mend(struct ctx *c,
                         struct situation_id id,
                         const struct form_situation *f,
                         struct outcome *out) MUST_USE;
bool desk_situation_mend_show(struct ctx *c,
                              struct situation_id id,
                              struct mend_view *out,
                              struct form_situation *now) MUST_USE;

#endif
