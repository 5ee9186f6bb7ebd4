#include "mask.h"

#include "../base/buf.h"

const char *
mask_text(const struct decision *d, enum item_class item, const char *value)
{
    return decision_allows(d, item) ? value : NULL;
}

int64_t
mask_int(const struct decision *d,
         enum item_class item,
         int64_t value,
         int64_t otherwise)
{
    return decision_allows(d, item) ? value : otherwise;
}

struct day
mask_day(const struct decision *d, enum item_class item, struct day value)
{
    return decision_allows(d, item) ? value : (struct day){ DAY_NONE };
}

bool
mask_flag(const struct decision *d, enum item_class item, bool value)
{
    return decision_allows(d, item) && value;
}

/* Classes that some forbid may close for the act, whatever the case: words, not facts. */
static uint32_t
closable(enum policy_act act)
{
    const uint32_t special = ITEM_BIT(ITEM_WHEREABOUTS) | ITEM_BIT(ITEM_INFORMANT)
                             | ITEM_BIT(ITEM_TAX) | ITEM_BIT(ITEM_MEETING);
    uint32_t classes = 0;

    for (enum forbid n = FORBID_NONE + 1; n < FORBID_N; n++)
        classes |= policy_closes[n][act] & special;
    return classes;
}

const char *
mask_hidden_line(struct arena *mem, enum post_role role, enum policy_act act)
{
    uint32_t classes = closable(act) & policy_ceiling(role, act);
    struct buf b = buf_new(mem);

    for (enum item_class k = ITEM_NONE + 1; k < ITEM_N; k++)
        if (classes & ITEM_BIT(k))
            buf_printf(&b, "%s%s", b.n ? "、" : "", policy_items[k].label);
    return buf_text(&b);
}
