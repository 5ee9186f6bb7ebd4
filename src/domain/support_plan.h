/*
 * The life of a support plan: which move may follow which state, and what the plan must hold
 * before it goes on. Not for who may see or decide it: that is policy.
 */
#ifndef KASANE_DOMAIN_SUPPORT_PLAN_H
#define KASANE_DOMAIN_SUPPORT_PLAN_H

#include "gen/enums.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct profile;
struct settings;

/*
 * Returns the state after the move, or SUPPORT_PLAN_STATE_NONE when it may not be made now.
 * Source: R-172; 茅ヶ崎市 実施計画 3-1(3); domain research 3.2.
 */
enum support_plan_state
support_plan_after(enum support_plan_state state, enum support_plan_move move);

/*
 * Returns the moment of a plan's life for which a conference is asked: a tag of the plan
 * (plan_creation, plan_change, closing_decision, suspension_decision); NULL while none waits.
 * edition: 1 for the first version. Source: R-135; 茅ヶ崎市 実施計画 3-1(2).
 */
const char *support_plan_moment(enum support_plan_state state, int64_t edition);

/* Returns what the file calls a kind of plan: "multi_agency_plan". */
const char *support_plan_type(enum support_plan_kind kind);

/* Says whether the content may still be written: only a draft. Source: R-178. */
bool support_plan_is_open(enum support_plan_state state);

/* Says whether the plan is being carried out, so that its roles and days count. */
bool support_plan_in_force(enum support_plan_state state);

/* Where the case stands when its multi-agency plan stands there; NONE: as it was. */
enum case_state support_plan_case_state(enum support_plan_state state);

/* A line of the plan, as far as the demands ask. */
struct support_line {
    int issue; /* which of the issues; -1: none of them */
    bool has_who;
    bool has_from;
    bool has_end; /* until, or a day to look at it again */
};

/* What there is, for the demands to be held against. */
struct support_plan_facts {
    bool own_goal;
    bool unheard; /* said in so many words that it cannot be heard yet, and why */
    bool policy;
    bool interim_goal;
    bool monitoring;
    bool period;
    bool intake;
    bool application;
    bool consent;
    bool closes_itself; /* death, moving away, the person's will */
    const struct support_line *lines;
    size_t n_lines;
    const bool *issue_reason; /* of each issue: a reason why it has no line */
    size_t n_issues;
    size_t n_parties; /* agencies that the plan names */
    size_t n_agreed;  /* among them, those that agree */
    size_t n_goals;
    size_t n_rated;
    bool evaluation;
    bool lead_after;
    bool follow_up; /* day and way, or the reason why none */
    bool reason;
    bool watch;
};

#define SUPPORT_DEMAND(d) (UINT32_C(1) << (d))

/*
 * Returns what a municipality asks of its plans: what the national form always has, what its
 * plan states (plan_lifecycle) and what its settings add. A mask of SUPPORT_DEMAND().
 * Source.
 */
uint32_t support_plan_demands(const struct profile *p, const struct settings *s);

/*
 * Returns which of the demands are missing for the move, as a mask; 0: it may be made. kind:
 * outreach goes on without consent and application (practice rule 3).
 */
uint32_t support_plan_lacks(enum support_plan_move move,
                            enum support_plan_kind kind,
                            uint32_t demands,
                            const struct support_plan_facts *f);

/* Returns what is asked for the move at all, in the same mask. */
uint32_t support_plan_asked(enum support_plan_move move,
                            enum support_plan_kind kind,
                            uint32_t demands);

/* Returns the first issue from i on that has neither line nor reason; n_issues: none. */
size_t support_plan_bare_issue(const struct support_plan_facts *f, size_t i);

/*
 * Says whether a decision may be taken there. Without valid consent a plan is judged, ended
 * or suspended by 支援会議 or by the head; with it by 重層的支援会議, or by the head where the
 * meeting reports later. An outreach plan without consent goes before 支援会議.
 * Source: practice rule 3.
 */
bool support_way_allowed(enum support_plan_move move,
                         enum support_plan_kind kind,
                         enum support_way way,
                         bool consent);

/* Says whether the reason closes a case although issues are open. Source: practice rule 3. */
bool support_closes_itself(const char *closing_reason);

/*
 * Says whether looking again may come to that: monitoring to going on, changing or ending,
 * an evaluation to suspending too. Source: R-177.
 */
bool
support_outcome_allowed(enum support_review_kind kind, enum support_outcome outcome);

/* For how many days a plan was carried out, without those it was suspended. Source: R-181. */
int support_days(int from, int until, int suspended);

/* The share of lines done, in percent, rounded down; 0 without lines. Source: R-183. */
int support_progress(size_t done, size_t all);

#endif
