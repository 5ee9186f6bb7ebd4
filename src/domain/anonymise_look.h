/*
 * What looks like a day, an age, an address, a telephone or a number of somebody. Only
 * anonymise.c includes this.
 */
#ifndef KASANE_DOMAIN_ANONYMISE_LOOK_H
#define KASANE_DOMAIN_ANONYMISE_LOOK_H

#include "anonymise_cell.h"

/*
 * What looks there like something that says who somebody is: how many cells it takes, 0 for
 * nothing; put: what stands in its place; back: the name of a place before it goes too.
 */
size_t looks_at(
    struct arena *mem, const struct cells *t, size_t i, const char **put, bool *back);

#endif
