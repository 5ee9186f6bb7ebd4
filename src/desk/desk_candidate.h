/*
 * Who somebody may be, while a consultation is taken or a person is written down; and taking
 * a consultation in a case that is there already.
 */
#ifndef KASANE_DESK_CANDIDATE_H
#define KASANE_DESK_CANDIDATE_H

#include "../base/outcome.h"
#include "../policy/candidate_view.h"
#include "gen/forms.h"

/*
 * Finds people alike among those whom the viewer may know by name, the most alike first, five
 * at most; here: the case on whose page it is asked, or empty. Source.
 */
bool desk_candidates(struct ctx *c,
                     const struct form_similar *f,
                     struct case_id here,
                     struct candidates_view *out) MUST_USE;

/*
 * Takes a consultation in a case that the viewer reaches, with its own time, desk and words.
 * person: about whom of the case; empty for somebody new, who is added. Source: R-073.
 */
bool desk_case_join(struct ctx *c,
                    struct case_id id,
                    struct person_id person,
                    const struct form_intake *f,
                    struct draft_id draft,
                    struct outcome *out) MUST_USE;

#endif
