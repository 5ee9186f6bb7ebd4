#include "support_plan.h"

#include "plan_settings.h"

#include "../base/text.h"

#define MOVE(from, move, to)                                                           \
    {                                                                                  \
        SUPPORT_PLAN_STATE_##from, SUPPORT_PLAN_MOVE_##move, SUPPORT_PLAN_STATE_##to   \
    }

static const struct {
    enum support_plan_state from;
    enum support_plan_move move;
    enum support_plan_state to;
} MOVES[] = {
    MOVE(DRAFT, LAY, LAID),
    MOVE(DRAFT, WITHDRAW, WITHDRAWN),
    MOVE(LAID, TAKE_BACK, DRAFT),
    MOVE(LAID, FIT, JUDGED),
    MOVE(LAID, MEND, DRAFT),
    MOVE(JUDGED, APPROVE, DECIDED),
    MOVE(JUDGED, SEND_BACK, DRAFT),
    MOVE(DECIDED, START, UNDER_WAY),
    MOVE(UNDER_WAY, LOOK_AGAIN, REVIEW),
    MOVE(UNDER_WAY, REPLACE, CHANGED),
    MOVE(REVIEW, KEEP_ON, UNDER_WAY),
    MOVE(REVIEW, PROPOSE_END, ENDING),
    MOVE(REVIEW, PROPOSE_PAUSE, PAUSING),
    MOVE(REVIEW, REPLACE, CHANGED),
    MOVE(ENDING, END_FOLLOWED, FOLLOW_UP),
    MOVE(ENDING, END, CLOSED),
    MOVE(ENDING, STAY, UNDER_WAY),
    MOVE(PAUSING, PAUSE, SUSPENDED),
    MOVE(PAUSING, STAY, UNDER_WAY),
    MOVE(SUSPENDED, RESUME, UNDER_WAY),
    MOVE(SUSPENDED, PROPOSE_END, ENDING),
    MOVE(SUSPENDED, REPLACE, CHANGED),
    MOVE(FOLLOW_UP, FOLLOWED, CLOSED),
    MOVE(FOLLOW_UP, REOPEN, CLOSED),
    MOVE(CLOSED, REOPEN, CLOSED),
};

enum support_plan_state
support_plan_after(enum support_plan_state state, enum support_plan_move move)
{
    for (size_t i = 0; i < sizeof MOVES / sizeof *MOVES; i++)
        if (MOVES[i].from == state && MOVES[i].move == move)
            return MOVES[i].to;
    return SUPPORT_PLAN_STATE_NONE;
}

bool
support_plan_is_open(enum support_plan_state state)
{
    return state == SUPPORT_PLAN_STATE_DRAFT;
}

bool
support_plan_in_force(enum support_plan_state state)
{
    return state == SUPPORT_PLAN_STATE_DECIDED || state == SUPPORT_PLAN_STATE_UNDER_WAY
           || state == SUPPORT_PLAN_STATE_REVIEW || state == SUPPORT_PLAN_STATE_ENDING
           || state == SUPPORT_PLAN_STATE_PAUSING;
}

enum case_state
support_plan_case_state(enum support_plan_state state)
{
    switch (state) {
    case SUPPORT_PLAN_STATE_DRAFT:
        return CASE_STATE_PLAN_DRAFT;
    case SUPPORT_PLAN_STATE_LAID:
    case SUPPORT_PLAN_STATE_JUDGED:
        return CASE_STATE_BEFORE_MEETING;
    case SUPPORT_PLAN_STATE_DECIDED:
        return CASE_STATE_DECIDED;
    case SUPPORT_PLAN_STATE_UNDER_WAY:
        return CASE_STATE_UNDER_WAY;
    case SUPPORT_PLAN_STATE_REVIEW:
    case SUPPORT_PLAN_STATE_ENDING:
    case SUPPORT_PLAN_STATE_PAUSING:
        return CASE_STATE_REVIEW;
    case SUPPORT_PLAN_STATE_SUSPENDED:
        return CASE_STATE_SUSPENDED;
    case SUPPORT_PLAN_STATE_FOLLOW_UP:
    case SUPPORT_PLAN_STATE_CLOSED:
        return CASE_STATE_CLOSED;
    case SUPPORT_PLAN_STATE_WITHDRAWN:
        return CASE_STATE_ASSESSMENT;
    case SUPPORT_PLAN_STATE_CHANGED:
    case SUPPORT_PLAN_STATE_NONE:
        break;
    }
    return CASE_STATE_NONE;
}

