/*
 * Finds the lists of codes on disk; reading one is codes_read() of domain.
 */
#ifndef KASANE_STORE_STORE_CODES_H
#define KASANE_STORE_STORE_CODES_H

#include "../domain/codes.h"

/*
 * Reads every NAME.yaml of the folder, in the order of their names, into c->mem. On failure
 * errors holds what is wrong with the first bad list.
 */
bool store_codes_load(struct ctx *c,
                      const char *folder,
                      struct profile_errors *errors,
                      struct codes *out) MUST_USE;

#endif
