/*
 * The oracle: who may ever do what (one line for each role and class), then what permits, then
 * what prohibits, each as a sentence about one question. Numbers in brackets are the rules of
 * practice; the law stands beside them. Nothing here looks at more than one class.
 */
#include "oracle.h"

#include <stdbool.h>
#include <stddef.h>

struct question {
    enum policy_act act;
    enum item_class item;
    const struct facts *f;
};

/* ---- who may ever: the acts of each role on each class -------------------------------- */

enum {
    K = 1 << ACT_KNOW,
    L = 1 << ACT_LIST,
    V = 1 << ACT_VIEW,
    W = 1 << ACT_WRITE,
    X = 1 << ACT_EXPORT,
    P = 1 << ACT_PRINT,
    R = 1 << ACT_REFER,
    C = 1 << ACT_RECEIVE,
    T = 1 << ACT_TABLE,
    D = 1 << ACT_DECIDE,
    M = 1 << ACT_MANAGE,
    A = 1 << ACT_AUDIT,
    G = 1 << ACT_BREAK_GLASS,
    DESK = V | W | P | R | C | T, /* the daily work at a desk */
    LEADING = DESK | X,           /* and figures for the section */
    HEAD = LEADING | D            /* and stamps */
};

static const int MAY_EVER[][ITEM_N] = {
    [POST_ROLE_DESK_WORKER] = { [ITEM_EXISTENCE] = DESK | K | L | G,
                                [ITEM_IDENTITY] = DESK | L | G,
                                [ITEM_CONTACT] = DESK | G,
                                [ITEM_WHEREABOUTS] = DESK,
                                [ITEM_INFORMANT] = DESK,
                                [ITEM_COORDINATION] = DESK | L | G,
                                [ITEM_SAFETY] = DESK | G,
                                [ITEM_WELFARE] = DESK | G,
                                [ITEM_HEALTH] = DESK | G,
                                [ITEM_ABUSE] = DESK | G,
                                [ITEM_MONEY] = DESK,
                                [ITEM_TAX] = DESK,
                                [ITEM_OPINION] = DESK,
                                [ITEM_MEETING] = DESK },
    [POST_ROLE_COORDINATOR] = { [ITEM_EXISTENCE] = LEADING | K | L | G,
                                [ITEM_IDENTITY] = LEADING | L | G,
                                [ITEM_CONTACT] = LEADING | G,
                                [ITEM_WHEREABOUTS] = LEADING,
                                [ITEM_INFORMANT] = LEADING,
                                [ITEM_COORDINATION] = LEADING | L | G,
                                [ITEM_SAFETY] = LEADING | G,
                                [ITEM_WELFARE] = LEADING | G,
                                [ITEM_HEALTH] = LEADING | G,
                                [ITEM_ABUSE] = LEADING | G,
                                [ITEM_MONEY] = LEADING,
                                [ITEM_TAX] = LEADING,
                                [ITEM_OPINION] = LEADING,
                                [ITEM_MEETING] = LEADING },
    /* out in the district: no protected homes, informants, tax facts, meeting papers */
    [POST_ROLE_PROMOTER] = { [ITEM_EXISTENCE] = DESK | K | L | G,
                             [ITEM_IDENTITY] = DESK | L | G,
                             [ITEM_CONTACT] = DESK | G,
                             [ITEM_COORDINATION] = DESK | L | G,
                             [ITEM_SAFETY] = DESK | G,
                             [ITEM_WELFARE] = DESK | G,
                             [ITEM_HEALTH] = DESK | G,
                             [ITEM_ABUSE] = DESK | G,
                             [ITEM_MONEY] = DESK,
                             [ITEM_OPINION] = DESK },
    [POST_ROLE_CONTRACTOR] = { [ITEM_EXISTENCE] = DESK | K | L | G,
                               [ITEM_IDENTITY] = DESK | L | G,
                               [ITEM_CONTACT] = DESK | G,
                               [ITEM_WHEREABOUTS] = DESK,
                               [ITEM_INFORMANT] = DESK,
                               [ITEM_COORDINATION] = DESK | L | G,
                               [ITEM_SAFETY] = DESK | G,
                               [ITEM_WELFARE] = DESK | G,
                               [ITEM_HEALTH] = DESK | G,
                               [ITEM_ABUSE] = DESK | G,
                               [ITEM_MONEY] = DESK,
                               [ITEM_TAX] = DESK,
                               [ITEM_OPINION] = DESK,
                               [ITEM_MEETING] = DESK },
    [POST_ROLE_HEAD] = { [ITEM_EXISTENCE] = HEAD | K | L | G,
                         [ITEM_IDENTITY] = HEAD | L | G,
                         [ITEM_CONTACT] = HEAD | G,
                         [ITEM_WHEREABOUTS] = HEAD,
                         [ITEM_INFORMANT] = HEAD,
                         [ITEM_COORDINATION] = HEAD | L | G,
                         [ITEM_SAFETY] = HEAD | G,
                         [ITEM_WELFARE] = HEAD | G,
                         [ITEM_HEALTH] = HEAD | G,
                         [ITEM_ABUSE] = HEAD | G,
                         [ITEM_MONEY] = HEAD,
                         [ITEM_TAX] = HEAD,
                         [ITEM_OPINION] = HEAD,
                         [ITEM_MEETING] = HEAD },
    /* reads at the sitting and does the role that it gave; what they add is their own */
    [POST_ROLE_MEETING_MEMBER] = { [ITEM_EXISTENCE] = K | L | V | W,
                                   [ITEM_IDENTITY] = V | W,
                                   [ITEM_CONTACT] = V | W,
                                   [ITEM_COORDINATION] = L | V | W,
                                   [ITEM_SAFETY] = V | W,
                                   [ITEM_WELFARE] = V | W,
                                   [ITEM_HEALTH] = V | W,
                                   [ITEM_ABUSE] = V | W,
                                   [ITEM_MONEY] = V | W,
                                   [ITEM_TAX] = V,
                                   [ITEM_OPINION] = V | W,
                                   [ITEM_MEETING] = V },
    /* numbers only */
    [POST_ROLE_COMMITTEE_MEMBER] = { 0 },
    [POST_ROLE_RESIDENT_PARTNER] = { [ITEM_EXISTENCE] = K | L | V | W | R,
                                     [ITEM_IDENTITY] = L | V | W | R,
                                     [ITEM_CONTACT] = V | W | R,
                                     [ITEM_COORDINATION] = L | V,
                                     [ITEM_SAFETY] = V | W | R,
                                     [ITEM_WELFARE] = V | W | R },
    [POST_ROLE_COMMISSIONER] = { [ITEM_EXISTENCE] = K | L | V | W | R,
                                 [ITEM_IDENTITY] = L | V | W | R,
                                 [ITEM_CONTACT] = V | W | R,
                                 [ITEM_COORDINATION] = L | V,
                                 [ITEM_SAFETY] = V | W | R,
                                 [ITEM_WELFARE] = V | W | R,
                                 [ITEM_HEALTH] = V,
                                 [ITEM_ABUSE] = V,
                                 [ITEM_OPINION] = V,
                                 [ITEM_MEETING] = V },
    [POST_ROLE_PRIVACY_OFFICER] = { [ITEM_LEDGER] = A | X },
    [POST_ROLE_ADMIN] = { [ITEM_SETTING] = M },
    [POST_ROLE_AUDITOR] = { [ITEM_LEDGER] = A },
};

