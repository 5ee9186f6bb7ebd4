/*
 * What the acts and pages of consent share. Only these include it.
 */
#ifndef KASANE_DESK_DESK_CONSENT_PART_H
#define KASANE_DESK_DESK_CONSENT_PART_H

#include "../base/ctx.h"
#include "../base/form.h"
#include "../base/id.h"
#include "gen/enums.h"

/* The person asked for, or the only one of the case when none was; a field to mend else. */
bool desk_consent_person(struct ctx *c,
                         struct case_id id,
                         struct person_id asked,
                         struct person_id *out) MUST_USE;

/* Reads codes of classes into a set that always holds what goes with any sharing. */
bool desk_consent_items(struct ctx *c,
                        const struct form_codes *codes,
                        uint32_t *out) MUST_USE;

/* As codes_known(), but for the lists that are made at run time, which are checked apart. */
bool desk_consent_code_known(const void *all, const char *list, const char *code);

/* Says whether consent moves a case of this state on. Source: R-113. */
bool desk_consent_moves(enum case_state state);

#endif
