#include "desk_alone.h"

#include "desk_part.h"

#include "../domain/intake_rule.h"
#include "../policy/show_alone.h"
#include "../policy/viewer.h"

enum { ALONE_DAYS = 30, ALONE_ISSUES = 3, DAY_MS = 24 * 60 * 60 * 1000 };

bool
desk_alone(struct ctx *c, struct alone_view *out)
{
    const struct settings *s = &c->town->settings;
    const int64_t days = intake_rule_number(s, RULE_ALONE_DAYS, ALONE_DAYS);
    const int64_t issues = intake_rule_number(s, RULE_ALONE_ISSUES, ALONE_ISSUES);
    const struct sql_alone_list_in in = {
        .since = c->now - days * DAY_MS,
        .issues = issues,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sql_alone_list_rows rows = { 0 };

    if (!role_shares_desk(c->viewer->role))
        return refuse(c, ERR_DENIED, "a list for who shares a desk");
    if (!sql_alone_list(c, &in, &rows))
        return false;
    policy_show_alone(c, days, issues, &rows, out);
    return true;
}

const char *
desk_alone_path(struct ctx *c)
{
    return role_shares_desk(c->viewer->role)
               ? arena_printf(c->mem, "%s/cases/alone", c->town->path)
               : NULL;
}
