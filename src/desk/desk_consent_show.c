#include "desk_consent.h"

#include "desk_case_head.h"
#include "desk_consent_part.h"
#include "desk_part.h"

#include "../base/vec.h"
#include "../domain/codes.h"
#include "../domain/intake_rule.h"
#include "../policy/show.h"
#include "../policy/show_consent.h"

#include <string.h>

enum { YEAR_DAYS = 365, AFTER_DAYS = 90 };

bool
desk_consent_code_known(const void *all, const char *list, const char *code)
{
    return strcmp(list, "consent_party") == 0 || strcmp(list, "consent_item") == 0
           || codes_known(all, list, code);
}

static struct form_options
item_options(struct ctx *c)
{
    struct {
        struct form_option *v;
        size_t n;
        size_t cap;
    } to = { 0 };
    const uint32_t offered = consent_items_offered();

    for (int i = ITEM_EXISTENCE; i < ITEM_N; i++)
        if (offered & ITEM_BIT(i))
            *VEC_PUSH(c->mem, &to) =
                (struct form_option){ .code = policy_items[i].code,
                                      .label = policy_items[i].label };
    return (struct form_options){ .name = "consent_item", .v = to.v, .n = to.n };
}

/* The bases on which something may be given: each has a group above it that is not a scheme. */
static struct form_options
basis_options(struct ctx *c)
{
    const struct code_options all =
        codes_options(c->mem, c->town->codes, "legal_basis", day_of(c->now));
    struct {
        struct form_option *v;
        size_t n;
        size_t cap;
    } to = { 0 };

    for (size_t i = 0; i < all.n; i++)
        if (all.v[i]->parent && strcmp(all.v[i]->parent, "by_scheme") != 0)
            *VEC_PUSH(c->mem, &to) = (struct form_option){ .code = all.v[i]->code,
                                                           .label = all.v[i]->label };
    return (struct form_options){ .name = "legal_basis", .v = to.v, .n = to.n };
}

bool
desk_consent_options(struct ctx *c, struct form_options out[CONSENT_OPTIONS])
{
    struct sql_desk_list_rows desks = { 0 };
    struct sql_consent_residents_rows people = { 0 };
    struct {
        struct form_option *v;
        size_t n;
        size_t cap;
    } to = { 0 };

    if (!sql_desk_list(c, &desks)
        || !sql_consent_residents(
            c, &(struct sql_consent_residents_in){ .now = c->now }, &people))
        return false;
    for (size_t i = 0; i < desks.n; i++)
        *VEC_PUSH(c->mem, &to) = (struct form_option){ .code = desks.v[i].desk_id.id.s,
                                                       .label = desks.v[i].name };
    for (size_t i = 0; i < people.n; i++)
        *VEC_PUSH(c->mem, &to) = (struct form_option){
            .code = people.v[i].post_id.id.s,
            .label = arena_printf(c->mem, "%s（%s）", people.v[i].name,
                                  post_role_label(people.v[i].role)),
        };
    out[0] = (struct form_options){ .name = "consent_party", .v = to.v, .n = to.n };
    out[1] = item_options(c);
    out[2] = basis_options(c);
    out[3] = (struct form_options){ .name = "desk", .v = to.v, .n = desks.n };
    out[4] = (struct form_options){ .name = "person" };
    return true;
}

/* Everything about consent in a case, with the facts of each of its people. */
static bool
load(struct ctx *c, struct case_id id, struct consent_records *r)
{
    const struct db_ids who = desk_subjects(c);
    const struct sql_case_people_in people = { .case_id = id,
                                               .subjects = who,
                                               .now = c->now };
    const struct sql_consent_list_in consents = { .case_id = id,
                                                  .subjects = who,
                                                  .now = c->now };
    const struct sql_consent_names_in names = { .case_id = id,
                                                .subjects = who,
                                                .now = c->now };
    const struct sql_disclosure_list_in told = { .case_id = id,
                                                 .subjects = who,
                                                 .now = c->now };
    const struct sql_case_took_in took_in = { .case_id = id,
                                              .desk = c->viewer->desk,
                                              .post = c->viewer->post };
    struct sql_case_took_row took;
    struct facts *facts;

    *r = (struct consent_records){ .id = id };
    sql_case_people_later(c, &people, &r->people);
    sql_consent_list_later(c, &consents, &r->consents);
    sql_consent_names_later(c, &names, &r->names);
    sql_disclosure_list_later(c, &told, &r->told);
    sql_case_took_later(c, &took_in, &took);
    if (!db_gather(c))
        return false;
    r->took = took.self                                        ? OWN_SELF
              : took.desk && role_shares_desk(c->viewer->role) ? OWN_DESK
                                                               : OWN_NONE;
    facts = ARENA_ARRAY(c->mem, r->people.n + 1, struct facts);
    for (size_t i = 0; i < r->people.n; i++)
        if (!store_facts_of_person(c, id, r->people.v[i].person_id, &facts[i]))
            return false;
    r->facts = facts;
    return true;
}

/* Writing needs its own decision; who only waits to receive or has left writes nothing. */
static bool
may_write(struct ctx *c, const struct facts *facts)
{
    struct facts f = *facts;
    struct decision d;

    (void)c;
    f.own = OWN_SELF;
    d = policy_decide(ACT_WRITE, &f);
    return decision_allows(&d, ITEM_WELFARE) && f.handed != HANDED_WAITING
           && f.part != PART_PAST;
}

