#include "desk_restriction.h"

#include "desk_part.h"
#include "desk_restriction_part.h"

#include "../domain/restriction.h"
#include "../domain/working_day.h"
#include "../policy/show_protection.h"
#include "../policy/shown.h"
#include "../store/store_vault.h"

#include <string.h>

/* A deputy opens a sealed household for a day at a time. */
enum { DEPUTY_MS = 86400000 };

struct day
restriction_lift_until(const struct ctx *c, int64_t lift_at)
{
    return lift_at ? deadline_after(day_of(lift_at), DEADLINE_LIFT, &c->town->settings)
                   : (struct day){ DAY_NONE };
}

bool
restriction_event(struct ctx *c,
                  struct restriction_id id,
                  struct case_id case_id,
                  const char *what,
                  const char *why)
{
    return sql_event_add(c, &(struct sql_event_add_in){ .event_id = id_new(c),
                                                        .restriction_id = id,
                                                        .case_id = case_id,
                                                        .now = c->now,
                                                        .post_id = c->viewer->post,
                                                        .what = what,
                                                        .why = why });
}

bool
restriction_add_named(struct ctx *c,
                      struct restriction_id id,
                      struct case_id case_id,
                      struct post_id post,
                      bool deputy,
                      int64_t until,
                      const char *reason)
{
    return sql_named_add(c, &(struct sql_named_add_in){ .named_id = id_new(c),
                                                        .restriction_id = id,
                                                        .case_id = case_id,
                                                        .post_id = post,
                                                        .deputy = deputy,
                                                        .reason = reason,
                                                        .now = c->now,
                                                        .until_at = until,
                                                        .added_by = c->viewer->post });
}

bool
restriction_find_post(struct ctx *c,
                      const char *field,
                      const char *login,
                      struct post_id *out)
{
    const struct sql_post_by_login_in in = { .login = login, .now = c->now };
    struct sql_post_by_login_row row;
    bool found;

    if (!sql_post_by_login(c, &in, &row, &found))
        return false;
    *out = row.post_id;
    return found
           || refuse_field(c, field,
                           "「職員番号」%sの人は、いまいません。番号を確かめて"
                           "ください。",
                           login);
}

static bool
load(struct ctx *c, struct restriction_id id, struct restriction_record *r)
{
    const struct sql_restriction_one_in in = { .restriction_id = id,
                                               .post_id = c->viewer->post,
                                               .subjects = desk_subjects(c),
                                               .now = c->now };

    *r = (struct restriction_record){ .id = id };
    if (!sql_restriction_one(c, &in, &r->row))
        return false;
    r->lift_until = restriction_lift_until(c, r->row.lift_at);
    r->state = restriction_stands(
        &(const struct restriction_facts){ .decided = r->row.decided,
                                           .until_on = r->row.until_on,
                                           .lift_until = r->lift_until,
                                           .lifted = r->row.lifted_at != 0 },
        day_of(c->now));
    return true;
}

static bool
load_open(struct ctx *c, struct restriction_id id, struct restriction_record *r)
{
    if (!load(c, id, r))
        return false;
    return restriction_holds(r->state)
           || refuse(c, ERR_CONFLICT, "もう解除されています。");
}

static bool
load_named(struct ctx *c, struct restriction_record *r)
{
    return sql_named_list(
        c, &(struct sql_named_list_in){ .restriction_id = r->id, .now = c->now },
        &r->named);
}

/* The page follows each act. */
static bool
settle(struct ctx *c,
       const struct restriction_record *r,
       const char *what,
       const char *why,
       const char *said,
       struct outcome *out)
{
    shown_note(c, SHOWN_CASE, r->row.case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/restrictions/%s?said=%s", r->id.id.s, said);
    return restriction_event(c, r->id, r->row.case_id, what, why);
}

static bool
number_of(struct ctx *c, struct case_id id, const char **out)
{
    const struct sql_case_show_in in = { .case_id = id,
                                         .subjects = desk_subjects(c),
                                         .now = c->now };
    struct sql_case_show_row head;

    if (!sql_case_show(c, &in, &head))
        return false;
    *out = head.number;
    return true;
}

bool
desk_restriction(struct ctx *c, struct restriction_id id, struct restriction_view *out)
{
    const struct sql_event_list_in events = { .restriction_id = id };
    struct restriction_record r;
    const char *number;

    if (!load(c, id, &r) || !load_named(c, &r) || !sql_event_list(c, &events, &r.events)
        || !number_of(c, r.row.case_id, &number))
        return false;
    policy_show_restriction(c, &r, number, out);
    return true;
}

bool
desk_restriction_name(struct ctx *c,
                      struct restriction_id id,
                      const struct form_restriction_name *f,
                      struct outcome *out)
{
    struct restriction_record r;
    struct post_id post;

