/*
 * The municipality's profile as it is kept: every version whole, the newest in force.
 */
#ifndef KASANE_STORE_TOWN_H
#define KASANE_STORE_TOWN_H

#include "../base/ctx.h"

/* Loads the profile in force into a town of its own memory, pinned once. */
bool store_town_load(struct ctx *c, const char *id, struct town **out) MUST_USE;

#endif
