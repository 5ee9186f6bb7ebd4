/*
 * What of a person went to somebody else, each with its basis in the register and its purpose:
 * hand-overs, papers of a meeting, what was told on the telephone. Source.
 */
#ifndef KASANE_STORE_STORE_DISCLOSURE_H
#define KASANE_STORE_STORE_DISCLOSURE_H

#include "../base/day.h"
#include "../base/id.h"

struct disclosure {
    struct case_id case_id;
    struct person_id person;
    struct desk_id to_desk; /* none: not one of the municipality's desks */
    const char *to_name;
    uint32_t items;
    const char *basis; /* a code of codes/legal_basis.yaml */
    const char *reason;
    const char *purpose;
    const char *way;  /* a code of codes/disclosure_way.yaml */
    struct id record; /* the hand-over or sitting it belongs to, or none */
    struct day on;
};

/* Notes one; RULE without a basis that the register has, or without a purpose. */
bool store_disclosure_add(struct ctx *c, const struct disclosure *d) MUST_USE;

/* Notes the same about every person of the case. */
bool store_disclosure_of_case(struct ctx *c, const struct disclosure *d) MUST_USE;

#endif
