/*
 * Consent of each person: asked, given, refused, taken back; what was told to whom; on which
 * grounds a case is seen; what may be said before a call.
 */
#ifndef KASANE_DESK_DESK_CONSENT_H
#define KASANE_DESK_DESK_CONSENT_H

#include "../base/id.h"
#include "../base/outcome.h"
#include "../policy/consent_view.h"
#include "../view/control.h"
#include "gen/forms.h"

/* The page of all people of a case: what stands, what went before, what was told to whom. */
bool
desk_consents(struct ctx *c, struct case_id id, struct consents_view *out) MUST_USE;

/* Records an answer; the sharing consent that stood gives way to it. */
bool desk_consent_record(struct ctx *c,
                         struct case_id id,
                         const struct form_consent *f,
                         struct outcome *out) MUST_USE;

/* The page to record one; values holds what stands, to be renewed. */
bool desk_consent_new(struct ctx *c,
                      struct person_id person,
                      struct consent_form_view *out,
                      struct form_consent *values) MUST_USE;

/* The only person of a case, or none: whom a form without a person is about. */
bool
desk_consent_only(struct ctx *c, struct case_id id, struct person_id *out) MUST_USE;

/* Takes a consent back; it acts on the very next request. */
bool desk_consent_withdraw(struct ctx *c,
                           struct consent_id id,
                           const struct form_consent_end *f,
                           struct outcome *out) MUST_USE;
bool desk_consent_show(struct ctx *c,
                       struct consent_id id,
                       struct consent_form_view *out) MUST_USE;

/* Moves a case from outreach on to multi-agency work. Source: R-113. */
bool desk_consent_move(struct ctx *c, struct case_id id, struct outcome *out) MUST_USE;

/* Notes that an agency has read that sharing ended. Source: practice rule 10. */
bool desk_consent_over(struct ctx *c, struct case_id id, struct outcome *out) MUST_USE;

/* Notes something told; the page for it. */
bool desk_disclosure(struct ctx *c,
                     struct case_id id,
                     const struct form_disclosure *f,
                     struct outcome *out) MUST_USE;
bool desk_disclosure_new(struct ctx *c,
                         struct case_id id,
                         struct consent_form_view *out,
                         struct form_options *people) MUST_USE;

/* What may have been told: the classes of consent, and the name alone, which each includes. */
struct form_options
desk_disclosure_items(struct ctx *c, const struct form_options *offered);

/*
 * What the lists of these forms offer: agencies and residents; classes; bases; desks; and
 * people, which the page of one case fills.
 */
enum { CONSENT_OPTIONS = 5 };
bool
desk_consent_options(struct ctx *c, struct form_options out[CONSENT_OPTIONS]) MUST_USE;

#endif
