/* The agenda: what is put on it, laid before it, said and decided. */
#include "desk_sitting_part.h"

#include "../domain/case_number.h"
#include "../domain/duty_rule.h"
#include "../policy/shown.h"
#include "../policy/sitting_facts.h"

#include <string.h>

bool
sitting_item(struct ctx *c, struct item_id id, struct sql_item_show_row *row)
{
    return sql_item_show(
        c,
        &(struct sql_item_show_in){ .item_id = id,
                                    .desk = c->viewer->desk,
                                    .shares = role_shares_desk(c->viewer->role) },
        row);
}

void
item_done(struct ctx *c, struct item_id id, const char *said, struct outcome *out)
{
    out->place = arena_printf(c->mem, "/items/%s?said=%s", id.id.s, said);
}

static bool
has_application(struct ctx *c, struct case_id id, bool *out)
{
    struct sql_support_request_list_rows rows = { 0 };

    *out = false;
    if (!sql_support_request_list(
            c,
            &(struct sql_support_request_list_in){
                .case_id = id, .subjects = desk_subjects(c), .now = c->now },
            &rows))
        return false;
    for (size_t i = 0; i < rows.n; i++)
        *out |= rows.v[i].kind == SUPPORT_REQUEST_KIND_APPLICATION;
    return true;
}

/* An item on its way to the agenda. */
struct adding {
    struct sitting_id sitting;
    struct sql_sitting_show_row head;
    struct case_id case_id; /* empty: a topic */
    const char *acts_as;
    const char *why;
    const char *trigger;
    const char *purpose;
    const char *title;
    const char *field; /* to which a refusal belongs */
    struct support_plan_id plan;
    struct scheme_plan_id scheme;
    bool consenting; /* speak of those alone who consent */
    struct matter matter;
};

/* The sentence of a refusal, with the way out. Source. */
static bool
refuse_tabling(struct ctx *c,
               const struct adding *a,
               const struct plan_meeting *body,
               enum tabling_verdict v)
{
    const struct plan_meeting *out = sitting_way_out(c->town->profile);

    switch (v) {
    case TABLING_YES:
        break;
    case TABLING_NO_CASES:
        return refuse_field(
            c, a->field,
            "「%s」では、個別の案件を話しません。案件の名前だけを書くか、"
            "ほかの会議を選んでください。",
            body->name);
    case TABLING_CONSENT:
        return refuse_field(
            c, a->field,
            "「%s」に出せるのは、支援と情報の共有に本人の同意がある案件だけです。同意が"
            "ない案件は、「%s」で話せます。",
            body->name, out ? sitting_body_name(c, out->id) : "支援会議");
    case TABLING_PARTLY:
        return refuse_field(c, a->field,
                            "同意があるのは、%zu人のうち%zu人です。「%"
                            "s」では、「同意のある人のことだけを"
                            "話す」を選ぶか、「%s」で話してください。",
                            a->matter.all, a->matter.n, body->name,
                            out ? sitting_body_name(c, out->id) : "支援会議");
    case TABLING_APPLICATION:
        return refuse_field(
            c, a->field,
            "「%s」にかけるには、利用申込が要ります。ケースの「プラン」で"
            "利用申込を書いてください。",
            body->name);
    case TABLING_REASON:
        return refuse_field(c, "why", "「同意がない理由」を選んでください。");
    }
    return true;
}

static bool
check_state(struct ctx *c, const struct adding *a)
{
    struct sql_item_open_before_rows rows = { 0 };

    if (a->head.state > SITTING_STATE_OPEN)
        return refuse(c, ERR_CONFLICT, "この会議は、もう%sました。",
                      a->head.state == SITTING_STATE_CLOSED ? "終わり"
                                                            : "取りやめになり");
    if (id_none(a->case_id.id))
        return true;
    if (!sql_item_open_before(c,
                              &(struct sql_item_open_before_in){
                                  .sitting_id = a->sitting, .case_id = a->case_id },
                              &rows))
        return false;
    return !rows.n
           || refuse_field(c, a->field, "このケースは、もう案件%dに出ています。",
                           (int)rows.v[0].place);
}

/*
 * Whether policy lets the case be laid before a meeting on that footing: that it exists. Each
 * fact is decided by itself when it is laid before the item.
 */
static bool
may_table(struct ctx *c, const struct adding *a, enum item_footing footing)
{
    struct facts facts;
    struct decision d;

    if (!store_facts_of_case(c, a->case_id, &facts))
        return false;
    facts.own = OWN_SELF;
    facts.giving = facts_tabling(footing);
    facts.consent =
        a->matter.n ? ITEM_BIT(ITEM_EXISTENCE) | ITEM_BIT(ITEM_IDENTITY) : 0;
    d = policy_decide(ACT_TABLE, &facts);
    return decision_allows(&d, ITEM_EXISTENCE)
           || refuse_item(c, &d, ACT_TABLE, ITEM_EXISTENCE);
}