/* What the plans call what they ask for. */
static const struct {
    const char *tag;
    enum support_demand demand;
} TAGS[] = {
    { "person_goal", SUPPORT_DEMAND_OWN_GOAL },
    { "set_interim_goal", SUPPORT_DEMAND_INTERIM_GOAL },
    { "make_support_and_issue_explicit", SUPPORT_DEMAND_EACH_ISSUE },
    { "make_dates_and_periods_explicit", SUPPORT_DEMAND_ITEM_DAYS },
};

static const uint32_t ALWAYS =
    SUPPORT_DEMAND(SUPPORT_DEMAND_OWN_GOAL) | SUPPORT_DEMAND(SUPPORT_DEMAND_POLICY)
    | SUPPORT_DEMAND(SUPPORT_DEMAND_CONTENTS) | SUPPORT_DEMAND(SUPPORT_DEMAND_ROLES)
    | SUPPORT_DEMAND(SUPPORT_DEMAND_MONITORING) | SUPPORT_DEMAND(SUPPORT_DEMAND_PERIOD)
    | SUPPORT_DEMAND(SUPPORT_DEMAND_ITEM_DAYS)
    | SUPPORT_DEMAND(SUPPORT_DEMAND_GOALS_RATED)
    | SUPPORT_DEMAND(SUPPORT_DEMAND_EVALUATION)
    | SUPPORT_DEMAND(SUPPORT_DEMAND_LEAD_AFTER)
    | SUPPORT_DEMAND(SUPPORT_DEMAND_FOLLOW_UP) | SUPPORT_DEMAND(SUPPORT_DEMAND_REASON);

static uint32_t
added(const struct profile_settings *s)
{
    uint32_t mask = 0;

    for (size_t i = 0; s && i < s->plan_demands.n; i++) {
        enum support_demand d;

        if (support_demand_read(s->plan_demands.v[i].demand, &d))
            mask |= SUPPORT_DEMAND(d);
    }
    return mask;
}

uint32_t
support_plan_demands(const struct profile *p, const struct settings *s)
{
    const struct plan_lifecycle *life = &p->plan_lifecycle;
    uint32_t mask = ALWAYS | added(s->own) | added(s->defaults);

    if (life->consent_needed)
        mask |= SUPPORT_DEMAND(SUPPORT_DEMAND_CONSENT);
    if (life->application_needed)
        mask |= SUPPORT_DEMAND(SUPPORT_DEMAND_APPLICATION);
    for (size_t i = 0; i < life->contents.n; i++)
        for (size_t t = 0; t < sizeof TAGS / sizeof *TAGS; t++)
            if (text_same(life->contents.v[i], TAGS[t].tag))
                mask |= SUPPORT_DEMAND(TAGS[t].demand);
    for (size_t i = 0; i < life->after_closing.n; i++)
        if (text_same(life->after_closing.v[i], "agencies_keep_watching"))
            mask |= SUPPORT_DEMAND(SUPPORT_DEMAND_WATCH);
    return mask;
}

size_t
support_plan_bare_issue(const struct support_plan_facts *f, size_t i)
{
    for (; i < f->n_issues; i++) {
        bool covered = f->issue_reason[i];

        for (size_t l = 0; l < f->n_lines && !covered; l++)
            covered = f->lines[l].issue == (int)i;
        if (!covered)
            return i;
    }
    return f->n_issues;
}

static bool
has_days(const struct support_plan_facts *f)
{
    for (size_t i = 0; i < f->n_lines; i++)
        if (!f->lines[i].has_from || !f->lines[i].has_end)
            return false;
    return true;
}