static bool
may_ever(const struct question *q)
{
    return (MAY_EVER[q->f->role][q->item] & (1 << q->act)) != 0;
}

/* ---- words used below ----------------------------------------------------------------- */

static bool
about_a_person(const struct question *q)
{
    return q->item != ITEM_SETTING && q->item != ITEM_LEDGER;
}

static bool
leaves_the_screen(const struct question *q)
{
    return q->act == ACT_EXPORT || q->act == ACT_PRINT || q->act == ACT_REFER
           || q->act == ACT_TABLE;
}

static bool
gives_to_others(const struct question *q)
{
    return q->act == ACT_REFER || q->act == ACT_TABLE;
}

static bool
asks_existence(const struct question *q)
{
    return q->item == ITEM_EXISTENCE;
}

/* What a line in a list consists of. */
static bool
asks_line(const struct question *q)
{
    return q->item == ITEM_EXISTENCE || q->item == ITEM_IDENTITY
           || q->item == ITEM_COORDINATION;
}

static bool
learns(const struct question *q)
{
    return q->act == ACT_KNOW && asks_existence(q);
}

static bool
in_set(uint32_t set, enum item_class item)
{
    return (set >> item) & 1;
}

/* ---- what permits --------------------------------------------------------------------- */

/* Table of grounds, own duty: its own items, while the post is active; (14) 民生委員 and
 * residents what they themselves bring. A member of a meeting has no desk here. */
