#include "desk_small.h"

#include "../base/day.h"
#include "../domain/small_count.h"
#include "../domain/town.h"
#include "../policy/viewer.h"

int64_t
desk_small_below(const struct ctx *c, bool outside)
{
    return outside || !role_reads_small_counts(c->viewer->role)
               ? settings_small_below(&c->town->settings)
               : 0;
}

int64_t
desk_small_offered(const struct ctx *c)
{
    return role_reads_small_counts(c->viewer->role)
               ? settings_small_below(&c->town->settings)
               : 0;
}

int64_t
desk_small_year(const struct ctx *c, int64_t asked)
{
    const int64_t last = day_fiscal_year(day_of(c->now)) - 1;

    return asked && asked < last ? asked : last;
}

const char *
desk_small_note(struct ctx *c, int64_t below)
{
    return arena_printf(
        c->mem,
        SMALL_COUNT_MARK
        "は、%dより小さい数と、それが計算で分かってしまう数です。"
        "だれのことかが知れないように、伏せています。終わった年度の数だけを"
        "出します。",
        (int)below);
}