bool
desk_consents(struct ctx *c, struct case_id id, struct consents_view *out)
{
    struct consent_records r;
    struct sql_case_show_row head;
    struct facts facts;

    if (!store_facts_of_case(c, id, &facts) || !load(c, id, &r)
        || !sql_case_show(c,
                          &(struct sql_case_show_in){ .case_id = id,
                                                      .subjects = desk_subjects(c),
                                                      .now = c->now },
                          &head))
        return false;
    if (facts.part == PART_PAST || facts.handed == HANDED_WAITING)
        return refuse(c, ERR_DENIED, "not the viewer's to read yet, or any more");
    r.may_write = may_write(c, &facts);
    r.moves = head.state == CASE_STATE_SEEKING_CONSENT;
    r.reaches = head.state == CASE_STATE_OUTREACH;
    policy_show_consents(c, &r, out);
    return desk_case_head(c, id, CASE_TAB_CONSENTS, &out->head);
}

/*
 * Until when consent is asked for: some days behind the end of the plan; without a plan as
 * long as the municipality says. Source: practice rule 10.
 */
static bool
default_end(struct ctx *c, struct case_id id, struct day *out)
{
    const struct settings *s = &c->town->settings;
    const int today = day_of(c->now).n;
    struct sql_plan_end_row plan;

    if (!sql_plan_end(c,
                      &(struct sql_plan_end_in){
                          .case_id = id, .subjects = desk_subjects(c), .now = c->now },
                      &plan))
        return false;
    *out =
        (struct day){ today
                      + (int)intake_rule_number(s, RULE_CONSENT_WITHOUT, YEAR_DAYS) };
    if (day_known(plan.until_on) && plan.until_on.n >= today)
        *out = (struct day){
            plan.until_on.n + (int)intake_rule_number(s, RULE_CONSENT_AFTER, AFTER_DAYS)
        };
    return true;
}

/* What stands or has run out, as the form to renew it begins; never what was taken back. */
static void
take_values(struct ctx *c,
            const struct consent_records *r,
            struct person_id person,
            struct form_consent *values)
{
    const uint32_t offered = consent_items_offered();

    form_clear(&form_consent_def, values);
    values->person = person;
    for (size_t i = 0; i < r->consents.n; i++) {
        const struct sql_consent_list_row *k = &r->consents.v[i];

        if (!id_same(k->person_id.id, person.id) || !k->sharing
            || k->state == CONSENT_STATE_REFUSED || k->state == CONSENT_STATE_WITHDRAWN)
            continue;
        values->sharing = true;
        values->support = true;
        values->plan = k->plan;
        values->recording = k->recording;
        values->joins = k->joins;
        values->purpose = k->purpose;
        for (int n = ITEM_EXISTENCE; n < ITEM_N; n++)
            if ((uint32_t)k->items & offered & ITEM_BIT(n))
                *VEC_PUSH(c->mem, &values->items) = policy_items[n].code;
        for (size_t n = 0; n < r->names.n; n++)
            if (id_same(r->names.v[n].consent_id.id, k->consent_id.id)) {
                struct form_codes *to =
                    r->names.v[n].allowed ? &values->parties : &values->denied;

                *VEC_PUSH(c->mem, to) = r->names.v[n].subject.s;
            }
        return;
    }
}

bool
desk_consent_new(struct ctx *c,
                 struct person_id person,
                 struct consent_form_view *out,
                 struct form_consent *values)
{
    struct sql_consent_person_row p;
    struct consent_records r;
    struct facts facts;

    if (!sql_consent_person(
            c,
            &(struct sql_consent_person_in){
                .person_id = person, .subjects = desk_subjects(c), .now = c->now },
            &p)
        || !desk_allow(c, p.case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !load(c, p.case_id, &r))
        return false;
    take_values(c, &r, person, values);
    if (!default_end(c, p.case_id, &values->until_on))
        return false;
    policy_show_consent_form(c, &r, person, out);
    out->path = show_path(c, "cases", p.case_id.id, "/consents");
    out->back_path = out->path;
    return desk_case_head(c, p.case_id, CASE_TAB_CONSENTS, &out->head);
}

bool
desk_consent_only(struct ctx *c, struct case_id id, struct person_id *out)
{
    struct consents_view v;

    *out = (struct person_id){ .id = { .s = "" } };
    if (!desk_consents(c, id, &v))
        return false;
    return v.people.n != 1 || id_read(v.people.v[0].id, &out->id);
}

bool
desk_consent_show(struct ctx *c, struct consent_id id, struct consent_form_view *out)
{
    struct sql_consent_one_row k;
    struct consent_records r;
    struct facts facts;

    if (!sql_consent_one(c,
                         &(struct sql_consent_one_in){ .consent_id = id,
                                                       .subjects = desk_subjects(c),
                                                       .now = c->now },
                         &k)
        || !desk_allow(c, k.case_id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !load(c, k.case_id, &r))
        return false;
    policy_show_consent_form(c, &r, k.person_id, out);
    out->path = show_path(c, "consents", id.id, "/withdraw");
    out->back_path = show_path(c, "cases", k.case_id.id, "/consents");
    return desk_case_head(c, k.case_id, CASE_TAB_CONSENTS, &out->head);
}
