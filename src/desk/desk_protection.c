#include "desk_protection.h"

#include "desk_case_head.h"
#include "desk_part.h"
#include "desk_restriction_part.h"

#include "../base/vec.h"
#include "../domain/duty_rule.h"
#include "../domain/restriction.h"
#include "../policy/show_protection.h"
#include "../policy/shown.h"
#include "../store/store_vault.h"

#include <string.h>

/*
 * Whether the viewer serves the case: an emergency alone opens it to be read, and lets
 * nobody begin what keeps others out.
 */
static bool
serves(struct ctx *c, struct case_id id, struct facts *facts)
{
    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, facts))
        return false;
    if (policy_emergency_alone(facts))
        return refuse(c, ERR_DENIED, "an emergency alone");
    return true;
}

static bool
leads(struct ctx *c, struct case_id id)
{
    struct facts facts;

    return serves(c, id, &facts)
           && (facts.part == PART_LEAD
               || refuse(c, ERR_DENIED, "only the desk that leads"));
}

static enum restriction_state
state_of_line(const struct ctx *c, const struct sql_restriction_list_row *r)
{
    return restriction_stands(
        &(const struct restriction_facts){
            .decided = r->decided,
            .until_on = r->until_on,
            .lift_until = restriction_lift_until(c, r->lift_at),
            .lifted = r->lifted_at != 0,
        },
        day_of(c->now));
}

static bool
fill_lines(struct ctx *c, struct case_id id, struct protection_view *out)
{
    const struct sql_restriction_list_in in = { .case_id = id,
                                                .post_id = c->viewer->post,
                                                .subjects = desk_subjects(c),
                                                .now = c->now };
    struct sql_restriction_list_rows rows = { 0 };
    enum restriction_state *states;

    if (!sql_restriction_list(c, &in, &rows))
        return false;
    states = ARENA_ARRAY(c->mem, rows.n + 1, enum restriction_state);
    for (size_t i = 0; i < rows.n; i++)
        states[i] = state_of_line(c, &rows.v[i]);
    policy_show_restrictions(c, &rows, states, out);
    return true;
}

bool
desk_protection(struct ctx *c, struct case_id id, struct protection_view *out)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_safety_one_in safety_in = { .case_id = id,
                                                 .subjects = who,
                                                 .now = c->now };
    const struct sql_arrival_list_in arrivals_in = {
        .case_id = id, .post_id = c->viewer->post, .subjects = who, .now = c->now
    };
    const struct sql_case_people_in people_in = { .case_id = id,
                                                  .subjects = who,
                                                  .now = c->now };
    struct sql_case_people_rows people = { 0 };
    struct sql_arrival_list_rows arrivals = { 0 };
    struct sql_safety_one_row safety;
    struct facts facts;
    bool found;

    if (!serves(c, id, &facts))
        return false;
    policy_show_protection(c, &facts, id, out);
    if (!fill_lines(c, id, out) || !sql_safety_one(c, &safety_in, &safety, &found)
        || !sql_arrival_list(c, &arrivals_in, &arrivals)
        || !sql_case_people(c, &people_in, &people))
        return false;
    policy_show_protectable(c, &facts, &people, out);
    policy_show_safety(c, &facts, id, found ? &safety : NULL, &arrivals, out);
    return desk_case_head(c, id, CASE_TAB_PROTECTION, &out->head);
}

/* A new restriction with whom it names from the beginning. */
static bool
begin(struct ctx *c,
      struct sql_restriction_add_in *in,
      const char *what,
      const char *why,
      struct outcome *out)
{
    in->restriction_id.id = id_new(c);
    if (id_none(in->group_id))
        in->group_id = in->restriction_id.id;
    in->from_on = day_of(c->now);
    in->now = c->now;
    in->post_id = c->viewer->post;
    if (out) {
        out->id = in->restriction_id.id;
        out->place =
            arena_printf(c->mem, "/restrictions/%s?said=shut", in->restriction_id.id.s);
    }
    shown_note(c, SHOWN_CASE, in->case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    c->narrows = true;
    return sql_restriction_add(c, in)
           && restriction_event(c, in->restriction_id, in->case_id, what, why);
}

/* The field, or the first of the case whom it is about when it has one only. */
static bool
choose_person(struct ctx *c,
              struct case_id id,
              struct person_id typed,
              struct person_id *person,
              struct sql_person_of_case_row *row)
{
    const struct db_ids who = desk_subjects(c);
    struct sql_case_people_rows people = { 0 };
    bool found;

