/* The people of each item's case, for the genogram of its papers. */
#include "desk_sitting_part.h"

#include "../policy/show_household.h"

static bool
load(struct ctx *c,
     const struct sitting_records *of,
     struct case_id id,
     struct people_records *r)
{
    /* as the secretariat has them: what of it the reader gets is decided when it is drawn */
    const struct db_ids who = { .v = &of->head.desk_id.id, .n = 1 };
    const struct sql_case_people_in people = { id, who, c->now };
    const struct sql_household_list_in homes = { id, who, c->now };
    const struct sql_membership_list_in times = { id, who, c->now };
    const struct sql_relation_list_in ties = { id, who, c->now };
    const struct sql_situation_list_in changes = { id, 0, who, c->now };

    r->id = id;
    sql_case_people_later(c, &people, &r->people);
    sql_household_list_later(c, &homes, &r->households);
    sql_membership_list_later(c, &times, &r->memberships);
    sql_relation_list_later(c, &ties, &r->relations);
    sql_situation_list_later(c, &changes, &r->situations);
    return db_gather(c);
}

/* Whether there is more than one person to draw. */
static bool
is_family(const struct sitting_records *r, struct case_id id)
{
    size_t n = 0;

    for (size_t i = 0; !id_none(id.id) && i < r->people.n; i++)
        n += id_none(r->people.v[i].merged_into.id)
             && id_same(r->people.v[i].case_id.id, id.id);
    return n > 1;
}

bool
sitting_families(struct ctx *c, struct sitting_records *r)
{
    struct people_records *all =
        ARENA_ARRAY(c->mem, r->items.n + 1, struct people_records);

    for (size_t i = 0; i < r->items.n; i++) {
        all[i] = (struct people_records){ .of = NULL };
        if (is_family(r, r->items.v[i].case_id)
            && !load(c, r, r->items.v[i].case_id, &all[i]))
            return false;
    }
    r->family = all;
    return true;
}
