/*
 * From records of consent and disclosure to their views; each person is decided by the facts
 * of that very person.
 */
#ifndef KASANE_POLICY_SHOW_CONSENT_H
#define KASANE_POLICY_SHOW_CONSENT_H

#include "../domain/town.h"
#include "consent_view.h"
#include "gen/rows.h"
#include "policy.h"

/* All there is about consent in one case. facts: of each person, in the order of people. */
struct consent_records {
    struct case_id id;
    enum own took; /* whose the consultation is */
    bool may_write;
    bool reaches; /* the same, by the page of outreach */
    bool moves;   /* consent given now would move the case on */
    struct sql_case_people_rows people;
    const struct facts *facts;
    struct sql_consent_list_rows consents;
    struct sql_consent_names_rows names;
    struct sql_disclosure_list_rows told;
};

/* Fills the page of all people; the head is the caller's. */
void policy_show_consents(struct ctx *c,
                          const struct consent_records *r,
                          struct consents_view *out);

/*
 * Fills the page of a form about one person: the name and what stands; its paths and head are
 * the caller's. r: NULL for a form about nobody yet.
 */
void policy_show_consent_form(struct ctx *c,
                              const struct consent_records *r,
                              struct person_id person,
                              struct consent_form_view *out);

/* The classes that a consent may name, in their order; existence, identity and coordination
 * always go with it. */
uint32_t consent_items_offered(void);

/* "暮らし・福祉・お金": the classes of a set by their names. */
const char *consent_items_text(struct arena *mem, uint32_t items);

#endif
