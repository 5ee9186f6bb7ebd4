#include "case_rule.h"

#define AT(s) (1U << CASE_STATE_##s)

enum {
    EARLY = AT(HEARD_OF) | AT(RECEIVED) | AT(TRIAGE),
    COURSE = AT(HANDED_ON) | AT(SEEKING_CONSENT) | AT(CONTINUING) | AT(OUTREACH)
};

/* From where each move may be made, and where it leads. Source: domain research 3.2. */
static const struct {
    unsigned from;
    enum case_state to;
} MOVES[CASE_MOVE_N] = {
    [CASE_RECEIVE] = { AT(HEARD_OF), CASE_STATE_RECEIVED },
    [CASE_TRIAGE] = { AT(HEARD_OF) | AT(RECEIVED) | COURSE, CASE_STATE_TRIAGE },
    [CASE_HAND_ON] = { EARLY | COURSE, CASE_STATE_HANDED_ON },
    [CASE_SEEK] = { EARLY | COURSE, CASE_STATE_SEEKING_CONSENT },
    [CASE_CONTINUE] = { EARLY | COURSE, CASE_STATE_CONTINUING },
    [CASE_REACH] = { EARLY | COURSE, CASE_STATE_OUTREACH },
    [CASE_ASSESS] = { COURSE | AT(SUSPENDED) | AT(REVIEW), CASE_STATE_ASSESSMENT },
    [CASE_DRAFT] = { AT(ASSESSMENT) | AT(OUTREACH) | AT(BEFORE_MEETING) | AT(DECIDED)
                         | AT(REVIEW),
                     CASE_STATE_PLAN_DRAFT },
    [CASE_LAY] = { AT(PLAN_DRAFT), CASE_STATE_BEFORE_MEETING },
    [CASE_DECIDE] = { AT(BEFORE_MEETING), CASE_STATE_DECIDED },
    [CASE_BEGIN] = { AT(DECIDED), CASE_STATE_UNDER_WAY },
    [CASE_REVIEW] = { AT(UNDER_WAY), CASE_STATE_REVIEW },
    [CASE_GO_ON] = { AT(REVIEW), CASE_STATE_UNDER_WAY },
    [CASE_SUSPEND] = { AT(SEEKING_CONSENT) | AT(OUTREACH) | AT(ASSESSMENT)
                           | AT(UNDER_WAY) | AT(REVIEW),
                       CASE_STATE_SUSPENDED },
    [CASE_CLOSE] = { AT(TRIAGE) | COURSE | AT(ASSESSMENT) | AT(REVIEW) | AT(SUSPENDED),
                     CASE_STATE_CLOSED },
    [CASE_REOPEN] = { AT(CLOSED), CASE_STATE_TRIAGE },
};

enum case_state
case_after(enum case_state state, enum case_move move)
{
    return MOVES[move].from >> state & 1 ? MOVES[move].to : CASE_STATE_NONE;
}

enum case_move
case_move_of(enum triage_way way)
{
    switch (way) {
    case TRIAGE_WAY_ONE_AGENCY:
    case TRIAGE_WAY_MULTI_AGENCY:
    case TRIAGE_WAY_REDIRECT:
        return CASE_TRIAGE; /* handed on only when the receiver has confirmed */
    case TRIAGE_WAY_OUTREACH:
        return CASE_REACH;
    case TRIAGE_WAY_SEEK_CONSENT:
    case TRIAGE_WAY_CONFERENCE:
        return CASE_SEEK;
    case TRIAGE_WAY_INFORMATION:
    case TRIAGE_WAY_DROPPED:
        return CASE_CLOSE;
    case TRIAGE_WAY_NONE:
    case TRIAGE_WAY_KEEP:
    case TRIAGE_WAY_NETWORK:
    case TRIAGE_WAY_EMERGENCY:
    case TRIAGE_WAY_ADVICE:
        return CASE_CONTINUE;
    }
    return CASE_CONTINUE;
}

bool
triage_without_consent(enum triage_way way)
{
    switch (way) {
    case TRIAGE_WAY_KEEP:
    case TRIAGE_WAY_ADVICE:
    case TRIAGE_WAY_OUTREACH:
    case TRIAGE_WAY_EMERGENCY:
    case TRIAGE_WAY_SEEK_CONSENT:
    case TRIAGE_WAY_CONFERENCE:
    case TRIAGE_WAY_INFORMATION:
    case TRIAGE_WAY_DROPPED:
        return true;
    case TRIAGE_WAY_NONE:
    case TRIAGE_WAY_NETWORK:
    case TRIAGE_WAY_ONE_AGENCY:
    case TRIAGE_WAY_MULTI_AGENCY:
    case TRIAGE_WAY_REDIRECT:
        return false;
    }
    return false;
}

bool
triage_ends(enum triage_way way)
{
    return case_move_of(way) == CASE_CLOSE;
}

bool
triage_needs_target(enum triage_way way)
{
    return way == TRIAGE_WAY_ONE_AGENCY || way == TRIAGE_WAY_MULTI_AGENCY
           || way == TRIAGE_WAY_REDIRECT;
}

enum close_verdict
case_may_close(const struct closing *s)
{
    if (s->way == TRIAGE_WAY_NONE)
        return CLOSE_UNDECIDED;
    if (s->waiting)
        return CLOSE_WAITING;
    if (triage_needs_target(s->way) && !s->target && !s->by_fate)
        return CLOSE_TARGET;
    if (s->issues && !s->by_fate)
        return CLOSE_ISSUES;
    return CLOSE_YES;
}
