/*
 * Whom an item of the papers is about, in words and as a genogram: each person by the decision
 * about that very person, without names where the papers carry none.
 */
#ifndef KASANE_POLICY_SHOW_PACK_PEOPLE_H
#define KASANE_POLICY_SHOW_PACK_PEOPLE_H

#include "../domain/anonymise.h"
#include "show_sitting.h"

/* An item as one reader has it. */
struct pack_people {
    struct ctx *c;
    const struct sitting_records *r;
    const struct sql_item_list_row *row;
    const struct facts *facts;
    bool nameless; /* letters in place of names, tens of years in place of years */
};

/* Whether the item is about that person: where it rests on consent, about nobody else. */
bool pack_is_matter(const struct sitting_records *r,
                    const struct sql_item_list_row *i,
                    const struct sql_item_people_row *p);

/* Who is known in the item's case: what must not stand in papers without names. */
struct known_persons pack_knowns(struct ctx *c,
                                 const struct sitting_records *r,
                                 const struct sql_item_list_row *row);

/* "試験 花枝さん　82歳、…"; NULL where nobody is known. */
const char *pack_people(const struct pack_people *m);

/* Draws the family of those people; nothing where it is one person, or was not loaded. */
void pack_family(const struct pack_people *m, struct sitting_item_view *out);

#endif
