/*
 * The life of a case: which move may follow which state, what a decision about its course
 * leads to, and when it may be closed. Not who may see or do it: that is policy.
 */
#ifndef KASANE_DOMAIN_CASE_RULE_H
#define KASANE_DOMAIN_CASE_RULE_H

#include "gen/enums.h"

#include <stdbool.h>
#include <stddef.h>

enum case_move {
    CASE_RECEIVE,  /* somebody who was only heard of consults, or an agency does */
    CASE_TRIAGE,   /* its course is to be decided, or decided anew */
    CASE_HAND_ON,  /* another agency takes it */
    CASE_SEEK,     /* consent is sought, or a 支援会議 considers it */
    CASE_CONTINUE, /* the desk goes on by itself or with the network */
    CASE_REACH,    /* outreach */
    CASE_ASSESS,
    CASE_DRAFT,
    CASE_LAY, /* before the meeting */
    CASE_DECIDE,
    CASE_BEGIN,
    CASE_REVIEW,
    CASE_GO_ON, /* reviewed and unchanged */
    CASE_SUSPEND,
    CASE_CLOSE,
    CASE_REOPEN,
    CASE_MOVE_N
};

/*
 * Returns the state after the move, or CASE_STATE_NONE when it may not be made now.
 * Source: domain research 3.2; design section 6.
 */
enum case_state case_after(enum case_state state, enum case_move move);

/* Returns the move that a decided course makes. Source: domain research 2.12 C17. */
enum case_move case_move_of(enum triage_way way);

/*
 * Says whether the way is open for somebody who said no or cannot be asked: going on,
 * reaching out, 支援会議, advice without a name, what the law orders; and ending it. Source:
 * R-103 as practice rule 16 reads it.
 */
bool triage_without_consent(enum triage_way way);

/* Says whether the way ends the case by itself. Source: C17 (1 and 5). */
bool triage_ends(enum triage_way way);

/* Says whether the way needs a desk that takes over, or the case is nowhere. */
bool triage_needs_target(enum triage_way way);

/* What a case looks like to whoever wants to close it. */
struct closing {
    enum triage_way way; /* the last decision; NONE: none yet */
    bool target;         /* a desk has confirmed that it took the case */
    size_t waiting;      /* hand-overs that nobody has confirmed */
    size_t issues;       /* open issues of its people */
    bool by_fate;        /* death, moving away, the person's own will */
};

enum close_verdict {
    CLOSE_YES,
    CLOSE_UNDECIDED, /* no course was decided */
    CLOSE_TARGET,    /* redirected, and nobody has confirmed */
    CLOSE_WAITING,   /* a hand-over is still under way */
    CLOSE_ISSUES     /* somebody with an open issue would have no desk */
};

/* Says whether a case may be closed. Source; practice rule 3. */
enum close_verdict case_may_close(const struct closing *s);

#endif