static bool
has_roles(const struct support_plan_facts *f)
{
    for (size_t i = 0; i < f->n_lines; i++)
        if (!f->lines[i].has_who)
            return false;
    return f->n_lines > 0;
}

static bool
holds(enum support_demand d, const struct support_plan_facts *f)
{
    switch (d) {
    case SUPPORT_DEMAND_OWN_GOAL:
        return f->own_goal || f->unheard;
    case SUPPORT_DEMAND_POLICY:
        return f->policy;
    case SUPPORT_DEMAND_CONTENTS:
        return f->n_lines > 0;
    case SUPPORT_DEMAND_ROLES:
        return has_roles(f);
    case SUPPORT_DEMAND_MONITORING:
        return f->monitoring;
    case SUPPORT_DEMAND_PERIOD:
        return f->period;
    case SUPPORT_DEMAND_ITEM_DAYS:
        return has_days(f);
    case SUPPORT_DEMAND_INTERIM_GOAL:
        return f->interim_goal;
    case SUPPORT_DEMAND_EACH_ISSUE:
        return support_plan_bare_issue(f, 0) == f->n_issues;
    case SUPPORT_DEMAND_INTAKE:
        return f->intake;
    case SUPPORT_DEMAND_APPLICATION:
        return f->application;
    case SUPPORT_DEMAND_CONSENT:
        return f->consent;
    case SUPPORT_DEMAND_AGREEMENT:
        return f->n_agreed >= f->n_parties;
    case SUPPORT_DEMAND_GOALS_RATED:
        return f->n_rated >= f->n_goals || f->closes_itself;
    case SUPPORT_DEMAND_EVALUATION:
        return f->evaluation || f->closes_itself;
    case SUPPORT_DEMAND_LEAD_AFTER:
        return f->lead_after || f->closes_itself;
    case SUPPORT_DEMAND_FOLLOW_UP:
        return f->follow_up || f->closes_itself;
    case SUPPORT_DEMAND_REASON:
        return f->reason;
    case SUPPORT_DEMAND_WATCH:
        return f->watch || f->closes_itself;
    case SUPPORT_DEMAND_NONE:
        break;
    }
    return true;
}

#define D(d) SUPPORT_DEMAND(SUPPORT_DEMAND_##d)

/* What a draft must hold before a meeting, and still when it is decided. */
static const uint32_t WHOLE = D(OWN_GOAL) | D(POLICY) | D(CONTENTS) | D(ROLES)
                              | D(MONITORING) | D(PERIOD) | D(ITEM_DAYS)
                              | D(INTERIM_GOAL) | D(EACH_ISSUE);

/* Which demands count for which move. */
static uint32_t
asked(enum support_plan_move move)
{
    switch (move) {
    case SUPPORT_PLAN_MOVE_LAY:
        return WHOLE | D(INTAKE);
    case SUPPORT_PLAN_MOVE_FIT:
        return D(AGREEMENT);
    case SUPPORT_PLAN_MOVE_APPROVE:
        return WHOLE | D(APPLICATION) | D(CONSENT);
    case SUPPORT_PLAN_MOVE_PROPOSE_END:
        return D(GOALS_RATED) | D(EVALUATION) | D(REASON);
    case SUPPORT_PLAN_MOVE_PROPOSE_PAUSE:
        return D(EVALUATION) | D(REASON);
    case SUPPORT_PLAN_MOVE_END:
    case SUPPORT_PLAN_MOVE_END_FOLLOWED:
        return D(GOALS_RATED) | D(EVALUATION) | D(LEAD_AFTER) | D(FOLLOW_UP) | D(REASON)
               | D(WATCH);
    case SUPPORT_PLAN_MOVE_PAUSE:
    case SUPPORT_PLAN_MOVE_RESUME:
    case SUPPORT_PLAN_MOVE_REOPEN:
    case SUPPORT_PLAN_MOVE_TAKE_BACK:
    case SUPPORT_PLAN_MOVE_SEND_BACK:
    case SUPPORT_PLAN_MOVE_MEND:
    case SUPPORT_PLAN_MOVE_STAY:
    case SUPPORT_PLAN_MOVE_WITHDRAW:
        return D(REASON);
    case SUPPORT_PLAN_MOVE_START:
    case SUPPORT_PLAN_MOVE_LOOK_AGAIN:
    case SUPPORT_PLAN_MOVE_KEEP_ON:
    case SUPPORT_PLAN_MOVE_REPLACE:
    case SUPPORT_PLAN_MOVE_FOLLOWED:
    case SUPPORT_PLAN_MOVE_NONE:
        break;
    }
    return 0;
}

