/*
 * What a profile must keep beyond the kinds of its keys: references, unique ids, dates, tags
 * with labels, the check digit of the municipality's code, and that it widens nothing.
 * Works on the tree, so that each error has its line.
 */
#ifndef KASANE_DOMAIN_PROFILE_CHECK_H
#define KASANE_DOMAIN_PROFILE_CHECK_H

#include "profile_error.h"

struct schema_map;

/*
 * Adds to errors all that is wrong in a file of that schema; keys of a wrong kind are passed
 * over in silence. References and what only profiles keep are checked in profiles alone.
 */
void profile_check_map(const struct yaml_node *root,
                       const struct schema_map *map,
                       struct profile_errors *errors);

/*
 * Says whether the text is a 6-digit 全国地方公共団体コード: weights 6, 5, 4, 3, 2 on the first
 * five digits, the last one (11 - sum mod 11) mod 10.
 * Source: 総務省 全国地方公共団体コード仕様 (検査数字); requirement R-002.
 */
bool profile_code_valid(const char *code);

/* Says whether the text is YYYY-MM-DD or YYYY-MM; with fiscal, FY2023 passes too. */
bool profile_day_valid(const char *text, bool fiscal);

#endif
