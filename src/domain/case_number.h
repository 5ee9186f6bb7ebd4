/*
 * The number by which people speak of a case: "R8-482913-5", fiscal year, six random digits
 * and a check digit. Never a counter, so that it tells nothing about other cases.
 */
#ifndef KASANE_DOMAIN_CASE_NUMBER_H
#define KASANE_DOMAIN_CASE_NUMBER_H

#include "../base/day.h"

/* Returns the number for random digits 0–999999 in the fiscal year of a day. */
const char *case_number(struct arena *mem, struct day day, uint32_t random);

/*
 * Returns the number as it is kept when the text is one (full-width and small letters are
 * taken), else NULL: wrong form or wrong check digit.
 */
const char *case_number_read(struct arena *mem, const char *text);

#endif