static bool
own_duty(const struct question *q)
{
    bool theirs = q->f->own == OWN_SELF;

    if (q->f->own == OWN_DESK)
        theirs = q->f->role != POST_ROLE_COMMISSIONER
                 && q->f->role != POST_ROLE_RESIDENT_PARTNER
                 && q->f->role != POST_ROLE_MEETING_MEMBER;
    if (!theirs)
        return false;
    switch (q->act) {
    case ACT_KNOW:
        return asks_existence(q);
    case ACT_LIST:
        return asks_line(q);
    case ACT_VIEW:
    case ACT_WRITE:
    case ACT_EXPORT:
    case ACT_PRINT:
    case ACT_REFER:
    case ACT_TABLE:
    case ACT_DECIDE:
        return about_a_person(q);
    case ACT_NONE:
    case ACT_RECEIVE:
    case ACT_MANAGE:
    case ACT_AUDIT:
    case ACT_BREAK_GLASS:
    case ACT_N:
        break;
    }
    return false;
}

/* (5) The lead sees coordination: the household, names of issues, roles, dates, and how to
 * reach people safely; another agency's records need their own ground. */
static bool
lead(const struct question *q)
{
    if (q->f->part != PART_LEAD)
        return false;
    if (q->act == ACT_RECEIVE || q->act == ACT_MANAGE || q->act == ACT_AUDIT
        || q->act == ACT_BREAK_GLASS)
        return false;
    if (q->act == ACT_KNOW)
        return asks_existence(q);
    if (asks_line(q))
        return true;
    return q->act != ACT_LIST && (q->item == ITEM_CONTACT || q->item == ITEM_SAFETY);
}

/* 個情法69条2項1号: what the person agreed to, for those on the case team, to read, print and
 * pass on within the same consent. */
static bool
persons_consent(const struct question *q)
{
    if (q->f->consent == 0 || q->f->part == PART_NONE || q->f->part == PART_PAST)
        return false;
    if (learns(q))
        return true;
    if (!about_a_person(q) || !in_set(q->f->consent, q->item))
        return false;
    return (q->act == ACT_LIST && asks_line(q)) || q->act == ACT_VIEW
           || q->act == ACT_PRINT || gives_to_others(q);
}

/* (1) A hand-over opens the set frozen when it was sent; once taken, also on paper and with
 * its name in the list. */
static bool
taken_referral(const struct question *q)
{
    if (q->f->handed != HANDED_HELD)
        return false;
    if (asks_existence(q)
        && (q->act == ACT_KNOW || q->act == ACT_LIST || q->act == ACT_VIEW
            || q->act == ACT_RECEIVE))
        return true;
    if (!about_a_person(q) || !in_set(q->f->sent, q->item))
        return false;
    if (q->act == ACT_LIST)
        return asks_line(q);
    return q->act == ACT_VIEW || q->act == ACT_PRINT || q->act == ACT_RECEIVE;
}

/* Before it is opened its line carries no name; it can be read, to take it or return it. */
static bool
waiting_referral(const struct question *q)
{
    if (q->f->handed != HANDED_WAITING)
        return false;
    if (q->act == ACT_VIEW || q->act == ACT_RECEIVE)
        return asks_existence(q) || (about_a_person(q) && in_set(q->f->sent, q->item));
    return asks_existence(q) && (q->act == ACT_KNOW || q->act == ACT_LIST);
}

/* Another law, named with approver and end, opens what it names. */
static bool
other_law(const struct question *q)
{
    if (q->f->law == 0)
        return false;
    if (asks_existence(q) && (q->act == ACT_KNOW || q->act == ACT_VIEW))
        return true;
    return about_a_person(q) && in_set(q->f->law, q->item)
           && (q->act == ACT_VIEW || q->act == ACT_PRINT || q->act == ACT_REFER);
}

/* (6, 11) Those on a protected person's list may know, and keep up, where the person is. */
static bool
on_the_list(const struct question *q)
{
    if (q->f->protect != PROTECT_LISTED)
        return false;
    if (q->act == ACT_KNOW)
        return asks_existence(q);
    return (q->act == ACT_VIEW || q->act == ACT_WRITE)
           && (q->item == ITEM_EXISTENCE || q->item == ITEM_IDENTITY
               || q->item == ITEM_CONTACT || q->item == ITEM_WHEREABOUTS);
}

/* What is laid on the table of a meeting: everything but how to find the person and who told. */
static bool
can_be_tabled(const struct question *q)
{
    return about_a_person(q) && q->item != ITEM_CONTACT && q->item != ITEM_WHEREABOUTS
           && q->item != ITEM_INFORMANT;
}

