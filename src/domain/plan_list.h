/*
 * Any list of a profile as a table, key by key as in its file, so that nothing needs a
 * report of its own to be taken out.
 */
#ifndef KASANE_DOMAIN_PLAN_LIST_H
#define KASANE_DOMAIN_PLAN_LIST_H

#include "table.h"

/*
 * Makes a table of one of the file's lists of maps. Keys of inner maps are joined with a
 * dot, inner lists of words with ・; of an inner list of maps the count is given. False when
 * the file has no such list.
 */
bool plan_list(struct arena *mem,
               const struct profile *p,
               const char *key,
               struct table *out) MUST_USE;

#endif