/* Adds the item; an urgent meeting that was asked for is set by it. Source. */
static bool
put_item(struct ctx *c,
         const struct adding *a,
         const struct plan_meeting *body,
         enum item_footing footing,
         struct outcome *out)
{
    const struct sql_item_add_in in = {
        .item_id = { id_new(c) },
        .sitting_id = a->sitting,
        .acts_as = body->id,
        .footing = footing,
        .bound = sitting_binds(body),
        .case_id = a->case_id,
        .title = a->title,
        .trigger = a->trigger,
        .reason = a->why,
        .purpose = a->purpose,
        .plan_id = a->plan,
        .scheme_plan_id = a->scheme,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .now = c->now,
    };

    if (!sql_item_add(c, &in)
        || (footing == ITEM_FOOTING_BY_CONSENT
            && !sitting_matter_add(c, in.item_id, &a->matter))
        || !sitting_sync(c, a->sitting))
        return false;
    out->id = in.item_id.id;
    item_done(c, in.item_id, "item_added", out);
    if (id_none(a->case_id.id))
        return true;
    shown_note(c, SHOWN_CASE, a->case_id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    return desk_clear_duty(c, DUTY_URGENT_MEETING, a->case_id.id)
           && desk_keep_version(c, in.item_id.id, 1, "item", a->case_id, "会議に出した",
                                a->purpose);
}

/* A sealed case would be seen on the agenda by the whole secretariat. Source: R-049. */
static bool
check_seal(struct ctx *c, const struct adding *a)
{
    const struct sql_restriction_sealed_in asked = { .case_id = a->case_id };
    struct sql_restriction_sealed_row sealed;
    bool found;

    if (id_none(a->case_id.id))
        return true;
    if (!sql_restriction_sealed(c, &asked, &sealed, &found))
        return false;
    return !found
           || refuse_field(
               c, a->field,
               "伏せたケースを案件にすると、事務局のみなに見えます。ケースの番号"
               "を書かずに「案件の名前」だけで出すか、先に伏せるのを解いてくださ"
               "い。");
}

/* A plan of another scheme is spoken of with its own case. Source: R-148. */
static bool
check_scheme(struct ctx *c, const struct adding *a)
{
    struct sql_scheme_plan_one_row x;

    if (id_none(a->scheme.id))
        return true;
    return sql_scheme_plan_one(
               c,
               &(struct sql_scheme_plan_one_in){ .scheme_plan_id = a->scheme,
                                                 .subjects = desk_subjects(c),
                                                 .now = c->now },
               &x)
           && (id_same(x.case_id.id, a->case_id.id)
               || refuse_field(c, a->field,
                               "話すプランは、このケースのものではありません。"));
}

static bool
add(struct ctx *c, struct adding *a, struct outcome *out)
{
    const struct profile *p = c->town->profile;
    const struct plan_meeting *body;
    struct tabling t = { .question = a->head.consent_question,
                         .has_case = !id_none(a->case_id.id),
                         .reason = *a->why != '\0',
                         .application_needed = p->plan_lifecycle.application_needed };
    enum item_footing footing;

    body = sitting_body_of(p, a->head.body, a->head.also, a->acts_as);
    if (!body)
        return refuse_field(
            c, "acts_as",
            "「どの会議として話すか」を、この会議が兼ねられるものから選ん"
            "でください。");
    t.body = body;
    if (t.has_case
        && (!sitting_matter(c, a->case_id, &a->matter)
            || !has_application(c, a->case_id, &t.application)))
        return false;
    t.consent = a->matter.n && (a->consenting || a->matter.n == a->matter.all);
    t.partly = a->matter.n != 0;
    if (!check_seal(c, a) || !check_state(c, a) || !check_scheme(c, a)
        || !sitting_check_contact(c, a->case_id, a->trigger, a->field)
        || !refuse_tabling(c, a, body, sitting_may_table(&t)))
        return false;
    footing =
        sitting_footing(body, a->head.consent_question, t.has_case, a->head.nameless);
    if (t.has_case && !may_table(c, a, footing))
        return false;
    return put_item(c, a, body, footing, out);
}

/* Finds the case that the number names, among those that the viewer reaches. */
static bool
find_case(struct ctx *c, const char *typed, struct case_id *out)
{
    const char *number = case_number_read(c->mem, typed);
    struct sql_case_list_rows rows = { 0 };

    if (number
        && !sql_case_list(
            c,
            &(struct sql_case_list_in){
                .subjects = desk_subjects(c), .now = c->now, .number = number, .n = 1 },
            &rows))
        return false;
    if (!rows.n)
        return refuse_field(c, "number",
                            "「ケースの番号」のケースが見つかりません。番号を確かめてく"
                            "ださい。");
    *out = rows.v[0].case_id;
    return true;
}

bool
desk_item_add(struct ctx *c,
              struct sitting_id id,
              const struct form_agenda_item_new *f,
              struct outcome *out)
{
    struct adding a = { .sitting = id,
                        .acts_as = f->acts_as,
                        .why = f->why,
                        .trigger = f->trigger,
                        .purpose = f->purpose,
                        .title = f->title,
                        .field = "number",
                        .consenting = f->consenting };

