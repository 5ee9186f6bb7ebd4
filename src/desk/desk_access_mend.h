/*
 * Requests for disclosure that are to be put right by who made them, and copies that are handed
 * over at once. Source: 個人情報保護法 77条3項, 83条1項ただし書, 87条.
 */
#ifndef KASANE_DESK_ACCESS_MEND_H
#define KASANE_DESK_ACCESS_MEND_H

#include "../base/outcome.h"
#include "gen/forms.h"

/* Asks for the request to be put right, and notes that it was: those days do not count. */
bool desk_access_mend(struct ctx *c,
                      struct access_id id,
                      const struct form_access_mend *f,
                      struct outcome *out) MUST_USE;
bool desk_access_mended(struct ctx *c,
                        struct access_id id,
                        const struct form_access_mended *f,
                        struct outcome *out) MUST_USE;

/*
 * Hands a copy over at the counter at once: the register gets a line with its number, received,
 * decided and handed over today.
 */
bool desk_access_now(struct ctx *c,
                     struct person_id person,
                     const struct form_own_report *f,
                     struct outcome *out) MUST_USE;

#endif