    if (!load_open(c, id, &r) || !load_named(c, &r)
        || !restriction_find_post(c, "login", f->login, &post))
        return false;
    if (f->deputy && r.row.kind != RESTRICTION_KIND_SEALED)
        return refuse_field(c, "deputy",
                            "代わりの人を決められるのは、伏せた世帯だけです。");
    for (size_t i = 0; i < r.named.n; i++)
        if (id_same(r.named.v[i].post_id.id, post.id)
            && r.named.v[i].deputy == f->deputy)
            return refuse_field(c, "login", "この人は、もう名簿にあります。");
    return restriction_add_named(c, id, r.row.case_id, post, f->deputy, 0, "")
           && settle(c, &r, f->deputy ? "代わりの人を決めました" : "名簿に加えました",
                     f->login, "named", out)
           && store_reach_sync_case(c, r.row.case_id);
}

bool
desk_restriction_unname(struct ctx *c,
                        struct restriction_id id,
                        struct id named,
                        struct outcome *out)
{
    const struct sql_named_end_in in = { .restriction_id = id,
                                         .named_id = named,
                                         .now = c->now };
    struct restriction_record r;
    const char *who = NULL;

    if (!load_open(c, id, &r) || !load_named(c, &r))
        return false;
    for (size_t i = 0; i < r.named.n; i++)
        if (id_same(r.named.v[i].named_id, named)) {
            if (id_same(r.named.v[i].post_id.id, c->viewer->post.id))
                return refuse(c, ERR_RULE,
                              "自分を名簿からはずすことはできません。名簿にある"
                              "ほかの人に、たのんでください。");
            who = r.named.v[i].name;
        }
    if (!who)
        return refuse(c, ERR_CONFLICT, "この人は、もう名簿にありません。");
    c->narrows = true;
    return sql_named_end(c, &in)
           && settle(c, &r, "名簿からはずしました", who, "unnamed", out)
           && store_reach_sync_case(c, r.row.case_id);
}

bool
desk_restriction_decide(struct ctx *c,
                        struct restriction_id id,
                        const struct form_restriction_decide *f,
                        struct outcome *out)
{
    const struct sql_restriction_decide_in in = { .restriction_id = id,
                                                  .until_on = f->until_on };
    struct restriction_record r;

    if (!load_open(c, id, &r))
        return false;
    if (day_known(f->until_on) && f->until_on.n < day_of(c->now).n)
        return refuse_field(c, "until_on",
                            "「次に決める日」は、きょうからの日にしてください。");
    return sql_restriction_decide(c, &in)
           && settle(c, &r, "続けることが決まりました", f->decided_by, "decided", out);
}

static bool
ask_lift(struct ctx *c,
         const struct restriction_record *r,
         int64_t at,
         const char *reason)
{
    return sql_restriction_lift_ask(
        c, &(struct sql_restriction_lift_ask_in){
               .group_id = r->row.group_id,
               .lift_at = at,
               .post_id = at ? c->viewer->post : (struct post_id){ .id = { .s = "" } },
               .reason = reason });
}

bool
desk_restriction_lift(struct ctx *c,
                      struct restriction_id id,
                      const struct form_restriction_lift *f,
                      struct outcome *out)
{
    struct restriction_record r;

    if (!load_open(c, id, &r))
        return false;
    if (r.state == RESTRICTION_STATE_LIFTING)
        return refuse(c, ERR_CONFLICT, "解除は、もう申し出てあります。");
    return ask_lift(c, &r, c->now, f->reason)
           && settle(c, &r, "解除を申し出ました", f->reason, "asked", out);
}

bool
desk_restriction_keep(struct ctx *c, struct restriction_id id, struct outcome *out)
{
    struct restriction_record r;

    if (!load_open(c, id, &r))
        return false;
    if (r.state != RESTRICTION_STATE_LIFTING)
        return refuse(c, ERR_CONFLICT, "解除の申し出は、いまありません。");
    return ask_lift(c, &r, 0, "") && settle(c, &r, "解除をやめました", "", "kept", out);
}

/* Every case that the group kept shut; of the other side only its reach is touched. */
static bool
lift_all(struct ctx *c, const struct restriction_record *r)
{
    const struct sql_restriction_of_group_in in = { .group_id = r->row.group_id };
    struct sql_restriction_of_group_rows rows = { 0 };

    if (!sql_restriction_of_group(c, &in, &rows)
        || !sql_restriction_lift_end(
            c, &(struct sql_restriction_lift_end_in){ .group_id = r->row.group_id,
                                                      .now = c->now,
                                                      .post_id = c->viewer->post }))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        if (!store_reach_sync_case(c, rows.v[i].case_id))
            return false;
    return true;
}

bool
desk_restriction_confirm(struct ctx *c, struct restriction_id id, struct outcome *out)
{
    struct restriction_record r;
    bool same;

    if (!load(c, id, &r))
        return false;
    same = id_same(r.row.lift_account.id, c->viewer->account.id);
    switch (restriction_may_confirm(r.state, same)) {
    case LIFT_NOT_ASKED:
        return refuse(c, ERR_CONFLICT,
                      "解除の申し出は、いまありません。申し出は、日が過ぎると"
                      "なくなります。");
    case LIFT_SAME_PERSON:
        return refuse(c, ERR_RULE,
                      "解除は、申し出た人とは別の人が確かめます。名簿にある人に"
                      "たのんでください。");
    case LIFT_DONE:
        return refuse(c, ERR_CONFLICT, "もう解除されています。");
    case LIFT_YES:
        break;
    }
    c->narrows = true;
    return settle(c, &r, "解除を確かめました", r.row.lift_reason, "lifted", out)
           && lift_all(c, &r);
}

/* What is sealed, for who is on this very list. */
static bool
load_sealed(struct ctx *c,
            struct restriction_id id,
            struct restriction_record *r,
            struct facts *facts,
            struct sql_whereabouts_last_row *last,
            struct fields *plain)
{
    const struct sql_whereabouts_last_in in = { .restriction_id = id };
    bool found;