/* 重層的支援会議: with consent, as far as it goes; R-107 closes its minutes to others. */
static bool
consent_meeting(const struct question *q)
{
    if (q->f->sitting != SITTING_BY_CONSENT || q->f->consent == 0)
        return false;
    if (learns(q))
        return true;
    if (q->act != ACT_VIEW)
        return false;
    return asks_existence(q) || q->item == ITEM_MEETING
           || (can_be_tabled(q) && in_set(q->f->consent, q->item));
}

/* 106条の6 and its like (12): the papers, to read, who attends this item, secrecy told. */
static bool
statutory_meeting(const struct question *q)
{
    if (q->f->sitting != SITTING_ATTENDS)
        return false;
    return learns(q) || (q->act == ACT_VIEW && can_be_tabled(q));
}

/* (13) Anonymised, or a meeting whose ground is not confirmed: its papers, which carry no
 * name, and nothing that leads to a case. */
static bool
nameless_meeting(const struct question *q)
{
    return q->f->sitting == SITTING_NAMELESS && q->act == ACT_VIEW
           && q->item == ITEM_MEETING;
}

/* (2) Minutes and papers belong to the secretariat; its lists show no name. */
static bool
meeting_office(const struct question *q)
{
    if (q->f->sitting != SITTING_OFFICE)
        return false;
    switch (q->act) {
    case ACT_KNOW:
    case ACT_LIST:
        return asks_existence(q);
    case ACT_VIEW:
    case ACT_WRITE:
        return asks_line(q) || q->item == ITEM_MEETING;
    case ACT_EXPORT:
    case ACT_PRINT:
    case ACT_TABLE:
        return asks_existence(q) || q->item == ITEM_MEETING;
    case ACT_NONE:
    case ACT_REFER:
    case ACT_RECEIVE:
    case ACT_DECIDE:
    case ACT_MANAGE:
    case ACT_AUDIT:
    case ACT_BREAK_GLASS:
    case ACT_N:
        break;
    }
    return false;
}

/* (2) Those with a role from the decision: who, how to reach, what to mind, what was decided;
 * in lists never the name. */
static bool
decided_role(const struct question *q)
{
    if (q->f->decided != DECIDED_HELD)
        return false;
    if (q->act == ACT_LIST)
        return asks_existence(q) || q->item == ITEM_COORDINATION;
    if (q->act == ACT_VIEW)
        return asks_line(q) || q->item == ITEM_CONTACT || q->item == ITEM_SAFETY
               || q->item == ITEM_MEETING;
    return learns(q);
}

/* (18, 19) The approver reads the draft as the meeting would, without tax facts. */
static bool
approver(const struct question *q)
{
    if (q->f->paper != PAPER_APPROVER)
        return false;
    if (learns(q))
        return true;
    return (q->act == ACT_VIEW || q->act == ACT_DECIDE) && can_be_tabled(q)
           && q->item != ITEM_TAX;
}

/* (6) A hit opens who is responsible, dangers, call order; notes and a hand-over go with it. */
static bool
emergency_look_up(const struct question *q)
{
    if (q->f->emergency != EMERGENCY_LOOKUP && q->f->emergency != EMERGENCY_GLASS)
        return false;
    if (learns(q))
        return true;
    return (q->act == ACT_VIEW || q->act == ACT_WRITE || q->act == ACT_REFER)
           && (asks_existence(q) || q->item == ITEM_SAFETY);
}

/* What saves a life; never the protected home, the informant, money, tax, views, meetings. */
static bool
saves_a_life(const struct question *q)
{
    switch (q->item) {
    case ITEM_EXISTENCE:
    case ITEM_IDENTITY:
    case ITEM_CONTACT:
    case ITEM_COORDINATION:
    case ITEM_SAFETY:
    case ITEM_WELFARE:
    case ITEM_HEALTH:
    case ITEM_ABUSE:
        return true;
    case ITEM_NONE:
    case ITEM_WHEREABOUTS:
    case ITEM_INFORMANT:
    case ITEM_MONEY:
    case ITEM_TAX:
    case ITEM_OPINION:
    case ITEM_MEETING:
    case ITEM_SETTING:
    case ITEM_LEDGER:
    case ITEM_N:
        break;
    }
    return false;
}

static bool
broken_glass(const struct question *q)
{
    return q->f->emergency == EMERGENCY_GLASS && q->act == ACT_VIEW && saves_a_life(q);
}

