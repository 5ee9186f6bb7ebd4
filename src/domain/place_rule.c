#include "place_rule.h"

#include <string.h>

bool
place_may_move(enum place_stage from, enum place_stage to)
{
    switch (to) {
    case PLACE_STAGE_TRIAL:
        return from == PLACE_STAGE_IDEA || from == PLACE_STAGE_CLOSED;
    case PLACE_STAGE_ESTABLISHED:
        return from == PLACE_STAGE_TRIAL;
    case PLACE_STAGE_CLOSED:
        return from != PLACE_STAGE_CLOSED;
    case PLACE_STAGE_IDEA:
    case PLACE_STAGE_NONE:
        break;
    }
    return false;
}

bool
place_is_old(struct day checked, struct day today, int64_t days)
{
    return !day_known(checked) || today.n - checked.n > days;
}

const char *
place_next_code(struct arena *mem, const char **at)
{
    const char *from = *at + strspn(*at, ",");
    const size_t n = strcspn(from, ",");

    *at = from + n;
    return n ? arena_copy(mem, from, n) : NULL;
}