    if (!sql_case_people(c,
                         &(struct sql_case_people_in){
                             .case_id = id, .subjects = who, .now = c->now },
                         &people))
        return false;
    *person = id_none(typed.id) && people.n == 1 ? people.v[0].person_id : typed;
    if (!sql_person_of_case(
            c,
            &(struct sql_person_of_case_in){
                .person_id = *person, .case_id = id, .subjects = who, .now = c->now },
            row, &found))
        return false;
    return found
           || refuse_field(c, "person",
                           "「だれの居所」を、このケースの人から選んでください。");
}

bool
desk_protect(struct ctx *c,
             struct case_id id,
             const struct form_whereabouts *f,
             struct outcome *out)
{
    struct sql_restriction_add_in in = {
        .kind = RESTRICTION_KIND_WHEREABOUTS,
        .case_id = id,
        .decided = f->decided,
        .until_on = f->until_on,
        .reason = f->decided_by,
    };
    struct sql_person_of_case_row person;
    struct fields plain = { 0 };
    struct facts facts;
    size_t struck;

    if (!serves(c, id, &facts)
        || !choose_person(c, id, f->person, &in.person_id, &person))
        return false;
    if (day_known(f->until_on) && f->until_on.n < day_of(c->now).n)
        return refuse_field(c, "until_on",
                            "「次に決める日」は、きょうからの日にしてください。");
    vault_fields(c, f, &plain);
    return begin(c, &in, "居所の保護を始めました", f->decided_by, out)
           && restriction_add_named(c, in.restriction_id, id, c->viewer->post, false, 0,
                                    "")
           && vault_keep(c, in.restriction_id, id, 1, &plain)
           && vault_strike(c, id, &plain, &struck) && vault_sweep(c)
           && store_reach_sync_case(c, id);
}

bool
desk_seal(struct ctx *c,
          struct case_id id,
          const struct form_seal *f,
          struct outcome *out)
{
    struct sql_restriction_add_in in = {
        .kind = RESTRICTION_KIND_SEALED,
        .case_id = id,
        .decided = true,
        .until_on = { DAY_NONE },
        .reason = f->reason,
    };
    const struct sql_restriction_sealed_in asked = { .case_id = id };
    struct sql_restriction_sealed_row sealed;
    struct post_id deputy = { .id = { .s = "" } };
    bool found;

    if (!leads(c, id) || !sql_restriction_sealed(c, &asked, &sealed, &found))
        return false;
    if (found)
        return refuse(c, ERR_CONFLICT, "このケースは、もう伏せてあります。");
    if (*f->deputy && !restriction_find_post(c, "deputy", f->deputy, &deputy))
        return false;
    return begin(c, &in, "世帯を伏せました", f->reason, out)
           && restriction_add_named(c, in.restriction_id, id, c->viewer->post, false, 0,
                                    "")
           && (id_none(deputy.id)
               || restriction_add_named(c, in.restriction_id, id, deputy, true, 0, ""))
           && store_reach_sync_case(c, id);
}

/* Heads of the desk that leads may know of it and lift it, but for whom it shuts out. */
static bool
name_heads(struct ctx *c,
           struct restriction_id id,
           struct case_id case_id,
           struct desk_id desk,
           struct post_id but)
{
    struct sql_heads_of_desk_rows heads = { 0 };

