/*
 * When an assessment is whole: the whole household is looked at, and what it can do. Pure.
 */
#ifndef KASANE_DOMAIN_SHEET_RULE_H
#define KASANE_DOMAIN_SHEET_RULE_H

#include <stdbool.h>
#include <stddef.h>

struct sheet_member {
    bool together; /* lives in the household that is assessed */
    bool not_met;  /* marked as not met yet */
    bool entry;    /* something is written about this very person */
};

enum sheet_lack {
    SHEET_WHOLE,
    SHEET_LACKS_MEMBER,   /* somebody of the household is neither met nor marked */
    SHEET_LACKS_STRENGTH, /* nobody has written what goes well */
    SHEET_LACKS_FIELD     /* something required is empty */
};

/*
 * Says what is lacking first; member receives whom, where it is somebody. required: how
 * many required fields are empty.
 * Source: 平塚市 実施計画 II-2; 春日井市 II-2-A1, III-5; 新座市 2-3(1).
 */
enum sheet_lack sheet_lacks(const struct sheet_member *members,
                            size_t n,
                            bool strengths,
                            size_t required,
                            size_t *member);

#endif
