/*
 * Taking a consultation from somebody who does not want to be known, and telling the lead of
 * a hidden household, and nobody else, that something like it came. Only desk includes this.
 * Source: R-049; practice rules 11, 19.
 */
#ifndef KASANE_DESK_DESK_DISCREET_H
#define KASANE_DESK_DESK_DISCREET_H

#include "gen/forms.h"

/*
 * What is kept of what was typed: of a discreet consultation no name unless the person agreed
 * to it, and nobody is called back unless that was agreed to.
 */
struct form_intake desk_discreet_kept(const struct form_intake *f);

/* Seals a discreet case to who received it, with a deputy. */
bool desk_discreet_seal(struct ctx *c,
                        struct case_id id,
                        const struct form_intake *f) MUST_USE;

/* Notes for the leads of hidden households of that name where and with whom it came. */
bool desk_tell_hidden(struct ctx *c, const struct form_intake *f) MUST_USE;

#endif
