/*
 * What consent covers as of now: for one person or a whole case, and for given recipients.
 * Consent is per person; that of one never covers another. Who is asked about is a recipient,
 * a desk or the post of a resident, not the viewer. Source; practice rule 9.
 */
#ifndef KASANE_STORE_STORE_CONSENT_H
#define KASANE_STORE_STORE_CONSENT_H

#include "../base/id.h"
#include "../base/blob.h"

/*
 * Fills the classes (ITEM_BIT) that the person's consent covers for somebody who acts as any
 * of the subjects; 0 where it does not name them, does not stand, or covers neither existence
 * nor identity. The end of what is used is noted for the ledger.
 */
bool store_consent_of_person(struct ctx *c,
                             struct case_id case_id,
                             struct person_id person,
                             struct db_ids subjects,
                             uint32_t *out) MUST_USE;

/*
 * The same for what concerns the case as a whole: existence and coordination when any of its
 * people consents, every other class only when all of them do.
 */
bool store_consent_of_case(struct ctx *c,
                           struct case_id case_id,
                           struct db_ids subjects,
                           uint32_t *out) MUST_USE;

/*
 * What the person's consent covers for every one of several recipients at once: for a sitting
 * that rests on consent, and for what is laid before it. Nobody to tell covers nothing.
 */
bool store_consent_of_sitting(struct ctx *c,
                              struct case_id case_id,
                              struct person_id person,
                              const struct id *recipients,
                              size_t n,
                              uint32_t *out) MUST_USE;

/* To what a person has consented as of now. */
struct consent_kinds {
    bool support;
    bool sharing;
    bool plan;
    bool recording;
};

/* Fills the kinds of consent that stand for the person. */
bool store_consent_kinds(struct ctx *c,
                         struct person_id person,
                         struct consent_kinds *out) MUST_USE;

#endif
