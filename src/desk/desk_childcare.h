/*
 * What a こども家庭センター keeps of pregnancies and of the children born. Everybody else finds
 * nothing (MISSING), whether or not there is something. Source: R-096.
 */
#ifndef KASANE_DESK_CHILDCARE_H
#define KASANE_DESK_CHILDCARE_H

#include "../base/outcome.h"
#include "../policy/childcare_view.h"
#include "gen/forms.h"

/* The page of a case, of one pregnancy, of one child. now: as the forms begin. */
bool
desk_childcare(struct ctx *c, struct case_id id, struct childcare_view *out) MUST_USE;
bool desk_pregnancy_show(struct ctx *c,
                         struct pregnancy_id id,
                         struct pregnancy_page_view *out,
                         struct form_pregnancy_mend *now) MUST_USE;
bool desk_newborn_show(struct ctx *c,
                       struct newborn_id id,
                       struct newborn_page_view *out,
                       struct form_newborn *now) MUST_USE;

/* Adds a pregnancy; mends one. The expected day stands on the centre's work list. */
bool desk_pregnancy_add(struct ctx *c,
                        struct case_id id,
                        const struct form_pregnancy *f,
                        struct outcome *out) MUST_USE;
bool desk_pregnancy_mend(struct ctx *c,
                         struct pregnancy_id id,
                         const struct form_pregnancy_mend *f,
                         struct outcome *out) MUST_USE;

/*
 * Closes a pregnancy by a birth: the child belongs to a household of the mother's. known: it
 * becomes a person of the case too, for whoever reads the case. Of a pregnancy closed so
 * before, adds a further child.
 */
bool desk_pregnancy_birth(struct ctx *c,
                          struct pregnancy_id id,
                          const struct form_birth *f,
                          struct outcome *out) MUST_USE;

/* Closes a pregnancy without a birth; lets one closed by mistake go on. */
bool desk_pregnancy_end(struct ctx *c,
                        struct pregnancy_id id,
                        const struct form_pregnancy_end *f,
                        struct outcome *out) MUST_USE;
bool desk_pregnancy_back(struct ctx *c,
                         struct pregnancy_id id,
                         const struct form_pregnancy_back *f,
                         struct outcome *out) MUST_USE;

/* Mends what is known of a child, lets others know of it, or takes it back. */
bool desk_newborn_mend(struct ctx *c,
                       struct newborn_id id,
                       const struct form_newborn *f,
                       struct outcome *out) MUST_USE;

#endif