static bool
on_duty(const struct question *q)
{
    return q->f->emergency != EMERGENCY_NONE && q->act == ACT_BREAK_GLASS
           && saves_a_life(q);
}

/* (10) One line: sharing ended, your own records remain, whom to ask. */
static bool
ended_sharing(const struct question *q)
{
    return q->f->part == PART_PAST && asks_existence(q)
           && (q->act == ACT_KNOW || q->act == ACT_LIST || q->act == ACT_VIEW);
}

static bool
watches_the_ledger(const struct question *q)
{
    return (q->f->role == POST_ROLE_AUDITOR || q->f->role == POST_ROLE_PRIVACY_OFFICER)
           && q->item == ITEM_LEDGER && (q->act == ACT_AUDIT || q->act == ACT_EXPORT);
}

static bool
runs_the_system(const struct question *q)
{
    return q->f->role == POST_ROLE_ADMIN && q->item == ITEM_SETTING
           && q->act == ACT_MANAGE;
}

static const struct {
    enum ground ground;
    bool (*permits)(const struct question *q);
} PERMISSIONS[] = {
    { GROUND_OWN, own_duty },
    { GROUND_LEAD, lead },
    { GROUND_CONSENT, persons_consent },
    { GROUND_HELD, taken_referral },
    { GROUND_SENT, waiting_referral },
    { GROUND_LAW, other_law },
    { GROUND_LISTED, on_the_list },
    { GROUND_MULTILAYER, consent_meeting },
    { GROUND_SITTING, statutory_meeting },
    { GROUND_NAMELESS, nameless_meeting },
    { GROUND_SECRETARIAT, meeting_office },
    { GROUND_DECIDED, decided_role },
    { GROUND_APPROVAL, approver },
    { GROUND_LOOKUP, emergency_look_up },
    { GROUND_GLASS, broken_glass },
    { GROUND_DUTY, on_duty },
    { GROUND_PAST, ended_sharing },
    { GROUND_OVERSIGHT, watches_the_ledger },
    { GROUND_OFFICE, runs_the_system },
};

/* ---- what prohibits ------------------------------------------------------------------- */

/* April transfers; (4) the contract's last day; R-117. */
static bool
no_longer_in_office(const struct question *q)
{
    return q->f->standing != STANDING_ACTIVE;
}

/* Relative, helper of the other side: nothing at all, in any office. */
static bool
conflict_of_interest(const struct question *q)
{
    return q->f->barrier == BARRIER_CONFLICT;
}

static bool
serves_the_other_side(const struct question *q)
{
    return q->f->barrier == BARRIER_OTHER_SIDE && about_a_person(q);
}

/* (11) Only named staff; (6) but an emergency learns whom to call and what to mind. */
static bool
hidden_household(const struct question *q)
{
    bool urgent =
        q->f->emergency == EMERGENCY_LOOKUP || q->f->emergency == EMERGENCY_GLASS;

    if (q->f->barrier != BARRIER_SEALED || !about_a_person(q))
        return false;
    return !(urgent && (asks_existence(q) || q->item == ITEM_SAFETY));
}

/* DV 等支援措置: whereabouts for those on the list alone, on the screen alone; of a protected
 * person address and telephone are no ordinary contact either. */
static bool
protected_whereabouts(const struct question *q)
{
    if (q->item == ITEM_WHEREABOUTS)
        return q->f->protect != PROTECT_LISTED || leaves_the_screen(q);
    return q->item == ITEM_CONTACT && q->f->protect == PROTECT_SHUT;
}

/* 児童虐待防止法7条, 高齢者・障害者虐待防止法8条 (7): hidden outside the receiving agency and
 * in all that is handed out. */
static bool
hidden_informant(const struct question *q)
{
    return q->item == ITEM_INFORMANT && q->f->informant == INFORMANT_SHUT
           && (q->f->own == OWN_NONE || leaves_the_screen(q));
}

/* 地方税法22条 (8): what tax staff learned in office, without consent: the tax section keeps
 * its own records and tells nobody, a 支援会議 neither. */
static bool
tax_secret(const struct question *q)
{
    if (q->item != ITEM_TAX || in_set(q->f->consent, ITEM_TAX))
        return false;
    return q->f->own == OWN_NONE || leaves_the_screen(q);
}

/* 106条の6第5項 (2, 12, 15): meeting matter stays with attendees at the sitting, secretariat,
 * approver and role holders; it travels only as the secretariat's own paper; a hand-over
 * never carries it. */
