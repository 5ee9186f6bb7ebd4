/*
 * Counting the days on which a desk works, and the dates by which something is due. How long
 * each thing may wait, when a municipality is shut and which days are holidays is data: the
 * profile over profiles/defaults/settings.yaml.
 */
#ifndef KASANE_DOMAIN_WORKING_DAY_H
#define KASANE_DOMAIN_WORKING_DAY_H

#include "../base/day.h"
#include "gen/enums.h"
#include "plan_settings.h"

/* The rules of settings.deadlines that the program asks for; the defaults know them all. */
#define DEADLINE_TRIAGE "triage"
#define DEADLINE_NOW "urgency_now"
#define DEADLINE_SOON "urgency_soon"
#define DEADLINE_WATCH "urgency_watch"
#define DEADLINE_CONFIRM "referral_confirm"
#define DEADLINE_CONFIRM_NOW "referral_confirm_now"
#define DEADLINE_CONFIRM_SOON "referral_confirm_soon"
#define DEADLINE_FIRST_CONTACT "referral_first_contact"
#define DEADLINE_RETURNED "referral_returned"
#define DEADLINE_NO_CONTACT "no_contact"
#define DEADLINE_LIFT "restriction_lift"

/*
 * Says whether desks work on the day: neither week-end, nor holiday, nor shut by the
 * settings. Source: 行政機関の休日に関する法律1条 and the ordinances after it.
 */
bool working_day(struct day day, const struct settings *s);

/* Returns the n-th working day after the day; the day itself or the next for n = 0. */
struct day working_day_after(struct day day, int64_t n, const struct settings *s);

/* How many working days after the one day the other is; 0 when it is not later. */
int working_days_between(struct day from, struct day to, const struct settings *s);

/* Returns the day by which the rule wants it done; the day itself for an unknown rule. */
struct day deadline_after(struct day day, const char *rule, const struct settings *s);

/*
 * By when the course of a case is decided: the term for all, or that of its urgency where
 * it is shorter. Source: domain research 3.5 (2 weeks) and 2.12 C20 (24 hours, 1 week).
 */
struct day
deadline_of_triage(struct day day, enum urgency urgency, const struct settings *s);

/*
 * By when a hand-over is confirmed. Source: domain research 3.5 (2 working days, urgent the
 * same day).
 */
struct day
deadline_of_confirm(struct day day, enum urgency urgency, const struct settings *s);

/* Returns the first rule that neither file sets; NULL when all are there. */
const char *deadline_missing(const struct settings *s);

#endif
