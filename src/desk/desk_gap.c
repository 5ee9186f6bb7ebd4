#include "desk_gap.h"

#include "desk_part.h"

/* Who may see no case sees numbers of cases neither; resident partners only what they brought. */
static bool
may_read(struct ctx *c)
{
    return role_shares_desk(c->viewer->role)
           || refuse(c, ERR_DENIED, "a report of the office");
}

bool
desk_gaps(struct ctx *c, int year, struct gaps_view *out)
{
    const int of = year ? year : day_fiscal_year(day_of(c->now));
    struct sql_gap_counts_rows counts = { 0 };
    struct sql_gap_cases_rows cases = { 0 };
    struct day first;
    struct day next;
    struct sql_gap_counts_in all;
    struct sql_gap_cases_in own;

    if (!may_read(c))
        return false;
    if (!day_make(of, 4, 1, &first) || !day_make(of + 1, 4, 1, &next))
        return refuse(c, ERR_MISSING, "no such year");
    all = (struct sql_gap_counts_in){ .from_at = day_begin(first),
                                      .until_at = day_begin(next) };
    own = (struct sql_gap_cases_in){ .from_at = all.from_at,
                                     .until_at = all.until_at,
                                     .subjects = desk_subjects(c),
                                     .now = c->now };
    if (!sql_gap_counts(c, &all, &counts) || !sql_gap_cases(c, &own, &cases))
        return false;
    policy_show_gaps(c, of, &counts, &cases, out);
    return true;
}

bool
desk_gaps_paper(struct ctx *c, int year, struct paper_view *out)
{
    struct gaps_view v;

    if (!desk_gaps(c, year, &v))
        return false;
    policy_show_gaps_paper(c, &v, out);
    return true;
}
