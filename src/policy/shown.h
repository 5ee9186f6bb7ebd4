/*
 * What a unit of work has let somebody see: noted by policy_show_*() as it fills a view, and
 * written into the unit's ledger leaf before the first byte leaves.
 */
#ifndef KASANE_POLICY_SHOWN_H
#define KASANE_POLICY_SHOWN_H

#include "../base/id.h"

enum shown_kind { SHOWN_CASE, SHOWN_PERSON, SHOWN_REFERRAL, SHOWN_DRAFT, SHOWN_NOTICE };

struct shown {
    enum shown_kind kind;
    struct id id;
    uint32_t items;   /* classes that were open */
    uint32_t grounds; /* grounds that opened them */
};

struct shown_list {
    struct shown *v;
    size_t n;
    size_t cap;
    int64_t ends; /* the earliest end of a ground used, ms UTC; 0 when none ends */
};

/* Notes that a thing is being shown. A context without a list is a bug of ours. */
void shown_note(struct ctx *c,
                enum shown_kind kind,
                struct id id,
                uint32_t items,
                uint32_t grounds);

/* Notes that a ground used here ends at that instant; 0 says that it does not. */
void shown_ends(struct ctx *c, int64_t at);

#endif
