/*
 * What a sitting may take up and when it may end: rules of the work, from the body as the
 * plan describes it. Not for who may read what: that is policy.
 */
#ifndef KASANE_DOMAIN_SITTING_RULE_H
#define KASANE_DOMAIN_SITTING_RULE_H

#include "gen/enums.h"
#include "profile.h"

#include <stdbool.h>
#include <stddef.h>

/* What is to be put on the agenda. */
struct tabling {
    const struct plan_meeting *body; /* as which the item is spoken of */
    enum consent_question question;  /* as answered when the sitting was set */
    bool has_case;                   /* false: a topic without a person */
    bool consent;                    /* valid, to support and to sharing, of everybody
                                        whom the item is about */
    bool partly;                     /* of some of the people of the case */
    bool application;                /* 利用申込 is on file */
    bool application_needed;         /* the plan of the town wants one */
    bool reason;                     /* why there is no consent was said */
};

enum tabling_verdict {
    TABLING_YES,
    TABLING_NO_CASES,    /* the body works on no single case */
    TABLING_CONSENT,     /* only with consent: the support conference is the way out */
    TABLING_PARTLY,      /* speak of those alone who consent, or go that way */
    TABLING_APPLICATION, /* only on a use application */
    TABLING_REASON       /* say why there is no consent */
};

/*
 * Says whether the item may be put on the agenda.
 * Source; 茅ヶ崎市 実施計画 3-1(2) (topics without a person).
 */
enum tabling_verdict sitting_may_table(const struct tabling *t);

/* Says whether the body's plan leaves open whether consent is needed. Source: R-119. */
bool sitting_asks_consent(const struct plan_meeting *body);

/* Says whether single cases are spoken of there at all. Source. */
bool sitting_takes_cases(const struct plan_meeting *body);

/*
 * On what footing an item is spoken of. nameless: the sitting hides names of its own will.
 * A support conference whose ground the plan does not cite, and one that hides names, is
 * nameless. Source; practice rules 12, 13.
 */
enum item_footing sitting_footing(const struct plan_meeting *body,
                                  enum consent_question question,
                                  bool has_case,
                                  bool nameless);

/* Says whether who hears the item must confirm secrecy first. Source. */
bool sitting_binds(const struct plan_meeting *body);

/*
 * Says whether that attendee reads only after a confirmation: by the item's body, and
 * residents always. Source: R-110; practice rule 14.
 */
bool sitting_must_swear(bool item_bound, enum attendee_part part);

/* The body with that id as which the sitting may speak of one item, or NULL. Source: R-111. */
const struct plan_meeting *sitting_body_of(const struct profile *p,
                                           const char *body,
                                           const char *also,
                                           const char *acts_as);

/* Why a sitting may not be closed yet. */
enum closing {
    CLOSING_YES,
    CLOSING_ITEM_OPEN, /* neither decided, continued nor withdrawn */
    CLOSING_NOT_OPEN   /* it was not opened */
};

/*
 * Says whether the sitting may be closed. Who has not confirmed secrecy keeps the papers
 * shut, not the sitting open. Source: practice rule 17.
 */
enum closing sitting_may_close(enum sitting_state state, size_t open_items);

/*
 * How many answers a sitting by telephone or in turn still waits for: the number set for it,
 * at most one of each who is invited; 0 set: all of them. Source: practice rule 16.
 */
size_t sitting_answers_wanted(long needed, size_t invited, size_t answered);

/* The support conference of the town: where a case without consent goes. NULL: none. */
const struct plan_meeting *sitting_way_out(const struct profile *p);

/*
 * Says whether contact is lost: somebody was not met after the last time that somebody was.
 * Talking with people around is neither. tries: in the order of their days.
 * Source: R-139; 茅ヶ崎市 実施計画 3-1(3).
 */
bool sitting_contact_lost(const enum contact_result *tries, size_t n);

#endif
