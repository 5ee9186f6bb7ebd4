#include "desk_consent.h"

#include "desk_case_head.h"
#include "desk_consent_part.h"
#include "desk_part.h"

#include "../base/text.h"
#include "../domain/codes.h"
#include "../domain/referral_rule.h"
#include "../policy/giving.h"
#include "../policy/show.h"
#include "../policy/show_consent.h"
#include "../policy/shown.h"
#include "../store/store_consent.h"
#include "../store/store_disclosure.h"

/* A scheme's article is no ground on which a person's facts are given. */
static bool
is_transfer(const struct ctx *c, const char *code)
{
    const struct code *k = codes_find(c->town->codes, "legal_basis", code);

    return k && k->parent && !text_same(k->parent, "by_scheme");
}

static bool
check(struct ctx *c, const struct form_disclosure *f, enum basis *basis)
{
    bool good = form_check_codes(c, &form_disclosure_def, f, desk_consent_code_known,
                                 c->town->codes);

    if (!*f->purpose)
        good = refuse_field(
            c, "purpose",
            "「何のために」を書いてください。目的のない提供は記録できません。");
    if (!*f->basis || !is_transfer(c, f->basis) || !basis_read(f->basis, basis))
        good = refuse_field(c, "basis", "「根拠」を台帳から選んでください。");
    else if (referral_basis_needs_reason(*basis) && !*f->reason)
        good = refuse_field(c, "reason",
                            "「%s」のときは、「根拠の理由」を書いてください。",
                            basis_label(*basis));
    if (id_none(f->to_desk.id) && !*f->to_name)
        good = refuse_field(
            c, "to_name",
            "「伝えた相手」を選ぶか、「そのほかの相手」を書いてください。");
    if (!f->items.n)
        good = refuse_field(c, "items", "「伝えたこと」を選んでください。");
    if (day_known(f->happened_on) && f->happened_on.n > day_of(c->now).n)
        good = refuse_field(c, "happened_on",
                            "「いつ」は、きょうまでの日にしてください。");
    return good;
}

/* Who receives it, and what consent covers for that very receiver. */
static bool
receiver(struct ctx *c,
         struct case_id id,
         struct person_id person,
         const struct form_disclosure *f,
         enum post_kind *kind,
         const char **name,
         uint32_t *consent)
{
    struct sql_desk_one_row desk;
    bool found;

    *kind = POST_KIND_OWN;
    *name = f->to_name;
    *consent = 0;
    if (id_none(f->to_desk.id))
        return true;
    if (!sql_desk_one(c, &(struct sql_desk_one_in){ .desk_id = f->to_desk }, &desk,
                      &found))
        return false;
    if (!found)
        return refuse_field(c, "to_desk", "「伝えた相手」を、一覧から選んでください。");
    *kind = post_kind_of_agency(desk.kind);
    *name = desk.name;
    return store_consent_of_person(
        c, id, person, (struct db_ids){ .v = &f->to_desk.id, .n = 1 }, consent);
}

/* Whether the rules let these classes be given: decided as for a hand-over. */
static bool
may_tell(struct ctx *c,
         struct case_id id,
         struct person_id person,
         const struct form_disclosure *f,
         enum basis basis,
         const char **name,
         uint32_t *items)
{
    struct facts facts;
    struct decision d;
    enum post_kind kind;
    uint32_t consent;

    if (!receiver(c, id, person, f, &kind, name, &consent)
        || !store_facts_of_person(c, id, person, &facts)
        || !desk_consent_items(c, &f->items, items))
        return false;
    facts.own = OWN_SELF;
    facts.consent = consent;
    facts.giving = facts_giving(basis, c->viewer->kind, kind);
    d = policy_decide(ACT_REFER, &facts);
    for (int i = ITEM_EXISTENCE; i < ITEM_N; i++)
        if ((*items & ITEM_BIT(i)) && !decision_allows(&d, (enum item_class)i))
            return refuse_item(c, &d, ACT_REFER, (enum item_class)i);
    return true;
}

bool
desk_disclosure(struct ctx *c,
                struct case_id id,
                const struct form_disclosure *f,
                struct outcome *out)
{
    struct disclosure told = {
        .case_id = id,
        .to_desk = f->to_desk,
        .basis = f->basis,
        .reason = f->reason,
        .purpose = f->purpose,
        .way = *f->way ? f->way : "other",
        .on = day_known(f->happened_on) ? f->happened_on : day_of(c->now),
    };
    enum basis basis = BASIS_NONE;
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !desk_consent_person(c, id, f->person, &told.person) || !check(c, f, &basis)
        || !may_tell(c, id, told.person, f, basis, &told.to_name, &told.items)
        || !store_disclosure_add(c, &told))
        return false;
    shown_note(c, SHOWN_PERSON, told.person.id, told.items, 0);
    shown_note(c, SHOWN_CASE, id.id, ITEM_BIT(ITEM_EXISTENCE), 0);
    out->place = arena_printf(c->mem, "/cases/%s/consents?said=told", id.id.s);
    return true;
}

struct form_options
desk_disclosure_items(struct ctx *c, const struct form_options *offered)
{
    struct form_option *v = ARENA_ARRAY(c->mem, offered->n + 1, struct form_option);

    v[0] = (struct form_option){ .code = policy_items[ITEM_IDENTITY].code,
                                 .label = "名前と、支援していること" };
    for (size_t i = 0; i < offered->n; i++)
        v[i + 1] = offered->v[i];
    return (struct form_options){ .name = offered->name, .v = v, .n = offered->n + 1 };
}

bool
desk_disclosure_new(struct ctx *c,
                    struct case_id id,
                    struct consent_form_view *out,
                    struct form_options *people)
{
    struct consents_view all;
    struct form_option *v;
    struct facts facts;

    if (!desk_allow(c, id, ACT_WRITE, ITEM_WELFARE, OWN_SELF, &facts)
        || !desk_consents(c, id, &all))
        return false;
    v = ARENA_ARRAY(c->mem, all.people.n + 1, struct form_option);
    for (size_t i = 0; i < all.people.n; i++)
        v[i] =
            (struct form_option){ .code = all.people.v[i].id,
                                  .label = all.people.v[i].name ? all.people.v[i].name
                                                                : "名前は見えません" };
    people->v = v;
    people->n = all.people.n;
    policy_show_consent_form(c, NULL, (struct person_id){ .id = { .s = "" } }, out);
    out->path = show_path(c, "cases", id.id, "/disclosures");
    out->back_path = show_path(c, "cases", id.id, "/consents");
    return desk_case_head(c, id, CASE_TAB_CONSENTS, &out->head);
}
