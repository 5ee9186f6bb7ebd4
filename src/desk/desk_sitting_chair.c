/* What the chair of a sitting is told when a rule refuses what somebody lays before it. */
#include "desk_sitting_part.h"

#include "../policy/policy.h"
#include "../policy/sitting_facts.h"

/* What was refused, kept for after the act is undone. */
struct refused {
    struct item_id item;
    enum tabled_kind kind;
};

static bool
note(struct ctx *c, const void *what)
{
    const struct refused *r = what;

    return sql_refused_fact_add(
        c, &(struct sql_refused_fact_add_in){ .refused_id = { id_new(c) },
                                              .item_id = r->item,
                                              .kind = r->kind,
                                              .post_id = c->viewer->post,
                                              .now = c->now });
}

bool
sitting_tell_chair(struct ctx *c,
                   const struct decision *d,
                   enum tabled_kind kind,
                   struct item_id id,
                   struct outcome *out)
{
    struct refused *r = ARENA_ARRAY(c->mem, 1, struct refused);

    *r = (struct refused){ .item = id, .kind = kind };
    if (refusal_tells_chair(d, ACT_TABLE, facts_tabled(kind))) {
        out->refused = note;
        out->what = r;
    }
    return true;
}

bool
sitting_chair(struct ctx *c, const struct sitting_records *r, struct sitting_view *out)
{
    struct sql_refused_facts_rows rows = { 0 };

    if (!sql_refused_facts(c,
                           &(struct sql_refused_facts_in){ .sitting_id = r->id,
                                                           .post = c->viewer->post,
                                                           .office = r->head.office },
                           &rows))
        return false;
    policy_show_refused(c, &rows, &out->refused);
    return true;
}