uint32_t
support_plan_asked(enum support_plan_move move,
                   enum support_plan_kind kind,
                   uint32_t demands)
{
    const uint32_t mask = asked(move) & demands;

    return kind == SUPPORT_PLAN_KIND_OUTREACH ? mask & ~(D(APPLICATION) | D(CONSENT))
                                              : mask;
}

uint32_t
support_plan_lacks(enum support_plan_move move,
                   enum support_plan_kind kind,
                   uint32_t demands,
                   const struct support_plan_facts *f)
{
    const uint32_t mask = support_plan_asked(move, kind, demands);
    uint32_t lacks = 0;

    for (int d = 1; d < SUPPORT_DEMAND_N; d++)
        if (mask & SUPPORT_DEMAND(d) && !holds((enum support_demand)d, f))
            lacks |= SUPPORT_DEMAND(d);
    return lacks;
}

bool
support_way_allowed(enum support_plan_move move,
                    enum support_plan_kind kind,
                    enum support_way way,
                    bool consent)
{
    const bool ends = move == SUPPORT_PLAN_MOVE_END
                      || move == SUPPORT_PLAN_MOVE_END_FOLLOWED
                      || move == SUPPORT_PLAN_MOVE_PAUSE;

    if (way == SUPPORT_WAY_NONE)
        return false;
    if (consent)
        return way == SUPPORT_WAY_MULTILAYER;
    if (ends)
        return way != SUPPORT_WAY_MULTILAYER;
    return kind == SUPPORT_PLAN_KIND_OUTREACH ? way == SUPPORT_WAY_CONFERENCE
                                              : way == SUPPORT_WAY_MULTILAYER;
}

bool
support_closes_itself(const char *closing_reason)
{
    return text_same(closing_reason, "05") || text_same(closing_reason, "06")
           || text_same(closing_reason, "08");
}

bool
support_outcome_allowed(enum support_review_kind kind, enum support_outcome outcome)
{
    return outcome != SUPPORT_OUTCOME_NONE
           && (outcome != SUPPORT_OUTCOME_PAUSE
               || kind == SUPPORT_REVIEW_KIND_EVALUATION);
}

int
support_days(int from, int until, int suspended)
{
    const int days = until - from + 1 - suspended;

    return days > 0 ? days : 0;
}

int
support_progress(size_t done, size_t all)
{
    return all ? (int)(done * 100 / all) : 0;
}

const char *
support_plan_moment(enum support_plan_state state, int64_t edition)
{
    if (state == SUPPORT_PLAN_STATE_LAID)
        return edition > 1 ? "plan_change" : "plan_creation";
    if (state == SUPPORT_PLAN_STATE_ENDING)
        return "closing_decision";
    return state == SUPPORT_PLAN_STATE_PAUSING ? "suspension_decision" : NULL;
}

const char *
support_plan_type(enum support_plan_kind kind)
{
    switch (kind) {
    case SUPPORT_PLAN_KIND_MULTI_AGENCY:
        return "multi_agency_plan";
    case SUPPORT_PLAN_KIND_OUTREACH:
        return "outreach_plan";
    case SUPPORT_PLAN_KIND_PARTICIPATION:
        return "participation_plan";
    case SUPPORT_PLAN_KIND_NONE:
        break;
    }
    return "";
}
