/*
 * What a decision about disclosure depends on, reduced to classes that matter to a rule. The
 * store loads raw states (dates, rows, lists) and folds them as written here; the whole
 * product of these classes is compared with an oracle. Not for work rules (domain/).
 *
 * A struct of zeros is the most closed state: what is forgotten opens nothing.
 */
#ifndef KASANE_POLICY_FACTS_H
#define KASANE_POLICY_FACTS_H

#include "gen/enums.h"

#include <stdint.h>

/*
 * The acting post. ENDED: the account or the post is stopped, ended or transferred, the
 * contract or term is over (its last day has passed in Japan), or it has not begun.
 */
enum standing { STANDING_ENDED, STANDING_ACTIVE };

/*
 * Whose record it is. SELF: this very post wrote or brought it; also what the post is about
 * to write. DESK: the viewer's desk recorded it (a section of the city, an office of a
 * contractor: "own agency" is the desk, as inside the city too a purpose is needed). For
 * commissioned work records stay with the desk, not with its staff.
 */
enum own { OWN_NONE, OWN_DESK, OWN_SELF };

/*
 * The desk's part in the case. LEAD: it is 主担当. TEAM: it has a current role, or is a
 * resident whom the consent names. PAST: it had one and sharing has ended.
 */
enum part { PART_NONE, PART_PAST, PART_TEAM, PART_LEAD };

/*
 * A hand-over to the viewer's desk. WAITING: requested, on hold before acceptance. HELD:
 * accepted, in progress, on hold after it, completed with the case still open. NONE: none,
 * draft, rejected, cancelled, failed, revoked, or the basis does not fit giver and receiver
 * (facts_giving()).
 */
enum handed { HANDED_NONE, HANDED_WAITING, HANDED_HELD };

/*
 * The sitting in which this item is tabled. ATTENDS: open now, the viewer attends this item,
 * secrecy confirmed (pledge, told at the table, signed list), ground of the meeting
 * confirmed. BY_CONSENT: the same for a meeting that rests on consent (重層的支援会議).
 * NAMELESS: the same, where the profile hides names or the ground is not confirmed.
 * UNSWORN: invited, secrecy not confirmed. OFFICE: the viewer's post is the secretariat or
 * its successor, also after the sitting. NONE: all else: not invited, another item, another
 * room, not open yet, closed.
 */
enum sitting {
    SITTING_NONE,
    SITTING_UNSWORN,
    SITTING_NAMELESS,
    SITTING_BY_CONSENT,
    SITTING_ATTENDS,
    SITTING_OFFICE
};

/* HELD: the viewer's post or desk holds a role that a statutory meeting gave, not ended. */
enum decided { DECIDED_NONE, DECIDED_HELD };

/*
 * Emergencies. DUTY: the post is on duty and nothing is opened. LOOKUP: a look-up with typed
 * reason hit this person. GLASS: this one case is opened with typed reason and fresh factor.
 * Both fall back to DUTY or NONE when the time box ends; an unreviewed use does not block.
 */
enum emergency { EMERGENCY_NONE, EMERGENCY_DUTY, EMERGENCY_LOOKUP, EMERGENCY_GLASS };

/*
 * Protected whereabouts (DV 等支援措置) of this person. SHUT: in force, asked for and not
 * decided, or lifted by one of two only, and the viewer is not on the list. LISTED: on it.
 */
enum protect { PROTECT_SHUT, PROTECT_NONE, PROTECT_LISTED };

/* SHUT: it was a report of abuse, or the informant asked for it. */
enum informant { INFORMANT_SHUT, INFORMANT_OPEN };

/*
 * What stands between viewer and case. CONFLICT (relative, landlord, helper of the other
 * side) before OTHER_SIDE (the viewer serves the other side of a split household) before
 * SEALED (hidden household or discreet intake, and the viewer is neither named nor the
 * deputy in absence).
 */
enum barrier { BARRIER_SEALED, BARRIER_OTHER_SIDE, BARRIER_CONFLICT, BARRIER_NONE };

/*
 * On what footing something is given (acts refer and table; NONE otherwise). For a hand-over
 * facts_giving() folds basis, giver and receiver. For a meeting: BY_CONSENT for one that
 * rests on consent, NAMELESS where names are hidden or its ground is not confirmed, LAWFUL
 * for a statutory meeting with its ground confirmed.
 */
enum giving { GIVING_NONE, GIVING_BY_CONSENT, GIVING_NAMELESS, GIVING_LAWFUL };

/*
 * The viewer's part in a draft for approval. APPROVER: the next approver by rank, 代決 or the
 * list of deputies. DRAFTER: drafted or redrafted it; wins over APPROVER.
 */
enum paper { PAPER_DRAFTER, PAPER_NONE, PAPER_APPROVER };

/*
 * CENTER: the viewer's desk is a こども家庭センター by the municipality's profile, and the post
 * shares in what its desk reaches. Whether the case exists for it is another matter.
 */
enum childcare { CHILDCARE_OUTSIDE, CHILDCARE_CENTER };

struct facts {
    enum post_role role;
    enum standing standing;
    enum own own;
    enum part part;
    enum handed handed;
    enum sitting sitting;
    enum decided decided;
    enum emergency emergency;
    enum protect protect;
    enum informant informant;
    enum barrier barrier;
    enum giving giving;
    enum paper paper;
    enum childcare childcare;
    /*
     * Sets of classes (ITEM_BIT). A class is open or shut by its own bit alone; the test
     * proves that no bit leaks into another class but existence.
     *
     * consent: covered now by valid consent of this very person, naming the recipients of the
     * act (the viewer's agency; the receiver; the meeting's attendees; participating
     * residents). Empty when not asked, refused, withdrawn, expired, not begun, given by
     * somebody without power. A consent counts only if it covers existence and identity.
     */
    uint32_t consent;
    uint32_t
        sent; /* the set frozen when the hand-over was sent; empty when handed is NONE */
    uint32_t law; /* what another law names, with approver and end; empty when ended */
    /* By act: the classes that the municipality's profile leaves; NULL: all. No state of the
     * case: it only takes away what the rest has decided. */
    const uint32_t *keep;
};

#endif
