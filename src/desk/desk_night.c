#include "desk_night.h"

#include "desk_succession_part.h"
#include "desk_watch.h"

#include "../domain/duty_rule.h"

enum { PASS = 200 };

static void
next_step(struct night *n)
{
    n->step = (enum night_step)(n->step + 1);
    n->after = (struct id){ .s = "" };
}

/* Whoever goes on in a post of the new year keeps the cases; for the rest the desk is told. */
static bool
owners(struct ctx *c, struct night *n)
{
    const struct sql_owner_ended_in in = { .now = c->now,
                                           .after = n->after,
                                           .n = PASS };
    struct sql_owner_ended_rows rows = { 0 };

    if (!sql_owner_ended(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_owner_ended_row *r = &rows.v[i];

        if (id_none(r->to_post.id)
                ? !desk_put_duty(c, r->case_id, DUTY_NO_OWNER, r->case_id.id,
                                 r->desk_id, (struct post_id){ .id = { .s = "" } },
                                 day_of(c->now))
                : !succession_move(c, r->case_id, r->from_post, r->to_post)
                      || !desk_clear_duty(c, DUTY_NO_OWNER, r->case_id.id))
            return false;
        n->after = r->case_id.id;
        n->fixed += !id_none(r->to_post.id);
    }
    if (rows.n < PASS)
        next_step(n);
    return true;
}

static bool
steps(struct ctx *c, struct night *n)
{
    struct sql_step_ended_rows rows = { 0 };

    if (!sql_step_ended(c, &(struct sql_step_ended_in){ .now = c->now, .n = PASS },
                        &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_step_ended_row *r = &rows.v[i];

        if (!sql_steps_give(c, &(struct sql_steps_give_in){ .case_id = r->case_id,
                                                            .from_post = r->from_post,
                                                            .to_post = r->to_post })
            || !sql_duties_give(c,
                                &(struct sql_duties_give_in){ .case_id = r->case_id,
                                                              .from_post = r->from_post,
                                                              .to_post = r->to_post }))
            return false;
        n->fixed++;
    }
    if (rows.n < PASS)
        next_step(n);
    return true;
}

static bool
lists(struct ctx *c, struct night *n)
{
    struct sql_step_without_duty_rows rows = { 0 };

    if (!sql_duty_stale(c)
        || !sql_step_without_duty(c, &(struct sql_step_without_duty_in){ .n = PASS },
                                  &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct sql_step_without_duty_row *r = &rows.v[i];

        if (!desk_put_duty(c, r->case_id, DUTY_NEXT_STEP, r->step_id.id, r->desk_id,
                           r->owner_post, r->due_on))
            return false;
        n->fixed++;
    }
    if (rows.n < PASS)
        next_step(n);
    return true;
}

static bool
watch(struct ctx *c, struct night *n)
{
    struct sql_cases_after_rows rows = { 0 };

    if (!sql_cases_after(
            c, &(struct sql_cases_after_in){ .after = n->after, .n = PASS }, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        if (!desk_watch_case(c, rows.v[i].case_id))
            return false;
        n->after = rows.v[i].case_id.id;
    }
    if (rows.n < PASS)
        next_step(n);
    return true;
}

static bool
reach(struct ctx *c, struct night *n)
{
    struct sql_recent_add_in recent = { .after = n->after };
    size_t added = 0;
    bool more;

    if (!store_reach_pass(c, &n->after, &n->fixed, &more))
        return false;
    recent.until = n->after;
    if (more && !sql_recent_add_changed(c, &recent, &added))
        return false;
    n->fixed += added;
    if (!more)
        next_step(n);
    return true;
}

bool
desk_night(struct ctx *c, struct night *n)
{
    switch (n->step) {
    case NIGHT_OWNERS:
        return owners(c, n);
    case NIGHT_STEPS:
        return steps(c, n);
    case NIGHT_LISTS:
        return lists(c, n);
    case NIGHT_WATCH:
        return watch(c, n);
    case NIGHT_REACH:
        return reach(c, n);
    case NIGHT_DONE:
        break;
    }
    return true;
}
