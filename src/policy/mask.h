/*
 * Letting through, field by field, what a decision opens: policy_show_*() fills the *_view
 * structs with these, one line for each field. Not for deciding.
 */
#ifndef KASANE_POLICY_MASK_H
#define KASANE_POLICY_MASK_H

#include "../base/day.h"
#include "policy.h"

/* Returns the text when its class is open, else NULL, which pages print as nothing. */
const char *
mask_text(const struct decision *d, enum item_class item, const char *value);

/* Returns the number when its class is open, else the other one. */
int64_t mask_int(const struct decision *d,
                 enum item_class item,
                 int64_t value,
                 int64_t otherwise);

/* Returns the day when its class is open, else DAY_NONE. */
struct day mask_day(const struct decision *d, enum item_class item, struct day value);

/* Returns the flag when its class is open, else false. */
bool mask_flag(const struct decision *d, enum item_class item, bool value);

/*
 * Writes the line that names the classes not shown for this act: those of the role's ceiling
 * that rules of this town never show there. It is the same whether or not anything lies
 * behind it, and counts nothing. Source: design section 5, three rules for every screen.
 */
const char *
mask_hidden_line(struct arena *mem, enum post_role role, enum policy_act act);

#endif
