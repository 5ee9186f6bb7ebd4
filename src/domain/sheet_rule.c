#include "sheet_rule.h"

enum sheet_lack
sheet_lacks(const struct sheet_member *members,
            size_t n,
            bool strengths,
            size_t required,
            size_t *member)
{
    for (size_t i = 0; i < n; i++)
        if (members[i].together && !members[i].not_met && !members[i].entry) {
            *member = i;
            return SHEET_LACKS_MEMBER;
        }
    if (!strengths)
        return SHEET_LACKS_STRENGTH;
    return required ? SHEET_LACKS_FIELD : SHEET_WHOLE;
}
