#include "desk_watch.h"

#include "desk_part.h"

#include "../domain/duty_rule.h"
#include "../domain/working_day.h"

static bool
watch_steps(struct ctx *c, struct case_id id, const struct sql_case_watch_row *w)
{
    return desk_clear_duty(c, DUTY_NO_STEP, id.id)
           && (w->state == CASE_STATE_CLOSED || w->steps > 0
               || desk_put_duty(c, id, DUTY_NO_STEP, id.id, w->desk_id, w->owner_post,
                                day_of(c->now)));
}

static bool
watch_contact(struct ctx *c, struct case_id id, const struct sql_case_watch_row *w)
{
    const struct day last =
        day_known(w->contact_on) ? w->contact_on : day_of(w->opened_at);

    return desk_clear_duty(c, DUTY_NO_CONTACT, id.id)
           && (w->state == CASE_STATE_CLOSED
               || desk_put_duty(
                   c, id, DUTY_NO_CONTACT, id.id, w->desk_id, w->owner_post,
                   deadline_after(last, DEADLINE_NO_CONTACT, &c->town->settings)));
}

bool
desk_watch_case(struct ctx *c, struct case_id id)
{
    struct sql_case_watch_row w;

    return sql_case_watch(c, &(struct sql_case_watch_in){ .case_id = id }, &w)
           && watch_steps(c, id, &w) && watch_contact(c, id, &w);
}