    if (!load(c, id, r) || !store_facts_of_case(c, r->row.case_id, facts)
        || !sql_whereabouts_last(c, &in, last, &found))
        return false;
    if (!found)
        return refuse(c, ERR_MISSING, "nothing is sealed");
    facts->protect = PROTECT_LISTED;
    return vault_open(c, id, last->version, &last->sealed, plain);
}

static void
to_form(struct ctx *c, const struct fields *plain, struct form_whereabouts *out)
{
    form_clear(&form_whereabouts_def, out);
    if (!form_read(c, &form_whereabouts_def, plain, FORM_PAGE, out))
        forgive(c);
}

bool
desk_whereabouts(struct ctx *c,
                 struct restriction_id id,
                 struct whereabouts_view *out,
                 struct form_whereabouts *now)
{
    struct restriction_record r;
    struct sql_whereabouts_last_row last;
    struct fields plain = { 0 };
    struct facts facts;
    const char *number;

    if (!load_sealed(c, id, &r, &facts, &last, &plain)
        || !number_of(c, r.row.case_id, &number)
        || !policy_show_whereabouts(c, &facts, &r, &last, &plain, &form_whereabouts_def,
                                    out))
        return false;
    to_form(c, &plain, now);
    return true;
}

bool
desk_whereabouts_change(struct ctx *c,
                        struct restriction_id id,
                        const struct form_whereabouts *f,
                        struct outcome *out)
{
    struct restriction_record r;
    struct sql_whereabouts_last_row last;
    struct fields old = { 0 };
    struct fields plain = { 0 };
    struct facts facts;
    struct decision d;
    size_t struck;

    if (!load_sealed(c, id, &r, &facts, &last, &old))
        return false;
    d = policy_decide(ACT_WRITE, &facts);
    if (!decision_allows(&d, ITEM_WHEREABOUTS))
        return refuse_item(c, &d, ACT_WRITE, ITEM_WHEREABOUTS);
    if (!restriction_holds(r.state))
        return refuse(c, ERR_CONFLICT, "もう解除されています。");
    vault_fields(c, f, &plain);
    shown_note(c, SHOWN_PERSON, r.row.person_id.id, ITEM_BIT(ITEM_WHEREABOUTS),
               GROUND_BIT(GROUND_LISTED));
    if (!vault_keep(c, id, r.row.case_id, last.version + 1, &plain)
        || !vault_strike(c, r.row.case_id, &plain, &struck)
        || !settle(c, &r, "居所を書き直しました", "", "saved", out))
        return false;
    out->place =
        arena_printf(c->mem, "/restrictions/%s/whereabouts?said=saved", id.id.s);
    return true;
}

bool
desk_deputies(struct ctx *c, struct deputies_view *out)
{
    const struct sql_named_deputy_in in = { .post_id = c->viewer->post, .now = c->now };
    struct sql_named_deputy_rows rows = { 0 };

    if (!sql_named_deputy(c, &in, &rows))
        return false;
    policy_show_deputies(c, &rows, out);
    return true;
}

bool
desk_deputy_open(struct ctx *c,
                 struct restriction_id id,
                 const struct form_deputy_open *f,
                 struct outcome *out)
{
    const struct sql_named_deputy_in in = { .post_id = c->viewer->post, .now = c->now };
    struct sql_named_deputy_rows rows = { 0 };

    if (!sql_named_deputy(c, &in, &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++) {
        const struct case_id case_id = rows.v[i].case_id;

        if (!id_same(rows.v[i].restriction_id.id, id.id))
            continue;
        shown_note(c, SHOWN_CASE, case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
        out->place = arena_printf(c->mem, "/cases/%s", case_id.id.s);
        return restriction_add_named(c, id, case_id, c->viewer->post, false,
                                     c->now + DEPUTY_MS, f->reason)
               && restriction_event(c, id, case_id, "代わりの人が開きました", f->reason)
               && store_reach_sync_case(c, case_id);
    }
    return refuse(c, ERR_MISSING, "not the deputy");
}
