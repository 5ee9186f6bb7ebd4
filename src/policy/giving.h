/*
 * Whether a basis in law fits who gives and who receives. Not what may be given: that is
 * policy_decide() with the giving folded into its facts.
 */
#ifndef KASANE_POLICY_GIVING_H
#define KASANE_POLICY_GIVING_H

#include "facts.h"

/*
 * Folds basis, giver and receiver into the class that decide() takes: NONE where the basis
 * does not fit the two. Source: 個人情報保護法 27条1項, 61条, 69条1項・2項; 社会福祉法
 * 106条の6第3項; practice rule 1.
 */
enum giving
facts_giving(enum basis basis, enum post_kind giver, enum post_kind receiver);

/* Reads the footing of an agency as the store keeps it; own business for anything else. */
enum post_kind post_kind_of_agency(const char *code);

#endif