    if (!sql_heads_of_desk(
            c, &(struct sql_heads_of_desk_in){ .desk_id = desk, .now = c->now },
            &heads))
        return false;
    for (size_t i = 0; i < heads.n; i++) {
        const struct post_id post = heads.v[i].post_id;

        if (!id_same(post.id, but.id) && !id_same(post.id, c->viewer->post.id)
            && !restriction_add_named(c, id, case_id, post, false, 0, ""))
            return false;
    }
    return true;
}

static bool
load_head(struct ctx *c, struct case_id id, struct sql_case_show_row *out)
{
    return sql_case_show(c,
                         &(struct sql_case_show_in){ .case_id = id,
                                                     .subjects = desk_subjects(c),
                                                     .now = c->now },
                         out);
}

/* Oneself, or somebody of the desk whose head one is. */
static bool
choose_post(struct ctx *c, const struct form_conflict *f, struct post_id *out)
{
    const struct sql_post_of_desk_in in = { .post_id = f->post,
                                            .desk_id = c->viewer->desk,
                                            .now = c->now };
    struct sql_post_of_desk_row row;
    bool found;

    *out = id_none(f->post.id) ? c->viewer->post : f->post;
    if (id_same(out->id, c->viewer->post.id))
        return true;
    if (!sql_post_of_desk(c, &in, &row, &found))
        return false;
    if (found && c->viewer->role == POST_ROLE_HEAD)
        return true;
    return refuse_field(c, "post",
                        "ほかの人の利害関係を届けられるのは、その窓口の所属長です。");
}

bool
desk_conflict(struct ctx *c,
              struct case_id id,
              const struct form_conflict *f,
              struct outcome *out)
{
    struct sql_restriction_add_in in = {
        .kind = RESTRICTION_KIND_CONFLICT,
        .case_id = id,
        .decided = true,
        .until_on = { DAY_NONE },
        .reason = f->reason,
    };
    struct sql_case_show_row head;
    struct facts facts;
    struct post_id post;
    bool self;

    if (!desk_allow(c, id, ACT_VIEW, ITEM_EXISTENCE, OWN_NONE, &facts)
        || !load_head(c, id, &head) || !choose_post(c, f, &post))
        return false;
    self = id_same(post.id, c->viewer->post.id);
    in.subject = post.id;
    if (!begin(c, &in, "利害関係を届けました", f->reason, self ? NULL : out)
        || (!self
            && !restriction_add_named(c, in.restriction_id, id, c->viewer->post, false,
                                      0, ""))
        || !name_heads(c, in.restriction_id, id, head.desk_id, post))
        return false;
    if (self)
        out->place = "/today?said=shut";
    return store_reach_sync_case(c, id);
}

bool
desk_safety(struct ctx *c,
            struct case_id id,
            const struct form_safety *f,
            struct outcome *out)
{
    struct sql_safety_put_in in = {
        .case_id = id,
        .dangers = f->dangers,
        .call_order = f->call_order,
        .now = c->now,
        .post_id = c->viewer->post,
    };
    const struct sql_safety_one_in now = { .case_id = id,
                                           .subjects = desk_subjects(c),
                                           .now = c->now };
    struct sql_safety_one_row row;
    struct facts facts;
    bool found;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_SAFETY, OWN_NONE, &facts)
        || !sql_safety_one(c, &now, &row, &found))
        return false;
    in.version = (found ? row.version : 0) + 1;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_SAFETY), 0);
    out->place = arena_printf(c->mem, "/cases/%s/protection?said=saved", id.id.s);
    return sql_safety_put(c, &in);
}

bool
desk_arrival_seen(struct ctx *c, struct case_id id, struct outcome *out)
{
    const struct sql_arrival_seen_in in = { .case_id = id, .now = c->now };
    struct facts facts;

    if (!serves(c, id, &facts))
        return false;
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/cases/%s/protection?said=saved", id.id.s);
    return sql_arrival_seen(c, &in) && desk_clear_duty(c, DUTY_SIMILAR, id.id)
           && desk_clear_duty(c, DUTY_EMERGENCY, id.id);
}