static bool
meeting_secret(const struct question *q)
{
    bool attends = q->f->sitting == SITTING_ATTENDS
                   || q->f->sitting == SITTING_BY_CONSENT
                   || q->f->sitting == SITTING_NAMELESS;
    bool office = q->f->sitting == SITTING_OFFICE;

    if (q->item != ITEM_MEETING)
        return false;
    if (q->act == ACT_REFER)
        return true;
    if (leaves_the_screen(q))
        return !office;
    return !attends && !office && q->f->decided != DECIDED_HELD
           && q->f->paper != PAPER_APPROVER;
}

/* 春日井市 (14): residents see what they brought and what a consent names them for. */
static bool
resident_without_consent(const struct question *q)
{
    return q->f->role == POST_ROLE_RESIDENT_PARTNER && q->f->own != OWN_SELF
           && about_a_person(q) && !in_set(q->f->consent, q->item);
}

/* (1) A hand-over or a meeting is a means, not a ground; within consent where
 * consent is what it rests on; 平塚市 (13) without a name where names are hidden. */
static bool
given_without_footing(const struct question *q)
{
    if (!gives_to_others(q))
        return false;
    switch (q->f->giving) {
    case GIVING_NONE:
        return about_a_person(q);
    case GIVING_BY_CONSENT:
        return about_a_person(q) && !in_set(q->f->consent, q->item);
    case GIVING_NAMELESS:
        return q->item == ITEM_IDENTITY || q->item == ITEM_CONTACT
               || q->item == ITEM_INFORMANT;
    case GIVING_LAWFUL:
        break;
    }
    return false;
}

/* (19) Never the drafter. */
static bool
stamps_own_draft(const struct question *q)
{
    return q->act == ACT_DECIDE && q->f->paper == PAPER_DRAFTER;
}

static bool (*const PROHIBITIONS[])(const struct question *q) = {
    no_longer_in_office,
    conflict_of_interest,
    serves_the_other_side,
    hidden_household,
    protected_whereabouts,
    hidden_informant,
    tax_secret,
    meeting_secret,
    resident_without_consent,
    given_without_footing,
    stamps_own_draft,
};

/* ---- what is owed --------------------------------------------------------------------- */

static uint32_t
owed(enum policy_act act, const struct opinion *o)
{
    bool looked_up = o->grounds & GROUND_BIT(GROUND_LOOKUP);
    bool by_law = o->grounds & GROUND_BIT(GROUND_LAW);
    bool hidden_home = o->allow & ITEM_BIT(ITEM_WHEREABOUTS);
    bool breaks = act == ACT_BREAK_GLASS;
    bool takes_out = act == ACT_EXPORT;
    uint32_t all = 0;

    if (!o->allow)
        return 0;
    if (breaks || takes_out || looked_up || by_law)
        all |= OBLIGATION_BIT(OBLIGATION_REASON);
    if (takes_out || act == ACT_REFER || act == ACT_TABLE)
        all |= OBLIGATION_BIT(OBLIGATION_PURPOSE);
    if (breaks || takes_out || act == ACT_MANAGE || hidden_home)
        all |= OBLIGATION_BIT(OBLIGATION_FRESH);
    if (breaks || looked_up)
        all |=
            OBLIGATION_BIT(OBLIGATION_REVIEW) | OBLIGATION_BIT(OBLIGATION_TELL_OWNER);
    if (takes_out || act == ACT_PRINT)
        all |= OBLIGATION_BIT(OBLIGATION_WATERMARK);
    return all;
}

static bool
prohibited(const struct question *q)
{
    for (size_t i = 0; i < sizeof PROHIBITIONS / sizeof *PROHIBITIONS; i++)
        if (PROHIBITIONS[i](q))
            return true;
    return false;
}

struct opinion
oracle(enum policy_act act, const struct facts *f)
{
    struct opinion o = { 0 };

    for (enum item_class item = ITEM_NONE + 1; item < ITEM_N; item++) {
        struct question q = { act, item, f };

        if (!may_ever(&q) || prohibited(&q))
            continue;
        for (size_t i = 0; i < sizeof PERMISSIONS / sizeof *PERMISSIONS; i++)
            if (PERMISSIONS[i].permits(&q)) {
                o.allow |= ITEM_BIT(item);
                o.grounds |= GROUND_BIT(PERMISSIONS[i].ground);
            }
    }
    o.obligations = owed(act, &o);
    return o;
}
