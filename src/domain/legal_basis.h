/*
 * The register of legal bases: from what a plan cites to the id under which the register
 * (codes/legal_basis.yaml) has it. Source: R-098.
 */
#ifndef KASANE_DOMAIN_LEGAL_BASIS_H
#define KASANE_DOMAIN_LEGAL_BASIS_H

#include "profile.h"

/* The id of an article that a plan, a meeting or a linkage cites; NULL: none in the register. */
const char *legal_basis_of(const struct plan_legal_basis *b);

/* The id of an item (1–6) of 社会福祉法 106条の4第2項; NULL for any other number. */
const char *legal_basis_of_item(int64_t item);

#endif