    if (!sitting_office(c, id, &a.head))
        return false;
    if (!*f->number && !*f->title)
        return refuse_field(c, "number",
                            "「ケースの番号」か「案件の名前」を書いてください。");
    if (*f->number && !find_case(c, f->number, &a.case_id))
        return false;
    return add(c, &a, out);
}

bool
desk_item_add_case(struct ctx *c,
                   struct case_id id,
                   const struct form_case_agenda *f,
                   struct outcome *out)
{
    struct adding a = { .sitting = f->sitting,
                        .case_id = id,
                        .acts_as = f->acts_as,
                        .why = f->why,
                        .trigger = f->trigger,
                        .purpose = f->purpose,
                        .title = "",
                        .field = "sitting",
                        .consenting = f->consenting };
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_COORDINATION, OWN_SELF, &facts)
        || !sitting_office(c, f->sitting, &a.head))
        return false;
    return add(c, &a, out);
}

bool
sitting_add_case(struct ctx *c,
                 struct sitting_id id,
                 struct case_id case_id,
                 const struct form_sitting_new *f)
{
    struct adding a = { .sitting = id,
                        .case_id = case_id,
                        .acts_as = "",
                        .why = f->why,
                        .trigger = f->trigger,
                        .purpose = "",
                        .title = "",
                        .field = "body",
                        .scheme = f->scheme,
                        .consenting = f->consenting };
    struct facts facts;
    struct outcome item = { .done = false };

    return desk_allow(c, case_id, ACT_WRITE, ITEM_COORDINATION, OWN_SELF, &facts)
           && sitting_office(c, id, &a.head) && add(c, &a, &item);
}

bool
sitting_add_plan(struct ctx *c,
                 struct sitting_id id,
                 struct case_id case_id,
                 const struct form_plan_agenda *f,
                 const char *trigger,
                 struct outcome *out)
{
    struct adding a = { .sitting = id,
                        .case_id = case_id,
                        .acts_as = c->town->profile->plan_lifecycle.decided_in,
                        .why = f->why,
                        .trigger = trigger,
                        .purpose = "",
                        .title = "",
                        .field = "plan",
                        .plan = f->plan,
                        .consenting = f->consenting };
    struct facts facts;

    return desk_allow(c, case_id, ACT_WRITE, ITEM_COORDINATION, OWN_SELF, &facts)
           && sitting_office(c, id, &a.head) && add(c, &a, out);
}

bool
desk_item_table(struct ctx *c,
                struct item_id id,
                const struct form_tabled_new *f,
                struct outcome *out)
{
    const enum item_class item = facts_tabled(f->kind);
    struct sql_item_show_row i;
    struct sql_tabled_add_in in = {
        .tabled_id = { id_new(c) },
        .item_id = id,
        .kind = f->kind,
        .body = f->body,
        .desk_id = c->viewer->desk,
        .post_id = c->viewer->post,
        .now = c->now,
    };
    struct facts facts;
    struct decision d;

    if (!sitting_item(c, id, &i))
        return false;
    if (i.sitting_state > SITTING_STATE_OPEN)
        return refuse(c, ERR_CONFLICT, "この会議は、もう終わりました。");
    if (id_none(i.case_id.id))
        return refuse_field(c, "body", "ケースのない案件には、人のことを出せません。");
    if (!store_facts_of_case(c, i.case_id, &facts))
        return false;
    facts.own = OWN_SELF;
    facts.giving = facts_tabling(i.footing);
    if (!sitting_matter_covers(c, &i, id, &facts.consent))
        return false;
    d = policy_decide(ACT_TABLE, &facts);
    if (!decision_allows(&d, item))
        return sitting_tell_chair(c, &d, f->kind, id, out)
               && refuse_item(c, &d, ACT_TABLE, item);
    in.ground = (int64_t)decision_ground(&d);
    if (!sql_tabled_add(c, &in))
        return false;
    shown_note(c, SHOWN_CASE, i.case_id.id, ITEM_BIT(item), d.grounds);
    out->id = in.tabled_id.id;
    item_done(c, id, "tabled", out);
    return true;
}

bool
desk_item_drop(struct ctx *c,
               struct item_id id,
               const struct form_tabled_drop *f,
               struct outcome *out)
{
    struct sql_item_show_row i;

    if (!sitting_item(c, id, &i))
        return false;
    if (i.sitting_state != SITTING_STATE_PLANNED)
        return refuse(c, ERR_CONFLICT,
                      "会議が始まったあとは、出した資料を取り下げられません。");
    item_done(c, id, "dropped", out);
    return sql_tabled_drop(c, &(struct sql_tabled_drop_in){ .tabled_id = f->tabled,
                                                            .sitting_id = i.sitting_id,
                                                            .now = c->now });
}
