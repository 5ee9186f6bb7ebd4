#include "desk_support_plan.h"

#include "desk_support_part.h"

#include "desk_watch.h"

#include "../domain/duty_rule.h"
#include "../domain/working_day.h"

static const struct post_id NOBODY = { .id = { .s = "" } };

static struct day
due_of(const struct sql_support_item_list_row *i)
{
    return day_known(i->until_on) ? i->until_on : i->review_on;
}

static bool
is_open(const struct sql_support_item_list_row *i)
{
    return i->state == SUPPORT_ITEM_STATE_PLANNED
           || i->state == SUPPORT_ITEM_STATE_GOING;
}

bool
support_put_duties(struct ctx *c,
                   struct support_plan_id id,
                   const struct sql_support_plan_one_row *p)
{
    struct support_content now;

    if (!support_content(c, id, &now))
        return false;
    for (size_t n = 0; n < now.items.n; n++) {
        const struct sql_support_item_list_row *i = &now.items.v[n];

        if (is_open(i) && !id_none(i->desk_id.id) && day_known(due_of(i))
            && !desk_put_duty(c, p->case_id, DUTY_SUPPORT_ITEM, i->item_id.id,
                              i->desk_id, NOBODY, due_of(i)))
            return false;
    }
    return !day_known(p->monitor_on)
           || desk_put_duty(c, p->case_id, DUTY_SUPPORT_MONITOR, id.id, p->desk_id,
                            p->post_id, p->monitor_on);
}

bool
support_clear_duties(struct ctx *c, struct support_plan_id id)
{
    struct support_content now;

    if (!support_content(c, id, &now))
        return false;
    for (size_t n = 0; n < now.items.n; n++)
        if (!desk_clear_duty(c, DUTY_SUPPORT_ITEM, now.items.v[n].item_id.id))
            return false;
    return desk_clear_duty(c, DUTY_SUPPORT_MONITOR, id.id)
           && desk_clear_duty(c, DUTY_SUPPORT_START, id.id);
}

bool
support_tell_meeting(struct ctx *c,
                     struct support_plan_id id,
                     const struct sql_support_plan_one_row *p,
                     bool consent)
{
    return consent
           || desk_put_duty(c, p->case_id, DUTY_SUPPORT_REPORT, id.id, p->desk_id,
                            NOBODY, (struct day){ .n = day_of(c->now).n + 7 });
}

bool
support_reopen_case(struct ctx *c, const struct sql_support_plan_one_row *p)
{
    struct sql_case_show_row head;

    return sql_case_show(c,
                         &(struct sql_case_show_in){ .case_id = p->case_id,
                                                     .subjects = desk_subjects(c),
                                                     .now = c->now },
                         &head)
           && sql_case_move(c,
                            &(struct sql_case_move_in){ .case_id = p->case_id,
                                                        .state = CASE_STATE_ASSESSMENT,
                                                        .version = head.version,
                                                        .now = c->now,
                                                        .subjects = desk_subjects(c) })
           && desk_watch_case(c, p->case_id) && store_reach_sync_case(c, p->case_id);
}
