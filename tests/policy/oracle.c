/*
 * The oracle: who may ever do what (oracle_roles.c), what permits (oracle_permit.c), and here
 * what prohibits, each as a sentence about one question. Numbers in brackets are the rules of
 * practice; the law stands beside them. Nothing looks at more than one class.
 */
#include "oracle.h"

#include "question.h"

#include <stddef.h>

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
    uint32_t grounds;

    for (enum item_class item = ITEM_NONE + 1; item < ITEM_N; item++) {
        struct question q = { act, item, f };

        if (!oracle_may_ever(&q) || prohibited(&q) || !(grounds = oracle_permits(&q)))
            continue;
        o.allow |= ITEM_BIT(item);
        o.grounds |= grounds;
    }
    o.obligations = owed(act, &o);
    return o;
}
