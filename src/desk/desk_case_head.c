#include "desk_case_head.h"

#include "desk_part.h"

#include "../policy/show_head.h"

bool
desk_case_head(struct ctx *c,
               struct case_id id,
               enum case_tab tab,
               struct case_head_view *out)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_case_show_in head_in = { .case_id = id,
                                              .subjects = who,
                                              .now = c->now };
    const struct sql_case_people_in people_in = { .case_id = id,
                                                  .subjects = who,
                                                  .now = c->now };
    struct sql_case_people_rows people = { 0 };
    struct sql_case_show_row head;
    struct facts facts;

    if (!store_facts_of_case(c, id, &facts))
        return false;
    sql_case_show_later(c, &head_in, &head);
    sql_case_people_later(c, &people_in, &people);
    if (!db_gather(c))
        return false;
    policy_show_head(c, &facts, id, &head, &people, tab, out);
    return true;
}
