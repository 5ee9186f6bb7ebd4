#include "sitting_facts.h"

static enum sitting
of_footing(enum item_footing footing)
{
    switch (footing) {
    case ITEM_FOOTING_BY_CONSENT:
        return SITTING_BY_CONSENT;
    case ITEM_FOOTING_LAWFUL:
        return SITTING_ATTENDS;
    case ITEM_FOOTING_TOPIC:
    case ITEM_FOOTING_NAMELESS:
        return SITTING_NAMELESS;
    case ITEM_FOOTING_NONE:
        break;
    }
    return SITTING_NONE;
}

enum sitting
facts_sitting(const struct seat_at_item *s)
{
    if (s->invited && s->open && !s->withdrawn)
        return s->sworn    ? of_footing(s->footing)
               : s->office ? SITTING_OFFICE
                           : SITTING_UNSWORN;
    if (s->office)
        return SITTING_OFFICE;
    return s->invited && !s->sworn ? SITTING_UNSWORN : SITTING_NONE;
}

enum giving
facts_tabling(enum item_footing footing)
{
    switch (footing) {
    case ITEM_FOOTING_BY_CONSENT:
        return GIVING_BY_CONSENT;
    case ITEM_FOOTING_LAWFUL:
        return GIVING_LAWFUL;
    case ITEM_FOOTING_NAMELESS:
        return GIVING_NAMELESS;
    case ITEM_FOOTING_TOPIC:
    case ITEM_FOOTING_NONE:
        break;
    }
    return GIVING_NONE;
}

enum item_class
facts_tabled(enum tabled_kind kind)
{
    switch (kind) {
    case TABLED_KIND_WELFARE:
        return ITEM_WELFARE;
    case TABLED_KIND_HEALTH:
        return ITEM_HEALTH;
    case TABLED_KIND_ABUSE:
        return ITEM_ABUSE;
    case TABLED_KIND_MONEY:
        return ITEM_MONEY;
    case TABLED_KIND_TAX:
        return ITEM_TAX;
    case TABLED_KIND_SAFETY:
        return ITEM_SAFETY;
    case TABLED_KIND_OPINION:
        return ITEM_OPINION;
    case TABLED_KIND_NONE:
        break;
    }
    return ITEM_WELFARE;
}
