/*
 * For tests only: the five municipalities, in the order of the requirements' table of
 * differences.
 */
#ifndef KASANE_DOMAIN_CITY_FIXTURE_H
#define KASANE_DOMAIN_CITY_FIXTURE_H

#include "profile_fixture.h"

enum city { HIRATSUKA, CHIGASAKI, KOSHU, KASUGAI, NIIZA, CITY_N };

static const char *const CITIES[CITY_N] = { "hiratsuka", "chigasaki", "koshu",
                                            "kasugai", "niiza" };

#endif
