/*
 * A profile as JSON, field by field as in its file: null stays null, whole numbers stay whole,
 * an absent optional key stays absent. Follows the schema; nothing is left out.
 */
#ifndef KASANE_DOMAIN_PROFILE_JSON_H
#define KASANE_DOMAIN_PROFILE_JSON_H

#include "../base/buf.h"
#include "profile.h"

/* Appends the profile as one JSON object with a line end behind it. */
void profile_json(struct buf *out, const struct profile *p);

/* Returns the number as it was written: "3.5", "4"; "" when it is not given. */
const char *decimal_text(struct arena *mem, struct decimal d);

#endif
