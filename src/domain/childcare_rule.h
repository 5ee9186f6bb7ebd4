/*
 * Which desks of a municipality are a こども家庭センター: data of its profile. Nobody is one where
 * the plan names none.
 */
#ifndef KASANE_DOMAIN_CHILDCARE_RULE_H
#define KASANE_DOMAIN_CHILDCARE_RULE_H

#include "plan_settings.h"

#include <stdbool.h>

/* The codes of the desks, with spaces between. Source: R-096; 甲州市 7(1), 春日井市 III-1. */
#define RULE_CHILDCARE_DESKS "childcare_desks"

/* Says whether the desk of that code is one of them. */
bool childcare_desk(const struct settings *s, const char *code);

#endif
