/*
 * Folds a seat at a sitting, and the footing of an item, into the facts that decide() takes.
 * Not for rules of the work (domain/sitting_rule.h).
 */
#ifndef KASANE_POLICY_SITTING_FACTS_H
#define KASANE_POLICY_SITTING_FACTS_H

#include "facts.h"
#include "gen/policy_rules.h"

#include <stdbool.h>

/* What the store knows of a viewer and one item of a sitting. */
struct seat_at_item {
    bool office;    /* the viewer's desk is the secretariat */
    bool invited;   /* the viewer's post has a seat and is invited to this item */
    bool sworn;     /* secrecy is confirmed, or need not be */
    bool open;      /* the sitting is open now */
    bool withdrawn; /* the item was taken off */
    enum item_footing footing;
};

/* Folds as facts.h says of enum sitting. */
enum sitting facts_sitting(const struct seat_at_item *s);

/* Folds as facts.h says of enum giving, for what is laid before an item. */
enum giving facts_tabling(enum item_footing footing);

/* The class of information that a tabled fact belongs to. */
enum item_class facts_tabled(enum tabled_kind kind);

#endif
