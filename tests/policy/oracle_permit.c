/* What permits: the table of grounds, each as a sentence about one question. */
#include "question.h"

#include <stddef.h>

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
        return of_the_case(q);
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
    if (!of_the_case(q) || !in_set(q->f->consent, q->item))
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
    if (!of_the_case(q) || !in_set(q->f->sent, q->item))
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
        return asks_existence(q) || (of_the_case(q) && in_set(q->f->sent, q->item));
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
    return of_the_case(q) && in_set(q->f->law, q->item)
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
    return of_the_case(q) && q->item != ITEM_CONTACT && q->item != ITEM_WHEREABOUTS
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
    case ITEM_CHILDCARE:
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

/* what a こども家庭センター knows of a pregnancy and of the child born is read and kept
 * up at that centre, on the screen, and nowhere else; and there while it has to do with the
 * case: its own record, as the lead, by a hand-over that it took. */
static bool
center_for_mothers(const struct question *q)
{
    const bool concerned =
        q->f->own != OWN_NONE || q->f->part == PART_LEAD || q->f->handed == HANDED_HELD;

    return q->item == ITEM_CHILDCARE && q->f->childcare == CHILDCARE_CENTER && concerned
           && (q->act == ACT_VIEW || q->act == ACT_WRITE);
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
    { GROUND_CENTER, center_for_mothers },
};

uint32_t
oracle_permits(const struct question *q)
{
    uint32_t grounds = 0;

    for (size_t i = 0; i < sizeof PERMISSIONS / sizeof *PERMISSIONS; i++)
        if (PERMISSIONS[i].permits(q))
            grounds |= GROUND_BIT(PERMISSIONS[i].ground);
    return grounds;
}
