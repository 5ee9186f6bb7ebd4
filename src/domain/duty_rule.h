/*
 * The rules of the work list: what is told, and by which act a line is cleared.
 */
#ifndef KASANE_DOMAIN_DUTY_RULE_H
#define KASANE_DOMAIN_DUTY_RULE_H

#include <stddef.h>

struct duty_rule {
    const char *code;  /* as kept in the work list */
    const char *label; /* Japanese: why the line stands there */
    const char *act;   /* Japanese: the one act that clears it */
    const char *kind;  /* of what the line is about: steps, referrals */
    const char *rest;  /* behind its address */
    const char *say;   /* what follows the step or the other party in the sentence */
};

#define DUTY_NEXT_STEP "next_step"
#define DUTY_ACCESS "access_request" /* subject: the request */
#define DUTY_CHILDBIRTH "childbirth" /* subject: the pregnancy */
#define DUTY_NO_STEP "no_step"
#define DUTY_NO_CONTACT "no_contact"
#define DUTY_SUCCESSION "succession"
#define DUTY_NO_OWNER "no_owner"
#define DUTY_OUTREACH_VISIT "outreach_visit"
/* subject: the person; of the last two the case */
#define DUTY_CONSENT_ASK "consent_ask"
#define DUTY_CONSENT_ENDS "consent_ends"
#define DUTY_CONSENT_MOVE "consent_move"
#define DUTY_CONSENT_OVER "consent_over"

#define DUTY_ABUSE "abuse_report" /* in a sealed case */
#define DUTY_SIMILAR "similar_arrival"
#define DUTY_EMERGENCY "emergency_used"
#define DUTY_CONFIRM "referral_confirm"
#define DUTY_UNCONFIRMED "referral_unconfirmed"
#define DUTY_REPORT "referral_report"
#define DUTY_SUPPORT_APPROVE "support_approve"
#define DUTY_SUPPORT_AFTER "support_after"
#define DUTY_SUPPORT_START "support_start"
#define DUTY_SUPPORT_ITEM "support_item"
#define DUTY_SUPPORT_MONITOR "support_monitor"
#define DUTY_SUPPORT_FOLLOW "support_follow"
#define DUTY_SUPPORT_WATCH "support_watch"
#define DUTY_SUPPORT_REPORT "support_report"
#define DUTY_RETURNED "referral_returned"
#define DUTY_URGENT_MEETING "urgent_meeting"
#define DUTY_OUTCOME "referral_outcome"
#define DUTY_REPLY "referral_reply"
/* subject: the placement; of the next two one of its days */
#define DUTY_PLACE_NEXT "place_next"
#define DUTY_PLACE_FOLLOW "place_follow"
#define DUTY_PLACE_WATCH "place_watch"

/* Finds a rule; NULL when there is none of that code. Source: design section 6. */
const struct duty_rule *duty_rule(const char *code);

#endif
