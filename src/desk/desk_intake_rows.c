#include "desk_intake_rows.h"

#include "desk_part.h"

#include "../policy/show_intake.h"

/* Each row is decided by itself, so that a table stays a thing of a minute. */
enum { ROWS_MAX = 2000 };

bool
desk_intake_may_export(struct ctx *c)
{
    struct facts facts = store_facts_new(c->viewer);
    struct decision d;

    facts.own = OWN_SELF;
    d = policy_decide(ACT_EXPORT, &facts);
    return decision_allows(&d, ITEM_WELFARE);
}

bool
desk_intake_rows(struct ctx *c, struct day from, struct day until, struct table *out)
{
    const struct sql_intake_rows_in in = {
        .from = day_begin(from),
        .until = day_begin((struct day){ until.n + 1 }),
        .n = ROWS_MAX + 1,
        .subjects = desk_subjects(c),
        .now = c->now,
    };
    struct sql_intake_rows_rows rows = { 0 };

    if (!desk_intake_may_export(c))
        return refuse(c, ERR_DENIED, "tables of consultations are not for this role");
    if (!sql_intake_rows(c, &in, &rows))
        return false;
    if (rows.n > ROWS_MAX)
        return refuse(
            c, ERR_RULE,
            "この期間は%d件を超えます。期間を短くして、分けて出してください。",
            ROWS_MAX);
    *out = policy_intake_table(c, arena_printf(c->mem, "受付の記録　%s～%s",
                                               day_ja(c->mem, from),
                                               day_ja(c->mem, until)));
    for (size_t i = 0; i < rows.n; i++) {
        struct facts facts;

        if (!store_facts_of_person(c, rows.v[i].case_id, rows.v[i].person_id, &facts))
            return false;
        policy_show_intake_row(c, &facts, &rows.v[i], out);
    }
    return true;
}
